using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Start;

/// <summary>What the start page says of files. Today is 22 November 2026.</summary>
public sealed class SkolstartfilTests : Skolstart
{
    [Fact]
    public async Task File_IsADutyFromItIsSentUntilItsRowsAreRight()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        var id = await LaddaUppAsync(david, Kim + LoFel);
        (await KortAsync(david)).ShouldContain(("1", "fil läses in", "Följ inläsningen", $"/filer/{id}"));

        await LasAsync();

        var start = await david.HamtaAsync("/");
        Kort(start).ShouldContain(("1", "rad att rätta", "Rätta raden", $"/filer/{id}#rader"));
        start.Texter("#filer").ShouldBe(["Filer som inte är klara"]);
        start.Text.ShouldContain("Rätta 1 rad");

        await using (var db = Portal.Databas.Alla())
            await db.SkrivAsync(() => db.Nationellt<Filjobbsrad>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Tillstand, Filradstillstand.Rattad)), default);
        (await KortAsync(david)).ShouldNotContain(k => k.Lank.Contains("fil", StringComparison.Ordinal) || k.Url.StartsWith("/filer"));
    }

    [Fact]
    public async Task FileThatWasOnlyTested_IsNoDuty_AndHasNotHappened()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        await LaddaUppAsync(david, KimFel, "Testa fil");
        await LasAsync();

        var start = await david.HamtaAsync("/");

        Kort(start).ShouldNotContain(k => k.Url.StartsWith("/filer"));
        start.Texter(".handelser").ShouldNotContain(t => t.Contains("Fil inläst"));
    }

    [Fact]
    public async Task FileThatFailed_IsNoDutyOnceItHasBeenSentAgain()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        await LaddaUppAsync(david, Kim);
        await using (var db = Portal.Databas.Alla())
            await db.SkrivAsync(() => db.Nationellt<Filjobb>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, Filjobbstatus.Misslyckad).SetProperty(x => x.Unikt, (string?)null)), default);
        (await KortAsync(david)).ShouldContain(k => k.Text == "fil kunde inte läsas in");

        await LaddaUppAsync(david, Kim);
        (await KortAsync(david)).ShouldContain(k => k.Text == "fil kunde inte läsas in", "nothing is read in yet");
        await LasAsync();

        (await KortAsync(david)).ShouldNotContain(k => k.Text == "fil kunde inte läsas in");
    }

    [Fact]
    public async Task FileThatFailed_IsADutyForAFortnight()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        var id = await LaddaUppAsync(david, Kim);
        await using (var db = Portal.Databas.Alla())
            await db.SkrivAsync(() => db.Nationellt<Filjobb>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, Filjobbstatus.Misslyckad)), default);

        (await KortAsync(david)).ShouldContain(("1", "fil kunde inte läsas in", "Visa filen", $"/filer/{id}"));

        Portal.Klocka.Flytta(TimeSpan.FromDays(15));
        using var senare = await InloggadAsync(Personer.DavidAbdi);
        (await KortAsync(senare)).ShouldNotContain(k => k.Url.StartsWith("/filer"));
    }

    [Fact]
    public async Task FileThatWasRead_HasHappened_AndItsReceiptLeadsToIt()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        var id = await LaddaUppAsync(david, Kim);
        await LasAsync();

        var start = await david.HamtaAsync("/");
        start.Texter(".handelser li")[0].ShouldContain("Fil inläst elever.csv, 1 händelse · David Abdi");
        (await start.KlickaAsync("Fil inläst")).Url.AbsolutePath.ShouldBe($"/filer/{id}");

        var lista = await david.HamtaAsync("/kvittenser");
        lista.Texter("td[data-rubrik='Vad']")[0].ShouldBe("elever.csv · Börjat studera");
        lista.Texter("td[data-rubrik='Antal']")[0].ShouldBe("1");
        (await (await lista.KlickaAsync(lista.Texter("td[data-rubrik='Kvittens'] a")[0])).KlickaAsync("elever.csv")).Url.AbsolutePath.ShouldBe($"/filer/{id}");
        var historik = await david.HamtaAsync((await david.HamtaAsync("/")).Dokument.QuerySelector("a[href='/studerande']")!.GetAttribute("href")!);
        historik.Status.ShouldBe(HttpStatusCode.OK);
        (await david.HamtaAsync($"/studerande/{await StuderandeAsync("200903019800")}")).Texter("section[aria-labelledby='historik'] li")
            .ShouldContain(t => t.Contains("Händelse rapporterad med fil · David Abdi"));
    }

    [Fact]
    public async Task ReceiptOfAFileWithNothingAccepted_SaysSo()
    {
        using var david = await InloggadAsync(Personer.DavidAbdi);
        var id = await LaddaUppAsync(david, KimFel);
        (await david.HamtaAsync("/kvittenser")).Texter("td[data-rubrik='Vad']")[0].ShouldBe("elever.csv · Läses in");
        await LasAsync();

        var lista = await david.HamtaAsync("/kvittenser");
        lista.Texter("td[data-rubrik='Vad']")[0].ShouldBe("elever.csv · Inget i filen godtogs");
        var kvittens = await lista.KlickaAsync(lista.Texter("td[data-rubrik='Kvittens'] a")[0]);

        kvittens.Rubrik.ShouldBe("Kvittens på fil");
        kvittens.Text.ShouldContain("Inget är rapporterat Inget i filen godtogs.");
        (await kvittens.KlickaAsync("Visa filens kvittens")).Url.AbsolutePath.ShouldBe($"/filer/{id}/kvittens");
    }
}
