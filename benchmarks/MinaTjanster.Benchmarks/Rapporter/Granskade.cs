using Microsoft.EntityFrameworkCore;
using MinaTjanster.Benchmarks.Filer;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Benchmarks.Rapporter;

/// <summary>A check page that has been opened and not sent.</summary>
internal sealed class Granskad(Besokare besokare, string adress, Dictionary<string, string> falt)
{
    public Besokare Besokare => besokare;

    public string Adress => adress;

    /// <summary>Where the post led.</summary>
    public string? Kvittens { get; private set; }

    public async Task SkickaAsync() => Kvittens = await besokare.SkickaAsync(adress, falt);
}

/// <summary>Reporters who have signed in, each with forms filled in and check pages opened, through the portal's own pages.</summary>
internal static class Granskade
{
    /// <summary>How many students of a school at most: so that the load comes from many schools.</summary>
    private const int PerSkola = 100;

    /// <returns>In turns between the schools.</returns>
    public static async Task<List<Granskad>> HamtaAsync(Filko ko, Uri adress, int antal)
    {
        var skolor = await SkolorAsync(ko);
        var granskade = new List<List<Granskad>>();
        foreach (var grupp in skolor.Chunk(8))
        {
            granskade.AddRange(await Task.WhenAll(grupp.Select(skola => AllaAsync(adress, skola.Namn, skola.Studerande))));
            if (granskade.Sum(g => g.Count) >= antal)
                return [.. Enumerable.Range(0, PerSkola).SelectMany(i => granskade.Where(g => i < g.Count).Select(g => g[i])).Take(antal)];
        }

        throw new InvalidOperationException($"Only {granskade.Sum(g => g.Count)} check pages could be opened.");
    }

    /// <summary>Schools with a reporter who has this school only, and those of its students who have no report.</summary>
    private static async Task<List<(string Namn, List<long> Studerande)>> SkolorAsync(Filko ko)
    {
        await using var db = ko.Alla();
        var ensamma = db.Behorigheter.Where(b => b.Slag == Behorighetsslag.Studeranderapportering && b.SkolaId != null)
            .Where(b => !db.Behorigheter.Any(a => a.KontoId == b.KontoId && a.Id != b.Id));
        var rapportorer = await (
            from b in ensamma
            join k in db.Konton on b.KontoId equals k.Id
            join s in db.Skolor on b.SkolaId equals s.Id
            where s.Skolform == Skolform.Gymnasieskola
            group k.UserName by s.Id into g
            select new { SkolaId = g.Key, Namn = g.Min() }).OrderBy(r => r.SkolaId).Take(400).ToListAsync();
        var rapporterade = db.Nationellt<Skolkrapport>().Select(r => r.StuderandeId);
        List<(string, List<long>)> skolor = [];
        foreach (var r in rapportorer)
        {
            var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == r.SkolaId && !rapporterade.Contains(s.Id)).OrderBy(s => s.Id).Take(PerSkola).Select(s => s.Id).ToListAsync();
            skolor.Add((r.Namn!, studerande));
        }

        return skolor;
    }

    private static async Task<List<Granskad>> AllaAsync(Uri adress, string namn, List<long> studerande)
    {
        var besokare = await Besokare.LoggaInAsync(adress, namn);
        List<Granskad> granskade = [];
        string? formular = null;
        foreach (var id in studerande)
        {
            var vag = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/ogiltig-franvaro/rapportera/{id}");
            formular ??= await besokare.HamtaAsync(vag);
            try
            {
                var granska = await besokare.SparaUtkastAsync(formular, vag);
                granskade.Add(new(besokare, granska, Besokare.Dolda(await besokare.HamtaAsync(granska), "name=\"Version\"")));
            }
            catch (InvalidOperationException)
            {
                // This student cannot be reported for those days: too old, or not yet studying.
            }
        }

        return granskade;
    }
}
