using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering.Anteckningar;

/// <summary>The half-written texts of a case: what has been sent to the school, or decided, is no draft any more.</summary>
internal static class Arendeutkast
{
    /// <summary>Empties a draft, in the transaction of the act that it was written for.</summary>
    /// <param name="komplettering">The request to the school; else the reason, which an approval and an outcome have each their own of.</param>
    public static Task<int> RensaAsync(PortalDbContext db, long arendeId, bool komplettering, CancellationToken ct)
    {
        var utkast = db.Nationellt<Arendeanteckning>().Where(a => a.ArendeId == arendeId);
        return komplettering
            ? db.SkrivAsync(
                () => utkast.Where(a => a.Komplettering != null)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Komplettering, (string?)null).SetProperty(a => a.Version, a => a.Version + 1), ct),
                ct)
            : db.SkrivAsync(
                () => utkast.Where(a => a.Motivering != null)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Motivering, (string?)null).SetProperty(a => a.Version, a => a.Version + 1), ct),
                ct);
    }
}
