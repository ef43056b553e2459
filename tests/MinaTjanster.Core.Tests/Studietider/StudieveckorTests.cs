using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

/// <summary>förordningen 3:4; domain.md section 6, Scope. 24 August 2026 is the Monday of week 35.</summary>
public sealed class StudieveckorTests
{
    private static readonly Gen<Dagperiod> Perioder =
        from forsta in Egenskap.Dagar
        from dagar in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 400))
        select new Dagperiod(forsta, forsta.AddDays(dagar));

    [Theory]
    [InlineData("2026-08-24", "2026-08-30", 1)]    // Monday–Sunday
    [InlineData("2026-08-24", "2026-08-29", 0)]    // Monday–Saturday: a single partial week adds nothing
    [InlineData("2026-08-25", "2026-08-30", 0)]    // Tuesday–Sunday: as above
    [InlineData("2026-08-26", "2026-08-26", 0)]    // one day
    [InlineData("2026-08-25", "2026-08-31", 1)]    // Tuesday–Monday: 6 + 1
    [InlineData("2026-08-26", "2026-08-31", 0)]    // Wednesday–Monday: 5 + 1 is one short
    [InlineData("2026-08-30", "2026-09-05", 1)]    // Sunday–Saturday: 1 + 6
    [InlineData("2026-08-30", "2026-09-04", 0)]    // Sunday–Friday: 1 + 5
    [InlineData("2026-08-25", "2026-09-05", 1)]    // Tuesday–Saturday of the next week: 6 + 6 is one week, never two
    [InlineData("2026-08-24", "2026-12-18", 16)]   // Monday of week 35–Friday of week 51: the last week alone adds nothing
    [InlineData("2026-08-26", "2026-12-15", 16)]   // Wednesday of week 35–Tuesday of week 51, CSN's example: 15, and 5 + 2
    [InlineData("2026-08-26", "2026-12-14", 15)]   // one day less: 5 + 1
    [InlineData("2026-12-28", "2027-01-03", 1)]    // over a new year: week 53
    public void Antal_WholeWeeksAndPerhapsOne(string forsta, string sista, int veckor) => Studieveckor.Antal(P(forsta, sista)).ShouldBe(veckor);

    [Fact]
    public void Antal_IsTheCountDayByDay() => Egenskap.ForAlla(Perioder, period =>
    {
        var dagarPerVecka = Enumerable.Range(0, period.Dagar).Select(period.ForstaDag.AddDays).GroupBy(MandagenFore).Select(v => v.Count()).ToList();
        var delvisa = dagarPerVecka.Where(d => d < 7).ToList();
        var enTill = delvisa.Count == 2 && delvisa.Sum() >= 7 ? 1 : 0;
        return Studieveckor.Antal(period) == dagarPerVecka.Count(d => d == 7) + enTill;
    });

    [Fact]
    public void Antal_NeverFallsWithADayMore() => Egenskap.ForAlla(Perioder, period =>
        Studieveckor.Antal(new Dagperiod(period.ForstaDag, period.SistaDag.AddDays(1))) is var senare
        && Studieveckor.Antal(new Dagperiod(period.ForstaDag.AddDays(-1), period.SistaDag)) is var tidigare
        && Studieveckor.Antal(period) is var antal
        && senare - antal is 0 or 1 && tidigare - antal is 0 or 1);

    [Fact]
    public void Antal_IsTheSameWholeWeeksLater() => Egenskap.ForAlla(
        from period in Perioder from veckor in Gen.Choose(1, 60) select (period, veckor),
        fall => Studieveckor.Antal(new Dagperiod(fall.period.ForstaDag.AddDays(7 * fall.veckor), fall.period.SistaDag.AddDays(7 * fall.veckor))) == Studieveckor.Antal(fall.period));

    [Fact]
    public void Antal_GrowsByTheWholeWeeksAdded() => Egenskap.ForAlla(
        from period in Perioder from veckor in Gen.Choose(1, 60) where period.Dagar >= 7 select (period, veckor),
        fall => Studieveckor.Antal(new Dagperiod(fall.period.ForstaDag, fall.period.SistaDag.AddDays(7 * fall.veckor))) == Studieveckor.Antal(fall.period) + fall.veckor);

    // Cut at a Monday nothing is lost, unless two partial ends made a week together: they no longer belong to one period.
    [Fact]
    public void Antal_CutAtAMonday_AddsUp() => Egenskap.ForAlla(
        from period in Perioder from framat in Gen.Choose(1, 60) select (period, mandag: MandagenFore(period.ForstaDag).AddDays(7 * framat)),
        fall =>
        {
            if (fall.mandag > fall.period.SistaDag)
                return true;

            var fore = new Dagperiod(fall.period.ForstaDag, fall.mandag.AddDays(-1));
            var efter = new Dagperiod(fall.mandag, fall.period.SistaDag);
            var helVidEnAnde = fall.period.ForstaDag.DayOfWeek == DayOfWeek.Monday || fall.period.SistaDag.DayOfWeek == DayOfWeek.Sunday;
            var forlorad = Studieveckor.Antal(fall.period) - Studieveckor.Antal(fore) - Studieveckor.Antal(efter);
            return helVidEnAnde ? forlorad == 0 : forlorad is 0 or 1;
        });

    [Fact]
    public void Uppehall_LeavesTheWeeksOfTheParts()
    {
        var period = P("2026-08-26", "2027-01-22");
        var jullov = P("2026-12-19", "2027-01-10");
        Studieveckor.Antal(period).ShouldBe(21);              // 31 August–17 January is 20 weeks, and 5 + 5 days make one
        Studieveckor.Antal(period, [jullov]).ShouldBe(17);    // Wednesday–Friday 18 December: 15 and 5 + 5; Monday 11–Friday 22 January: 1
        Studieveckor.Antal(period, []).ShouldBe(21);
        Studieveckor.Antal(period, [period]).ShouldBe(0);
    }

    [Fact]
    public void Uppehall_NeverGivesMoreWeeks() => Egenskap.ForAlla(
        from period in Perioder
        from fran in Gen.Choose(-10, 200)
        from dagar in Gen.Choose(0, 40)
        select (period, uppehall: new Dagperiod(period.ForstaDag.AddDays(fran), period.ForstaDag.AddDays(fran + dagar))),
        fall => Studieveckor.Antal(fall.period, [fall.uppehall]) <= Studieveckor.Antal(fall.period));

    [Fact]
    public void Uppehall_OfAWholeCalendarWeek_CostsExactlyThatWeekOrTheSharedOne() => Egenskap.ForAlla(
        from period in Perioder from framat in Gen.Choose(1, 60) select (period, mandag: MandagenFore(period.ForstaDag).AddDays(7 * framat)),
        fall => fall.mandag.AddDays(6) > fall.period.SistaDag
            || Studieveckor.Antal(fall.period) - Studieveckor.Antal(fall.period, [new Dagperiod(fall.mandag, fall.mandag.AddDays(6))]) is 1 or 2);

    [Theory]
    [InlineData("2026-08-24", "2026-09-25", 4, 5)]   // five weeks Monday–Friday
    [InlineData("2026-03-30", "2026-04-02", 0, 1)]   // Monday–Maundy Thursday: Good Friday and the weekend are off
    [InlineData("2026-03-30", "2026-04-01", 0, 0)]   // Monday–Wednesday: Thursday is a school day
    [InlineData("2026-04-07", "2026-04-10", 0, 1)]   // Tuesday after Easter Monday–Friday
    [InlineData("2026-08-25", "2026-08-28", 0, 0)]   // Tuesday–Friday: Monday is a school day
    public void MedHelger_AWeekThatLacksOnlyDaysOff_IsWhole(string forsta, string sista, int antal, int medHelger)
    {
        Studieveckor.Antal(P(forsta, sista)).ShouldBe(antal);
        Studieveckor.AntalMedHelger(P(forsta, sista)).ShouldBe(medHelger);
    }

    [Fact]
    public void MedHelger_IsAtLeastTheCountAndAtMostTwoMore() => Egenskap.ForAlla(Perioder, period =>
        Studieveckor.AntalMedHelger(period) - Studieveckor.Antal(period) is >= 0 and <= 2);

    [Fact]
    public void For_HogskolaHasNone()
    {
        foreach (var skolform in Enum.GetValues<Skolform>())
            Studieveckor.For(skolform, P("2026-08-26", "2026-12-15")).ShouldBe(skolform == Skolform.Hogskola ? null : 16);
    }

    private static DateOnly MandagenFore(DateOnly dag) => dag.AddDays(-(((int)dag.DayOfWeek + 6) % 7));

    private static Dagperiod P(string forsta, string sista) => new(DateOnly.Parse(forsta), DateOnly.Parse(sista));
}
