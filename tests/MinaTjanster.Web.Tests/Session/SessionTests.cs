using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Session;

/// <summary>When a session ends, and what the time-out dialog asks (domain.md section 3, design decision 11).</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Idle_EndsAfterThirtyMinutes_AndSaysWhy()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(29));
        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(30));
        var sida = await klient.HamtaAsync("/studerande?sida=2");

        sida.Url.PathAndQuery.ShouldBe("/logga-in?utgangen=1&retur=%2Fstuderande%3Fsida%3D2");
        sida.Text.ShouldContain("Du var inaktiv en längre stund");
    }

    [Theory]
    [InlineData(true, "Du har loggats ut eftersom kontots uppgifter har ändrats. Du har fått mejl om hur du loggar in igen.")]
    [InlineData(false, "Inloggningen i den här webbläsaren har avslutats")]
    public async Task EndedFromElsewhere_IsToldOnceToThatBrowserOnly(bool engangslosenord, string text)
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        using var annan = _portal.NyKlient();
        await using (var db = _portal.Databas.Alla())
        {
            var konto = await db.Konton.SingleAsync(k => k.UserName == "annlin01", Ct);
            if (engangslosenord)
                konto.SattEngangslosenord(konto.PasswordHash!, new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc));
            await db.SaveChangesAsync(Ct);
            await db.Inloggningssessioner.Where(s => s.KontoId == konto.Id).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc)), Ct);
        }

        var sida = await klient.HamtaAsync("/studerande");

        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        sida.Text.ShouldContain(text);
        (await klient.HamtaAsync("/logga-in")).Text.ShouldNotContain("Du har loggats ut");
        (await annan.HamtaAsync("/logga-in?slut=NyttEngangslosenord&retur=%2Fstuderande")).Text.ShouldNotContain("Du har loggats ut");
    }

    [Fact]
    public async Task LoggedOutByThePerson_IsNotToldMore()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);

        await klient.LoggaUtAsync();

        (await klient.HamtaAsync("/studerande")).Text.ShouldNotContain("Du har loggats ut");
    }

    [Fact]
    public async Task Busy_EndsAfterTwelveHours()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        for (var minuter = 20; minuter < 12 * 60; minuter += 20)
        {
            _portal.Klocka.Flytta(TimeSpan.FromMinutes(20));
            (await klient.HamtaUtanOmdirigeringAsync("/tillganglighet")).Status.ShouldBe(HttpStatusCode.OK);
            (await StatusAsync(klient)).ShouldNotBeNull($"after {minuter} minutes");
        }

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(20));

        (await StatusAsync(klient)).ShouldBeNull();
    }

    [Fact]
    public async Task Status_TellsTheSwedishTimeOfTheEnd_AndNothingToStrangers()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        using var okand = _portal.NyKlient();

        (await klient.Http.GetFromJsonAsync<Svar>("/session/status", Ct))!.Slut.ShouldBe("10:30");
        (await okand.Http.GetFromJsonAsync<Svar>("/session/status", Ct)).ShouldBe(new Svar(null, 300, null));
    }

    [Fact]
    public async Task Status_TellsTheTime_AndDoesNotExtendIt()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        (await StatusAsync(klient)).ShouldBe(30 * 60);

        for (var minut = 1; minut < 30; minut++)
        {
            _portal.Klocka.Flytta(TimeSpan.FromMinutes(1));
            (await StatusAsync(klient)).ShouldBe((30 - minut) * 60);
        }

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(1));
        (await StatusAsync(klient)).ShouldBeNull();
    }

    [Fact]
    public async Task Forlang_ExtendsIt()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var sida = await klient.HamtaAsync("/tillganglighet");
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(26));

        using var begaran = new HttpRequestMessage(HttpMethod.Post, "/session/forlang");
        begaran.Headers.Add("RequestVerificationToken", sida.Dokument.QuerySelector("meta[name=antiforgery]")!.GetAttribute("content"));
        using var svar = await klient.Http.SendAsync(begaran, Ct);

        svar.StatusCode.ShouldBe(HttpStatusCode.OK);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(29));
        (await StatusAsync(klient)).ShouldBe(60);
    }

    [Fact]
    public async Task Forlang_WithoutAntiforgery_IsRefused()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);

        (await klient.Http.PostAsync("/session/forlang", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Activity_IsWrittenAtMostOnceAMinute()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var start = _portal.Klocka.GetUtcNow().UtcDateTime;

        _portal.Klocka.Flytta(TimeSpan.FromSeconds(59));
        await klient.HamtaAsync("/studerande");
        (await SenastAktivAsync()).ShouldBe(start);

        _portal.Klocka.Flytta(TimeSpan.FromSeconds(1));
        await klient.HamtaAsync("/studerande");
        (await SenastAktivAsync()).ShouldBe(start.AddMinutes(1));
    }

    [Fact]
    public async Task PermissionTakenAway_HoldsAtTheNextRequest()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        await using (var db = _portal.Databas.Alla())
        {
            var anna = await db.Konton.SingleAsync(k => k.UserName == "annlin01", Ct);
            db.RemoveRange(await db.Behorigheter.Where(b => b.KontoId == anna.Id).ToListAsync(Ct));
            await db.SaveChangesAsync(Ct);
        }

        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Fetch_AfterTimeOut_IsAnswered401RatherThanALoginPage()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        using var begaran = new HttpRequestMessage(HttpMethod.Get, "/studerande");
        begaran.Headers.Add("X-Requested-With", "fetch");

        (await klient.Http.SendAsync(begaran, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<int?> StatusAsync(Portalklient klient) =>
        (await klient.Http.GetFromJsonAsync<Svar>("/session/status", Ct))!.SekunderKvar;

    private async Task<DateTime> SenastAktivAsync()
    {
        await using var db = _portal.Databas.Alla();
        return (await db.Inloggningssessioner.SingleAsync(Ct)).SenastAktiv;
    }

    private sealed record Svar(int? SekunderKvar, int DialogFran, string? Slut);
}
