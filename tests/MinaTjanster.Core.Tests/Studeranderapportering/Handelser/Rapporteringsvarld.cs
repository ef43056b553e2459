using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

/// <summary>A reporter at a demo school, each piece of work with a context of its own, as a request has.</summary>
internal sealed class Rapporteringsvarld : IAsyncDisposable
{
    private readonly Skola _skola;
    private readonly Konto _konto;

    private Rapporteringsvarld(Testdatabas databas, Skola skola, Konto konto) => (Databas, _skola, _konto) = (databas, skola, konto);

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public long SkolaId => _skola.Id;

    public static async Task<Rapporteringsvarld> SkapaAsync(Databasprovider provider, Skolform skolform)
    {
        var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        var (kod, person) = (Handelseexempel.Skolkod(skolform), Handelseexempel.Rapportor(skolform).Anvandarnamn);
        return new(databas, await db.Skolor.SingleAsync(s => s.Skolkod == kod), await db.Konton.SingleAsync(k => k.UserName == person));
    }

    public async Task<T> GorAsync<T>(Func<Rapporteringstjanster, Task<T>> gor)
    {
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, _konto.Id, _konto.UserName!, _konto.Namn, _konto.Email, null, _skola.Id, Klocka.UtcNu(), Klocka.UtcNu(),
            [new(Behorighetsslag.Studeranderapportering, _skola.Id, _skola.Skolkod, _skola.Namn, _skola.Rapporteringssatt, _skola.Skolform)])
        { Niva = Sessionsniva.Full });
        await using var db = Databas.For(_skola.Id);
        return await gor(new(db, Databas.NyDb, anvandare, Klocka));
    }

    /// <summary>As a handläggare at CSN.</summary>
    public async Task<T> SomCsnAsync<T>(Person person, Func<Rapporteringstjanster, Task<T>> gor)
    {
        await using var db = Databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn);
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            2, konto.Id, konto.UserName!, konto.Namn, konto.Email, null, null, Klocka.UtcNu(), Klocka.UtcNu(), [.. person.Slag.Select(s => new InnehavdBehorighet(s, null, null, null))])
        { Niva = Sessionsniva.Full });
        return await gor(new(db, Databas.NyDb, anvandare, Klocka));
    }

    /// <summary>A student of the school without studies.</summary>
    public async Task<long> StuderandeAsync(Personskydd skydd = Personskydd.Inget, string nummer = "19960412A001", Studieperiod? period = null)
    {
        await using var db = Databas.For(_skola.Id);
        var studerande = new Studerande(_skola.Id, Personnummer.FranVarde(nummer), "Prov", "Provsson", skydd);
        if (period is not null)
            studerande.LaggTill(period);
        db.Add(studerande);
        await db.SaveChangesAsync();
        return studerande.Id;
    }

    public async Task<List<Studieperiod>> PerioderAsync(long studerandeId)
    {
        await using var db = Databas.For(_skola.Id);
        return await db.Studieperioder.AsNoTracking().Where(p => p.StuderandeId == studerandeId).OrderBy(p => p.ForstaDag).ToListAsync();
    }

    public async Task<List<Handelse>> HandelserAsync(long studerandeId)
    {
        await using var db = Databas.For(_skola.Id);
        return await db.Handelser.AsNoTracking().Include(h => h.Sandning).Where(h => h.StuderandeId == studerandeId).OrderBy(h => h.Id).ToListAsync();
    }

    /// <summary>What has been noted since the world began.</summary>
    public async Task<List<AuditEvent>> AuditAsync(string act)
    {
        await using var db = Databas.Alla();
        var borjade = new Testklocka().UtcNu();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Act == act && e.Tid >= borjade).ToListAsync();
    }

    /// <summary>Draft and sending in one: the sending's key too.</summary>
    public async Task<(Result<Skickat> Svar, string Nyckel)> SkickaAsync(long studerandeId, Handelseuppgift uppgift, long? andrar = null, string? forklaring = null)
    {
        var nyckel = (await GorAsync(t => t.Utkast.SparaAsync(new(studerandeId, uppgift), null, andrar, default)))!.Value;
        return ((await GorAsync(t => t.Handelser.SkickaAsync(nyckel, 0, forklaring, default)))!, nyckel);
    }

    public ValueTask DisposeAsync() => Databas.DisposeAsync();
}

/// <summary>The services of one piece of work.</summary>
internal sealed record Rapporteringstjanster(PortalDbContext Db, NyPortalDbContext NyDb, AktuellAnvandare Anvandare, Testklocka Klocka)
{
    private HandelselageService Lagen => new(Db, NyDb);

    private AuditService Audit => new(Db, NyDb, Anvandare, Klocka);

    public HandelseutkastService Utkast => new(Db, Lagen, Audit, Anvandare, new(), Klocka);

    public AvstangningsdokumentService Dokument => new(Db, new(Db, NyDb, Anvandare, Klocka), Audit, Anvandare, Klocka);

    public AvstangningQuery Avstangningar => new(Db, Anvandare, Klocka);

    public AvstangningService Avstangning => new(Db, Anvandare, Audit, Klocka);

    public HandelseService Handelser => new(Db, Utkast, Lagen, Audit, Anvandare, new(), Klocka);
}
