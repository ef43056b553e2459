using System.Net;
using System.Text;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Fristkalender;

/// <summary>The calendar page. Today is Sunday 22 November 2026.</summary>
public sealed class FristkalenderTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> UtanRatten => Personer.Utan(Rattighet.SeKalendern);

    [Theory, MemberData(nameof(UtanRatten))]
    public async Task WithoutTheRight_ItIsForbidden_AndNotInTheMenu(Person person)
    {
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync("/kalender")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector(".meny a[href='/kalender']").ShouldBeNull();
    }

    [Fact]
    public async Task NotSignedIn_IsAskedToSignIn()
    {
        using var klient = portal.NyKlient();
        (await klient.HamtaUtanOmdirigeringAsync("/kalender")).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task Month_HasItsDutiesAsLinks_HolidaysByName_AndLeafs()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await anna.HamtaAsync("/")).KlickaAsync("Kalender");

        sida.Rubrik.ShouldBe("Kalender");
        sida.Texter("#manad").ShouldBe(["November 2026"]);
        sida.Dokument.QuerySelectorAll(".manadstabell tbody td:not(.manadstabell__annan)").Length.ShouldBe(30);
        sida.Texter(".manadstabell__idag")[0].ShouldContain("Sista dag att stoppa utbetalningen för november");
        sida.Texter(".dagslista__upplysning").ShouldContain(t => t.StartsWith("22 november 2026 är en söndag. Den flyttas inte.", StringComparison.Ordinal));
        var december = await sida.KlickaAsync("Nästa månad");
        december.Url.PathAndQuery.ShouldBe("/kalender?manad=2026-12");
        december.Texter(".manadstabell__helg").ShouldBe(["Julafton", "Juldagen", "Annandag jul", "Nyårsafton"]);
        (await december.KlickaAsync("Den här månaden")).Texter("#manad").ShouldBe(["November 2026"]);
        (await december.KlickaAsync("Läs av frånvaron för november")).Url.PathAndQuery.ShouldBe("/franvarocoach");
    }

    [Theory]
    [InlineData("igår")]
    [InlineData("2026-13")]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData("2026-11-22")]
    public async Task MonthThatCannotBe_IsThisMonth(string manad)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await anna.HamtaAsync($"/kalender?manad={Uri.EscapeDataString(manad)}");
        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Texter("#manad").ShouldBe(["November 2026"]);
    }

    /// <summary>What the start page counts stands here one by one, of this school alone, by receipt number.</summary>
    [Fact]
    public async Task Reports_AreTheSchoolsOwn_ByReceiptNumber()
    {
        var eget = await Skolkfall.SkapaAsync(portal);
        var annat = await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl);
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync("/kalender?manad=2027-01");

        var lank = sida.Dokument.QuerySelector($".dagslista a[href='/ogiltig-franvaro/{eget.Id}']")!;
        lank.TextContent.ShouldContain((await eget.RapportAsync()).Kvittensnummer);
        sida.Dokument.QuerySelector($"a[href='/ogiltig-franvaro/{annat.Id}']").ShouldBeNull();
        var elev = await eget.StuderandeAsync();
        Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain(elev.Personnummer.Varde);
        sida.Text.ShouldNotContain($"{elev.Fornamn} {elev.Efternamn}");
    }

    [Fact]
    public async Task StartPage_LeadsToTheDaysToCome()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var start = await anna.HamtaAsync("/");
        start.Texter(".kommandelista li").ShouldContain(t => t.Contains("2026-11-22", StringComparison.Ordinal) && t.Contains("en söndag", StringComparison.Ordinal));
        (await start.KlickaAsync("Visa kalendern")).Rubrik.ShouldBe("Kalender");
    }
}
