using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The lockout of domain.md section 3, on every configured database.</summary>
public sealed class InloggningssparrTests
{
    private const string Ratt = "Demo-losen-2026";
    private const string Anna = "annlin01";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> ProvidersOchNamn =>
        from provider in Testdatabaser.Providers()
        from namn in new[] { Anna, "finns-inte", new string('x', 100_000), "", "ANNLIN01 " }
        select new[] { provider[0], namn };

    public static IEnumerable<object[]> ProvidersOchVarianter =>
        from provider in Testdatabaser.Providers()
        from namn in new[] { "ａｎｎｌｉｎ01", "annlin01\u200B", "annlin\u00AD01", "annlin01\0", "ãnnlin01" }
        select new[] { provider[0], namn };

    [Theory, MemberData(nameof(ProvidersOchNamn))]
    public async Task FiveHundredParallelGuesses_AreVerifiedAtMostThreeTimes(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);

        var svar = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => miljo.ForsokAsync(namn, $"fel losenord {i}"))));

        miljo.Hasher.Verifieringar.ShouldBe(3);
        svar.ShouldAllBe(s => !s.IsAccepted);
        svar.Count(s => s.Refusals[0] is FelInloggningsuppgifter).ShouldBeLessThanOrEqualTo(2);
        svar.Count(s => s.Refusals[0] is KontotLast).ShouldBeGreaterThanOrEqualTo(498);
    }

    [Theory, MemberData(nameof(ProvidersOchNamn))]
    public async Task ThirdFailure_IsAnsweredWithTheLock_KnownNameOrNot(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);

        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new KontotLast(30));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhileLocked_NothingIsVerifiedCountedOrExtended(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync(Anna, 3);
        var fore = miljo.Hasher.Verifieringar;

        miljo.Klocka.Flytta(TimeSpan.FromMinutes(29));
        (await miljo.ForsokAsync(Anna, Ratt)).Refusals[0].ShouldBe(new KontotLast(30));
        miljo.Hasher.Verifieringar.ShouldBe(fore);

        // The refused attempt has not moved the end of the lock.
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(1));
        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ExpiredLock_StartsTheCountOver(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync(Anna, 3);
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(30));

        (await miljo.ForsokAsync(Anna, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(Anna, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(Anna, "fel")).Refusals[0].ShouldBe(new KontotLast(30));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Success_SetsTheCountToZero(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync(Anna, 2);

        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();

        await miljo.MisslyckasAsync(Anna, 2);
        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OneNamesLock_DoesNotTouchAnother(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync("bjosve01", 3);

        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Purge_RemovesExpiredLocksOnly(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync("bjosve01", 3);
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(20));
        await miljo.MisslyckasAsync(Anna, 3);
        await miljo.MisslyckasAsync("davabd01", 2);
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(10));

        (await miljo.Sparr.GallraAsync(CancellationToken.None)).ShouldBe(1);

        await using var db = databas.Alla();
        var kvar = await db.Inloggningssparrar.Select(s => s.Nyckel).ToListAsync(TestContext.Current.CancellationToken);
        kvar.ShouldBe([InloggningssparrService.Nyckel(Anna), InloggningssparrService.Nyckel("davabd01")], ignoreOrder: true);
    }

    [Fact]
    public async Task ExpiredOneTimePassword_IsRefusedInWords()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Inloggningsmiljo(databas);
        miljo.Klocka.Flytta(TimeSpan.FromDays(15));

        (await miljo.ForsokAsync("nyanst01", "Engangs-2026-x")).Refusals[0].ShouldBe(new EngangslosenordetForGammalt());
    }

    /// <summary>SQL Server's ordinary collation takes these for the same name; each has a counter of its own.</summary>
    [Theory, MemberData(nameof(ProvidersOchVarianter))]
    public async Task SpellingThatOnlyTheDatabaseEquates_IsAnUnknownName(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);

        (await miljo.ForsokAsync(namn, Ratt)).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
    }
}
