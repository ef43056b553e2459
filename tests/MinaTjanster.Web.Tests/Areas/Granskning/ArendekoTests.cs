using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

public sealed class ArendekoTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Theory]
    [MemberData(nameof(Personer.UtomHandlaggare), MemberType = typeof(Personer))]
    public async Task Get_ByOthersThanReviewers_IsForbidden(Person person)
    {
        using var klient = await portal.InloggadMedSkolaAsync(person);

        (await klient.HamtaUtanOmdirigeringAsync("/granskning")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaUtanOmdirigeringAsync("/granskning/arenden.csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WithoutSession_LeadsToLogin()
    {
        using var klient = portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync("/granskning")).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task Get_ShowsTheQueueOldestFirst_WithoutProtectedStudents()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync("/granskning");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Rubrik.ShouldBe("Ärenden");
        var rader = sida.Texter(".arendelista tbody tr");
        rader.Count.ShouldBe(5);
        rader[^1].ShouldContain("Stina Vall");
        rader.ShouldAllBe(r => !r.Contains(Studerande.SkyddadText));
        sida.Texter(".arendelista td[data-rubrik='Underlag kom in']").Select(t => t[..10]).ShouldBeInOrder();
        sida.Texter(".flikar a[aria-current]").ShouldBe(["Att granska 5 ärenden"]);
    }

    [Fact]
    public async Task Filter_WithNothingInIt_SaysSo_AndLeadsToAll()
    {
        await using var egen = new PortalFabrik();
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync("/granskning?visa=meddelanden");

        sida.Text.ShouldContain("Inga ärenden med det filtret");
        sida.Text.ShouldNotContain("Allt är granskat");
        (await sida.KlickaAsync("Visa alla i Att granska")).Texter(".arendelista tbody tr").Count.ShouldBe(5);
    }

    [Fact]
    public async Task Get_ByTheCleared_ShowsTheSameQueue()
    {
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);

        var sida = await klient.HamtaAsync("/granskning");

        sida.Texter(".arendelista tbody tr").Count.ShouldBe(5);
        sida.Text.ShouldNotContain(Studerande.SkyddadText);
    }

    [Theory]
    [InlineData("flik=mina", "Mina ärenden: 2 ärenden", "Omar Haddad")]
    [InlineData("flik=vantar", "Väntar på skolan: 3 ärenden", "Lisa Ek")]
    [InlineData("flik=avslutade", "Avslutade: 2 ärenden", "Erik Mårtensson")]
    [InlineData("flik=<script>&sortering=x&riktning=y&sida=-7", "Att granska: 5 ärenden", "Stina Vall")]
    [InlineData("flik=oppna&sida=99999", "Alla öppna: 9 ärenden", "Omar Haddad")]
    public async Task Get_EachTab_ShowsItsCases(string fraga, string rubrik, string namn)
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning?{fraga}");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Texter("#lista-rubrik").ShouldBe([rubrik]);
        sida.Texter(".arendelista tbody tr").ShouldContain(r => r.Contains(namn));
    }

    [Fact]
    public async Task Get_SortLink_TurnsTheOrderAndKeepsTheTab()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var stigande = await klient.HamtaAsync("/granskning?flik=oppna");

        var fallande = await stigande.KlickaAsync("Underlag kom in");

        fallande.Texter("#lista-rubrik").ShouldBe(["Alla öppna: 9 ärenden"]);
        fallande.Texter("th[aria-sort=descending]").ShouldBe(["Underlag kom in"]);
        fallande.Texter(".arendelista tbody th").ShouldBe(stigande.Texter(".arendelista tbody th").Reverse());
    }

    [Fact]
    public async Task Get_FromACase_LeadsBackToTheSamePlace()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var ko = await klient.HamtaAsync("/granskning?flik=oppna&sortering=fullstandighet&riktning=fallande");
        var nummer = ko.Texter(".arendelista tbody th")[0];

        var tillbaka = await (await ko.KlickaAsync(nummer)).KlickaAsync("Alla öppna");

        tillbaka.Url.PathAndQuery.ShouldBe("/granskning?flik=oppna&sortering=fullstandighet&riktning=fallande");
    }

    [Fact]
    public async Task Csv_HoldsWhatTheListHolds_AndIsAudited()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var fil = await klient.HamtaAsync("/granskning/arenden.csv?flik=att-granska");

        fil.Innehallshuvuden.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var rader = Encoding.UTF8.GetString(fil.Innehall).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rader[0].ShouldStartWith("Ärende;Studerande;Skola;Skolkod;");
        rader.Length.ShouldBe(6);
        rader[^1].ShouldContain(";Stina Vall;Södra Bergets gymnasium;12345678;");
        rader.ShouldAllBe(r => !r.Contains(Studerande.SkyddadText));
        await using var db = portal.Databas.Alla();
        (await db.AuditEvents.AnyAsync(e => e.Act == Acts.CaseListExported && e.Why == "Att granska")).ShouldBeTrue();
    }

    [Fact]
    public async Task Menu_ShowsHowManyWait()
    {
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);

        (await klient.HamtaAsync("/granskning")).Texter(".meny a").ShouldContain("Ärenden 5 att granska");
        (await klient.HamtaAsync("/granskning")).Texter(".meny a").ShouldContain("Ärenden, skyddade 1 att granska");
    }
}

/// <summary><em>Nästa ärende</em>: each test has a portal of its own, since the queue is what it changes.</summary>
public sealed class NastaArendeTests
{
    [Fact]
    public async Task Post_FromAFilteredList_TakesItsFirstAndKeepsThePlace()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var ko = await (await klient.HamtaAsync("/granskning")).KlickaAsync("Belopp");
        var forst = ko.Texter(".arendelista tbody th")[0];

        var arende = await (await ko.KlickaAsync("Gäller nästa utbetalning")).SkickaAsync("Nästa ärende");

        arende.Text.ShouldContain($"Ärende {forst}");
        arende.Url.Query.ShouldBe("?ko=att-granska.belopp.fallande.1.nasta-utbetalning");
        (await arende.KlickaAsync("Att granska")).Url.Query.ShouldContain("visa=nasta-utbetalning");
    }

    [Fact]
    public async Task Shortcuts_AreShownAndAreTheButtonsOfThePage()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        foreach (var adress in new[] { "/granskning", $"/granskning/{(await portal.StinaAsync()).Id}" })
        {
            var sida = await klient.HamtaAsync(adress);
            var visade = sida.Dokument.QuerySelectorAll("[data-tangenter] kbd").Select(k => k.TextContent).ToList();
            var knappar = sida.Dokument.QuerySelectorAll("[data-tangent]").Select(k => k.GetAttribute("data-tangent")!).ToList();
            knappar.ShouldNotBeEmpty();
            knappar.ShouldBeUnique();
            knappar.ShouldBeSubsetOf(visade);
            sida.Dokument.QuerySelector("[data-tangenter] button[data-vaxla]").ShouldNotBeNull("WCAG 2.1.4: they can be switched off");
        }
    }

    [Fact]
    public async Task Post_TakesTheOldest()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var ko = await klient.HamtaAsync("/granskning");
        var aldst = ko.Texter(".arendelista tbody th")[0];

        var sida = await ko.SkickaAsync("Nästa ärende");

        sida.Notis.ShouldContain("Du har tagit ärendet.");
        sida.Text.ShouldContain(aldst);
        var arende = await portal.LasAsync(long.Parse(sida.Url.Segments[^1]));
        (arende.Status, arende.HandlaggareKontoId).ShouldBe((Arendestatus.Granskas, portal.KontoId(Personer.GretaGranberg)));
        (await portal.HandelserAsync(arende))[0].Act.ShouldBe(Acts.CaseTaken);
    }

    [Fact]
    public async Task Post_UntilTheQueueIsEmpty_SaysSo()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var ko = await klient.HamtaAsync("/granskning");
        for (var i = 0; i < 5; i++)
        {
            await ko.SkickaAsync("Nästa ärende");
        }

        var sida = await ko.SkickaAsync("Nästa ärende");

        sida.Url.AbsolutePath.ShouldBe("/granskning");
        sida.Notis.ShouldBe("Det finns inget ärende att granska just nu.");
        sida.Text.ShouldContain("Allt är granskat");
        (await portal.SkyddadAsync()).Status.ShouldBe(Arendestatus.AttGranska);
    }

    [Theory]
    [InlineData("__RequestVerificationToken", HttpStatusCode.BadRequest)]
    [InlineData("__skola", HttpStatusCode.BadRequest)]
    public async Task Post_WithoutTheHiddenFields_ChangesNothing(string falt, HttpStatusCode vantat)
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync("/granskning")).FindForm("Nästa ärende");

        (await formular.Manipulera(falt, null).SkickaAsync()).Status.ShouldBe(vantat);

        (await klient.HamtaAsync("/granskning")).Texter(".arendelista tbody tr").Count.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Personer.UtomHandlaggare), MemberType = typeof(Personer))]
    public async Task Post_ByOthersThanReviewers_IsForbidden(Person person)
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadMedSkolaAsync(person);

        var svar = await klient.SkickaAsync(new HttpRequestMessage(HttpMethod.Post, "/granskning") { Content = new FormUrlEncodedContent([]) }, foljOmdirigering: false);

        svar.Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
