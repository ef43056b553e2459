using MinaTjanster.Core.Studietider.Rapporter;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>The reports of studietider: the school's side and CSN's.</summary>
internal static class StudietidsrapportExtensions
{
    public static void AddStudietidsrapporter(this IServiceCollection services)
    {
        services.AddScoped<StudietidQuery>();
        services.AddScoped<StudieurvalQuery>();
        services.AddScoped<StudietidService>();
        services.AddScoped<StudietidssandningService>();
        services.AddScoped<FramskrivningService>();
        services.AddScoped<StudietidsgranskningQuery>();
        services.AddScoped<StudietidsgranskningService>();
    }
}
