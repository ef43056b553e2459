using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>Who is reminded to read off absence (domain.md sections 4 and 5).</summary>
public sealed class StudiehjalpseleverTests
{
    [Theory]
    [InlineData("1980-01-10", Avdelning.A2, Larlingskap.Nej, "2026-11-10", false)]
    [InlineData("1980-01-10", Avdelning.A2, Larlingskap.Ja, "2026-11-10", true)]
    [InlineData("2007-12-31", Avdelning.A2, Larlingskap.Nej, "2026-11-10", true)]
    [InlineData("2007-01-10", Avdelning.B, Larlingskap.Nej, "2026-11-10", false)]
    [InlineData("2006-12-31", Avdelning.A1, Larlingskap.Nej, "2026-11-10", false)]
    [InlineData("2006-01-01", Avdelning.A2, Larlingskap.Nej, "2026-07-31", true)]
    [InlineData("2006-12-31", Avdelning.A2, Larlingskap.Nej, "2026-08-01", false)]
    [InlineData(null, Avdelning.A2, Larlingskap.Nej, "2026-11-10", false)]
    public async Task OnlySchoolsWithSomebodyWhomSkolkTouches_AreReminded(string? fodd, Avdelning avdelning, Larlingskap larling, string idag, bool paminns)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var dag = DateOnly.Parse(idag);
        Skola skola;
        await using (var db = databas.Alla())
        {
            skola = new Skola("45678901", "Vikens komvux", "Kalmar", Skolform.Komvux, Rapporteringssatt.Manuellt);
            db.Add(skola);
            await db.SaveChangesAsync();
            await LaggTillAsync(db, skola.Id, "1970-05-05", Avdelning.A2, Larlingskap.Nej);
            if (fodd is not null)
            {
                await LaggTillAsync(db, skola.Id, fodd, avdelning, larling);
            }
        }

        var query = new FristQuery(databas.NyDb, new(), new Testklocka(dag, new(10, 0)));
        var underlag = await query.UnderlagAsync(new(new(skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform), new HashSet<Behorighetsslag> { Behorighetsslag.Studeranderapportering }), default);

        underlag.HarStudiehjalp.ShouldBe(paminns);
    }

    private static async Task LaggTillAsync(PortalDbContext db, long skolaId, string fodd, Avdelning avdelning, Larlingskap larling)
    {
        var studerande = new Studerande(skolaId, Personnummer.FranVarde(Testnummer.Skapa(DateOnly.Parse(fodd), 980)), "Lisa", "Ek", Personskydd.Inget, "K1");
        studerande.LaggTill(new Studieperiod(skolaId, new(2026, 1, 1), new(2027, 6, 11), "Komvux", avdelning, larling: larling));
        db.Add(studerande);
        await db.SaveChangesAsync();
    }
}
