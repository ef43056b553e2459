using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// Fills the database to the country's size (<see cref="Riksmatt"/>) beside the demo data, which stays as it is: for measuring.
/// Schools are written some at a time, each lot with all that is theirs in one transaction; a run that was stopped goes on where it was.
/// </summary>
public sealed class Rikstackande(NyPortalDbContext nyDb, TimeProvider klocka, IPasswordHasher<Konto> hasher)
{
    /// <summary>About 11 000 pupils: what is held in memory at a time.</summary>
    internal const int SkolorPerOmgang = 40;

    private static readonly Action<Skola, long> SkolaId = Bulkladdning.Sattare<Skola>(nameof(Skola.Id));
    private static readonly Action<Skolanvandare, long> SkolanvandareId = Bulkladdning.Sattare<Skolanvandare>(nameof(Skolanvandare.Id));
    private static readonly Action<Behorighet, long> BehorighetId = Bulkladdning.Sattare<Behorighet>(nameof(Behorighet.Id));
    private static readonly Action<Studerande, long> StuderandeId = Bulkladdning.Sattare<Studerande>(nameof(Studerande.Id));
    private static readonly Action<Sokord, long> SokordId = Bulkladdning.Sattare<Sokord>(nameof(Sokord.Id));
    private static readonly Action<Sokord, long> SokordStuderande = Bulkladdning.Sattare<Sokord>(nameof(Sokord.StuderandeId));
    private static readonly Action<Studieperiod, long> PeriodId = Bulkladdning.Sattare<Studieperiod>(nameof(Studieperiod.Id));
    private static readonly Action<Studieperiod, long> PeriodStuderande = Bulkladdning.Sattare<Studieperiod>(nameof(Studieperiod.StuderandeId));

    /// <summary>The demo data must be there. Returns how many schools were added.</summary>
    /// <param name="framat">Told how many of the new schools are done.</param>
    /// <param name="ct">Stops between lots.</param>
    public async Task<int> SeedaAsync(Action<int>? framat = null, CancellationToken ct = default)
    {
        var lasar = new Demolasar(klocka.SvenskDag());
        var (klara, upptagna, hash) = await LageAsync(ct);
        var kvar = Skolor().Where(s => !klara.Contains(s.Skolkod)).ToList();
        var gjorda = Riksmatt.NyaSkolor - kvar.Count;
        foreach (var omgang in kvar.Chunk(SkolorPerOmgang))
        {
            await using var db = nyDb.NyForAlla("rikstäckande testdata");
            await db.ITransaktionAsync(() => LaggInAsync(db, omgang, lasar, upptagna, hash, ct), ct);
            framat?.Invoke(gjorda += omgang.Length);
        }

        if (kvar.Count > 0)
        {
            await using var db = nyDb.NyForAlla("rikstäckande testdata");
            await new Bulkladdning(db).SammanfattaAsync(ct);
        }

        return kvar.Count;
    }

    internal static List<Riksskola> Skolor()
    {
        var skolor = new List<Riksskola>();
        for (var (i, fore) = (0, 0); i < Riksmatt.NyaSkolor; fore += Riksmatt.EleverVid(i), i++)
        {
            skolor.Add(new Riksskola(i, fore));
        }

        return skolor;
    }

    private async Task<(HashSet<string> Klara, HashSet<string> Upptagna, string Hash)> LageAsync(CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("rikstäckande testdata");
        var demo = Demoskolor.Alla.Select(s => s.Skolkod).ToList();
        var klara = await db.Skolor.Where(s => !demo.Contains(s.Skolkod)).Select(s => s.Skolkod).ToListAsync(ct);
        var demoId = await db.Skolor.Where(s => demo.Contains(s.Skolkod)).Select(s => s.Id).ToListAsync(ct);
        var nummer = await db.Nationellt<Studerande>().Where(s => demoId.Contains(s.SkolaId)).Select(s => s.Personnummer).ToListAsync(ct);
        var konto = new Konto("riks", "Riks", "riks@skola.example", telefon: null);
        return ([.. klara], [.. nummer.Select(n => n.Varde)], hasher.HashPassword(konto, Demokonton.Losenord));
    }

    private async Task<int> LaggInAsync(
        PortalDbContext db, Riksskola[] omgang, Demolasar lasar, HashSet<string> upptagna, string hash, CancellationToken ct)
    {
        var bulk = new Bulkladdning(db);
        var handlaggare = await new Rikshandlaggare(db, bulk).SakerstallAsync(hash, ct);
        var skolor = omgang.Select(o => o.Skapa()).ToList();
        Numrera(skolor, SkolaId, await bulk.NastaIdAsync<Skola>(ct));
        await bulk.LaddaAsync(skolor, ct);

        var slumpar = omgang.Select(o => o.Slump()).ToList();
        var rapportorer = await KontonAsync(bulk, omgang, skolor, slumpar, hash, klocka.UtcNu(), ct);
        var studerande = omgang.SelectMany((o, i) => o.Studerande(skolor[i].Id, lasar, upptagna, slumpar[i])).ToList();
        await StuderandeAsync(bulk, studerande, ct);

        var fall = new List<Riksfall>();
        foreach (var (i, elever) in studerande.GroupBy(s => s.SkolaId).Select(g => g.ToList()).Index())
        {
            fall.AddRange(Fall(omgang[i], elever, rapportorer[i], handlaggare, lasar, slumpar[i]));
        }

        await new Riksladdning(bulk).LaddaAsync(fall, ct);
        return omgang.Length;
    }

    /// <summary>The school's share of the country's reports, spread over its pupils.</summary>
    private static IEnumerable<Riksfall> Fall(
        Riksskola skola, List<Studerande> elever, long rapportor, IReadOnlyList<long> handlaggare, Demolasar lasar, Slump slump)
    {
        var alla = Riksmatt.Rapporter - Demorapporter.Alla.Count;
        var underlag = Riksmatt.Underlag - Demorapporter.Alla.Count(r => r.Underlag > 0);
        var forsta = Riksmatt.Andel(alla, skola.EleverFore, Riksmatt.NyaElever);
        var antal = Riksmatt.Andel(alla, skola.EleverFore + skola.AntalElever, Riksmatt.NyaElever) - forsta;
        for (var i = 0; i < antal; i++)
        {
            var nummer = forsta + i;
            var medUnderlag = Riksmatt.Andel(underlag, nummer + 1, alla) > Riksmatt.Andel(underlag, nummer, alla);
            var elev = elever[(int)((long)i * elever.Count / antal)];
            yield return Riksfall.Skapa(nummer, medUnderlag, elev.SkolaId, elev.Id, rapportor, handlaggare, lasar, slump);
        }
    }

    private static async Task<List<long>> KontonAsync(
        Bulkladdning bulk, Riksskola[] omgang, List<Skola> skolor, List<Slump> slumpar, string hash, DateTime tid, CancellationToken ct)
    {
        var rader = omgang.SelectMany((o, i) => o.Konton(hash, slumpar[i]).Select(k => (Skola: skolor[i].Id, k.Konto, k.Slag))).ToList();
        Numrera([.. rader.Select(r => r.Konto)], (konto, id) => konto.Id = id, await bulk.NastaIdAsync<Konto>(ct));
        await bulk.LaddaAsync([.. rader.Select(r => r.Konto)], ct);
        var behorigheter = rader.SelectMany(r => r.Slag.Select(slag => new Behorighet(r.Konto.Id, r.Skola, slag))).ToList();
        Numrera(behorigheter, BehorighetId, await bulk.NastaIdAsync<Behorighet>(ct));
        await bulk.LaddaAsync(behorigheter, ct);
        var anvandare = rader.ConvertAll(r => new Skolanvandare(r.Skola, r.Konto.Id, tid, skapadAvKontoId: null));
        Numrera(anvandare, SkolanvandareId, await bulk.NastaIdAsync<Skolanvandare>(ct));
        await bulk.LaddaAsync(anvandare, ct);
        return [.. skolor.Select(s => behorigheter.First(b => b.SkolaId == s.Id && b.Slag == Behorighetsslag.Studeranderapportering).KontoId)];
    }

    private static async Task StuderandeAsync(Bulkladdning bulk, List<Studerande> studerande, CancellationToken ct)
    {
        Numrera(studerande, StuderandeId, await bulk.NastaIdAsync<Studerande>(ct));
        foreach (var en in studerande)
        {
            foreach (var ord in en.Sokord)
            {
                SokordStuderande(ord, en.Id);
            }

            foreach (var period in en.Studieperioder)
            {
                PeriodStuderande(period, en.Id);
            }
        }

        var sokord = studerande.SelectMany(s => s.Sokord).ToList();
        var perioder = studerande.SelectMany(s => s.Studieperioder).ToList();
        Numrera(sokord, SokordId, await bulk.NastaIdAsync<Sokord>(ct));
        Numrera(perioder, PeriodId, await bulk.NastaIdAsync<Studieperiod>(ct));
        await bulk.LaddaAsync(studerande, ct);
        await bulk.LaddaAsync(sokord, ct);
        await bulk.LaddaAsync(perioder, ct);
    }

    internal static void Numrera<T>(IReadOnlyList<T> rader, Action<T, long> satt, long forsta)
    {
        foreach (var (i, rad) in rader.Index())
        {
            satt(rad, forsta + i);
        }
    }
}
