using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class SkolkregelTests
{
    [Theory]
    [InlineData("2026-10-01", "2026-10-01", null)]                       // one day, inclusive
    [InlineData("2026-10-01", "2026-09-30", "SKOLK-SISTAFORE")]
    [InlineData("2026-10-01", "2026-11-22", null)]                       // today
    [InlineData("2026-10-01", "2026-11-23", "SKOLK-SISTAFRAMTID")]
    public void LastDay_IsFromFirstThroughToday(string forsta, string sista, string? kod)
    {
        string[] koder = kod is null ? [] : [kod];
        Skolkregel.Bedom(Uppgift(forsta, sista), Gymnasist("2026-11-22")).Koder().ShouldBe(koder);
        Skolkregel.BedomAndring(Uppgift(forsta, sista), D(forsta), Gymnasist("2026-11-22")).Koder().ShouldBe(koder);
        Skolkregel.BedomAvslut(D(forsta), D(sista), Gymnasist("2026-11-22")).Koder().ShouldBe(koder);
    }

    [Fact]
    public void LastDayToday_IsWarnedAbout() =>
        Skolkregel.BedomAvslut(D("2026-10-01"), D("2026-11-22"), Gymnasist("2026-11-22")).Varningskoder().ShouldBe(["SKOLK-V-SISTAIDAG"]);

    [Theory]
    [InlineData("2026-09-22", null, "SKOLK-OVERLAPP")]                   // the other's last day
    [InlineData("2026-09-23", null, null)]                               // the day after
    [InlineData("2026-09-01", null, "SKOLK-OVERLAPP")]
    [InlineData("2026-08-20", null, "SKOLK-OVERLAPPSISTA")]              // open, and another follows
    [InlineData("2026-08-20", "2026-09-01", "SKOLK-OVERLAPPSISTA")]
    [InlineData("2026-08-20", "2026-08-31", null)]
    [InlineData("2026-08-20", "2026-10-01", "SKOLK-OVERLAPPSISTA")]      // around it
    public void ClosedReports_DoNotOverlap(string forsta, string? sista, string? kod)
    {
        var lage = Gymnasist("2026-11-22", new AnnanSkolkrapport(1, D("2026-09-01"), D("2026-09-22")));
        Skolkregel.Bedom(Uppgift(forsta, sista), lage).Koder().ShouldBe(kod is null ? [] : [kod]);
    }

    [Fact]
    public void Overlap_SaysTheFirstFreeDay()
    {
        var lage = Gymnasist("2026-11-22", new AnnanSkolkrapport(2, D("2026-09-23"), D("2026-10-05")), new AnnanSkolkrapport(1, D("2026-09-01"), D("2026-09-22")));
        Skolkregel.Bedom(Uppgift("2026-09-10"), lage).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SkolkOverlapp>().Tidigast.ShouldBe(D("2026-10-06"));
    }

    [Theory]
    [InlineData("2026-10-10")]
    [InlineData("2026-09-10")]
    public void OpenReport_BlocksANewOne(string forsta)
    {
        var lage = Gymnasist("2026-11-22", new AnnanSkolkrapport(1, D("2026-10-01"), null));
        var bedomning = Skolkregel.Bedom(Uppgift(forsta, "2026-09-20"), lage);
        bedomning.Koder().ShouldContain("SKOLK-OPPEN");
        bedomning.Refusals.Single(r => r is SkolkOppenRapport).Sentence.ShouldContain("1 oktober 2026");
    }

    [Fact]
    public void Ending_MustNotReachAFollowingReport()
    {
        var lage = Gymnasist("2026-11-22", new AnnanSkolkrapport(2, D("2026-10-10"), null));
        Skolkregel.BedomAvslut(D("2026-09-01"), D("2026-10-09"), lage).ArGodtagen.ShouldBeTrue();
        Skolkregel.BedomAvslut(D("2026-09-01"), D("2026-10-10"), lage).Koder().ShouldBe(["SKOLK-OVERLAPPSISTA"]);
        Skolkregel.BedomAndring(Uppgift("2026-09-01"), D("2026-09-01"), lage).Koder().ShouldBe(["SKOLK-OVERLAPPSISTA"]);
    }

    [Fact]
    public void AcceptedReports_NeverShareADay() => Egenskap.ForAlla(
        from a in Gen.Choose(0, 60) from b in Gen.Choose(0, 60) from c in Gen.Choose(0, 60) from d in Gen.Choose(0, 60) select (a, b, c, d),
        fall =>
        {
            var start = D("2026-08-20");
            var andra = new AnnanSkolkrapport(1, start.AddDays(Math.Min(fall.a, fall.b)), start.AddDays(Math.Max(fall.a, fall.b)));
            var (forsta, sista) = (start.AddDays(Math.Min(fall.c, fall.d)), start.AddDays(Math.Max(fall.c, fall.d)));
            var delarDag = Enumerable.Range(0, 61).Select(start.AddDays).Any(dag => forsta <= dag && dag <= sista && andra.ForstaDag <= dag && dag <= andra.SistaDag);
            var uppgift = new Skolkuppgift(forsta, sista, null, null, false);
            return Skolkregel.Bedom(uppgift, Gymnasist("2026-12-01", andra)).ArGodtagen == !delarDag;
        });

    [Theory]
    [InlineData("2026-08-17", null, "SKOLK-STUDIETID")]
    [InlineData("2026-08-18", null, null)]
    [InlineData("2026-12-19", null, null)]
    [InlineData("2026-12-20", null, "SKOLK-STUDIETID")]                  // a first day has a lesson
    [InlineData("2026-11-17", "2027-01-06", null)]                       // a last day may lie in the Christmas break
    [InlineData("2027-05-01", "2027-06-12", null)]
    [InlineData("2027-05-01", "2027-06-13", "SKOLK-STUDIETID")]
    [InlineData("2027-06-13", null, "SKOLK-STUDIETID")]
    public void Skolk_LiesWithinTheStudyPeriod(string forsta, string? sista, string? kod) =>
        Skolkregel.Bedom(Uppgift(forsta, sista), Gymnasist("2027-07-20")).Koder().ShouldBe(kod is null ? [] : [kod]);

    [Fact]
    public void NoStudyPeriodAtAll_IsSaid() =>
        Skolkregel.Bedom(Uppgift("2026-09-01"), Gymnasist("2026-11-22") with { Studieperioder = [] }).Koder().ShouldBe(["SKOLK-INGENSTUDIETID"]);

    [Fact]
    public void SummerBetweenTwoLasar_IsNoBreak()
    {
        var lage = Gymnasist("2027-09-20") with { Studieperioder = [Lagen.Host, Lagen.Var, new(D("2027-08-18"), D("2027-12-19"), Avdelning.A1)] };
        Skolkregel.BedomAvslut(D("2027-05-01"), D("2027-07-01"), lage).Koder().ShouldBe(["SKOLK-STUDIETID"]);
        Skolkregel.BedomAvslut(D("2027-05-01"), D("2027-08-20"), lage).ArGodtagen.ShouldBeTrue();
    }

    [Fact]
    public void TimeOff_InHalfAYear_IsShownAsTheNearestPeriod() =>
        Skolkregel.Bedom(Uppgift("2026-12-22"), Gymnasist("2027-02-20")).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("18 augusti 2026–19 december 2026");

    [Theory]
    [InlineData(0, 1, "SKOLK-INGATIMMAR")]
    [InlineData(-60, 1, "SKOLK-INGATIMMAR")]
    [InlineData(300, 0, "SKOLK-INGATILLFALLEN")]
    [InlineData(300, -1, "SKOLK-INGATILLFALLEN")]
    [InlineData((2 * 1440) + 1, 4, "SKOLK-FORMANGATIMMAR")]
    [InlineData(2 * 1440, 4, null)]
    [InlineData(300, 40, null)]
    [InlineData(300, 41, "SKOLK-FORMANGATILLFALLEN")]
    [InlineData(3, 4, "SKOLK-FORMANGATILLFALLEN")]
    public void ImpossibleNumbers_AreRefused(int minuter, int tillfallen, string? kod) =>
        Skolkregel.Bedom(Uppgift("2026-10-01", "2026-10-02", minuter, tillfallen), Gymnasist("2026-11-22")).Koder().ShouldBe(kod is null ? [] : [kod]);

    [Fact]
    public void ManyHours_AreWarnedAbout()
    {
        // Thursday and Friday: two school days of ten hours.
        Skolkregel.Bedom(Uppgift("2026-10-01", "2026-10-04", 1200), Gymnasist("2026-11-22")).Varningar.ShouldBeEmpty();
        Skolkregel.Bedom(Uppgift("2026-10-01", "2026-10-04", 1201), Gymnasist("2026-11-22")).Varningskoder().ShouldBe(["SKOLK-V-MANGATIMMAR"]);
    }

    [Fact]
    public void FirstDayOnASunday_IsWarnedAbout() =>
        Skolkregel.Bedom(Uppgift("2026-10-04"), Gymnasist("2026-11-22")).Varningar.ShouldHaveSingleItem().Mening.ShouldStartWith("Söndag 4 oktober 2026");

    [Fact]
    public void SeveralFaults_AreAllToldAndEachHasAField()
    {
        var bedomning = Skolkregel.Bedom(Uppgift("2026-08-01", "2026-11-23", 0, 0), Gymnasist("2026-11-22"));
        bedomning.Koder().ShouldBe(["SKOLK-SISTAFRAMTID", "SKOLK-STUDIETID", "SKOLK-INGATIMMAR", "SKOLK-INGATILLFALLEN"]);
        bedomning.Refusals.ShouldAllBe(r => typeof(Skolkuppgift).GetProperty(r.Field!) != null && r.Sentence.EndsWith('.'));
    }
}
