using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>One thing the person holds, with its school and last day.</summary>
public sealed record EgenBehorighet(Behorighetsslag Slag, string? Skolnamn, string? Skolkod, DateOnly? GiltigTill);

/// <summary>All that a person holds today, at every school, for the person to see.</summary>
public sealed class EgnaBehorigheterQuery(PortalDbContext db, TimeProvider klocka)
{
    public async Task<IReadOnlyList<EgenBehorighet>> ForAsync(long kontoId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var rader = await (
            from b in db.Behorigheter.AsNoTracking().Gallande(idag)
            where b.KontoId == kontoId
            from s in db.Skolor.Where(s => s.Id == b.SkolaId).DefaultIfEmpty()
            select new { b.Slag, Namn = s == null ? null : s.Namn, Kod = s == null ? null : s.Skolkod, b.GiltigTill }).ToListAsync(ct);
        return [.. rader
            .Select(r => new EgenBehorighet(r.Slag, r.Namn, r.Kod, r.GiltigTill))
            .OrderBy(r => r.Skolnamn, StringComparer.CurrentCulture).ThenBy(r => r.Slag)];
    }
}
