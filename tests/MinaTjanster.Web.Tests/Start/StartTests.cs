using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Kontoadministration;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Start;

/// <summary>What a reporter meets first. Today is 22 November 2026, the last day to stop November's payment.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Index_SaysTheStopDay_AndLeadsToTheChoiceOfStudent()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync("/");

        sida.Text.ShouldContain("i dag är sista dag att stoppa utbetalningen för november");
        sida.Text.ShouldContain("Rapporter som väntar på dig");
        (await sida.KlickaAsync("Rapportera ogiltig frånvaro")).Url.PathAndQuery.ShouldBe("/studerande?rapportera=ja");
    }

    [Fact]
    public async Task Index_OfOneWithoutReporting_LeadsToTheirServices()
    {
        await using var portal = new PortalFabrik();
        var (_, konto) = await new Kontofall(portal).NyAsync(Demoskolor.SodraBerget, Behorighetsslag.StudietiderUtbildningar, Behorighetsslag.CsnOrder);
        using var klient = portal.NyKlient();

        var sida = await klient.ForsokLoggaInAsync(konto.UserName!, "Demo-losen-2026");

        sida.Text.ShouldContain("Du har behörigheten CSN-order. Beställ blanketter och broschyrer");
        (await sida.KlickaAsync("Beställ blanketter och broschyrer")).Url.PathAndQuery.ShouldBe("/csn-order");
        (await sida.KlickaAsync("Gå till skolans utbildningar")).Url.PathAndQuery.ShouldBe("/utbildningar");
    }

    [Theory]
    [InlineData(true, "Ditt konto på Södra Bergets gymnasium är avslutat. Fråga skolans behörighetsadministratör.")]
    [InlineData(false, "Du är användare på Södra Bergets gymnasium men har ingen behörighet där.")]
    public async Task Index_OfOneWithNothing_SaysWhereAndWhomToAsk(bool avslutat, string text)
    {
        await using var portal = new PortalFabrik();
        var fall = new Kontofall(portal);
        var (person, konto) = await fall.NyAsync(Demoskolor.SodraBerget);
        if (avslutat)
            await fall.AndraAsync(db => db.SkrivAsync(() => db.Nationellt<Skolanvandare>().Where(a => a.Id == person.Id).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Avslutad, new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc))), default));
        using var klient = portal.NyKlient();

        (await klient.ForsokLoggaInAsync(konto.UserName!, "Demo-losen-2026")).Text.ShouldContain(text);
    }

    [Fact]
    public async Task Index_AfterTheStopDay_CountsTheDaysToTheNext()
    {
        await using var portal = new PortalFabrik();
        portal.Klocka.Flytta(TimeSpan.FromDays(1));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync("/")).Text.ShouldContain("sista dag att stoppa utbetalningen för december");
    }
}
