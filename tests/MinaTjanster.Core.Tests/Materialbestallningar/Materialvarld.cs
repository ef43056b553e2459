using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

/// <summary>The demo schools, articles of the test's own, and people who hold CSN-order; each piece of work with a context of its own, as a request has.</summary>
internal sealed class Materialvarld : IAsyncDisposable
{
    public const string Karin = "karvik01";
    public const string Fredrik = "fredah01";
    public const string Olof = "csnord01";

    private static int _nummer;

    private Materialvarld(Testdatabas databas) => Databas = databas;

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    /// <summary>Karin's holding is of the demo data, Fredrik's of here.</summary>
    public static async Task<Materialvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite)
    {
        var varld = new Materialvarld(await Testdatabas.SkapaAsync(provider));
        await using var db = varld.Databas.Alla();
        var fredrik = await db.Konton.SingleAsync(k => k.UserName == Fredrik);
        var skolaId = await db.Behorigheter.Where(b => b.KontoId == fredrik.Id).Select(b => b.SkolaId).FirstAsync();
        db.Add(new Behorighet(fredrik.Id, skolaId, Behorighetsslag.CsnOrder));
        await db.SaveChangesAsync();
        return varld;
    }

    public async Task<T> SomAsync<T>(string anvandarnamn, Func<Materialtjanster, Task<T>> gor)
    {
        await using var alla = Databas.Alla();
        var konto = await alla.Konton.SingleAsync(k => k.UserName == anvandarnamn);
        var innehav = await (
            from b in alla.Behorigheter
            where b.KontoId == konto.Id
            from s in alla.Skolor.Where(s => s.Id == b.SkolaId).DefaultIfEmpty()
            orderby b.Id
            select new InnehavdBehorighet(b.Slag, b.SkolaId, s.Skolkod, s.Namn, null, null)).ToListAsync();
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, konto.Id, anvandarnamn, konto.Namn, konto.Email, null, innehav.Find(b => b.SkolaId is not null)?.SkolaId, Klocka.UtcNu(), Klocka.UtcNu(), innehav)
        { Niva = Sessionsniva.Full });
        await using var db = anvandare.AktivSkola is { } skola ? Databas.For(skola.Id) : Databas.Alla();
        return await gor(new Materialtjanster(db, Databas.NyDb, anvandare, Klocka));
    }

    public async Task<Materialartikel> ArtikelAsync(int saldo, int minst = 1, int mest = 500, string? namn = null, Artikelsprak sprak = Artikelsprak.Svenska)
    {
        await using var db = Databas.Alla();
        var nummer = Interlocked.Increment(ref _nummer);
        var artikel = new Materialartikel(
            new($"T{nummer}", namn ?? $"Provbroschyr {nummer}", "För prov.", Artikelslag.Broschyr, sprak, "2026-01", Artikelbild.Studiehjalp, minst, mest), saldo);
        db.Add(artikel);
        await db.SaveChangesAsync();
        return artikel;
    }

    /// <summary>Puts the lines in the person's basket and orders it, having seen what is back-ordered.</summary>
    public async Task<Bestallningskvitto> BestallAsync(string anvandarnamn, params (Materialartikel Artikel, int Antal)[] rader)
    {
        foreach (var (artikel, antal) in rader)
            (await SomAsync(anvandarnamn, t => t.Korg.LaggIAsync(artikel.Id, $"{antal}", default)))!.IsAccepted.ShouldBeTrue();
        return await SomAsync(anvandarnamn, async t =>
        {
            var bild = (await t.Korg.BildAsync(default))!;
            return (await t.Bestallningar.BestallAsync(bild.Korg.Nyckel, bild.Korg.Version, bild.Visat, default))!.Value;
        });
    }

    public async Task<Materialbestallning> LasAsync(long id)
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Materialbestallning>().Include(b => b.Rader.OrderBy(r => r.Id)).SingleAsync(b => b.Id == id);
    }

    public async Task<int> SaldoAsync(Materialartikel artikel)
    {
        await using var db = Databas.Alla();
        return await db.Materialartiklar.Where(a => a.Id == artikel.Id).Select(a => a.Saldo).SingleAsync();
    }

    public async Task<List<UtgaendeMejl>> MejlAsync()
    {
        await using var db = Databas.Alla();
        return await db.UtgaendeMejl.OrderBy(m => m.Id).ToListAsync();
    }

    public async Task<List<AuditEvent>> HandelserAsync(string act)
    {
        await using var db = Databas.Alla();
        return await db.AuditEvents.Where(e => e.Act == act).OrderBy(e => e.Id).ToListAsync();
    }

    /// <summary>Blankettservice's stock comes in or goes.</summary>
    public Task<Result<Materialartikel>?> JusteraAsync(Materialartikel artikel, int antal) =>
        SomAsync(Olof, async t => await t.Artiklar.JusteraAsync(artikel.Id, $"{antal}", "Prov", (await t.Fragor.HamtaAsync(artikel.Id, default))!.Artikel.Version, default));

    public ValueTask DisposeAsync() => Databas.DisposeAsync();
}

/// <summary>What one request has at hand.</summary>
internal sealed class Materialtjanster(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private readonly AuditService _audit = new(db, nyDb, anvandare, klocka);

    public PortalDbContext Db => db;

    public KorgService Korg => new(db, anvandare, klocka);

    public MaterialbestallningService Bestallningar => new(db, nyDb, _audit, anvandare, klocka);

    public MaterialleveransService Leveranser =>
        new(db, _audit, new Materialmejl(db, new MejlService(db, klocka, Testskydd.Mejl), new Portaladress(new Uri("https://portal.example")), new Csnorderkontakt(), klocka), klocka);

    public ArtikelService Artiklar => new(db, _audit);

    public ArtikelQuery Fragor => new(db);

    public MaterialQuery Lista => new(db);
}
