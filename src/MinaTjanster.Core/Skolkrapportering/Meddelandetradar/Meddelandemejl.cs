using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

/// <summary>Says that there is a message in the portal: a link, never the message, a name or a personnummer (domain.md section 6).</summary>
public sealed class Meddelandemejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>To each who holds SR at the school today; the caller saves.</summary>
    /// <returns>How many; 0 where the school has no reporter with a mail address.</returns>
    public async Task<int> AddTillSkolanAsync(Arende arende, bool behoverSvar, CancellationToken ct)
    {
        var mottagare = await db.InnehavareAsync(Behorighetsslag.Studeranderapportering, arende.SkolaId, klocka.SvenskDag(), ct);
        var skola = await db.Skolor.Where(s => s.Id == arende.SkolaId).Select(s => new { s.Namn, s.Skolkod }).SingleAsync(ct);
        foreach (var (epost, kontoId) in mottagare)
        {
            mejl.Add(
                epost,
                "CSN har skrivit till er om en rapport",
                $"""
                Hej!

                CSN har skrivit ett meddelande till {skola.Namn} (skolkod {skola.Skolkod}) om en rapport om ogiltig frånvaro.

                {(behoverSvar ? "Logga in i Mina tjänster för att läsa och svara:" : "Ni behöver inte svara. Logga in i Mina tjänster för att läsa:")}
                {adress.Till($"/ogiltig-franvaro/{arende.SkolkrapportId}/meddelanden")}

                Du får mejlet för att du rapporterar studerande för skolan. Det går inte att svara på det.

                CSN
                """,
                kontoId);
        }

        return mottagare.Count;
    }

    /// <summary>To whoever has the case, if somebody has; the caller saves.</summary>
    public async Task AddTillHandlaggarenAsync(Arende arende, CancellationToken ct)
    {
        if (arende.HandlaggareKontoId is not { } kontoId || await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleAsync(ct) is not { Length: > 0 } epost)
        {
            return;
        }

        var nummer = arende.Skolkrapport.Kvittensnummer;
        mejl.Add(
            epost,
            $"Skolan har skrivit i ärende {nummer}",
            $"""
            Hej!

            Skolan har skrivit ett meddelande i ärendet {nummer}, som du handlägger.

            Logga in i Mina tjänster för att läsa det:
            {adress.Till($"/granskning/{arende.Id}/meddelanden")}

            CSN
            """);
    }
}
