using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlag;

/// <summary>The check page, the sending and the receipt.</summary>
public sealed class GranskaTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task Get_WithoutFacts_LeadsBackToThePage()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaUtanOmdirigeringAsync($"{fall.Underlag}/granska")).Omdirigering.ShouldBe(fall.Underlag);
    }

    [Fact]
    public async Task Get_ShowsEveryCheckAndTheCoverSheet()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf("utdrag.pdf", sidor: 3));

        var sida = await fall.AngeAsync(klient);

        sida.Dokument.QuerySelectorAll(".kontroller > .ja").Length.ShouldBe(7);
        sida.Dokument.QuerySelectorAll(".kontroller > .obs").ShouldBeEmpty();
        sida.Text.ShouldContain("utdrag.pdf PDF, 3 sidor");
        sida.Text.ShouldContain("Skolkod 12345678");
        sida.Text.ShouldContain("Antal sidor, med den här 4");
        sida.Dokument.QuerySelector("[name=Forklaring]").ShouldBeNull("there is nothing to explain");
    }

    [Fact]
    public async Task Post_SendsOnceWithReceiptAuditAndCase()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var kvittens = await fall.SkickaAsync(klient);

        var underlag = (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        underlag.ArInskickat.ShouldBeTrue();
        underlag.Ankomstdag.ShouldBe(new DateOnly(2026, 11, 22));
        Kvittensnummer.TryParse(underlag.Kvittensnummer, out _).ShouldBeTrue();
        underlag.Kvittensnummer!.ShouldStartWith("UL-");
        kvittens.Url.AbsolutePath.ShouldBe($"{fall.Underlag}/{underlag.Id}/kvittens");
        kvittens.Text.ShouldContain(underlag.Kvittensnummer);
        var arende = await fall.ArendeAsync();
        arende.Status.ShouldBe(Arendestatus.AttGranska);
        arende.UnderlagInkom.ShouldNotBeNull();
        (await fall.HandelserAsync()).Select(h => h.Act).ShouldBe([Acts.UnderlagFileAdded, Acts.UnderlagFactsSaved, Acts.UnderlagSent]);
    }

    [Fact]
    public async Task Post_WithoutFile_ShowsError()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await fall.AngeAsync(klient);

        var sida = await granska.SkickaAsync("Skicka underlaget");

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe(["Ladda upp minst en fil innan du skickar underlaget."]);
        sida.Dokument.QuerySelector("#felsummering a")!.GetAttribute("href").ShouldBe("#Filer");
        sida.Dokument.QuerySelector("[id='Filer'][tabindex='-1']").ShouldNotBeNull();
        (await fall.UnderlagenAsync()).Single().ArInskickat.ShouldBeFalse();
        (await fall.HandelserAsync()).Select(h => h.Outcome).ShouldBe([AuditOutcome.Accepted, AuditOutcome.Refused]);
    }

    [Fact]
    public async Task Post_WithWarning_NeedsAnExplanation()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var granska = await fall.AngeAsync(klient, ("OgiltigMinuter", "10"));
        granska.Dokument.QuerySelectorAll(".kontroller > .obs").Length.ShouldBe(1);

        var nekad = await granska.SkickaAsync("Skicka underlaget", ("Forklaring", "   "));
        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        nekad.Fel.ShouldContain("Förklara det som inte stämmer, eller gå tillbaka och rätta det.");

        var kvittens = await nekad.SkickaAsync("Skicka underlaget", ("Forklaring", "En lektion är rättad <i>efteråt</i>."));

        kvittens.Text.ShouldContain("En lektion är rättad <i>efteråt</i>.");
        (await fall.UnderlagenAsync()).Single().Forklaring.ShouldBe("En lektion är rättad <i>efteråt</i>.");
    }

    [Fact]
    public async Task LeftOutTeachingTime_IsExplained_AndIsOfferedToAComplement()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var form = await klient.HamtaAsync(fall.Underlag);
        form.Text.ShouldContain("då får du förklara varför innan du skickar");

        var granska = await fall.AngeAsync(klient, ("UndervisningMinuter", ""));
        granska.Text.ShouldContain("Förklara det som saknas eller inte stämmer");
        granska.Text.ShouldNotContain("stämmer inte med rapporten");
        granska = await fall.AngeAsync(klient, ("UndervisningMinuter", "172,5"));
        await granska.SkickaAsync("Skicka underlaget");
        await fall.BegarKompletteringAsync("Skicka hela perioden.");

        (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Varde("UndervisningMinuter").ShouldBe("172,5");
    }

    [Fact]
    public async Task Post_TooLongExplanation_ShowsErrorAndKeepsIt()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var granska = await fall.AngeAsync(klient, ("Tillfallen", "5"));
        var lang = new string('å', Franvarounderlag.MaxForklaring + 1);

        var sida = await granska.SkickaAsync("Skicka underlaget", ("Forklaring", lang));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FindForm("Skicka underlaget").Varde("Forklaring").ShouldBe(lang);
    }

    [Fact]
    public async Task Post_ASchoolDayLater_IsJudgedAgain()
    {
        await using var egen = new PortalFabrik();
        var fall = await Skolkfall.SkapaAsync(egen);
        using var klient = await egen.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var granska = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");
        egen.Klocka.Satt(new DateOnly(2026, 11, 24), new TimeOnly(0, 1));
        using var igen = await egen.InloggadAsync(Personer.AnnaLind);

        var sida = await (await igen.HamtaAsync($"{fall.Underlag}/granska")).SkickaAsync("Skicka underlaget");

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Text.ShouldContain("1 skoldag saknas fram till den dag det skickas: 23 november 2026.");
        granska.Varde("Nyckel").ShouldBe(sida.FindForm("Skicka underlaget").Varde("Nyckel"));
    }

    [Fact]
    public async Task Post_FileAddedMeanwhile_ShowsTheNewDraftInstead()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var granska = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");
        await fall.LaddaUppAsync(klient, Testfiler.Png("tillkom.png"));

        var sida = await granska.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("tillkom.png");
        (await fall.UnderlagenAsync()).Single().ArInskickat.ShouldBeFalse();
        (await sida.SkickaAsync("Skicka underlaget")).Url.AbsolutePath.ShouldEndWith("/kvittens");
    }

    [Fact]
    public async Task Post_InParallel_SendsOnceAndAllGetTheSameReceipt()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var formular = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");

        var svar = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(formular.SkickaUtanOmdirigeringAsync)));

        svar.Select(s => s.Omdirigering).Distinct().ShouldHaveSingleItem()!.ShouldEndWith("/kvittens");
        (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        (await fall.HandelserAsync()).Count(h => h.Act == Acts.UnderlagSent).ShouldBe(1);
    }

    [Fact]
    public async Task Post_Again_LeadsToTheFirstReceipt()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var formular = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");
        var forsta = await formular.SkickaAsync();

        var andra = await formular.SkickaAsync();

        andra.Url.AbsolutePath.ShouldBe(forsta.Url.AbsolutePath);
        andra.Notis.ShouldContain("redan skickat");
    }

    [Fact]
    public async Task Post_OldFactsForm_AfterSending_StartsNoNewDraft()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var gammal = (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Satt("ForstaDagen", "Ja");
        var gammalFil = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png());
        await fall.SkickaAsync(klient);

        (await gammal.SkickaAsync()).Text.ShouldContain("Underlaget är redan skickat");
        (await gammalFil.SkickaAsync()).Text.ShouldContain("Underlaget är redan skickat");

        (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_AnswersTheComplementAndMailsTheHandlaggare()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.SkickaAsync(klient);
        await fall.BegarKompletteringAsync("Ta ut mer.");

        await fall.SkickaAsync(klient);

        var arende = await fall.ArendeAsync();
        arende.Status.ShouldBe(Arendestatus.Granskas);
        arende.Kompletteringar.Single().Besvarad.ShouldNotBeNull();
        (await fall.UnderlagenAsync()).Count(u => u.ArInskickat).ShouldBe(2);
        var rapport = await fall.RapportAsync();
        await using var db = portal.Databas.Alla();
        var greta = await db.Konton.SingleAsync(k => k.UserName == Personer.GretaGranberg.Anvandarnamn);
        (await db.UtgaendeMejl.SingleAsync(m => m.Till == greta.Email && m.Amne.Contains(rapport.Kvittensnummer))).Text.ShouldContain("UL-");
    }

    [Fact]
    public async Task Post_ClosedCase_IsRefused()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var formular = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");
        await fall.AndraAsync(a =>
        {
            a.Skolkrapport.TaBort("Ny bedömning");
            a.Aterta(a.Skapat);
        });

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Text.ShouldContain("Rapporten är borttagen");
        (await fall.UnderlagenAsync()).Single().ArInskickat.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_UnknownKey_IsNotFound()
    {
        var (fall, annat) = (await Skolkfall.SkapaAsync(portal), await Skolkfall.SkapaAsync(portal));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf());
        var formular = (await fall.AngeAsync(klient)).FindForm("Skicka underlaget");

        (await formular.Manipulera("Nyckel", $"portal-{annat.Id}-1").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);

        (await fall.UnderlagenAsync()).Single().ArInskickat.ShouldBeFalse();
    }
}
