using MinaTjanster.Core.Studietider.Inlasningar;
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
    }
}
