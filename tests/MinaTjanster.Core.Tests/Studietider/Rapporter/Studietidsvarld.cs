using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

/// <summary>Anna Lind at Södra Bergets gymnasium and its contact person at CSN, each piece of work with a context of its own, as a request has.</summary>
internal sealed class Studietidsvarld : IAsyncDisposable
{
    public static readonly Lasar Lasaret = new(2026);

    private Studietidsvarld(Testdatabas databas) => Databas = databas;

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public long SkolaId { get; private init; }

    public long VikenId { get; private init; }

    /// <summary>Ekonomiprogrammet, EKEKO0000, which the demo's students study.</summary>
    public long Ekonomi { get; private set; }

    public static async Task<Studietidsvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite)
    {
        var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        await TomAsync(db);
        var varld = new Studietidsvarld(databas)
        {
            SkolaId = await db.Skolor.Where(s => s.Skolkod == Demoskolor.SodraBerget).Select(s => s.Id).SingleAsync(),
            VikenId = await db.Skolor.Where(s => s.Skolkod == Demoskolor.Viken).Select(s => s.Id).SingleAsync(),
        };
        varld.Ekonomi = await varld.UtbildningAsync("Ekonomiprogrammet", "EKEKO0000");
        return varld;
    }

    /// <summary>As Anna at her school.</summary>
    public Task<T> SkolanAsync<T>(Func<Studietidstjanster, Task<T>> gor) => SomAsync(Personer.AnnaLind, SkolaId, gor);

    /// <summary>As Fredrik at Vikens komvux: another school.</summary>
    public Task<T> VikenAsync<T>(Func<Studietidstjanster, Task<T>> gor) => SomAsync(Personer.FredrikDahl, VikenId, gor);

    public Task<T> CsnAsync<T>(Func<Studietidstjanster, Task<T>> gor, Person? vem = null) => SomAsync(vem ?? Personer.KristinaOhlin, null, gor);

    public async Task<long> UtbildningAsync(string namn, string kod, int fran = 2020, int? till = null, long? skolaId = null)
    {
        await using var db = Databas.For(skolaId ?? SkolaId);
        var utbildning = new Utbildning(skolaId ?? SkolaId, new()
        {
            Namn = namn,
            Slag = Utbildningsslag.Program,
            Niva = Utbildningsniva.Gymnasial,
            Avdelning = Avdelning.A1,
            Kod = kod,
            Omfattning = 100,
            Undervisning = Undervisningssatt.PaPlats,
            FranLasar = fran,
            TillLasar = till,
        });
        db.Add(utbildning);
        await db.SaveChangesAsync();
        return utbildning.Id;
    }

    public async Task ArkiveraAsync(long utbildningId)
    {
        await using var db = Databas.Alla();
        (await db.Nationellt<Utbildning>().SingleAsync(u => u.Id == utbildningId)).Arkivera();
        await db.SaveChangesAsync();
    }

    public async Task<Studietid> LaggTillAsync(Lasar lasar, long? utbildningId, Studietidsuppgift uppgift) =>
        (await SkolanAsync(t => t.Studietider.LaggTillAsync(lasar, utbildningId, uppgift, default)))!.Value;

    /// <summary>Sends the läsår's open report as it is.</summary>
    public async Task<Rapportkvittens> SkickaAsync(Lasar lasar)
    {
        var rapport = await OppenAsync(lasar);
        return (await SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default)))!.Value;
    }

    /// <summary>Sends it, and CSN approves it.</summary>
    public async Task GodkannAsync(Lasar lasar)
    {
        var kvittens = await SkickaAsync(lasar);
        var rapport = await RapportAsync(kvittens.RapportId);
        _ = (await CsnAsync(t => t.Granskning.GodkannAsync(rapport.Id, rapport.Version, default)))!.Value;
    }

    /// <summary>Adds one, and has it approved: its id.</summary>
    public async Task<Studietid> GodkandAsync(Lasar lasar, long? utbildningId, Studietidsuppgift uppgift)
    {
        var ny = await LaggTillAsync(lasar, utbildningId, uppgift);
        await GodkannAsync(lasar);
        return await StudietidAsync(ny.Id);
    }

    public async Task<Studietidsrapport> OppenAsync(Lasar lasar) => (await SkolanAsync(t => t.Studietider.BorjaAsync(lasar, default))).Value;

    public async Task<Studietidsrapport> RapportAsync(long id)
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Studietidsrapport>().AsNoTracking().SingleAsync(r => r.Id == id);
    }

    public async Task<List<Studietidsrapport>> RapporterAsync()
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Studietidsrapport>().AsNoTracking().OrderBy(r => r.Id).ToListAsync();
    }

    public async Task<Studietid> StudietidAsync(long id) => (await StudietiderAsync()).Single(s => s.Id == id);

    public async Task<List<Studietid>> StudietiderAsync()
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Studietid>().AsNoTracking().Include(s => s.Uppehall).OrderBy(s => s.ForstaDag).ThenBy(s => s.Id).ToListAsync();
    }

    /// <summary>What has been noted, refusals too, oldest first.</summary>
    public async Task<List<AuditEvent>> AuditAsync(string act)
    {
        // The demo's own events are of earlier days.
        var idag = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        await using var db = Databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Act == act && e.Tid >= idag).OrderBy(e => e.Id).ToListAsync();
    }

    public async Task<List<UtgaendeMejl>> MejlAsync()
    {
        await using var db = Databas.Alla();
        return await db.UtgaendeMejl.AsNoTracking().Where(m => m.Amne.Contains("tudietider")).ToListAsync();
    }

    /// <summary>Makes another the school's contact person.</summary>
    public async Task AnsvararAsync(long skolaId, Person vem)
    {
        await using var db = Databas.Alla();
        db.Add(new Kontaktansvar(await db.Konton.Where(k => k.UserName == vem.Anvandarnamn).Select(k => k.Id).SingleAsync(), skolaId));
        await db.SaveChangesAsync();
    }

    public static Studietidsuppgift Dagar(string forsta, string sista, params (string Forsta, string Sista)[] uppehall) =>
        new(P(forsta, sista), [.. uppehall.Select(u => P(u.Forsta, u.Sista))], Omfattning: 100);

    public static Dagperiod P(string forsta, string sista) => new(DateOnly.Parse(forsta), DateOnly.Parse(sista));

    public ValueTask DisposeAsync() => Databas.DisposeAsync();

    /// <summary>The demo's own educations and studietider, should it have any, would stand in the way.</summary>
    internal static async Task TomAsync(PortalDbContext db)
    {
        await db.SkrivAsync(async () =>
        {
            await db.Nationellt<Studietid>().Where(s => s.ErsatterId != null).ExecuteDeleteAsync();
            await db.Nationellt<Studietid>().ExecuteDeleteAsync();
            await db.Nationellt<Studietidsrapport>().ExecuteDeleteAsync();
            await db.Utbudsposter.ExecuteDeleteAsync();
            return await db.Nationellt<Utbildning>().ExecuteDeleteAsync();
        });
    }

    private async Task<T> SomAsync<T>(Person person, long? skolaId, Func<Studietidstjanster, Task<T>> gor)
    {
        await using var alla = Databas.Alla();
        var konto = await alla.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn);
        var skola = await alla.Skolor.SingleOrDefaultAsync(s => s.Id == skolaId);
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, konto.Id, konto.UserName!, konto.Namn, konto.Email, null, skolaId, Klocka.UtcNu(), Klocka.UtcNu(),
            [skola is null
                ? new(Behorighetsslag.CsnKontaktperson, null, null, null)
                : new(Behorighetsslag.StudietiderUtbildningar, skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform)])
        { Niva = Sessionsniva.Full });
        await using var db = skola is null ? Databas.Alla() : Databas.For(skola.Id);
        return await gor(new(db, Databas.NyDb, anvandare, Klocka));
    }
}

/// <summary>The services of one piece of work.</summary>
internal sealed class Studietidstjanster
{
    public Studietidstjanster(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
    {
        Db = db;
        var audit = new AuditService(db, nyDb, anvandare, klocka);
        Fraga = new(db, anvandare);
        Studietider = new(db, Fraga, audit, anvandare, klocka);
        Sandning = new(db, audit, anvandare, klocka);
        Framskrivning = new(db, audit, anvandare, klocka);
        Granskning = new(db, audit, anvandare, new MejlService(db, klocka, Testskydd.Mejl), new Portaladress(new Uri("https://portal.example")), klocka);
        Ko = new(db, anvandare);
        UtbildningQuery utbildningar = new(db, anvandare);
        Inlasning = new(db, new(db, audit, anvandare, klocka), utbildningar, Studietider, audit, anvandare, klocka);
        Inlasningar = new(db, anvandare);
        Utbildningar = new(db, audit, anvandare, klocka);
    }

    public PortalDbContext Db { get; }

    public StudietidQuery Fraga { get; }

    public StudietidService Studietider { get; }

    public StudietidssandningService Sandning { get; }

    public FramskrivningService Framskrivning { get; }

    public StudietidsgranskningService Granskning { get; }

    public StudietidsgranskningQuery Ko { get; }

    public InlasningService Inlasning { get; }

    public InlasningQuery Inlasningar { get; }

    public UtbildningService Utbildningar { get; }
}
