using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// Audits every refusal of a signed-in person. One who has yet to add a required second factor is sent to do so, and one who has yet to choose a
/// school to the start page.
/// </summary>
internal sealed class NekadAtkomst : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var anvandare = context.RequestServices.GetRequiredService<AktuellAnvandare>();
            if (!anvandare.HarFullSession)
            {
                context.Response.Redirect("/mitt-konto/tvasteg");
                return;
            }

            if (anvandare is { AktivSkola: null, Skolor.Count: > 1 } && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Redirect("/");
                return;
            }

            var vag = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            await context.RequestServices.GetRequiredService<AuditService>()
                .AddRefusalAsync(Acts.AccessRefused, AuditObjects.Konto, anvandare.KontoId, anvandare.AktivSkola?.Id, $"{context.Request.Method} {vag}");
        }

        await _standard.HandleAsync(next, context, policy, authorizeResult);
    }
}
