using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>Attempts by address, and whom the portal believes about addresses.</summary>
public sealed class HastighetsgransTests
{
    private const string Proxy = "10.0.0.1";

    [Fact]
    public async Task TooManyAttempts_HaveTheirPage_AndTheLoginPageStillOpens()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Inloggning:ForsokPerMinut"] = "2" } };
        using var klient = portal.NyKlient();
        (await klient.ForsokLoggaInAsync("a", "b")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await klient.ForsokLoggaInAsync("c", "d")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var sida = await klient.ForsokLoggaInAsync("annlin01", Personer.AnnaLind.Losenord);

        sida.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        sida.Rubrik.ShouldBe("För många försök på kort tid");
        (await klient.HamtaAsync("/logga-in")).Status.ShouldBe(HttpStatusCode.OK);
        var kiosk = (await klient.HamtaAsync("/losenordskiosk/andra")).FindForm("Fortsätt");
        (await kiosk.SkickaAsync()).Status.ShouldBe(HttpStatusCode.TooManyRequests, "the kiosk shares the limit");
    }

    [Fact]
    public async Task WithNoProxyNamed_ForwardedAddressesAreNotBelieved()
    {
        await using var portal = Portal(Proxy, namngivna: []);
        using var klient = portal.NyKlient();

        (await ForsokAsync(klient, "192.0.2.1")).ShouldBe(HttpStatusCode.BadRequest);
        (await ForsokAsync(klient, "192.0.2.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task FromANamedProxy_EachClientHasItsOwnLimit()
    {
        await using var portal = Portal(Proxy, namngivna: [Proxy]);
        using var klient = portal.NyKlient();

        (await ForsokAsync(klient, "192.0.2.1")).ShouldBe(HttpStatusCode.BadRequest);
        (await ForsokAsync(klient, "192.0.2.2")).ShouldBe(HttpStatusCode.BadRequest);
        // What the client itself wrote before the proxy's own entry counts for nothing.
        (await ForsokAsync(klient, "203.0.113.9, 192.0.2.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task FromSomeoneElseThanTheNamedProxy_TheHeaderIsNotBelieved()
    {
        await using var portal = Portal("10.9.9.9", namngivna: [Proxy]);
        using var klient = portal.NyKlient();

        (await ForsokAsync(klient, "192.0.2.1")).ShouldBe(HttpStatusCode.BadRequest);
        (await ForsokAsync(klient, "192.0.2.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Sender_IsAnIpv4AddressOrAnIpv6Subscriber(string ena, string andra, bool samma) =>
        (AtkomstExtensions.Avsandare(IPAddress.Parse(ena)) == AtkomstExtensions.Avsandare(IPAddress.Parse(andra))).ShouldBe(samma);

    /// <summary>One attempt a minute; every connection comes from the given address.</summary>
    private static PortalFabrik Portal(string fran, string[] namngivna)
    {
        Dictionary<string, string> installningar = new() { ["Inloggning:ForsokPerMinut"] = "1" };
        foreach (var (i, proxy) in namngivna.Index())
        {
            installningar[$"Proxyer:{i}"] = proxy;
        }

        return new PortalFabrik
        {
            Installningar = installningar,
            Tjanster = s => s.AddSingleton<IStartupFilter>(new Uppkoppling(IPAddress.Parse(fran))),
        };
    }

    private static async Task<HttpStatusCode> ForsokAsync(Portalklient klient, string xForwardedFor)
    {
        using var begaran = (await klient.HamtaAsync("/logga-in")).FindForm("Logga in").Satt("Anvandarnamn", "a").Begaran();
        begaran.Headers.Add("X-Forwarded-For", xForwardedFor);
        return (await klient.Http.SendAsync(begaran, TestContext.Current.CancellationToken)).StatusCode;
    }

    private sealed class Uppkoppling(IPAddress fran) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, vidare) =>
            {
                context.Connection.RemoteIpAddress = fran;
                return vidare(context);
            });
            next(app);
        };
    }
}
