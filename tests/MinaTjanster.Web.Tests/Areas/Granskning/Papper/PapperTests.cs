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
    public async Task Get_IsRecordedAndMasksTheProtected()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var fore = await fall.VisningarAsync(Visningsslag.SkyddadIdentitet);

        (await klient.HamtaAsync(fall.Papper)).Text.ShouldContain(Studerande.SkyddadText);

        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(fore + 1);
    }

    [Theory]
    [InlineData("Ankomstdag", "")]
    [InlineData("Ankomstdag", "2026-11-23")]
    [InlineData("Ankomstdag", "2026-11-09")]
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

        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe($"/granskning/{fall.ArendeId}");
        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe($"/granskning/{fall.ArendeId}");

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
