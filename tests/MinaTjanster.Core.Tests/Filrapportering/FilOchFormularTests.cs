using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>The same acts by file and by form leave the same tables behind (design.md, "A request's way").</summary>
public sealed class FilOchFormularTests
{
    private const int Elever = 6;

    /// <summary>Student, event code, what is done, the day it is known by, and the facts.</summary>
    private static readonly Akt[] Akter =
    [
        new(0, Start()),
        new(0, Dag(Handelseslag.Franvaro, new(2026, 9, 7))),
        new(0, Dag(Handelseslag.AterIStudier, new(2026, 9, 28))),
        new(0, Dag(Handelseslag.Avbrott, new(2026, 10, 30))),
        new(1, Start()),
        new(1, Start() with { ForstaDag = new(2026, 8, 24), SistaDag = new(2027, 6, 4) }, "andra", new(2026, 8, 17)),
        new(2, Start()),
        new(2, Start(), "ta_tillbaka", new(2026, 8, 17)),
        new(3, Start()),
        new(3, Skolk(new(2026, 10, 5))),
        new(3, Skolk(new(2026, 10, 5)) with { SistaDag = new(2026, 11, 16) }, "andra", new(2026, 10, 5)),
        new(4, Start()),
        new(4, Dag(Handelseslag.BytAvSkola, new(2026, 10, 1))),
        new(4, Dag(Handelseslag.BytAvSkola, new(2026, 10, 2)), "andra", new(2026, 10, 1)),
        new(5, Start()),
        new(5, Skolk(new(2026, 10, 5))),
        new(5, Skolk(new(2026, 10, 5)), "ta_tillbaka", new(2026, 10, 5)),
    ];

    public static IEnumerable<object[]> Fall => Testdatabaser.Providers().SelectMany(p => new[] { 1, 4, 1000 }.Select(b => new[] { p[0], b }));

    [Theory, MemberData(nameof(Fall))]
    public async Task SameActs_GiveTheSameTables(Databasprovider provider, int block)
    {
        await using var fil = await MedEleverAsync(provider);
        await using var formular = await MedEleverAsync(provider);

        var jobb = await fil.SkickaAsync(Fil.Av(Akter.Select(a => a.Rad)), block: block);
        (jobb.Godtagna, jobb.Nekade).ShouldBe((Akter.Length, 0), string.Join(" ", (await fil.RaderAsync(jobb.Id)).SelectMany(r => r.Fel).Select(f => f.Mening)));
        await SattAsync(formular, Rapporteringssatt.Manuellt);
        foreach (var akt in Akter)
            await akt.ViaFormularAsync(formular);

        (await BildAsync(fil)).ShouldBe(await BildAsync(formular));
    }

    private static Handelseuppgift Start() =>
        new() { Slag = Handelseslag.BorjatStudera, ForstaDag = new(2026, 8, 17), SistaDag = new(2027, 6, 11), Arskurs = 1, Studievagskod = "NANAT0000" };

    private static Handelseuppgift Dag(Handelseslag slag, DateOnly dag) => new() { Slag = slag, ForstaDag = dag };

    private static Handelseuppgift Skolk(DateOnly dag) => new() { Slag = Handelseslag.Skolk, ForstaDag = dag, OgiltigMinuter = 600, Tillfallen = 5 };

    private static async Task<Filvarld> MedEleverAsync(Databasprovider provider)
    {
        var varld = await Filvarld.SkapaAsync(provider);
        await using var db = varld.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen);
        for (var i = 0; i < Elever; i++)
            db.Add(new Studerande(skola.Id, Personnummer.FranVarde(Filvarld.Person(i)), "Nils", "Fil"));
        await db.SaveChangesAsync();
        return varld;
    }

    private static async Task SattAsync(Filvarld varld, Rapporteringssatt satt)
    {
        await using var db = varld.Databas.Alla();
        (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen)).BytRapporteringssatt(satt);
        await db.SaveChangesAsync();
    }

    /// <summary>All that can be told of the students, but for keys and receipt numbers.</summary>
    private static async Task<string> BildAsync(Filvarld varld)
    {
        await using var db = varld.Databas.Alla();
        var bild = new StringBuilder();
        for (var i = 0; i < Elever; i++)
        {
            var person = Personnummer.FranVarde(Filvarld.Person(i));
            var elev = await db.Nationellt<Studerande>().IgnoreQueryFilters().Include(s => s.Studieperioder).SingleAsync(s => s.Personnummer == person);
            var handelser = await db.Nationellt<Handelse>().IgnoreQueryFilters().Include(h => h.Sandning).Where(h => h.StuderandeId == elev.Id).OrderBy(h => h.Id).ToListAsync();
            bild.Append(i).Append('\n');
            foreach (var h in handelser)
            {
                bild.Append($"{h.Uppgift} {h.Status} {h.Upphorde:o} {h.TillbakatagenAvKontoId} {h.Forklaring} ersätter {handelser.FindIndex(e => e.Id == h.ErsatterId)} {h.Sandning.Skickad:o} {h.Sandning.Rapportdag} {h.Sandning.SkickadAvKontoId}\n");
            }

            foreach (var p in elev.Studieperioder.OrderBy(p => p.Id))
            {
                bild.Append($"{p.ForstaDag} {p.SistaDag} {p.PlaneradSistaDag} {p.Utbildning} {p.Kurskod} {p.Avdelning} {p.Omfattning} {p.Studievagskod} {p.Arskurs} {p.Larling} {p.ValdStodform} av {handelser.FindIndex(e => e.Id == p.HandelseId)}\n");
            }

            foreach (var r in await db.Nationellt<Skolkrapport>().Where(r => r.StuderandeId == elev.Id).OrderBy(r => r.Id).ToListAsync())
            {
                var arende = await db.Nationellt<Arende>().SingleAsync(a => a.SkolkrapportId == r.Id);
                var historik = await db.AuditEvents.Where(e => e.Objekt == "Skolkrapport" && e.ObjektId == r.Id).OrderBy(e => e.Id).Select(e => $"{e.Act} {e.KontoId} {e.SkolaId} {e.Why} {e.Changes}").ToListAsync();
                bild.Append($"{r.Uppgift} {r.Status} {r.Borttagningsskal} {r.Skickad:o} {r.Rapportdag} {r.SkickadAvKontoId} {arende.Status} {arende.Skapat:o} {arende.RapportAndrad:o} {arende.Atertaget:o}\n{string.Join('\n', historik.Order())}\n");
            }
        }

        return bild.ToString();
    }

    private sealed record Akt(int Elev, Handelseuppgift Uppgift, string Atgard = "", DateOnly? Dag = null)
    {
        private const string Skal = "Ny bedömning";

        public string Rad => string.Join(';', [
            Filvarld.Person(Elev), "", "", Uppgift.Slag.Typ().Kod, Atgard, Atgard == "andra" ? $"{Dag:yyyy-MM-dd}" : "",
            Text(Handelsefalt.ForstaDag), Text(Handelsefalt.SistaDag), Text(Handelsefalt.Arskurs), Text(Handelsefalt.Studievagskod), Text(Handelsefalt.Timmar), Text(Handelsefalt.Tillfallen), "",
            Uppgift.Slag == Handelseslag.Skolk && Atgard == "ta_tillbaka" ? Skal : ""]);

        public async Task ViaFormularAsync(Filvarld varld)
        {
            var arbete = await varld.SomDavidAsync();
            var person = Personnummer.FranVarde(Filvarld.Person(Elev));
            var id = await arbete.Db.Studerande.Where(s => s.Personnummer == person).Select(s => s.Id).SingleAsync();
            if (Uppgift.Slag == Handelseslag.Skolk)
            {
                await SkolkAsync(arbete, id);
                return;
            }

            var mal = Dag is null
                ? null
                : (long?)await arbete.Db.Handelser.Where(h => h.StuderandeId == id && h.Uppgift.Slag == Uppgift.Slag && h.Uppgift.ForstaDag == Dag && h.Status == Handelsestatus.Galler).Select(h => h.Id).SingleAsync();
            if (Atgard == "ta_tillbaka")
            {
                (await arbete.Handelser.TaTillbakaAsync(mal!.Value, default))!.IsAccepted.ShouldBeTrue();
                return;
            }

            var nyckel = (await arbete.Utkast.SparaAsync(new(id, Uppgift), null, mal, default))!.Value;
            var utkast = (await arbete.Utkast.EgetAsync(nyckel, default))!;
            (await arbete.Handelser.SkickaAsync(nyckel, utkast.Version, null, default))!.Value.Kvar.ShouldBe(0);
        }

        private async Task SkolkAsync(Filarbete arbete, long studerandeId)
        {
            if (Dag is null)
            {
                var nyckel = (await arbete.Skolk.SparaUtkastAsync(studerandeId, new Skolkformular(Uppgift.TillSkolk()), null, default))!.Value;
                var utkast = (await arbete.Skolk.EgetUtkastAsync(nyckel, default))!;
                (await arbete.Skolk.SkickaAsync(nyckel, utkast.Version, default))!.IsAccepted.ShouldBeTrue();
                return;
            }

            var rapport = await arbete.Db.Skolkrapporter.AsNoTracking().SingleAsync(r => r.StuderandeId == studerandeId && r.ForstaDag == Dag);
            var svar = Atgard == "ta_tillbaka"
                ? await arbete.Skolkandring.TaBortAsync(rapport.Id, Skal, rapport.Version, default)
                : await arbete.Skolkandring.AndraAsync(rapport.Id, Uppgift.TillSkolk(), rapport.Version, default);
            svar!.IsAccepted.ShouldBeTrue();
        }

        private string Text(Handelsefalt falt) => Handelsetolk.Text(Uppgift, falt) ?? "";
    }
}
