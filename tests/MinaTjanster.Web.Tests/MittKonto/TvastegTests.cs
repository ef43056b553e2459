using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.MittKonto;

/// <summary>Mitt konto: the second factor, from adding it to losing it.</summary>
public sealed class TvastegTests : IAsyncLifetime
{
    private static readonly Person Anna = Personer.AnnaLind;

    /// <summary>Every page that asks for the password again, with its button, and whether it needs an app to be there.</summary>
    public static TheoryData<string, string, bool> Bekraftelser => new()
    {
        { "/mitt-konto/tvasteg/app", "Fortsätt", false },
        { "/mitt-konto/tvasteg/passernyckel", "Fortsätt", false },
        { "/mitt-konto/tvasteg/app/ta-bort", "Ta bort appen", true },
        { "/mitt-konto/tvasteg/koder", "Skapa nya koder", true },
    };

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task Pages_AreOpenToEveryoneSignedIn_AndToNobodyElse() =>
        Personer.VarOchEnAsync(Personer.AllaInloggade(), async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            using var anonym = _portal.NyKlient();

            foreach (var adress in (string[])["/mitt-konto", "/mitt-konto/tvasteg", "/mitt-konto/inloggningar", "/mitt-konto/tvasteg/app", "/mitt-konto/tvasteg/passernyckel"])
            {
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.OK, adress);
                (await anonym.HamtaUtanOmdirigeringAsync(adress)).Omdirigering.ShouldStartWith("/logga-in?retur=");
            }
        });

    [Fact]
    public async Task App_IsAddedWithPasswordAndCode_AndTheCodesAreShownOnce()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        using var annanstans = await _portal.InloggadAsync(Anna);

        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg")).KlickaAsync("Lägg till app");
        sida = await sida.SkickaAsync("Fortsätt", ("Losenord", Anna.Losenord));
        sida.Url.AbsolutePath.ShouldBe("/mitt-konto/tvasteg/app/koppla");
        var nyckel = sida.Texter(".nyckeltext").Single();
        nyckel.Split(' ').ShouldAllBe(grupp => grupp.Length == 4);
        var app = new Testapp(Testapp.FranText(nyckel), [], _portal.VerkligKlocka);
        sida = await sida.SkickaAsync("Slå på", ("Kod", app.Kod()));

        sida.Rubrik.ShouldBe("Spara dina återställningskoder");
        sida.Texter(".koder code").Count.ShouldBe(10);
        sida.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        sida = await sida.KlickaAsync("Jag har sparat koderna");
        sida.Text.ShouldContain("Tvåstegsinloggning är på");
        sida.Text.ShouldContain("Du har 10 koder kvar");
        (await annanstans.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in", Case.Sensitive, "the other session is ended");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SecondFactorAdded && e.Outcome == AuditOutcome.Accepted, Ct)).ShouldBe(1);
        (await db.UtgaendeMejl.CountAsync(m => m.Amne == Faktormejl.Amne, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task Qr_IsAPlainDrawingOfTheWaitingKey_AndGoneAfterwards()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        (await klient.HamtaAsync("/mitt-konto/tvasteg/app/qr.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).SkickaAsync("Fortsätt", ("Losenord", Anna.Losenord));

        var bild = await klient.HamtaAsync("/mitt-konto/tvasteg/app/qr.svg");

        bild.Innehallshuvuden.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var svg = System.Text.Encoding.UTF8.GetString(bild.Innehall);
        svg.ShouldStartWith("<svg ");
        svg.ShouldNotContain("style");
        svg.ShouldNotContain("script");
        bild.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task WrongFirstCode_SaysSo_AndKeepsTheKey()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).SkickaAsync("Fortsätt", ("Losenord", Anna.Losenord));
        var nyckel = sida.Texter(".nyckeltext").Single();

        var nekad = await sida.SkickaAsync("Slå på", ("Kod", "000000"));

        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        nekad.FelFor("Kod").ShouldHaveSingleItem().ShouldStartWith("Koden stämmer inte");
        nekad.Texter(".nyckeltext").Single().ShouldBe(nyckel);
    }

    [Fact]
    public async Task FinishingSteps_WithoutTheirBeginning_LeadToIt()
    {
        using var klient = await _portal.InloggadAsync(Anna);

        (await klient.HamtaUtanOmdirigeringAsync("/mitt-konto/tvasteg/app/koppla")).Omdirigering.ShouldBe("/mitt-konto/tvasteg/app");
        (await klient.HamtaUtanOmdirigeringAsync("/mitt-konto/tvasteg/passernyckel/skapa")).Omdirigering.ShouldBe("/mitt-konto/tvasteg/passernyckel");

        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).SkickaAsync("Fortsätt", ("Losenord", Anna.Losenord));
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(10));
        sida = await sida.SkickaAsync("Slå på", ("Kod", "000000"));
        sida.Url.AbsolutePath.ShouldBe("/mitt-konto/tvasteg");
        sida.Notis.ShouldContain("Det har gått för lång tid");
    }

    [Theory, MemberData(nameof(Bekraftelser))]
    public async Task EveryChange_AsksForThePassword_AndAWrongOneChangesNothing(string adress, string knapp, bool medApp)
    {
        using var klient = await _portal.InloggadAsync(Anna);
        if (medApp)
        {
            await klient.LaggTillAppAsync(Anna, _portal.VerkligKlocka);
        }

        foreach (var losenord in (string[])["", "fel lösenord"])
        {
            var sida = await (await klient.HamtaAsync(adress)).SkickaAsync(knapp, ("Losenord", losenord));

            sida.Status.ShouldBe(HttpStatusCode.BadRequest);
            sida.FelFor("Losenord").ShouldBe(["Fel lösenord. Kontrollera det och försök igen."]);
        }

        var last = await (await klient.HamtaAsync(adress)).SkickaAsync(knapp, ("Losenord", "fel lösenord"));
        last.Fel.ShouldHaveSingleItem().ShouldStartWith("Kontot är låst");
        await using var db = _portal.Databas.Alla();
        (await db.Autentiseringsappar.CountAsync(Ct)).ShouldBe(medApp ? 1 : 0);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.RecoveryCodesMade || e.Act == Acts.SecondFactorRemoved, Ct)).ShouldBe(0);
        (await klient.HamtaUtanOmdirigeringAsync("/mitt-konto/tvasteg/app/koppla")).Omdirigering.ShouldNotBeNull("nothing was begun");
    }

    [Fact]
    public async Task NewCodes_AreShown_AndTheOldOnesAreVoid()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        var app = await klient.LaggTillAppAsync(Anna, _portal.VerkligKlocka);

        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/koder")).SkickaAsync("Skapa nya koder", ("Losenord", Anna.Losenord));

        sida.Texter(".koder code").Intersect(app.Koder).ShouldBeEmpty();
        sida.Texter(".koder code").Count.ShouldBe(10);
        (await klient.HamtaAsync("/mitt-konto/tvasteg")).Status.ShouldBe(HttpStatusCode.OK, "the session's new key is in the cookie");
    }

    [Fact]
    public async Task App_IsTakenAway_AndThePasswordIsEnoughAgain()
    {
        using var klient = await _portal.InloggadAsync(Anna);
        await klient.LaggTillAppAsync(Anna, _portal.VerkligKlocka);

        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/app/ta-bort")).SkickaAsync("Ta bort appen", ("Losenord", Anna.Losenord));

        sida.Notis.ShouldContain("Autentiseringsappen är borttagen");
        sida.Text.ShouldContain("Tvåstegsinloggning är inte på");
        await klient.LoggaUtAsync();
        (await klient.LoggaInAsync(Anna)).Url.AbsolutePath.ShouldBe("/");
    }

    [Theory]
    [InlineData("/mitt-konto/tvasteg/app/ta-bort")]
    [InlineData("/mitt-konto/tvasteg/koder")]
    [InlineData("/mitt-konto/tvasteg/passernyckel/0123456789abcdef/ta-bort")]
    public async Task WhatIsNotThere_IsNotFound_AlsoWhenPosted(string adress)
    {
        using var klient = await _portal.InloggadAsync(Anna);
        (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);

        using var begaran = (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).FindForm("Fortsätt").Satt("Losenord", Anna.Losenord).Begaran();
        begaran.RequestUri = new Uri(adress, UriKind.Relative);

        (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "Jobbdatorn", "Det gick inte att skapa passernyckeln")]
    [InlineData("{\"id\":\"x\"}", "Jobbdatorn", "Det gick inte att skapa passernyckeln")]
    [InlineData("{}", "", "Ge passernyckeln ett namn")]
    public async Task ForgedPasskey_IsRefused_AndTheNameStays(string svar, string namn, string vantat)
    {
        using var klient = await _portal.InloggadAsync(Anna);
        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/passernyckel")).SkickaAsync("Fortsätt", ("Losenord", Anna.Losenord));

        sida = await sida.FindForm("Skapa passernyckel").Satt("Namn", namn).Manipulera("Svar", svar).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldHaveSingleItem().ShouldStartWith(vantat);
        sida.FindForm("Skapa passernyckel").Varde("Namn").ShouldBe(namn);
        await using var db = _portal.Databas.Alla();
        (await db.UserPasskeys.AnyAsync(Ct)).ShouldBeFalse();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
