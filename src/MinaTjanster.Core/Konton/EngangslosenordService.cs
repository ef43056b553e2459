using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>Makes one-time passwords and mails them with the way to the kiosk (domain.md section 3). The caller saves.</summary>
public sealed class EngangslosenordService(
    PortalDbContext db,
    IPasswordHasher<Konto> hasher,
    AuditService audit,
    MejlService mejl,
    Portaladress adress,
    TimeProvider klocka)
{
    /// <summary>For first login (domain.md section 3).</summary>
    public static readonly TimeSpan Giltighet = TimeSpan.FromDays(14);

    /// <summary>Without characters that are mistaken for one another: it is read and typed.</summary>
    private const string Alfabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four: some 79 bits.</summary>
    public static string Nytt() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alfabet, 4)));

    /// <summary>
    /// Gives the account a one-time password in place of the one it has, and adds the mail. Sessions end when the caller says so.
    /// </summary>
    /// <param name="skolaId">The school it is done at, or null for CSN's own staff.</param>
    public void Mejla(Konto konto, long? skolaId)
    {
        var losenord = Nytt();
        var giltigtTill = klocka.UtcNu() + Giltighet;
        // One who has logged in knows their username, and had a password.
        var forsta = konto.SenastInloggad is null;
        konto.SattEngangslosenord(hasher.HashPassword(konto, losenord), giltigtTill);
        db.Entry(konto).Property(k => k.PasswordHash).IsModified = true;
        mejl.AddHemligt(
            konto.Email!,
            "Ditt engångslösenord till Mina tjänster",
            $"""
            Hej!

            Ditt engångslösenord till Mina tjänster är:
            {losenord}

            {(forsta
                ? skolaId is null ? "Byt det till ett eget lösenord innan du loggar in första gången." : "Byt det till ett eget lösenord innan du loggar in första gången. Användarnamnet har du fått i ett brev till skolan."
                : "Ditt tidigare lösenord gäller inte längre. Byt engångslösenordet till ett eget lösenord innan du loggar in igen. Användarnamnet är detsamma som förut.")}
            {adress.Till("/losenordskiosk")}

            Engångslösenordet gäller till och med {SvenskText.Datum(giltigtTill.SvenskDag())}. Har du inte väntat dig det här mejlet? {(skolaId is null ? "Säg till CSN:s behörighetshandläggare." : "Säg till skolans behörighetsadministratör.")}

            Mina tjänster, CSN
            """,
            konto.Id);
        audit.Add(Acts.OneTimePasswordSent, AuditObjects.Konto, konto.Id, skolaId);
    }
}
