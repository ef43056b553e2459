using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
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
        var varning = Studietidsregel.Bedom(Tid(forsta, sista), Lage(Skolform.Folkhogskola)).Varningar.ShouldHaveSingleItem();

        (varning.Kod, varning.Falt).ShouldBe((kod, falt));
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
