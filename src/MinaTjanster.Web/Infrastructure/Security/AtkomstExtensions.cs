using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Web.Infrastructure.Security;

internal static class AtkomstExtensions
{
    /// <summary>The rate limit of login and kiosk, by address.</summary>
    public const string Inloggningsgrans = "inloggning";

    /// <summary>The rate limit of searches that anyone may do, by address: a whole school may stand behind one.</summary>
    public const string Publikgrans = "publikt";

    /// <summary>The rate limit of answers about pages, by address.</summary>
    public const string Svarsgrans = "sidsvar";

    /// <summary>Fetches of calendar feeds.</summary>
    public const string Flodesgrans = "kalenderflode";

    /// <summary>The rate limit of systems with keys, by address.</summary>
    public const string Systemgrans = "systemkonto";

    /// <summary>Who may come in: sessions, a matrix asked by every page, antiforgery, limits. Closed by default (design decision 7).</summary>
    public static void AddAtkomst(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Sessionskaka>();
        services.AddScoped<Skolmarke>();
        services.AddAuthentication(SessionAuthenticationHandler.Schema)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionAuthenticationHandler.Schema, null)
            .AddScheme<AuthenticationSchemeOptions, SystemkontoAuthenticationHandler>(SystemkontoAuthenticationHandler.Schema, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
        services.AddScoped<IAuthorizationHandler, KraverHandler>();
        services.AddScoped<IAuthorizationHandler, InloggadHandler>();
        services.AddScoped<IAuthorizationHandler, KraverSystemkontoHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NekadAtkomst>();

        services.AddDataProtection().SetApplicationName("MinaTjanster");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = new Nyckelforvaring(sp.GetRequiredService<NyPortalDbContext>())));

        var kaka = new Sessionskaka(builder.Environment);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = kaka.KakNamn("minatjanster-skydd");
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = kaka.SecurePolicy;
            o.Cookie.Path = "/";
            o.HeaderName = "RequestVerificationToken";
        });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = kaka.KakNamn("minatjanster-notis");
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = kaka.SecurePolicy;
            o.Cookie.Path = "/";
        });

        // Only named proxies may say who the client is and that it came by https. With none named nothing is read: the middleware
        // takes two empty lists for "trust everyone".
        var proxyer = builder.Configuration.GetSection("Proxyer").Get<string[]>() ?? [];
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = proxyer.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var proxy in proxyer)
            {
                o.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });

        var perMinut = builder.Configuration.GetValue("Inloggning:ForsokPerMinut", 60);
        var anropPerMinut = builder.Configuration.GetValue("Ladok:AnropPerMinut", 60);
        var sokningarPerMinut = builder.Configuration.GetValue("Publikt:SokningarPerMinut", 1_200);
        var flodesvarPerMinut = builder.Configuration.GetValue("Frister:FlodePerMinut", 60);
        var svarPerMinut = builder.Configuration.GetValue("Sidsvar:SvarPerMinut", 30);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = static async (avvisad, _) =>
            {
                var context = avvisad.HttpContext;
                var logg = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AtkomstExtensions));
                switch (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName)
                {
                    case Publikgrans:
                        logg.LogWarning("För många sökningar från {Adress}", context.Connection.RemoteIpAddress);
                        return;
                    case Svarsgrans:
                        logg.LogWarning("För många svar om sidor från {Adress}", context.Connection.RemoteIpAddress);
                        return;
                    case Flodesgrans:
                        logg.LogWarning("För många hämtningar av kalendrar från {Adress}", context.Connection.RemoteIpAddress);
                        return;
                }

                if (context.GetEndpoint()?.Metadata.GetMetadata<KraverSystemkontoAttribute>() is null)
                {
                    logg.LogWarning("För många inloggningsförsök från {Adress}", context.Connection.RemoteIpAddress);
                    return;
                }

                logg.LogWarning("För många anrop med nyckel från {Adress}", context.Connection.RemoteIpAddress);
                await Problemsvar.SkrivAsync(context, StatusCodes.Status429TooManyRequests, [new ForMangaAnrop()]);
            };
            o.AddPolicy(
                Systemgrans,
                context => RateLimitPartition.GetFixedWindowLimiter(
                    Avsandare(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = anropPerMinut, Window = TimeSpan.FromMinutes(1) }));
            o.AddPolicy(
                Publikgrans,
                context => RateLimitPartition.GetFixedWindowLimiter(
                    Avsandare(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = sokningarPerMinut, Window = TimeSpan.FromMinutes(1) }));
            o.AddPolicy(
                Flodesgrans,
                context => RateLimitPartition.GetFixedWindowLimiter(
                    Avsandare(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = flodesvarPerMinut, Window = TimeSpan.FromMinutes(1) }));
            o.AddPolicy(Inloggningsgrans, context => Poster(context, perMinut));
            o.AddPolicy(Svarsgrans, context => Poster(context, svarPerMinut));
        });
    }

    /// <summary>What is sent is limited; pages are not.</summary>
    private static RateLimitPartition<string> Poster(HttpContext context, int perMinut) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                Avsandare(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinut, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("page");

    /// <summary>One sender: an IPv4 address, or the /64 of an IPv6 address, since a single subscriber has all of it.</summary>
    internal static string Avsandare(IPAddress? adress)
    {
        if (adress is null || adress.AddressFamily != AddressFamily.InterNetworkV6 || adress.IsIPv4MappedToIPv6)
        {
            return adress?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexStringLower(adress.GetAddressBytes().AsSpan(0, 8));
    }
}
