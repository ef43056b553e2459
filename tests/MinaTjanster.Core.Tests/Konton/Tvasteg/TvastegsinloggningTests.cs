using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton.Tvasteg;

/// <summary>The second step of a login, on every configured database: once only, one step each way, three guesses.</summary>
public sealed class TvastegsinloggningTests
{
    private static readonly Person Anna = Personer.AnnaLind;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Code_WorksOnce_UnderAnyNumberOfParallelPosts(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, _, _) = await miljo.LaggTillAppAsync(Anna);
        var kod = miljo.Kod(nyckel);
        var biljetter = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            biljetter.Add(await miljo.BorjaInloggningAsync(Anna));
        }

        // Several log-ins, several posts each, all with the same right code.
        var svar = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => miljo.MedAppAsync(biljetter[i % 3], kod))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Code_OfTheStepBeforeOrAfterIsTaken_AndNoOther(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, _, _) = await miljo.LaggTillAppAsync(Anna);
        miljo.Verklig.Flytta(TimeSpan.FromMinutes(10));

        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel, -2))).Refusals[0].ShouldBe(new FelAppkod());
        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel, +2))).Refusals[0].ShouldBe(new FelAppkod());
        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel, -1))).IsAccepted.ShouldBeTrue();
        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel, +1))).IsAccepted.ShouldBeTrue();
        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel))).Refusals[0].ShouldBe(new FelAppkod(), "a later step has been used");
    }

    [Fact]
    public async Task Code_FollowsTheRealClock_WhateverTheAppsClockSays()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, _, _) = await miljo.LaggTillAppAsync(Anna);

        miljo.Klocka.Flytta(TimeSpan.FromDays(400));

        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), $" {miljo.Kod(nyckel)[..3]} {miljo.Kod(nyckel)[3..]}")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task TheCodeThatAddedTheApp_IsUsed()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, _, _) = await miljo.LaggTillAppAsync(Anna);

        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), miljo.Kod(nyckel, -1))).IsAccepted.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FiveHundredParallelGuesses_AreVerifiedAtMostThreeTimes(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        await miljo.LaggTillAppAsync(Anna);
        var biljett = await miljo.BorjaInloggningAsync(Anna);
        var provade = 0;

        var svar = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(async () =>
        {
            await using var t = miljo.Nya();
            var paborjat = (await t.Steg.InloggningAsync(biljett, Tvastegsmiljo.Ct))!;
            return (i % 3) switch
            {
                0 => await t.Tvasteg.MedAppAsync(paborjat, $"{i:D6}", Tvastegsmiljo.Ct),
                1 => await t.Tvasteg.MedAterstallningskodAsync(paborjat, $"gissning {i}", Tvastegsmiljo.Ct),
                _ => await t.Tvasteg.MedPassernyckelAsync(
                    paborjat,
                    () =>
                    {
                        Interlocked.Increment(ref provade);
                        return Task.FromResult<UserPasskeyInfo?>(null);
                    },
                    Tvastegsmiljo.Ct),
            };
        })));

        provade.ShouldBeLessThanOrEqualTo(3);
        svar.ShouldAllBe(s => !s.IsAccepted);
        svar.Count(s => s.Refusals[0] is not TvastegetLast).ShouldBeLessThanOrEqualTo(2, "the third is answered with the lock");
    }

    /// <summary>Whoever knows the password may give it as often as they like: the second step's guesses are not given back.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task RightPassword_GivesNoNewGuesses_AndTheLockTakesTheRightCodeToo(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var losenord = new Inloggningsmiljo(databas);
        var (nyckel, koder, _) = await miljo.LaggTillAppAsync(Anna);
        for (var i = 0; i < 3; i++)
        {
            (await losenord.ForsokAsync(Anna.Anvandarnamn, Anna.Losenord)).IsAccepted.ShouldBeTrue();
            (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), "000000")).IsAccepted.ShouldBeFalse();
        }

        var biljett = await miljo.BorjaInloggningAsync(Anna);
        (await miljo.MedAppAsync(biljett, miljo.Kod(nyckel))).Refusals[0].ShouldBe(new TvastegetLast(30));
        (await miljo.MedKodAsync(biljett, koder[0])).Refusals[0].ShouldBe(new TvastegetLast(30));

        miljo.Klocka.Flytta(TimeSpan.FromMinutes(30));
        (await miljo.MedKodAsync(await miljo.BorjaInloggningAsync(Anna), koder[0])).IsAccepted.ShouldBeTrue("nothing was used up while it was locked");
    }

    [Fact]
    public async Task Success_SetsTheCountToZero_AndAnothersCountIsTheirOwn()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, koder, _) = await miljo.LaggTillAppAsync(Anna);
        var (davids, _, _) = await miljo.LaggTillAppAsync(Personer.DavidAbdi);
        var biljett = await miljo.BorjaInloggningAsync(Anna);
        await miljo.MedAppAsync(biljett, "000000");
        await miljo.MedAppAsync(biljett, "000000");

        (await miljo.MedAppAsync(biljett, miljo.Kod(nyckel))).IsAccepted.ShouldBeTrue();

        biljett = await miljo.BorjaInloggningAsync(Anna);
        await miljo.MedAppAsync(biljett, "000000");
        await miljo.MedAppAsync(biljett, "000000");
        (await miljo.MedAppAsync(biljett, "000000")).Refusals[0].ShouldBe(new TvastegetLast(30));
        (await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Personer.DavidAbdi), miljo.Kod(davids))).IsAccepted.ShouldBeTrue();
        koder.Count.ShouldBe(10);
    }

    /// <summary>Whatever is typed as a username, it cannot reach the second step's counter.</summary>
    [Theory]
    [InlineData("tvåsteg:annlin01")]
    [InlineData("tvåsteg:ANNLIN01")]
    [InlineData("TVÅSTEG:ANNLIN01")]
    public async Task NoTypedUsername_SharesTheCounter(string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        await using var t = miljo.Nya();

        TvastegsinloggningService.Sparrnyckel(await t.KontoAsync(Anna)).ShouldNotBe(InloggningssparrService.Nyckel(namn));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RecoveryCode_WorksOnce_UnderAnyNumberOfParallelPosts(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var (_, koder, _) = await miljo.LaggTillAppAsync(Anna);
        var biljetter = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            biljetter.Add(await miljo.BorjaInloggningAsync(Anna));
        }

        var svar = await Task.WhenAll(biljetter.Select(b => Task.Run(() => miljo.MedKodAsync(b, koder[4].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        await using var t = miljo.Nya();
        (await t.Tvasteg.ValAsync((await t.KontoAsync(Anna)).Id, Tvastegsmiljo.Ct)).ShouldBe(new Tvastegsval(true, false, 9));
    }

    [Fact]
    public async Task RecoveryCode_OfAnother_OrEmpty_IsRefused()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        await miljo.LaggTillAppAsync(Anna);
        var (_, davids, _) = await miljo.LaggTillAppAsync(Personer.DavidAbdi);

        (await miljo.MedKodAsync(await miljo.BorjaInloggningAsync(Anna), davids[0])).Refusals[0].ShouldBe(new FelAterstallningskod());
        (await miljo.MedKodAsync(await miljo.BorjaInloggningAsync(Anna), "")).Refusals[0].ShouldBe(new FelAterstallningskod());
    }

    [Fact]
    public async Task Ticket_OpensOnce_AndNotAfterTenMinutes_NorAfterANewPassword()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var losenord = new Inloggningsmiljo(databas);
        var (_, koder, _) = await miljo.LaggTillAppAsync(Anna);
        var biljett = await miljo.BorjaInloggningAsync(Anna);

        (await miljo.MedKodAsync(biljett, koder[0])).IsAccepted.ShouldBeTrue();
        (await miljo.MedKodAsync(biljett, koder[1])).Refusals[0].ShouldBe(new TvastegetForGammalt());

        biljett = await miljo.BorjaInloggningAsync(Anna);
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(10));
        (await miljo.MedKodAsync(biljett, koder[1])).Refusals[0].ShouldBe(new TvastegetForGammalt());

        biljett = await miljo.BorjaInloggningAsync(Anna);
        await using (var t = miljo.Nya())
        {
            (await losenord.BytAsync(LosenordService.Biljett(await t.KontoAsync(Anna)), "tre gula kajor i vinden")).IsAccepted.ShouldBeTrue();
        }

        (await miljo.MedKodAsync(biljett, koder[1])).Refusals[0].ShouldBe(new TvastegetForGammalt());
        (await miljo.MedKodAsync("gissad", koder[1])).Refusals[0].ShouldBe(new TvastegetForGammalt());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Passkey_KeepsItsCounter_AndOnlyTheAccountsOwnCounts(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        (await miljo.LaggTillPassernyckelAsync(Anna, await miljo.SessionAsync(Anna), 1)).IsAccepted.ShouldBeTrue();
        (await miljo.LaggTillPassernyckelAsync(Personer.DavidAbdi, await miljo.SessionAsync(Personer.DavidAbdi), 9)).IsAccepted.ShouldBeTrue();

        await using (var t = miljo.Nya())
        {
            var paborjat = (await t.Steg.InloggningAsync(await miljo.BorjaInloggningAsync(Anna), Tvastegsmiljo.Ct))!;
            (await t.Tvasteg.MedPassernyckelAsync(paborjat, () => Task.FromResult<UserPasskeyInfo?>(Tvastegsmiljo.Passernyckel(9)), Tvastegsmiljo.Ct))
                .Refusals[0].ShouldBe(new FelPassernyckel(), "David's passkey is not Anna's");
            (await t.Tvasteg.MedPassernyckelAsync(paborjat, () => Task.FromResult<UserPasskeyInfo?>(Tvastegsmiljo.Passernyckel(1, raknare: 7)), Tvastegsmiljo.Ct))
                .IsAccepted.ShouldBeTrue();
            await t.Db.SaveChangesAsync(Tvastegsmiljo.Ct);
        }

        await using var db = databas.Alla();
        (await db.UserPasskeys.AsNoTracking().SingleAsync(p => p.CredentialId == new byte[] { 1, 2, 3, 4 }, Tvastegsmiljo.Ct)).Data.SignCount.ShouldBe(7u);
    }

    [Fact]
    public async Task Refusals_AreAuditedAsRefusedLogins()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        await miljo.LaggTillAppAsync(Anna);

        await miljo.MedAppAsync(await miljo.BorjaInloggningAsync(Anna), "000000");

        await using var db = databas.Alla();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.LoggedIn, Tvastegsmiljo.Ct);
        (handelse.Outcome, handelse.Why).ShouldBe((AuditOutcome.Refused, "TVASTEG-FEL"));
    }
}
