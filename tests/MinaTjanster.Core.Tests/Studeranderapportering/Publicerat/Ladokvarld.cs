using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Publicerat;

/// <summary>A university that sends through Ladok, with a systemkonto, and what comes of it when windows close. The clock begins Sunday 10:00.</summary>
internal sealed class Ladokvarld : IAsyncDisposable
{
    private const string Rubrik = "personnummer;fornamn;efternamn;skydd;handelse;atgard;tidigare_forsta_dag;forsta_dag;sista_dag;utbildning;kurskod;poang";

    public static readonly DateOnly Sondag = new(2026, 11, 22);

    private readonly List<PortalDbContext> _oppna = [];

    private Ladokvarld(Testdatabas databas) => Databas = databas;

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public string Nyckel { get; private set; } = "";

    public PubliceringService Publicering => new(Databas.NyDb, Testskydd.Mejl, new(new Uri("https://portal.example")), new(), Klocka);

    public static async Task<Ladokvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite)
    {
        var varld = new Ladokvarld(await Testdatabas.SkapaAsync(provider));
        varld.Nyckel = (await varld.SomAdministratorAsync(k => k.SkapaAsync("Ladok produktion", Hemlighet.NyKort(), default))).Value;
        return varld;
    }

    /// <summary>Students that nobody has reported.</summary>
    public static string Person(int nummer = 0) => Testnummer.Skapa(new DateOnly(2004, 3, 1).AddDays(nummer / 20), 980 + (nummer % 20));

    /// <summary>A course whose time is not over, unless the last day says so.</summary>
    public static string Kurs(string person, string kod = "HIA101", string atgard = "", string forsta = "2026-08-31", string sista = "2027-01-15", string poang = "15", string tidigare = "", string skydd = "") =>
        $"{person};Nils;Ladok;{skydd};81;{atgard};{tidigare};{forsta};{sista};Historia;{kod};{poang}";

    public async Task<T> SomAdministratorAsync<T>(Func<SystemkontoService, Task<T>> gor, string person = "sarfal01", string skolkod = Demoskolor.Lindsala)
    {
        var anvandare = await PersonAsync(person, skolkod, Behorighetsslag.Behorighetsadministrator);
        await using var db = Databas.For(anvandare.AktivSkola!.Id);
        return await gor(new(db, anvandare, new AuditService(db, Databas.NyDb, anvandare, Klocka), Klocka));
    }

    public async Task<Sessionsuppgift?> LasNyckelAsync(string nyckel)
    {
        await using var db = Databas.Alla();
        return await new NyckelService(Databas.NyDb, new AuditService(db, Databas.NyDb, new AktuellAnvandare(), Klocka), Klocka).LasAsync(nyckel, default);
    }

    /// <summary>Sends as Ladok does, and reads in unless it is to wait.</summary>
    public Task<Result<IReadOnlyList<Mottagetfiljobb>>> SkickaAsync(params string[] rader) => SkickaAsync(true, rader);

    public async Task<Result<IReadOnlyList<Mottagetfiljobb>>> SkickaAsync(bool las, params string[] rader)
    {
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn((await LasNyckelAsync(Nyckel))!);
        var db = Databas.For(anvandare.AktivSkola!.Id);
        _oppna.Add(db);
        var svar = await new FiluppladdningService(
                db, Databas.NyDb, new DokumentService(db, Databas.NyDb, anvandare, Klocka), new AuditService(db, Databas.NyDb, anvandare, Klocka), anvandare, Klocka)
            .TaEmotAsync("ladok.csv", Filandamal.Skicka, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', [Rubrik, .. rader]))), default, Sandningskanal.Ladok);
        if (svar.IsAccepted && las)
            await LasInAsync();
        return svar;
    }

    /// <summary>Every row that was read in has been accepted.</summary>
    public async Task LasInAsync()
    {
        await new FilinlasningService(Databas.NyDb, Testskydd.Mejl, new Franvarodagar(), new Filinstallning(1000, Samtidiga: 1), Klocka).KorAsync(default);
        await using var db = Databas.Alla();
        if (await db.Nationellt<Filjobbsrad>().Include(r => r.Fel).FirstOrDefaultAsync(r => r.Tillstand == Filradstillstand.Kvar) is { } fel)
            throw new InvalidOperationException(string.Join(' ', fel.Fel.Select(f => f.Mening)));
    }

    /// <summary>The window that is open closes, and the job wakes.</summary>
    public async Task<int> StangAsync()
    {
        Klocka.Flytta(Sandningsfonster.Stanger(Klocka.GetUtcNow().UtcDateTime) + PubliceringService.Marginal - Klocka.GetUtcNow().UtcDateTime);
        return await Publicering.KorAsync(default);
    }

    /// <summary>What payments have been told since the world began, in order: "Ny HIA101 2026-08-31".</summary>
    public async Task<List<string>> PubliceratAsync(string? person = null)
    {
        await using var db = Databas.Alla();
        var borjade = new Testklocka().UtcNu();
        var rader = await (
            from p in db.Nationellt<Publicering>()
            join h in db.Nationellt<Handelse>() on p.HandelseId equals h.Id
            join s in db.Nationellt<Studerande>() on h.StuderandeId equals s.Id
            where p.Skapad >= borjade
            orderby p.Id
            select new { p.Slag, h.Uppgift, s.Personnummer }).ToListAsync();
        var vem = person is null ? null : Personnummer.FranVarde(person);
        return [.. rader.Where(r => vem is null || r.Personnummer == vem).Select(r => $"{r.Slag} {r.Uppgift.Kurskod ?? r.Uppgift.Slag.ToString()} {r.Uppgift.ForstaDag:yyyy-MM-dd}")];
    }

    /// <summary>The messages to CSN: what was reported, and what is said now.</summary>
    public async Task<List<string>> RattelserAsync()
    {
        await using var db = Databas.Alla();
        var rader = await db.Nationellt<Ladokrattelse>().OrderBy(r => r.Id).ToListAsync();
        var handelser = await db.Nationellt<Handelse>().ToDictionaryAsync(h => h.Id, h => $"{h.Uppgift.Kurskod} {h.Uppgift.ForstaDag:yyyy-MM-dd} {h.Uppgift.SistaDag:yyyy-MM-dd}");
        return rader.ConvertAll(r => $"{handelser[r.HandelseId]} → {(r.NyHandelseId is { } ny ? handelser[ny] : "borta")}");
    }

    public async Task<List<UtgaendeMejl>> MejlAsync()
    {
        await using var db = Databas.Alla();
        return await db.UtgaendeMejl.AsNoTracking().Where(m => m.Till == new Rattelseinstallning().Epost).ToListAsync();
    }

    public async Task<AktuellAnvandare> PersonAsync(string anvandarnamn, string? skolkod, params Behorighetsslag[] slag)
    {
        await using var db = Databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.UserName == anvandarnamn);
        var skola = skolkod is null ? null : await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, konto.Id, konto.UserName!, konto.Namn, konto.Email, null, skola?.Id, DateTime.UnixEpoch, DateTime.UnixEpoch,
            [.. slag.Select(s => new InnehavdBehorighet(s, skola?.Id, skola?.Skolkod, skola?.Namn))])
        { Niva = Sessionsniva.Full });
        return anvandare;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var db in _oppna)
            await db.DisposeAsync();
        await Databas.DisposeAsync();
    }
}
