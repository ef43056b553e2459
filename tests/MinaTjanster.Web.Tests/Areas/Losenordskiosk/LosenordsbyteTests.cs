using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Losenordskiosk;

/// <summary>The kiosk's <em>Vill du ändra ditt lösenord?</em>, and the forced change of a one-time password (domain.md section 3).</summary>
public sealed class LosenordsbyteTests : IAsyncLifetime
{
    private const string Nytt = "Tre gula kajor på ett räcke";

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task OneTimePassword_MustBeChangedBeforeAnySession()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.LoggaInAsync(Personer.NilsNystrom);

        sida.Url.AbsolutePath.ShouldBe("/losenordskiosk/nytt-losenord");
        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        await using var db = _portal.Databas.Alla();
        (await db.Inloggningssessioner.CountAsync(Ct)).ShouldBe(0);

        sida = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        sida.Notis.ShouldContain("Ditt lösenord är bytt");
        (await klient.ForsokLoggaInAsync("nyanst01", Personer.NilsNystrom.Losenord)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await klient.ForsokLoggaInAsync("nyanst01", Nytt)).Url.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task OneTimePassword_AfterFourteenDays_IsRefusedInWords()
    {
        using var klient = _portal.NyKlient();
        _portal.Klocka.Flytta(TimeSpan.FromDays(15));

        var sida = await klient.ForsokLoggaInAsync("nyanst01", Personer.NilsNystrom.Losenord);

        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Engångslösenordet gäller inte längre");
    }

    [Fact]
    public async Task Byt_FromTheLoginLink_ChangesThePasswordAndEndsEverySession()
    {
        using var annanstans = await _portal.InloggadAsync(Personer.AnnaLind);
        using var klient = _portal.NyKlient();

        var sida = await (await klient.HamtaAsync("/logga-in")).KlickaAsync("Har du glömt eller vill ändra ditt lösenord?");
        sida = await sida.KlickaAsync("Vill du ändra ditt lösenord?");
        sida = await sida.SkickaAsync("Fortsätt", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));
        sida = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        (await annanstans.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await klient.ForsokLoggaInAsync("annlin01", Nytt)).Url.AbsolutePath.ShouldBe("/");
        await using var db = _portal.Databas.Alla();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.PasswordChanged, Ct);
        handelse.Outcome.ShouldBe(AuditOutcome.Accepted);
    }

    [Theory]
    [InlineData("annlin01", "fel")]
    [InlineData("finns-inte", "Demo-losen-2026")]
    public async Task Fortsatt_WrongPassword_SaysTheSameForEveryName(string namn, string losenord)
    {
        using var klient = _portal.NyKlient();

        var sida = await (await klient.HamtaAsync("/losenordskiosk/andra")).SkickaAsync("Fortsätt", ("Anvandarnamn", namn), ("Losenord", losenord));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe(["Fel användarnamn eller lösenord. Kontrollera uppgifterna och försök igen."]);
        sida.FindForm("Fortsätt").Varde("Losenord").ShouldBe("");
        (await klient.HamtaUtanOmdirigeringAsync("/losenordskiosk/nytt-losenord")).Omdirigering.ShouldBe("/losenordskiosk");
    }

    [Theory]
    [InlineData("kort-2931x", "kort-2931x", "NyttLosenord", "för kort")]
    [InlineData("qwertyqwerty", "qwertyqwerty", "NyttLosenord", "vanligt")]
    [InlineData("kvist lampa lind 77", "kvist lampa lind 77", "NyttLosenord", "ditt namn")]
    [InlineData("Demo-losen-2026", "Demo-losen-2026", "NyttLosenord", "samma som det gamla")]
    [InlineData(Nytt, "Tre gula kajor", "Upprepa", "inte likadana")]
    [InlineData("", "", "NyttLosenord", "för kort")]
    public async Task Byt_InvalidPassword_SaysWhyAtTheField(string nytt, string upprepa, string falt, string vantat)
    {
        using var klient = _portal.NyKlient();
        var sida = await TillSteg2Async(klient);

        sida = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", nytt), ("Upprepa", upprepa));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldContain(vantat);
        sida.FindForm("Byt lösenord").Varde("NyttLosenord").ShouldBe("");
        (await klient.LoggaInAsync(Personer.AnnaLind)).Status.ShouldBe(HttpStatusCode.OK, "the old password still holds");
    }

    [Fact]
    public async Task Byt_ShortAndUnlike_TellsBothAtOnce()
    {
        using var klient = _portal.NyKlient();
        var sida = await (await klient.HamtaAsync("/losenordskiosk/andra")).SkickaAsync("Fortsätt", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));

        var svar = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", "kort"), ("Upprepa", "annat"));

        svar.FelFor("NyttLosenord").ShouldHaveSingleItem().ShouldContain("för kort");
        svar.FelFor("Upprepa").ShouldHaveSingleItem().ShouldContain("inte likadana");
    }

    [Fact]
    public async Task Byt_TenMinutesLater_MustBeginAgain()
    {
        using var klient = _portal.NyKlient();
        var sida = await TillSteg2Async(klient);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(10));

        sida = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Det har gått för lång tid");
        (await klient.ForsokLoggaInAsync("annlin01", Nytt)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Byt_PermissionUsedTwice_ChangesOnce()
    {
        using var klient = _portal.NyKlient();
        using var annan = _portal.NyKlient();
        var ena = (await TillSteg2Async(klient)).FindForm("Byt lösenord").Satt("NyttLosenord", Nytt).Satt("Upprepa", Nytt);
        var andra = (await TillSteg2Async(annan)).FindForm("Byt lösenord").Satt("NyttLosenord", Nytt + " 2").Satt("Upprepa", Nytt + " 2");

        (await ena.SkickaAsync()).Url.AbsolutePath.ShouldBe("/logga-in");
        (await andra.SkickaAsync()).Fel.ShouldHaveSingleItem().ShouldStartWith("Det har gått för lång tid");
    }

    [Fact]
    public async Task Kiosk_RevealsNothingAboutAccounts()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.HamtaAsync("/losenordskiosk");

        sida.Text.ShouldContain("behörighetsadministratören på din skola");
        sida.Dokument.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Sida> TillSteg2Async(Portalklient klient)
    {
        var sida = await klient.HamtaAsync("/losenordskiosk/andra");
        sida = await sida.SkickaAsync("Fortsätt", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));
        sida.Url.AbsolutePath.ShouldBe("/losenordskiosk/nytt-losenord");
        return sida;
    }
}
