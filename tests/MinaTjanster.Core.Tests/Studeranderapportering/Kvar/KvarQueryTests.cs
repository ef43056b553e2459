using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Kvar;

/// <summary>Who is left, and who is not: nothing is asked for that could not be told truthfully. Today is 22 November 2026.</summary>
public sealed class KvarQueryTests
{
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Hogskola_AsksForTheResultOfACourse_NotOfTheProgrammeItIsIn(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var id = await varld.StuderandeAsync();
        Handelseuppgift Av(Handelseslag slag, string utbildning, string? kod) =>
            new() { Slag = slag, ForstaDag = new(2026, 8, 31), SistaDag = new(2026, 11, 13), Utbildning = utbildning, Kurskod = kod, PoangTiondelar = 150 };
        await varld.SkickaAsync(id, Av(Handelseslag.BorjatStudera, "Kandidatprogram", null));
        await varld.SkickaAsync(id, Av(Handelseslag.Kursregistrering, "Historia A", "HIA101"));
        await varld.SkickaAsync(id, Av(Handelseslag.Kursregistrering, "Historia B", "HIB101"));
        (await ForAsync(varld, id)).ShouldBe(["Resultat Kandidatprogram", "Resultat Historia A", "Resultat Historia B"], ignoreOrder: true);

        // Told by its code, in other words than the registration's.
        await varld.SkickaAsync(id, Av(Handelseslag.Studieresultat, "Historia, grundkurs", "HIA101"));

        (await ForAsync(varld, id)).ShouldBe(["Resultat Historia B"]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Komvux_AsksForTheGrade_WhenTheLastPartHasEnded_HoweverTheCourseIsWritten(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        Handelseuppgift Del(DateOnly forsta, DateOnly sista) => new() { Slag = Handelseslag.StudietidForTermin, ForstaDag = forsta, SistaDag = sista, Utbildning = "Matematik 1a", PoangTiondelar = 500 };
        await varld.SkickaAsync(id, Del(new(2026, 8, 17), new(2026, 9, 25)));
        (await ForAsync(varld, id)).ShouldBe(["Resultat Matematik 1a"]);

        await varld.SkickaAsync(id, Del(new(2026, 9, 28), new(2026, 12, 18)));
        (await ForAsync(varld, id)).ShouldBeEmpty();

        varld.Klocka.Flytta(TimeSpan.FromDays(30));
        (await ForAsync(varld, id)).ShouldBe(["Resultat Matematik 1a"]);
        await varld.SkickaAsync(id, new() { Slag = Handelseslag.Studieresultat, ForstaDag = new(2026, 12, 18), Utbildning = "matematik 1A", Resultat = "C" });
        (await ForAsync(varld, id)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Arskurser))]
    public async Task Gymnasium_ExpectsWhoGoesOn_NotWhoHasLeft(Databasprovider provider, int arskurs, bool vantas)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Gymnasieskola);
        var id = await varld.StuderandeAsync(
            nummer: Testnummer.Skapa(new(2008, 5, 4), 981), period: new Studieperiod(varld.SkolaId, new(2025, 8, 18), new(2026, 6, 12), "Ekonomiprogrammet", Avdelning.A1, 100, "EKEKO0000", arskurs));

        (await ForAsync(varld, id)).ShouldBe(vantas ? ["Start Ekonomiprogrammet"] : []);
    }

    public static IEnumerable<object[]> Arskurser() =>
        from provider in Testdatabaser.Providers()
        from fall in new[] { (1, true), (2, true), (3, false), (4, false) }
        select new[] { provider[0], fall.Item1, fall.Item2 };

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Extended_IsExpectedToo_BrokenOffIsNot(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        Studieperiod Var() => new(varld.SkolaId, new(2026, 1, 12), new(2026, 6, 5), "Undersköterska", Avdelning.A2);
        var (forlangd, avbruten) = (await varld.StuderandeAsync(period: Var()), await varld.StuderandeAsync(nummer: Testnummer.Skapa(new(1990, 5, 4), 981), period: Var()));
        await varld.SkickaAsync(forlangd, new() { Slag = Handelseslag.Forlangning, ForstaDag = new(2026, 6, 26) });
        await varld.SkickaAsync(avbruten, new() { Slag = Handelseslag.Avbrott, ForstaDag = new(2026, 4, 10) });

        (await ForAsync(varld, forlangd)).ShouldContain("Start Undersköterska");
        (await ForAsync(varld, avbruten)).ShouldNotContain("Start Undersköterska");
    }

    /// <summary>What the list says of one student; the start page's number is the same list's.</summary>
    private static async Task<List<string>> ForAsync(Rapporteringsvarld varld, long studerandeId)
    {
        var alla = await varld.GorAsync(t => new KvarQuery(t.Db, t.Anvandare, t.Klocka).AllaAsync(default));
        await using var db = varld.Databas.Alla();
        var skolform = db.Skolor.Single(s => s.Id == varld.SkolaId).Skolform;
        (await varld.GorAsync(t => new KvarQuery(t.Db, t.Anvandare, t.Klocka).AntalAsync(skolform, default)))
            .ShouldBe(new(alla.Count(r => r.Slag == Kvarslag.Start), alla.Count(r => r.Slag == Kvarslag.Resultat)));
        return [.. alla.Where(r => r.StuderandeId == studerandeId).Select(r => $"{r.Slag} {r.Utbildning}")];
    }
}
