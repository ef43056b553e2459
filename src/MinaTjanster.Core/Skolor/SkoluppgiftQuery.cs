using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor;

/// <summary>A school in CSN's list.</summary>
/// <param name="Ansvariga">The names of the contact persons who answer for it.</param>
public sealed record Skollistrad(long SkolaId, string Namn, string Skolkod, string Ort, bool SaknarAdress, IReadOnlyList<string> Ansvariga);

/// <summary>A contact person of a school, or one who may become it.</summary>
public sealed record Skolkontakt(long KontoId, string Namn);

/// <summary>What CSN itself keeps of a school.</summary>
/// <param name="Ansvariga">Who answer for it; with none, all contact persons do.</param>
/// <param name="Ovriga">The contact persons who do not.</param>
public sealed record Skoluppgifter(Skola Skola, IReadOnlyList<Skolkontakt> Ansvariga, IReadOnlyList<Skolkontakt> Ovriga);

/// <summary>The schools as CSN's behörighetshandläggare looks after them: where letters go, and who at CSN answers for each.</summary>
public sealed class SkoluppgiftQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>All schools, those without an address first, then by name.</summary>
    /// <param name="sok">Part of a name, or a skolkod; null for all.</param>
    public async Task<Listsida<Skollistrad>> ListaAsync(string? sok, int sida, CancellationToken ct)
    {
        // The country has some thousands of schools: folded and sorted here, the same on both engines.
        var text = SvenskText.Folda((sok ?? "").Trim());
        var skolor = (await db.Skolor.AsNoTracking().Select(s => new { s.Id, s.Namn, s.Skolkod, s.Ort, SaknarAdress = s.Gatuadress == null }).ToListAsync(ct))
            .Where(s => text.Length == 0 || s.Skolkod == text || SvenskText.Folda(s.Namn).Contains(text, StringComparison.Ordinal))
            .OrderByDescending(s => s.SaknarAdress).ThenBy(s => SvenskText.SorteringsNyckel(s.Namn), StringComparer.Ordinal).ThenBy(s => s.Id)
            .ToList();
        var vald = Math.Clamp(sida, 1, Listsida<Skollistrad>.SistaSida(skolor.Count));
        var visade = skolor.Skip((vald - 1) * Listsida<Skollistrad>.Storlek).Take(Listsida<Skollistrad>.Storlek).ToList();
        var ids = visade.ConvertAll(s => s.Id);
        var ansvar = await (
            from a in db.Kontaktansvar.AsNoTracking()
            where ids.Contains(a.SkolaId)
            join k in db.Konton on a.KontoId equals k.Id
            select new { a.SkolaId, k.Namn }).ToListAsync(ct);
        return new Listsida<Skollistrad>(
            visade.ConvertAll(s => new Skollistrad(
                s.Id, s.Namn, s.Skolkod, s.Ort, s.SaknarAdress, [.. ansvar.Where(a => a.SkolaId == s.Id).Select(a => a.Namn).Order(StringComparer.CurrentCulture)])),
            skolor.Count,
            vald);
    }

    public async Task<Skoluppgifter?> ForAsync(long skolaId, CancellationToken ct)
    {
        if (await db.Skolor.AsNoTracking().SingleOrDefaultAsync(s => s.Id == skolaId, ct) is not { } skola)
            return null;

        var ansvarar = await db.Kontaktansvar.Where(a => a.SkolaId == skolaId).Select(a => a.KontoId).ToListAsync(ct);
        var kontakter = await Kontaktpersoner(db, klocka.SvenskDag()).ToListAsync(ct);
        var ids = ansvarar.Concat(kontakter).ToList();
        var personer = (await db.Konton.Where(k => ids.Contains(k.Id)).Select(k => new { k.Id, k.Namn }).ToListAsync(ct))
            .ConvertAll(k => new Skolkontakt(k.Id, k.Namn)).OrderBy(k => k.Namn, StringComparer.CurrentCulture).ThenBy(k => k.KontoId).ToList();
        return new Skoluppgifter(skola, personer.FindAll(p => ansvarar.Contains(p.KontoId)), personer.FindAll(p => !ansvarar.Contains(p.KontoId)));
    }

    /// <summary>The accounts that are contact persons that day.</summary>
    internal static IQueryable<long> Kontaktpersoner(PortalDbContext db, DateOnly dag) =>
        db.Behorigheter.Gallande(dag).Where(b => b.SkolaId == null && b.Slag == Behorighetsslag.CsnKontaktperson)
            .Select(b => b.KontoId);
}
