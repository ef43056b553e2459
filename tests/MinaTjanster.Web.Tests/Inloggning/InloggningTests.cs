using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Inloggning;

/// <summary>Signing in and out, and the lock (domain.md section 3). One portal a test: the clock is moved and names are locked.</summary>
public sealed class InloggningTests : IAsyncLifetime
{
    private const string FelText = "Fel användarnamn eller lösenord. Kontrollera uppgifterna och försök igen.";

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Post_RightPassword_OpensTheStartPageAndIsAudited()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.LoggaInAsync(Personer.AnnaLind);

        sida.Url.AbsolutePath.ShouldBe("/");
        await using var db = _portal.Databas.Alla();
        var anna = await db.Konton.SingleAsync(k => k.UserName == "annlin01", Ct);
        anna.SenastInloggad.ShouldBe(_portal.Klocka.GetUtcNow().UtcDateTime);
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.LoggedIn, Ct);
        handelse.Outcome.ShouldBe(AuditOutcome.Accepted);
        handelse.ObjektId.ShouldBe(anna.Id);
    }

    [Theory]
    [InlineData("annlin01")]
    [InlineData("finns-inte")]
    [InlineData("")]
    public async Task Post_WrongPassword_AnswersTheSameForEveryName_LockIncluded(string namn)
    {
        using var klient = _portal.NyKlient();

        foreach (var forsok in (int[])[1, 2, 3, 4])
        {
            var sida = await klient.ForsokLoggaInAsync(namn, "ett fel lösenord");

            sida.Status.ShouldBe(HttpStatusCode.BadRequest);
            var fel = sida.Fel.ShouldHaveSingleItem();
            if (forsok < 3)
            {
                fel.ShouldBe(FelText);
            }
            else
            {
                fel.ShouldStartWith("Kontot är låst i 30 minuter");
                fel.ShouldEndWith("Om problemet kvarstår: ring CSN på 0771-276 400.");
            }

            sida.FindForm("Logga in").Varde("Anvandarnamn").ShouldBe(namn);
            sida.FindForm("Logga in").Varde("Losenord").ShouldBe("", "a password is never sent back");
        }

        await using var db = _portal.Databas.Alla();
        var handelser = await db.AuditEvents.Where(e => e.Act == Acts.LoggedIn).OrderBy(e => e.Id).ToListAsync(Ct);
        handelser.ShouldAllBe(e => e.Outcome == AuditOutcome.Refused);
        handelser.Select(e => e.Why).ShouldBe(["LOGIN-FEL", "LOGIN-FEL", "LOGIN-LAST", "LOGIN-LAST"]);
    }

    [Fact]
    public async Task Lock_LiftsByItselfAfterThirtyMinutes()
    {
        using var klient = _portal.NyKlient();
        await MisslyckasAsync(klient, 3);

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        (await klient.ForsokLoggaInAsync("annlin01", Personer.AnnaLind.Losenord)).Fel[0].ShouldStartWith("Kontot är låst");

        _portal.Klocka.Flytta(TimeSpan.FromSeconds(1));
        (await klient.LoggaInAsync(Personer.AnnaLind)).Url.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task Counter_IsSharedWithTheKiosk()
    {
        using var klient = _portal.NyKlient();
        await MisslyckasAsync(klient, 2);

        var kiosk = await (await klient.HamtaAsync("/losenordskiosk/andra"))
            .SkickaAsync("Fortsätt", ("Anvandarnamn", " ANNLIN01 "), ("Losenord", "fel"));

        kiosk.Fel.ShouldHaveSingleItem().ShouldStartWith("Kontot är låst");
        (await klient.ForsokLoggaInAsync("annlin01", Personer.AnnaLind.Losenord)).Fel[0].ShouldStartWith("Kontot är låst");
    }

    [Theory]
    [InlineData("/studerande?sida=2", "/studerande?sida=2")]
    [InlineData("//ond.example/", "/")]
    [InlineData("/\\ond.example/", "/")]
    [InlineData("https://ond.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("studerande", "/")]
    [InlineData("/logga-in", "/")]
    [InlineData("", "/")]
    public async Task Retur_LeadsOnlyWithinThePortal(string retur, string vantat)
    {
        using var klient = _portal.NyKlient();

        // As a link that lured the person here, and as a post with the hidden field changed.
        var sida = await klient.HamtaAsync($"/logga-in?retur={Uri.EscapeDataString(retur)}");
        sida.FindForm("Logga in").Varde("Retur").ShouldBe(vantat);
        var svar = await sida.FindForm("Logga in")
            .Satt("Anvandarnamn", "annlin01")
            .Satt("Losenord", Personer.AnnaLind.Losenord)
            .Manipulera("Retur", retur)
            .SkickaUtanOmdirigeringAsync();

        svar.Omdirigering.ShouldBe(vantat);

        // And for one who is signed in already.
        (await klient.HamtaUtanOmdirigeringAsync($"/logga-in?retur={Uri.EscapeDataString(retur)}")).Omdirigering.ShouldBe(vantat);
    }

    [Fact]
    public async Task LoggaUt_EndsTheSessionAtTheServer()
    {
        using var klient = _portal.NyKlient();
        var inloggad = await (await klient.HamtaAsync("/logga-in")).FindForm("Logga in")
            .Satt("Anvandarnamn", "annlin01")
            .Satt("Losenord", Personer.AnnaLind.Losenord)
            .SkickaUtanOmdirigeringAsync();
        var kaka = inloggad.Svar.Headers.GetValues("Set-Cookie").Single(k => k.StartsWith("minatjanster=", StringComparison.Ordinal)).Split(';')[0];
        using var kopia = _portal.NyKlient();
        kopia.Http.DefaultRequestHeaders.Add("Cookie", kaka);
        (await kopia.HamtaUtanOmdirigeringAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK, "the copied cookie is the session");

        var sida = await klient.LoggaUtAsync();

        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        sida.Notis.ShouldContain("Du är utloggad");
        (await kopia.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in?retur=");
        await using var db = _portal.Databas.Alla();
        var session = await db.Inloggningssessioner.SingleAsync(Ct);
        session.Avslutad.ShouldNotBeNull();
        session.NyckelHash.ShouldBe(Hemlighet.Hash(kaka["minatjanster=".Length..]), "only the key's hash is stored");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.LoggedOut, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task Login_WithADeadSessionsCookie_GivesAnotherKey()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        await klient.LoggaInAsync(Personer.AnnaLind);

        await using var db = _portal.Databas.Alla();
        var sessioner = await db.Inloggningssessioner.OrderBy(s => s.Id).ToListAsync(Ct);
        sessioner.Count.ShouldBe(2);
        sessioner[0].Avslutad.ShouldNotBeNull();
        sessioner[1].Avslutad.ShouldBeNull();
    }

    [Theory]
    [InlineData("/logga-ut")]
    [InlineData("/skola")]
    public async Task TimedOut_PostWithoutAPage_LeadsToTheStartPage(string adress)
    {
        using var klient = await _portal.InloggadAsync(Personer.DavidAbdi);
        var formular = (await klient.HamtaAsync("/")).FindForm(adress);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe("/logga-in?utgangen=1");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task MisslyckasAsync(Portalklient klient, int antal)
    {
        for (var i = 0; i < antal; i++)
        {
            await klient.ForsokLoggaInAsync("annlin01", "fel");
        }
    }
}
