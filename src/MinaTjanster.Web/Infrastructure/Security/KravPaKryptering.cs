using Microsoft.AspNetCore.StaticAssets;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Web.Shared.Fel;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// Outside Development nothing works over plain http: the cookies are Secure and antiforgery refuses to answer. Says so in words, instead of
/// failing. Not by a redirect: behind a proxy that ends TLS but is not named in <c>Proxyer</c> every request looks plain, and it would never end.
/// </summary>
public sealed class KravPaKryptering(RequestDelegate next, Portaladress portal, ILogger<KravPaKryptering> logg)
{
    private int _varnat;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps || FarVaraOkrypterad(context))
        {
            return next(context);
        }

        // Once: a health check gone wrong, or every user behind a forgotten proxy, would drown the log.
        if (Interlocked.Exchange(ref _varnat, 1) == 0)
        {
            logg.LogWarning("Anrop utan https besvaras med 400. Avslutar en proxy TLS framför portalen ska dess adress stå i inställningen Proxyer (docs/drift.md)");
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return FelExtensions.VisaAsync(context, Felsida.UtanKryptering(portal));
    }

    /// <summary>The health check comes from the machine itself; the styles are what the page needs, and hold nothing personal.</summary>
    private static bool FarVaraOkrypterad(HttpContext context) =>
        context.Request.Path == "/halsa" || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}

public static class KravPaKrypteringExtensions
{
    /// <summary>After routing, which tells static files from pages.</summary>
    public static void UseKravPaKryptering(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseMiddleware<KravPaKryptering>();
        }
    }
}
