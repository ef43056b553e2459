using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Partner.Texter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner;

/// <summary>Every public text as it is answered.</summary>
public sealed partial class PartnersidorTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private Innehallsbibliotek Bibliotek => portal.Services.GetRequiredService<Innehallsbibliotek>();

    [Fact]
    public async Task EveryText_IsAPage()
    {
        using var klient = portal.NyKlient();
        // 1 start, 6 school forms, 8 subjects for all and 1 for four, 4 handbooks for all and 1 for one, 2 by themselves, 7 in English.
        Bibliotek.Sidor.Count.ShouldBe(1 + 6 + (8 * 6) + 4 + (4 * 6) + 1 + 2 + 7);

        foreach (var text in Bibliotek.Sidor)
        {
            var sida = await klient.HamtaUtanOmdirigeringAsync(text.Adress);

            sida.Status.ShouldBe(HttpStatusCode.OK, text.Adress);
            sida.Rubrik.ShouldBe(text.Titel);
            sida.Dokument.Title!.ShouldStartWith(text.Titel);
            sida.Dokument.DocumentElement.GetAttribute("lang").ShouldBe(text.Sprak);
            sida.Text.ShouldContain(text.Ingress);
            sida.Texter("#innehallsforteckning a").ShouldBe(text.Huvudavsnitt.Select(a => a.Rubrik), text.Adress);
            sida.Texter("details.fraga > summary").ShouldBe(text.Fragor.Select(f => f.Rubrik), text.Adress);
            sida.Dokument.QuerySelector(".text__datum time")!.GetAttribute("datetime").ShouldBe(text.Uppdaterad.ToString("yyyy-MM-dd"));
            Otolkat().Match(sida.Text).Value.ShouldBeEmpty(text.Adress);
            Htmlprov.Fel(sida).ShouldBeEmpty(text.Adress);
            sida.Dokument.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty(text.Adress);
        }
    }

    [Fact]
    public void Titles_TellThePagesApart()
    {
        foreach (var lika in Bibliotek.Sidor.GroupBy(s => (s.Skolform, s.Sprak, s.Titel)).Where(g => g.Count() > 1))
            lika.Select(s => s.Adress).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_SeesTheSamePage_WhichMayBeKept()
    {
        foreach (var adress in new[] { "/partner", "/partner/gymnasieskola/ogiltig-franvaro", "/en/ogiltig-franvaro", "/kakor" })
        {
            List<string> sidor = [];
            foreach (var person in new[] { null, Personer.AnnaLind, Personer.GretaGranberg, Personer.DavidAbdi })
            {
                using var klient = person is null ? portal.NyKlient() : await portal.InloggadAsync(person);
                var sida = await klient.HamtaUtanOmdirigeringAsync(adress);
                sida.Svar.Headers.Contains("Set-Cookie").ShouldBeFalse(adress);
                (sida.Svar.Headers.CacheControl!.Public, sida.Svar.Headers.CacheControl.MaxAge).ShouldBe((true, TimeSpan.FromMinutes(5)));
                sidor.Add(System.Text.Encoding.UTF8.GetString(sida.Innehall));
            }

            sidor.Distinct().ShouldHaveSingleItem(adress);
            sidor[0].ShouldNotContain("__RequestVerificationToken");
        }
    }

    [Theory]
    [InlineData("/partner/dagis")]
    [InlineData("/partner/annan-eftergymnasial")]
    [InlineData("/partner/gymnasieskola/finns-inte")]
    [InlineData("/partner/hogskola/ogiltig-franvaro")]
    [InlineData("/partner/gymnasieskola/handbok")]
    [InlineData("/partner/gymnasieskola/handbok/ladok")]
    [InlineData("/partner/gymnasieskola/handbok/studeranderapportering/mer")]
    [InlineData("/partner/gymnasieskola/..%2f..%2fintegritet")]
    [InlineData("/en/finns-inte")]
    [InlineData("/en/start")]
    public async Task UnknownAddress_IsThePortalsNotFound_AndIsNotKept(string adress)
    {
        foreach (var person in new[] { null, Personer.AnnaLind })
        {
            using var klient = person is null ? portal.NyKlient() : await portal.InloggadAsync(person);

            var sida = await klient.HamtaUtanOmdirigeringAsync(adress);

            sida.Status.ShouldBe(HttpStatusCode.NotFound);
            sida.Rubrik.ShouldBe("Sidan finns inte");
            sida.Dokument.DocumentElement.GetAttribute("lang").ShouldBe("sv");
            sida.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("/Partner/Gymnasieskola/Kontakt")]
    [InlineData("/partner/gymnasieskola/kontakt/")]
    public async Task TheAddressMayBeWrittenOtherwise(string adress)
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaUtanOmdirigeringAsync(adress);

        sida.Rubrik.ShouldBe("Kontakt");
        sida.Dokument.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://portalen.example.org/partner/gymnasieskola/kontakt");
    }

    [Fact]
    public async Task SchoolForm_SeesItsOwnPartsOnly()
    {
        using var klient = portal.NyKlient();

        var gymnasium = await klient.HamtaAsync("/partner/gymnasieskola/ogiltig-franvaro");
        var komvux = await klient.HamtaAsync("/partner/komvux/ogiltig-franvaro");

        gymnasium.Text.ShouldContain("Elever i gymnasieskolan har studiehjälp");
        gymnasium.Text.ShouldNotContain("På komvux gäller det");
        komvux.Text.ShouldContain("På komvux gäller det");
        komvux.Text.ShouldNotContain("Elever i gymnasieskolan har studiehjälp");
        gymnasium.Dokument.QuerySelectorAll(".meny a[aria-current=page]").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("Ogiltig frånvaro (skolk)");
        gymnasium.Texter(".ds-breadcrumbs li").ShouldBe(["För dig som rapporterar till CSN", "Gymnasieskola", "Ogiltig frånvaro (skolk)"]);
        gymnasium.Texter(".text__uppgifter a").ShouldContain("Sök en studerande");
    }

    [Fact]
    public async Task WorkedExamples_AreReckonedByTheRules()
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync("/partner/gymnasieskola/ogiltig-franvaro");

        var exempel = sida.Texter("figure.exempel");
        exempel.Count.ShouldBe(3);
        exempel[0].ShouldContain("16 oktober 2026 Rapporten kommer till CSN");
        exempel[0].ShouldContain("30 oktober 2026 Studiebidraget för oktober skulle ha betalats ut, men är stoppat");
        exempel[0].ShouldContain("För mycket utbetalt: 1 250 kr (1 månad).");
        exempel[1].ShouldContain("För mycket utbetalt: 3 125 kr (2,5 månader).");
        exempel[1].ShouldContain("2 juni 2027 Underlaget måste ha kommit");
        exempel[2].ShouldContain("Hela beloppet, 3 125 kr, dras av från kommande utbetalningar. Inget krävs tillbaka.");
        exempel[2].ShouldContain("Av 3 125 kr dras 1 875 kr av från kommande utbetalningar. Resten, 1 250 kr, krävs tillbaka.");
        exempel[2].ShouldContain("Hela beloppet, 3 125 kr, krävs tillbaka.");
        sida.Dokument.QuerySelectorAll("figure.exempel svg[aria-hidden=true]").Length.ShouldBe(5);
    }

    [Fact]
    public async Task English_HasAnEnglishFrame_AndTheSwitchLeadsBackAndForth()
    {
        using var klient = portal.NyKlient();

        var engelsk = await klient.HamtaAsync("/en/ogiltig-franvaro");
        var svensk = await klient.HamtaAsync("/partner/komvux/ogiltig-franvaro");

        (await klient.SkickaAsync(new(HttpMethod.Get, "/partner") { Headers = { { "Accept-Language", "en" } } }, true)).Dokument.DocumentElement.OuterHtml.ShouldContain("Senast uppdaterad");
        engelsk.Texter(".ds-skip-link").ShouldBe(["Skip to the content"]);
        engelsk.Text.ShouldContain("Last updated 23 November 2026");
        engelsk.Texter(".text__brod strong[lang=sv]").ShouldContain("Ange sista dag");
        engelsk.Dokument.QuerySelector(".fot")!.TextContent.ShouldContain("Do you need help?");
        engelsk.Texter("#hela-sidan + ul a").ShouldBe(["Gymnasieskola", "Komvux", "Folkhögskola", "Konst- och kulturutbildning"]);
        engelsk.Dokument.QuerySelectorAll(".huvud__sprak a").ShouldHaveSingleItem().GetAttribute("lang").ShouldBe("sv");
        svensk.Dokument.QuerySelector(".huvud__sprak a")!.GetAttribute("href").ShouldBe("/en/ogiltig-franvaro");
        engelsk.Dokument.QuerySelectorAll("link[rel=alternate]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href"))).ShouldBe(
            [("sv", "https://portalen.example.org/partner/gymnasieskola/ogiltig-franvaro"), ("en", "https://portalen.example.org/en/ogiltig-franvaro")]);
        svensk.Dokument.QuerySelectorAll("link[rel=alternate]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href"))).ShouldBe(
            [("sv", "https://portalen.example.org/partner/komvux/ogiltig-franvaro"), ("en", "https://portalen.example.org/en/ogiltig-franvaro")]);
        (await klient.HamtaAsync("/partner/gymnasieskola/webbinarier")).Dokument.QuerySelector(".huvud__sprak a")!.GetAttribute("href").ShouldBe("/en");
    }

    [Fact]
    public void TheFrame_IsInBothLanguages()
    {
        var namn = System.Xml.Linq.XDocument.Load(Fil("Skaltext.resx")).Descendants("data").Select(d => d.Attribute("name")!.Value).ToList();

        namn.ShouldNotBeEmpty();
        System.Xml.Linq.XDocument.Load(Fil("Skaltext.en.resx")).Descendants("data").Select(d => d.Attribute("name")!.Value).ShouldBe(namn);
        var vyer = string.Concat(Directory.EnumerateFiles(Fil("Partnersidor"), "*.cshtml").Select(File.ReadAllText));
        Ord().Matches(vyer).Select(m => m.Groups["namn"].Value).Distinct().ShouldBe(namn, ignoreOrder: true);
    }

    [Theory]
    [InlineData(Skolform.Gymnasieskola, "ogiltig-franvaro", "/partner/gymnasieskola/ogiltig-franvaro")]
    [InlineData(Skolform.KonstOchKultur, "handbok/identity-manager", "/partner/konst-och-kultur/handbok/identity-manager")]
    [InlineData(Skolform.Hogskola, "ogiltig-franvaro", "/partner/hogskola")]
    [InlineData(Skolform.AnnanEftergymnasial, "behorigheter", "/partner/yrkeshogskola/behorigheter")]
    [InlineData(Skolform.AnnanEftergymnasial, "handbok/inloggning", "/partner/yrkeshogskola/handbok/inloggning")]
    [InlineData(Skolform.AnnanEftergymnasial, "sa-rapporterar-du", "/partner")]
    public void HelpLink_LeadsToTheSchoolFormsPage_OrTheNearest(Skolform skolform, string slug, string adress)
    {
        Bibliotek.Hjalpadress(skolform, slug).ShouldBe(adress);
        Bibliotek.Hitta(adress).ShouldNotBeNull();
    }

    private string Fil(string namn) => Path.Combine(portal.Services.GetRequiredService<IWebHostEnvironment>().ContentRootPath, "Partner", namn);

    /// <summary>Marks of Markdown, of our own additions to it and of HTML that nobody drew.</summary>
    [GeneratedRegex(@":::|\{|\}|\]\(|\*\*|```|&lt;|&amp;|<[a-z/]|bild:", RegexOptions.None, 1000)]
    private static partial Regex Otolkat();

    [GeneratedRegex(@"T\[""(?<namn>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ord();
}
