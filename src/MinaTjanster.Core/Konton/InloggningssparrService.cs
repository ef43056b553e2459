using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>How many failures lock, and for how long (domain.md section 3: three and 30 minutes; settings <c>Inloggning:*</c>).</summary>
public sealed record Sparrinstallning(int MaxForsok = 3, int Minuter = 30);

/// <summary>
/// Counts attempts before anything is verified, in one statement, so that the count holds under any number of parallel attempts.
/// </summary>
public sealed class InloggningssparrService(NyPortalDbContext nyDb, TimeProvider klocka, Sparrinstallning installning)
{
    /// <summary>How long counts of names that never locked are kept; long enough that "consecutive" means it.</summary>
    private static readonly TimeSpan Gallring = TimeSpan.FromDays(90);

    public int Minuter => installning.Minuter;

    /// <summary>The key of a typed username: a hash, so that giant names cost the same and no name is stored.</summary>
    public static string Nyckel(string? anvandarnamn) => Hemlighet.Hash(Konto.Normalisera(anvandarnamn ?? ""));

    /// <summary>
    /// Counts one attempt. False when the name is locked: then nothing may be verified, and nothing was counted or extended.
    /// The attempt that reaches the limit sets the lock already, and its success lifts it again.
    /// </summary>
    public async Task<bool> RaknaAsync(string nyckel, CancellationToken ct)
    {
        await using var db = nyDb.Ny();
        while (true)
        {
            if (await OkaAsync(db, nyckel, ct))
            {
                return true;
            }

            if (await db.Inloggningssparrar.AsNoTracking().AnyAsync(s => s.Nyckel == nyckel, ct))
            {
                return false;
            }

            await LaggTillAsync(db, nyckel, ct);
        }
    }

    public async Task<bool> ArLastAsync(string nyckel, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        await using var db = nyDb.Ny();
        return await db.Inloggningssparrar.AsNoTracking().AnyAsync(s => s.Nyckel == nyckel && s.LastTill > nu, ct);
    }

    /// <summary>After a success: the count starts over.</summary>
    public async Task NollstallAsync(string nyckel, CancellationToken ct)
    {
        await using var db = nyDb.Ny();
        await db.SkrivAsync(() => db.Inloggningssparrar.Where(s => s.Nyckel == nyckel).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>Removes expired locks and old counts; returns how many.</summary>
    public async Task<int> GallraAsync(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var gammalt = nu - Gallring;
        await using var db = nyDb.Ny();
        return await db.SkrivAsync(
            () => db.Inloggningssparrar.Where(s => s.LastTill <= nu || (s.LastTill == null && s.SenastForsok < gammalt)).ExecuteDeleteAsync(ct),
            ct);
    }

    private async Task<bool> OkaAsync(PortalDbContext db, string nyckel, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        DateTime? till = nu.AddMinutes(installning.Minuter);
        var max = installning.MaxForsok;
        return await db.SkrivAsync(
            () => db.Inloggningssparrar
                .Where(s => s.Nyckel == nyckel && (s.LastTill == null || s.LastTill <= nu))
                .ExecuteUpdateAsync(
                    rad => rad
                        .SetProperty(s => s.Antal, s => s.LastTill != null ? 1 : s.Antal + 1)
                        .SetProperty(s => s.LastTill, s => (s.LastTill != null ? 1 : s.Antal + 1) >= max ? till : null)
                        .SetProperty(s => s.SenastForsok, nu),
                    ct),
            ct) > 0;
    }

    private async Task LaggTillAsync(PortalDbContext db, string nyckel, CancellationToken ct)
    {
        try
        {
            db.Add(new Inloggningssparr(nyckel, klocka.UtcNu()));
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another attempt added it first; the loop counts on that row, or throws again if the fault was another.
            if (!await db.Inloggningssparrar.AsNoTracking().AnyAsync(s => s.Nyckel == nyckel, ct))
            {
                throw;
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
