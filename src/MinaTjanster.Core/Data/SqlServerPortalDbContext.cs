using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MinaTjanster.Core.Data;

/// <summary>The portal on SQL Server 2019 or later, or a compatible engine: production.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options, Skrivgrind.Oppen)
{
    internal static void Anvand(DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseSqlServer(connectionString, sql => sql.MigrationsAssembly(typeof(SqlServerPortalDbContext).Assembly.GetName().Name));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Folded keys and words compare by code point, as SQLite does (design decision 17).
        foreach (var egenskap in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            if (egenskap.FindAnnotation(Foldad.Annotation) is not null)
            {
                egenskap.SetCollation("Latin1_General_100_BIN2");
            }
        }
    }
}

/// <summary>For dotnet-ef only.</summary>
internal sealed class SqlServerDesignFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlServerPortalDbContext>();
        SqlServerPortalDbContext.Anvand(builder, "Server=design;Database=MinaTjanster");
        return new SqlServerPortalDbContext(builder.Options);
    }
}
