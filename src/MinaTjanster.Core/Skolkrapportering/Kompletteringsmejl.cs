using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Tells a school's reporters that CSN has asked for something, and a handläggare that a case is theirs: a link and a date, never a name or personnummer (domain.md section 6).</summary>
public sealed class Kompletteringsmejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Adds one mail for each who holds SR at the school today; the caller saves.</summary>
    /// <returns>How many; 0 where the school has no reporter with a mail address.</returns>
    public async Task<int> AddAsync(Arende arende, CancellationToken ct)
    {
        var fraga = arende.ObesvaradKomplettering ?? throw new InvalidOperationException("Nothing has been asked.");
        var mottagare = await db.InnehavareAsync(Behorighetsslag.Studeranderapportering, arende.SkolaId, klocka.SvenskDag(), ct);
        var skola = await db.Skolor.Where(s => s.Id == arende.SkolaId).Select(s => new { s.Namn, s.Skolkod }).SingleAsync(ct);

        var helg = Fristregler.Helgnotis(Fristslag.Komplettering, fraga.SvarSenast) is { } notis ? $" {notis}" : "";

        foreach (var (epost, kontoId) in mottagare)
        {
            mejl.Add(
                epost,
                $"CSN behöver en komplettering senast {SvenskText.Datum(fraga.SvarSenast)}",
                $"""
                Hej!

                CSN granskar ett frånvarounderlag från {skola.Namn} (skolkod {skola.Skolkod}) och behöver en komplettering senast {SvenskText.Datum(fraga.SvarSenast)}.{helg}

                Logga in i Mina tjänster för att se vad som behövs och svara:
                {adress.Till($"/ogiltig-franvaro/{arende.SkolkrapportId}")}

                Du får mejlet för att du rapporterar studerande för skolan. Det går inte att svara på det.

                CSN
                """,
                kontoId);
        }

        return mottagare.Count;
    }

    /// <summary>Tells a colleague that a case has been given to them; the message itself stands in the case.</summary>
    /// <returns>1; 0 when they have no mail address.</returns>
    public Task<int> AddOverlamnatAsync(Arende arende, long kontoId, CancellationToken ct)
    {
        var nummer = arende.Skolkrapport.Kvittensnummer;
        return AddAsync(
            arende,
            kontoId,
            $"Ärende {nummer} har lämnats över till dig",
            $"En kollega har lämnat över ärendet {nummer} till dig. Det ligger bland dina ärenden, och meddelandet står i ärendets historik.",
            ct);
    }

    /// <summary>Tells whoever has the case that a colleague has sent its outcome back.</summary>
    /// <returns>1; 0 when they have no mail address, or sent it back themselves.</returns>
    public async Task<int> AddAterlamnatAsync(Arende arende, long avKontoId, CancellationToken ct)
    {
        var nummer = arende.Skolkrapport.Kvittensnummer;
        return arende.HandlaggareKontoId is not { } till || till == avKontoId ? 0
            : await AddAsync(
                arende,
                till,
                $"Utfallet i ärende {nummer} har lämnats tillbaka",
                $"En kollega har kontrollerat utfallet i ärendet {nummer} och lämnat tillbaka det. Läs varför under Beslut i ärendet, och besluta på nytt.",
                ct);
    }

    private async Task<int> AddAsync(Arende arende, long kontoId, string rubrik, string text, CancellationToken ct)
    {
        if (await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleAsync(ct) is not { Length: > 0 } adressat)
        {
            return 0;
        }

        mejl.Add(
            adressat,
            rubrik,
            $"""
            Hej!

            {text}

            Logga in i Mina tjänster för att se ärendet:
            {adress.Till($"/granskning/{arende.Id}")}

            CSN
            """);
        return 1;
    }
}
