using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>The figures from the database, on every configured one. Today is 22 November 2026; the demo's own cases are put out of the way.</summary>
public sealed class PunktlighetQueryTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly Testklocka Klocka = new();

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Own_AreTheSchoolsReports_ByMonthOfReceipt(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var skola = await SkolaAsync(databas, Demoskolor.SodraBerget);
        await RapportAsync(databas, skola, new(2026, 10, 10), dagar: 20);
        await RapportAsync(databas, skola, new(2026, 10, 27), dagar: 40, underlag: 12);
        await RapportAsync(databas, skola, new(2026, 10, 28), dagar: 41, underlag: 14, fragad: true);
        await RapportAsync(databas, skola, new(2026, 10, 29), dagar: 42, underlag: 16, rattad: true);
        await RapportAsync(databas, skola, new(2025, 11, 30), dagar: 50);
        await RapportAsync(databas, await SkolaAsync(databas, Demoskolor.NorraHamnen), new(2026, 10, 10), dagar: 90);

        var bild = await BildAsync(databas, skola, 12);

        bild.Manader.Count.ShouldBe(12);
        bild.Manader[^1].Manad.ShouldBe(new(2026, 11, 1));
        var oktober = bild.Manader[^2].Egna;
        (oktober.Antal, oktober.ITid, oktober.DagarTillRapport).ShouldBe((4, 1, new(40, 42)));
        (oktober.Godkanda, oktober.RattForsta, oktober.DagarTillUnderlag).ShouldBe((3, 1, new(14, 16)));
        bild.Egna.Antal.ShouldBe(4, "November of last year is thirteen months ago");
        (await BildAsync(databas, skola, 24)).Manader.Sum(m => m.Egna.Antal).ShouldBe(5);
    }

    /// <summary>Within its window a report and its removal leave no trace; later it did come in.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task TakenBack_WithinTheWindowIsNothing_LaterIsReceived(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var skola = await SkolaAsync(databas, Demoskolor.SodraBerget);
        await RapportAsync(databas, skola, new(2026, 10, 12), dagar: 30, tagenTillbakaEfter: TimeSpan.FromMinutes(20));
        await RapportAsync(databas, skola, new(2026, 10, 13), dagar: 30, tagenTillbakaEfter: TimeSpan.FromDays(9));

        (await BildAsync(databas, skola, 12)).Egna.Antal.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Others_AreOfTheSameForm_AtLeastFive_AndNotOneself(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var skola = await SkolaAsync(databas, Demoskolor.SodraBerget);
        await RapportAsync(databas, skola, new(2026, 10, 10), dagar: 90);
        await RapportAsync(databas, await SkolaAsync(databas, Demoskolor.Viken), new(2026, 10, 10), dagar: 17);
        for (var i = 0; i < 4; i++)
            await RapportAsync(databas, await GrannskolaAsync(databas, i), new(2026, 10, 10), dagar: 30 + i);

        (await BildAsync(databas, skola, 12)).Andra[Matt.DagarTillRapport].ShouldBeNull("four would be too few");
        await RapportAsync(databas, await GrannskolaAsync(databas, 4), new(2026, 10, 10), dagar: 34);

        var bild = await BildAsync(databas, skola, 12);
        bild.Andra[Matt.DagarTillRapport].ShouldBe(new(5, 31, 32, 33));
        bild.Manader[^2].Andra[Matt.DagarTillRapport].ShouldBe(new(5, 31, 32, 33));
        bild.Manader[^3].Andra[Matt.DagarTillRapport].ShouldBeNull();
        bild.Andra[Matt.DagarTillUnderlag].ShouldBeNull("nobody has an approved underlag");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Silent_IsAnExpectedReportThatDoesNotCome(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var (sodra, norra) = (await SkolaAsync(databas, Demoskolor.SodraBerget), await SkolaAsync(databas, Demoskolor.NorraHamnen));
        (await ListaAsync(databas, new())).Rader.ShouldBeEmpty("nobody reports: nothing is to be expected");
        for (var i = 0; i < 10; i++)
            await RapportAsync(databas, sodra, new(2026, 10, 5 + i), dagar: 30, elev: i);
        await RapportAsync(databas, norra, new(2026, 7, 31), dagar: 30);

        var lista = await ListaAsync(databas, new());

        var tyst = lista.Rader.ShouldHaveSingleItem();
        (tyst.Skolkod, tyst.Studerande, tyst.Forvantade, tyst.Nyligen, tyst.SenasteManad).ShouldBe((Demoskolor.NorraHamnen, 60, 5, 0, new DateOnly(2026, 7, 1)));
        (lista.Tysta, lista.Former.Single(f => f.Skolform == Skolform.Gymnasieskola).Tysta).ShouldBe((1, 1));
        lista.Former.ShouldAllBe(f => f.Matt[Matt.DagarTillRapport] == null);
        (await ListaAsync(databas, new(), new(TystaForvantade: 6))).Tysta.ShouldBe(0, "of a small school silence says nothing");
        (await ListaAsync(databas, new(), new(TystaManader: 4))).Tysta.ShouldBe(0, "July is within four months");
        (await ListaAsync(databas, new(Skolform: Skolform.Komvux))).Rader.ShouldBeEmpty();
        await RapportAsync(databas, norra, new(2026, 11, 20), dagar: 30, elev: 1);
        (await ListaAsync(databas, new())).Tysta.ShouldBe(0);
    }

    /// <summary>In July nobody studies; whoever did in the months that are looked at counts.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Silent_InSummer_IsWhoWasSilentInSpring_AndWhenNobodyReportsItIsSaid(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var juli = new Testklocka(new(2027, 7, 15), new(10, 0));
        var inget = await ListaAsync(databas, new(), klocka: juli);
        (inget.Tysta, inget.NagotAttVanta).ShouldBe((0, false));
        for (var i = 0; i < 20; i++)
            await RapportAsync(databas, await SkolaAsync(databas, Demoskolor.SodraBerget), new(2027, 5, 3 + i), dagar: 30, elev: i);

        var lista = await ListaAsync(databas, new(), klocka: juli);

        lista.NagotAttVanta.ShouldBeTrue();
        lista.Rader.ShouldHaveSingleItem().Skolkod.ShouldBe(Demoskolor.NorraHamnen);
    }

    /// <summary>A last day alone is no correction, and what was changed before CSN could see it nobody had to ask for.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Corrected_IsWhatCsnSawOtherwise_AndMoreThanALastDay(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var skola = await SkolaAsync(databas, Demoskolor.SodraBerget);
        const string sista = "Sista dag: – → 2026-10-20";
        async Task<int> RattAsync(int elev, TimeSpan efter, string rader)
        {
            await RapportAsync(databas, skola, new(2026, 10, 1 + elev), dagar: 30, underlag: 12, andring: (efter, rader), elev: elev);
            return (await BildAsync(databas, skola, 12)).Egna.RattForsta;
        }

        (await RattAsync(0, TimeSpan.FromDays(6), sista)).ShouldBe(1);
        (await RattAsync(1, TimeSpan.FromMinutes(10), "Tillfällen: 6 → 7")).ShouldBe(2, "within the window");
        (await RattAsync(4, TimeSpan.FromDays(6), "Tillfällen: 6 → 7")).ShouldBe(2);
        (await RattAsync(5, TimeSpan.FromDays(6), $"{sista}\nTillfällen: 6 → 7")).ShouldBe(2);
        (await RattAsync(6, TimeSpan.FromDays(6), $"Första dag: 2026-09-01 → 2026-09-02\n{sista}")).ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(13, 3)]
    [InlineData(3, 0)]
    public void Settings_OutOfRange_AreRefused(int manader, int forvantade) => Should.Throw<InvalidOperationException>(() => new Punktlighetsinstallning(manader, forvantade).Kontrollerad()).Message.ShouldStartWith("Punktlighet:");

    [Theory, MemberData(nameof(Providers))]
    public async Task List_SortsBothWays_SchoolsWithoutTheNumberLast(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        await RapportAsync(databas, await SkolaAsync(databas, Demoskolor.SodraBerget), new(2026, 10, 5), dagar: 30);
        await RapportAsync(databas, await SkolaAsync(databas, Demoskolor.NorraHamnen), new(2026, 10, 25), dagar: 60);

        async Task<string[]> Forsta(Punktlighetssortering sortering, bool fallande) =>
            [.. (await ListaAsync(databas, new(BaraTysta: false, Sortering: sortering, Fallande: fallande))).Rader.Take(2).Select(r => r.Skolkod)];
        (await Forsta(Punktlighetssortering.DagarTillRapport, true)).ShouldBe([Demoskolor.NorraHamnen, Demoskolor.SodraBerget]);
        (await Forsta(Punktlighetssortering.DagarTillRapport, false)).ShouldBe([Demoskolor.SodraBerget, Demoskolor.NorraHamnen]);
        (await Forsta(Punktlighetssortering.ITid, true)).ShouldBe([Demoskolor.SodraBerget, Demoskolor.NorraHamnen]);
        var namn = (await ListaAsync(databas, new(BaraTysta: false, Sortering: Punktlighetssortering.Namn, Fallande: false))).Rader.Select(r => r.Sorteringsnyckel).ToList();
        namn.ShouldBe(namn.Order(StringComparer.Ordinal));
        namn.Count.ShouldBeGreaterThan(3);
    }

    private static async Task<Testdatabas> NyAsync(Databasprovider provider)
    {
        var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
        return databas;
    }

    private static async Task<Skola> SkolaAsync(Testdatabas databas, string skolkod)
    {
        await using var db = databas.Alla();
        return await db.Skolor.AsNoTracking().SingleAsync(s => s.Skolkod == skolkod);
    }

    private static async Task<Skola> GrannskolaAsync(Testdatabas databas, int nummer)
    {
        await using var db = databas.Alla();
        var skola = new Skola($"5500000{nummer}", $"Grannskola {nummer}", "Kiruna", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
        db.Add(skola);
        await db.SaveChangesAsync();
        db.Add(new Studerande(skola.Id, Demopersonnummer.Test(new(2009, 3, 1 + nummer), 3), "Grann", "Elev"));
        await db.SaveChangesAsync();
        return skola;
    }

    private static async Task RapportAsync(
        Testdatabas databas, Skola skola, DateOnly rapportdag, int dagar, int? underlag = null, bool fragad = false, bool rattad = false, (TimeSpan Efter, string Rader)? andring = null, TimeSpan? tagenTillbakaEfter = null, int elev = 0)
    {
        await using var db = databas.Alla();
        var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id).OrderBy(s => s.Id).Skip(elev).FirstAsync();
        var konto = (await db.Konton.OrderBy(k => k.Id).FirstAsync()).Id;
        var skickad = SvenskTid.TillUtc(rapportdag, new(9, 0));
        var rapport = new Skolkrapport(skola.Id, studerande.Id, new Skolkuppgift(rapportdag.AddDays(-dagar), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, rapportdag);
        var arende = new Arende(skola.Id, rapport, skickad);
        db.Add(arende);
        await db.SaveChangesAsync();
        if (underlag is { } efter)
        {
            arende.TaEmotUnderlag(skickad.AddDays(1));
            arende.Ta(konto, skickad.AddDays(2));
            if (fragad)
                arende.BegarKomplettering(konto, new Komplettering(skola.Id, Kompletteringsorsak.Annat, "Mer.", konto, skickad.AddDays(2), rapportdag.AddDays(16)), skickad.AddDays(2));
            arende.TaEmotUnderlag(skickad.AddDays(efter));
            arende.Godkann(konto, skickad.AddDays(efter + 1));
        }

        if (rattad)
            db.Add(new AuditEvent(skickad.AddDays(1), Acts.SkolkrapportChanged, AuditOutcome.Accepted) { SkolaId = skola.Id, KontoId = konto, Objekt = AuditObjects.Skolkrapport, ObjektId = rapport.Id });
        if (andring is { } a)
            db.Add(new AuditEvent(skickad + a.Efter, Acts.SkolkrapportChanged, AuditOutcome.Accepted) { SkolaId = skola.Id, KontoId = konto, Objekt = AuditObjects.Skolkrapport, ObjektId = rapport.Id, Changes = a.Rader });
        if (tagenTillbakaEfter is { } tid)
        {
            rapport.TaBort("Fel.");
            arende.Aterta(skickad + tid);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<Punktlighetsbild> BildAsync(Testdatabas databas, Skola skola, int manader)
    {
        await using var db = databas.For(skola.Id);
        return await new PunktlighetQuery(db, new(databas.NyDb, new(), Klocka), Klocka).ForAsync(skola.Id, skola.Skolform, manader, Ct);
    }

    private static async Task<Skolpunktlighetslista> ListaAsync(Testdatabas databas, Punktlighetsurval urval, Punktlighetsinstallning? installning = null, Testklocka? klocka = null)
    {
        await using var db = databas.Alla();
        return await new SkolpunktlighetQuery(db, new(databas.NyDb, installning ?? new(), klocka ?? Klocka), installning ?? new(), klocka ?? Klocka).ListaAsync(urval, Ct);
    }
}
