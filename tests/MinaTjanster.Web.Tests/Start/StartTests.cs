using MinaTjanster.TestCommon;
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
    public async Task Index_AfterTheStopDay_CountsTheDaysToTheNext()
    {
        await using var portal = new PortalFabrik();
        portal.Klocka.Flytta(TimeSpan.FromDays(1));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync("/")).Text.ShouldContain("sista dag att stoppa utbetalningen för december");
    }
}
