using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MinaTjanster.Core.Data;

/// <summary>
/// Brings the embedded database up to date at start (design decision 12). SQL Server is never migrated here: in production that is
/// the command <c>migrate</c>'s work, or the idempotent script's.
/// </summary>
public static class Databasstart
{
    /// <summary>How long a start waits for another process's start on the same file.</summary>
    private const int MaxVantan = 1_200;

    private static readonly TimeSpan Vantesteg = TimeSpan.FromMilliseconds(100);

    /// <summary>Migrates SQLite when something is pending, then seeds. Returns the migrations that still are missing: none on SQLite.</summary>
    /// <param name="nyDb">Gives the contexts.</param>
    /// <param name="seeda">What else a first start does, or null. Runs under the same lock and must itself be all or nothing.</param>
    /// <param name="ct">Stops the wait.</param>
    public static async Task<IReadOnlyList<string>> StartaAsync(NyPortalDbContext nyDb, Func<Task>? seeda = null, CancellationToken ct = default)
    {
        await using var db = nyDb.NyForAlla("start");
        if (!db.Database.IsSqlite())
        {
            return [.. await db.Database.GetPendingMigrationsAsync(ct)];
        }

        using var las = await TaFillasAsync(db, ct);
        await MigreraSqliteAsync(db, ct);
        if (seeda is not null)
        {
            await seeda();
        }

        return [];
    }

    /// <summary>The command <c>migrate</c>: either provider, whatever the environment. Returns what was applied.</summary>
    public static async Task<IReadOnlyList<string>> MigreraAsync(NyPortalDbContext nyDb, CancellationToken ct = default)
    {
        await using var db = nyDb.NyForAlla("migrering");
        if (db.Database.IsSqlite())
        {
            using var las = await TaFillasAsync(db, ct);
            return await MigreraSqliteAsync(db, ct);
        }

        // A SQL Server that does not hold the database yet cannot be asked what is pending.
        string[] saknas = await db.Database.CanConnectAsync(ct) ? [.. await db.Database.GetPendingMigrationsAsync(ct)] : [.. db.Database.GetMigrations()];
        await db.Database.MigrateAsync(ct);
        return saknas;
    }

    /// <remarks>The caller holds the file lock: nobody else migrates, so a row in EF's lock table is a killed start's.</remarks>
    private static async Task<IReadOnlyList<string>> MigreraSqliteAsync(PortalDbContext db, CancellationToken ct)
    {
        // A start killed at once leaves an empty file, on which EF's question, put on a read-only connection, fails. Opening it for writing fills it in.
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.CloseConnectionAsync();
        string[] saknas = [.. await db.Database.GetPendingMigrationsAsync(ct)];
        if (saknas.Length > 0)
        {
            await SlappOvergivetLasAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }

        return saknas;
    }

    /// <summary>EF waits for ever on its lock row, and a killed start leaves it behind (measured: the next start hangs).</summary>
    private static async Task SlappOvergivetLasAsync(PortalDbContext db, CancellationToken ct)
    {
        var tabeller = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (tabeller > 0)
        {
            await db.SkrivAsync(() => db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", ct), ct);
        }
    }

    /// <summary>An exclusive lock on a file beside the database. The system releases it when the process ends, however it ends.</summary>
    /// <exception cref="TimeoutException">Another process has held it for two minutes.</exception>
    private static async Task<FileStream> TaFillasAsync(PortalDbContext db, CancellationToken ct)
    {
        var databas = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(databas)!);
        for (var forsok = 0; forsok < MaxVantan; forsok++)
        {
            try
            {
                return new FileStream(databas + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Vantesteg, ct);
            }
        }

        throw new TimeoutException("Another process is starting on the same database and does not finish.");
    }
}
