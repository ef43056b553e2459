using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;

namespace MinaTjanster.Web.Infrastructure.Drift;

/// <summary>What the page of a refused post says.</summary>
/// <param name="Adress">Where it was posted.</param>
/// <param name="Falt">What was typed, to be sent again from the page; null where it cannot be kept.</param>
/// <param name="MedFiler">Files were sent along.</param>
public sealed record Laslagesvar(Laslagesuppgift Nu, string Adress, IReadOnlyList<(string Namn, string Varde)>? Falt, bool MedFiler);

public sealed record PortalenILaslage(Laslagesuppgift Nu) : Refusal(
    "ANROP-LASLAGE",
    $"Mina tjänster är i läsläge {Nu.TillText}. Ingenting är mottaget. Skicka igen därefter; Retry-After säger hur många sekunder ni ska vänta.");

internal static class LaslageExtensions
{
    /// <summary>Set on the request: its 503 is meant, and no fault of ours to be waked for.</summary>
    public const string Nekad = "NekadILaslage";

    /// <summary>
    /// The one place where changes are refused: whatever is not read, and not named by <see cref="TillatILaslageAttribute"/>. After authentication, so that the page can be the
    /// reader's own; before authorization and any reading of a body, so that nothing has been done.
    /// </summary>
    public static void UseLaslage(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (Laser(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<TillatILaslageAttribute>() is not null || SkaLoggaIn(context))
        {
            await next(context);
            return;
        }

        var laslage = context.RequestServices.GetRequiredService<Laslage>();
        if (await laslage.NuAsync(context.RequestAborted) is not { } nu)
        {
            await next(context);
            return;
        }

        context.Items[Nekad] = true;
        context.Response.Headers.RetryAfter = $"{laslage.Sekunder(nu)}";
        if (context.GetEndpoint()?.Metadata.GetMetadata<KraverSystemkontoAttribute>() is not null)
        {
            await Problemsvar.SkrivAsync(context, StatusCodes.Status503ServiceUnavailable, [new PortalenILaslage(nu)]);
            return;
        }

        var medFiler = context.GetEndpoint()?.Metadata.GetMetadata<TarEmotFilerAttribute>() is not null;
        context.Features.Set(new Laslagesvar(nu, context.Request.Path + context.Request.QueryString, medFiler ? null : await SkrivetAsync(context), medFiler));
        // The page is drawn as those of other empty error answers are (FelController).
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    });

    /// <summary>The session may have timed out: the way to the login keeps what was typed, and the mode is told of when it is sent from there.</summary>
    private static bool SkaLoggaIn(HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<IAllowAnonymous>() is null
        && metadata.GetMetadata<KraverSystemkontoAttribute>() is null;

    private static bool Laser(string metod) => HttpMethods.IsGet(metod) || HttpMethods.IsHead(metod) || HttpMethods.IsOptions(metod);

    /// <summary>
    /// The fields of a form of ours. Not those of another site, which would get a page of ours with a button that sends them; not of a form with a password, which is never sent back.
    /// </summary>
    private static async Task<IReadOnlyList<(string Namn, string Varde)>?> SkrivetAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || request.ContentLength is null or > SparatformularService.MaxTecken * 4
            || context.User.Identity?.IsAuthenticated != true)
            return null;

        try
        {
            if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
                return null;

            var form = await request.ReadFormAsync(context.RequestAborted);
            var falt = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => (f.Key, v ?? ""))).ToList();
            return falt.Exists(f => f.Key.Contains("losenord", StringComparison.OrdinalIgnoreCase)) ? null : falt;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
