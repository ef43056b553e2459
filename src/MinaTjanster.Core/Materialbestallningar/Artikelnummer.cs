using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Raises article numbers that were stored before small letters were raised, so that one number is one article on either database.</summary>
public static class Artikelnummer
{
    /// <summary>Where all are raised, nothing is written. A number that another article has in capitals is left: which of the two is meant is a person's to say.</summary>
    /// <returns>How many were raised.</returns>
    public static async Task<int> HojSmaAsync(NyPortalDbContext nyDb, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("artikelnummer");
        // A few dozen articles; compared here, since the databases do not agree on what a small å is.
        var nummer = await db.Materialartiklar.AsNoTracking().Select(a => new { a.Id, a.Nummer }).ToListAsync(ct);
        var antal = 0;
        foreach (var en in nummer.Where(n => n.Nummer.Any(char.IsLower)))
        {
            var hojt = en.Nummer.ToUpperInvariant();
            if (nummer.Exists(n => n.Id != en.Id && string.Equals(n.Nummer, hojt, StringComparison.OrdinalIgnoreCase)))
                continue;

            antal += await db.SkrivAsync(
                () => db.Materialartiklar.Where(a => a.Id == en.Id && a.Nummer == en.Nummer)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Nummer, hojt).SetProperty(a => a.Version, a => a.Version + 1), ct),
                ct);
        }

        return antal;
    }
}
