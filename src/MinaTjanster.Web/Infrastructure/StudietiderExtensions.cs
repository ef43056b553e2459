using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>What the pages about utbildningar and studietider ask for.</summary>
internal static class StudietiderExtensions
{
    public static void AddStudietider(this IServiceCollection services)
    {
        services.AddScoped<UtbildningQuery>();
        services.AddScoped<UtbildningService>();
        services.AddScoped<InlasningQuery>();
        services.AddScoped<InlasningService>();
        services.AddStudietidsrapporter();
        services.AddScoped<KontaktuppgiftQuery>();
        services.AddScoped<KontaktuppgiftService>();
        services.AddScoped<OmgangQuery>();
        services.AddScoped<OmgangService>();
        services.AddScoped<PaminnelseService>();
        services.AddScoped<SkolpliktQuery>();
    }
}
