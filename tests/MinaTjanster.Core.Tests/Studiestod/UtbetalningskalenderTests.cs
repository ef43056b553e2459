using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studiestod;

public sealed class UtbetalningskalenderTests
{
    // Every date published in domain.md section 5.
    [Theory]
    [InlineData("2016-09-30 2016-10-31 2016-11-30 2016-12-30 2017-01-31 2017-02-28 2017-03-31 2017-04-28 2017-05-31 2017-06-30")]
    [InlineData("2019-09-30 2019-10-31 2019-11-29 2019-12-30 2020-01-31 2020-02-28 2020-03-31 2020-04-30 2020-05-29 2020-06-30")]
    public void PublishedDates_AreReproduced(string publicerade)
    {
        foreach (var dag in publicerade.Split(' ').Select(DateOnly.Parse))
            Utbetalningskalender.Utbetalningsdag(dag.Year, dag.Month).ShouldBe(dag);
    }

    [Theory]
    [InlineData(2027, 12, "2027-12-30")]   // the 31st is a Friday
    [InlineData(2024, 3, "2024-03-28")]    // Good Friday is the 29th
    [InlineData(2021, 10, "2021-10-29")]
    public void HolidaysAndNewYearsEve_AreSteppedOver(int ar, int manad, string dag) =>
        Utbetalningskalender.Utbetalningsdag(ar, manad).ShouldBe(DateOnly.Parse(dag));

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void SummerMonths_HaveNoPayment(int manad)
    {
        Utbetalningskalender.Utbetalningsdag(2026, manad).ShouldBeNull();
        Utbetalningskalender.SistaStoppdag(2026, manad).ShouldBeNull();
        Utbetalningskalender.Stoppogonblick(2026, manad).ShouldBeNull();
    }

    [Fact]
    public void NoSuchMonth_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Utbetalningskalender.Utbetalningsdag(2026, 13));

    [Theory]
    [InlineData("2026-11-22", "2026-11-30")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-12-31", "2027-01-29")]
    [InlineData("2027-07-01", "2027-09-30")]
    public void NextPayment_IsOnOrAfter(string dag, string nasta) =>
        Utbetalningskalender.NastaUtbetalning(DateOnly.Parse(dag)).ShouldBe(DateOnly.Parse(nasta));

    [Theory]
    [InlineData("2026-11-22", 2026, 11)]   // a Sunday: the 22nd does not move
    [InlineData("2026-11-23", 2026, 12)]
    [InlineData("2026-12-23", 2027, 1)]
    [InlineData("2027-06-22", 2027, 6)]
    [InlineData("2027-06-23", 2027, 9)]
    [InlineData("2027-07-05", 2027, 9)]
    [InlineData("2027-08-31", 2027, 9)]
    public void Report_StopsTheMonthThroughThe22nd(string rapportdag, int ar, int manad)
    {
        var stopp = Utbetalningskalender.FoljandeStopp(DateOnly.Parse(rapportdag));
        (stopp.Ar, stopp.Manad, stopp.SistaStoppdag).ShouldBe((ar, manad, new DateOnly(ar, manad, 22)));
        stopp.Utbetalningsdag.ShouldBe(Utbetalningskalender.Utbetalningsdag(ar, manad)!.Value);
    }

    [Theory]
    [InlineData(2026, 11, "2026-11-22T23:00:00Z")]
    [InlineData(2026, 3, "2026-03-22T23:00:00Z")]    // summer time starts on the 29th
    [InlineData(2026, 10, "2026-10-22T22:00:00Z")]   // and ends on the 25th
    [InlineData(2026, 6, "2026-06-22T22:00:00Z")]
    [InlineData(2026, 4, "2026-04-22T22:00:00Z")]
    public void StopMoment_IsSwedishMidnightAfterThe22nd(int ar, int manad, string utc)
    {
        var ogonblick = Utbetalningskalender.Stoppogonblick(ar, manad)!.Value;
        ogonblick.ShouldBe(DateTimeOffset.Parse(utc).UtcDateTime);

        // 22nd 23:59:59.9999999 stops the month, one tick later does not.
        Utbetalningskalender.FoljandeStopp(SvenskTid.SvenskDag(ogonblick.AddTicks(-1))).Manad.ShouldBe(manad);
        Utbetalningskalender.FoljandeStopp(SvenskTid.SvenskDag(ogonblick)).Manad.ShouldNotBe(manad);
    }

    [Fact]
    public void PaymentDay_IsAWeekdayInItsMonthAfterTheStop() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
        Utbetalningskalender.Utbetalningsdag(dag.Year, dag.Month) is not { } utbetalning
        || (utbetalning.Month == dag.Month && !Helgdagar.ArVeckoslutEllerHelgdag(utbetalning) && utbetalning.Day > 22));

    [Fact]
    public void Periods_AreWholeHalfMonthsThatTouchTheInterval()
    {
        var perioder = Halvmanadsperiod.Alla(new DateOnly(2028, 2, 15), new DateOnly(2028, 3, 16));
        perioder.Select(p => (p.ForstaDag, p.SistaDag)).ShouldBe(
        [
            (new DateOnly(2028, 2, 1), new DateOnly(2028, 2, 15)),
            (new DateOnly(2028, 2, 16), new DateOnly(2028, 2, 29)),
            (new DateOnly(2028, 3, 1), new DateOnly(2028, 3, 15)),
            (new DateOnly(2028, 3, 16), new DateOnly(2028, 3, 31)),
        ]);
        perioder[0].Belopp.ShouldBe(625);
    }

    [Fact]
    public void Periods_SkipJulyAndAugust()
    {
        Halvmanadsperiod.Alla(new DateOnly(2026, 6, 30), new DateOnly(2026, 9, 1)).Select(p => p.ForstaDag)
            .ShouldBe([new DateOnly(2026, 6, 16), new DateOnly(2026, 9, 1)]);
        Halvmanadsperiod.Alla(new DateOnly(2026, 9, 2), new DateOnly(2026, 9, 1)).ShouldBeEmpty();
        Halvmanadsperiod.For(new DateOnly(2026, 7, 15)).ShouldBeNull();
        Halvmanadsperiod.For(new DateOnly(2018, 2, 28))!.Belopp.ShouldBe(525);
    }
}
