using System.Net;
using Microsoft.Extensions.Hosting;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>The cookies of Production and of Development's plain http (design decision 11), and what else differs between them.</summary>
public sealed class KakorTests
{
    [Fact]
    public async Task Production_CookiesAreHostBoundSecureAndUnreadable()
    {
        await using var portal = Produktion();
        using var klient = portal.NyKlient();

        var kakor = await KakorAsync(klient);

        kakor.Select(Namn).ShouldBe(
            ["__Host-minatjanster", "__Host-minatjanster-skydd", "__Host-minatjanster-losenordsbyte", "__Host-minatjanster-notis"],
            ignoreOrder: true);
        foreach (var kaka in kakor)
        {
            var delar = kaka.ToLowerInvariant().Split("; ");
            delar.ShouldContain("secure", kaka);
            delar.ShouldContain("httponly", kaka);
            delar.ShouldContain("path=/", kaka);
            delar.ShouldContain("samesite=lax", kaka);
            delar.ShouldNotContain(d => d.StartsWith("domain=", StringComparison.Ordinal), kaka);
            delar.ShouldNotContain(d => d.StartsWith("expires=", StringComparison.Ordinal) || d.StartsWith("max-age=", StringComparison.Ordinal), kaka);
        }
    }

    [Fact]
    public async Task Development_CookiesHavePlainNamesOnPlainHttp()
    {
        await using var portal = new PortalFabrik();
        using var klient = portal.NyKlient();

        var kakor = await KakorAsync(klient);

        kakor.Select(Namn).ShouldBe(["minatjanster", "minatjanster-skydd", "minatjanster-losenordsbyte", "minatjanster-notis"], ignoreOrder: true);
        kakor.ShouldAllBe(k => !k.Contains("secure", StringComparison.OrdinalIgnoreCase) && k.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/logga-in")]
    [InlineData("/finns-inte")]
    [InlineData("/ikon.svg")]
    public async Task Production_EveryAnswerDemandsHttpsForAYear(string adress)
    {
        await using var portal = Produktion();
        using var klient = portal.NyKlient();
        // HSTS is never sent for localhost.
        klient.Http.BaseAddress = new Uri("https://portalen.example");

        var svar = (await klient.HamtaUtanOmdirigeringAsync(adress)).Svar;

        svar.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }

    [Fact]
    public async Task Production_HasNoDevelopmentMailbox()
    {
        await using var portal = Produktion();
        using var klient = portal.NyKlient();

        (await klient.HamtaAsync("/utvecklingspost")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static PortalFabrik Produktion() =>
        new() { Miljo = Environments.Production, Installningar = new() { ["Epost:Host"] = "localhost" } };

    private static string Namn(string kaka) => kaka.Split('=')[0];

    /// <summary>Walks through all that sets a cookie; each cookie as it was first set, not as it was taken away.</summary>
    private static async Task<List<string>> KakorAsync(Portalklient klient)
    {
        List<Sida> sidor = [await klient.HamtaAsync("/logga-in")];
        sidor.Add(await sidor[0].FindForm("Logga in").Satt("Anvandarnamn", "annlin01").Satt("Losenord", Personer.AnnaLind.Losenord).SkickaUtanOmdirigeringAsync());
        var start = await klient.HamtaAsync("/");
        sidor.Add(await start.FindForm("/logga-ut").SkickaUtanOmdirigeringAsync());
        var kiosk = await klient.HamtaAsync("/losenordskiosk/andra");
        sidor.Add(await kiosk.FindForm("Fortsätt").Satt("Anvandarnamn", "annlin01").Satt("Losenord", Personer.AnnaLind.Losenord).SkickaUtanOmdirigeringAsync());
        return [.. sidor
            .SelectMany(s => s.Svar.Headers.TryGetValues("Set-Cookie", out var varden) ? varden : [])
            .Where(kaka => !kaka.StartsWith(Namn(kaka) + "=;", StringComparison.Ordinal))
            .DistinctBy(Namn)];
    }
}
