using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MinaTjanster.Core.Data;

public enum Databasprovider
{
    Sqlite,
    SqlServer,
}

public static class DatabasExtensions
{
    /// <summary>
    /// Registers pooled contexts. A scope's <see cref="PortalDbContext"/> follows the scope's <see cref="Skolomfang"/>;
    /// <see cref="NyPortalDbContext"/> gives a fresh one with a scope of its own.
    /// </summary>
    public static IServiceCollection AddPortalDatabas(this IServiceCollection services, Databasprovider provider, string connectionString)
    {
        services.AddScoped<Skolomfang>();
        if (provider == Databasprovider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqlitePortalDbContext>(builder => SqlitePortalDbContext.Anvand(builder, connectionString));
            services.AddSingleton<NyPortalDbContext>(sp => () => sp.GetRequiredService<IDbContextFactory<SqlitePortalDbContext>>().CreateDbContext());
        }
        else
        {
            services.AddPooledDbContextFactory<SqlServerPortalDbContext>(builder => SqlServerPortalDbContext.Anvand(builder, connectionString));
            services.AddSingleton<NyPortalDbContext>(sp => () => sp.GetRequiredService<IDbContextFactory<SqlServerPortalDbContext>>().CreateDbContext());
        }

        return services.AddScoped(sp => sp.GetRequiredService<NyPortalDbContext>().Ny(sp.GetRequiredService<Skolomfang>()));
    }
}

/// <summary>Gives a fresh context, apart from the request's: for refusals' audit events, jobs and commands. Dispose it.</summary>
public delegate PortalDbContext NyPortalDbContext();

public static class NyPortalDbContextExtensions
{
    /// <summary>A fresh context for the given scope. A pooled context keeps nothing of its former user's scope: it is always set here.</summary>
    public static PortalDbContext Ny(this NyPortalDbContext ny, Skolomfang? omfang = null)
    {
        var db = ny();
        db.Omfang = omfang ?? new Skolomfang();
        return db;
    }

    public static PortalDbContext NyForAlla(this NyPortalDbContext ny, string darfor)
    {
        var omfang = new Skolomfang();
        omfang.ValjAlla(darfor);
        return ny.Ny(omfang);
    }
}
