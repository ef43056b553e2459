using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Reckons the amount at stake of cases that were stored before it was kept, so that CSN's queue can sort by it (ADR 0047).</summary>
public static class Riskbeloppsfyllning
{
    private const int PerGang = 200;

    /// <summary>
    /// All schools, because the queue is of all. Some cases a save, so that others' acts need not wait for all; a case that somebody changes in the same moment is taken the next time.
    /// What a stop leaves is taken the next time; where all have an amount, nothing is written.
    /// </summary>
    /// <returns>How many got an amount.</returns>
    public static async Task<int> FyllSaknadeAsync(NyPortalDbContext nyDb, TimeProvider klocka, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("riskbelopp");
        var (antal, senaste) = (0, 0L);
        while (true)
        {
            var arenden = await db.Nationellt<Arende>().AsTracking().Include(a => a.Skolkrapport).Where(a => a.Uppskattat == null && a.Id > senaste).OrderBy(a => a.Id).Take(PerGang).ToListAsync(ct);
            if (arenden.Count == 0)
                return antal;

            var ids = arenden.ConvertAll(a => a.Skolkrapport.StuderandeId);
            var studerande = await db.Nationellt<Studerande>().AsNoTracking().Include(s => s.Studieperioder).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
            arenden.ForEach(a => a.Uppskatta(Arendeberakning.For(studerande[a.Skolkrapport.StuderandeId], a.Skolkrapport).FelUtbetalt, klocka.UtcNu()));
            try
            {
                await db.SaveChangesAsync(ct);
                antal += arenden.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another copy fills, or somebody works: those are left.
            }

            senaste = arenden[^1].Id;
            db.ChangeTracker.Clear();
        }
    }
}
