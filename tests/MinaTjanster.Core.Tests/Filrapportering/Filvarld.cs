using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>David, who reports by file for a gymnasium and a komvux, and the services as a request of his meets them.</summary>
internal sealed class Filvarld : IAsyncDisposable
{
    private readonly List<PortalDbContext> _oppna = [];

    private Filvarld(Testdatabas databas) => Databas = databas;

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public static async Task<Filvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite) => new(await Testdatabas.SkapaAsync(provider));

    /// <summary>Students that nobody has reported, 17 years old.</summary>
    public static string Person(int nummer) => Testnummer.Skapa(new DateOnly(2009, 3, 1).AddDays(nummer / 20), 980 + (nummer % 20));

    public FilinlasningService Inlasning(int block = 1000, int samtidiga = 1) =>
        new(Databas.NyDb, Testskydd.Mejl, new Franvarodagar(), new Filinstallning(block, Samtidiga: samtidiga), Klocka);

    public async Task<Filarbete> SomDavidAsync(string skolkod = Demoskolor.NorraHamnen)
    {
        await using var alla = Databas.Alla();
        var konto = await alla.Konton.SingleAsync(k => k.UserName == Personer.DavidAbdi.Anvandarnamn);
        var skolor = await alla.Skolor.Where(s => Personer.DavidAbdi.Skolkoder.Contains(s.Skolkod)).ToListAsync();
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, konto.Id, konto.UserName!, konto.Namn, konto.Email, null, skolor.Single(s => s.Skolkod == skolkod).Id, Klocka.UtcNu(), Klocka.UtcNu(),
            [.. skolor.Select(s => new InnehavdBehorighet(Behorighetsslag.Studeranderapportering, s.Id, s.Skolkod, s.Namn))])
        { Niva = Sessionsniva.Full });
        var db = Databas.For(anvandare.AktivSkola!.Id);
        _oppna.Add(db);
        return new Filarbete(db, Databas.NyDb, anvandare, Klocka);
    }

    /// <summary>Uploads, and reads unless it is to wait.</summary>
    public async Task<Filjobb> SkickaAsync(string text, Filandamal andamal = Filandamal.Skicka, int block = 1000, bool las = true, string skolkod = Demoskolor.NorraHamnen)
    {
        var mottagen = await (await SomDavidAsync(skolkod)).TaEmotAsync(text, andamal);
        if (!mottagen.IsAccepted)
            throw new InvalidOperationException(mottagen.Refusals[0].Sentence);
        if (las)
            await Inlasning(block).KorAsync(CancellationToken.None);
        return await JobbAsync(mottagen.Value[0].FiljobbId);
    }

    public async Task<Filjobb> JobbAsync(long id)
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Filjobb>().AsNoTracking().Include(j => j.Sandning).SingleAsync(j => j.Id == id);
    }

    public async Task<List<Filjobbsrad>> RaderAsync(long jobbId, Filradstillstand tillstand = Filradstillstand.Kvar)
    {
        await using var db = Databas.Alla();
        return await db.Nationellt<Filjobbsrad>().AsNoTracking().IgnoreQueryFilters().Include(r => r.Fel).Where(r => r.FiljobbId == jobbId && r.Tillstand == tillstand).OrderBy(r => r.Radnummer).ToListAsync();
    }

    public async Task<List<Handelse>> HandelserAsync(string personnummer)
    {
        await using var db = Databas.Alla();
        var person = Personnummer.FranVarde(personnummer);
        return await (
            from h in db.Nationellt<Handelse>().AsNoTracking()
            join s in db.Nationellt<Studerande>() on h.StuderandeId equals s.Id
            where s.Personnummer == person
            orderby h.Id
            select h).ToListAsync();
    }

    /// <summary>How many rows there are of what a file could change.</summary>
    public async Task<string> RaknaAsync()
    {
        await using var db = Databas.Alla();
        return string.Join(' ', [
            await db.Nationellt<Handelse>().CountAsync(),
            await db.Nationellt<Sandning>().CountAsync(),
            await db.Nationellt<Studerande>().CountAsync(),
            await db.Nationellt<Sokord>().CountAsync(),
            await db.Nationellt<Studieperiod>().CountAsync(),
            await db.Nationellt<Skolkrapport>().CountAsync(),
            await db.Nationellt<Arende>().CountAsync(),
            await db.Nationellt<Studerande>().SumAsync(s => s.Version)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var db in _oppna)
            await db.DisposeAsync();
        await Databas.DisposeAsync();
    }
}

/// <summary>What one request of David's has at hand.</summary>
internal sealed class Filarbete(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private static readonly Franvarodagar Dagar = new();

    public PortalDbContext Db => db;

    public AuditService Audit { get; } = new(db, nyDb, anvandare, klocka);

    public FilQuery Filer { get; } = new(db);

    public FilavbrottService Avbrott => new(db, nyDb, Audit, klocka);

    public FilrattningService Rattning => new(db, nyDb, Audit, anvandare, Testskydd.Mejl, Dagar, klocka);

    public HandelseutkastService Utkast => new(db, new HandelselageService(db, nyDb), Audit, anvandare, Dagar, klocka);

    public HandelseService Handelser => new(db, Utkast, new HandelselageService(db, nyDb), Audit, anvandare, Dagar, klocka);

    public SkolkrapportService Skolk => new(db, Audit, anvandare, klocka);

    public SkolkandringService Skolkandring => new(db, Audit, new MejlService(db, klocka, Testskydd.Mejl), klocka);

    public Task<Result<IReadOnlyList<Mottagetfiljobb>>> TaEmotAsync(string text, Filandamal andamal = Filandamal.Skicka) =>
        TaEmotAsync(Encoding.UTF8.GetBytes(text), andamal);

    public Task<Result<IReadOnlyList<Mottagetfiljobb>>> TaEmotAsync(byte[] bytes, Filandamal andamal = Filandamal.Skicka) =>
        new FiluppladdningService(db, nyDb, new DokumentService(db, nyDb, anvandare, klocka), Audit, anvandare, klocka)
            .TaEmotAsync("elever.csv", andamal, new MemoryStream(bytes), CancellationToken.None);
}

/// <summary>Writes files.</summary>
internal static class Fil
{
    public const string Rubrik = "personnummer;fornamn;efternamn;handelse;atgard;tidigare_forsta_dag;forsta_dag;sista_dag;arskurs;studievagskod;timmar;tillfallen;bekraftelse;forklaring";

    public static string Av(params IEnumerable<string> rader) => string.Join('\n', [Rubrik, .. rader]) + "\n";

    /// <summary>Börjat studera at a gymnasium.</summary>
    public static string Start(string person, string forsta = "2026-08-17", string sista = "2027-06-11", string atgard = "", string tidigare = "") =>
        $"{person};Nils;Fil;11;{atgard};{tidigare};{forsta};{sista};1;NANAT0000;;;;";

    /// <summary>An event of one day.</summary>
    public static string Dag(string person, string kod, string dag, string atgard = "") => $"{person};;;{kod};{atgard};;{dag};;;;;;;";

    public static string Skolk(string person, string forsta, string sista = "", string atgard = "", string timmar = "10", string forklaring = "", string? tillfallen = null) =>
        $"{person};;;51;{atgard};;{forsta};{sista};;;{timmar};{tillfallen ?? (timmar.Length > 0 ? "5" : "")};;{forklaring}";
}
