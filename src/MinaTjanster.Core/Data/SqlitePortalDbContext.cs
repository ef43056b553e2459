using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace MinaTjanster.Core.Data;

/// <summary>The portal on SQLite: the default, embedded.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options, Grind)
{
    /// <summary>One gate for the process: one SQLite file has one writer.</summary>
    private static Skrivgrind Grind { get; } = new();

    /// <summary>
    /// SQLite counts every allocation under one lock for the process; nobody reads the count, and connections that compile their statements at the
    /// same time wait for each other. Heeded only before SQLite's first use.
    /// </summary>
    static SqlitePortalDbContext()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    internal static void Anvand(DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqlitePortalDbContext).Assembly.GetName().Name))
            .AddInterceptors(Pragma.Instans);

    /// <summary>WAL is kept in the file; the rest holds for a connection and is set when it is first opened (design decision 18).</summary>
    private sealed class Pragma : DbConnectionInterceptor
    {
        public static Pragma Instans { get; } = new();

        /// <summary>The native connections that have their settings: the pool hands the same ones out again and again.</summary>
        private readonly ConditionalWeakTable<object, object> _klara = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Satt(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite has no asynchronous work: waiting for it here or there is the same.
            Satt(connection);
            return Task.CompletedTask;
        }

        private void Satt(DbConnection connection)
        {
            if (connection is not SqliteConnection { Handle: { } handtag } || !_klara.TryAdd(handtag, handtag))
            {
                return;
            }

            using var kommando = connection.CreateCommand();
            kommando.CommandText = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;";
            kommando.ExecuteNonQuery();
        }
    }
}

/// <summary>For dotnet-ef only.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        SqlitePortalDbContext.Anvand(builder, "Data Source=design.db");
        return new SqlitePortalDbContext(builder.Options);
    }
}
