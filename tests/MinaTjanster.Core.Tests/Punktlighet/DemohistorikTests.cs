using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

public sealed class DemohistorikTests
{
    /// <summary>The pages have something to draw, one school is silent, and the open statistics show a year.</summary>
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2027-03-10")]
    public async Task TheHistory_IsAYearToDraw_Once(string dag)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var klocka = new Testklocka(DateOnly.Parse(dag), new(10, 0));
        (await new Demohistorik(databas.NyDb, klocka).SeedaAsync()).ShouldBeFalse("there is nobody whose history it could be");
        await new Demodata(databas.NyDb, klocka, Testdatabaser.SnabbHasher(), "Development").SeedaAsync();

        (await new Demohistorik(databas.NyDb, klocka).SeedaAsync()).ShouldBeTrue();
        (await new Demohistorik(databas.NyDb, klocka).SeedaAsync()).ShouldBeFalse();

        await using var db = databas.Alla();
        (await db.Skolor.CountAsync()).ShouldBe(Demoskolor.Alla.Count + 8);
        (await db.Nationellt<Skolkrapport>().CountAsync(r => r.Rapportdag > klocka.GetUtcNow().Date.ToDateOnly())).ShouldBe(0);
        (await db.Nationellt<Skolkrapport>().ToListAsync()).ShouldAllBe(r => new Skolkgrind(r.ForstaDag).TidigastDag <= r.Rapportdag);
        var sedan = klocka.GetUtcNow().UtcDateTime.AddDays(-8);
        (await (from b in db.Nationellt<Skolkbeslut>()
                join s in db.Skolor on b.SkolaId equals s.Id
                where s.Skolkod.StartsWith("2100000") && b.Skickad == null && b.Utskriven == null && b.Makulerat == null && b.GallerFran < sedan
                select b).CountAsync()).ShouldBe(0, "what is older has been posted");
        var kvalitet = await new BeslutskvalitetQuery(db, klocka).ManaderAsync(default);
        kvalitet.Count(m => m.KontrolleradeSlump > 0).ShouldBeGreaterThan(5);
        BeslutskvalitetQuery.Summa(kvalitet).ShouldSatisfyAllConditions(k => k.Vantar.ShouldBeGreaterThan(0), k => k.AterlamnadeSlump.ShouldBeGreaterThan(1), k => k.AndelAterlamnade!.Value.ShouldBeLessThan(40));
        // Each view of what is late has something, at every step of the reminders; Kristina answers for one of the schools.
        var kristina = new AktuellAnvandare();
        var konto = await db.Konton.SingleAsync(k => k.UserName == "csnkon01");
        kristina.LoggaIn(new Sessionsuppgift(1, konto.Id, "csnkon01", konto.Namn, konto.Email, null, null, klocka.UtcNu(), klocka.UtcNu(), [new(Behorighetsslag.CsnKontaktperson, null, null, null)]) { Niva = Sessionsniva.Full });
        var sena = new ForseningQuery(db, kristina, klocka);
        var allt = await sena.SidaAsync(new(), 1, default);
        allt.Antal.Values.ShouldAllBe(antal => antal > 0);
        allt.Sida.Rader.Select(r => r.Steg).Distinct().ShouldBeSubsetOf([null, Paminnelsesteg.Forsta, Paminnelsesteg.Andra, Paminnelsesteg.Kontaktperson]);
        allt.Sida.Rader.Select(r => r.Steg).Distinct().Count().ShouldBe(4);
        allt.Sida.Rader.ShouldContain(r => r.Namn == "Kvarnforsens gymnasium" && r.Forsening.Underlag == 1 && r.Forsening.Kompletteringar == 1);
        (await sena.SidaAsync(new(BaraEgna: true), 1, default)).Sida.Rader.ShouldContain(r => r.Namn == "Norra Hamnens gymnasium");
        var minne = new Punktlighetsminne(databas.NyDb, new(), klocka);
        var lista = await new SkolpunktlighetQuery(db, minne, new(), klocka).ListaAsync(new(), default);
        lista.Rader.ShouldHaveSingleItem().Namn.ShouldBe("Björkhults gymnasium");
        lista.Former.Single(f => f.Skolform == Skolform.Gymnasieskola).Matt.Values.ShouldAllBe(m => m != null);
        var statistik = await new Statistikpublicering(databas.NyDb, klocka).HamtaAsync(default);
        statistik.Count(m => m.Totalt is { Antal: > 20, AndelITid: not null }).ShouldBeGreaterThan(4);
        statistik.Count(m => m.Totalt.AndelRattForsta is not null).ShouldBeGreaterThan(1);
    }
}

internal static class Dagar
{
    public static DateOnly ToDateOnly(this DateTime dag) => DateOnly.FromDateTime(dag);
}
