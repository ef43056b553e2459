using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
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
    /// All schools, because the queue is of all; open cases only, since nothing is sorted out of the closed. The columns alone are written, where they still are empty: no page that somebody works on
    /// becomes old by it. What fails is left for the next start, which never waits for it; where all have an amount, nothing is written.
    /// </summary>
    /// <returns>How many got an amount.</returns>
    public static async Task<int> FyllSaknadeAsync(NyPortalDbContext nyDb, TimeProvider klocka, ILogger logg, CancellationToken ct)
    {
        var (antal, senaste) = (0, 0L);
        try
        {
            await using var db = nyDb.NyForAlla("riskbelopp");
            while (true)
            {
                var arenden = await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Skolkrapport)
                    .Where(a => a.Uppskattat == null && a.Id > senaste && a.Status != Arendestatus.Avslutat && a.Status != Arendestatus.Atertaget)
                    .OrderBy(a => a.Id).Take(PerGang).ToListAsync(ct);
                if (arenden.Count == 0)
                    return antal;

                var ids = arenden.ConvertAll(a => a.Skolkrapport.StuderandeId);
                var studerande = await db.Nationellt<Studerande>().AsNoTracking().Include(s => s.Studieperioder).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
                foreach (var arende in arenden)
                    antal += await FyllAsync(db, arende, studerande, klocka.UtcNu(), logg, ct);
                senaste = arenden[^1].Id;
            }
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            logg.LogWarning("Amounts at stake could not be read: {Slag}. The rest is left for the next start.", fel.GetType().Name);
            return antal;
        }
    }

    private static async Task<int> FyllAsync(PortalDbContext db, Arende arende, Dictionary<long, Studerande> studerande, DateTime nu, ILogger logg, CancellationToken ct)
    {
        try
        {
            var belopp = Arendeberakning.For(studerande[arende.Skolkrapport.StuderandeId], arende.Skolkrapport).FelUtbetalt.Belopp;
            var id = arende.Id;
            return await db.SkrivAsync(
                () => db.Nationellt<Arende>().Where(a => a.Id == id && a.Uppskattat == null)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Riskbelopp, belopp).SetProperty(a => a.Uppskattat, (DateTime?)nu), ct),
                ct);
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            logg.LogWarning("The amount at stake of case {Arende} could not be reckoned: {Slag}", arende.Id, fel.GetType().Name);
            return 0;
        }
    }
}
