using MinaTjanster.Core.Franvarocoach.Listor;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>Absence lists, what they mean, and the reports that come of them.</summary>
internal static class FranvarocoachExtensions
{
    public static void AddFranvarocoach(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton(new Franvarocoachinstallning(config.GetValue("Franvarocoach:ListaDagar", new Franvarocoachinstallning().ListaDagar)));
        services.AddSingleton<Listminne>();
        services.AddScoped<FranvarolistaService>();
        services.AddScoped<FranvarolistaQuery>();
        services.AddScoped<ListlageQuery>();
        services.AddScoped<FranvarourvalService>();
        services.AddScoped<ListunderlagService>();
    }
}
