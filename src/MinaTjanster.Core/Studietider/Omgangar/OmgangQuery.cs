using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;

namespace MinaTjanster.Core.Studietider.Omgangar;

/// <summary>A round in CSN's list.</summary>
public sealed record Omgangsrad(Rapporteringsomgang Omgang, int Rapporterat, int Skolor);

/// <summary>Which of a round's schools are looked for.</summary>
/// <param name="Rapporterat">Those that have, or those that have not; null for all.</param>
/// <param name="Skolform">Null for all.</param>
public sealed record Omgangsurval(bool? Rapporterat = null, Skolform? Skolform = null);

/// <summary>A school and what it has done.</summary>
/// <param name="Inskickad">UTC, the latest sending; null before the first.</param>
/// <param name="Pamind">UTC, the latest reminder; null when it has got none.</param>
/// <param name="Mottagare">To how many that one went.</param>
public sealed record Omgangsskola(
    long SkolaId, string Namn, string Skolkod, string Ort, Skolform Skolform, Omgangslage Lage, DateTime? Inskickad, DateTime? Pamind, int Mottagare);

/// <summary>CSN's view of the rounds; the context's scope is all schools.</summary>
public sealed class OmgangQuery(PortalDbContext db)
{
    private const int MaxOmgangar = 100;

    /// <summary>All rounds, the latest first.</summary>
    public async Task<IReadOnlyList<Omgangsrad>> AllaAsync(CancellationToken ct)
    {
        var omgangar = await db.Rapporteringsomgangar.AsNoTracking().Include(o => o.Paminnelser).OrderByDescending(o => o.Oppnar).ThenByDescending(o => o.Id).Take(MaxOmgangar).ToListAsync(ct);
        var ar = omgangar.Select(o => o.Lasar).Distinct().ToList();
        var skolor = await db.Skolor.GroupBy(s => s.Skolform).Select(g => new { g.Key, Antal = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        var rapporterat = await db.Nationellt<Studietidsrapport>().Where(r => ar.Contains(r.Lasar)).Where(Omgangslagen.Inskickad)
            .Join(db.Skolor, r => r.SkolaId, s => s.Id, (r, s) => new { r.Lasar, s.Skolform, s.Id })
            .GroupBy(r => new { r.Lasar, r.Skolform }).Select(g => new { g.Key.Lasar, g.Key.Skolform, Antal = g.Select(r => r.Id).Distinct().Count() })
            .ToDictionaryAsync(g => (g.Lasar, g.Skolform), g => g.Antal, ct);
        return omgangar.ConvertAll(o => new Omgangsrad(o, o.Skolformer.Sum(s => rapporterat.GetValueOrDefault((o.Lasar, s))), o.Skolformer.Sum(s => skolor.GetValueOrDefault(s))));
    }

    public Task<Rapporteringsomgang?> ForAsync(long id, CancellationToken ct) =>
        db.Rapporteringsomgangar.AsNoTracking().Include(o => o.Paminnelser).SingleOrDefaultAsync(o => o.Id == id, ct);

    /// <summary>How many of the round's schools have reported, and how many there are.</summary>
    public async Task<(int Rapporterat, int Skolor)> AntalAsync(Rapporteringsomgang omgang, CancellationToken ct)
    {
        var skolor = Skolor(omgang, new());
        return (await Rapporterade(skolor, omgang.Lasar).CountAsync(ct), await skolor.CountAsync(ct));
    }

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Omgangsskola>> SkolorAsync(Rapporteringsomgang omgang, Omgangsurval urval, int sida, CancellationToken ct)
    {
        var skolor = Skolor(omgang, urval);
        var antal = await skolor.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Omgangsskola>.SistaSida(antal));
        return new(await LasAsync(skolor.OrderBy(s => s.Sorteringsnyckel).ThenBy(s => s.Namn).ThenBy(s => s.Id).Skip((sida - 1) * Listsida<Omgangsskola>.Storlek).Take(Listsida<Omgangsskola>.Storlek), omgang, ct), antal, sida);
    }

    /// <summary>Every school of the choice, for the CSV.</summary>
    public Task<List<Omgangsskola>> AllaSkolorAsync(Rapporteringsomgang omgang, Omgangsurval urval, CancellationToken ct) =>
        LasAsync(Skolor(omgang, urval).OrderBy(s => s.Sorteringsnyckel).ThenBy(s => s.Namn).ThenBy(s => s.Id), omgang, ct);

    private IQueryable<Skola> Skolor(Rapporteringsomgang omgang, Omgangsurval urval)
    {
        var former = omgang.Skolformer.Where(s => urval.Skolform is null || s == urval.Skolform).ToList();
        var skolor = db.Skolor.AsNoTracking().Where(s => former.Contains(s.Skolform));
        return urval.Rapporterat switch
        {
            null => skolor,
            true => Rapporterade(skolor, omgang.Lasar),
            false => skolor.Where(s => !Inskickade(omgang.Lasar).Contains(s.Id)),
        };
    }

    private IQueryable<Skola> Rapporterade(IQueryable<Skola> skolor, int lasar) => skolor.Where(s => Inskickade(lasar).Contains(s.Id));

    private IQueryable<long> Inskickade(int lasar) => db.Nationellt<Studietidsrapport>().Where(r => r.Lasar == lasar).Where(Omgangslagen.Inskickad).Select(r => r.SkolaId);

    /// <summary>Each school's own reports and reminders are summed up in the database.</summary>
    private async Task<List<Omgangsskola>> LasAsync(IQueryable<Skola> skolor, Rapporteringsomgang omgang, CancellationToken ct)
    {
        var rapporter = db.Nationellt<Studietidsrapport>().Where(r => r.Lasar == omgang.Lasar);
        var inskickade = Inskickade(omgang.Lasar);
        var paminnelser = omgang.Paminnelser.Select(p => p.Id).ToList();
        var utskick = db.Nationellt<Omgangsutskick>().Where(u => paminnelser.Contains(u.OmgangspaminnelseId));
        var valda = await skolor.Select(s => new
        {
            s.Id,
            s.Namn,
            s.Skolkod,
            s.Ort,
            s.Skolform,
            Rapporterat = inskickade.Contains(s.Id),
            Ater = rapporter.Any(r => r.SkolaId == s.Id && r.Status == Rapportstatus.Ater),
            Paborjad = rapporter.Any(r => r.SkolaId == s.Id),
            Inskickad = rapporter.Where(r => r.SkolaId == s.Id).OrderByDescending(r => r.Inskickad).Select(r => r.Inskickad).FirstOrDefault(),
            Pamind = utskick.Where(u => u.SkolaId == s.Id).OrderByDescending(u => u.Tid).Select(u => (DateTime?)u.Tid).FirstOrDefault(),
            Mottagare = utskick.Where(u => u.SkolaId == s.Id).OrderByDescending(u => u.Tid).Select(u => u.Mottagare).FirstOrDefault(),
        }).ToListAsync(ct);
        return valda.ConvertAll(s => new Omgangsskola(s.Id, s.Namn, s.Skolkod, s.Ort, s.Skolform, Lage(s.Rapporterat, s.Ater, s.Paborjad), s.Inskickad, s.Pamind, s.Mottagare));
    }

    private static Omgangslage Lage(bool rapporterat, bool ater, bool paborjad) =>
        rapporterat ? Omgangslage.Rapporterat : ater ? Omgangslage.Ater : paborjad ? Omgangslage.Utkast : Omgangslage.Inget;
}
