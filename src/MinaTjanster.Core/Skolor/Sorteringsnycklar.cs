using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor;

/// <summary>Gives schools that were stored before their names had a sort key theirs.</summary>
public static class Sorteringsnycklar
{
    private const int PerGang = 200;

    /// <summary>Some schools a transaction, so that others' acts need not wait for all. What a stop leaves is taken the next time; where all have one, nothing is written.</summary>
    /// <returns>How many got a key.</returns>
    public static async Task<int> FyllSaknadeAsync(NyPortalDbContext nyDb, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("sorteringsnycklar");
        var (antal, senaste) = (0, 0L);
        while (true)
        {
            var skolor = await db.Skolor.Where(s => s.Sorteringsnyckel == "" && s.Id > senaste).OrderBy(s => s.Id).Take(PerGang).ToListAsync(ct);
            if (skolor.Count == 0)
                return antal;

            skolor.ForEach(s => s.FyllSorteringsnyckel());
            await db.SaveChangesAsync(ct);
            (antal, senaste) = (antal + skolor.Count, skolor[^1].Id);
            db.ChangeTracker.Clear();
        }
    }
}
