using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Dokumentvisning;

/// <summary>Reading a document back.</summary>
public sealed class DokumentvisningTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> UtanSkola() => Personer.Utan(Rattighet.SkickaUnderlag);

    public static IEnumerable<object[]> UtanCsn() => Personer.Utan(Rattighet.GranskaUnderlag);

    [Theory]
    [MemberData(nameof(UtanSkola))]
    public async Task Get_WithoutTheRight_IsForbidden(Person person)
    {
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync("/dokument/1")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(UtanCsn))]
    public async Task GetCsn_WithoutTheRight_IsForbidden(Person person)
    {
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync("/granskning/dokument/1")).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.OK);
        (await klient.HamtaUtanOmdirigeringAsync("/granskning/dokument/1")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_HasTheHeadersOfSomebodyElsesFile()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf("frånvaro \"maj\".pdf"), Testfiler.Png());
        var ids = (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Id).ToList();

        var pdf = await klient.HamtaAsync($"/dokument/{ids[0]}");
        var png = await klient.HamtaAsync($"/dokument/{ids[1]}?ladda-ner");

        pdf.Innehallshuvuden.ContentType!.ToString().ShouldBe("application/pdf");
        pdf.Innehallshuvuden.ContentDisposition!.DispositionType.ShouldBe("inline");
        pdf.Innehallshuvuden.ContentDisposition.FileNameStar!.ShouldStartWith("frånvaro");
        Huvud(pdf, "X-Content-Type-Options").ShouldBe("nosniff");
        Huvud(pdf, "Cache-Control").ShouldBe("no-store, private");
        Huvud(pdf, "Content-Security-Policy").ShouldStartWith("default-src 'none'; object-src 'self'");
        png.Innehallshuvuden.ContentType!.ToString().ShouldBe("image/png");
        png.Innehallshuvuden.ContentDisposition!.DispositionType.ShouldBe("attachment");
        Huvud(png, "Content-Security-Policy").ShouldStartWith("default-src 'none'; sandbox");
    }

    [Fact]
    public async Task Get_AnotherSchoolsOrMissingOrUnfinished_IsNotFound()
    {
        var fall = await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl);
        using var fredrik = await portal.InloggadAsync(Personer.FredrikDahl);
        await fall.LaddaUppAsync(fredrik, Testfiler.Png());
        var underlag = (await fall.UnderlagenAsync()).Single();
        await using var db = portal.Databas.Alla();
        var halvt = new Dokument(fall.SkolaId, underlag.Id, "halvt.png", underlag.SkapadAvKontoId, underlag.Skapad);
        db.Add(halvt);
        await db.SaveChangesAsync();
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);

        (await anna.HamtaAsync($"/dokument/{underlag.Dokument[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anna.HamtaAsync("/dokument/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await fredrik.HamtaAsync($"/dokument/{halvt.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await fredrik.HamtaAsync($"/dokument/{underlag.Dokument[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_MissingPart_IsAnErrorAndNeverHalfAFile()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Pdf(storlek: 200_000));
        var id = (await fall.UnderlagenAsync()).Single().Dokument.Single().Id;
        await using var db = portal.Databas.Alla();
        await db.Nationellt<Dokumentdel>().Where(d => d.DokumentId == id && d.Nummer == 2).ExecuteDeleteAsync();

        (await klient.HamtaAsync($"/dokument/{id}")).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task GetCsn_SentDocument_IsRecorded_DraftIsNotFound()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(anna, Testfiler.Pdf());
        var id = (await fall.UnderlagenAsync()).Single().Dokument.Single().Id;
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);

        (await greta.HamtaAsync($"/granskning/dokument/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await fall.AngeAsync(anna)).SkickaAsync("Skicka underlaget");
        var sida = await greta.HamtaAsync($"/granskning/dokument/{id}");

        sida.Innehall.ShouldBe(Testfiler.Pdf().Innehall);
        (await fall.VisningarAsync(Visningsslag.Csn)).ShouldBe(1);
        (await greta.HamtaAsync($"/dokument/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GetCsn_ProtectedStudent_IsForTheClearedOnly()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.SkickaAsync(anna);
        var id = (await fall.UnderlagenAsync()).Single().Dokument.Single().Id;
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var fore = await fall.VisningarAsync(Visningsslag.SkyddadIdentitet);

        (await greta.HamtaAsync($"/granskning/dokument/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stig.HamtaAsync($"/granskning/dokument/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(fore + 1);
        (await fall.HandelserAsync()).ShouldContain(h => h.Act == Acts.AccessRefused);
    }

    private static string Huvud(Sida sida, string namn) => string.Join(", ", sida.Svar.Headers.GetValues(namn));
}
