using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Tvastegsinloggning;

/// <summary>The second step of a login as a browser without scripts meets it.</summary>
public sealed class TvastegsinloggningTests : IAsyncLifetime
{
    private static readonly Person Anna = Personer.AnnaLind;

    private readonly PortalFabrik _portal = new();

    private Testapp _app = null!;

    public async ValueTask InitializeAsync()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        _app = await klient.LaggTillAppAsync(Anna, _portal.VerkligKlocka);
        await klient.LoggaUtAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task RightPassword_GivesNoSession_BeforeTheCode()
    {
        using var klient = _portal.NyKlient();
        await using var db = _portal.Databas.Alla();
        var fore = await db.Inloggningssessioner.CountAsync(Ct);

        var sida = await klient.TillTvastegAsync(Anna);

        sida.Rubrik.ShouldBe("Bekräfta att det är du");
        (await db.Inloggningssessioner.CountAsync(Ct)).ShouldBe(fore);
        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await klient.HamtaUtanOmdirigeringAsync("/mitt-konto/tvasteg")).Omdirigering.ShouldStartWith("/logga-in");

        sida = await sida.SkickaAsync("Logga in", ("Kod", _app.Kod()));

        sida.Url.AbsolutePath.ShouldBe("/");
        sida.Status.ShouldBe(HttpStatusCode.OK);
        var handelse = await db.AuditEvents.OrderBy(e => e.Id).LastAsync(e => e.Act == Acts.LoggedIn, Ct);
        (handelse.Outcome, handelse.Why).ShouldBe((AuditOutcome.Accepted, "Kod från appen"));
    }

    [Fact]
    public async Task Retur_SurvivesTheSecondStep_AndStaysWithinThePortal()
    {
        using var klient = _portal.NyKlient();
        var sida = await (await klient.HamtaAsync("/logga-in?retur=/studerande")).SkickaAsync("Logga in", ("Anvandarnamn", Anna.Anvandarnamn), ("Losenord", Anna.Losenord));
        sida.Url.PathAndQuery.ShouldBe("/logga-in/tvasteg?retur=%2Fstuderande");

        var formular = sida.FindForm("Logga in").Satt("Kod", _app.Kod());

        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe("/studerande");

        _app.Vanta();
        await klient.LoggaUtAsync();
        formular = (await klient.TillTvastegAsync(Anna)).FindForm("Logga in").Satt("Kod", _app.Kod()).Manipulera("Retur", "//ond.example/");
        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe("/");
    }

    [Fact]
    public async Task RecoveryCode_WorksOnce_AndSaysHowManyAreLeft()
    {
        using var klient = _portal.NyKlient();

        var sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in med återställningskod", ("Aterstallningskod", _app.Koder[3].ToUpperInvariant()));

        sida.Url.AbsolutePath.ShouldBe("/");
        sida.Notis.ShouldContain("Du har 9 kvar");
        await klient.LoggaUtAsync();
        sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in med återställningskod", ("Aterstallningskod", _app.Koder[3]));
        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Aterstallningskod").ShouldHaveSingleItem().ShouldStartWith("Återställningskoden stämmer inte eller är redan använd");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("000000")]
    [InlineData("en mening")]
    public async Task WrongCode_SaysSoAtTheField_AndIsNotSentBack(string kod)
    {
        using var klient = _portal.NyKlient();

        var sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in", ("Kod", kod));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Kod").ShouldHaveSingleItem().ShouldStartWith("Koden stämmer inte eller är redan använd");
        sida.FindForm("Logga in").Varde("Kod").ShouldBe("");
    }

    [Fact]
    public async Task ThirdWrongAnswer_Locks_WhateverWayItWasTried_AndANewPasswordStepDoesNotHelp()
    {
        using var klient = _portal.NyKlient();
        var sida = await klient.TillTvastegAsync(Anna);
        sida = await sida.SkickaAsync("Logga in", ("Kod", "000000"));
        sida = await sida.SkickaAsync("Logga in med återställningskod", ("Aterstallningskod", "fel"));
        sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in", ("Kod", "000000"));

        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Tvåstegsinloggningen är låst i 30 minuter");
        sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in", ("Kod", _app.Kod()));
        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Tvåstegsinloggningen är låst");

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(30));
        sida = await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in", ("Kod", _app.Kod()));
        sida.Url.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task UsedCode_IsRefusedInAnotherBrowser()
    {
        using var klient = _portal.NyKlient();
        using var annan = _portal.NyKlient();
        var kod = _app.Kod();
        var andra = await annan.TillTvastegAsync(Anna);

        (await (await klient.TillTvastegAsync(Anna)).SkickaAsync("Logga in", ("Kod", kod))).Url.AbsolutePath.ShouldBe("/");

        (await andra.SkickaAsync("Logga in", ("Kod", kod))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Ticket_ChangedCopiedOrOld_OpensNothing()
    {
        using var klient = _portal.NyKlient();
        var losenord = await (await klient.HamtaAsync("/logga-in")).FindForm("Logga in")
            .Satt("Anvandarnamn", Anna.Anvandarnamn).Satt("Losenord", Anna.Losenord).SkickaUtanOmdirigeringAsync();
        var kaka = losenord.Svar.Headers.GetValues("Set-Cookie").Single(k => k.StartsWith("minatjanster-tvasteg=", StringComparison.Ordinal)).Split(';')[0];
        var sida = await klient.HamtaAsync("/logga-in/tvasteg");

        // Changed: another key leads nowhere. As a session's cookie it is none.
        (await MedKakaAsync(kaka[..^1] + (kaka[^1] == '0' ? '1' : '0'), "/logga-in/tvasteg")).ShouldBe("/logga-in");
        (await MedKakaAsync(kaka.Replace("minatjanster-tvasteg=", "minatjanster=", StringComparison.Ordinal), "/studerande")).ShouldStartWith("/logga-in");
        (await MedKakaAsync("minatjanster-tvasteg=", "/logga-in/tvasteg")).ShouldBe("/logga-in");

        // Used: a copy of it is nothing any more.
        (await sida.SkickaAsync("Logga in", ("Kod", _app.Kod()))).Url.AbsolutePath.ShouldBe("/");
        (await MedKakaAsync(kaka, "/logga-in/tvasteg")).ShouldBe("/logga-in");

        // Old.
        _app.Vanta();
        using var annan = _portal.NyKlient();
        sida = await annan.TillTvastegAsync(Anna);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(10));
        sida = await sida.SkickaAsync("Logga in", ("Kod", _app.Kod()));
        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        sida.Notis.ShouldContain("Det har gått för lång tid");
    }

    [Fact]
    public async Task WithoutTheFirstStep_ThereIsNoSecond()
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync("/logga-in/tvasteg")).Omdirigering.ShouldBe("/logga-in");
        var formular = (await klient.HamtaAsync("/logga-in")).FindForm("Logga in").Manipulera("Kod", _app.Kod());
        using var begaran = formular.Begaran();
        begaran.RequestUri = new Uri("/logga-in/tvasteg", UriKind.Relative);
        (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Omdirigering.ShouldBe("/logga-in");
    }

    /// <summary>No session is made by a change of password, and a begun login falls with it.</summary>
    [Fact]
    public async Task Kiosk_LetsNobodyInWithoutTheSecondFactor()
    {
        const string Nytt = "Tre gula kajor på ett räcke";
        using var begynt = _portal.NyKlient();
        var andra = await begynt.TillTvastegAsync(Anna);
        using var klient = _portal.NyKlient();
        var sida = await (await klient.HamtaAsync("/losenordskiosk/andra")).SkickaAsync("Fortsätt", ("Anvandarnamn", Anna.Anvandarnamn), ("Losenord", Anna.Losenord));
        await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await andra.SkickaAsync("Logga in", ("Kod", _app.Kod()))).Url.AbsolutePath.ShouldBe("/logga-in");
        (await klient.ForsokLoggaInAsync(Anna.Anvandarnamn, Nytt)).Url.AbsolutePath.ShouldBe("/logga-in/tvasteg");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("inget")]
    [InlineData("{\"id\":\"AQID\",\"rawId\":\"AQID\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task ForgedPasskeyAnswer_IsRefused(string svar)
    {
        using var klient = _portal.NyKlient();
        var formular = (await klient.TillTvastegAsync(Anna)).FindForm("Logga in").Manipulera("Satt", "Passernyckel").Manipulera("Svar", svar);

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Det gick inte att logga in med passernyckeln");
    }

    [Fact]
    public async Task Page_OffersOnlyTheWaysTheAccountHas()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.TillTvastegAsync(Anna);

        sida.Dokument.QuerySelector("form[data-passernyckel]").ShouldBeNull();
        sida.FindForm("Logga in med återställningskod").ShouldNotBeNull();
        sida.Text.ShouldContain("Be behörighetsadministratören på din skola att återställa din tvåstegsinloggning");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<string?> MedKakaAsync(string kaka, string adress)
    {
        using var klient = _portal.NyKlient();
        klient.Http.DefaultRequestHeaders.Add("Cookie", kaka);
        return (await klient.HamtaUtanOmdirigeringAsync(adress)).Omdirigering;
    }
}
