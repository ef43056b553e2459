using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class SkoldagarTests
{
    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)] // Saturday
    [InlineData("2026-11-22", false)] // Sunday
    [InlineData("2027-01-06", false)] // Trettondedag jul
    [InlineData("2027-01-05", true)] // the eve of it
    [InlineData("2026-12-24", false)] // julafton
    [InlineData("2026-12-31", false)] // nyårsafton
    [InlineData("2027-06-25", false)] // midsommarafton
    public void ASchoolDay_IsAWeekdayOnWhichSomebodyTeaches(string dag, bool ar) => Skoldagar.Ar(DateOnly.Parse(dag)).ShouldBe(ar);

    [Theory]
    [InlineData("2026-11-20", "2026-11-23", 0)] // Friday to Monday
    [InlineData("2026-11-20", "2026-11-24", 1)]
    [InlineData("2027-01-05", "2027-01-07", 0)] // over Trettondedag jul
    [InlineData("2027-03-25", "2027-03-30", 0)] // skärtorsdag to the day after annandag påsk
    [InlineData("2025-12-23", "2025-12-29", 0)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-10", 0)]
    public void Between_CountsNeitherOfTheTwo(string efter, string fore, int antal) => Skoldagar.Mellan(DateOnly.Parse(efter), DateOnly.Parse(fore)).Count.ShouldBe(antal);

    /// <summary>What the database is given says the same as the calendar, for any two days.</summary>
    [Fact]
    public void ThePairs_AreThoseWithoutASchoolDayBetween()
    {
        var par = Skoldagar.UtanMellan(2020, 2031).ToHashSet();
        var dagar = Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2031, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
        Egenskap.ForAlla(dagar, fore => Enumerable.Range(2, 14).All(antal =>
            (antal < Skoldagar.Langst && par.Contains((fore.DayNumber * Skoldagar.Langst) + antal)) == (Skoldagar.Mellan(fore.AddDays(-antal), fore).Count == 0)));
    }
}
