using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok.Ladokportal;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;

/// <summary>The feed: a key of the school's, a file as the body, an answer in JSON.</summary>
public sealed class LadokhandelserTests : IAsyncDisposable
{
    private readonly PortalFabrik _portal = new();

    public static IEnumerable<object[]> Alla => Personer.AllaInloggade();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AFile_IsTakenIn_ReadInAndAnsweredFor_InTheNameOfTheAccount()
    {
        var nyckel = await _portal.NyckelAsync();

        using var mottaget = await _portal.SkickaAsync(nyckel, Kurs(), Kurs("20040301-9813", sista: "2026-08-01"));

        mottaget.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var svar = await mottaget.JsonAsync();
        var adress = svar.GetProperty("adress").GetString()!;
        mottaget.Headers.Location!.ToString().ShouldBe(adress);
        svar.GetProperty("kvittensnummer").GetString()!.ShouldStartWith("SR-");
        svar.GetProperty("kanTasTillbakaTill").GetDateTime().ShouldBe(new DateTime(2026, 11, 22, 14, 0, 0, DateTimeKind.Utc));
        var vantar = await (await _portal.FragaAsync(nyckel, adress)).JsonAsync();
        (vantar.GetProperty("status").GetString(), vantar.GetProperty("klart").GetBoolean()).ShouldBe(("vantar", false));
        await _portal.LasInAsync();

        using var fragat = await _portal.FragaAsync(nyckel, adress);
        var text = await fragat.Content.ReadAsStringAsync(Ct);
        var lage = await fragat.JsonAsync();
        (lage.GetProperty("status").GetString(), lage.GetProperty("godtagna").GetInt32(), lage.GetProperty("nekade").GetInt32()).ShouldBe(("klar", 1, 1));
        var fel = lage.GetProperty("anmarkningar").EnumerateArray().Single();
        (fel.GetProperty("rad").GetInt32(), fel.GetProperty("slag").GetString(), fel.GetProperty("falt").GetString(), fel.GetProperty("kod").GetString())
            .ShouldBe((3, "fel", "sista_dag", "HANDELSE-SISTAFORE"));
        fel.GetProperty("gor").GetString()!.ShouldNotBeEmpty();
        text.ShouldNotContain("Bergkvist");
        text.ShouldNotContain("20040301");
        fragat.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var ingrid = await _portal.InloggadAsync(Personer.IngridStorm);
        var sandningar = await ingrid.HamtaAsync("/filer");
        (sandningar.Rubrik, sandningar.HarForm("/filer")).ShouldBe(("Från Ladok", false));
        sandningar.Texter("tbody tr").Single().ShouldContain("Ladok produktion (systemkonto)");
        sandningar.Texter(".meny a").ShouldContain("Från Ladok");
        var kvittens = await ingrid.HamtaAsync($"/kvittenser/{svar.GetProperty("kvittensnummer").GetString()}");
        kvittens.Text.ShouldContain("Ladok produktion (systemkonto)");
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Sandning>().SingleAsync(s => s.Rapportdag == Testklocka.Standarddag, Ct)).Kanal.ShouldBe(Sandningskanal.Ladok);
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.FileUploaded && e.Outcome == AuditOutcome.Accepted, Ct);
        handelse.KontoId.ShouldBe(await db.Nationellt<Systemkonto>().Select(s => s.KontoId).SingleAsync(Ct));
    }

    [Fact]
    public async Task TheSameContent_IsRecognised_AlsoWhenItComesManyTimesAtOnce()
    {
        var nyckel = await _portal.NyckelAsync();

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _portal.SkickaAsync(nyckel, Kurs())));

        svar.Count(s => s.StatusCode == HttpStatusCode.Accepted).ShouldBe(1);
        svar.Count(s => s.StatusCode == HttpStatusCode.OK).ShouldBe(5);
        var json = await Task.WhenAll(svar.Select(s => s.JsonAsync()));
        json.Select(j => j.GetProperty("kvittensnummer").GetString()).Distinct().Count().ShouldBe(1);
        json.Count(j => j.GetProperty("redanSkickat").GetBoolean()).ShouldBe(5);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Filjobb>().CountAsync(Ct)).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("fel")]
    [InlineData("mtsk_0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task WithoutAKeyThatHolds_NothingOpens(string? nyckel)
    {
        await _portal.NyckelAsync();
        foreach (var svar in new[] { await _portal.SkickaAsync(nyckel, Kurs()), await _portal.FragaAsync(nyckel, $"{Adress}/1") })
            await SkaVaraNekadAsync(svar);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Filjobb>().CountAsync(Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task ARevokedOrExpiredKey_IsAnsweredAsAnUnknownOne()
    {
        var nyckel = await _portal.NyckelAsync();
        _portal.Klocka.Satt(new(2027, 11, 23), new(8, 0));
        await SkaVaraNekadAsync(await _portal.SkickaAsync(nyckel, Kurs()));
        _portal.Klocka.Satt(new(2026, 11, 22), new(10, 0));
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);
        await (await sara.HamtaAsync("/identity-manager/systemkonton")).FindForm("Återkalla Ladok produktion (systemkonto)").SkickaAsync();

        await SkaVaraNekadAsync(await _portal.SkickaAsync(nyckel, Kurs()));
    }

    /// <summary>No browser's session opens the feed, whatever its person holds: so no other site can make a browser send to it.</summary>
    [Fact]
    public Task ASession_DoesNotOpenIt() =>
        Personer.VarOchEnAsync(Alla, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);

            using var post = await klient.Http.PostAsync(Adress, new StringContent(Kurs()), Ct);
            using var get = await klient.Http.GetAsync($"{Adress}/1", Ct);

            post.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            get.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        });

    [Fact]
    public async Task AKey_OpensNoPage()
    {
        var nyckel = await _portal.NyckelAsync();
        using var utan = _portal.NyKlient();
        foreach (var adress in new[] { "/", "/studerande", "/filer", "/kvittenser", "/identity-manager/systemkonton", "/csn/ladokrattelser", "/mitt-konto" })
        {
            using var begaran = new HttpRequestMessage(HttpMethod.Get, adress);
            begaran.Headers.Authorization = new("Bearer", nyckel);
            using var svar = await utan.Http.SendAsync(begaran, Ct);
            svar.StatusCode.ShouldBe(HttpStatusCode.Redirect, adress);
            svar.Headers.Location!.ToString().ShouldStartWith("/logga-in", Case.Sensitive, adress);
        }
    }

    [Fact]
    public async Task OnlyTheSchoolsOwnSendingsFromLadok_AreAnsweredFor()
    {
        var nyckel = await _portal.NyckelAsync();
        long annans, egenFil;
        await using (var db = _portal.Databas.Alla())
        {
            annans = await FilAsync(Demoskolor.NorraHamnen, Sandningskanal.Fil);
            egenFil = await FilAsync(Demoskolor.Lindsala, Sandningskanal.Fil);
        }

        foreach (var id in new[] { annans, egenFil, 999_999 })
        {
            using var svar = await _portal.FragaAsync(nyckel, $"{Adress}/{id}");
            svar.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe("ANROP-SAKNAS");
        }
    }

    [Fact]
    public async Task RowsForAnotherSchool_AreErrors_AndNothingIsStoredThere()
    {
        var nyckel = await _portal.NyckelAsync();
        using var svar = await _portal.SkickaAsync(
            nyckel, Encoding.UTF8.GetBytes($"skolkod;personnummer;fornamn;efternamn;handelse;forsta_dag;sista_dag\n{Demoskolor.Tonklang};20040301-9805;Kim;Bergkvist;11;2026-08-31;2027-01-15\n"));
        svar.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await _portal.LasInAsync();

        var lage = await (await _portal.FragaAsync(nyckel, (await svar.JsonAsync()).GetProperty("adress").GetString()!)).JsonAsync();
        lage.GetProperty("anmarkningar").EnumerateArray().Single().GetProperty("kod").GetString().ShouldBe("RAD-SKOLKOD");
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Handelse>().CountAsync(h => h.Sandning.Rapportdag == Testklocka.Standarddag, Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task ASchoolThatHasLeftLadok_IsRefused()
    {
        var nyckel = await _portal.NyckelAsync();
        await using (var db = _portal.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Lindsala, Ct)).BytRapporteringssatt(Rapporteringssatt.Manuellt);
            await db.SaveChangesAsync(Ct);
        }

        using var svar = await _portal.SkickaAsync(nyckel, Kurs());

        svar.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe("FIL-LADOK");
    }

    [Theory]
    [InlineData("", "FIL-TOM")]
    [InlineData("%PDF-1.7\n", "FIL-PDF")]
    [InlineData("namn;klass\n1;2\n", "FIL-KOLUMN-SAKNAS")]
    [InlineData("{\"handelser\": []}", "FIL-RUBRIK-TRASIG")]
    public async Task WhatIsNoStudentFile_IsRefused_WithTheCodeOfThePage(string innehall, string kod)
    {
        var nyckel = await _portal.NyckelAsync();

        using var svar = await _portal.SkickaAsync(nyckel, Encoding.UTF8.GetBytes(innehall));

        svar.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        svar.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var json = await svar.JsonAsync();
        json.GetProperty("kod").GetString().ShouldBe(kod);
        Felkatalog.Med(kod).ShouldNotBeNull();
        json.GetProperty("detail").GetString()!.ShouldNotBeEmpty();
        json.GetProperty("fel").EnumerateArray().First().GetProperty("kod").GetString().ShouldBe(kod);
        json.GetProperty("fel").EnumerateArray().First().GetProperty("lank").GetString().ShouldBe(json.GetProperty("type").GetString());
        json.GetProperty("type").GetString().ShouldBe($"https://portalen.example.org/partner/felkoder#{kod}");
    }

    [Fact]
    public async Task AFileThatIsTooLarge_IsRefused_WithOrWithoutALength_AndNothingIsKept()
    {
        var nyckel = await _portal.NyckelAsync();
        using var klient = _portal.CreateClient();
        foreach (var langd in new[] { true, false })
        {
            using var begaran = new HttpRequestMessage(HttpMethod.Post, Adress) { Content = new StreamContent(new Tomstrom(FiluppladdningService.MaxStorlek + 1)) };
            begaran.Content.Headers.ContentLength = langd ? FiluppladdningService.MaxStorlek + 1 : null;
            begaran.Headers.TransferEncodingChunked = langd ? null : true;
            begaran.Headers.Authorization = new("Bearer", nyckel);
            using var svar = await klient.SendAsync(begaran, Ct);
            svar.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe("FIL-STORLEK");
        }

        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Filjobb>().CountAsync(Ct)).ShouldBe(0);
        (await db.Nationellt<Core.Dokumentlagring.Dokument>().CountAsync(d => d.Filnamn.StartsWith("ladok-"), Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task TooManyCalls_AreAnsweredInJson()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Ladok:AnropPerMinut"] = "2" } };
        for (var i = 0; i < 2; i++)
            (await portal.SkickaAsync("fel", Kurs())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var svar = await portal.SkickaAsync("fel", Kurs());

        svar.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe("ANROP-ANTAL");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task SkaVaraNekadAsync(HttpResponseMessage svar)
    {
        svar.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        svar.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        svar.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe(new NyckelnGallerInte().Code);
    }

    private async Task<long> FilAsync(string skolkod, Sandningskanal kanal)
    {
        await using var db = _portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod, Ct);
        var konto = await db.Konton.Select(k => k.Id).FirstAsync(Ct);
        var nu = _portal.Klocka.GetUtcNow().UtcDateTime;
        var bytes = new Core.Dokumentlagring.Dokument(skola.Id, null, "fil.csv", konto, nu);
        bytes.Slutfor(Core.Dokumentlagring.Dokumenttyp.Studerandefil, 3, Hemlighet.Ny(), 0);
        var sandning = new Sandning(skola.Id, Core.Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), kanal, konto, nu, new(2026, 11, 22));
        var jobb = new Filjobb(
            new(skola.Id, konto, bytes, Filandamal.Skicka, new(Core.Filrapportering.Lasning.Teckenkod.Utf8, false, 3, Hemlighet.Ny(), 1), [skolkod], nu), "fil.csv", skola.Id, sandning, []);
        db.Add(jobb);
        await db.SaveChangesAsync(Ct);
        return jobb.Id;
    }
}
