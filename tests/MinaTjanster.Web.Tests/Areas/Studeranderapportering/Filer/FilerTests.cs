using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Filer;

/// <summary>The pages of files: test, send, follow, correct, receipt.</summary>
public sealed class FilerTests : IAsyncLifetime
{
    private const string Rubrik = "skolkod;personnummer;fornamn;efternamn;skydd;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n";
    private const string Kim = ";20090301-9800;Kim;Berg;;11;2026-08-17;2027-06-11;1;NANAT0000\n";
    private const string KimFel = ";20090301-9800;Kim;Berg;;11;2026-08-17;2027-06-11;9;NANAT0000\n";
    private const string KimVarnad = ";20090301-9800;Kim;Berg;;11;2026-08-16;2027-06-11;1;NANAT0000\n";

    private readonly PortalFabrik _portal = new();
    private Portalklient _david = null!;

    public async ValueTask InitializeAsync()
    {
        _david = await _portal.InloggadAsync(Personer.DavidAbdi);
        await _david.ValjSkolaAsync(Demoskolor.NorraHamnen);
    }

    public async ValueTask DisposeAsync()
    {
        _david.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public Task WithoutTheRight_NothingOpens() =>
        Personer.VarOchEnUtanAsync(Rattighet.RapporteraHandelser, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            var id = await SkickadAsync(KimFel);

            foreach (var adress in new[] { "/filer", $"/filer/{id}", $"/filer/{id}/lage", $"/filer/{id}/kvittens", $"/filer/{id}/kvittens.json", $"/filer/{id}/kvittens.pdf", $"/filer/{id}/felrader.csv", $"/filer/{id}/rader/{await RadAsync(id)}" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
        });

    [Fact]
    public async Task MissingFileOrRow_IsNotFound()
    {
        var id = await SkickadAsync(KimFel);

        foreach (var adress in new[] { "/filer/999", "/filer/999/lage", "/filer/999/kvittens", "/filer/999/kvittens.json", "/filer/999/kvittens.pdf", "/filer/999/felrader.csv", $"/filer/{id}/rader/999999", $"/filer/999/rader/{await RadAsync(id)}" })
            (await _david.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
        await _david.ValjSkolaAsync(Demoskolor.Angsholm);
        (await _david.HamtaAsync($"/filer/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SchoolThatReportsOnScreen_IsToldHowToChange_AndHasNoMenuEntry()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync("/filer");

        sida.Text.ShouldContain("Skolan rapporterar inte med fil");
        sida.HarForm("/filer").ShouldBeFalse();
        sida.Texter(".meny a").ShouldNotContain("Skicka fil");
        (await _david.HamtaAsync("/filer")).Texter(".meny a").ShouldContain("Skicka fil");
    }

    [Fact]
    public async Task Send_ShowsProgressThenTheResult_WithReceiptInThreeForms()
    {
        var vantar = await LaddaUppAsync("Skicka fil", Rubrik + Kim);
        vantar.Text.ShouldContain("Väntar på inläsning");
        vantar.Notis.ShouldContain("mottagen");
        var adress = vantar.Url.AbsolutePath;
        JsonDocument.Parse((await _david.HamtaAsync($"{adress}/lage")).Innehall).RootElement.GetProperty("klar").GetBoolean().ShouldBeFalse();
        (await _david.HamtaAsync($"{adress}/kvittens")).Status.ShouldBe(HttpStatusCode.NotFound);
        await LasAsync();

        var sida = await _david.HamtaAsync(adress);
        sida.Text.ShouldContain("Godtagna1");
        JsonDocument.Parse((await _david.HamtaAsync($"{adress}/lage")).Innehall).RootElement.GetProperty("klar").GetBoolean().ShouldBeTrue();
        var kvittens = await _david.HamtaAsync($"{adress}/kvittens");
        var json = JsonDocument.Parse((await _david.HamtaAsync($"{adress}/kvittens.json")).Innehall).RootElement;
        json.GetProperty("godtagna").GetInt32().ShouldBe(1);
        json.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.GetProperty("regelversion").GetString().ShouldBe(Filformat.Regelversion);
        kvittens.Text.ShouldContain(json.GetProperty("kvittensnummer").GetString()!);
        kvittens.Text.ShouldContain(json.GetProperty("sha256").GetString()!);
        var pdf = await _david.HamtaAsync($"{adress}/kvittens.pdf");
        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        Encoding.ASCII.GetString(pdf.Innehall[..5]).ShouldBe("%PDF-");
        (await _david.HamtaAsync($"/kvittenser/{json.GetProperty("kvittensnummer").GetString()}")).Text.ShouldContain("Kim Berg");
    }

    [Fact]
    public async Task Test_SendsNothing_AndHasNoReceipt()
    {
        var vantar = await LaddaUppAsync("Testa fil", Rubrik + KimFel);
        await LasAsync();

        var sida = await _david.HamtaAsync(vantar.Url.AbsolutePath);

        sida.Text.ShouldContain("Inget är skickat");
        sida.Text.ShouldContain("HANDELSE-ARSKURS");
        sida.Texter("table a").ShouldNotContain(t => t.StartsWith("Rätta", StringComparison.Ordinal));
        (await _david.HamtaAsync($"{vantar.Url.AbsolutePath}/kvittens")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AntalHandelserAsync()).ShouldBe(0);
    }

    /// <summary>The purpose is part of the address: what is not said plainly sends nothing.</summary>
    [Theory]
    [InlineData("/filer")]
    [InlineData("/filer?andamal=")]
    [InlineData("/filer?andamal=SKICKA%20ALLT")]
    public async Task TamperedPurpose_IsATest(string adress)
    {
        using var begaran = (await _david.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", Csv(Rubrik + Kim)).Begaran();
        begaran.RequestUri = new Uri(adress, UriKind.Relative);

        (await _david.SkickaAsync(begaran, foljOmdirigering: true)).Notis.ShouldContain("testas");
        await LasAsync();

        (await AntalHandelserAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004", "packad")]
    [InlineData("namn;klass\n1;2\n", "Kolumnen personnummer saknas")]
    [InlineData("", "tom")]
    public async Task BadFile_IsRefusedOnTheForm(string text, string mening)
    {
        var sida = await LaddaUppAsync("Skicka fil", text);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Filer").ShouldContain(f => f.Contains(mening, StringComparison.OrdinalIgnoreCase));
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.FileUploaded && e.Outcome == AuditOutcome.Refused)).ShouldBe(1);
    }

    [Fact]
    public async Task NoFileChosen_IsRefused()
    {
        var sida = await (await _david.HamtaAsync("/filer")).FindForm("Skicka fil").SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Filer").ShouldContain("Välj en fil.");
    }

    [Fact]
    public async Task SchoolWithoutFiles_CannotPostOne_AndWithoutTokenNobodyCan()
    {
        using var begaran = (await _david.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", Csv(Rubrik + Kim)).Begaran();
        await using (var db = _portal.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen)).BytRapporteringssatt(Core.Skolor.Rapporteringssatt.Manuellt);
            await db.SaveChangesAsync();
        }

        (await _david.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var utan = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Rubrik + Kim)), "Filer", "a.csv" } };
        (await _david.Http.PostAsync(new Uri("/filer?andamal=skicka", UriKind.Relative), utan, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await using var efter = _portal.Databas.Alla();
        (await efter.Nationellt<Filjobb>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FormDrawnForAnotherSchool_StoresNothing()
    {
        var formular = (await _david.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", Csv(Rubrik + Kim));
        await _david.ValjSkolaAsync(Demoskolor.Angsholm);

        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Filjobb>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SameFileAgain_ShowsTheFirst()
    {
        var forsta = await LaddaUppAsync("Skicka fil", Rubrik + Kim);
        await LasAsync();

        var igen = await LaddaUppAsync("Skicka fil", Rubrik + Kim);

        igen.Url.AbsolutePath.ShouldBe(forsta.Url.AbsolutePath);
        igen.Notis.ShouldContain("Samma fil är redan skickad");
        (await AntalHandelserAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_SaysWhatStays_AndOnceOnly()
    {
        var vantar = await LaddaUppAsync("Skicka fil", Rubrik + Kim);
        var formular = vantar.FindForm("Avbryt inläsningen");

        (await formular.SkickaAsync()).Text.ShouldContain("Inläsningen avbröts");
        (await formular.SkickaAsync()).Notis.ShouldContain("redan inläst");
        await LasAsync();

        (await AntalHandelserAsync()).ShouldBe(0);
        (await _david.HamtaAsync($"{vantar.Url.AbsolutePath}/kvittens")).Text.ShouldContain("Avbruten");
    }

    [Fact]
    public async Task RefusedRow_IsCorrectedOnItsPage()
    {
        var id = await SkickadAsync(KimFel);
        var sida = await (await _david.HamtaAsync($"/filer/{id}")).KlickaAsync("Rätta rad 2");
        sida.Fel.ShouldContain(f => f.Contains("1, 2, 3 eller 4", StringComparison.Ordinal));

        var fel = await sida.FindForm("Kontrollera och skicka").Satt("Falt[arskurs]", "8").SkickaAsync();
        fel.Status.ShouldBe(HttpStatusCode.BadRequest);
        fel.FindForm("Kontrollera och skicka").Varde("Falt[arskurs]").ShouldBe("8");
        var ratt = await fel.FindForm("Kontrollera och skicka").Satt("Falt[arskurs]", "1").SkickaAsync();

        ratt.Status.ShouldBe(HttpStatusCode.OK);
        ratt.Notis.ShouldContain("Rad 2 är rättad");
        ratt.Text.ShouldContain("Rättade efteråt1");
        (await AntalHandelserAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task RefusedRow_IsTakenOffTheList_Once()
    {
        var id = await SkickadAsync(KimFel);
        var formular = (await _david.HamtaAsync($"/filer/{id}/rader/{await RadAsync(id)}")).FindForm("Ta bort raden");

        (await formular.SkickaAsync()).Notis.ShouldContain("borttagen från listan");
        (await formular.SkickaAsync()).Notis.ShouldContain("redan rättad eller borttagen");

        (await _david.HamtaAsync($"/filer/{id}")).Text.ShouldContain("varav 0 kvar att rätta");
    }

    [Fact]
    public async Task Warning_IsExplained()
    {
        var id = await SkickadAsync(KimVarnad);
        var lista = await _david.HamtaAsync($"/filer/{id}?visa=varningar");
        var sida = await lista.KlickaAsync("Förklara rad 2");

        (await sida.FindForm("Spara förklaringen").SkickaAsync()).Fel.ShouldContain("Skriv en förklaring.");
        (await sida.FindForm("Spara förklaringen").Satt("Falt[forklaring]", "Upprop").SkickaAsync()).Notis.ShouldContain("förklarad");

        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Handelse>().SingleAsync(h => h.Sandning.Kanal == Sandningskanal.Fil && h.Sandning.Rapportdag == Testklocka.Standarddag)).Forklaring.ShouldBe("Upprop");
    }

    [Fact]
    public async Task FileOfRefusedRows_IsSafeInASpreadsheet_AndLogged()
    {
        var id = await SkickadAsync(KimFel.Replace("Kim", "=cmd()", StringComparison.Ordinal));

        var csv = await _david.HamtaAsync($"/filer/{id}/felrader.csv");

        var text = Encoding.UTF8.GetString(csv.Innehall);
        text.ShouldContain(";'=cmd();");
        text.ShouldContain("HANDELSE-ARSKURS");
        csv.Innehallshuvuden.ContentDisposition!.FileName!.Trim('"').ShouldBe($"felrader-{Demoskolor.NorraHamnen}-2026-11-22.csv");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.FileErrorsExported)).ShouldBe(1);
    }

    /// <summary>Who is protected is shown nowhere, not corrected, and not in the file of refused rows; each view is recorded.</summary>
    [Fact]
    public async Task ProtectedPerson_IsMaskedEverywhere()
    {
        var id = await SkickadAsync(KimFel.Replace("Berg;;", "Hemligsson;ja;", StringComparison.Ordinal));
        await using (var db = _portal.Databas.Alla())
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen);
            db.Add(new Studerande(skola.Id, Personnummer.FranVarde("200903019800"), "Kim", "Hemligsson", Personskydd.Skyddad));
            await db.SaveChangesAsync();
        }

        var sida = await _david.HamtaAsync($"/filer/{id}/rader/{await RadAsync(id)}");
        foreach (var svar in new[] { await _david.HamtaAsync($"/filer/{id}"), sida, await sida.FindForm("Kontrollera och skicka").SkickaAsync(), await _david.HamtaAsync($"/filer/{id}/felrader.csv") })
        {
            var text = Encoding.UTF8.GetString(svar.Innehall);
            text.ShouldNotContain("Hemligsson");
            text.ShouldNotContain("9800");
        }

        // A tampered post does not make another person of the row.
        var andrad = await sida.FindForm("Kontrollera och skicka").Satt("Falt[arskurs]", "1").Manipulera("Falt[personnummer]", "200903019818").SkickaAsync();
        andrad.Notis.ShouldContain("rättad");
        await using var efter = _portal.Databas.Alla();
        (await efter.Nationellt<Studerande>().CountAsync(s => s.Personnummer == Personnummer.FranVarde("200903019818"))).ShouldBe(0);
        (await efter.Visningar.CountAsync()).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task FormatAndCodes_AreOpenToAll()
    {
        using var ingen = _portal.NyKlient();

        (await ingen.HamtaAsync("/filer/format")).Text.ShouldContain("tidigare_forsta_dag");
        var koder = await ingen.HamtaAsync("/partner/felkoder");
        koder.Dokument.QuerySelector("[id='HANDELSE-ARSKURS']").ShouldNotBeNull();
    }

    private static Testfil Csv(string text) => new("elever.csv", Encoding.UTF8.GetBytes(text), "text/csv");

    private async Task<Sida> LaddaUppAsync(string knapp, string text) =>
        await (await _david.HamtaAsync("/filer")).FindForm(knapp).Bifoga("Filer", Csv(text)).SkickaAsync();

    private Task<int> LasAsync() => _portal.Services.GetRequiredService<FilinlasningService>().KorAsync(TestContext.Current.CancellationToken);

    /// <summary>Sent and read.</summary>
    private async Task<long> SkickadAsync(string rader)
    {
        var sida = await LaddaUppAsync("Skicka fil", Rubrik + rader);
        await LasAsync();
        return long.Parse(sida.Url.AbsolutePath.Split('/')[^1]);
    }

    private async Task<long> RadAsync(long id)
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nationellt<Filjobbsrad>().Where(r => r.FiljobbId == id).Select(r => r.Id).SingleAsync();
    }

    private async Task<int> AntalHandelserAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nationellt<Handelse>().CountAsync(h => h.Sandning.Kanal == Sandningskanal.Fil && h.Sandning.Rapportdag == Testklocka.Standarddag);
    }
}
