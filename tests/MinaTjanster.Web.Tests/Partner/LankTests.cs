using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Blanketter;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Partner.Texter;
using MinaTjanster.Web.Partner.Webbinarier;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner;

/// <summary>Every link of every public page leads somewhere: the page answers, and what stands after # is there.</summary>
public sealed class LankTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    /// <summary>Public pages that are no texts.</summary>
    private static readonly string[] Ovriga =
        ["/logga-in", "/losenordskiosk", "/losenordskiosk/andra", "/losenordskiosk/glomt", "/mina-sidor/studietider", "/partner/felkoder", "/filer/format", "/tillganglighet", "/statistik", "/blanketter", "/webbinarier"];

    [Fact]
    public async Task EveryLink_LeadsSomewhere()
    {
        using var klient = portal.NyKlient();
        Dictionary<string, Sida> hamtade = [];
        async Task<Sida> HamtaAsync(string adress) =>
            hamtade.TryGetValue(adress, out var redan) ? redan : hamtade[adress] = await klient.HamtaUtanOmdirigeringAsync(adress);

        List<string> fel = [];
        var antal = 0;
        foreach (var pa in portal.Services.GetRequiredService<Innehallsbibliotek>().Sidor.Select(s => s.Adress).Concat(Ovriga))
        {
            var sida = await HamtaAsync(pa);
            foreach (var lank in sida.Dokument.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct())
            {
                antal++;
                if (lank is "" or "#" || (!lank.StartsWith('/') && !lank.StartsWith('#') && !lank.Contains(':')))
                    fel.Add($"{pa}: {lank} leads nowhere");
                if (!lank.StartsWith('/') && !lank.StartsWith('#'))
                    continue;

                var delar = (lank.StartsWith('#') ? pa + lank : lank).Split('#', 2);
                var mal = await HamtaAsync(delar[0]);
                // A page for who is signed in sends to the login page; an address that is no page does not.
                var inloggning = mal.Status == HttpStatusCode.Redirect && mal.Omdirigering!.StartsWith("/logga-in", StringComparison.Ordinal);
                if (mal.Status != HttpStatusCode.OK && !inloggning)
                    fel.Add($"{pa}: {lank} answers {(int)mal.Status}");
                else if (delar.Length == 2 && (inloggning || mal.Dokument.GetElementById(delar[1]) is null))
                    fel.Add($"{pa}: {lank} points at nothing on its page");
            }
        }

        fel.ShouldBeEmpty(string.Join('\n', fel));
        antal.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public async Task EveryPage_HasALinkToIt()
    {
        using var klient = portal.NyKlient();
        HashSet<string> hittade = ["/partner"];
        Queue<string> kvar = new(hittade);
        while (kvar.TryDequeue(out var adress))
        {
            foreach (var lank in (await klient.HamtaUtanOmdirigeringAsync(adress)).Dokument.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#', '?')[0]))
            {
                if (portal.Services.GetRequiredService<Innehallsbibliotek>().Hitta(lank) is not null && hittade.Add(lank))
                    kvar.Enqueue(lank);
            }
        }

        portal.Services.GetRequiredService<Innehallsbibliotek>().Sidor.Select(s => s.Adress).Except(hittade).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sitemap_HoldsEveryPublicPage_AndRobotsNamesIt()
    {
        using var klient = portal.NyKlient();

        var robots = await klient.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);
        var svar = await klient.HamtaUtanOmdirigeringAsync("/sitemap.xml");

        robots.ShouldContain("Sitemap: https://portalen.example.org/sitemap.xml");
        svar.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/xml");
        var karta = XDocument.Parse(System.Text.Encoding.UTF8.GetString(svar.Innehall));
        var adresser = karta.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value)).ToList();
        adresser.ShouldAllBe(a => a.GetLeftPart(UriPartial.Authority) == "https://portalen.example.org");
        adresser.Select(a => a.AbsolutePath).ShouldBe(
            portal.Services.GetRequiredService<Innehallsbibliotek>().Sidor.Select(s => s.Adress)
                .Concat(["/mina-sidor/studietider", "/partner/felkoder", "/filer/format", "/tillganglighet", "/statistik", "/blanketter", "/webbinarier"])
                .Concat(Blankettregister.Alla.Select(b => b.Adress))
                .Concat(portal.Services.GetRequiredService<Webbinarieregister>().Alla.Select(w => w.Adress)),
            ignoreOrder: true);
        foreach (var adress in adresser)
            (await klient.HamtaUtanOmdirigeringAsync(adress.AbsolutePath)).Status.ShouldBe(HttpStatusCode.OK, adress.AbsolutePath);
    }
}
