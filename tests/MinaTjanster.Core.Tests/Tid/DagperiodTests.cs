using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class DagperiodTests
{
    private static readonly Gen<Dagperiod> Perioder =
        from forsta in Gen.Choose(new DateOnly(2026, 8, 1).DayNumber, new DateOnly(2026, 10, 31).DayNumber)
        from dagar in Gen.Choose(0, 60)
        select new Dagperiod(DateOnly.FromDayNumber(forsta), DateOnly.FromDayNumber(forsta + dagar));

    [Fact]
    public void BothEndsBelongToIt()
    {
        var period = P("2026-08-17", "2026-08-23");
        period.Dagar.ShouldBe(7);
        period.Innehaller(period.ForstaDag).ShouldBeTrue();
        period.Innehaller(period.SistaDag).ShouldBeTrue();
        period.Innehaller(period.SistaDag.AddDays(1)).ShouldBeFalse();
        period.Overlappar(P("2026-08-23", "2026-08-30")).ShouldBeTrue();
        period.Overlappar(P("2026-08-24", "2026-08-30")).ShouldBeFalse();
        P("2026-08-17", "2026-08-17").Dagar.ShouldBe(1);
    }

    [Fact]
    public void LastDayBeforeFirst_CannotBe() => Should.Throw<ArgumentException>(() => P("2026-08-17", "2026-08-16"));

    [Fact]
    public void Utan_LeavesTheDaysBetween()
    {
        var period = P("2026-08-17", "2026-12-18");
        period.Utan([]).ShouldBe([period]);
        period.Utan([P("2026-10-26", "2026-11-01"), P("2026-09-01", "2026-09-01")])
            .ShouldBe([P("2026-08-17", "2026-08-31"), P("2026-09-02", "2026-10-25"), P("2026-11-02", "2026-12-18")]);
        period.Utan([P("2026-08-01", "2026-08-20"), P("2026-12-01", "2027-01-10")]).ShouldBe([P("2026-08-21", "2026-11-30")]);
        period.Utan([period]).ShouldBeEmpty();
        period.Utan([P("2027-01-01", "2027-01-10")]).ShouldBe([period]);
    }

    [Fact]
    public void Utan_HoldsExactlyTheDaysInNoBreak() => Egenskap.ForAlla(
        from period in Perioder from uppehall in Perioder.ListOf(4) select (period, uppehall),
        fall => fall.period.Utan(fall.uppehall).SelectMany(Dagar)
            .SequenceEqual(Dagar(fall.period).Where(dag => !fall.uppehall.Any(u => u.Innehaller(dag)))));

    private static IEnumerable<DateOnly> Dagar(Dagperiod period) => Enumerable.Range(0, period.Dagar).Select(period.ForstaDag.AddDays);

    private static Dagperiod P(string forsta, string sista) => new(DateOnly.Parse(forsta), DateOnly.Parse(sista));
}
