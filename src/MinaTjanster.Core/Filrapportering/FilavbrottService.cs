using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Stops the reading of a file: what is stored stays, and the receipt says so.</summary>
public sealed class FilavbrottService(PortalDbContext db, NyPortalDbContext nyDb, AuditService audit, TimeProvider klocka)
{
    /// <returns>Null when the active school has no such file.</returns>
    public async Task<Result<Filjobb>?> AvbrytAsync(long id, CancellationToken ct)
    {
        if (await db.Filjobb.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } jobb)
            return null;

        var nu = klocka.UtcNu();
        var avbruten = await db.ITransaktionAsync(
            async () =>
            {
                var antal = await db.Filjobb.Where(j => j.Id == id && (j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar)).ExecuteUpdateAsync(
                    rad => rad.SetProperty(j => j.Status, Filjobbstatus.Avbruten)
                        .SetProperty(j => j.Avslutad, nu)
                        .SetProperty(j => j.LanTill, (DateTime?)null)
                        // The same content may be sent again.
                        .SetProperty(j => j.Unikt, (string?)null),
                    ct);
                if (antal == 0)
                    return false;

                audit.Add(Acts.FileCancelled, AuditObjects.Filjobb, id, jobb.SkolaId);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
        if (!avbruten)
        {
            await audit.AddRefusalAsync(Acts.FileCancelled, AuditObjects.Filjobb, id, jobb.SkolaId, [new FilenRedanLast()]);
            return new FilenRedanLast();
        }

        await Filstadning.TaBortProvAsync(db, id, ct);
        await Filstadning.TaBortProvfilAsync(nyDb, jobb.FiluppladdningId, ct);
        return await db.Filjobb.AsNoTracking().SingleAsync(j => j.Id == id, ct);
    }
}
