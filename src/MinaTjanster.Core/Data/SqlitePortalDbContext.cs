using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MinaTjanster.Core.Data;

/// <summary>The portal on SQLite: the default, embedded.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options, Grind)
{
    /// <summary>One gate for the process: one SQLite file has one writer.</summary>
    private static Skrivgrind Grind { get; } = new();

    internal static void Anvand(DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqlitePortalDbContext).Assembly.GetName().Name))
            .AddInterceptors(Pragma.Instans);

    /// <summary>WAL is kept in the file; the rest holds for a connection and is set each time one is opened (design decision 18).</summary>
    private sealed class Pragma : DbConnectionInterceptor
    {
        public static Pragma Instans { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var kommando = Kommando(connection);
            kommando.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var kommando = Kommando(connection);
            await kommando.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand Kommando(DbConnection connection)
        {
            var kommando = connection.CreateCommand();
            kommando.CommandText = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;";
            return kommando;
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
