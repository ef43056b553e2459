using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The acts, each on a portal of its own: accepted with database and event, and refused to whoever comes second.</summary>
public sealed class ArendeatgardTests
{
    private static readonly DateTime Tid = new(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Ta_ThenLaggTillbaka_PutsItBackInTheQueue()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var tagen = await (await klient.HamtaAsync($"/granskning/{stina.Id}")).SkickaAsync("Ta ärendet");
        (await portal.LasAsync(stina.Id)).HandlaggareKontoId.ShouldBe(portal.KontoId(Personer.GretaGranberg));
        var ko = await tagen.SkickaAsync("Lägg tillbaka");

        ko.Url.AbsolutePath.ShouldBe("/granskning");
        ko.Notis.ShouldContain("Ärendet ligger i kön igen.");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.AttGranska);
        (await portal.HandelserAsync(stina)).Take(2).Select(h => h.Act).ShouldBe([Acts.CaseReturned, Acts.CaseTaken]);
    }

    [Fact]
    public async Task AterkallaKomplettering_WhenNobodyAnswers_LetsTheCaseBeReviewedAndAsksTheSchoolNoMore()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.AndraAsync(stina, a =>
        {
            a.Ta(greta, Tid);
            a.BegarKomplettering(greta, new(a.SkolaId, Kompletteringsorsak.Olasligt, "Skicka en ny bild.", greta, Tid, new(2026, 12, 6)), Tid);
        });
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await klient.HamtaAsync($"/granskning/{stina.Id}")).SkickaAsync("Återta begäran om komplettering");

        sida.Notis.ShouldContain("Begäran är återtagen. Du kan granska ärendet som det är.");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);
        (await portal.HandelserAsync(stina))[0].Act.ShouldBe(Acts.CaseComplementWithdrawn);
        using var skolan = await portal.InloggadAsync(Personer.AnnaLind);
        (await skolan.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}")).Text.ShouldNotContain("Skicka kompletteringen");
    }

    [Fact]
    public async Task Ta_AfterSomebodyElse_IsToldWhoAndWhen()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var stigsSida = await stig.HamtaAsync($"/granskning/{stina.Id}");
        await (await greta.HamtaAsync($"/granskning/{stina.Id}")).SkickaAsync("Ta ärendet");

        var svar = await stigsSida.SkickaAsync("Ta ärendet");

        svar.Status.ShouldBe(HttpStatusCode.Conflict);
        svar.Texter("[role=alert]").ShouldBe(["Det gick inte. Ärendet är redan taget av Greta Granberg 22 november 2026 kl. 10.00."]);
        svar.Rubrik.ShouldBe("Stina Vall Granskas");
        (await portal.LasAsync(stina.Id)).HandlaggareKontoId.ShouldBe(portal.KontoId(Personer.GretaGranberg));
        var nej = (await portal.HandelserAsync(stina))[0];
        (nej.Outcome, nej.Why, nej.KontoId).ShouldBe((AuditOutcome.Refused, "ARENDE-TAGET", portal.KontoId(Personer.StigSkyman)));
    }

    [Fact]
    public async Task Ta_ByBothAtOnce_GoesToOne()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var formular = new[] { greta, stig }.Select(async k => (await k.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Ta ärendet"));

        var svar = await Task.WhenAll((await Task.WhenAll(formular)).Select(f => f.SkickaUtanOmdirigeringAsync()));

        svar.Select(s => s.Status).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        (await portal.HandelserAsync(stina)).Count(h => h.Act == Acts.CaseTaken && h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
    }

    [Fact]
    public async Task Godkann_ThenAvsluta_ClosesTheCase()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}");

        var kontroll = await sida.KlickaAsync("Godkänn underlag");
        kontroll.Texter(".kontroller > li").Count.ShouldBe(7);
        var godkand = await kontroll.SkickaAsync("Godkänn underlag");
        godkand.Notis.ShouldContain("Underlaget är godkänt.");
        godkand.Rubrik.ShouldBe("Stina Vall Underlag godkänt");
        godkand.Text.ShouldContain("Fråga vårdnadshavaren innan du beslutar.");
        var hord = await (await godkand.KlickaAsync("Fråga vårdnadshavaren")).SkickaAsync("Lägg brevet i utskriftskön");
        hord.Text.ShouldContain("Brevet väntar på utskrift.");
        await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        await klient.SkickaBrevenAsync();
        var skickat = await klient.HamtaAsync($"/granskning/{stina.Id}");
        skickat.Text.ShouldContain("Vårdnadshavaren får svara till och med 6 december 2026, räknat från att brevet skickades 22 november 2026.");
        var beslutad = await (await skickat.KlickaAsync("Besluta utfall")).SkickaAsync("Besluta utfall", ("Svar", "Synpunkter"), ("Val", "EnligtUppskattningen"), ("Motivering", "Frånvaron var inte giltig."));
        beslutad.Notis.ShouldContain("Utfallet är beslutat.");
        var fraga = await beslutad.KlickaAsync("Avsluta ärendet");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Godkant, "nothing is closed before it is confirmed");
        var avslutad = await fraga.SkickaAsync("Avsluta ärendet");

        avslutad.Rubrik.ShouldBe("Stina Vall Avslutat");
        avslutad.Notis.ShouldContain("Ärendet är avslutat.");
        avslutad.Text.ShouldContain("avslutat 22 november 2026 av dig");
        avslutad.Text.ShouldNotContain("redan avslutat");
        avslutad.Text.ShouldNotContain("du har ärendet");
        var lagrat = await portal.LasAsync(stina.Id);
        (lagrat.Status, lagrat.GodkantAvKontoId).ShouldBe((Arendestatus.Avslutat, portal.KontoId(Personer.GretaGranberg)));
        (await portal.HandelserAsync(stina)).Select(h => h.Act).Where(a => a is not (Acts.CaseLetterPrinted or Acts.CaseLetterSent)).Take(4).ShouldBe([Acts.CaseClosed, Acts.CaseOutcomeDecided, Acts.CaseHearingSent, Acts.CaseApproved]);
    }

    [Fact]
    public async Task Godkann_WithWarnings_AsksForAMotivation()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        await portal.KortaUnderlagetAsync(stina);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = await klient.HamtaAsync($"/granskning/{stina.Id}/godkann");

        var utan = await formular.SkickaAsync("Godkänn underlag", ("Motivering", "  "));
        utan.Status.ShouldBe(HttpStatusCode.BadRequest);
        utan.Fel.ShouldContain("En kontroll stämmer inte. Skriv varför underlaget ändå kan godkännas.");
        utan.FindForm("Godkänn underlag").Varde("Motivering").ShouldBe("  ");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);

        var med = await utan.SkickaAsync("Godkänn underlag", ("Motivering", "Resten finns i ett tidigare ärende."));
        med.Notis.ShouldContain("Underlaget är godkänt.");
        (await portal.HandelserAsync(stina))[0].Why.ShouldBe("Resten finns i ett tidigare ärende.");
    }

    [Fact]
    public async Task Godkann_LineBreaks_CountOnceAgainstTheLimit()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var text = string.Concat(Enumerable.Repeat("å\r\n", ArendeService.MaxMotivering / 2 - 1)) + "åå";

        var sida = await (await klient.HamtaAsync($"/granskning/{stina.Id}/godkann")).SkickaAsync("Godkänn underlag", ("Motivering", text));

        sida.Notis.ShouldContain("Underlaget är godkänt.");
        (await portal.HandelserAsync(stina))[0].Why.ShouldBe(text.Replace("\r\n", "\n"));
    }

    [Fact]
    public async Task Godkann_WithTooLongAMotivation_KeepsWhatWasTyped()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var lang = new string('å', ArendeService.MaxMotivering + 1);

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}/godkann")).SkickaAsync("Godkänn underlag", ("Motivering", lang));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.Fel.ShouldContain("Motiveringen är för lång. Skriv högst 1000 tecken.");
        svar.FindForm("Godkänn underlag").Varde("Motivering").ShouldBe(lang);
    }

    [Fact]
    public async Task Godkann_AfterTheSchoolSentMore_ShowsWhatCameAndKeepsTheWords()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = await klient.HamtaAsync($"/granskning/{stina.Id}/godkann");
        await portal.AndraAsync(stina, a => a.TaEmotUnderlag(Tid));

        var nej = await formular.SkickaAsync("Godkänn underlag", ("Motivering", "Allt framgår."));
        nej.Status.ShouldBe(HttpStatusCode.Conflict);
        nej.Fel.ShouldContain(f => f.StartsWith("Ärendet har ändrats sedan du öppnade det:"));
        var igen = nej.FindForm("Godkänn underlag");
        igen.Varde("Motivering").ShouldBe("Allt framgår.");

        (await igen.SkickaAsync()).Notis.ShouldContain("Underlaget är godkänt.");
    }

    [Fact]
    public async Task Godkann_InTwoTabsAtOnce_IsDoneOnce()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var flikar = new[] { await klient.HamtaAsync($"/granskning/{stina.Id}/godkann"), await klient.HamtaAsync($"/granskning/{stina.Id}/godkann") };

        var svar = await Task.WhenAll(flikar.Select(f => f.FindForm("Godkänn underlag").SkickaUtanOmdirigeringAsync()));

        svar.Select(s => s.Status).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        svar.Single(s => s.Status == HttpStatusCode.Conflict).Fel.ShouldContain("Underlaget är redan godkänt av Greta Granberg 22 november 2026 kl. 10.00.");
        (await portal.HandelserAsync(stina)).Count(h => h.Act == Acts.CaseApproved && h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
    }

    [Theory]
    [InlineData("/godkann")]
    [InlineData("/komplettering")]
    [InlineData("/kommunicera")]
    [InlineData("/utfall")]
    [InlineData("/lamna-over")]
    [InlineData("/avsluta")]
    public async Task Get_OfAnActThatIsNotPossible_LeadsToTheCaseWithTheReason(string del)
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.StigSkyman);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}{del}");

        sida.Url.AbsolutePath.ShouldBe($"/granskning/{stina.Id}");
        sida.Notis.ShouldContain("Ärendet handläggs av Stig Skyman, som tog det 22 november 2026 kl. 09.30.");
    }

    [Fact]
    public async Task Avsluta_AfterTheSchoolChangedTheReport_ClosesNothing()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.BeslutatAsync(stina, greta);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var fraga = await klient.HamtaAsync($"/granskning/{stina.Id}/avsluta");
        fraga.Text.ShouldContain("Ett avslutat ärende går inte att öppna igen.");
        await portal.AndraAsync(stina, a => a.TaEmotUnderlag(Tid));

        var svar = await fraga.SkickaAsync("Avsluta ärendet");

        svar.Status.ShouldBe(HttpStatusCode.Conflict);
        svar.Texter("[role=alert]")[0].ShouldStartWith("Ärendet är inte avslutat.");
        (await portal.LasAsync(stina.Id)).Status.ShouldNotBe(Arendestatus.Avslutat);
        (await portal.HandelserAsync(stina))[0].Outcome.ShouldBe(AuditOutcome.Refused);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    public async Task Avsluta_WithATamperedVersion_IsRefused(string version)
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.BeslutatAsync(stina, greta);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}/avsluta")).FindForm("Avsluta ärendet").Manipulera("Version", version).SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Godkant);
    }

    [Fact]
    public async Task Avsluta_PostedToTheCaseItself_IsNoAct()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Lägg tillbaka").Manipulera("Atgard", "Avsluta").SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Get_OfACaseTakenBack_SaysSoAndIsAcknowledgedByItsHandlaggare()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        await portal.AndraAsync(stina, a => a.Aterta(Tid));
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        (await greta.HamtaAsync("/granskning?flik=mina")).Texter(".arendelista tbody tr").ShouldContain(r => r.Contains("Stina Vall") && r.Contains("Återtaget av skolan"));

        var stigs = await stig.HamtaAsync($"/granskning/{stina.Id}");
        stigs.Text.ShouldContain("Skolan har tagit tillbaka rapporten 22 november 2026 kl. 09.42.");
        stigs.Dokument.QuerySelector("button[value=Kvittera]").ShouldBeNull();
        var svar = await (await greta.HamtaAsync($"/granskning/{stina.Id}")).SkickaAsync("Jag har sett det");

        svar.Notis.ShouldContain("Kvitterat. Ärendet finns kvar bland de avslutade.");
        (await greta.HamtaAsync("/granskning?flik=mina")).Text.ShouldNotContain("Stina Vall");
        (await portal.HandelserAsync(stina))[0].Act.ShouldBe(Acts.CaseWithdrawalSeen);
    }

    [Fact]
    public async Task AClosedCaseThatTheSchoolChanged_StandsAmongItsHandlaggaresOwnUntilSeen()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        var gretaId = portal.KontoId(Personer.GretaGranberg);
        await portal.BeslutatAsync(stina, gretaId);
        await portal.AndraAsync(stina, a => a.Avsluta(gretaId, Tid));
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync("/granskning?flik=mina")).Text.ShouldNotContain("Stina Vall");
        await using (var db = portal.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Arende>().Where(a => a.Id == stina.Id).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.RapportAndrad, Tid.AddMinutes(5))));
        }

        (await greta.HamtaAsync("/granskning?flik=mina")).Texter(".arendelista tbody tr").ShouldContain(r => r.Contains("Stina Vall") && r.Contains("Har ändrats sedan du avslutade"));
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        (await stig.HamtaAsync("/granskning?flik=mina")).Text.ShouldNotContain("Stina Vall");
        (await stig.HamtaAsync($"/granskning/{stina.Id}")).Dokument.QuerySelector("button[value=Kvittera]").ShouldBeNull();
        var formular = (await greta.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Jag har sett det");
        (await formular.SkickaAsync()).Notis.ShouldContain("Kvitterat. Ärendet finns kvar bland de avslutade.");

        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await greta.HamtaAsync("/granskning?flik=mina")).Text.ShouldNotContain("Stina Vall");
        (await portal.HandelserAsync(stina))[0].Act.ShouldBe(Acts.CaseChangeSeen);
    }
}
