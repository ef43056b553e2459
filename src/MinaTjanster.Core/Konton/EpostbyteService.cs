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
        if (konto.PasswordHash is not null)
        {
            engangslosenord.Mejla(konto, skolaId);
        }
        else
        {
            // A new account's one-time password comes when its letter has been sent.
            mejl.Add(
                konto.Email!,
                "Din e-postadress i Mina tjänster är ändrad",
                """
                Hej!

                Mejl om ditt konto i Mina tjänster går från och med nu till den här adressen. Engångslösenordet mejlas hit när brevet med användarnamnet har hunnit fram till skolan.

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                konto.Id);
        }

        if (!Kontouppgifter.ArEpost(tidigare ?? ""))
            return;

        mejl.Add(
            tidigare!,
            "Din e-postadress i Mina tjänster är ändrad",
            $"""
            Hej!

            E-postadressen för ditt konto i Mina tjänster är ändrad. Mejl om kontot, och ett engångslösenord, går till den nya adressen. Har du haft ett lösenord gäller det inte längre, och du är utloggad. Användarnamnet är detsamma.

            Känner du inte till ändringen? Kontakta skolans behörighetsadministratör, eller ring CSN på {Hjalpvag.Partnertelefon}.

            Mina tjänster, CSN
            """);
    }
}
