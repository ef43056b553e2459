using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tests.Konton;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>Starts that are left at a gymnasieskola: late in mails and feed as on the start page, and told only to those who report.</summary>
public sealed class StarterTests
{
    [Theory]
    [InlineData("2026-09-20", Skolform.Gymnasieskola, Behorighetsslag.Studeranderapportering, Pliktlage.Vantar)]
    [InlineData("2026-09-21", Skolform.Gymnasieskola, Behorighetsslag.Studeranderapportering, Pliktlage.Forsenad)]
    [InlineData("2026-09-21", Skolform.Gymnasieskola, Behorighetsslag.StudietiderUtbildningar, null)]
    [InlineData("2026-09-21", Skolform.Komvux, Behorighetsslag.Studeranderapportering, null)]
    [InlineData("2027-01-21", Skolform.Gymnasieskola, Behorighetsslag.Studeranderapportering, null)]
    public async Task StartsThatAreLeft_AreADutyOfThoseWhoReport_LateAfterTheDay(string idag, Skolform skolform, Behorighetsslag slag, Pliktlage? lage)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var dag = DateOnly.Parse(idag);
        Skola skola;
        await using (var db = databas.Alla())
        {
            skola = new Skola("45678901", "Skolan", "Kalmar", skolform, Rapporteringssatt.Manuellt);
            var annan = new Skola("56789012", "En annan skola", "Kalmar", skolform, Rapporteringssatt.Manuellt);
            db.AddRange(skola, annan);
            await db.SaveChangesAsync();
            foreach (var (skolaId, nummer) in new[] { (skola.Id, 980), (annan.Id, 981) })
            {
                var studerande = new Studerande(skolaId, Personnummer.FranVarde(Testnummer.Skapa(new(2010, 5, 5), nummer)), "Lisa", "Ek", Personskydd.Inget, "K1");
                studerande.Vanta(new(2026, 8, 17), null);
                db.Add(studerande);
            }

            await db.SaveChangesAsync();
        }

        var klocka = new Testklocka(dag, new(10, 0));
        var query = new FristQuery(databas.NyDb, new(), klocka);
        var innehav = new Fristinnehav(new(skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform), new HashSet<Behorighetsslag> { slag });
        var plikter = (await query.ForAsync(innehav, new(dag, dag.AddDays(31)), default)).Where(p => p.Slag == Fristslag.ForstaUtbetalning && p.Lage != Pliktlage.Kommande).ToList();

        plikter.Select(p => (p.Lage, p.Senast, p.Antal)).ShouldBe(lage is null ? [] : [(lage.Value, new(2026, 9, 20), 1)]);

        // Whom a school expects is not known to CSN: no reminder is sent of it (ADR 0045).
        var mejl = new ForseningsmejlService(databas.NyDb, query, new(), Testskydd.Mejl, Kontovarld.Adress, klocka, NullLogger<ForseningsmejlService>.Instance);
        (await mejl.PaminnAsync([skola.Id], new AktuellAnvandare(), default)).ShouldBe(new(0, 0, 1));
    }
}
