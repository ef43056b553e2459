using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Kvar;

/// <summary>What an admissions list says of protected persons, and how long it holds.</summary>
public sealed class AntagningslistaServiceTests
{
    private const string Kand = "19960412A001";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Protected_NewOrKnown_IsFoundByNameNoMore(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        await varld.StuderandeAsync(nummer: Kand);
        (await OrdAsync(varld)).ShouldBeGreaterThan(0);

        (await LasAsync(varld, $"{Kand};Prov;Provsson;2026-08-17;ja\n19960412A002;Ny;Provsson;2026-08-17;ja\n")).ShouldBe(new Antagningsresultat(1, 1));

        await using var db = varld.Databas.For(varld.SkolaId);
        var bada = await db.Studerande.Where(s => s.Efternamn == "Provsson").ToListAsync();
        bada.Count.ShouldBe(2);
        bada.ShouldAllBe(s => s.ArSkyddad && s.Sorteringsnyckel == "~");
        (await OrdAsync(varld)).ShouldBe(0);

        await LasAsync(varld, $"{Kand};Prov;Provsson;2026-08-17;ja\n19960412A002;Ny;Provsson;2026-08-17;nej\n");
        (await varld.AuditAsync(Acts.StudentProtected)).ShouldHaveSingleItem("protected once").ObjektId.ShouldBe(bada.Single(s => s.Fornamn == "Prov").Id);
    }

    /// <summary>What could point at the person is not in the list either.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Protected_StandsAmongThoseWhoAreLeft_WithoutClassAndEducation(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        await LasAsync(varld, "19960412A002;Dold;Provsson;2026-08-17;ja;SV1;Svenska 1\n19960412A003;Synlig;Provsson;2026-08-17;;SV1;Svenska 1\n");

        var rader = (await KvarAsync(varld)).Where(r => r.Efternamn == "Provsson").ToDictionary(r => r.Fornamn);

        (rader["Dold"].KlassFor(false), rader["Dold"].UtbildningFor(false), rader["Dold"].NamnFor(false)).ShouldBe((null, null, Core.Studeranderapportering.Studerande.SkyddadText));
        (rader["Dold"].KlassFor(true), rader["Dold"].UtbildningFor(true)).ShouldBe(("SV1", "Svenska 1"));
        (rader["Synlig"].KlassFor(false), rader["Synlig"].UtbildningFor(false)).ShouldBe(("SV1", "Svenska 1"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhoBeganUponTheList_IsExpectedByItNoMore_WhenTheTermIsOver(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        await LasAsync(varld, $"{Kand};Prov;Provsson;2026-08-17;\n19960412A002;Kvar;Provsson;2026-08-17;\n");
        long id;
        await using (var db = varld.Databas.For(varld.SkolaId))
            id = await db.Studerande.Where(s => s.Personnummer == Personnummer.FranVarde(Kand)).Select(s => s.Id).SingleAsync();
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux));
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.Avbrott, Skolform.Komvux));
        varld.Klocka.Flytta(TimeSpan.FromDays(80));

        (await KvarAsync(varld)).Where(r => r.Slag == Kvarslag.Start && r.Efternamn == "Provsson").Select(r => r.Fornamn).ShouldBe(["Kvar"]);
    }

    private static async Task<int> OrdAsync(Rapporteringsvarld varld)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        return await db.Sokord.CountAsync(o => db.Studerande.Any(s => s.Id == o.StuderandeId && s.Efternamn == "Provsson"));
    }

    private static Task<Antagningsresultat> LasAsync(Rapporteringsvarld varld, string rader) => varld.GorAsync(async t =>
    {
        var lista = new AntagningslistaService(t.Db, new AuditService(t.Db, t.NyDb, t.Anvandare, t.Klocka), t.Anvandare, t.Klocka);
        return (await lista.LasAsync(new MemoryStream(Encoding.UTF8.GetBytes((rader.Split('\n')[0].Count(c => c == ';') > 4 ? "personnummer;fornamn;efternamn;start;skydd;klass;utbildning\n" : "personnummer;fornamn;efternamn;start;skydd\n") + rader)), default)).Value;
    });

    private static Task<IReadOnlyList<Kvarrad>> KvarAsync(Rapporteringsvarld varld) => varld.GorAsync(t => new KvarQuery(t.Db, t.Anvandare, t.Klocka).AllaAsync(default));
}
