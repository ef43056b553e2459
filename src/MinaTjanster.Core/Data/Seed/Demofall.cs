using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Seed;

internal sealed class Demofall(PortalDbContext db, Demolasar lasar, IReadOnlyDictionary<string, Konto> konton)
{
    public Task LaggInAsync(IReadOnlyDictionary<string, IReadOnlyList<Studerande>> studerande, CancellationToken ct)
    {
        _ = (lasar, konton, studerande);
        return db.SaveChangesAsync(ct);
    }
}
