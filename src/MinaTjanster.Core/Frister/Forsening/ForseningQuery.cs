using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Forsening;

/// <summary>Which schools are looked for.</summary>
/// <param name="BaraEgna">Those that the signed-in person answers for at CSN.</param>
/// <param name="Slag">Of one kind; null for all.</param>
public sealed record Forseningsurval(bool BaraEgna = false, Fristslag? Slag = null);

/// <summary>How much a school is late with.</summary>
/// <param name="Aldst">The earliest last day that has passed.</param>
public sealed record Skolforsening(long SkolaId, int Underlag, int Kompletteringar, int Studietider, DateOnly Aldst)
{
    public int Antal => Underlag + Kompletteringar + Studietider;
}

/// <summary>A school that is late, as CSN's list shows it.</summary>
/// <param name="Pamind">UTC, the latest reminder of what is overdue; null before the first.</param>
public sealed record Forsenadskola(Skolforsening Forsening, string Namn, string Skolkod, string Ort, DateTime? Pamind, Paminnelsesteg? Steg);

/// <param name="Antal">Schools with each kind overdue, within one's own schools or all.</param>
public sealed record Forseningslista(Listsida<Forsenadskola> Sida, IReadOnlyDictionary<Fristslag, int> Antal, int Skolor);

/// <summary>
/// What is overdue by school; the context's scope is all schools. Judged by the same rules as the school's own pages, summed up in the database: one command a kind,
/// however many schools there are.
/// </summary>
public sealed class ForseningQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>The kinds that can be overdue at CSN.</summary>
    public static IReadOnlyList<Fristslag> Slagen { get; } = [Fristslag.Underlag, Fristslag.Komplettering, Fristslag.Studietider];

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Forseningslista> SidaAsync(Forseningsurval urval, int sida, CancellationToken ct)
    {
        var alla = (await AllaAsync(db, klocka.SvenskDag(), ct)).ToList();
        if (urval.BaraEgna)
        {
            var egna = (await db.Kontaktansvar.Where(k => k.KontoId == anvandare.KontoId).Select(k => k.SkolaId).ToListAsync(ct)).ToHashSet();
            alla.RemoveAll(s => !egna.Contains(s.SkolaId));
        }

        var antal = Slagen.ToDictionary(s => s, s => alla.Count(f => AntalAv(f, s) > 0));
        var skolor = alla.Count;
        if (urval.Slag is { } slag)
            alla.RemoveAll(f => AntalAv(f, slag) == 0);
        sida = Math.Clamp(sida, 1, Listsida<Forsenadskola>.SistaSida(alla.Count));
        var visade = alla.Skip((sida - 1) * Listsida<Forsenadskola>.Storlek).Take(Listsida<Forsenadskola>.Storlek).ToList();
        return new(new(await MedNamnAsync(visade, ct), alla.Count, sida), antal, skolor);
    }

    /// <summary>Those of these schools that are late, most overdue first.</summary>
    public async Task<IReadOnlyList<Forsenadskola>> ValdaAsync(IReadOnlyCollection<long> skolor, CancellationToken ct) =>
        await MedNamnAsync([.. (await AllaAsync(db, klocka.SvenskDag(), ct)).Where(f => skolor.Contains(f.SkolaId))], ct);

    public static int AntalAv(Skolforsening f, Fristslag slag) => slag switch
    {
        Fristslag.Underlag => f.Underlag,
        Fristslag.Komplettering => f.Kompletteringar,
        Fristslag.Studietider => f.Studietider,
        _ => 0,
    };

    /// <summary>Every school that is late, most overdue first.</summary>
    internal static async Task<IEnumerable<Skolforsening>> AllaAsync(PortalDbContext db, DateOnly idag, CancellationToken ct)
    {
        var fore = Underlagsfrist.ForsenadeFore(idag);
        var underlag = await (
            from a in db.Nationellt<Arende>()
            where a.Status == Arendestatus.VantarPaUnderlag
            join r in db.Nationellt<Skolkrapport>() on a.SkolkrapportId equals r.Id
            where r.Rapportdag < fore
            group r by r.SkolaId into g
            select new { SkolaId = g.Key, Antal = g.Count(), Forst = g.Min(r => r.Rapportdag) }).ToListAsync(ct);
        var kompletteringar = await (
            from a in db.Nationellt<Arende>()
            where a.Status == Arendestatus.KompletteringBegard
            from k in a.Kompletteringar
            where k.Besvarad == null && k.Aterkallad == null && k.SvarSenast < idag
            group k by a.SkolaId into g
            select new { SkolaId = g.Key, Antal = g.Count(), Forst = g.Min(k => k.SvarSenast) }).ToListAsync(ct);
        return underlag.Select(u => new Skolforsening(u.SkolaId, u.Antal, 0, 0, Underlagsfrist.For(u.Forst, u.Forst).Senast))
            .Concat(kompletteringar.Select(k => new Skolforsening(k.SkolaId, 0, k.Antal, 0, k.Forst)))
            .Concat(await StudietiderAsync(db, idag, ct))
            .GroupBy(f => f.SkolaId)
            .Select(g => new Skolforsening(g.Key, g.Sum(f => f.Underlag), g.Sum(f => f.Kompletteringar), g.Sum(f => f.Studietider), g.Min(f => f.Aldst)))
            .OrderBy(f => f.Aldst).ThenByDescending(f => f.Antal).ThenBy(f => f.SkolaId);
    }

    /// <summary>Rounds whose last day has passed, of läsår that can be reported still, at the schools that have not answered.</summary>
    private static async Task<IEnumerable<Skolforsening>> StudietiderAsync(PortalDbContext db, DateOnly idag, CancellationToken ct)
    {
        var (fran, till) = Rapportserie.Rapporteras(idag);
        var omgangar = await db.Rapporteringsomgangar.AsNoTracking()
            .Where(o => o.Status == Omgangsstatus.Galler && o.Oppnar <= idag && o.SistaDag < idag && o.Lasar >= fran && o.Lasar <= till).ToListAsync(ct);
        List<Skolforsening> rader = [];
        foreach (var omgang in omgangar)
        {
            var former = omgang.Skolformer.ToList();
            var rapporterade = db.Nationellt<Studietidsrapport>().Where(r => r.Lasar == omgang.Lasar).Where(Omgangslagen.Inskickad).Select(r => r.SkolaId);
            rader.AddRange((await db.Skolor.Where(s => former.Contains(s.Skolform) && !rapporterade.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)).Select(id => new Skolforsening(id, 0, 0, 1, omgang.SistaDag)));
        }

        return rader;
    }

    private async Task<IReadOnlyList<Forsenadskola>> MedNamnAsync(IReadOnlyList<Skolforsening> visade, CancellationToken ct)
    {
        var ids = visade.Select(f => f.SkolaId).ToList();
        var skolor = await db.Skolor.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Namn, s.Skolkod, s.Ort }).ToDictionaryAsync(s => s.Id, ct);
        var paminda = (await db.Nationellt<Fristpaminnelse>().Where(p => ids.Contains(p.SkolaId) && p.Steg != Paminnelsesteg.Tyst).GroupBy(p => new { p.SkolaId, p.Steg }).Select(g => new { g.Key.SkolaId, g.Key.Steg, Tid = g.Max(p => p.Tid) }).ToListAsync(ct))
            .GroupBy(p => p.SkolaId).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Tid).ThenByDescending(p => p.Steg).First());
        return [.. visade.Select(f => new Forsenadskola(f, skolor[f.SkolaId].Namn, skolor[f.SkolaId].Skolkod, skolor[f.SkolaId].Ort, paminda.GetValueOrDefault(f.SkolaId)?.Tid, paminda.GetValueOrDefault(f.SkolaId)?.Steg))];
    }
}
