using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// What follows when an account gets another e-mail address: whoever knew its password, or reads the old mailbox, must not come in as the person it
/// now belongs to. Inside the caller's transaction; the caller saves.
/// </summary>
public sealed class EpostbyteService(PortalDbContext db, SessionService sessioner, EngangslosenordService engangslosenord, MejlService mejl)
{
    /// <param name="konto">With the new address.</param>
    /// <param name="tidigare">The old address, which is told.</param>
    /// <param name="skolaId">The school it is done at, or null at CSN.</param>
    public async Task FoljAsync(Konto konto, string? tidigare, long? skolaId, CancellationToken ct)
    {
        await db.Engangskoder.Where(k => k.KontoId == konto.Id).ExecuteDeleteAsync(ct);
        await sessioner.AvslutaAllaAsync(konto.Id, ct);
        // A new account's one-time password comes when its letter has been sent.
        if (konto.PasswordHash is not null)
            engangslosenord.Mejla(konto, skolaId);
        if (!Kontouppgifter.ArEpost(tidigare ?? ""))
            return;

        mejl.Add(
            tidigare!,
            "Din e-postadress i Mina tjänster är ändrad",
            $"""
            Hej!

            E-postadressen för ditt konto i Mina tjänster är ändrad. Mejl om kontot, och ett nytt engångslösenord, går till den nya adressen. Lösenordet som du hade gäller inte längre.

            Känner du inte till ändringen? Kontakta skolans behörighetsadministratör, eller ring CSN på {Hjalpvag.Partnertelefon}, {Hjalpvag.Telefontid}.

            Mina tjänster, CSN
            """);
    }
}
