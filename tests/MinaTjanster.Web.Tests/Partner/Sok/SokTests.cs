using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Partner.Sok;
using MinaTjanster.Web.Partner.Texter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Sok;

/// <summary>The search over texts, questions, handbooks and codes.</summary>
public sealed class SokTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private Soktjanst Tjanst => portal.Services.GetRequiredService<Soktjanst>();

    [Theory]
    [InlineData("underlaget")]
    [InlineData("UNDERLAGEN")]
    [InlineData("underlag")]
    public async Task AnyFormOfAWord_FindsTheSame(string fraga)
    {
        var sida = await SokAsync($"?q={fraga}&skolform=gymnasieskola");

        sida.Texter("h2 a").ShouldContain("Skicka frånvarounderlag");
        sida.Texter("h2 mark").ShouldContain("Underlag");
        Lankar(sida).ShouldBe(Lankar(await SokAsync("?q=underlag&skolform=gymnasieskola")));
    }

    [Fact]
    public async Task ALettersDots_AreNotNeeded()
    {
        Lankar(await SokAsync("?q=ogiltig franvaro&skolform=komvux")).ShouldBe(Lankar(await SokAsync("?q=ogiltig frånvaron&skolform=komvux")));
    }

    [Fact]
    public async Task HeadingsComeFirst_ThenWhatOnlyHoldsTheWords_MarkedInAnExcerpt()
    {
        var traffar = Tjanst.Sok("försättsblad", Skolform.Gymnasieskola).Traffar;

        var iRubriken = traffar.Select(t => t.Rubrik.Any(b => b.ArMarkt)).ToList();
        iRubriken[0].ShouldBeTrue();
        iRubriken.ShouldContain(false);
        iRubriken.LastIndexOf(true).ShouldBeLessThan(iRubriken.IndexOf(false));
        traffar.Where(t => !t.Rubrik.Any(b => b.ArMarkt)).ShouldAllBe(t => t.Utdrag.Any(b => b.ArMarkt));
        traffar.ShouldAllBe(t => string.Concat(t.Utdrag.Select(b => b.Text)).Length < 240);

        var sida = await SokAsync("?q=försättsblad&skolform=gymnasieskola");
        sida.Texter("mark").ShouldContain("Försättsblad");
    }

    [Fact]
    public async Task AQuestion_IsFoundAsItIsAsked_WithoutTheSmallWords()
    {
        var sida = await SokAsync("?q=Hur räknar vi till 4 timmar?&skolform=gymnasieskola");

        Lankar(sida)[0].ShouldBe("/partner/gymnasieskola/ogiltig-franvaro#fyra-timmar");
        sida.Texter(".soktraff__var")[0].ShouldStartWith("Fråga på sidan");
    }

    [Fact]
    public async Task ACode_IsFoundByItself_AndByItsWords()
    {
        var sida = await SokAsync("?q=skolk-dag15");
        Lankar(sida)[0].ShouldBe("/partner/felkoder#SKOLK-DAG15");
        sida.Texter(".soktraff__var")[0].ShouldBe("Felkod");
        Lankar(await SokAsync("?q=citattecken rubrikrad")).ShouldContain("/partner/felkoder#FIL-RUBRIK-TRASIG");
        foreach (var kod in Felkatalog.Alla)
            Tjanst.Sok(kod.Kod, null).Traffar[0].Post.Adress.ShouldBe(kod.Adress);
    }

    [Fact]
    public async Task TheSameTextOfManyForms_IsOneHit_WithALinkForEach_AndTheFilterChooses()
    {
        var alla = await SokAsync("?q=partnertelefonen stängd");
        alla.Texter(".soktraff__former")[0].ShouldStartWith("Läs för gymnasieskola");
        Lankar(alla).Count.ShouldBe(Lankar(alla).Distinct().Count());

        var hogskola = await SokAsync("?q=partnertelefonen stängd&skolform=hogskola");
        Lankar(hogskola).ShouldAllBe(l => l.StartsWith("/partner/hogskola/") || l.StartsWith("/partner/felkoder") || !l.StartsWith("/partner/"));
        hogskola.Texter(".soktraff__former").ShouldBeEmpty();
        hogskola.Dokument.QuerySelector("#skolform option[selected]")!.GetAttribute("value").ShouldBe("hogskola");
        // What is for other forms is not found: a högskola has no skolk.
        Lankar(await SokAsync("?q=skolk&skolform=hogskola")).ShouldNotContain(l => l.Contains("/ogiltig-franvaro", StringComparison.Ordinal));
        // A choice that does not exist is none.
        Lankar(await SokAsync("?q=kontakt&skolform=dagis")).ShouldBe(Lankar(await SokAsync("?q=kontakt")));
    }

    [Fact]
    public async Task EveryHit_LeadsToWhatIsThere()
    {
        var bibliotek = portal.Services.GetRequiredService<Innehallsbibliotek>();
        foreach (var fraga in new[] { "behörighet", "lösenord", "studietid", "fil", "csn" })
        {
            foreach (var post in Tjanst.Sok(fraga, null).Traffar.SelectMany(t => t.Skolformernas).Where(p => p.Slag != Sokslag.Felkod))
            {
                var delar = post.Adress.Split('#');
                var text = bibliotek.Hitta(delar[0]).ShouldNotBeNull(post.Adress);
                (delar.Length == 1 || text.Avsnitt.Any(a => a.Id == delar[1])).ShouldBeTrue(post.Adress);
            }
        }

        (await SokAsync("?q=csn")).Text.ShouldContain("De 30 första visas");
    }

    [Fact]
    public async Task NothingFound_SaysWhatToDo_AndWhatWasTypedStands()
    {
        var sida = await SokAsync("?q=%3Cscript%3Exyzzy&skolform=komvux");

        sida.Text.ShouldContain("Inget hittades");
        sida.Dokument.QuerySelector("main a[href='/partner/komvux/kontakt']").ShouldNotBeNull();
        sida.Dokument.QuerySelector("#q")!.GetAttribute("value").ShouldBe("<script>xyzzy");
        (await SokAsync("?q=" + new string('a', 5000))).Text.ShouldContain("Inget hittades");
    }

    [Theory]
    [InlineData("20100412-9811")]
    [InlineData("skolk 100412-9811")]
    public async Task APersonnummer_IsRefused_AndWrittenNowhere(string fraga)
    {
        using var ingen = portal.NyKlient();

        var hit = await ingen.HamtaUtanOmdirigeringAsync($"/partner/sok?q={Uri.EscapeDataString(fraga)}&skolform=komvux");
        hit.Omdirigering.ShouldBe("/partner/sok?nekad=true&skolform=komvux", "the page that says so has it in no address, to be sent on from");
        var sida = await ingen.HamtaAsync(hit.Omdirigering!);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Text.ShouldContain("Sök inte på personnummer.");
        Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain("9811");
        sida.Texter("h2 a").ShouldBeEmpty();
    }

    [Fact]
    public async Task ThePage_IsNotForSearchEngines_AndAsksWhenNothingIsSought()
    {
        foreach (var fraga in new[] { "", "?q=", "?q=%20", "?q=!" })
        {
            var sida = await SokAsync(fraga);
            sida.Svar.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
            sida.Rubrik.ShouldBe("Sök");
            sida.Texter(".soktraffar li").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task EveryTextInSwedish_HasTheFieldInItsHead_ForItsSchoolForm()
    {
        using var ingen = portal.NyKlient();
        var form = (await ingen.HamtaAsync("/partner/komvux/kontakt")).FindForm("/partner/sok");

        (form.Varde("skolform"), form.Varde("q")).ShouldBe(("komvux", ""));
        (await ingen.HamtaAsync("/partner")).FindForm("/partner/sok").Varde("skolform").ShouldBeNull();
        (await ingen.HamtaAsync("/en")).HarForm("/partner/sok").ShouldBeFalse();
    }

    private static IReadOnlyList<string> Lankar(Sida sida) => [.. sida.Dokument.QuerySelectorAll(".soktraffar h2 a").Select(a => a.GetAttribute("href")!)];

    private async Task<Sida> SokAsync(string fraga)
    {
        using var ingen = portal.NyKlient();
        var sida = await ingen.HamtaAsync("/partner/sok" + fraga);
        sida.Status.ShouldBe(HttpStatusCode.OK);
        return sida;
    }
}
