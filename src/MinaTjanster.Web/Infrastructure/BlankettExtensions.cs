using MinaTjanster.Core.Blanketter;
using MinaTjanster.Web.Partner.Webbinarier;

namespace MinaTjanster.Web.Infrastructure;

internal static class BlankettExtensions
{
    /// <summary>CSN's forms and webinars.</summary>
    public static void AddBlanketter(this IServiceCollection services)
    {
        services.AddScoped<ForifyllningQuery>();
        services.AddSingleton<Webbinarieregister>();
    }
}
