using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>Who only keeps a school's users has the calendar too, with what is theirs: the round of behörigheter, and nothing of the reports.</summary>
    [Fact]
    public async Task BehorighetsadministratorOnly_SeesTheRound_AndNothingOfTheReports()
    {
        var rapport = await Skolkfall.SkapaAsync(portal, Demoskolor.NorraHamnen, Personer.DavidAbdi);
        await using (var db = portal.Databas.Alla())
        {
            db.RemoveRange(await db.Nationellt<Attestering>().Where(a => a.SkolaId == rapport.SkolaId).ToListAsync());
            db.Add(new Attestering(rapport.SkolaId, new(2026, 10, 1), new(2026, 11, 15)));
            await db.SaveChangesAsync();
        }

        using var mikael = await portal.InloggadAsync(Personer.MikaelAstrom);
        var sida = await (await mikael.HamtaAsync("/identity-manager")).KlickaAsync("Kalender");
        List<string> plikter = [];
        for (var manad = 1; manad <= 4; manad++)
        {
            sida.Status.ShouldBe(HttpStatusCode.OK);
            sida.Dokument.QuerySelector($"a[href^='/ogiltig-franvaro']").ShouldBeNull();
            plikter.AddRange(sida.Texter(".dagslista ul a"));
            sida = await sida.KlickaAsync("Nästa månad");
        }

        plikter.ShouldBe(["Gå igenom skolans behörigheter"]);
    }

    /// <summary>In mid-month the start page says it, with the day to do it and the way there.</summary>
    [Fact]
    public async Task StartPage_InMidMonth_SaysToReadOffLastMonth()
    {
        await using var iNovember = new PortalFabrik();
        iNovember.Klocka.Satt(new(2026, 11, 15), new(10, 0));
        using var anna = await iNovember.InloggadAsync(Personer.AnnaLind);

        var start = await anna.HamtaAsync("/");

        start.Texter(".kommandelista li").ShouldContain(t => t.Contains("2026-11-15 – 2026-11-22", StringComparison.Ordinal) && t.Contains("Läs av frånvaron för oktober", StringComparison.Ordinal));
        (await start.KlickaAsync("Läs av frånvaron för oktober")).Url.AbsolutePath.ShouldBe("/franvarocoach");
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
