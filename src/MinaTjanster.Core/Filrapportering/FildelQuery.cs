using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Another school's part of a file.</summary>
/// <param name="Kvar">Refused rows that nobody has corrected.</param>
public sealed record Fildel(string Skolkod, string Skolnamn, Filjobbstatus Status, int Kvar);

/// <summary>The other parts of a file that was split by school, as far as the reader reports for those schools; of others nothing is said.</summary>
public sealed class FildelQuery(NyPortalDbContext nyDb, AktuellAnvandare anvandare)
{
    /// <returns>By the school's name.</returns>
    public async Task<IReadOnlyList<Fildel>> AndraAsync(Filjobb jobb, CancellationToken ct)
    {
        // Most hold one school, and there is nothing to ask.
        var skolor = anvandare.SkolorMed(Rattighet.RapporteraHandelser).Where(id => id != jobb.SkolaId).ToList();
        if (skolor.Count == 0)
            return [];

        await using var alla = nyDb.NyForAlla("fil till flera skolor");
        var delar = await (
            from j in alla.Nationellt<Filjobb>()
            where j.FiluppladdningId == jobb.FiluppladdningId && skolor.Contains(j.SkolaId)
            join s in alla.Skolor on j.SkolaId equals s.Id
            select new Fildel(
                s.Skolkod, s.Namn, j.Status, alla.Nationellt<Filjobbsrad>().Count(r => r.FiljobbId == j.Id && r.Tillstand == Filradstillstand.Kvar))).ToListAsync(ct);
        return [.. delar.OrderBy(d => d.Skolnamn, StringComparer.CurrentCulture)];
    }
}
