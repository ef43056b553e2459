using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>One thing the person holds, with its school and last day.</summary>
public sealed record EgenBehorighet(Behorighetsslag Slag, string? Skolnamn, string? Skolkod, DateOnly? GiltigTill);

/// <summary>A school where the person is or was a user.</summary>
/// <param name="Avslutad">The account has ended there.</param>
public sealed record EgenSkola(string Namn, string Skolkod, bool Avslutad);

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

    /// <summary>The schools where the person is or was a user, whatever they hold there: in use first, then by name.</summary>
    public async Task<IReadOnlyList<EgenSkola>> SkolorAsync(long kontoId, CancellationToken ct)
    {
        // One's own rows at every school, for one who has none to be at.
        var rader = await (
            from a in db.Skolanvandare.IgnoreQueryFilters([PortalDbContext.Skolfilter]).AsNoTracking()
            where a.KontoId == kontoId
            join s in db.Skolor on a.SkolaId equals s.Id
            select new { s.Namn, s.Skolkod, a.Avslutad }).ToListAsync(ct);
        return [.. rader
            .Select(r => new EgenSkola(r.Namn, r.Skolkod, r.Avslutad is not null))
            .OrderBy(r => r.Avslutad).ThenBy(r => r.Namn, StringComparer.CurrentCulture)];
    }
}
