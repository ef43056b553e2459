using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.MittKonto;

/// <summary>Mitt konto: where one is signed in, each endable, and the latest log-ins.</summary>
public sealed class InloggningarTests : IAsyncLifetime
{
    private static readonly Person Anna = Personer.AnnaLind;

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Sessions_AreListedInOurOwnWords_ThisOneMarked()
    {
        using var telefon = _portal.NyKlient();
        telefon.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        await telefon.LoggaInAsync(Anna);
        using var klient = await _portal.InloggadAsync(Anna);
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);

        var sida = await klient.HamtaAsync("/mitt-konto/inloggningar");

        var rader = sida.Texter("section:first-of-type tbody tr");
        rader.Count.ShouldBe(2, "David's is not Anna's");
        rader.Single(r => r.Contains("Den här", StringComparison.Ordinal)).ShouldStartWith("Okänd webbläsare");
        rader.Single(r => r.StartsWith("Safari på iPhone", StringComparison.Ordinal)).ShouldContain("2026-11-22 10:00");
    }

    [Fact]
    public async Task One_IsEnded_AndTheOthersStay()
    {
        using var annan = await _portal.InloggadAsync(Anna);
        using var klient = await _portal.InloggadAsync(Anna);
        var sida = await klient.HamtaAsync("/mitt-konto/inloggningar");

        sida = await sida.FindForm("/mitt-konto/inloggningar/avsluta").SkickaAsync();

        sida.Notis.ShouldContain("Inloggningen är avslutad");
        (await annan.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await klient.HamtaAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SessionEnded && e.Outcome == AuditOutcome.Accepted, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task AllOthers_AreEnded()
    {
        using var en = await _portal.InloggadAsync(Anna);
        using var tva = await _portal.InloggadAsync(Anna);
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        using var klient = await _portal.InloggadAsync(Anna);

        var sida = await (await klient.HamtaAsync("/mitt-konto/inloggningar")).SkickaAsync("Avsluta alla andra");

        sida.Notis.ShouldContain("Du är utloggad överallt utom här");
        (await en.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await tva.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await david.HamtaUtanOmdirigeringAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        sida.HarForm("/mitt-konto/inloggningar/avsluta-andra").ShouldBeFalse("there are no others");
    }

    [Fact]
    public async Task AnothersSession_OnesOwnPresentOne_OrNone_IsNotFound()
    {
        using var annan = await _portal.InloggadAsync(Anna);
        using var klient = await _portal.InloggadAsync(Anna);
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        await using var db = _portal.Databas.Alla();
        var davids = await db.Inloggningssessioner.OrderBy(s => s.Id).LastAsync(Ct);
        var den = await db.Inloggningssessioner.OrderBy(s => s.Id).Skip(1).FirstAsync(Ct);
        var formular = (await klient.HamtaAsync("/mitt-konto/inloggningar")).FindForm("/mitt-konto/inloggningar/avsluta");

        foreach (var id in (string[])[$"{davids.Id}", $"{den.Id}", "999999", "inget tal", ""])
        {
            (await formular.Manipulera("session", id).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound, id);
        }

        (await david.HamtaUtanOmdirigeringAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await klient.HamtaAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SessionEnded && e.Outcome == AuditOutcome.Refused, Ct)).ShouldBe(5);
    }

    [Fact]
    public async Task Logins_OfNinetyDays_RefusedOnesWithTheReason_ButNotAnothers()
    {
        using var klient = _portal.NyKlient();
        await klient.ForsokLoggaInAsync(Anna.Anvandarnamn, "fel");
        _portal.Klocka.Flytta(TimeSpan.FromDays(91));
        await klient.ForsokLoggaInAsync(Anna.Anvandarnamn, "fel");
        await klient.ForsokLoggaInAsync(Personer.DavidAbdi.Anvandarnamn, "fel");
        await klient.LoggaInAsync(Anna);
        // A password given again in Mitt konto is no login.
        await (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).SkickaAsync("Fortsätt", ("Losenord", "fel"));

        var rader = (await klient.HamtaAsync("/mitt-konto/inloggningar")).Texter("section:last-of-type tbody tr");

        rader.Count.ShouldBe(2);
        rader[0].ShouldContain("Inloggad");
        rader[1].ShouldContain("Nekad");
        rader[1].ShouldContain("Fel lösenord");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
