using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

public sealed class DemofallTests
{
    /// <summary>Every seventh day from 1 October to 12 June, and 12 June itself, of two läsår (one with a leap day).</summary>
    public static IEnumerable<object[]> Dagar()
    {
        foreach (var ar in (int[])[2026, 2027])
        {
            for (var dag = new DateOnly(ar, 10, 1); dag < new DateOnly(ar + 1, 6, 12); dag = dag.AddDays(7))
            {
                yield return [dag];
            }

            yield return [new DateOnly(ar + 1, 6, 12)];
        }
    }

    [Theory]
    [MemberData(nameof(Dagar))]
    public void Forlopp_OnAnyDayInMidTerm_IsLegalOnItsOwnDays(DateOnly idag)
    {
        var lasar = new Demolasar(idag);
        lasar.Idag.ShouldBe(idag);
        var upptagna = new HashSet<string>();
        var skolor = Demoskolor.Alla.ToDictionary(s => s.Skolkod, s => new Demostuderande(
            new Skola(s.Skolkod, s.Namn, s.Ort, s.Skolform, s.Rapporteringssatt), lasar, upptagna).Skapa(s.AntalStuderande));

        foreach (var fall in Demorapporter.Alla)
        {
            var elev = skolor[fall.Skolkod][fall.Elev];
            var dagar = Demoforlopp.For(fall, lasar);
            var lage = new Skolklage(
                elev.Personnummer.Fodelsedag,
                [.. elev.Studieperioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja))],
                [],
                dagar.Rapport);

            Skolkregel.Bedom(dagar.Uppgift(fall), lage).Refusals.ShouldBeEmpty($"{fall}: {dagar}");
            if (dagar.Sista is { } sista)
            {
                Skolkregel.BedomAvslut(dagar.Forsta, sista, lage with { Rapportdag = dagar.Avslut }).Refusals.ShouldBeEmpty($"{fall}: {dagar}");
            }

            lasar.ArSkoldag(dagar.Forsta).ShouldBeTrue();
            DateOnly[] ordning = [dagar.Rapport, .. fall.Underlag > 0 ? [dagar.Underlag] : (DateOnly[])[], .. fall.Tagen > 0 ? [dagar.Tagen] : (DateOnly[])[], .. fall.Beslut > 0 ? [dagar.Beslut] : (DateOnly[])[]];
            ordning.ShouldBeInOrder();
            ordning[^1].ShouldBeLessThan(idag);
        }
    }

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2027-01-02")]
    [InlineData("2027-06-12")]
    [InlineData("2027-08-10")]
    public async Task Seed_OnOtherDays_HasNothingInTheFutureAndAnswersStillDue(string dag)
    {
        var idag = DateOnly.Parse(dag);
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await new Demodata(databas.NyDb, new Testklocka(idag, new TimeOnly(0, 1)), Testdatabaser.SnabbHasher(), "Development").SeedaAsync();

        await using var db = databas.Alla();
        (await db.AuditEvents.ToListAsync()).ShouldAllBe(h => h.Tid.SvenskDag() < idag);
        (await db.Nationellt<Komplettering>().ToListAsync()).ShouldAllBe(k => k.SvarSenast >= (Demoklocka.Start(idag) ?? idag));
    }

    [Theory]
    [MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Seed_NamedCasesAreAsDescribed(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var fall = await FallAsync(databas);

        fall["Lisa Ek"].ShouldBe((new DateOnly(2026, 9, 7), new DateOnly(2026, 10, 16), Arendestatus.VantarPaUnderlag));
        fall["Omar Haddad"].ShouldBe((new DateOnly(2026, 8, 31), new DateOnly(2026, 10, 2), Arendestatus.KompletteringBegard));
        fall["Stina Vall"].ShouldBe((new DateOnly(2026, 10, 12), new DateOnly(2026, 11, 18), Arendestatus.AttGranska));
        fall["Erik Mårtensson"].Item3.ShouldBe(Arendestatus.Avslutat);
    }

    [Fact]
    public async Task Seed_QueueHoldsSix_OneOfThemProtected()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();

        var ko = await (
            from a in db.Nationellt<Arende>()
            join s in db.Nationellt<Studerande>() on a.Skolkrapport.StuderandeId equals s.Id
            where a.Status == Arendestatus.AttGranska
            select s.Skydd).ToListAsync();

        ko.Count.ShouldBe(6);
        ko.Count(s => s == Personskydd.Skyddad).ShouldBe(1);
    }

    [Fact]
    public async Task Seed_DocumentsAreWholeFiles()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();
        var dokument = await db.Nationellt<Dokument>().ToListAsync();

        dokument.Count.ShouldBe(9);
        foreach (var fil in dokument)
        {
            var delar = await db.Nationellt<Dokumentdel>().Where(d => d.DokumentId == fil.Id).OrderBy(d => d.Nummer).ToListAsync();
            byte[] innehall = [.. delar.SelectMany(d => d.Innehall)];
            fil.Status.ShouldBe(Dokumentstatus.Komplett);
            fil.Langd.ShouldBe(innehall.Length);
            fil.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(innehall)));
            innehall.Take(4).ShouldBe(fil.Typ == Dokumenttyp.Pdf ? "%PDF"u8.ToArray() : [0x89, 0x50, 0x4E, 0x47]);
        }
    }

    [Fact]
    public async Task Seed_UnderlagAgreeWithTheirReports_ButForTheOneThatIsTooShort()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();
        var rader = await (
            from u in db.Nationellt<Franvarounderlag>()
            join a in db.Nationellt<Arende>() on u.SkolkrapportId equals a.SkolkrapportId
            select new { Underlag = u, a.Skolkrapport, a.Status }).ToListAsync();

        foreach (var rad in rader)
        {
            var avvikelser = Underlagskontroll.Kontrollera(rad.Skolkrapport.Uppgift, rad.Underlag.Uppgift!, rad.Underlag.Ankomstdag!.Value)
                .Where(k => k.Utfall == Utfall.Varning)
                .Select(k => k.Kod);
            avvikelser.ShouldBe(rad.Status == Arendestatus.KompletteringBegard ? ["SLUTDAG"] : []);
        }
    }

    [Fact]
    public async Task Seed_EachCaseHasTheHistoryOfItsState()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();
        var erik = await (
            from r in db.Nationellt<Skolkrapport>()
            join s in db.Nationellt<Studerande>() on r.StuderandeId equals s.Id
            where s.Efternamn == "Mårtensson" && s.Fornamn == "Erik"
            select r.Id).SingleAsync();

        var handelser = await db.AuditEvents
            .Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == erik)
            .OrderBy(e => e.Tid)
            .Select(e => e.Act)
            .ToListAsync();

        handelser.ShouldBe([
            Acts.SkolkrapportSent, Acts.SkolkrapportEnded, Acts.UnderlagFileAdded, Acts.UnderlagSent, Acts.CaseTaken, Acts.CaseApproved, Acts.CaseHearingSent, Acts.CaseOutcomeDecided, Acts.CaseClosed]);
    }

    private static async Task<Dictionary<string, (DateOnly, DateOnly, Arendestatus)>> FallAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var rader = await (
            from a in db.Nationellt<Arende>()
            join s in db.Nationellt<Studerande>() on a.Skolkrapport.StuderandeId equals s.Id
            select new { s.Fornamn, s.Efternamn, a.Skolkrapport.ForstaDag, a.Skolkrapport.Rapportdag, a.Status }).ToListAsync();
        return rader.ToDictionary(r => $"{r.Fornamn} {r.Efternamn}", r => (r.ForstaDag, r.Rapportdag, r.Status));
    }
}
