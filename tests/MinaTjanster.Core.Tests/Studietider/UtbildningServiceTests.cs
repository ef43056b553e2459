using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

/// <summary>Educations are added, changed, archived and taken back, each act with its event; and found again.</summary>
public sealed class UtbildningServiceTests
{
    private static readonly Utbildningsuppgift Uppgift = UtbildningsregelTests.Exempel(Utbildningsformer.For(Skolform.Yrkeshogskola)) with { Namn = "Ölbryggare på Åland", Kod = "yh-1" };

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Add_StoresWhatTheRuleAccepted_AndSaysSoInTheHistory(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);

        var ny = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift with { Namn = "  Ölbryggare på Åland " }, default))).Value;

        await using var db = varld.Databas.For(varld.SkolaId);
        var lagrad = await db.Utbildningar.SingleAsync(u => u.Id == ny.Id);
        lagrad.Uppgift.ShouldBe(Uppgift with { Kod = "YH-1" });
        (lagrad.Status, lagrad.Version, lagrad.Sokord).ShouldBe((Utbildningsstatus.Aktuell, 0, " olbryggare pa aland yh 1"));
        var rad = (await varld.AuditAsync(Acts.EducationAdded)).ShouldHaveSingleItem();
        (rad.Objekt, rad.ObjektId, rad.SkolaId, rad.Outcome).ShouldBe((AuditObjects.Utbildning, ny.Id, varld.SkolaId, AuditOutcome.Accepted));
        rad.Changes!.ShouldContain("Namn: Ölbryggare på Åland");
        rad.Changes!.ShouldNotContain("Till läsåret");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Refused_IsLoggedOnTheSchool_AndStoresNothing(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var fore = await AntalAsync(varld);

        (await GorAsync(varld, s => s.LaggTillAsync(Uppgift with { Namn = "", Omfattning = 0 }, default))).Refusals.Select(r => r.Code).ShouldBe(["UTB-NAMN", "UTB-OMFATTNING"]);

        (await AntalAsync(varld)).ShouldBe(fore);
        var rad = (await varld.AuditAsync(Acts.EducationAdded)).ShouldHaveSingleItem();
        (rad.Objekt, rad.ObjektId, rad.Outcome).ShouldBe((AuditObjects.Skola, varld.SkolaId, AuditOutcome.Refused));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TheSameToAStudent_IsAddedOnce(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default));

        (await GorAsync(varld, s => s.LaggTillAsync(Uppgift with { Namn = "ÖLBRYGGARE på Åland", PoangTiondelar = 10 }, default))).Refusals.Single().Code.ShouldBe("UTB-FINNS");
        foreach (var skild in new[] { Uppgift with { Omfattning = 50 }, Uppgift with { Undervisning = Undervisningssatt.Distans }, Uppgift with { Kod = null }, Uppgift with { Namn = "Olbryggare på Aland" } })
            (await GorAsync(varld, s => s.LaggTillAsync(skild, default))).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Change_TellsOldAndNew_AndNothingWhenNothingChanged(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var id = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;

        (await GorAsync(varld, s => s.AndraAsync(id, Uppgift, 0, false, default)))!.Value.Version.ShouldBe(0);
        (await varld.AuditAsync(Acts.EducationChanged)).ShouldBeEmpty();
        var andrad = (await GorAsync(varld, s => s.AndraAsync(id, Uppgift with { Namn = "Bryggmästare", Omfattning = 50, TillLasar = 2027, PoangTiondelar = null }, 0, false, default)))!.Value;

        (andrad.Version, andrad.Sorteringsnyckel, andrad.Sokord).ShouldBe((1, "bryggm|stare", " bryggmastare yh 1"));
        (await varld.AuditAsync(Acts.EducationChanged)).ShouldHaveSingleItem().Changes!.Split('\n').ShouldBe(
            ["Namn: Ölbryggare på Åland → Bryggmästare", "Takt: 100 % → 50 %", "Poäng: 400 → –", "Till läsåret: – → 2027/28"]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoWhoHadItOpen_TheSecondIsTold_AndOverwritesNothing(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var id = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;

        (await GorAsync(varld, s => s.AndraAsync(id, Uppgift with { Namn = "Först" }, 0, false, default)))!.IsAccepted.ShouldBeTrue();
        (await GorAsync(varld, s => s.AndraAsync(id, Uppgift with { Namn = "Sedan" }, 0, false, default)))!.Refusals.Single().ShouldBeOfType<UtbildningenAndradAvAnnan>();

        (await HamtaAsync(varld, id)).Uppgift.Namn.ShouldBe("Först");
        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => GorAsync(varld, s => s.AndraAsync(id, Uppgift with { Namn = $"Samtidigt {i}" }, 1, false, default)))));
        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals.Single() is UtbildningenAndradAvAnnan);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Archive_IsRefused_WhileAStudietidHoldsOrWaits_AndHasNotEnded(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var id = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;
        var idag = varld.Klocka.SvenskDag();
        var (galler, forslag) = (await StudietidAsync(varld, id, idag, Studietidsstatus.Galler), await StudietidAsync(varld, id, idag.AddDays(40), Studietidsstatus.Forslag));
        await StudietidAsync(varld, id, idag.AddDays(-1), Studietidsstatus.Galler);
        await StudietidAsync(varld, id, idag.AddDays(60), Studietidsstatus.Ersatt);

        (await GorAsync(varld, s => s.ArkiveraAsync(id, default)))!.Refusals.Single().ShouldBe(new UtbildningenHarStudietider(2));
        await SattAsync(varld, galler, Studietidsstatus.Ersatt);
        (await GorAsync(varld, s => s.ArkiveraAsync(id, default)))!.Refusals.Single().ShouldBe(new UtbildningenHarStudietider(1));
        (await HamtaAsync(varld, id)).Status.ShouldBe(Utbildningsstatus.Aktuell);
        await SattAsync(varld, forslag, Studietidsstatus.Ersatt);

        (await GorAsync(varld, s => s.ArkiveraAsync(id, default)))!.IsAccepted.ShouldBeTrue();
        (await HamtaAsync(varld, id)).Status.ShouldBe(Utbildningsstatus.Arkiverad);
        (await varld.AuditAsync(Acts.EducationArchived)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Refused, AuditOutcome.Refused, AuditOutcome.Accepted], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Archived_IsNotChanged_AndIsTakenBack_UnlessAnotherHasItsPlace(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var id = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;
        (await GorAsync(varld, s => s.AtertaAsync(id, default)))!.Refusals.Single().ShouldBe(new UtbildningenArRedan(Utbildningsstatus.Aktuell));
        await GorAsync(varld, s => s.ArkiveraAsync(id, default));

        (await GorAsync(varld, s => s.ArkiveraAsync(id, default)))!.Refusals.Single().ShouldBe(new UtbildningenArRedan(Utbildningsstatus.Arkiverad));
        (await GorAsync(varld, s => s.AndraAsync(id, Uppgift with { Namn = "Ny" }, 1, false, default)))!.Refusals.Single().ShouldBe(new UtbildningenArArkiverad());
        var annan = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;
        (await GorAsync(varld, s => s.AtertaAsync(id, default)))!.Refusals.Single().Code.ShouldBe("UTB-FINNS");
        await GorAsync(varld, s => s.ArkiveraAsync(annan, default));

        (await GorAsync(varld, s => s.AtertaAsync(id, default)))!.Value.Status.ShouldBe(Utbildningsstatus.Aktuell);
        (await varld.AuditAsync(Acts.EducationRestored)).ShouldContain(e => e.ObjektId == id && e.Outcome == AuditOutcome.Accepted);
    }

    /// <summary>Neither seen, changed nor archived by another school's reporter, and no duplicate to them.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task AnotherSchools_IsNotThere(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var annan = new Utbildning(await AnnanSkolaAsync(varld), Uppgift with { Kod = "YH-1" });
        await using (var alla = varld.Databas.Alla())
        {
            alla.Add(annan);
            await alla.SaveChangesAsync();
        }

        (await GorAsync(varld, s => s.AndraAsync(annan.Id, Uppgift, 0, false, default))).ShouldBeNull();
        (await GorAsync(varld, s => s.ArkiveraAsync(annan.Id, default))).ShouldBeNull();
        (await GorAsync(varld, s => s.AtertaAsync(annan.Id, default))).ShouldBeNull();
        (await SokAsync(varld, q => q.ForAsync(annan.Id, default))).ShouldBeNull();
        (await SokAsync(varld, q => q.ListaAsync(new("ölbryggare"), 1, default))).Antal.ShouldBe(0);
        (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Search_FoldsWords_AndFindsTheirBeginnings(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default));
        await GorAsync(varld, s => s.LaggTillAsync(Uppgift with { Namn = "Ålfiskare", Kod = "YH-2" }, default));

        foreach (var (text, antal) in new[] { ("ölbrygg", 1), ("OLBRYGGARE", 1), ("åland öl", 1), ("al", 2), ("yh-2", 1), ("bryggare", 0), ("ölbrygg fiskare", 0), ("al %", 2), ("_lbryggare", 0) })
            (await SokAsync(varld, q => q.ListaAsync(new(text), 1, default))).Antal.ShouldBe(antal, text);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_IsInSwedishOrder_ByKindAndArchive_PageByPage(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        await using (var db = varld.Databas.For(varld.SkolaId))
        {
            db.AddRange(Enumerable.Range(1, 26).Select(i => new Utbildning(varld.SkolaId, Uppgift with { Namn = $"Prov {i:00}", Slag = Utbildningsslag.Kurs })));
            foreach (var namn in new[] { "Provöst", "Provås", "Provä", "Provz" })
                db.Add(new Utbildning(varld.SkolaId, Uppgift with { Namn = namn }));
            await db.SaveChangesAsync();
        }

        var program = await SokAsync(varld, q => q.ListaAsync(new("prov", Utbildningsslag.Program), 1, default));
        program.Rader.Select(r => r.Uppgift.Namn).ShouldBe(["Provz", "Provås", "Provä", "Provöst"]);
        var sista = await SokAsync(varld, q => q.ListaAsync(new("prov", Utbildningsslag.Kurs), 99, default));
        (sista.Antal, sista.Sida, sista.Rader.Single().Uppgift.Namn).ShouldBe((26, 2, "Prov 26"));
        await GorAsync(varld, s => s.ArkiveraAsync(sista.Rader[0].Id, default));
        (await SokAsync(varld, q => q.AllaAsync(new("prov", Arkiverade: true), default))).Single().Uppgift.Namn.ShouldBe("Prov 26");
        (await SokAsync(varld, q => q.AllaAsync(new("prov", Utbildningsslag.Kurs), default))).Count.ShouldBe(25);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Page_ShowsTheStudietiderThatHold_AndTheListCountsThoseProposedToo(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var id = (await GorAsync(varld, s => s.LaggTillAsync(Uppgift, default))).Value.Id;
        var dag = new DateOnly(2026, 12, 18);
        var galler = await StudietidAsync(varld, id, dag, Studietidsstatus.Galler);
        await StudietidAsync(varld, id, dag.AddDays(100), Studietidsstatus.Forslag);
        await StudietidAsync(varld, id, dag.AddDays(200), Studietidsstatus.Ersatt);

        (await SokAsync(varld, q => q.ForAsync(id, default)))!.Studietider.Select(s => s.Id).ShouldBe([galler]);
        (await SokAsync(varld, q => q.ListaAsync(new("ölbryggare"), 1, default))).Rader.Single().Studietider.ShouldBe(2);
    }

    private static Task<T> GorAsync<T>(Rapporteringsvarld varld, Func<UtbildningService, Task<T>> gor) =>
        varld.GorAsync(t => gor(new(t.Db, new AuditService(t.Db, t.NyDb, t.Anvandare, t.Klocka), t.Anvandare, t.Klocka)));

    private static Task<T> SokAsync<T>(Rapporteringsvarld varld, Func<UtbildningQuery, Task<T>> gor) => varld.GorAsync(t => gor(new(t.Db, t.Anvandare)));

    private static async Task<Utbildning> HamtaAsync(Rapporteringsvarld varld, long id)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        return await db.Utbildningar.AsNoTracking().SingleAsync(u => u.Id == id);
    }

    private static async Task<int> AntalAsync(Rapporteringsvarld varld)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        return await db.Utbildningar.CountAsync();
    }

    private static async Task<long> AnnanSkolaAsync(Rapporteringsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.Skolor.Where(s => s.Id != varld.SkolaId).Select(s => s.Id).FirstAsync();
    }

    /// <summary>Thirty days that end on the day, in a report of their own.</summary>
    private static async Task<long> StudietidAsync(Rapporteringsvarld varld, long utbildningId, DateOnly sista, Studietidsstatus status)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        var rapport = new Studietidsrapport(varld.SkolaId, 2026, 1 + await db.Studietidsrapporter.CountAsync(), Hemlighet.Ny(), varld.Klocka.UtcNu());
        db.Add(rapport);
        var tid = new Studietid(varld.SkolaId, utbildningId, new(new Dagperiod(sista.AddDays(-29), sista), [], 200));
        rapport.LaggTill(tid);
        db.Entry(tid).Property(s => s.Status).CurrentValue = status;
        await db.SaveChangesAsync();
        return tid.Id;
    }

    private static async Task SattAsync(Rapporteringsvarld varld, long id, Studietidsstatus status)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        var tid = await db.Studietider.SingleAsync(s => s.Id == id);
        db.Entry(tid).Property(s => s.Status).CurrentValue = status;
        await db.SaveChangesAsync();
    }
}
