using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;

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

    [Theory, MemberData(nameof(ProvidersOchNamn))]
    public async Task FiveHundredParallelGuesses_AreVerifiedAtMostThreeTimes(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Miljo(databas);

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
        var miljo = new Miljo(databas);

        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new FelInloggningsuppgifter());
        (await miljo.ForsokAsync(namn, "fel")).Refusals[0].ShouldBe(new KontotLast(30));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhileLocked_NothingIsVerifiedCountedOrExtended(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Miljo(databas);
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
        var miljo = new Miljo(databas);
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
        var miljo = new Miljo(databas);
        await miljo.MisslyckasAsync(Anna, 2);

        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();

        await miljo.MisslyckasAsync(Anna, 2);
        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OneNamesLock_DoesNotTouchAnother(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Miljo(databas);
        await miljo.MisslyckasAsync("bjosve01", 3);

        (await miljo.ForsokAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Purge_RemovesExpiredLocksOnly(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Miljo(databas);
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
        var miljo = new Miljo(databas);
        miljo.Klocka.Flytta(TimeSpan.FromDays(15));

        (await miljo.ForsokAsync("nyanst01", "Engangs-2026-x")).Refusals[0].ShouldBe(new EngangslosenordetForGammalt());
    }

    /// <summary>The login as the app puts it together, with a hasher that counts.</summary>
    private sealed class Miljo
    {
        private readonly Testdatabas _databas;
        private readonly Attrapphash _attrapp;

        public Miljo(Testdatabas databas)
        {
            _databas = databas;
            Sparr = new InloggningssparrService(databas.NyDb, Klocka, new Sparrinstallning());
            _attrapp = new Attrapphash(Hasher);
        }

        public Testklocka Klocka { get; } = new();

        public RaknandeHasher Hasher { get; } = new();

        public InloggningssparrService Sparr { get; }

        public async Task<Result<Konto>> ForsokAsync(string namn, string losenord)
        {
            await using var db = _databas.NyDb.Ny();
            var audit = new AuditService(db, _databas.NyDb, new AktuellAnvandare(), Klocka);
            return await new InloggningService(db, Sparr, Hasher, _attrapp, audit, Klocka).VerifieraAsync(namn, losenord, CancellationToken.None);
        }

        public async Task MisslyckasAsync(string namn, int antal)
        {
            for (var i = 0; i < antal; i++)
            {
                await ForsokAsync(namn, "fel");
            }
        }
    }

    private sealed class RaknandeHasher : PasswordHasher<Konto>
    {
        private int _verifieringar;

        public RaknandeHasher()
            : base(Options.Create(new PasswordHasherOptions { IterationCount = 10 }))
        {
        }

        public int Verifieringar => _verifieringar;

        public override PasswordVerificationResult VerifyHashedPassword(Konto user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verifieringar);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
