using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering;

public sealed class StuderandeQueryTests
{
    public static IEnumerable<object[]> Providers() => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_ManyStudents_SortsAsSwedishAndCutsPages(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        await skola.LaggInAsync([.. Enumerable.Range(0, 27).Select(i => skola.Elev("Elev", $"Berg{(char)('a' + i % 26)}{i:00}", i)), skola.Elev("Eva", "Öst", 40), skola.Elev("Eva", "Ärla", 41), skola.Elev("Eva", "Ås", 42), skola.Elev("Eva", "Zetter", 43)]);

        var forsta = await skola.Query().SidaAsync(null, 1, TestContext.Current.CancellationToken);
        var andra = await skola.Query().SidaAsync(null, 2, TestContext.Current.CancellationToken);
        var bortom = await skola.Query().SidaAsync(null, 99, TestContext.Current.CancellationToken);

        forsta.Antal.ShouldBe(31);
        forsta.Rader.Count.ShouldBe(25);
        andra.Rader.Select(r => r.Efternamn).TakeLast(4).ShouldBe(["Zetter", "Ås", "Ärla", "Öst"]);
        andra.Sida.ShouldBe(2);
        bortom.Sida.ShouldBe(2);
        bortom.Rader.ShouldBe(andra.Rader);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_ByName_FoldsAndWantsEveryWord(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        await skola.LaggInAsync([skola.Elev("Åke", "Öberg", 1), skola.Elev("Åke", "Lilja", 2), skola.Elev("Akela", "Åberg", 3), skola.Elev("Karl", "van der Berg", 4)]);

        (await skola.SokAsync("åke")).ShouldBe(["Lilja", "Åberg", "Öberg"]);
        (await skola.SokAsync("AKE")).ShouldBe(["Lilja", "Åberg", "Öberg"]);
        (await skola.SokAsync("öb åke")).ShouldBe(["Öberg"]);
        (await skola.SokAsync("ake obergs")).ShouldBeEmpty();
        (await skola.SokAsync("berg")).ShouldBe(["van der Berg"]);
        (await skola.SokAsync("%")).ShouldBeEmpty();
        (await skola.SokAsync("_ke")).ShouldBe([]);
        (await skola.SokAsync(string.Join(' ', Enumerable.Range(0, 11).Select(i => $"a{i}")))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_ByPersonnummer_TakesEverySpellingAndOnlyTheWhole(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        await skola.LaggInAsync([skola.Elev("Åke", "Öberg", 1), skola.Elev("Eva", "Lilja", 2)]);
        var nummer = skola.Nummer(1);

        foreach (var stavning in new[] { nummer.Varde, nummer.Fullt, nummer.Varde[2..], nummer.TioSiffror(Testklocka.Standarddag), $" {nummer.Varde[..8]} {nummer.Varde[8..]} " })
        {
            (await skola.SokAsync(stavning)).ShouldBe(["Öberg"], stavning);
        }

        (await skola.SokAsync(nummer.Varde[..8])).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_ProtectedStudent_IsFoundByExactPersonnummerOnlyAndStandsLast(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        await skola.LaggInAsync([skola.Elev("Anna", "Abel", 1, Personskydd.Skyddad), skola.Elev("Örjan", "Öst", 2)]);

        (await skola.SokAsync("Anna")).ShouldBeEmpty();
        (await skola.SokAsync("Abel")).ShouldBeEmpty();
        (await skola.SokAsync(skola.Nummer(1).Fullt)).ShouldBe(["Abel"]);
        var alla = await skola.Query().SidaAsync(null, 1, TestContext.Current.CancellationToken);
        alla.Rader.Select(r => r.NamnFor(farSeSkyddade: false)).ShouldBe(["Örjan Öst", Studerande.SkyddadText]);
        alla.Rader[1].PersonnummerFor(farSeSkyddade: false).ShouldNotContain(skola.Nummer(1).Varde[..8]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_AnotherSchoolsStudents_AreNeverFound(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        await skola.LaggInAsync([skola.Elev("Åke", "Öberg", 1)]);
        await using var annan = skola.Databas.For(skola.AnnanSkolaId);
        var query = new StuderandeQuery(annan, new AttGoraQuery(annan), new Testklocka());

        (await query.SidaAsync(null, 1, TestContext.Current.CancellationToken)).Antal.ShouldBe(0);
        (await query.SidaAsync("åke", 1, TestContext.Current.CancellationToken)).Rader.ShouldBeEmpty();
        (await query.AllaAsync(skola.Nummer(1).Fullt, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SidaAsync_SeveralPeriodsAndReports_GivesOneRowWithTheMostUrgentReport(Databasprovider provider)
    {
        await using var skola = await Testskola.SkapaAsync(provider);
        var elev = skola.Elev("Åke", "Öberg", 1);
        elev.LaggTill(new Studieperiod(skola.SkolaId, new(2027, 1, 11), new(2027, 6, 11), "Ekonomiprogrammet", Avdelning.A2));
        await skola.LaggInAsync([elev, skola.Elev("Eva", "Lilja", 2)]);
        await skola.RapporteraAsync(elev, new(2026, 9, 1), new(2026, 9, 4), new(2026, 10, 1));
        var sen = await skola.RapporteraAsync(elev, new(2026, 10, 5), null, new(2026, 11, 5));

        var rader = await skola.Query().AllaAsync(null, TestContext.Current.CancellationToken);

        rader.Count.ShouldBe(2);
        rader[1].Period.ShouldBe(new Periodrad(new(2026, 8, 17), new(2026, 12, 18)));
        rader[1].Skolk!.SkolkrapportId.ShouldNotBe(sen.Id);
        rader[1].Skolk!.Status(new(2026, 12, 2)).Text.ShouldBe("Underlaget försenat");
        rader[0].Skolk.ShouldBeNull();
    }

    /// <summary>Two schools of its own in an empty database.</summary>
    private sealed class Testskola(Testdatabas databas) : IAsyncDisposable
    {
        private PortalDbContext? _db;

        public Testdatabas Databas { get; } = databas;

        public long SkolaId { get; private set; }

        public long AnnanSkolaId { get; private set; }

        public static async Task<Testskola> SkapaAsync(Databasprovider provider)
        {
            var skola = new Testskola(await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad));
            await using var db = skola.Databas.Alla();
            var en = new Skola("00000001", "Testskolan", "Ort", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
            var annan = new Skola("00000002", "Annanskolan", "Ort", Skolform.Gymnasieskola, Rapporteringssatt.Fil);
            db.AddRange(en, annan);
            db.Add(new Core.Konton.Konto("anna", "Anna", "anna@skola.example", null));
            await db.SaveChangesAsync();
            (skola.SkolaId, skola.AnnanSkolaId) = (en.Id, annan.Id);
            return skola;
        }

        public StuderandeQuery Query() => new(_db ??= Databas.For(SkolaId), new AttGoraQuery(_db), new Testklocka());

        public async Task<IReadOnlyList<string>> SokAsync(string text) =>
            [.. (await Query().SidaAsync(text, 1, TestContext.Current.CancellationToken)).Rader.Select(r => r.Efternamn)];

        /// <summary>A temporary number, which needs no check digit.</summary>
        public Personnummer Nummer(int nummer) => Personnummer.FranVarde($"20090412T{nummer:000}");

        public Studerande Elev(string fornamn, string efternamn, int nummer, Personskydd skydd = Personskydd.Inget)
        {
            var elev = new Studerande(SkolaId, Nummer(nummer), fornamn, efternamn, skydd, "EK25A");
            elev.LaggTill(new Studieperiod(SkolaId, new(2026, 8, 17), new(2026, 12, 18), "Ekonomiprogrammet", Avdelning.A2));
            return elev;
        }

        public async Task LaggInAsync(IEnumerable<Studerande> elever)
        {
            await using var db = Databas.Alla();
            db.AddRange(elever);
            await db.SaveChangesAsync();
        }

        public async Task<Skolkrapport> RapporteraAsync(Studerande elev, DateOnly forsta, DateOnly? sista, DateOnly rapportdag)
        {
            await using var db = Databas.Alla();
            var rapport = new Skolkrapport(SkolaId, elev.Id, new(forsta, sista, 300, 3, true), Kvittensnummer.Nytt("SK").Text, Guid.NewGuid().ToString("N"), db.Konton.Single().Id, Core.Tid.SvenskTid.TillUtc(rapportdag, new(10, 0)), rapportdag);
            db.AddRange(rapport, new Arende(SkolaId, rapport, rapport.Skickad));
            await db.SaveChangesAsync();
            return rapport;
        }

        public async ValueTask DisposeAsync()
        {
            if (_db is not null)
                await _db.DisposeAsync();
            await Databas.DisposeAsync();
        }
    }
}
