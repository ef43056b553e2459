using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Skolkrapportering;

internal static class Granskare
{
    /// <summary>Accounts of those who review at CSN on a day. Whoever is not among them has left what they had to the others.</summary>
    public static IQueryable<long> Granskande(this PortalDbContext db, DateOnly idag) =>
        db.Behorigheter.Gallande(idag).Where(b => b.SkolaId == null && b.Slag == Behorighetsslag.CsnHandlaggare).Select(b => b.KontoId);
}
