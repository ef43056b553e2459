using System.Globalization;
using Microsoft.AspNetCore.Localization;
using MinaTjanster.Web.Partner.Sok;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner;

/// <summary>The public pages for schools: their texts, and the languages they are in.</summary>
internal static class PartnerExtensions
{
    public static void AddPartner(this IServiceCollection services)
    {
        services.AddSingleton(sp => Innehallsbibliotek.Las(sp.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider));
        services.AddSingleton<Sokregister>();
        services.AddSingleton<Soktjanst>();
        services.AddLocalization();

        // The address alone decides the language, never what a browser prefers: the portal is in Swedish. Dates and numbers are read and written in Swedish everywhere.
        services.AddRequestLocalization(o =>
        {
            o.SetDefaultCulture("sv-SE").AddSupportedCultures("sv-SE").AddSupportedUICultures("sv-SE", Innehallsbibliotek.Engelska);
            o.RequestCultureProviders = [new CustomRequestCultureProvider(c => Task.FromResult<ProviderCultureResult?>(
                c.Request.Path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) ? new("sv-SE", Innehallsbibliotek.Engelska) : null))];
        });
    }

    /// <summary>Reads the texts now: one that is wrong stops the start.</summary>
    /// <exception cref="TextfelException">Says which and why.</exception>
    public static void StartaPartner(this WebApplication app) => app.Services.GetRequiredService<Innehallsbibliotek>();

    /// <summary>22 november 2026, or 22 November 2026.</summary>
    public static string Datum(DateOnly dag, string sprak) => dag.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(sprak == Innehallsbibliotek.Engelska ? "en-GB" : "sv-SE"));
}
