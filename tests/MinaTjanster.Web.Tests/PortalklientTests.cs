using System.Net;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests;

/// <summary>The test client itself: what all page tests lean on.</summary>
public sealed class PortalklientTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Theory]
    [MemberData(nameof(Personer.AllaInloggade), MemberType = typeof(Personer))]
    public async Task LoggaIn_EveryDemoPerson_ComesIn(Person person)
    {
        using var klient = portal.NyKlient();

        var sida = await klient.LoggaInAsync(person);

        sida.Dokument.Body!.TextContent.ShouldContain(person.Namn);
    }

    [Fact]
    public async Task LoggaIn_WithOneTimePassword_LeadsToTheKiosk()
    {
        using var klient = portal.NyKlient();

        var sida = await klient.LoggaInAsync(Personer.NilsNystrom);

        sida.Url.AbsolutePath.ShouldStartWith("/losenordskiosk");
    }

    [Fact]
    public async Task LoggaIn_WrongPassword_ShowsError()
    {
        using var klient = portal.NyKlient();

        var sida = await klient.ForsokLoggaInAsync(Personer.UlrikaNas.Anvandarnamn, "fel");

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe(["Fel användarnamn eller lösenord. Kontrollera uppgifterna och försök igen."]);
    }

    [Fact]
    public async Task Post_WithoutAntiforgery_IsRefused()
    {
        using var klient = portal.NyKlient();
        var formular = (await klient.HamtaAsync("/logga-in")).FindForm("Logga in");
        formular.Satt("Anvandarnamn", Personer.TomEkelund.Anvandarnamn).Satt("Losenord", Personer.TomEkelund.Losenord);

        var sida = await formular.Manipulera("__RequestVerificationToken", null).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await klient.HamtaUtanOmdirigeringAsync("/")).Omdirigering.ShouldNotBeNull();
    }

    [Fact]
    public async Task ValjSkola_ChangesTheSchoolInTheHeader()
    {
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);

        await klient.ValjSkolaAsync(Demoskolor.Angsholm);
        (await klient.HamtaAsync("/")).Rubrik.ShouldContain("Ängsholms komvux");

        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        (await klient.HamtaAsync("/")).Rubrik.ShouldContain("Norra Hamnens gymnasium");
    }

    [Fact]
    public async Task LoggaUt_EndsTheSession()
    {
        using var klient = await portal.InloggadAsync(Personer.GunBerg);

        await klient.LoggaUtAsync();

        (await klient.HamtaUtanOmdirigeringAsync("/")).Omdirigering.ShouldStartWith("/logga-in");
    }
}
