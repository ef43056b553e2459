using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Benchmarks.Server;

/// <summary>The portal's own session handler, except that a marked request's session comes from memory; the cookie is read all the same.</summary>
internal sealed class MinnetsInloggning(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IServiceProvider tjanster,
    Minnet minnet)
    : SessionAuthenticationHandler(
        options,
        logger,
        encoder,
        tjanster.GetRequiredService<Sessionskaka>(),
        tjanster.GetRequiredService<SessionService>(),
        tjanster.GetRequiredService<AktuellAnvandare>(),
        tjanster.GetRequiredService<Skolomfang>())
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var begarans = Context.RequestServices;
        var anvandare = begarans.GetRequiredService<AktuellAnvandare>();
        if (!Minnet.Galler(Context) || minnet.Session is not { } session || begarans.GetRequiredService<Sessionskaka>().Las(Context) is null)
        {
            var svar = await base.HandleAuthenticateAsync();
            if (svar.Succeeded)
            {
                minnet.Session = anvandare.Session;
            }

            return svar;
        }

        anvandare.LoggaIn(session);
        begarans.GetRequiredService<Skolomfang>().ValjSkola(anvandare.AktivSkola!.Id);
        var identitet = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.KontoId.ToString()), new Claim(ClaimTypes.Name, session.Anvandarnamn)],
            Schema);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identitet), Schema));
    }
}
