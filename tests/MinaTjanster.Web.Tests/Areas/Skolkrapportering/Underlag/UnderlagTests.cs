using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlag;

/// <summary>The page where an underlag is put together.</summary>
public sealed class UnderlagTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> Obehoriga() => Personer.Utan(Rattighet.SkickaUnderlag);

    [Theory]
    [MemberData(nameof(Obehoriga))]
    public async Task Get_WithoutTheRight_IsForbidden(Person person)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync(fall.Underlag)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaAsync($"{fall.Underlag}/granska")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_MissingReport_IsNotFound()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync("/ogiltig-franvaro/999999/underlag")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_AnotherSchoolsReport_IsNotFound()
    {
        var fall = await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var adress in new[] { "", "/granska", "/1/kvittens" })
            (await klient.HamtaAsync(fall.Underlag + adress)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ShowsWhatToSendAndByWhen_PrefilledFromTheReport()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync(fall.Underlag);

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Text.ShouldContain("5 oktober 2026");
        sida.Text.ShouldContain("Helst senast 5 december 2026");
        sida.Text.ShouldContain("Allra senast 10 januari 2027");
        var formular = sida.FindForm("Spara och kontrollera");
        formular.Varde("TackerFran").ShouldBe("2026-10-05");
        formular.Varde("TackerTill").ShouldBe("2026-11-22");
        formular.Varde("OgiltigMinuter").ShouldBe("11,5");
        formular.Varde("Tillfallen").ShouldBe("6");
        (await fall.UnderlagenAsync()).ShouldBeEmpty("looking starts no draft");
    }

    [Theory]
    [InlineData("TackerFran", "")]
    [InlineData("TackerFran", "2026-02-30")]
    [InlineData("TackerFran", "2025-01-01")]
    [InlineData("TackerTill", "i går")]
    [InlineData("TackerTill", "2026-10-04")]
    [InlineData("TackerTill", "2026-11-23")]
    [InlineData("OgiltigMinuter", "")]
    [InlineData("OgiltigMinuter", "0")]
    [InlineData("OgiltigMinuter", "-4")]
    [InlineData("OgiltigMinuter", "99999999999999999999")]
    [InlineData("Tillfallen", "två")]
    [InlineData("Tillfallen", "0")]
    [InlineData("Tillfallen", "1000")]
    [InlineData("UndervisningMinuter", "många")]
    public async Task Post_InvalidField_ShowsErrorAndKeepsWhatWasTyped(string falt, string varde)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.AngeAsync(klient, (falt, varde));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldNotBeEmpty();
        sida.Dokument.QuerySelector($"#felsummering a[href='#{falt}']").ShouldNotBeNull();
        sida.FindForm("Spara och kontrollera").Varde(falt).ShouldBe(varde);
        (await fall.UnderlagenAsync()).ShouldAllBe(u => u.Uppgift == null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("EjAngivet")]
    [InlineData("Kanske")]
    public async Task Post_WithoutAnswerAboutTheFirstDay_ShowsError(string? svar)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera");

        var sida = await formular.Manipulera("ForstaDagen", svar).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain("Svara ja eller nej på om första skolkdagen har ogiltig frånvaro i underlaget.");
    }

    [Fact]
    public async Task Post_Valid_SavesTheDraftAndLeadsToTheCheckPage()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.AngeAsync(klient, ("OgiltigMinuter", "12:15"), ("Tillfallen", "7"));

        sida.Url.AbsolutePath.ShouldBe($"{fall.Underlag}/granska");
        var utkast = (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        utkast.ArInskickat.ShouldBeFalse();
        utkast.Uppgift.ShouldBe(new Underlagsuppgift(new(2026, 10, 5), new(2026, 11, 22), 735, 7, 180 * 60, ForstaDagensFranvaro.Ja));

        // The draft is there for whoever comes next, in another browser.
        using var annan = await portal.InloggadAsync(Personer.AnnaLind);
        (await annan.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Varde("OgiltigMinuter").ShouldBe("12,25");
    }

    [Fact]
    public async Task Post_AfterSomebodyElseSaved_ShowsBothVersions()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var min = (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Satt("ForstaDagen", "Ja").Satt("OgiltigMinuter", "9");
        await fall.AngeAsync(klient, ("OgiltigMinuter", "14"));

        var sida = await min.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("14 timmar");
        sida.FindForm("Spara och kontrollera").Varde("OgiltigMinuter").ShouldBe("9");
        (await fall.UnderlagenAsync()).Single().OgiltigMinuter.ShouldBe(14 * 60);

        await sida.SkickaAsync("Spara och kontrollera");
        (await fall.UnderlagenAsync()).Single().OgiltigMinuter.ShouldBe(9 * 60);
    }

    [Fact]
    public async Task Post_ToADeletedReport_IsRefused()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Satt("ForstaDagen", "Ja");
        await fall.AndraAsync(a =>
        {
            a.Skolkrapport.TaBort("Ny bedömning");
            a.Aterta(a.Skapat);
        });

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Text.ShouldContain("Rapporten är borttagen");
        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", "abc", HttpStatusCode.Conflict)]
    public async Task Post_Tampered_ChangesNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Spara och kontrollera").Satt("ForstaDagen", "Ja");

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(vantat);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WhenCsnHasAsked_ShowsTheQuestionAndItsDueDate()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.SkickaAsync(klient);
        await fall.BegarKompletteringAsync("Ta ut frånvaron från den 5 oktober.");

        var sida = await klient.HamtaAsync(fall.Underlag);

        sida.Rubrik.ShouldBe("Skicka komplettering");
        sida.Text.ShouldContain("Underlaget täcker för kort period");
        sida.Text.ShouldContain("Ta ut frånvaron från den 5 oktober.");
        sida.Text.ShouldContain("6 december 2026");
    }

    [Fact]
    public async Task Get_ProtectedStudent_IsMaskedAndRecorded()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var fore = await fall.VisningarAsync(Visningsslag.SkyddadIdentitet);

        var sida = await klient.HamtaAsync(fall.Underlag);

        sida.Text.ShouldContain(Studerande.SkyddadText);
        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(fore + 1);
        await using var db = portal.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>().SingleAsync(s => s.Id == fall.StuderandeId);
        sida.Text.ShouldNotContain(studerande.Efternamn);
    }
}
