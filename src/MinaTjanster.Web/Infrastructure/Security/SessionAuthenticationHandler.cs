using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>An endpoint that a page asks by itself: it does not count as activity.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UtanAktivitetAttribute : Attribute;

/// <summary>This browser's session was ended from elsewhere; its cookie is still there.</summary>
public sealed record Slutadsession(Sessionsslut Slut);

/// <summary>
/// Reads the session of the cookie with its person and behörigheter in one query, and chooses the active school (design decisions 6 and 11).
/// </summary>
public class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessionskaka kaka,
    SessionService sessioner,
    AktuellAnvandare anvandare,
    Skolomfang omfang)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Schema = "Session";

    private Sessionsagare? _agare;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var metadata = Context.GetEndpoint()?.Metadata;
        if (kaka.Las(Context) is not { } nyckel
            || metadata?.GetMetadata<StaticAssetDescriptor>() is not null
            || metadata?.GetMetadata<KraverSystemkontoAttribute>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        var lage = await sessioner.LasAsync(nyckel, Context.RequestAborted);
        if (lage.Session is not { } session)
        {
            _agare = lage.Agare;
            if (lage.Slut is { } slut)
            {
                Context.Features.Set(new Slutadsession(slut));
            }

            return AuthenticateResult.NoResult();
        }

        anvandare.LoggaIn(session);
        if (anvandare.AktivSkola is { } skola)
        {
            omfang.ValjSkola(skola.Id);
        }

        if (metadata?.GetMetadata<UtanAktivitetAttribute>() is null)
        {
            await sessioner.RorAsync(session, genast: false, Context.RequestAborted);
        }

        var identitet = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.KontoId.ToString()),
                new Claim(ClaimTypes.Name, session.Anvandarnamn),
            ],
            Schema);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identitet), Schema));
    }

    /// <summary>To the login page, and back afterwards; a form posted after a time-out is kept first.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Headers["X-Requested-With"] == "fetch")
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var fraga = Request.QueryString;
        if (!HttpMethods.IsGet(Request.Method))
        {
            if (!KanOppnas())
            {
                // Log out, choose school: there is no page to come back to.
                Response.Redirect(_agare is null ? "/logga-in" : "/logga-in?utgangen=1");
                return;
            }

            fraga = QueryString.Create(Request.Query.Where(f => f.Key != UtgangenPost.Parameter));
            if (_agare is not null && await UtgangenPost.SparaAsync(Context, _agare) is { } nyckel)
            {
                fraga = fraga.Add(UtgangenPost.Parameter, nyckel);
            }
        }

        var utgangen = _agare is null ? "" : "utgangen=1&";
        Response.Redirect($"/logga-in?{utgangen}retur={Uri.EscapeDataString(UtgangenPost.Sida(Context) + fraga)}");
    }

    /// <summary>Is the address also a page, as a form's is (<see cref="AterstallFormularFilter"/>), or is its page known?</summary>
    private bool KanOppnas() =>
        Context.GetEndpoint() is RouteEndpoint postad &&
        (postad.Metadata.GetMetadata<FormularPaSidaAttribute>() is not null ||
            Context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(e =>
                e.RoutePattern.RawText == postad.RoutePattern.RawText &&
                e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true));
}
