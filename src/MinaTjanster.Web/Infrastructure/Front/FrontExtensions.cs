using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Fel;
using MinaTjanster.Web.Shared.Sidhuvud;

namespace MinaTjanster.Web.Infrastructure.Front;

/// <summary>What the pages need of Program.cs: <c>AddFront</c> among the services, <c>UseFront</c> first in the pipeline, <c>MapFront</c> among the endpoints.</summary>
public static class FrontExtensions
{
    public static IServiceCollection AddFront(this IServiceCollection services)
    {
        services.AddScoped<SidhuvudKalla>();

        // Views stand beside their controllers (design.md): the folder is named by the user task and THE CONTROLLER IS NAMED AS ITS FOLDER:
        // Areas/Skolkrapportering/Skolkrapporter/{SkolkrapporterController.cs, Skapa.cshtml}, Start/{StartController.cs, Index.cshtml}.
        // {2} area, {1} controller, {0} view.
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.AreaViewLocationFormats.Clear();
            options.AreaViewLocationFormats.Add("/Areas/{2}/{1}/{0}.cshtml");
            options.AreaViewLocationFormats.Add("/Areas/{2}/{0}.cshtml");
            options.AreaViewLocationFormats.Add("/Shared/{0}.cshtml");
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/MittKonto/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Partner/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Shared/{0}.cshtml");
        });

        // å ä ö as they are: the encoder still escapes everything that means something in HTML.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Our own X-Frame-Options is stricter (Sakerhetshuvuden).
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        return services;
    }

    /// <summary>Security headers and the designed error pages, around everything that follows.</summary>
    public static WebApplication UseFront(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();

        app.UseMiddleware<Sakerhetshuvuden>();
        app.UseFelsidor();
        return app;
    }

    /// <summary>Static files, which anyone may fetch, with addresses by content (cached for good), and the controllers whose views point at them.</summary>
    public static ControllerActionEndpointConventionBuilder MapFront(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();

        // Without an endpoint an unknown address would be judged by the fallback policy (AtkomstExtensions): 403 or the login page, not 404.
        app.MapFallback("{*path}", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
        return app.MapControllers().WithStaticAssets();
    }
}
