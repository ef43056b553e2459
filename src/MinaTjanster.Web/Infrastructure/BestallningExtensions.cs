using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Web.Start;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>Permission orders and requests, letters with usernames, contact persons and changes of rapporteringssätt.</summary>
internal static class BestallningExtensions
{
    public static void AddBestallningar(this IServiceCollection services, IConfiguration config, IHostEnvironment miljo)
    {
        services.AddSingleton(new Brevinstallning(config.GetValue("Brev:DagarTillEngangslosenord", miljo.IsDevelopment() ? 0 : new Brevinstallning().DagarTillEngangslosenord)));
        services.AddScoped<BestallningService>();
        services.AddScoped<Beslutsmejl>();
        services.AddScoped<BestallningsbeslutService>();
        services.AddScoped<BestallningQuery>();
        services.AddScoped<BegaranService>();
        services.AddScoped<BrevService>();
        services.AddScoped<EngangsutskickService>();
        services.AddScoped<KanalandringService>();
        services.AddScoped<KontaktQuery>();
        services.AddScoped<Kanalmejl>();
        services.AddScoped<SkoluppgiftQuery>();
        services.AddScoped<TelefontidQuery>();
        services.AddSingleton<Telefonminne>();
        services.AddScoped<KontaktsidaService>();
        services.AddScoped<SkoluppgiftService>();
        services.AddScoped<Behorighetsuppgifter>();
    }
}
