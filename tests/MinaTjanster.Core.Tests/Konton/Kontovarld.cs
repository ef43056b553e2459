using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The demo people and schools, and the account services as any of them meets them.</summary>
internal sealed class Kontovarld(Testdatabas databas) : IAsyncDisposable
{
    public static readonly Portaladress Adress = new(new Uri("https://portalen.example.org"));

    public Testklocka Klocka { get; } = new();

    public Testdatabas Databas => databas;

    public static async Task<Kontovarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite) => new(await Testdatabas.SkapaAsync(provider));

    /// <summary>Runs one piece of work as a person at a school (or at CSN), with a context of its own, as a request does.</summary>
    public async Task<T> SomAsync<T>(Person person, Func<Kontoarbete, Task<T>> gor, string? skolkod = null)
    {
        await using var db = databas.NyDb.Ny();
        var anvandare = await AnvandareAsync(person, skolkod);
        if (anvandare.AktivSkola is { } skola)
            db.Omfang.ValjSkola(skola.Id);
        else if (anvandare.ArCsn)
            db.Omfang.ValjAlla("test");
        return await gor(new Kontoarbete(db, databas.NyDb, anvandare, Klocka));
    }

    /// <summary>The user's row of a person at a school.</summary>
    public async Task<Skolanvandare> AnvandarenAsync(Person person, string skolkod)
    {
        await using var db = databas.Alla();
        return await (
            from a in db.Nationellt<Skolanvandare>()
            where db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == skolkod) && db.Konton.Any(k => k.Id == a.KontoId && k.UserName == person.Anvandarnamn)
            select a).SingleAsync();
    }

    public Task<Skolanvandare> AnvandarenAsync(Person person) => AnvandarenAsync(person, person.Skolkoder.First());

    public async Task<T> LasAsync<T>(Func<PortalDbContext, Task<T>> fraga)
    {
        await using var db = databas.Alla();
        return await fraga(db);
    }

    public async Task AndraAsync(Func<PortalDbContext, Task> andring)
    {
        await using var db = databas.Alla();
        await andring(db);
        await db.SaveChangesAsync();
    }

    /// <summary>What holds today at the school, by person.</summary>
    public Task<HashSet<(string Anvandarnamn, Behorighetsslag Slag)>> InnehavAsync(string skolkod) => LasAsync(async db =>
    {
        var idag = new DateOnly(2026, 11, 22);
        var rader = await (
            from b in db.Behorigheter
            where b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag) && db.Skolor.Any(s => s.Id == b.SkolaId && s.Skolkod == skolkod)
            join k in db.Konton on b.KontoId equals k.Id
            select new { k.UserName, b.Slag }).ToListAsync();
        return rader.Select(r => (r.UserName!, r.Slag)).ToHashSet();
    });

    public Task<List<AuditEvent>> HandelserAsync(string act) => LasAsync(db => db.AuditEvents.Where(e => e.Act == act).OrderBy(e => e.Id).ToListAsync());

    public Task<List<UtgaendeMejl>> MejlAsync() => LasAsync(db => db.UtgaendeMejl.OrderBy(m => m.Id).ToListAsync());

    public ValueTask DisposeAsync() => databas.DisposeAsync();

    private async Task<AktuellAnvandare> AnvandareAsync(Person person, string? skolkod)
    {
        await using var db = databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn);
        var idag = new DateOnly(2026, 11, 22);
        var behorigheter = await (
            from b in db.Behorigheter
            where b.KontoId == konto.Id && b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag)
            from s in db.Skolor.Where(s => s.Id == b.SkolaId).DefaultIfEmpty()
            select new InnehavdBehorighet(b.Slag, b.SkolaId, s == null ? null : s.Skolkod, s == null ? null : s.Namn)).ToListAsync();
        var vald = behorigheter.FirstOrDefault(b => b.Skolkod is not null && (skolkod is null || b.Skolkod == skolkod))?.SkolaId;
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(1, konto.Id, konto.UserName!, konto.Namn, konto.Email, konto.PhoneNumber, vald, default, default, behorigheter) { Niva = Sessionsniva.Full });
        return anvandare;
    }
}

/// <summary>The services of one piece of work.</summary>
internal sealed class Kontoarbete(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, Testklocka klocka)
{
    public PortalDbContext Db => db;

    public AktuellAnvandare Anvandare => anvandare;

    public AuditService Audit { get; } = new(db, nyDb, anvandare, klocka);

    public MejlService Mejl { get; } = new(db, klocka, Testskydd.Mejl);

    public SessionService Sessioner => new(db, Audit, new MinaTjanster.Core.Konton.Tvasteg.AndraFaktorInstallning(MinaTjanster.Core.Konton.Tvasteg.AndraFaktor.Erbjuds), klocka);

    public Administratorsvakt Vakt => new(db, Mejl, Kontovarld.Adress, klocka);

    public BehorighetService Behorigheter => new(db, anvandare, Audit, Sessioner, Vakt, klocka);

    public KontoService Konton => new(db, anvandare, Audit, Mejl, Kontovarld.Adress, klocka);

    public EngangslosenordService Engangslosenord => new(db, Testdatabaser.SnabbHasher(), Audit, Mejl, Kontovarld.Adress, klocka);

    public InloggningssparrService Sparr => new(nyDb, klocka, new Sparrinstallning());

    public AndraFaktorService AndraFaktor =>
        new(db, new AterstallningskodService(db, klocka), Sessioner, Sparr, new Faktormejl(Mejl, Kontovarld.Adress, klocka), anvandare, Audit);

    public EpostbyteService Epostbyte => new(db, Sessioner, Engangslosenord, Mejl);

    public KontovardService Vard => new(db, nyDb, anvandare, Audit, Sessioner, Engangslosenord, Sparr, AndraFaktor, Epostbyte, klocka);

    public KontoavslutService Avslut => new(db, anvandare, Audit, Sessioner, klocka);

    public SkolanvandareQuery Anvandarna => new(db, klocka);

    public AttesteringService Attesteringar => new(db, anvandare, Audit, klocka);

    public AdministratorsbyteService Byten => new(db, nyDb, anvandare, Audit, Mejl, Kontovarld.Adress, new Bytesmejl(db, Mejl, Kontovarld.Adress, klocka), Konton, Behorigheter, Vakt, Sessioner, klocka);

    public CsnpersonalService Personal => new(db, anvandare, Audit, Sessioner, Engangslosenord, Sparr, AndraFaktor, klocka);

    public BestallningService Bestallningar => new(db, anvandare, Audit, klocka);

    public BestallningsbeslutService Beslut => new(db, anvandare, Behorigheter, Konton, Sessioner, Audit, Epostbyte, new Beslutsmejl(db, Mejl, Kontovarld.Adress, klocka), klocka);

    public BegaranService Begaranden => new(db, anvandare, Behorigheter, Bestallningar, Audit, Mejl, Kontovarld.Adress, klocka);

    public SkoluppgiftService Skoluppgifter => new(db, Audit, klocka);

    public KontaktuppgiftService Kontaktuppgifter => new(db, Audit, anvandare, klocka);

    public KontaktuppgiftQuery Kontaktbilder => new(db, anvandare, klocka);

    public KontaktsidaService Kontaktsidan => new(db, Audit, new Telefonminne(nyDb), klocka);

    public TelefontidQuery Telefontider => new(db, klocka);

    public KontaktQuery Kontakter => new(db, anvandare, klocka);

    public OmgangService Omgangar => new(db, Audit, anvandare, klocka);

    public OmgangQuery Omgangsfragor => new(db);

    public Task<Skola> SkolaAsync() => db.Skolor.SingleAsync(s => s.Id == anvandare.AktivSkola!.Id);
}
