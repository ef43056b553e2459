using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Punktlighet.Statistik;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>The engine of duties, and what asks it; how well the duties are kept.</summary>
internal static class FristExtensions
{
    public static void AddFrister(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton((config.GetSection("Frister").Get<Fristinstallning>() ?? new()).Kontrollerad());
        services.AddSingleton<FristQuery>();
        services.AddScoped<FristvalService>();
        services.AddSingleton<Fristflode>();
        services.AddSingleton<SammandragService>();
        services.AddScoped<ForseningQuery>();
        services.AddSingleton<ForseningsmejlService>();
        services.AddSingleton((config.GetSection("Punktlighet").Get<Punktlighetsinstallning>() ?? new()).Kontrollerad());
        services.AddSingleton<Punktlighetsminne>();
        services.AddSingleton<Statistikpublicering>();
        services.AddScoped<PunktlighetQuery>();
        services.AddScoped<SkolpunktlighetQuery>();
        services.AddScoped<TystskolaQuery>();
        services.AddScoped<TystpaminnelseService>();
    }
}
