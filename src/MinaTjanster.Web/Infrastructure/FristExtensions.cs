using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Punktlighet;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>The engine of duties, and what asks it; how well the duties are kept.</summary>
internal static class FristExtensions
{
    public static void AddFrister(this IServiceCollection services)
    {
        services.AddSingleton(sp => sp.GetRequiredService<IConfiguration>().GetSection("Frister").Get<Fristinstallning>() ?? new Fristinstallning());
        services.AddSingleton<FristQuery>();
        services.AddScoped<FristvalService>();
        services.AddSingleton<Fristflode>();
        services.AddSingleton<SammandragService>();
        services.AddScoped<ForseningQuery>();
        services.AddSingleton<ForseningsmejlService>();
        services.AddSingleton(sp => sp.GetRequiredService<IConfiguration>().GetSection("Punktlighet").Get<Punktlighetsinstallning>() ?? new Punktlighetsinstallning());
        services.AddSingleton<Punktlighetsminne>();
        services.AddScoped<PunktlighetQuery>();
        services.AddScoped<SkolpunktlighetQuery>();
    }
}
