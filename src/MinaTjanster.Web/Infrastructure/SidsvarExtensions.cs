using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Web.Sidfraga;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>What readers answer about the public pages.</summary>
internal static class SidsvarExtensions
{
    public static void AddSidsvar(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton(new Sidsvarsinstallning(config.GetValue("Sidsvar:KommentarDagar", new Sidsvarsinstallning().KommentarDagar)));
        services.AddSingleton<Fragesidor>();
        services.AddScoped<SidsvarService>();
        services.AddScoped<SidsvarQuery>();
    }
}
