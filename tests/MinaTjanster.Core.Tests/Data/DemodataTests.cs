using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

public sealed class DemodataTests
{
    [Fact]
    public async Task Seed_InProduction_IsRefusedAndChangesNothing()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);

        await Should.ThrowAsync<DemodataForbjudnaException>(() =>
            new Demodata(databas.NyDb, new Testklocka(), Testdatabaser.SnabbHasher(), "Production").SeedaAsync());

        await using var db = databas.Alla();
        (await db.Konton.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Seed_Twice_ChangesNothing(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var fore = await RaknaAsync(databas);

        var lagtIn = await new Demodata(databas.NyDb, new Testklocka(), Testdatabaser.SnabbHasher(), "Development").SeedaAsync();

        lagtIn.ShouldBeFalse();
        (await RaknaAsync(databas)).ShouldBe(fore);
    }

    [Theory]
    [MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Seed_GivesEachSchoolItsStudents(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();

        var antal = await (
            from s in db.Nationellt<Studerande>()
            join k in db.Skolor on s.SkolaId equals k.Id
            group s by k.Skolkod into g
            select new { Skolkod = g.Key, Antal = g.Count() }).ToDictionaryAsync(g => g.Skolkod, g => g.Antal);

        antal.ShouldBe(Demoskolor.Alla.ToDictionary(s => s.Skolkod, s => s.Skolkod == Demoskolor.Lindsala ? 200 : 60), ignoreOrder: true);
    }

    [Fact]
    public async Task Seed_SameDay_GivesTheSamePeople()
    {
        await using var ena = await Testdatabas.SkapaAsync();
        await using var andra = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await new Demodata(andra.NyDb, new Testklocka(), Testdatabaser.SnabbHasher(), "Development").SeedaAsync();

        (await PersonerAsync(andra)).ShouldBe(await PersonerAsync(ena));
    }

    [Fact]
    public async Task Seed_NumbersAreTestNumbersOnly()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();

        var nummer = await db.Nationellt<Studerande>().Select(s => s.Personnummer).ToListAsync();

        nummer.ShouldBeUnique();
        nummer.ShouldAllBe(n => n.Slag == Personnummerslag.Tillfalligt || string.CompareOrdinal(n.Varde.Substring(8, 3), "980") >= 0);
        nummer.Count(n => n.Slag == Personnummerslag.Tillfalligt).ShouldBe(1);
        nummer.ShouldContain(n => n.Slag == Personnummerslag.Samordningsnummer);
    }

    [Fact]
    public async Task Seed_GymnasiumStudentsAreSixteenToNineteen_ButForTheOneWhoTurnedTwenty()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();
        var gymnasier = await db.Skolor.Where(s => s.Skolform == Skolform.Gymnasieskola).Select(s => s.Id).ToListAsync();
        var studerande = await db.Nationellt<Studerande>().Where(s => gymnasier.Contains(s.SkolaId)).ToListAsync();

        var aldrar = studerande.ToLookup(s => Alder(s.Personnummer.Fodelsedag, Testklocka.Standarddag));

        aldrar.Select(g => g.Key).Order().ShouldBe([16, 17, 18, 20]);
        var tjugo = aldrar[20].ShouldHaveSingleItem();
        Stodregel.Stodform(Avdelning.A1, tjugo.Personnummer, Testklocka.Standarddag).ShouldBe(Stodform.Studiemedel);
    }

    [Fact]
    public async Task Seed_AccountsHoldWhatTheTableSays()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        await using var db = databas.Alla();

        var innehav = await (
            from b in db.Behorigheter
            join k in db.Konton on b.KontoId equals k.Id
            join s in db.Skolor on b.SkolaId equals s.Id into skolor
            from s in skolor.DefaultIfEmpty()
            select new { k.UserName, b.Slag, Skolkod = s == null ? null : s.Skolkod }).ToListAsync();

        innehav.Select(i => (i.UserName!, i.Slag, i.Skolkod!)).ShouldBe(
            Demokonton.Alla.SelectMany(k => k.Behorigheter.Select(b => (k.Anvandarnamn, b.Slag, b.Skolkod!))),
            ignoreOrder: true);
    }

    private static int Alder(DateOnly fodd, DateOnly dag) => dag.Year - fodd.Year - (dag < fodd.AddYears(dag.Year - fodd.Year) ? 1 : 0);

    private static async Task<List<string>> PersonerAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var personer = await db.Nationellt<Studerande>().OrderBy(s => s.Id).ToListAsync();
        return personer.ConvertAll(s => $"{s.SkolaId} {s.Personnummer.Varde} {s.Fornamn} {s.Efternamn} {s.Klass}");
    }

    private static async Task<string> RaknaAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        return string.Join(
            ' ',
            await db.Skolor.CountAsync(),
            await db.Konton.CountAsync(),
            await db.Behorigheter.CountAsync(),
            await db.Nationellt<Studerande>().CountAsync(),
            await db.Skolkrapporter.IgnoreQueryFilters().CountAsync(),
            await db.Dokumentdelar.IgnoreQueryFilters().CountAsync(),
            await db.AuditEvents.CountAsync());
    }
}
