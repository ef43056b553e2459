using System.Net;
using System.Text;
using Microsoft.Extensions.Hosting;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

public sealed class SakerhetshuvudenTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Theory]
    [InlineData("/logga-in")]
    [InlineData("/")]
    [InlineData("/finns-inte")]
    public async Task EveryPage_CarriesTheHeaders(string url)
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var huvuden = (await klient.HamtaUtanOmdirigeringAsync(url)).Svar.Headers;

        var policy = huvuden.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        huvuden.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        huvuden.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        huvuden.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        huvuden.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        huvuden.Contains("Permissions-Policy").ShouldBeTrue();
        huvuden.Contains("Server").ShouldBeFalse();
        huvuden.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_HaveNoInlineScriptOrStyle()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync("/");

        sida.Dokument.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
        sida.Dokument.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Another address would have the font fetched twice, the second time after the text is drawn: then the text moves.</summary>
    [Fact]
    public async Task TheFontThatIsFetchedAtOnce_IsTheOneTheStyleSheetAsksFor()
    {
        using var klient = portal.NyKlient();
        var dokument = (await klient.HamtaAsync("/logga-in")).Dokument;
        var bas = dokument.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(a => a.StartsWith("/css/bas.", StringComparison.Ordinal));

        var stilmall = Encoding.UTF8.GetString((await klient.HamtaAsync(bas)).Innehall);

        var hamtas = dokument.QuerySelectorAll("link[rel=preload][as=font]").Select(l => l.GetAttribute("href")!).ToList();
        hamtas.ShouldHaveSingleItem();
        stilmall.ShouldContain($"url(\"..{hamtas[0]}\")");
    }

    /// <summary>An address by content may be kept for good. (The header itself says so only in a published portal: here the build's list of files is served.)</summary>
    [Fact]
    public async Task EveryStyleSheetAndScript_HasAnAddressByContent_AndIsServedToAnyone()
    {
        using var klient = portal.NyKlient();
        using var inloggad = await portal.InloggadAsync(Personer.AnnaLind);
        var adresser = (await inloggad.HamtaAsync("/")).Dokument.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=icon]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .ToList();
        adresser.ShouldContain(a => a.StartsWith("/lib/designsystemet/", StringComparison.Ordinal));
        adresser.ShouldContain(a => a.StartsWith("/js/session.", StringComparison.Ordinal));

        foreach (var adress in adresser)
        {
            adress.Split('.')[^2].Length.ShouldBe(10, $"{adress} has no fingerprint");
            var svar = await klient.HamtaUtanOmdirigeringAsync(adress);
            svar.Status.ShouldBe(HttpStatusCode.OK, adress);
            svar.Innehall.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Production_AsksForHttps()
    {
        await using var produktion = Produktion();
        using var klient = produktion.CreateClient(new() { BaseAddress = new Uri("https://mina-tjanster.test"), AllowAutoRedirect = false });

        using var svar = await klient.GetAsync("/logga-in", TestContext.Current.CancellationToken);

        svar.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }

    [Theory]
    [InlineData("/lib/inter/inter-latin.woff2")]
    [InlineData("/lib/inter/inter-latin-ext.woff2")]
    [InlineData("/lib/pdfjs/pdf.min.mjs")]
    [InlineData("/lib/pdfjs/pdf.worker.min.mjs")]
    public async Task RestoredPackage_IsServed(string adress)
    {
        using var klient = portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync(adress)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static PortalFabrik Produktion() => new() { Miljo = Environments.Production, Installningar = { ["Epost:Host"] = "localhost" } };
}
