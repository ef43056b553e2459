using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Frister;

/// <summary>How a save went that may be made once.</summary>
internal enum Sparutfall
{
    Sparat,

    /// <summary>Another copy of the portal, or another click, made it first.</summary>
    GjortAvAnnan,

    /// <summary>It did not go, and nobody has done it: it can be tried again.</summary>
    Misslyckat,
}

internal static class Engangssparande
{
    /// <summary>Saves what a unique key allows once. When that does not go, somebody else may have done it: then all is well.</summary>
    /// <param name="arGjort">Asks, with a context of its own, whether it has been done.</param>
    /// <param name="notera">Logs why it did not go, where nobody has done it.</param>
    public static async Task<Sparutfall> SparaEnGangAsync(this PortalDbContext db, Func<Task<bool>> arGjort, Action<Exception> notera, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Sparutfall.Sparat;
        }
        catch (DbUpdateException fel)
        {
            if (await arGjort())
                return Sparutfall.GjortAvAnnan;

            notera(fel);
            return Sparutfall.Misslyckat;
        }
    }
}
