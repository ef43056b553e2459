using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering;

/// <summary>Who may be entered by hand, by which school, and once.</summary>
public sealed class NyStuderandeServiceTests
{
    private const string Nummer = "19960412B001";
    private static readonly DateOnly Idag = Testklocka.Standarddag;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> Kanaler => Testdatabaser.Providers().SelectMany(p => Enum.GetValues<Rapporteringssatt>().SelectMany(s => Enum.GetValues<Personskydd>().Select(k => new[] { p[0], s, k })));

    [Theory, MemberData(nameof(Kanaler))]
    public async Task ByHand_EverySchoolAddsTheProtected_OnlyManualOnesTheOthers(Databasprovider provider, Rapporteringssatt satt, Personskydd skydd)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        await using (var alla = varld.Databas.Alla())
        {
            (await alla.Skolor.SingleAsync(s => s.Id == varld.SkolaId)).BytRapporteringssatt(satt);
            await alla.SaveChangesAsync();
        }

        var svar = await LaggTillAsync(varld, Uppgift(skydd: skydd));

        var far = satt == Rapporteringssatt.Manuellt || skydd == Personskydd.Skyddad;
        svar.IsAccepted.ShouldBe(far);
        if (!far)
            svar.Refusals.Single().ShouldBe(new BaraSkyddadeForHand(satt));
        var audit = (await varld.AuditAsync(Acts.StudentAdded)).ShouldHaveSingleItem();
        audit.Outcome.ShouldBe(far ? AuditOutcome.Accepted : AuditOutcome.Refused);
        await using var db = varld.Databas.For(varld.SkolaId);
        var nya = await db.Studerande.Include(s => s.Sokord).Where(s => s.Personnummer == Personnummer.FranVarde(Nummer)).ToListAsync();
        nya.Count.ShouldBe(far ? 1 : 0);
        if (far)
        {
            (nya[0].Skydd, nya[0].Sokord.Count > 0).ShouldBe((skydd, skydd == Personskydd.Inget));
            nya[0].Klass.ShouldBeNull("a högskola has no classes");
            audit.ObjektId.ShouldBe(nya[0].Id);
            svar.Value.ShouldBe(new Tillagdstuderande(nya[0].Id, Tillagt.Ny, skydd == Personskydd.Inget ? "Ny Studerandesson" : null));
        }
    }

    /// <summary>A double click, or two reporters: the unique key lets one of them through.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task TheSameAtOnce_IsAddedOnce_AndTheOthersAreToldThatItExists(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Gymnasieskola);

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => LaggTillAsync(varld, Uppgift()))));

        var id = svar.Single(s => s.IsAccepted).Value.Id;
        svar.Where(s => !s.IsAccepted).Select(s => s.Refusals.Single()).ShouldBe(Enumerable.Repeat<Refusal>(new StuderandeFinnsRedan(id), 5));
        await using var db = varld.Databas.For(varld.SkolaId);
        (await db.Studerande.CountAsync(s => s.Personnummer == Personnummer.FranVarde(Nummer))).ShouldBe(1);
        (await varld.AuditAsync(Acts.StudentAdded)).Count(e => e.Outcome == AuditOutcome.Accepted).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Existing_IsNotChanged_ButIsProtectedWhenThatIsSaid(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Gymnasieskola);
        var id = await varld.StuderandeAsync(nummer: Nummer);

        (await LaggTillAsync(varld, Uppgift())).Refusals.Single().ShouldBe(new StuderandeFinnsRedan(id));
        (await varld.AuditAsync(Acts.StudentProtected)).ShouldBeEmpty();
        (await LaggTillAsync(varld, Uppgift(skydd: Personskydd.Skyddad))).Value.ShouldBe(new Tillagdstuderande(id, Tillagt.Skyddad, null));
        (await LaggTillAsync(varld, Uppgift(skydd: Personskydd.Skyddad))).Refusals.Single().ShouldBe(new StuderandeFinnsRedan(id));
        // Nobody is made unprotected.
        (await LaggTillAsync(varld, Uppgift())).Refusals.Single().ShouldBe(new StuderandeFinnsRedan(id));

        (await varld.AuditAsync(Acts.StudentProtected)).ShouldHaveSingleItem().ObjektId.ShouldBe(id);
        await using var db = varld.Databas.For(varld.SkolaId);
        var studerande = await db.Studerande.Include(s => s.Sokord).SingleAsync(s => s.Id == id);
        (studerande.Fornamn, studerande.ArSkyddad, studerande.Sorteringsnyckel, studerande.Sokord.Count).ShouldBe(("Prov", true, "~", 0));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AnotherSchoolsStudent_IsNobodyHere(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Gymnasieskola);
        await using (var alla = varld.Databas.Alla())
        {
            alla.Add(new Studerande(await alla.Skolor.Where(s => s.Id != varld.SkolaId).Select(s => s.Id).FirstAsync(), Personnummer.FranVarde(Nummer), "Annan", "Skola", Personskydd.Skyddad));
            await alla.SaveChangesAsync();
        }

        (await LaggTillAsync(varld, Uppgift())).Value.Satt.ShouldBe(Tillagt.Ny);
    }

    [Theory]
    [InlineData("20090412-2389", "Ada", "Ek", "EK24B", "")]
    [InlineData(" 090412-2389 ", "Ada", "Ek", null, "")]
    [InlineData("20090412-T123", "Ada", "Ek", null, "")]
    [InlineData("20090412-2388", "Ada", "Ek", null, "STUDERANDE-PERSONNUMMER Personnummer")]
    [InlineData("20270101-2389", "Ada", "Ek", null, "STUDERANDE-PERSONNUMMER Personnummer")]
    [InlineData(null, null, " ", null, "STUDERANDE-PERSONNUMMER Personnummer, STUDERANDE-NAMN Fornamn, STUDERANDE-NAMN Efternamn")]
    [InlineData("20090412-2389", "A\u0007", "Ek", null, "STUDERANDE-NAMN Fornamn")]
    [InlineData("20090412-2389", "Ada", "Ek", "tjugoen tecken är minst", "STUDERANDE-KLASS Klass")]
    public void Typed_IsReadByTheRulesOfFiles(string? personnummer, string? fornamn, string? efternamn, string? klass, string fel) =>
        string.Join(", ", Studerandeuppgift.Tolka(personnummer, fornamn, efternamn, klass, Personskydd.Inget, Idag).Refusals.Select(r => $"{r.Code} {r.Field}")).ShouldBe(fel);

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void Names_HaveTheLengthOfTheModel(int tecken, bool godtas) =>
        Studerandeuppgift.Tolka("20090412-2389", new string('a', tecken), "Ek", new string('b', Studerande.MaxKlass), Personskydd.Inget, Idag).IsAccepted.ShouldBe(godtas);

    private static Studerandeuppgift Uppgift(Personskydd skydd = Personskydd.Inget) => new(Personnummer.FranVarde(Nummer), "Ny", "Studerandesson", "EK24B", skydd);

    private static Task<Result<Tillagdstuderande>> LaggTillAsync(Rapporteringsvarld varld, Studerandeuppgift uppgift) =>
        varld.GorAsync(t => new NyStuderandeService(t.Db, new AuditService(t.Db, t.NyDb, t.Anvandare, t.Klocka), t.Anvandare).LaggTillAsync(uppgift, default));
}
