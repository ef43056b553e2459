using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

public sealed class FramskrivningTests
{
    private static readonly Gen<int> Veckor = Gen.Elements(364, 371);

    private static readonly Gen<(DateOnly Dag, int Dagar)> Flyttar = from dag in Egenskap.Dagar from dagar in Veckor select (dag, dagar);

    [Theory]
    [InlineData("2025-08-18", 364, "2026-08-17")]   // week 34, and week 34
    [InlineData("2026-08-17", 371, "2027-08-23")]   // 2026 has 53 weeks
    [InlineData("2027-08-23", 364, "2028-08-21")]   // over a leap day
    [InlineData("2032-08-16", 371, "2033-08-22")]
    public void Lasar_BeginsInTheSameWeek(string forsta, int dagar, string nasta)
    {
        var dag = DateOnly.Parse(forsta);

        Framskrivning.Dagar(dag).ShouldBe(dagar);
        Framskrivning.Flytta(dag, dagar).ShouldBe(new(DateOnly.Parse(nasta), false));
    }

    [Theory]
    [InlineData("2025-05-02", "2026-05-01", "2026-05-04")]   // Första maj, a Friday: to Monday
    [InlineData("2024-12-27", "2025-12-26", "2025-12-29")]   // Annandag jul, a Friday
    [InlineData("2026-01-07", "2027-01-06", "2027-01-07")]   // Trettondagen
    public void Holiday_IsLeftForTheNextTeachingDay_AndMarked(string dag, string helgdag, string flyttad)
    {
        Helgdagar.ArHelgdag(DateOnly.Parse(helgdag)).ShouldBeTrue();
        Framskrivning.Flytta(DateOnly.Parse(dag), 364).ShouldBe(new(DateOnly.Parse(flyttad), true));
    }

    [Theory]
    [InlineData("2048-06-20", "2048-06-21", 371, "2049-06-28")]   // Midsommardagen, and the Sunday behind it
    [InlineData("2025-04-04", "2025-04-05", 364, "2026-04-07")]   // Långfredagen, and the Saturday between it and påskdagen
    public void FreeDays_BehindAHoliday_GoWhereItGoes(string forsta, string sista, int dagar, string ny)
    {
        var period = Framskrivning.Flytta(new Dagperiod(DateOnly.Parse(forsta), DateOnly.Parse(sista)), dagar);

        (period.Forsta, period.Sista).ShouldBe((new(DateOnly.Parse(ny), true), new(DateOnly.Parse(ny), true)));
    }

    [Fact]
    public void Days_AreMovedByWholeWeeks() => Should.Throw<ArgumentException>(() => Framskrivning.Flytta(new DateOnly(2026, 8, 17), 365));

    [Fact]
    public void Lasar_IsMoved52Or53Weeks_AndStaysInItsWeek() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
    {
        var dagar = Framskrivning.Dagar(dag);
        var ny = dag.AddDays(dagar);
        return dagar is 364 or 371 && (Vecka(dag) == 53 || Vecka(ny) == Vecka(dag));
        static int Vecka(DateOnly d) => System.Globalization.ISOWeek.GetWeekOfYear(d.ToDateTime(TimeOnly.MinValue));
    });

    [Fact]
    public void NoDay_IsEverAHoliday() => Egenskap.ForAlla(Flyttar, f =>
        Framskrivning.Flytta(f.Dag, f.Dagar) is var ny && !Helgdagar.ArHelgdag(ny.Dag) && (!ny.ArFlyttad || !Helgdagar.ArVeckoslutEllerHelgdag(ny.Dag)));

    [Fact]
    public void Order_IsKept() => Egenskap.ForAlla(
        from f in Flyttar from senare in Gen.Choose(0, 400) select (f.Dag, f.Dagar, Senare: f.Dag.AddDays(senare)),
        f => Framskrivning.Flytta(f.Dag, f.Dagar).Dag <= Framskrivning.Flytta(f.Senare, f.Dagar).Dag);

    [Fact]
    public void Weekday_AndTheWayBack_HoldForEveryDayThatIsNotMarked() => Egenskap.ForAlla(Flyttar, f =>
        Framskrivning.Flytta(f.Dag, f.Dagar) is var ny
        && (ny.ArFlyttad || (ny.Dag.DayOfWeek == f.Dag.DayOfWeek && ny.Dag.AddDays(-f.Dagar) == f.Dag)));

    [Fact]
    public void Period_IsOneAfterwardsToo() => Egenskap.ForAlla(
        from f in Flyttar from langd in Gen.Choose(0, 300) select (Period: new Dagperiod(f.Dag, f.Dag.AddDays(langd)), f.Dagar),
        f => Framskrivning.Flytta(f.Period, f.Dagar) is var ny && ny.Period.Dagar >= 1 && ny.ArFlyttad == (ny.Forsta.ArFlyttad || ny.Sista.ArFlyttad));
}
