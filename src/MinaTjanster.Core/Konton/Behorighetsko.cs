using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>How much waits for CSN's behörighetshandläggare. Reads all schools by a context of its own: the menu stands on every page.</summary>
public sealed class Behorighetsko(NyPortalDbContext nyDb)
{
    /// <summary>Changes of administrator that a rektor has signed.</summary>
    public async Task<int> AntalBytenAsync()
    {
        await using var db = nyDb.NyForAlla("meny");
        return await db.Nationellt<Administratorsbyte>().CountAsync(b => b.Status == Bytesstatus.VantarPaCsn);
    }
}
