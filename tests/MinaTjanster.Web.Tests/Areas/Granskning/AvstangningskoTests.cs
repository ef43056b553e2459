using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>CSN's lists of suspensions and the page of each. Now is Sunday 22 November 2026 at 10: what was sent today is the school's until 15.</summary>
public sealed class AvstangningskoTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> Utan() => Personer.Utan(Rattighet.GranskaUnderlag);

    public static IEnumerable<object[]> UtanSkyddade() => Personer.Utan(Rattighet.SeSkyddadeIdentiteter);

    private static DateTime Idag => SvenskTid.TillUtc(Testklocka.Standarddag, new TimeOnly(9, 0));

    [Theory, MemberData(nameof(Utan))]
    public async Task Pages_ByOthersThanReviewers_AreForbidden(Person person)
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await MedSkolaAsync(person);

        foreach (var adress in new[] { "/csn/avstangningar", "/csn/avstangningar?visa=hanterade", $"/csn/avstangningar/{fall.Id}" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
        using var post = await klient.Http.PostAsync($"/csn/avstangningar/{fall.Id}", new FormUrlEncodedContent([]));
        post.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(UtanSkyddade))]
    public async Task ProtectedLane_ByOthersThanTheCleared_IsForbidden(Person person)
    {
        using var klient = await MedSkolaAsync(person);

        (await klient.HamtaAsync("/csn/avstangningar/skyddade")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Missing_OrStillInTheSchoolsWindow_IsNotFound()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas, skickad: Idag);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        foreach (var adress in new[] { "/csn/avstangningar/999999", $"/csn/avstangningar/{fall.Id}", $"/granskning/dokument/{fall.DokumentId}" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
        (await klient.HamtaAsync("/csn/avstangningar?sida=99")).Dokument.QuerySelector($"#avstangning-{fall.Id}").ShouldBeNull();
    }

    [Fact]
    public async Task Window_ClosesAt15_AndTheCaseIsThere()
    {
        await using var egen = new PortalFabrik();
        var fall = await Avstangningsfall.SkapaAsync(egen.Databas, skickad: Idag);
        egen.Klocka.Satt(Testklocka.Standarddag, new TimeOnly(14, 59));
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);
        (await klient.HamtaAsync("/csn/avstangningar")).Rubrik.ShouldBe("Avstängningar");
        (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        egen.Klocka.Flytta(TimeSpan.FromMinutes(1));

        var lista = await klient.HamtaAsync("/csn/avstangningar?sida=99");
        lista.Texter($"#avstangning-{fall.Id} td[data-rubrik='Kom in']").ShouldBe(["2026-11-22kl. 09.00"]);
        (await lista.KlickaAsync(lista.Texter($"#avstangning-{fall.Id} th a")[0])).Url.AbsolutePath.ShouldBe($"/csn/avstangningar/{fall.Id}");
        (await klient.HamtaAsync($"/granskning/dokument/{fall.DokumentId}")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
    }

    [Fact]
    public async Task Case_ShowsFactsAndDecision_AndEachViewIsRecorded()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}");

        sida.Rubrik.ShouldBe("Astrid Avstängd Att hantera");
        sida.Text.ShouldContain(fall.Personnummer);
        sida.Text.ShouldContain("2026-12-11");
        sida.Text.ShouldContain("Jonas Holm");
        sida.Dokument.QuerySelector($".visare[data-url='/granskning/dokument/{fall.DokumentId}']").ShouldNotBeNull();
        (await klient.HamtaAsync($"/granskning/dokument/{fall.DokumentId}")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
        (await VisningarAsync(Visningsslag.Csn, fall.HandelseId)).ShouldBe(2);
    }

    [Fact]
    public async Task Handled_LeavesTheListAndTheMenu_AndIsFoundAmongTheHandled()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var lista = await klient.HamtaAsync("/csn/avstangningar?sida=99"); // The latest stands last.
        lista.Dokument.QuerySelector($"#avstangning-{fall.Id}").ShouldNotBeNull();
        var fore = Antal(lista, "/csn/avstangningar");

        var efter = await (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).SkickaAsync("Markera som hanterad");

        efter.Notis.ShouldContain("Avstängningen är markerad som hanterad.");
        efter.Dokument.QuerySelector($"#avstangning-{fall.Id}").ShouldBeNull();
        Antal(efter, "/csn/avstangningar").ShouldBe(fore - 1);
        var hanterade = await klient.HamtaAsync("/csn/avstangningar?visa=hanterade");
        hanterade.Texter($"#avstangning-{fall.Id} .status").ShouldBe(["Hanterad"]);
        var sida = await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}");
        sida.Text.ShouldContain("av Greta Granberg");
        sida.Text.ShouldNotContain("Markera som hanterad");
        await using var db = portal.Databas.Alla();
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.SuspensionHandled && e.ObjektId == fall.HandelseId)).SkolaId.ShouldBe(fall.SkolaId);
        (await db.UtgaendeMejl.CountAsync(m => m.Text.Contains("Avstängd"))).ShouldBe(0);
    }

    [Fact]
    public async Task HandledByAColleague_TellsTheSecondWhoWasFirst()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var sida = await greta.HamtaAsync($"/csn/avstangningar/{fall.Id}");
        await (await stig.HamtaAsync($"/csn/avstangningar/{fall.Id}")).SkickaAsync("Markera som hanterad");

        var svar = await sida.SkickaAsync("Markera som hanterad");

        svar.Status.ShouldBe(HttpStatusCode.Conflict);
        svar.Text.ShouldContain("redan hanterad av Stig Skyman 22 november 2026 kl. 10.00");
    }

    [Theory]
    [InlineData("version", null, HttpStatusCode.BadRequest)]
    [InlineData("version", "fel", HttpStatusCode.BadRequest)]
    [InlineData("version", "42", HttpStatusCode.Conflict)]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    public async Task Post_Tampered_ChangesNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var svar = await (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).FindForm("Markera som hanterad").Manipulera(falt, varde).SkickaAsync();

        svar.Status.ShouldBe(vantat);
        (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).Rubrik.ShouldEndWith("Att hantera");
    }

    [Fact]
    public async Task Protected_IsInItsOwnLane_NeverInTheOther_AndEachViewIsRecorded()
    {
        await using var egen = new PortalFabrik();
        var (vanlig, skyddad) = (await Avstangningsfall.SkapaAsync(egen.Databas), await Avstangningsfall.SkapaAsync(egen.Databas, Personskydd.Skyddad));
        using var greta = await egen.InloggadAsync(Personer.GretaGranberg);
        using var stig = await egen.InloggadAsync(Personer.StigSkyman);

        foreach (var klient in new[] { greta, stig })
        {
            var lista = await klient.HamtaAsync("/csn/avstangningar");
            lista.Dokument.QuerySelectorAll("tr[id^='avstangning-']").Select(r => r.Id).ShouldBe([$"avstangning-{vanlig.Id}"]);
            lista.Texter("#lista").ShouldBe(["Att hantera: 1 avstängning"]);
            Antal(lista, "/csn/avstangningar").ShouldBe(1);
        }

        (await greta.HamtaAsync("/csn/avstangningar")).Dokument.QuerySelector("a[href='/csn/avstangningar/skyddade']").ShouldBeNull();
        (await greta.HamtaAsync($"/csn/avstangningar/{skyddad.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await greta.HamtaAsync($"/granskning/dokument/{skyddad.DokumentId}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var post = (await greta.HamtaAsync($"/csn/avstangningar/{vanlig.Id}")).FindForm("Markera som hanterad").Begaran();
        post.RequestUri = new(greta.Http.BaseAddress!, $"/csn/avstangningar/{skyddad.Id}");
        (await greta.SkickaAsync(post, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await VisningarAsync(Visningsslag.SkyddadIdentitet, skyddad.StuderandeId, egen)).ShouldBe(0);

        var lane = await stig.HamtaAsync("/csn/avstangningar/skyddade");
        lane.Texter("tbody td[data-rubrik=Studerande]").ShouldHaveSingleItem().ShouldStartWith(Studerande.SkyddadText);
        Antal(lane, "/csn/avstangningar/skyddade").ShouldBe(1);
        var sida = await stig.HamtaAsync($"/csn/avstangningar/{skyddad.Id}");
        sida.Rubrik.ShouldStartWith("Astrid Avstängd");
        (await stig.HamtaAsync($"/granskning/dokument/{skyddad.DokumentId}")).Status.ShouldBe(HttpStatusCode.OK);
        (await VisningarAsync(Visningsslag.SkyddadIdentitet, skyddad.StuderandeId, egen)).ShouldBe(3, "the list, the page and the document");
        (await sida.SkickaAsync("Markera som hanterad")).Url.AbsolutePath.ShouldBe("/csn/avstangningar/skyddade");
    }

    /// <summary>What the list shows when the window closes, the page says at once: nobody acts upon it meanwhile.</summary>
    [Fact]
    public async Task TakenBackInAWindowThatIsOpen_IsSaidOnThePage()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        await using (var db = portal.Databas.Alla())
        {
            var handelse = await db.Nationellt<Handelse>().SingleAsync(h => h.Id == fall.HandelseId);
            handelse.TaTillbaka(await db.Konton.Select(k => k.Id).FirstAsync(), Idag);
            await db.SaveChangesAsync();
        }

        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).Text.ShouldContain("Skolan har tagit tillbaka avstängningen 22 november 2026");
    }

    [Fact]
    public async Task TakenBackByTheSchool_IsShownAsSuch()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        await using (var db = portal.Databas.Alla())
        {
            var avstangning = await db.Nationellt<Core.Studeranderapportering.Avstangningar.Avstangning>().SingleAsync(a => a.Id == fall.Id);
            db.Entry(avstangning).Property(a => a.Tillbakatagen).CurrentValue = Idag;
            await db.SaveChangesAsync();
        }

        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        // The latest stands last: the last page, however many the other tests have made.
        (await klient.HamtaAsync("/csn/avstangningar?sida=99")).Texter($"#avstangning-{fall.Id} .status").ShouldBe(["Tillbakatagen av skolan"]);
        (await klient.HamtaAsync($"/csn/avstangningar/{fall.Id}")).Text.ShouldContain("Skolan har tagit tillbaka avstängningen.");
    }

    /// <summary>The number in the menu.</summary>
    private static int Antal(Sida sida, string adress) =>
        int.TryParse(sida.Dokument.QuerySelector($"nav[aria-label='Tjänster'] a[href='{adress}'] .meny__antal")?.FirstChild?.TextContent, out var antal) ? antal : 0;

    /// <summary>With a school chosen, where the person has several.</summary>
    private async Task<Portalklient> MedSkolaAsync(Person person)
    {
        var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());
        return klient;
    }

    private async Task<int> VisningarAsync(Visningsslag slag, long objektId, PortalFabrik? egen = null)
    {
        await using var db = (egen ?? portal).Databas.Alla();
        return await db.Visningar.CountAsync(v => v.Slag == slag && v.ObjektId == objektId);
    }
}
