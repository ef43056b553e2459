using System.Net;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Forsattsbladsvisning;

/// <summary>The cover sheet on screen and as a file.</summary>
public sealed class ForsattsbladsvisningTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> Obehoriga() => Personer.Utan(Rattighet.SkickaUnderlag);

    [Theory]
    [MemberData(nameof(Obehoriga))]
    public async Task Get_WithoutTheRight_IsForbidden(Person person)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad.pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_AnotherSchoolsOrMissing_IsNotFound()
    {
        var fall = await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var adress in new[] { $"{fall.Id}/forsattsblad", $"{fall.Id}/forsattsblad.pdf", "999999/forsattsblad", "999999/forsattsblad.pdf" })
            (await klient.HamtaAsync($"/ogiltig-franvaro/{adress}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_HoldsEveryLineOfTheForm_FromTheReport()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad?sidor=5");

        var rader = sida.Texter(".fakta dt").Zip(sida.Texter(".fakta dd")).ToDictionary();
        rader["Datum"].ShouldBe("2026-11-22");
        rader["Antal sidor, med den här"].ShouldBe("5");
        rader["Läsår"].ShouldBe("2026/27");
        rader["Skolkod"].ShouldBe("12345678");
        rader["Skola och ort"].ShouldBe("Södra Bergets gymnasium, Sundsvall");
        rader["Kontaktperson för rapporteringen"].ShouldBe("Anna Lind");
        rader["Ogiltig frånvaro"].ShouldBe("11,5 timmar");
        rader["Första skolkdag"].ShouldBe("2026-10-05");
        rader["Personnummer"].ShouldMatch("^[0-9]{6}[-+][0-9]{4}$");
        rader["Studerandens namn"].ShouldNotBeEmpty();
        rader["Telefon"].ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999")]
    [InlineData("<b>")]
    public async Task Get_ImpossibleNumberOfPages_LeavesALine(string sidor)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad?sidor={Uri.EscapeDataString(sidor)}")).Text.ShouldContain("Antal sidor, med den här ____");
    }

    [Fact]
    public async Task GetPdf_IsAWholePdfWithTheSameLines()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(klient, Testfiler.Png(), Testfiler.Jpeg());

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad.pdf");

        sida.Innehallshuvuden.ContentType!.ToString().ShouldBe("application/pdf");
        sida.Innehallshuvuden.ContentDisposition!.FileName!.ShouldMatch("^forsattsblad-SK-[0-9A-Z]{4}-[0-9A-Z]{4}.pdf$");
        var text = await Pdfprov.TextAsync(sida.Innehall);
        foreach (var vantat in new[] { "2026-11-22", "2026/27", "12345678", "Södra Bergets gymnasium, Sundsvall", "Anna Lind", "11,5 timmar", "2026-10-05", "CSN Postservice, 751 76 Uppsala", "Sida 1 av 1" })
            text.ShouldContain(vantat);
        text.ShouldMatch(@"med den här\s+3\b");
    }

    [Fact]
    public async Task Get_WhileAComplementIsAsked_TakesNothingFromWhatWasSent()
    {
        await using var egen = new PortalFabrik();
        var fall = await Skolkfall.SkapaAsync(egen);
        using (var skickar = await egen.InloggadAsync(Personer.AnnaLind))
            await fall.SkickaAsync(skickar);
        egen.Klocka.Flytta(TimeSpan.FromDays(2));
        using var klient = await egen.InloggadAsync(Personer.AnnaLind);
        var adress = $"/ogiltig-franvaro/{fall.Id}/forsattsblad";
        (await klient.HamtaAsync(adress)).Text.ShouldContain("Datum 2026-11-22 Antal sidor, med den här 2");

        await fall.BegarKompletteringAsync("Skicka även oktober.");

        (await klient.HamtaAsync(adress)).Text.ShouldContain("Datum 2026-11-24 Antal sidor, med den här ____");
    }

    [Fact]
    public async Task Get_ProtectedStudent_IsMaskedOnThePageAndNamedInThePdf_AndEachIsRecorded()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var fore = await fall.VisningarAsync(Visningsslag.SkyddadIdentitet);

        var elev = await fall.StuderandeAsync();
        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad");
        var pdf = await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad.pdf");

        sida.Texter(".fakta dd").ShouldContain(Studerande.SkyddadText);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Efternamn);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Personnummer.Fullt[^4..]);
        sida.Text.ShouldContain("Namn och personnummer visas inte här men står i PDF-filen");
        sida.Text.ShouldContain("Hantera utskriften därefter");
        var text = await Pdfprov.TextAsync(pdf.Innehall);
        text.ShouldContain($"{elev.Fornamn} {elev.Efternamn}");
        text.ShouldContain(elev.Personnummer.TioSiffror(Testklocka.Standarddag));
        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(fore + 2);
    }
}
