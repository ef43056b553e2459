using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The hearing and the outcome, each on a portal of its own. Who may not see them, and cases that are not there: <see cref="ArendesidaTests"/>.</summary>
public sealed class BeslutTests
{
    private static readonly DateTime Tid = new(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Kommunicera_WithTheTickedFile_FixesEstimateAnswerDayAndEnclosure()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera");
        sida.Text.ShouldContain("Brevet går till ");
        var fil = await FilAsync(portal, stina);

        var svar = await sida.FindForm("Lägg brevet i utskriftskön").Markera("Bilagor", $"{fil}").SkickaAsync();

        svar.Notis.ShouldContain("Brevet med frågan ligger i utskriftskön.");
        var beslut = (await portal.LasAsync(stina.Id)).Beslut[^1];
        (beslut.Slag, beslut.FelUtbetalt, beslut.Aterkravs, beslut.SvarSenast).ShouldBe((Skolkbeslutsslag.Kommunicering, 1_250, 1_250, null));
        beslut.Bilagor.Select(b => b.DokumentId).ShouldBe([fil]);
        (await portal.HandelserAsync(stina))[0].Act.ShouldBe(Acts.CaseHearingSent);
    }

    [Fact]
    public async Task Kommunicera_TheCaseWaitsUntilTheLetterIsPosted_AndTheAnswerDayCountsFromThen()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;
        var fragat = await (await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera")).SkickaAsync("Lägg brevet i utskriftskön");
        fragat.Text.ShouldContain("Brevet väntar på utskrift. Svarstiden räknas från den dag det skickas.");
        (await klient.HamtaAsync($"/granskning/{stina.Id}/utfall")).Notis.ShouldContain("Brevet med frågan har inte skickats än.");
        await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        (await klient.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Brevet är utskrivet men inte markerat som skickat.");

        portal.Klocka.Satt(new(2026, 11, 25), new(9, 0));
        using var senare = await portal.InloggadAsync(Personer.GretaGranberg);
        await senare.SkickaBrevenAsync();

        (await portal.LasAsync(stina.Id)).StudentenSvararSenast.ShouldBe(new(2026, 12, 9));
        (await senare.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Vårdnadshavaren får svara till och med 9 december 2026, räknat från att brevet skickades 25 november 2026.");
        (await portal.HandelserAsync(stina)).Where(h => h.Act == Acts.CaseLetterSent).ShouldContain(h => h.Changes == "Till: vårdnadshavaren\nSvar senast: 2026-12-09");
    }

    [Fact]
    public async Task Kommunicera_NothingTicked_EnclosesNothing()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;

        await (await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera")).SkickaAsync("Lägg brevet i utskriftskön");

        (await portal.LasAsync(stina.Id)).Beslut[^1].Bilagor.ShouldBeEmpty();
    }

    [Fact]
    public async Task Kommunicera_AnotherCasesFile_IsRefusedAndChangesNothing()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;
        var annan = await FilAsync(portal, await portal.OmarAsync());
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera");

        foreach (var id in new[] { $"{annan}", "987654321", "abc" })
        {
            var svar = await sida.FindForm("Lägg brevet i utskriftskön").LaggTill("Bilagor", id).SkickaAsync();
            svar.Status.ShouldBe(HttpStatusCode.BadRequest);
            svar.Fel.ShouldContain("En av filerna hör inte till ärendets underlag. Välj bland filerna på sidan.");
        }

        (await portal.LasAsync(stina.Id)).Kommunicerat.ShouldBeNull();
    }

    [Fact]
    public async Task Kommunicera_Twice_AsksOnce()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;
        var flikar = new[] { await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera"), await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera") };

        var svar = await Task.WhenAll(flikar.Select(f => f.FindForm("Lägg brevet i utskriftskön").SkickaUtanOmdirigeringAsync()));

        svar.Select(s => s.Status).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        (await portal.LasAsync(stina.Id)).Beslut.Count(b => b.Slag == Skolkbeslutsslag.Kommunicering).ShouldBe(1);
    }

    [Theory]
    [InlineData("IngetSvar", "EnligtUppskattningen", null, "Svarstiden går ut 6 december 2026. Du kan besluta efter den dagen, eller när svaret har kommit.")]
    [InlineData("Synpunkter", "EnligtUppskattningen", null, "Skriv en motivering. Den står i brevet.")]
    [InlineData("Synpunkter", "IngetKrav", " ", "Skriv en motivering. Den står i brevet.")]
    [InlineData("Synpunkter", "IngetKrav", "Se 20090412-2383.", "Skriv inte personnummer i motiveringen. Ta bort det och försök igen.")]
    [InlineData(null, "IngetKrav", "x", "Välj om det har kommit ett svar.")]
    [InlineData("1", "IngetKrav", "x", "Välj om det har kommit ett svar.")]
    [InlineData("Synpunkter", null, "x", "Välj vad du beslutar.")]
    [InlineData("Synpunkter", "7", "x", "Välj vad du beslutar.")]
    public async Task Utfall_BadInput_SaysWhatAndChangesNothing(string? svaret, string? val, string? motivering, string fel)
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await HordAsync(portal);
        using var _ = klient;
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/utfall");

        var svar = await sida.FindForm("Besluta utfall").Manipulera("Svar", svaret).Manipulera("Val", val).Manipulera("Motivering", motivering).SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.Fel.ShouldContain(fel);
        svar.FindForm("Besluta utfall").Varde("Motivering").ShouldBe(motivering ?? "");
        (await portal.LasAsync(stina.Id)).UtfallBeslutat.ShouldBeNull();
    }

    [Fact]
    public async Task Utfall_TooLongMotivation_IsRefused()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await HordAsync(portal);
        using var _ = klient;

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}/utfall"))
            .SkickaAsync("Besluta utfall", ("Svar", "Synpunkter"), ("Val", "IngetKrav"), ("Motivering", new string('a', 1001)));

        svar.Fel.ShouldContain("Motiveringen är för lång. Skriv högst 1000 tecken.");
    }

    [Fact]
    public async Task Utfall_AfterTheAnswerDay_DecidesByTheEstimate()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await HordAsync(portal);
        klient.Dispose();
        portal.Klocka.Satt(new(2026, 12, 7), new(10, 0));
        using var senare = await portal.InloggadAsync(Personer.GretaGranberg);

        var svar = await (await senare.HamtaAsync($"/granskning/{stina.Id}/utfall")).SkickaAsync("Besluta utfall", ("Svar", "IngetSvar"), ("Val", "EnligtUppskattningen"));

        svar.Text.ShouldContain("Utfallet är beslutat. Avsluta ärendet.");
        svar.Texter(".steg li[aria-current=step]").ShouldBe(["Utfall beslutat"]);
        var beslut = (await portal.LasAsync(stina.Id)).Beslut[^1];
        (beslut.Orsak, beslut.Aterkravs, beslut.KontoId).ShouldBe((Beslutsorsaker.Aterkrav, 1_250, portal.KontoId(Personer.GretaGranberg)));
        (await portal.HandelserAsync(stina))[0].Changes!.ShouldContain("Återkrävs: 1\u00A0250\u00A0kr");
    }

    [Fact]
    public async Task Utfall_BeforeTheStudentIsAsked_LeadsToTheCaseWithTheReason()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;

        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/utfall");

        sida.Url.AbsolutePath.ShouldBe($"/granskning/{stina.Id}");
        sida.Notis.ShouldContain("ska få se vad du tänker besluta och kunna svara först.");
    }

    [Fact]
    public async Task Utfall_PostedTwice_IsDecidedOnce()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await HordAsync(portal);
        using var _ = klient;
        var formular = (await klient.HamtaAsync($"/granskning/{stina.Id}/utfall")).FindForm("Besluta utfall")
            .Satt("Svar", "Synpunkter").Satt("Val", "IngetKrav").Satt("Motivering", "Frånvaron var giltig.");

        (await formular.SkickaUtanOmdirigeringAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        var igen = await formular.SkickaAsync();

        igen.Status.ShouldBe(HttpStatusCode.Conflict);
        igen.Text.ShouldContain("Frånvaron var giltig.");
        (await portal.LasAsync(stina.Id)).Beslut.Count(b => b.Slag == Skolkbeslutsslag.Utfall).ShouldBe(1);
    }

    [Theory]
    [InlineData("/kommunicera", "Lägg brevet i utskriftskön")]
    [InlineData("/utfall", "Besluta utfall")]
    public async Task Post_WithATamperedVersion_IsRefused(string del, string knapp)
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = del == "/utfall" ? await HordAsync(portal) : await GodkandAsync(portal);
        using var _ = klient;

        (await (await klient.HamtaAsync($"/granskning/{stina.Id}{del}")).FindForm(knapp).Manipulera("Version", "abc").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Nothing was wrongly paid: the steps of the case do not say that anybody was heard.</summary>
    [Fact]
    public async Task NothingWronglyPaid_TheStepsSayThatNobodyNeededToBeHeard()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        await portal.BeslutatAsync(stina, portal.KontoId(Personer.GretaGranberg));
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}");

        sida.Texter("ol.steg li").ShouldBe([
            "Utbetalningen stoppad (klart)", "Underlaget granskas (klart)", "Vårdnadshavaren får svara: behövs inte", "Bedömning (klart)", "Utfall beslutat", "Avslutat"]);
    }

    /// <summary>Omar has turned 18, Stina has not: what is said of their letters follows whom they are to.</summary>
    [Fact]
    public async Task Words_FollowWhomTheLetterIsTo()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await GodkandAsync(portal);
        using var _ = klient;
        var omar = await portal.OmarAsync();
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.AndraAsync(omar, a =>
        {
            a.AterkallaKomplettering(greta, Tid);
            a.Godkann(greta, Tid);
        });

        foreach (var (arende, vem, inte) in new[] { (stina, "vårdnadshavaren", "eleven"), (omar, "eleven", "vårdnadshavaren") })
        {
            var sida = await klient.HamtaAsync($"/granskning/{arende.Id}");
            sida.Text.ShouldContain($"Fråga {vem} innan du beslutar.");
            sida.Text.ShouldContain($"(till {vem}, ");
            sida.Text.ShouldContain("Adressen sätts vid utskriften ur folkbokföringen.");
            sida.Text.ShouldNotContain($"Fråga {inte}");
            var fraga = await sida.KlickaAsync($"Fråga {vem}");
            fraga.Rubrik.ShouldBe($"Fråga {vem}");
            fraga.Text.ShouldContain($"Brevet går till {vem}");
            fraga.Text.ShouldContain("Adressen sätts vid utskriften ur folkbokföringen.");
        }
    }

    [Fact]
    public async Task TheSchool_ReadsNothingOfWhatCsnAndTheStudentHaveBetweenThem()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await HordAsync(portal);
        await (await klient.HamtaAsync($"/granskning/{stina.Id}/utfall")).SkickaAsync("Besluta utfall", ("Svar", "Synpunkter"), ("Val", "IngetKrav"), ("Motivering", "Hemlig motivering."));
        klient.Dispose();
        using var skolan = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await skolan.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}");

        sida.Text.ShouldContain("Underlaget godkänt");
        sida.Text.ShouldNotContain("Fråga ställd före beslut");
        sida.Text.ShouldNotContain("Utfallet beslutat");
        sida.Text.ShouldNotContain("Hemlig motivering.");
    }

    private static async Task<(Arende Stina, Portalklient Klient)> GodkandAsync(PortalFabrik portal)
    {
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.AndraAsync(stina, a => a.Godkann(greta, Tid));
        return (stina, await portal.InloggadAsync(Personer.GretaGranberg));
    }

    private static async Task<(Arende Stina, Portalklient Klient)> HordAsync(PortalFabrik portal)
    {
        var (stina, klient) = await GodkandAsync(portal);
        await (await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera")).SkickaAsync("Lägg brevet i utskriftskön");
        await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        await klient.SkickaBrevenAsync();
        return (stina, klient);
    }

    private static async Task<long> FilAsync(PortalFabrik portal, Arende arende)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == arende.SkolkrapportId)
            .SelectMany(u => u.Dokument).Where(d => d.Status == Dokumentstatus.Komplett).Select(d => d.Id).FirstAsync();
    }
}
