using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>skydd=ja protects whom the school has, if the row stands; nothing in a file takes protection away.</summary>
public sealed class FilskyddTests
{
    private const string Rubrik = "personnummer;fornamn;efternamn;skydd;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> Blockstorlekar => Testdatabaser.Providers().SelectMany(p => new[] { 1, 1000 }.Select(b => new[] { p[0], b }));

    [Theory, MemberData(nameof(Blockstorlekar))]
    public async Task AcceptedRows_ProtectWhomTheyName_AndNobodyElse(Databasprovider provider, int block)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var (ena, andra, tredje) = (Filvarld.Person(1), Filvarld.Person(2), Filvarld.Person(3));
        await varld.SkickaAsync(Rubrik + Start(ena) + Start(andra));
        var fore = await LasAsync(varld, ena);
        (fore.Skyddad, fore.Ord > 0).ShouldBe((false, true));

        // The third is new, and said to be protected only by its second row.
        var jobb = await varld.SkickaAsync(Rubrik + Franvaro(ena, "JA") + Franvaro(andra, "nej") + Start(tredje) + Franvaro(tredje, "ja"), block: block);

        (jobb.Godtagna, jobb.Nekade).ShouldBe((4, 0));
        var efter = await LasAsync(varld, ena);
        (efter.Skyddad, efter.Ord, efter.Nyckel).ShouldBe((true, 0, "~"));
        efter.Version.ShouldBe(fore.Version + 1);
        ((await LasAsync(varld, andra)).Skyddad, (await LasAsync(varld, andra)).Ord > 0).ShouldBe((false, true));
        ((await LasAsync(varld, tredje)).Skyddad, (await LasAsync(varld, tredje)).Ord).ShouldBe((true, 0));
        var akter = await AkterAsync(varld);
        akter.Select(e => e.ObjektId).ShouldContain(efter.Id);
        akter.Count.ShouldBe(block == 1 ? 2 : 1, "a student who comes with the chunk is protected from the start");
        akter.ShouldAllBe(e => e.KontoId == jobb.KontoId && e.SkolaId == jobb.SkolaId && e.Objekt == AuditObjects.Studerande);
    }

    /// <summary>Nobody knows the student, and both rows are refused: what stands on the list is masked all the same.</summary>
    [Theory, MemberData(nameof(Blockstorlekar))]
    public async Task RefusedRows_OfANewOneWhomAnotherRowCallsProtected_AreMasked(Databasprovider provider, int block)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var fel = Start(Filvarld.Person(1)).Replace("NANAT0000", "N?", StringComparison.Ordinal);

        var jobb = await varld.SkickaAsync(Rubrik + fel + Start(Filvarld.Person(1), "ja").Replace("NANAT0000", "N!", StringComparison.Ordinal) + Start(Filvarld.Person(2)).Replace("NANAT0000", "N?", StringComparison.Ordinal), block: block);

        (await varld.RaderAsync(jobb.Id)).Select(r => r.Skydd).ShouldBe([Personskydd.Skyddad, Personskydd.Skyddad, Personskydd.Inget]);
    }

    /// <summary>The school sends the file once more with the protection filled in: the event is as it was, the student is not.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task UnchangedRow_ProtectsToo_AndLaterRowsNeverTakeItAway(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        await varld.SkickaAsync(Rubrik + Start(person));

        var jobb = await varld.SkickaAsync(Rubrik + Start(person, "ja"));

        (jobb.Godtagna, jobb.Oforandrade, jobb.Nekade).ShouldBe((0, 1, 0));
        (await LasAsync(varld, person)).Skyddad.ShouldBeTrue();
        (await varld.HandelserAsync(person)).Count.ShouldBe(1);

        await varld.SkickaAsync(Rubrik + Franvaro(person, "nej"));
        await varld.SkickaAsync(Rubrik + Franvaro(person, "ja", "2026-10-05"));

        (await LasAsync(varld, person)).Skyddad.ShouldBeTrue();
        (await AkterAsync(varld)).Count.ShouldBe(1, "protected once");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RefusedRow_OrTest_ProtectsNobody(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        await varld.SkickaAsync(Rubrik + Start(person));
        var fore = await varld.RaknaAsync();

        // 20 November is too short an absence; what cannot be read is taken for protected, but the row is refused.
        var nekad = await varld.SkickaAsync(Rubrik + Franvaro(person, "ja", "2026-11-20") + Franvaro(person, "kanske"));
        var prov = await varld.SkickaAsync(Rubrik + Franvaro(person, "ja"), Filandamal.Testa);

        (nekad.Nekade, prov.Godtagna).ShouldBe((2, 1));
        (await LasAsync(varld, person)).Skyddad.ShouldBeFalse();
        (await AkterAsync(varld)).ShouldBeEmpty();
        (await varld.RaknaAsync()).Split(' ')[2..].ShouldBe(fore.Split(' ')[2..]);
    }

    /// <summary>What a refused row says holds from when it is corrected.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task CorrectedRow_Protects(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        await varld.SkickaAsync(Rubrik + Start(person));
        var jobb = await varld.SkickaAsync(Rubrik + Franvaro(person, "ja", "2026-11-20"));
        var rad = (await varld.RaderAsync(jobb.Id)).Single();

        (await (await varld.SomDavidAsync()).Rattning.RattaAsync(jobb.Id, rad.Id, new Dictionary<string, string?> { ["forsta_dag"] = "2026-09-07" }, default))!.IsAccepted.ShouldBeTrue();

        (await LasAsync(varld, person)).Skyddad.ShouldBeTrue();
        (await AkterAsync(varld)).Count.ShouldBe(1);
    }

    private static string Start(string person, string skydd = "") => $"{person};Nils;Fil;{skydd};11;2026-08-17;2027-06-11;1;NANAT0000\n";

    private static string Franvaro(string person, string skydd, string dag = "2026-09-07") => $"{person};;;{skydd};31;{dag};;;\n";

    private static async Task<(long Id, bool Skyddad, int Ord, string Nyckel, int Version)> LasAsync(Filvarld varld, string person)
    {
        await using var db = varld.Databas.Alla();
        var s = await db.Nationellt<Studerande>().AsNoTracking().SingleAsync(s => s.Personnummer == Personnummer.FranVarde(person));
        return (s.Id, s.ArSkyddad, await db.Nationellt<Sokord>().CountAsync(o => o.StuderandeId == s.Id), s.Sorteringsnyckel, s.Version);
    }

    private static async Task<List<AuditEvent>> AkterAsync(Filvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Act == Acts.StudentProtected && e.Outcome == AuditOutcome.Accepted).ToListAsync();
    }
}
