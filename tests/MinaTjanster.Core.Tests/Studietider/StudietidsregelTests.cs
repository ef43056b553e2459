using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

public sealed class StudietidsregelTests
{
    private static readonly Lasar Lasaret = new(2026);

    [Fact]
    public void AnOrdinaryTerm_IsAcceptedWithoutAWord()
    {
        var bedomning = Studietidsregel.Bedom(Tid("2026-08-17", "2026-12-18"), Lage(Skolform.Gymnasieskola));

        bedomning.ArGodtagen.ShouldBeTrue();
        bedomning.Varningar.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-06-30", "2026-12-18", "ForstaDag")]
    [InlineData("2026-08-17", "2027-07-01", "SistaDag")]
    public void Days_OutsideTheLasar_AreRefused_ByTheirField(string forsta, string sista, string falt)
    {
        var fel = Studietidsregel.Bedom(Tid(forsta, sista), Lage(Skolform.Gymnasieskola)).Refusals.ShouldHaveSingleItem();

        (fel.Code, fel.Field).ShouldBe(("ST-LASAR", falt));
        fel.Sentence.ShouldContain("2026/27");
    }

    [Theory]
    [InlineData("2026-10-26", "2026-10-30", null)]
    [InlineData("2026-08-17", "2026-12-18", null)]   // all of it: odd, but no contradiction
    [InlineData("2026-08-16", "2026-08-20", "ST-UPPEHALLUTANFOR")]
    [InlineData("2026-12-15", "2026-12-19", "ST-UPPEHALLUTANFOR")]
    public void Break_LiesWithinTheTime(string forsta, string sista, string? kod) =>
        Koder(Tid("2026-08-17", "2026-12-18") with { Uppehall = [P(forsta, sista)] }, Skolform.Gymnasieskola).ShouldBe(kod is null ? [] : [kod]);

    [Fact]
    public void Breaks_DoNotOverlap_AndTheSecondIsTold()
    {
        var uppgift = Tid("2026-08-17", "2027-06-11") with { Uppehall = [P("2026-12-19", "2027-01-06"), P("2027-02-22", "2027-02-26"), P("2027-01-06", "2027-01-08")] };

        var fel = Studietidsregel.Bedom(uppgift, Lage(Skolform.Gymnasieskola)).Refusals.ShouldHaveSingleItem();

        (fel.Code, fel.Field).ShouldBe(("ST-UPPEHALLKROCK", "Uppehall[2].ForstaDag"));
    }

    [Theory]
    [InlineData("2026-12-18", "2027-03-26", true)]
    [InlineData("2026-12-19", "2027-03-26", false)]
    [InlineData("2026-08-01", "2026-08-17", true)]
    [InlineData("2026-08-01", "2026-08-16", false)]
    public void Overlap_OfTheSameEducation_IsRefused(string forsta, string sista, bool krockar) =>
        Koder(Tid(forsta, sista), Skolform.Gymnasieskola, P("2026-08-17", "2026-12-18")).ShouldBe(krockar ? ["ST-KROCK"] : []);

    [Fact]
    public void Yh_IsSplitAtChristmas_AndStatesPoints()
    {
        var uppgift = Tid("2026-11-02", "2027-01-15") with { PoangTiondelar = 400 };

        Koder(uppgift, Skolform.Yrkeshogskola).ShouldBe(["ST-JUL"]);
        Koder(uppgift with { Period = P("2026-11-02", "2026-12-23") }, Skolform.Yrkeshogskola).ShouldBeEmpty();
        Koder(uppgift with { Period = P("2026-11-02", "2026-12-23"), PoangTiondelar = null }, Skolform.Yrkeshogskola).ShouldBe(["ST-POANG"]);
        Koder(uppgift, Skolform.Komvux).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Scope_IsOneToAHundredPercent(int procent, bool godtas) =>
        Koder(Tid("2026-08-17", "2026-12-18") with { Omfattning = procent }, Skolform.Folkhogskola).ShouldBe(godtas ? [] : ["ST-OMFATTNING"]);

    [Theory]
    [InlineData("2026-08-16", "2026-12-18", "STUDIE-V-LEDIGSTART", "ForstaDag")]
    [InlineData("2026-08-17", "2027-01-06", "STUDIE-V-LEDIGSLUT", "SistaDag")]
    public void WeekendOrHoliday_IsWarnedOf_ByItsField(string forsta, string sista, string kod, string falt)
    {
        var varning = Studietidsregel.Bedom(Tid(forsta, sista), Lage(Skolform.Folkhogskola)).Varningar.Single(v => v.Kod == kod);

        varning.Falt.ShouldBe(falt);
    }

    [Fact]
    public void MorePoints_ThanTheWeeksHold_AreWarnedOf_BreaksLeftOut()
    {
        var uppgift = Tid("2026-08-17", "2026-12-18") with { Omfattning = null, PoangTiondelar = 900 };

        Varningar(uppgift, Skolform.Yrkeshogskola).ShouldBeEmpty();
        Varningar(uppgift with { Uppehall = [P("2026-10-26", "2026-11-01")] }, Skolform.Yrkeshogskola).ShouldBe(["STUDIE-V-POANGVECKOR"]);
    }

    [Theory]
    [InlineData("2026-10-26", true)]
    [InlineData("2026-10-12", false)]
    public void LongGap_IsWarnedOf(string forsta, bool varnas) =>
        Varningar(Tid(forsta, "2026-12-18"), Skolform.Komvux, P("2026-08-17", "2026-09-25")).ShouldBe(varnas ? ["ST-V-GLAPP"] : []);

    [Theory]
    [InlineData("2026-08-17", "2026-12-24", "SistaDag", "julafton")]
    [InlineData("2026-12-31", "2027-06-11", "ForstaDag", "nyårsafton")]
    [InlineData("2027-01-11", "2027-06-25", "SistaDag", "midsommarafton")]
    public void AnEve_IsWarnedOf_ByItsField(string forsta, string sista, string falt, string afton)
    {
        var varning = Studietidsregel.Bedom(Tid(forsta, sista), Lage(Skolform.Gymnasieskola)).Varningar.Single(v => v.Kod == "ST-V-AFTON");

        varning.Falt.ShouldBe(falt);
        varning.Mening.ShouldContain(afton);
    }

    [Theory]
    [InlineData(Skolform.Komvux, 3000, 100, false)]     // 20 points in each of the 15 weeks that are whole whatever is counted
    [InlineData(Skolform.Komvux, 2990, 100, true)]      // reads as 75 percent
    [InlineData(Skolform.Komvux, 1500, 50, false)]
    [InlineData(Skolform.Komvux, 1490, 50, true)]
    [InlineData(Skolform.Komvux, 300, 25, false)]       // less than half time either way
    [InlineData(Skolform.Yrkeshogskola, 750, null, false)]
    [InlineData(Skolform.Yrkeshogskola, 740, null, true)]
    [InlineData(Skolform.Hogskola, 225, null, false)]
    [InlineData(Skolform.Hogskola, 224, null, true)]
    [InlineData(Skolform.Folkhogskola, 10, 100, false)] // has no points
    public void FewerPoints_ThanTheScopeOrThePaceAsks_AreWarnedOf(Skolform skolform, int tiondelar, int? procent, bool varnas)
    {
        // Monday to Sunday, 16 weeks, one of them a break.
        var uppgift = Tid("2026-08-24", "2026-12-13") with { PoangTiondelar = tiondelar, Omfattning = procent, Uppehall = [P("2026-10-26", "2026-11-01")] };
        var lage = Lage(skolform) with { Utbildning = new(Utbildningsslag.Kurs, 100, []) };

        var varningar = Studietidsregel.Bedom(uppgift, lage).Varningar.Where(v => v.Kod == "ST-V-POANGFA").ToList();

        varningar.Select(v => v.Falt).ShouldBe(varnas ? ["Poang"] : []);
        if (varnas)
            varningar[0].Mening.ShouldContain(procent is null ? "utbildningens takt är 100 procent" : $"omfattningen är {procent} procent");
    }

    [Fact]
    public void FewPoints_AreNotWarnedOf_WhereNothingSaysHowMany_OrThePaceIsLow()
    {
        var uppgift = Tid("2026-08-24", "2026-12-11") with { PoangTiondelar = 370, Omfattning = null };

        Varningar(uppgift, Skolform.Yrkeshogskola).ShouldBeEmpty("the whole school has no pace");
        Koder2(uppgift, new(Utbildningsslag.Kurs, 40, [])).ShouldBeEmpty();
        Koder2(uppgift, new(Utbildningsslag.Kurs, 50, [])).ShouldBe(["ST-V-POANGFA"]);

        static IEnumerable<string> Koder2(Studietidsuppgift u, Utbildningslage utbildning) =>
            Studietidsregel.Bedom(u, Lage(Skolform.Yrkeshogskola) with { Utbildning = utbildning }).Varningar.Select(v => v.Kod);
    }

    [Theory]
    [InlineData(Skolform.Gymnasieskola, "2027-06-11", null, null, true)]
    [InlineData(Skolform.Folkhogskola, "2027-01-15", "2026-10-26", "2026-10-30", true)]
    [InlineData(Skolform.Folkhogskola, "2027-01-15", "2026-12-21", "2027-01-08", false)]
    [InlineData(Skolform.Gymnasieskola, "2026-12-22", null, null, false)]
    [InlineData(Skolform.Hogskola, "2027-01-15", null, null, false)]
    public void Christmas_WithoutABreak_IsAskedAbout(Skolform skolform, string sista, string? fran, string? till, bool varnas)
    {
        var uppgift = Tid("2026-08-17", sista) with { Uppehall = fran is null ? [] : [P(fran, till!)] };

        Varningar(uppgift, skolform).ShouldBe(varnas ? ["ST-V-JUL"] : []);
    }

    [Theory]
    [InlineData(Utbildningsslag.Program, false, null, true, "Saknas en studietid?")]
    [InlineData(Utbildningsslag.Program, true, null, true, "skolans gemensamma tider i vår")]
    [InlineData(Utbildningsslag.Kurs, false, null, false, "")]
    [InlineData(Utbildningsslag.Kurs, true, null, true, "skolans gemensamma tider i vår")]
    [InlineData(Utbildningsslag.Program, true, "2027-01-18", false, "")]   // has its spring
    [InlineData(Utbildningsslag.Program, true, "2026-11-02", false, "")]   // asked of the later one in the autumn
    public void AutumnOfAnEducation_WithoutASpring_IsAskedAbout_Once(Utbildningsslag slag, bool skolanHarVar, string? annanFran, bool varnas, string mening)
    {
        var lage = Lage(Skolform.Folkhogskola, annanFran is null ? [] : [new(DateOnly.Parse(annanFran), DateOnly.Parse(annanFran).AddDays(40))]) with
        {
            Utbildning = new(slag, 100, skolanHarVar ? [P("2026-08-17", "2026-10-30"), P("2027-01-11", "2027-06-04")] : []),
        };

        var varning = Studietidsregel.Bedom(Tid("2026-08-17", "2026-10-30"), lage).Varningar.SingleOrDefault(v => v.Kod == "ST-V-UTANVAR");

        (varning is not null).ShouldBe(varnas);
        (varning?.Mening ?? "").ShouldContain(mening);
    }

    [Fact]
    public void AutumnThatEndsInJanuary_HasNoSpring_NorTheWholeSchools()
    {
        var lage = Lage(Skolform.Hogskola) with { Utbildning = new(Utbildningsslag.Program, 100, [P("2027-01-18", "2027-06-06")]) };

        var varning = Studietidsregel.Bedom(Tid("2026-08-31", "2027-01-17") with { Uppehall = [P("2026-12-19", "2027-01-06")] }, lage).Varningar.Single(v => v.Kod == "ST-V-UTANVAR");

        varning.Mening.ShouldEndWith("Saknas en studietid?");
    }

    [Fact]
    public void WholeSchool_IsNotAskedForItsSpring() => Varningar(Tid("2026-08-17", "2026-12-18"), Skolform.Folkhogskola).ShouldBeEmpty();

    [Fact]
    public void Christmas_IsNoGap() => Varningar(Tid("2027-01-11", "2027-06-04"), Skolform.Komvux, P("2026-08-17", "2026-12-18")).ShouldBeEmpty();

    private static IReadOnlyList<string> Koder(Studietidsuppgift uppgift, Skolform skolform, params Dagperiod[] andra) =>
        [.. Studietidsregel.Bedom(uppgift, Lage(skolform, andra)).Refusals.Select(r => r.Code)];

    private static IReadOnlyList<string> Varningar(Studietidsuppgift uppgift, Skolform skolform, params Dagperiod[] andra) =>
        [.. Studietidsregel.Bedom(uppgift, Lage(skolform, andra)).Varningar.Select(v => v.Kod)];

    private static Studietidslage Lage(Skolform skolform, params Dagperiod[] andra) => new(skolform, Lasaret, andra);

    private static Studietidsuppgift Tid(string forsta, string sista) => new(P(forsta, sista), [], Omfattning: 100);

    private static Dagperiod P(string forsta, string sista) => new(DateOnly.Parse(forsta), DateOnly.Parse(sista));
}
