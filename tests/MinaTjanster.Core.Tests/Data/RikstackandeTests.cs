using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

public sealed class RikstackandeTests
{
    [Fact]
    public void Matt_TheShareOfEachSchoolAddsUpToTheCountry()
    {
        var skolor = Rikstackande.Skolor();

        skolor.Count.ShouldBe(Riksmatt.Skolor - 2);
        skolor.Sum(s => s.AntalElever).ShouldBe(Riksmatt.Elever - 120);
        skolor.Sum(s => s.AntalKonton).ShouldBe(Riksmatt.Konton - Demokonton.Alla.Count - Riksmatt.CsnHandlaggare);
        skolor.Min(s => s.AntalElever).ShouldBeGreaterThanOrEqualTo(60);
        skolor.Select(s => s.Skolkod).Concat(Demoskolor.Alla.Select(s => s.Skolkod)).ShouldBeUnique();
        skolor.Select(s => s.Ort).ShouldBeUnique();
    }

    [Fact]
    public void Studerande_NobodyHasAnothersNumber_NorADemoPersons()
    {
        var lasar = new Demolasar(Testklocka.Standarddag);
        var upptagna = new HashSet<string>();
        foreach (var demo in Demoskolor.Alla)
        {
            new Demostuderande(new(demo.Skolkod, demo.Namn, demo.Ort, demo.Skolform, demo.Rapporteringssatt), lasar, upptagna).Skapa(demo.AntalStuderande);
        }

        var alla = new HashSet<string>(upptagna);
        foreach (var skola in Rikstackande.Skolor())
        {
            foreach (var studerande in skola.Studerande(1, lasar, upptagna, skola.Slump()))
            {
                alla.Add(studerande.Personnummer.Varde).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Seed_StoppedAndRunAgain_GoesOnAndKeepsTheDemoData(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var fore = await DemoAsync(databas);

        await SeedaEnOmgangAsync(databas);
        var efterEn = await AntalAsync(databas);
        await SeedaEnOmgangAsync(databas);

        efterEn.ShouldBe(Demoskolor.Alla.Count + Rikstackande.SkolorPerOmgang);
        (await AntalAsync(databas)).ShouldBe(Demoskolor.Alla.Count + (2 * Rikstackande.SkolorPerOmgang));
        (await DemoAsync(databas)).ShouldBe(fore);
        await GranskaAsync(databas);
    }

    /// <summary>What was loaded past EF reads as EF's own: legal reports, search words, periods and roles in place.</summary>
    private static async Task GranskaAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var rapporter = await db.Nationellt<Arende>().Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).Where(a => a.Id % 7 == 0).ToListAsync();
        var ids = rapporter.ConvertAll(a => a.Skolkrapport.StuderandeId);
        var studerande = await db.Nationellt<Studerande>().Include(s => s.Studieperioder).Include(s => s.Sokord).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id);

        rapporter.Count.ShouldBeGreaterThan(100);
        foreach (var rapport in rapporter.Select(a => a.Skolkrapport))
        {
            var elev = studerande[rapport.StuderandeId];
            elev.SkolaId.ShouldBe(rapport.SkolaId);
            elev.Sokord.Count.ShouldBeGreaterThan(elev.ArSkyddad ? -1 : 1);
            var lage = new Skolklage(
                elev.Personnummer.Fodelsedag,
                [.. elev.Studieperioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja))],
                [],
                rapport.Rapportdag);
            Skolkregel.Bedom(rapport.Uppgift with { SistaDag = null }, lage).Refusals.ShouldBeEmpty();
            Kvittensnummer.TryParse(rapport.Kvittensnummer, out _).ShouldBeTrue();
        }

        var rapportorer = await db.Behorigheter.Where(b => b.Slag == Behorighetsslag.Studeranderapportering && b.SkolaId != null).Select(b => b.SkolaId).Distinct().CountAsync();
        rapportorer.ShouldBe(await db.Skolor.CountAsync());
    }

    private static async Task SeedaEnOmgangAsync(Testdatabas databas)
    {
        using var stopp = new CancellationTokenSource();
        var riket = new Rikstackande(databas.NyDb, new Testklocka(), Testdatabaser.SnabbHasher());
        await Should.ThrowAsync<OperationCanceledException>(() => riket.SeedaAsync(_ => stopp.Cancel(), stopp.Token));
    }

    private static async Task<int> AntalAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        return await db.Skolor.CountAsync();
    }

    private static async Task<List<string>> DemoAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var skolkoder = Demoskolor.Alla.Select(s => s.Skolkod).ToList();
        var rader = await (
            from s in db.Nationellt<Studerande>()
            join k in db.Skolor on s.SkolaId equals k.Id
            where skolkoder.Contains(k.Skolkod)
            orderby s.Id
            select new { s.Id, s.Personnummer, s.Version, Rapporter = db.Skolkrapporter.IgnoreQueryFilters().Count(r => r.StuderandeId == s.Id) }).ToListAsync();
        return rader.ConvertAll(r => $"{r.Id} {r.Personnummer.Varde} {r.Version} {r.Rapporter}");
    }
}
