using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Gives the national cases their keys and loads them.</summary>
internal sealed class Riksladdning(Bulkladdning bulk)
{
    private static readonly Action<Skolkrapport, long> RapportId = Bulkladdning.Sattare<Skolkrapport>(nameof(Skolkrapport.Id));
    private static readonly Action<Arende, long> ArendeId = Bulkladdning.Sattare<Arende>(nameof(Arende.Id));
    private static readonly Action<Arende, long> ArendeRapport = Bulkladdning.Sattare<Arende>(nameof(Arende.SkolkrapportId));
    private static readonly Action<Franvarounderlag, long> UnderlagId = Bulkladdning.Sattare<Franvarounderlag>(nameof(Franvarounderlag.Id));
    private static readonly Action<Franvarounderlag, long> UnderlagRapport = Bulkladdning.Sattare<Franvarounderlag>(nameof(Franvarounderlag.SkolkrapportId));
    private static readonly Action<Komplettering, long> KompletteringId = Bulkladdning.Sattare<Komplettering>(nameof(Komplettering.Id));
    private static readonly Action<Komplettering, long> KompletteringArende = Bulkladdning.Sattare<Komplettering>(nameof(Komplettering.ArendeId));
    private static readonly Action<AuditEvent, long> HandelseId = Bulkladdning.Sattare<AuditEvent>(nameof(AuditEvent.Id));

    public async Task LaddaAsync(List<Riksfall> fall, CancellationToken ct)
    {
        var (rapport, arende) = (await bulk.NastaIdAsync<Skolkrapport>(ct), await bulk.NastaIdAsync<Arende>(ct));
        foreach (var (i, ett) in fall.Index())
        {
            RapportId(ett.Rapport, rapport + i);
            ArendeId(ett.Arende, arende + i);
            ArendeRapport(ett.Arende, rapport + i);
            if (ett.Underlag is { } underlag)
            {
                UnderlagRapport(underlag, rapport + i);
            }

            if (ett.Komplettering is { } komplettering)
            {
                KompletteringArende(komplettering, arende + i);
            }

            foreach (var handelse in ett.Handelser)
            {
                handelse.ObjektId = rapport + i;
            }
        }

        var underlagen = fall.Where(f => f.Underlag is not null).Select(f => f.Underlag!).ToList();
        var kompletteringar = fall.Where(f => f.Komplettering is not null).Select(f => f.Komplettering!).ToList();
        var handelser = fall.SelectMany(f => f.Handelser).OrderBy(h => h.Tid).ToList();
        Rikstackande.Numrera(underlagen, UnderlagId, await bulk.NastaIdAsync<Franvarounderlag>(ct));
        Rikstackande.Numrera(kompletteringar, KompletteringId, await bulk.NastaIdAsync<Komplettering>(ct));
        Rikstackande.Numrera(handelser, HandelseId, await bulk.NastaIdAsync<AuditEvent>(ct));
        await bulk.LaddaAsync(fall.ConvertAll(f => f.Rapport), ct);
        await bulk.LaddaAsync(fall.ConvertAll(f => f.Arende), ct);
        await bulk.LaddaAsync(underlagen, ct);
        await bulk.LaddaAsync(kompletteringar, ct);
        await bulk.LaddaAsync(handelser, ct);
    }
}

/// <summary>The made-up handläggare who have reviewed the country's cases; the demo's own keep their short lists.</summary>
internal sealed class Rikshandlaggare(PortalDbContext db, Bulkladdning bulk)
{
    public async Task<List<long>> SakerstallAsync(string hash, CancellationToken ct)
    {
        const string prefix = "CSNRIKS";
        var finns = await db.Konton.Where(k => k.NormalizedUserName!.StartsWith(prefix)).Select(k => k.Id).ToListAsync(ct);
        if (finns.Count > 0)
        {
            return finns;
        }

        var slump = new Slump(Riksmatt.CsnHandlaggare);
        var konton = Enumerable.Range(1, Riksmatt.CsnHandlaggare)
            .Select(i => new Konto($"csnriks{i:00}", $"{slump.Ur(Demonamn.Fornamn)} {slump.Ur(Demonamn.Efternamn)}", $"csnriks{i:00}@csn.example", telefon: null))
            .ToList();
        konton.ForEach(k => k.BytLosenord(hash));
        Rikstackande.Numrera(konton, (konto, id) => konto.Id = id, await bulk.NastaIdAsync<Konto>(ct));
        await bulk.LaddaAsync(konton, ct);
        var behorigheter = konton.ConvertAll(k => new Behorighet(k.Id, null, Behorighetsslag.CsnHandlaggare));
        Rikstackande.Numrera(behorigheter, Bulkladdning.Sattare<Behorighet>(nameof(Behorighet.Id)), await bulk.NastaIdAsync<Behorighet>(ct));
        await bulk.LaddaAsync(behorigheter, ct);
        return konton.ConvertAll(k => k.Id);
    }
}
