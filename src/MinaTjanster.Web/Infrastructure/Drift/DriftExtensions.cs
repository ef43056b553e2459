using MinaTjanster.Core.Driftinformation;

namespace MinaTjanster.Web.Infrastructure.Drift;

/// <summary>News, outages and the read-only mode.</summary>
internal static class DriftExtensions
{
    public static void AddDrift(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton(new Driftinstallning(config.GetValue("Drift:DagarFore", 7)));
        services.AddSingleton<Driftminne>();
        services.AddSingleton<Laslage>();
        services.AddScoped<DriftQuery>();
        services.AddScoped<AvbrottService>();
        services.AddScoped<NyhetService>();
    }
}
