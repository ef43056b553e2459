using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Tells a school's reporters that CSN has asked for something: a link and a date, never a name or personnummer (domain.md section 6).</summary>
public sealed class Kompletteringsmejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Adds one mail for each who holds SR at the school today; the caller saves.</summary>
    /// <returns>How many; 0 where the school has no reporter with a mail address.</returns>
    public async Task<int> AddAsync(Arende arende, CancellationToken ct)
    {
        var fraga = arende.ObesvaradKomplettering ?? throw new InvalidOperationException("Nothing has been asked.");
        var mottagare = await db.InnehavareAsync(Behorighetsslag.Studeranderapportering, arende.SkolaId, klocka.SvenskDag(), ct);
        var skola = await db.Skolor.Where(s => s.Id == arende.SkolaId).Select(s => new { s.Namn, s.Skolkod }).SingleAsync(ct);

        foreach (var (epost, kontoId) in mottagare)
        {
            mejl.Add(
                epost,
                $"CSN behöver en komplettering senast {SvenskText.Datum(fraga.SvarSenast)}",
                $"""
                Hej!

                CSN granskar ett frånvarounderlag från {skola.Namn} (skolkod {skola.Skolkod}) och behöver en komplettering senast {SvenskText.Datum(fraga.SvarSenast)}.

                Logga in i Mina tjänster för att se vad som behövs och svara:
                {adress.Till($"/ogiltig-franvaro/{arende.SkolkrapportId}")}

                Du får mejlet för att du rapporterar studerande för skolan. Det går inte att svara på det.

                CSN
                """,
                kontoId);
        }

        return mottagare.Count;
    }
}
