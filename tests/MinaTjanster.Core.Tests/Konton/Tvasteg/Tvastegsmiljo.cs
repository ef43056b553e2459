using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Konton.Tvasteg;

/// <summary>The second factor as the app puts it together, with both clocks in the test's hand.</summary>
internal sealed class Tvastegsmiljo(Testdatabas databas, AndraFaktor krav = AndraFaktor.Kravs)
{
    private readonly IDataProtectionProvider _skydd = new EphemeralDataProtectionProvider();

    public Testklocka Klocka { get; } = new();

    /// <summary>Where the phone's clock stands: nowhere near the app's.</summary>
    public Testklocka Verklig { get; } = new(new DateOnly(2031, 3, 5), new TimeOnly(7, 0));

    /// <summary>Services of a request of their own, with nobody signed in unless given.</summary>
    public Tjanster Nya(AktuellAnvandare? anvandare = null) => new(this, databas, anvandare ?? new AktuellAnvandare());

    public async Task<Sessionsuppgift> SessionAsync(Person person, Inloggningssatt satt = Inloggningssatt.BaraLosenord)
    {
        await using var t = Nya();
        var nyckel = await t.Sessioner.SkapaAsync(await t.KontoAsync(person), Ct, satt, "Chrome på Windows");
        return (await LasAsync(nyckel))!;
    }

    public async Task<Sessionsuppgift?> LasAsync(string nyckel)
    {
        await using var t = Nya();
        return (await t.Sessioner.LasAsync(nyckel, Ct)).Session;
    }

    /// <summary>Adds an app through the real steps; returns its key and the recovery codes.</summary>
    public async Task<(byte[] Nyckel, IReadOnlyList<string> Koder, string Sessionsnyckel)> LaggTillAppAsync(Person person)
    {
        var session = await SessionAsync(person);
        var nyckel = await BorjaAppAsync(person, session);
        await using var t = Nya();
        var andring = (await t.Andringar.AktiveraAppAsync(session, Kod(nyckel), Ct)).Value;
        Verklig.Flytta(TimeSpan.FromSeconds(30));
        return (nyckel, andring.Koder!, andring.Sessionsnyckel);
    }

    public async Task<byte[]> BorjaAppAsync(Person person, Sessionsuppgift session)
    {
        await using var t = Nya();
        await t.Steg.BorjaAndringAsync(await t.KontoAsync(person), session.SessionId, Faktorandamal.NyApp, Ct);
        return t.Steg.Nyckel((await t.Steg.AndringAsync(session.SessionId, Faktorandamal.NyApp, Ct))!)!;
    }

    /// <summary>A passkey as the handler would have verified it.</summary>
    public async Task<Result<Faktorandring>> LaggTillPassernyckelAsync(Person person, Sessionsuppgift session, byte id, string namn = "Jobbdatorn")
    {
        await using var t = Nya();
        await t.Steg.BorjaAndringAsync(await t.KontoAsync(person), session.SessionId, Faktorandamal.NyPassernyckel, Ct);
        var paborjat = (await t.Steg.AndringAsync(session.SessionId, Faktorandamal.NyPassernyckel, Ct))!;
        return await t.Andringar.LaggTillPassernyckelAsync(session, paborjat, Passernyckel(id), namn, Ct);
    }

    public static UserPasskeyInfo Passernyckel(byte id, uint raknare = 0) =>
        new([id, 2, 3, 4], [5, 6], DateTimeOffset.UnixEpoch, raknare, ["internal"], true, false, false, [7], [8]);

    /// <summary>Begins a login as after the right password; returns the cookie's key.</summary>
    public async Task<string> BorjaInloggningAsync(Person person)
    {
        await using var t = Nya();
        return await t.Steg.BorjaInloggningAsync(await t.KontoAsync(person), Ct);
    }

    public async Task<Result<Konto>> MedAppAsync(string biljett, string kod)
    {
        await using var t = Nya();
        return await t.Steg.InloggningAsync(biljett, Ct) is { } paborjat ? await t.Tvasteg.MedAppAsync(paborjat, kod, Ct) : new TvastegetForGammalt();
    }

    public async Task<Result<Konto>> MedKodAsync(string biljett, string kod)
    {
        await using var t = Nya();
        return await t.Steg.InloggningAsync(biljett, Ct) is { } paborjat ? await t.Tvasteg.MedAterstallningskodAsync(paborjat, kod, Ct) : new TvastegetForGammalt();
    }

    public string Kod(byte[] nyckel, int stegBort = 0) => Totp.Kod(nyckel, Totp.Steg(Verklig.UtcNu()) + stegBort);

    public static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    internal sealed class Tjanster : IAsyncDisposable
    {
        public Tjanster(Tvastegsmiljo miljo, Testdatabas databas, AktuellAnvandare anvandare)
        {
            Db = databas.NyDb.Ny();
            var audit = new AuditService(Db, databas.NyDb, anvandare, miljo.Klocka);
            var sparr = new InloggningssparrService(databas.NyDb, miljo.Klocka, new Sparrinstallning());
            var app = new AppService(Db, miljo._skydd, new VerkligKlocka(miljo.Verklig), miljo.Klocka);
            var koder = new AterstallningskodService(Db, miljo.Klocka);
            var mejl = new Faktormejl(new MejlService(Db, miljo.Klocka, new Mejlskydd(miljo._skydd)), new Portaladress(new Uri("https://portalen.example.org")), miljo.Klocka);
            Sessioner = new SessionService(Db, audit, new AndraFaktorInstallning(miljo.Krav), miljo.Klocka);
            Steg = new FaktorstegService(Db, miljo._skydd, miljo.Klocka);
            Tvasteg = new TvastegsinloggningService(Db, Steg, app, koder, sparr, audit, miljo.Klocka);
            Andringar = new FaktorandringService(Db, Steg, app, koder, Sessioner, mejl, audit, miljo.Klocka);
            AndraFaktor = new AndraFaktorService(Db, koder, Sessioner, sparr, mejl, anvandare, audit);
            Skolkrav = new SkolkravService(Db, audit, miljo.Klocka);
        }

        public PortalDbContext Db { get; }

        public SessionService Sessioner { get; }

        public FaktorstegService Steg { get; }

        public TvastegsinloggningService Tvasteg { get; }

        public FaktorandringService Andringar { get; }

        public AndraFaktorService AndraFaktor { get; }

        public SkolkravService Skolkrav { get; }

        public Task<Konto> KontoAsync(Person person) => Db.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn, Ct);

        /// <summary>Just before this request saves, the account is changed from another place.</summary>
        public void AndrasSamtidigt(Person person) => Db.SavingChanges += (_, _) =>
            Db.Konton.Where(k => k.UserName == person.Anvandarnamn).ExecuteUpdate(rad => rad.SetProperty(k => k.ConcurrencyStamp, "en annans"));

        public ValueTask DisposeAsync() => Db.DisposeAsync();
    }

    private AndraFaktor Krav => krav;
}
