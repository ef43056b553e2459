using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Studeranderapportering.Startsida;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>What the pages about students and ogiltig frånvaro ask for.</summary>
internal static class RapporteringExtensions
{
    public static void AddRapportering(this IServiceCollection services)
    {
        services.AddScoped<SokningService>();
        services.AddScoped<StuderandeQuery>();
        services.AddScoped<StuderandesidaQuery>();
        services.AddScoped<NyStuderandeService>();
        services.AddScoped<SkolklageQuery>();
        services.AddScoped<AttGoraQuery>();
        services.AddScoped<SenasteHandelserQuery>();
        services.AddSingleton<Kvarminne>();
        services.AddScoped<StartlageQuery>();
        services.AddScoped<SkolkutkastQuery>();
        services.AddScoped<SkolkrapportService>();
        services.AddScoped<SkolkandringService>();
        services.AddScoped<SkolkrapportQuery>();
        services.AddScoped<SkolklistaQuery>();
        services.AddSingleton(sp => sp.GetRequiredService<IConfiguration>().GetSection("Rapportering:Franvarodagar").Get<Franvarodagar>() ?? new Franvarodagar());
        services.AddScoped<HandelselageService>();
        services.AddScoped<HandelseutkastService>();
        services.AddScoped<HandelseService>();
        services.AddScoped<AvsandareQuery>();
        services.AddScoped<HandelseQuery>();
        services.AddScoped<AvstangningsdokumentService>();
        services.AddScoped<SandningQuery>();
        services.AddScoped<RapporteringssidaQuery>();
        services.AddScoped<HandelseutkastQuery>();
        services.AddScoped<GruppQuery>();
        services.AddScoped<KvarQuery>();
        services.AddScoped<AntagningslistaService>();
        services.AddSingleton(sp => sp.GetRequiredService<IConfiguration>().GetSection("Filinlasning").Get<Filinstallning>() ?? new Filinstallning());
        services.AddSingleton<FilinlasningService>();
        services.AddScoped<FiluppladdningService>();
        services.AddScoped<FilavbrottService>();
        services.AddScoped<FilrattningService>();
        services.AddScoped<FilQuery>();
        services.AddScoped<FildelQuery>();
        services.AddSingleton(sp => sp.GetRequiredService<IConfiguration>().GetSection("Ladok:Rattelser").Get<Rattelseinstallning>() ?? new Rattelseinstallning());
        services.AddSingleton<PubliceringService>();
        services.AddScoped<LadokrattelseQuery>();
        services.AddScoped<LadokrattelseService>();
    }
}
