using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MinaTjanster.Web.Infrastructure;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Sidhuvud;

namespace MinaTjanster.Benchmarks.Server;

/// <summary>
/// The real portal in a process of its own, plus two things to compare with: an endpoint that does nothing (<c>/bench/tom</c>), and, for requests
/// that carry <see cref="Minnet.Huvud"/>, the same view, layout, cookie and antiforgery with everything read from memory.
/// </summary>
internal static class Benchserver
{
    public const string TomSida = "/bench/tom";

    /// <summary>How often the collector has run, and for how long everything stood still.</summary>
    public const string Skrapsida = "/bench/skrap";

    public static async Task KorAsync(string[] args)
    {
        // The portal's own name and folder: its controllers, views and static files are found by them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalExtensions).Assembly.GetName().Name,
            ContentRootPath = Mappar.Web,
        });
        // As in Production: Development checks the scope of every service at every request.
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = false);
        builder.AddPortal();
        builder.Services.AddSingleton<Minnet>();
        builder.Services.AddScoped<SidhuvudKalla, MinnetsSidhuvud>();
        builder.Services.AddScoped<MinnetFilter>();
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<MinnetFilter>());
        builder.Services.AddTransient<MinnetsInloggning>();
        builder.Services.PostConfigure<AuthenticationOptions>(o => o.SchemeMap[SessionAuthenticationHandler.Schema].HandlerType = typeof(MinnetsInloggning));

        var app = builder.Build();
        // Before everything of the portal's: what Kestrel alone can do on this machine.
        app.Use((context, next) => context.Request.Path == TomSida ? context.Response.WriteAsync("tom") : next(context));
        app.Use((context, next) => context.Request.Path == Skrapsida
            ? context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{GC.CollectionCount(0)} small, {GC.CollectionCount(1)} middle, {GC.CollectionCount(2)} whole; {GC.GetTotalPauseDuration().TotalMilliseconds:F0} ms; heap {GC.GetGCMemoryInfo().HeapSizeBytes / 1_000_000} MB"))
            : next(context));
        await app.StartaDatabasAsync();
        app.UsePortal();
        await app.RunAsync();
    }
}
