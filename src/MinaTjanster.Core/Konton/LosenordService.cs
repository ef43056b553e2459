using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Permission to set a new password, given when the present one was verified. Its stamp makes it single use: changing the password changes the stamp.
/// </summary>
public sealed record Losenordsbiljett(long KontoId, string Stampel);

/// <summary>Sets a new password (Lösenordskiosken, domain.md section 3).</summary>
public sealed class LosenordService(
    PortalDbContext db,
    SessionService sessioner,
    IPasswordHasher<Konto> hasher,
    Vanligalosenord vanliga,
    MejlService mejl,
    AuditService audit,
    TimeProvider klocka)
{
    public static Losenordsbiljett Biljett(Konto konto) => new(konto.Id, konto.SecurityStamp!);

    /// <summary>What is wrong with the password, changing nothing: to be told together with what is wrong beside it.</summary>
    public async Task<IReadOnlyList<Refusal>> GranskaAsync(Losenordsbiljett biljett, string nyttLosenord, CancellationToken ct) =>
        await db.Konton.SingleOrDefaultAsync(k => k.Id == biljett.KontoId, ct) is { } konto ? Losenordsregler.Granska(nyttLosenord, konto, vanliga) : [];

    /// <summary>Changes the password, ends the account's sessions and tells the person by mail.</summary>
    public async Task<Result<Konto>> BytAsync(Losenordsbiljett biljett, string nyttLosenord, CancellationToken ct)
    {
        var konto = await db.Konton.SingleOrDefaultAsync(k => k.Id == biljett.KontoId, ct);
        if (konto is null || konto.SecurityStamp != biljett.Stampel)
        {
            return await NekaAsync(biljett, [new BytetForGammalt()]);
        }

        var refusals = Losenordsregler.Granska(nyttLosenord, konto, vanliga);
        if (refusals.Count == 0 && hasher.VerifyHashedPassword(konto, konto.PasswordHash!, nyttLosenord) != PasswordVerificationResult.Failed)
        {
            refusals = [new SvagtLosenord("Det nya lösenordet är samma som det gamla. Välj ett annat.")];
        }

        if (refusals.Count > 0)
        {
            return await NekaAsync(biljett, refusals);
        }

        try
        {
            return await db.ITransaktionAsync<Result<Konto>>(
                async () =>
                {
                    konto.BytLosenord(hasher.HashPassword(konto, nyttLosenord));
                    audit.Add(Acts.PasswordChanged, AuditObjects.Konto, konto.Id, null);
                    AddMejl(konto);
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaAllaAsync(konto.Id, ct);
                    return konto;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same permission was used twice at once: the other one was first.
            db.ChangeTracker.Clear();
            return await NekaAsync(biljett, [new BytetForGammalt()]);
        }
    }

    private async Task<Result<Konto>> NekaAsync(Losenordsbiljett biljett, IReadOnlyList<Refusal> refusals)
    {
        await audit.AddRefusalAsync(Acts.PasswordChanged, AuditObjects.Konto, biljett.KontoId, null, refusals);
        return Result<Konto>.Refused(refusals);
    }

    private void AddMejl(Konto konto)
    {
        if (string.IsNullOrEmpty(konto.Email))
        {
            return;
        }

        mejl.Add(
            konto.Email,
            "Ditt lösenord till Mina tjänster är bytt",
            $"""
            Hej!

            Ditt lösenord till Mina tjänster byttes {SvenskText.Datum(klocka.SvenskDag())} klockan {klocka.UtcNu().SvenskTidpunkt():HH:mm}. Där du var inloggad har du loggats ut.

            Var det inte du? Kontakta genast behörighetsadministratören på din skola, eller ring CSN på {Hjalpvag.Partnertelefon}.

            Det går inte att svara på mejlet.

            CSN
            """,
            konto.Id);
    }
}
