using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>The school's pages of a suspension: dates and a decision in one form. Today is 22 November 2026. The whole way is walked by <see cref="HandelserapporteringTests"/> too.</summary>
public sealed class AvstangningarTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Dokumentfalt = "Falt[beslut]";

    public static IEnumerable<object[]> Utan() => Personer.Utan(Rattighet.RapporteraHandelser);

    [Theory, MemberData(nameof(Utan))]
    public async Task Pages_ByOneWhoDoesNotReport_AreForbidden(Person person)
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { $"/studerande/{fall.StuderandeId}/rapportera/91", $"/handelser/{fall.HandelseId}/andra-avstangning", $"/dokument/{fall.DokumentId}" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
        using var post = await klient.Http.PostAsync($"/studerande/{fall.StuderandeId}/rapportera/91", new MultipartFormDataContent());
        post.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task MissingOrAnotherSchools_OrASchoolFormThatDoesNotSuspend_IsNotFound()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        var (_, gymnasist) = await Avstangningsfall.StuderandeAsync(portal.Databas, skolkod: Demoskolor.SodraBerget);
        var franvaro = await FranvaroAsync(fall.StuderandeId);
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        using var jonas = await portal.InloggadAsync(Personer.JonasHolm);

        foreach (var (klient, adress) in new[]
        {
            (anna, $"/studerande/{fall.StuderandeId}/rapportera/91"), (anna, $"/studerande/{gymnasist.Id}/rapportera/91"), (anna, $"/handelser/{fall.HandelseId}/andra-avstangning"),
            (anna, $"/dokument/{fall.DokumentId}"), (jonas, "/studerande/999999/rapportera/91"), (jonas, "/handelser/999999/andra-avstangning"), (jonas, $"/handelser/{franvaro}/andra-avstangning"),
        })
        {
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
            using var post = await klient.Http.PostAsync(adress.StartsWith("/dokument", StringComparison.Ordinal) ? "/finns-inte" : adress, new MultipartFormDataContent());
            post.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Get_SaysThatADocumentBelongsToOneStudent()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var sida = await (await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera")).KlickaAsync("Avstängning");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Text.ShouldContain("Står det fler namn i beslutet delar du upp det först");
        sida.Text.ShouldContain("rekommenderat brev till CSN Postservice, 751 76 Uppsala");
        sida.FindForm("Granska").Varde("Dokument").ShouldBe("");
    }

    [Fact]
    public async Task Protected_IsMasked_ToldOfTheOtherLane_AndEachViewIsRecorded()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas, Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        var sida = await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91");

        sida.Text.ShouldContain("kan bara öppnas av särskilt behörig personal");
        sida.Text.ShouldNotContain("Astrid");
        await using var db = portal.Databas.Alla();
        (await db.Visningar.CountAsync(v => v.Slag == Visningsslag.SkyddadIdentitet && v.ObjektId == studerande.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task WholeWay_WithTheDecisionOpenedOnTheWay_AndOnTheEvent()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var form = await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91");

        var granska = await Fyll(form).Bifoga(Dokumentfalt, Avstangningsfall.Beslut).SkickaAsync();
        granska.Rubrik.ShouldBe("Granska: avstängning");
        (await granska.KlickaAsync("Öppna dokumentet")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
        // Back to the form: all stands there, and the file need not be chosen again.
        var igen = await granska.KlickaAsync("Ändra");
        igen.Text.ShouldContain("beslut.pdf");
        igen.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("2026-11-23");
        var kvittens = await (await igen.FindForm("Granska").SkickaAsync()).SkickaAsync("Skicka");
        kvittens.Rubrik.ShouldBe("Skickat: avstängning");
        kvittens.Text.ShouldContain("22 november 2026 kl. 15.00");

        var handelse = (await HandelserAsync(studerande.Id)).ShouldHaveSingleItem();
        var sida = await klient.HamtaAsync($"/handelser/{handelse.Id}");
        sida.Text.ShouldContain("Till dess lämnar en ändring inga spår");
        (await sida.KlickaAsync("Öppna dokumentet")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
        (await DokumentAsync(studerande.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_WithoutTheDecision_ShowsError_AndKeepsTheDates()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        var svar = await Fyll(await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91")).SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor(Dokumentfalt).ShouldBe(["Ladda upp beslutet."]);
        svar.FindForm("Granska").Varde("Falt[sista_dag]").ShouldBe("2026-12-11");
        (await UtkastAsync(studerande.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Post_WrongDay_KeepsTheUploadedDecision_SoThatItIsNotChosenAgain()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var form = await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91");

        var fel = await Fyll(form).Satt("Falt[forsta_dag]", "i går").Bifoga(Dokumentfalt, Avstangningsfall.Beslut).SkickaAsync();

        fel.Status.ShouldBe(HttpStatusCode.BadRequest);
        fel.FelFor("Falt[forsta_dag]").ShouldHaveSingleItem().ShouldContain("skriv ett datum som finns");
        fel.FelFor(Dokumentfalt).ShouldBeEmpty();
        fel.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("i går");
        fel.Text.ShouldContain("Uppladdat beslut");
        (await Fyll(fel).SkickaAsync()).Rubrik.ShouldBe("Granska: avstängning");
        (await DokumentAsync(studerande.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_RefusedFile_SaysWhyAtTheField_AndStoresNothing()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var form = await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91");

        var word = await Fyll(form).Bifoga(Dokumentfalt, new("beslut.docx", [0x50, 0x4B, 3, 4, 0, 0])).SkickaAsync();
        word.Status.ShouldBe(HttpStatusCode.BadRequest);
        word.FelFor(Dokumentfalt).ShouldHaveSingleItem().ShouldStartWith("beslut.docx: Filen är varken PDF, JPEG eller PNG.");
        var tom = await Fyll(form).Bifoga(Dokumentfalt, new("tom.pdf", [])).SkickaAsync();
        tom.FelFor(Dokumentfalt).ShouldHaveSingleItem().ShouldContain("Filen är tom");
        var stor = await Fyll(form).Bifoga(Dokumentfalt, Testfiler.Pdf("stor.pdf", storlek: (int)Dokument.MaxStorlek + 1)).SkickaAsync();
        stor.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        stor.FelFor(Dokumentfalt).ShouldHaveSingleItem().ShouldContain("större än 20 MB");
        stor.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("2026-11-23");

        (await DokumentAsync(studerande.Id)).ShouldBeEmpty();
        (await UtkastAsync(studerande.Id)).ShouldBe(0);
        await using var db = portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.HandelseDocumentAdded && e.Outcome == AuditOutcome.Refused && e.ObjektId == studerande.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task Post_TwoFiles_TakesTheFirstAlone_AndAsks()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        var svar = await Fyll(await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91"))
            .Bifoga(Dokumentfalt, Avstangningsfall.Beslut).Bifoga(Dokumentfalt, Testfiler.Png("beslut2.png")).SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor(Dokumentfalt).ShouldHaveSingleItem().ShouldContain("Skicka bara en fil");
        (await DokumentAsync(studerande.Id)).ShouldHaveSingleItem().Filnamn.ShouldBe("beslut.pdf");
        (await UtkastAsync(studerande.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Post_TamperedWithAnotherDocument_IsAsIfThereWereNone()
    {
        var (_, studerande) = await Avstangningsfall.StuderandeAsync(portal.Databas);
        var annans = await Avstangningsfall.SkapaAsync(portal.Databas);
        await using var db = portal.Databas.Alla();
        var annanSkolas = await db.Nationellt<Dokument>().Where(d => d.SkolaId != annans.SkolaId && d.Status == Dokumentstatus.Komplett).Select(d => d.Id).FirstAsync();
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var form = await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera/91");

        foreach (var id in new[] { $"{annans.DokumentId}", $"{annanSkolas}", "999999", "-1", "fel" })
        {
            var svar = await Fyll(form).Manipulera("Dokument", id).Manipulera("Falt[beslut]", id).SkickaAsync();
            svar.Status.ShouldBe(HttpStatusCode.BadRequest, id);
            svar.FelFor(Dokumentfalt).ShouldBe(["Ladda upp beslutet."], id);
            svar.Text.ShouldNotContain("Uppladdat beslut");
        }

        (await UtkastAsync(studerande.Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__RequestVerificationToken", "abc", HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", "abc", HttpStatusCode.Conflict)]
    public async Task Post_WithoutTokenOrMark_StoresNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        foreach (var adress in new[] { $"/studerande/{fall.StuderandeId}/rapportera/91", $"/handelser/{fall.HandelseId}/andra-avstangning" })
            (await Fyll(await klient.HamtaAsync(adress)).Bifoga(Dokumentfalt, Avstangningsfall.Beslut).Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(vantat);

        (await DokumentAsync(fall.StuderandeId)).Count.ShouldBe(1);
        (await UtkastAsync(fall.StuderandeId)).ShouldBe(0);
    }

    [Fact]
    public async Task UnsentDecision_IsItsUploadersAlone()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        await using var db = portal.Databas.Alla();
        var tom = await db.Konton.Where(k => k.UserName == Personer.TomEkelund.Anvandarnamn).Select(k => k.Id).SingleAsync();
        var kollegas = Dokument.Beslut(fall.SkolaId, fall.StuderandeId, "kollegas.pdf", tom, DateTime.UnixEpoch);
        kollegas.Slutfor(Dokumenttyp.Pdf, 1, Hemlighet.Hash("k"), 1);
        db.Add(kollegas);
        await db.SaveChangesAsync();
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        (await klient.HamtaAsync($"/dokument/{kollegas.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync($"/dokument/{fall.DokumentId}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Change_KeepsTheDecisionOrTakesAnother_AndTheFirstStaysInHistory()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var form = await (await klient.HamtaAsync($"/handelser/{fall.HandelseId}")).KlickaAsync("Ändra");
        form.Rubrik.ShouldBe("Ändra avstängning");
        form.Text.ShouldContain("beslut.pdf");

        var medSamma = await form.FindForm("Granska").Satt("Falt[sista_dag]", "2026-12-04").SkickaAsync();
        (await medSamma.KlickaAsync("Ändra")).FindForm("Granska").Varde("Falt[sista_dag]").ShouldBe("2026-12-04");
        await medSamma.SkickaAsync("Skicka ändringen");
        var andrad = (await HandelserAsync(fall.StuderandeId))[^1];
        (andrad.ErsatterId, andrad.Uppgift.DokumentId).ShouldBe((fall.HandelseId, fall.DokumentId));
        var igen = await klient.HamtaAsync($"/handelser/{andrad.Id}/andra");
        igen.Url.AbsolutePath.ShouldBe($"/handelser/{andrad.Id}/andra-avstangning");
        await (await igen.FindForm("Granska").Bifoga(Dokumentfalt, Testfiler.Png("ratt.png")).SkickaAsync()).SkickaAsync("Skicka ändringen");

        var sist = (await HandelserAsync(fall.StuderandeId))[^1];
        sist.Uppgift.DokumentId.ShouldNotBe(fall.DokumentId);
        var sida = await klient.HamtaAsync($"/handelser/{sist.Id}");
        sida.Dokument.QuerySelectorAll("section[aria-labelledby=historik] a[href^='/dokument/']").Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/dokument/{sist.Uppgift.DokumentId}", $"/dokument/{fall.DokumentId}", $"/dokument/{fall.DokumentId}"]);
        (await klient.HamtaAsync($"/dokument/{fall.DokumentId}")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
        (await klient.HamtaAsync($"/handelser/{fall.HandelseId}/andra-avstangning")).Url.AbsolutePath.ShouldBe($"/handelser/{fall.HandelseId}");
    }

    [Fact]
    public async Task CommonFormOfChange_TakesNoSuspension()
    {
        var (fall, annan) = (await Avstangningsfall.SkapaAsync(portal.Databas), await Avstangningsfall.SkapaAsync(portal.Databas));
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var franvaro = await FranvaroAsync(fall.StuderandeId);
        var post = (await klient.HamtaAsync($"/handelser/{franvaro}/andra")).FindForm("Granska").Manipulera("Falt[beslut]", $"{annan.DokumentId}").Begaran();
        post.RequestUri = new(klient.Http.BaseAddress!, $"/handelser/{fall.HandelseId}/andra");

        (await klient.SkickaAsync(post, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await UtkastAsync(fall.StuderandeId)).ShouldBe(0);
    }

    [Fact]
    public async Task TakenBack_TellsOfTheWindow_AndKeepsTheDecision()
    {
        var fall = await Avstangningsfall.SkapaAsync(portal.Databas);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);
        var sida = await klient.HamtaAsync($"/handelser/{fall.HandelseId}/ta-tillbaka");
        sida.Text.ShouldContain("CSN har redan fått händelsen.");

        (await sida.SkickaAsync("Ta tillbaka")).Notis.ShouldContain("Taget tillbaka: avstängning");

        (await (await klient.HamtaAsync($"/handelser/{fall.HandelseId}")).KlickaAsync("Öppna dokumentet")).Innehall.ShouldBe(Avstangningsfall.Beslut.Innehall);
    }

    private static Formular Fyll(Sida sida) => sida.FindForm("Granska").Satt("Falt[forsta_dag]", "2026-11-23").Satt("Falt[sista_dag]", "2026-12-11");

    /// <summary>An event with the common form.</summary>
    private async Task<long> FranvaroAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        var avstangning = await db.Nationellt<Handelse>().Include(h => h.Sandning).FirstAsync(h => h.StuderandeId == studerandeId);
        var franvaro = new Handelse(studerandeId, avstangning.Sandning, new() { Slag = Handelseslag.Franvaro, ForstaDag = new(2026, 11, 2) });
        db.Add(franvaro);
        await db.SaveChangesAsync();
        return franvaro.Id;
    }

    private async Task<List<Handelse>> HandelserAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Handelse>().Where(h => h.StuderandeId == studerandeId).OrderBy(h => h.Id).ToListAsync();
    }

    private async Task<List<Dokument>> DokumentAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Dokument>().Where(d => d.StuderandeId == studerandeId).ToListAsync();
    }

    private async Task<int> UtkastAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Handelseutkastrad>().CountAsync(r => r.StuderandeId == studerandeId);
    }
}
