using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Bestallningar;

/// <summary>The demo schools and people, each piece of work with a context of its own, as a request has.</summary>
internal sealed class Behorighetsvarld : IAsyncDisposable
{
    private Behorighetsvarld(Testdatabas databas) => Databas = databas;

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public static async Task<Behorighetsvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite) => new(await Testdatabas.SkapaAsync(provider));

    /// <summary>As a person: at their first school, or at all schools for CSN staff; null is the portal's own job.</summary>
    public async Task<T> SomAsync<T>(string? anvandarnamn, Func<Tjanster, Task<T>> gor)
    {
        await using var alla = Databas.Alla();
        var anvandare = new AktuellAnvandare();
        if (anvandarnamn is not null)
        {
            var konto = await alla.Konton.SingleAsync(k => k.UserName == anvandarnamn);
            var idag = Klocka.SvenskDag();
            var innehav = (await (
                from b in alla.Behorigheter
                where b.KontoId == konto.Id && b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag)
                from s in alla.Skolor.Where(s => s.Id == b.SkolaId).DefaultIfEmpty()
                orderby b.Id
                select new { b.Slag, b.SkolaId, s.Skolkod, s.Namn }).ToListAsync()).ConvertAll(b => new InnehavdBehorighet(b.Slag, b.SkolaId, b.Skolkod, b.Namn));
            anvandare.LoggaIn(new Sessionsuppgift(
                1, konto.Id, anvandarnamn, konto.Namn, konto.Email, konto.PhoneNumber, innehav.Find(b => b.SkolaId is not null)?.SkolaId, Klocka.UtcNu(), Klocka.UtcNu(), innehav)
            { Niva = Sessionsniva.Full });
        }

        await using var db = anvandare.AktivSkola is { } skola ? Databas.For(skola.Id) : Databas.Alla();
        return await gor(new Tjanster(db, Databas.NyDb, anvandare, Klocka));
    }

    public async Task<Skola> SkolaAsync(string skolkod)
    {
        await using var db = Databas.Alla();
        return await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
    }

    public async Task<long> KontoIdAsync(string anvandarnamn)
    {
        await using var db = Databas.Alla();
        return await db.Konton.Where(k => k.UserName == anvandarnamn).Select(k => k.Id).SingleAsync();
    }

    public async Task<bool> HarAsync(string anvandarnamn, string skolkod, Behorighetsslag slag)
    {
        await using var db = Databas.Alla();
        return await db.Behorigheter.AnyAsync(b =>
            b.Slag == slag && b.Avslutad == null && db.Skolor.Any(s => s.Id == b.SkolaId && s.Skolkod == skolkod) && db.Konton.Any(k => k.Id == b.KontoId && k.UserName == anvandarnamn));
    }

    public async Task<Behorighetsbestallning> LasAsync(long id)
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Behorighetsbestallning>().Include(b => b.Rader).Include(b => b.Fragor).SingleAsync(b => b.Id == id);
    }

    /// <summary>The mails since the demo data, oldest first.</summary>
    public async Task<List<UtgaendeMejl>> MejlAsync()
    {
        await using var db = Databas.Alla();
        return await db.UtgaendeMejl.OrderBy(m => m.Id).ToListAsync();
    }

    /// <summary>An order of the given rows, sent by the person.</summary>
    public async Task<Behorighetsbestallning> BestalldAsync(string anvandarnamn, params Bestallningsuppgift[] uppgifter)
    {
        foreach (var uppgift in uppgifter)
        {
            var svar = await SomAsync(anvandarnamn, t => t.Bestallningar.LaggTillRadAsync(uppgift, default));
            if (!svar.IsAccepted)
                throw new InvalidOperationException(svar.Refusals[0].Sentence);
        }

        return await SomAsync(anvandarnamn, async t =>
        {
            var utkast = (await t.Bestallningar.UtkastAsync(default))!;
            return (await t.Bestallningar.SkickaAsync(utkast.Sandningsnyckel, utkast.Version, default))!.Value;
        });
    }

    /// <summary>The contact person's decision about the school, from a day.</summary>
    public async Task<Kanalandring> BytAsync(string skolkod, Rapporteringssatt satt, DateOnly fran)
    {
        var skola = await SkolaAsync(skolkod);
        return (await SomAsync("csnkon01", t => t.Kanaler.BeslutaAsync(skola.Id, satt, fran, null, default)))!.Value;
    }

    public static Bestallningsuppgift Ny(string namn = "Vera Ny", string epost = "vera.ny@skola.example") =>
        new(Bestallningsradslag.NyRapportor, new Kontouppgifter(namn, epost, null, null));

    public ValueTask DisposeAsync() => Databas.DisposeAsync();
}

/// <summary>What one request has at hand.</summary>
internal sealed class Tjanster
{
    public Tjanster(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
    {
        Db = db;
        var audit = new AuditService(db, nyDb, anvandare, klocka);
        var mejl = new MejlService(db, klocka, Testskydd.Mejl);
        var adress = new Portaladress(new Uri("https://portal.example"));
        var sessioner = new SessionService(db, audit, new AndraFaktorInstallning(AndraFaktor.Kravs), klocka);
        var behorigheter = new BehorighetService(db, anvandare, audit, sessioner, new Administratorsvakt(db, mejl, adress, klocka), klocka);
        Bestallningar = new BestallningService(db, anvandare, audit, klocka);
        Beslut = new BestallningsbeslutService(
            db, anvandare, behorigheter, new KontoService(db, anvandare, audit, mejl, adress, klocka), sessioner, audit,
            new EpostbyteService(db, sessioner, new EngangslosenordService(db, Testdatabaser.SnabbHasher(), audit, mejl, adress, klocka), mejl), new Beslutsmejl(db, mejl, adress, klocka), klocka);
        Begaranden = new BegaranService(db, anvandare, behorigheter, Bestallningar, audit, mejl, adress, klocka);
        Kanaler = new KanalandringService(db, anvandare, audit, new Kanalmejl(db, mejl, adress, klocka), klocka);
        Brev = new BrevService(db, anvandare, audit, new Brevinstallning(3), klocka);
        Utskick = new EngangsutskickService(db, new EngangslosenordService(db, Testdatabaser.SnabbHasher(), audit, mejl, adress, klocka), klocka);
        Query = new BestallningQuery(db, anvandare, klocka);
        Kontakter = new KontaktQuery(db, anvandare, klocka);
    }

    public PortalDbContext Db { get; }

    public BestallningService Bestallningar { get; }

    public BestallningsbeslutService Beslut { get; }

    public BegaranService Begaranden { get; }

    public KanalandringService Kanaler { get; }

    public BrevService Brev { get; }

    public EngangsutskickService Utskick { get; }

    public BestallningQuery Query { get; }

    public KontaktQuery Kontakter { get; }
}
