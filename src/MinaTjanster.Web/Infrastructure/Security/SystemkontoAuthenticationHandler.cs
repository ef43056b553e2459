using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>For a school's system with a key: no browser's session opens it, and a key opens nothing else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KraverSystemkontoAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public KraverSystemkontoAttribute() => AuthenticationSchemes = SystemkontoAuthenticationHandler.Schema;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Only this scheme is asked here, and it gives one right at one school.</summary>
internal sealed class KraverSystemkontoHandler(AktuellAnvandare anvandare) : AuthorizationHandler<KraverSystemkontoAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, KraverSystemkontoAttribute requirement)
    {
        if (context.User.Identity?.AuthenticationType == SystemkontoAuthenticationHandler.Schema && anvandare.Har(Rattighet.RapporteraHandelser))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary><c>Authorization: Bearer</c> and the key of a <see cref="Systemkonto"/>. No cookie, so no antiforgery token either.</summary>
public sealed class SystemkontoAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    NyckelService nycklar,
    AktuellAnvandare anvandare,
    Skolomfang omfang)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Schema = "Systemkonto";

    private const string Inledning = "Bearer ";

    /// <summary>More than any key: not looked up.</summary>
    private const int MaxLangd = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var huvud = Request.Headers.Authorization.ToString();
        if (!huvud.StartsWith(Inledning, StringComparison.OrdinalIgnoreCase) || huvud.Length > MaxLangd)
            return AuthenticateResult.NoResult();

        if (await nycklar.LasAsync(huvud[Inledning.Length..].Trim(), Context.RequestAborted) is not { } uppgift)
            return AuthenticateResult.Fail("The key does not hold.");

        anvandare.LoggaIn(uppgift);
        omfang.ValjSkola(anvandare.AktivSkola!.Id);
        var identitet = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, uppgift.KontoId.ToString())], Schema);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identitet), Schema));
    }

    /// <summary>The same answer whatever was wrong.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problemsvar.SkrivAsync(Context, StatusCodes.Status401Unauthorized, [new NyckelnGallerInte()]);
    }
}
