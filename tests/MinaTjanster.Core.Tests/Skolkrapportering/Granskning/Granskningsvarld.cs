using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>A school with its reporter, three handläggare, and cases in any state. Its own rows, so that counts are exact.</summary>
internal sealed class Granskningsvarld : IAsyncDisposable
{
    public static readonly DateOnly ForstaDag = new(2026, 9, 7);
    public static readonly DateOnly Rapportdag = new(2026, 10, 16);

    private readonly Testdatabas _databas;
    private int _lopnummer;

    private Granskningsvarld(Testdatabas databas) => _databas = databas;

    public Testklocka Klocka { get; } = new();

    /// <summary>Nothing is drawn, unless a test says so.</summary>
    public Fyraogoninstallning Fyraogon { get; set; } = new(0, 0);

    public Testdatabas Databas => _databas;

    public Skola Skola { get; private set; } = null!;

    public Konto Anna { get; private set; } = null!;

    public Konto Greta { get; private set; } = null!;

    public Konto Gustav { get; private set; } = null!;

    /// <summary>Cleared for protected identities.</summary>
    public Konto Stig { get; private set; } = null!;

    public static async Task<Granskningsvarld> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite)
    {
        var varld = new Granskningsvarld(await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad));
        await using var db = varld._databas.Alla();
        varld.Skola = new Skola("12345678", "Södra Bergets gymnasium", "Sundsvall", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
        (varld.Anna, varld.Greta, varld.Gustav, varld.Stig) =
            (Nytt("annlin01", "Anna Lind"), Nytt("csngra01", "Greta Granberg"), Nytt("csngus01", "Gustav Gren"), Nytt("csnsky01", "Stig Skyman"));
        db.AddRange(varld.Skola, varld.Anna, varld.Greta, varld.Gustav, varld.Stig);
        await db.SaveChangesAsync();
        db.Add(new Behorighet(varld.Anna.Id, varld.Skola.Id, Behorighetsslag.Studeranderapportering));
        await db.SaveChangesAsync();
        return varld;
    }

    /// <summary>They review today by their behörigheter; Stig is cleared.</summary>
    public async Task GranskarAsync(params Konto[] konton)
    {
        await using var db = _databas.Alla();
        db.AddRange(konton.Select(k => new Behorighet(k.Id, null, Behorighetsslag.CsnHandlaggare)));
        if (konton.Contains(Stig))
            db.Add(new Behorighet(Stig.Id, null, Behorighetsslag.CsnSkyddadeIdentiteter));
        await db.SaveChangesAsync();
    }

    /// <summary>Runs one piece of work as a person, with a context of its own, as a request does.</summary>
    public async Task<T> SomAsync<T>(Konto konto, Func<Arbete, Task<T>> gor)
    {
        await using var db = _databas.Alla();
        return await gor(new Arbete(db, _databas.NyDb, Anvandare(konto), Klocka, Fyraogon));
    }

    /// <summary>As a reporter of the school, within it.</summary>
    public async Task<T> SomRapportorAsync<T>(Func<Arbete, Task<T>> gor, long? skolaId = null)
    {
        await using var db = _databas.For(skolaId ?? Skola.Id);
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            2, Anna.Id, Anna.UserName!, Anna.Namn, Anna.Email, null, null, Klocka.UtcNu(), Klocka.UtcNu(), [new(Behorighetsslag.Studeranderapportering, skolaId ?? Skola.Id, Skola.Skolkod, Skola.Namn)])
        { Niva = Sessionsniva.Full });
        return await gor(new Arbete(db, _databas.NyDb, anvandare, Klocka, Fyraogon));
    }

    public AktuellAnvandare Anvandare(Konto konto)
    {
        List<InnehavdBehorighet> behorigheter = [new(Behorighetsslag.CsnHandlaggare, null, null, null)];
        if (konto == Stig)
        {
            behorigheter.Add(new(Behorighetsslag.CsnSkyddadeIdentiteter, null, null, null));
        }

        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(1, konto.Id, konto.UserName!, konto.Namn, konto.Email, null, null, Klocka.UtcNu(), Klocka.UtcNu(), behorigheter) { Niva = Sessionsniva.Full });
        return anvandare;
    }

    /// <summary>A case whose underlag, if any, arrived at the given minute after 2026-11-02 08:00 UTC.</summary>
    public async Task<Arende> ArendeAsync(
        Arendestatus status,
        Konto? handlaggare = null,
        Personskydd skydd = Personskydd.Inget,
        int minut = 0,
        Underlagsuppgift? underlag = null,
        DateOnly? rapportdag = null,
        Skolkuppgift? rapport = null,
        (string Fornamn, string Efternamn)? namn = null)
    {
        await using var db = _databas.Alla();
        var personnummer = Personnummer.FranVarde(Testnummer.Skapa(new DateOnly(2009, 4, 12).AddDays(_lopnummer++), 980));
        var studerande = new Studerande(Skola.Id, personnummer, namn?.Fornamn ?? "Lisa", namn?.Efternamn ?? "Ek", skydd, "EK24B");
        studerande.LaggTill(new Studieperiod(Skola.Id, new DateOnly(2026, 8, 17), new DateOnly(2027, 6, 11), "Ekonomiprogrammet", Avdelning.A1));
        db.Add(studerande);
        await db.SaveChangesAsync();

        var skickad = SvenskTid.TillUtc(rapportdag ?? Rapportdag, new TimeOnly(9, 0));
        var skolk = new Skolkrapport(
            Skola.Id,
            studerande.Id,
            rapport ?? new Skolkuppgift(ForstaDag, null, 690, 6, false),
            Kvittensnummer.Nytt("SK").Text,
            Guid.NewGuid().ToString("N"),
            Anna.Id,
            skickad,
            skickad.SvenskDag());
        var arende = Arenden.I(status, new Arende(Skola.Id, skolk, skickad), (handlaggare ?? Greta).Id, Inkom(minut));
        db.Add(arende);
        await db.SaveChangesAsync();
        if (status != Arendestatus.VantarPaUnderlag)
        {
            await UnderlagAsync(arende, Inkom(minut), underlag);
        }

        return arende;
    }

    public async Task UnderlagAsync(Arende arende, DateTime tid, Underlagsuppgift? uppgift = null)
    {
        await using var db = _databas.Alla();
        var underlag = new Franvarounderlag(Skola.Id, arende.SkolkrapportId, Ankomstsatt.Portal, Guid.NewGuid().ToString("N"), Anna.Id, tid);
        underlag.Ange(uppgift ?? new Underlagsuppgift(ForstaDag, tid.SvenskDag(), 690, 6, 20_000, ForstaDagensFranvaro.Ja), null);
        underlag.Skicka(Kvittensnummer.Nytt("UL").Text, Anna.Id, tid, tid.SvenskDag());
        db.Add(underlag);
        await db.SaveChangesAsync();
    }

    public static DateTime Inkom(int minut) => new DateTime(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc).AddMinutes(minut);

    public ValueTask DisposeAsync() => _databas.DisposeAsync();

    private static Konto Nytt(string anvandarnamn, string namn) => new(anvandarnamn, namn, $"{anvandarnamn}@portal.example", "060-18 60 00");
}

/// <summary>What one request has at hand.</summary>
internal sealed class Arbete(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka, Fyraogoninstallning fyraogon)
{
    public ArendeService Service { get; } = new(
        db,
        anvandare,
        new AuditService(db, nyDb, anvandare, klocka),
        new Kompletteringsmejl(db, new MejlService(db, klocka, Testskydd.Mejl), new Portaladress(new Uri("https://portal.example")), klocka),
        fyraogon,
        klocka);

    public MeddelandeService Meddelanden { get; } = new(
        db,
        anvandare,
        new AuditService(db, nyDb, anvandare, klocka),
        new Meddelandemejl(db, new MejlService(db, klocka, Testskydd.Mejl), new Portaladress(new Uri("https://portal.example")), klocka),
        klocka);

    public AnteckningService Anteckningar { get; } = new(db, anvandare, new AuditService(db, nyDb, anvandare, klocka), klocka);

    public FlergodkannandeService Flera { get; } = new(
        db, nyDb, anvandare, new ArendedetaljQuery(db, anvandare, klocka), new AuditService(db, nyDb, anvandare, klocka), klocka);

    public BeslutsbrevService Brev { get; } = new(db, anvandare, new AuditService(db, nyDb, anvandare, klocka), new Beslutsbrevsantal(nyDb, klocka), klocka);

    public SidmarkeringService Markeringar { get; } = new(db, anvandare, new AuditService(db, nyDb, anvandare, klocka), klocka);

    public BeslutskvalitetQuery Kvalitet { get; } = new(db, klocka);

    public ArendeQuery Ko { get; } = new(db, anvandare, klocka);

    public HistorikQuery Historik { get; } = new(db, anvandare);

    public SenasteHandelserQuery Senaste { get; } = new(db, anvandare);

    public SkolklistaQuery Lista { get; } = new(db, klocka);

    public ArendedetaljQuery Detaljer { get; } = new(db, anvandare, klocka);
}

/// <summary>Brings a case to a state by its own verbs.</summary>
internal static class Arenden
{
    public static Arende I(Arendestatus status, Arende arende, long handlaggare, DateTime tid)
    {
        if (status is Arendestatus.VantarPaUnderlag)
        {
            return arende;
        }

        arende.TaEmotUnderlag(tid);
        if (status is Arendestatus.AttGranska)
        {
            return arende;
        }

        arende.Ta(handlaggare, tid.AddMinutes(1));
        switch (status)
        {
            case Arendestatus.KompletteringBegard:
                var fraga = new Komplettering(arende.SkolaId, Kompletteringsorsak.ForKortPeriod, "Skicka resten.", handlaggare, tid.AddMinutes(2), new DateOnly(2026, 12, 6));
                arende.BegarKomplettering(handlaggare, fraga, tid.AddMinutes(2));
                break;
            case Arendestatus.Godkant or Arendestatus.Avslutat:
                arende.Godkann(handlaggare, tid.AddMinutes(2));
                break;
            case Arendestatus.Atertaget:
                arende.Aterta(tid.AddMinutes(2));
                break;
        }

        if (status is Arendestatus.Avslutat)
        {
            arende.AvslutaMedBeslut(handlaggare, tid.AddMinutes(3));
        }

        return arende;
    }
}
