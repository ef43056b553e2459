using System.Net;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning.Papper;

/// <summary>A handläggare registers what came by post.</summary>
public sealed class PapperTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private static readonly (string, string?)[] Giltigt =
    [
        ("Ankomstdag", "2026-11-20"), ("Sidor", "4"), ("TackerFran", "2026-10-01"), ("TackerTill", "2026-11-18"),
        ("OgiltigMinuter", "11,5"), ("Tillfallen", "6"), ("UndervisningMinuter", "150"), ("ForstaDagen", "Ja"),
    ];

    public static IEnumerable<object[]> Obehoriga() => Personer.Utan(Rattighet.RegistreraPapper);

    [Theory]
    [MemberData(nameof(Obehoriga))]
    public async Task Get_WithoutTheRight_IsForbidden(Person person)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(person);

        var sida = await klient.HamtaUtanOmdirigeringAsync(fall.Papper);

        sida.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_MissingCase_IsNotFound()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        (await klient.HamtaAsync("/granskning/999999/papper")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Protected_IsNotFoundForTheUncleared_WhateverTheyDo()
    {
        var (fall, oppet) = (await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad), await Skolkfall.SkapaAsync(portal));
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        await (await stig.HamtaAsync(fall.Papper)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Pdf()).SkickaAsync();
        var fil = (await fall.UnderlagenAsync()).Single().Dokument.Single().Id;
        var (csn, skyddad) = (await fall.VisningarAsync(Visningsslag.Csn), await fall.VisningarAsync(Visningsslag.SkyddadIdentitet));
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await (await greta.HamtaAsync(oppet.Papper)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Pdf()).SkickaAsync();

        (await greta.HamtaAsync(fall.Papper)).Status.ShouldBe(HttpStatusCode.NotFound);
        var registrera = sida.FindForm("Registrera");
        foreach (var (falt, varde) in Giltigt)
            registrera.Satt(falt, varde);
        (HttpRequestMessage Begaran, string Del)[] poster =
        [
            (registrera.Begaran(), ""),
            (sida.FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png()).Begaran(), "/filer"),
            (sida.FindForm("Ta bort franvaro.pdf").Begaran(), $"/filer/{fil}/ta-bort"),
        ];
        foreach (var (begaran, del) in poster)
        {
            begaran.RequestUri = new Uri(fall.Papper + del, UriKind.Relative);
            (await greta.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound, del);
        }

        var underlag = (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        underlag.ArInskickat.ShouldBeFalse();
        underlag.Dokument.ShouldHaveSingleItem().Id.ShouldBe(fil);
        (await fall.VisningarAsync(Visningsslag.Csn)).ShouldBe(csn);
        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(skyddad);
    }

    [Fact]
    public async Task Get_Protected_IsRecordedAsTheReportsAndTheStudentsView()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        await using var db = portal.Databas.Alla();
        var studerande = db.Nationellt<Studerande>().Single(s => s.Id == fall.StuderandeId);
        var visade = db.Visningar.Select(v => v.Id).ToHashSet();

        (await stig.HamtaAsync(fall.Papper)).Text.ShouldContain(studerande.Efternamn);

        db.Visningar.ToList().Where(v => !visade.Contains(v.Id)).Select(v => (v.Slag, v.Objekt, v.ObjektId)).ShouldBe(
            [(Visningsslag.Csn, AuditObjects.Skolkrapport, fall.Id), (Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, fall.StuderandeId)]);
    }

    [Fact]
    public async Task TheQueuePlace_FollowsThroughThePage()
    {
        const string Ko = "?ko=mina.utbetalning.fallande.2";
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await klient.HamtaAsync(fall.Papper + Ko);
        sida.Dokument.QuerySelector(".tillbaka")!.GetAttribute("href").ShouldBe($"/granskning/{fall.ArendeId}{Ko}");

        sida = await sida.FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png()).SkickaAsync();
        sida.Url.PathAndQuery.ShouldBe(fall.Papper + Ko);
        sida = await sida.SkickaAsync("Ta bort bild.png");
        sida.Url.PathAndQuery.ShouldBe(fall.Papper + Ko);
        sida = await sida.SkickaAsync("Registrera", [.. Giltigt, ("Sidor", "0")]);
        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await sida.SkickaAsync("Registrera", Giltigt)).Url.PathAndQuery.ShouldBe($"/granskning/{fall.ArendeId}{Ko}");
    }

    [Fact]
    public async Task TypedFacts_SurviveUploadsAndRemovals_AndSavedOnesAreShown()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await (await klient.HamtaAsync(fall.Papper)).FindForm("Ladda upp")
            .Satt("Ankomstdag", "den 20").Satt("Sidor", "4").Satt("OgiltigMinuter", "11,5 h").Satt("ForstaDagen", "Nej").Bifoga("Filer", Testfiler.Png()).SkickaAsync();
        Skrivet(sida).ShouldBe(["den 20", "4", "11,5 h", "Nej"]);
        sida = await sida.FindForm("Ladda upp").Satt("Sidor", "5").SkickaAsync();
        sida.Fel.ShouldContain("Välj minst en fil att ladda upp.");
        Skrivet(sida).ShouldBe(["den 20", "5", "11,5 h", "Nej"]);
        sida = await sida.SkickaAsync("Ta bort bild.png", ("Sidor", "6"));
        sida.Notis.ShouldContain("Filen är borttagen.");
        Skrivet(sida).ShouldBe(["den 20", "6", "11,5 h", "Nej"]);

        // Refused for the day alone: the facts are in the draft.
        await sida.SkickaAsync("Registrera", [.. Giltigt, ("Ankomstdag", "2026-11-09")]);
        Skrivet(await klient.HamtaAsync(fall.Papper)).ShouldBe(["2026-11-22", "", "11,5", "Ja"]);

        static IEnumerable<string?> Skrivet(Sida sida) => new[] { "Ankomstdag", "Sidor", "OgiltigMinuter", "ForstaDagen" }.Select(sida.FindForm("Registrera").Varde);
    }

    [Theory]
    [InlineData("Ankomstdag", "")]
    [InlineData("Ankomstdag", "2026-11-23")]
    [InlineData("Ankomstdag", "2026-11-09")]
    [InlineData("Avsantdag", "2026-11-21")]
    [InlineData("Avsantdag", "i går")]
    [InlineData("Sidor", "0")]
    [InlineData("Sidor", "501")]
    [InlineData("Sidor", "några")]
    [InlineData("TackerFran", "")]
    [InlineData("TackerTill", "2026-09-30")]
    [InlineData("OgiltigMinuter", "x")]
    [InlineData("Tillfallen", "")]
    public async Task Post_InvalidField_ShowsErrorAndRegistersNothing(string falt, string varde)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await klient.HamtaAsync(fall.Papper)).SkickaAsync("Registrera", [.. Giltigt, (falt, varde)]);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Dokument.QuerySelector($"#felsummering a[href='#{falt}']").ShouldNotBeNull();
        sida.FindForm("Registrera").Varde(falt).ShouldBe(varde);
        (await fall.UnderlagenAsync()).ShouldAllBe(u => !u.ArInskickat);
        (await fall.ArendeAsync()).Status.ShouldBe(Arendestatus.VantarPaUnderlag);
    }

    [Fact]
    public async Task Post_Valid_IsTheFirstArrivalAndTellsTheSchool()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync(fall.Papper)).FindForm("Registrera");
        foreach (var (falt, varde) in Giltigt)
            formular.Satt(falt, varde);

        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe($"/granskning/{fall.ArendeId}?ko=att-granska.inkommet.stigande.1");
        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe($"/granskning/{fall.ArendeId}?ko=att-granska.inkommet.stigande.1");

        var underlag = (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        underlag.Ankomstsatt.ShouldBe(Ankomstsatt.Papper);
        underlag.Ankomstdag.ShouldBe(new DateOnly(2026, 11, 20));
        underlag.AntalPapperssidor.ShouldBe(4);
        (await fall.ArendeAsync()).UnderlagInkom.ShouldBe(new DateTime(2026, 11, 20, 11, 0, 0, DateTimeKind.Utc));
        (await fall.HandelserAsync()).Select(h => h.Act).ShouldBe([Acts.UnderlagFactsSaved, Acts.UnderlagPaperRegistered]);
        var rapport = await fall.RapportAsync();
        await using var db = portal.Databas.Alla();
        db.UtgaendeMejl.Count(m => m.Amne.Contains(rapport.Kvittensnummer)).ShouldBe(1);

        // The school sees it, with the number to refer to.
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync($"{fall.Underlag}/{underlag.Id}/kvittens")).Text.ShouldContain(underlag.Kvittensnummer!);
    }

    [Theory]
    [InlineData("2026-11-18", 7)]
    [InlineData("", 6)]
    public async Task Post_WithTheDateOfTheLetter_IsJudgedByItAndNotByTheDayItCame(string avsant, int stammer)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await klient.HamtaAsync(fall.Papper)).SkickaAsync("Registrera", [.. Giltigt, ("TackerFran", "2026-10-05"), ("Avsantdag", avsant)]);

        sida.Text.ShouldContain($"{stammer} av 7 stämmer");
    }

    [Fact]
    public async Task Post_Scan_BelongsToTheRegistration()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);

        var efter = await (await klient.HamtaAsync(fall.Papper)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Pdf("skannat.pdf")).SkickaAsync();
        efter.Texter(".filer a").ShouldBe(["skannat.pdf"]);
        var id = (await fall.UnderlagenAsync()).Single().Dokument.Single().Id;
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync($"/dokument/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "it is not registered yet");
        (await klient.HamtaAsync($"/granskning/dokument/{id}")).Innehall.ShouldBe(Testfiler.Pdf().Innehall);

        await efter.SkickaAsync("Registrera", Giltigt);

        (await fall.UnderlagenAsync()).Single(u => u.ArInskickat).Dokument.Single().Typ.ShouldBe(Dokumenttyp.Pdf);
        (await anna.HamtaAsync($"/dokument/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    [InlineData("Nyckel", "papper-1-1", HttpStatusCode.BadRequest)]
    public async Task Post_Tampered_RegistersNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync(fall.Papper)).FindForm("Registrera");
        foreach (var (namn, giltigt) in Giltigt)
            formular.Satt(namn, giltigt);

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(vantat);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }
}
