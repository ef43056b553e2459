using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class HelgdagarTests
{
    [Theory]
    [InlineData("2026-01-01", "Nyårsdagen")]
    [InlineData("2026-01-06", "Trettondedag jul")]
    [InlineData("2026-04-03", "Långfredagen")]
    [InlineData("2026-04-05", "Påskdagen")]
    [InlineData("2026-04-06", "Annandag påsk")]
    [InlineData("2026-05-01", "Första maj")]
    [InlineData("2026-05-14", "Kristi himmelsfärdsdag")]
    [InlineData("2026-05-24", "Pingstdagen")]
    [InlineData("2026-06-06", "Sveriges nationaldag")]
    [InlineData("2026-06-20", "Midsommardagen")]
    [InlineData("2026-10-31", "Alla helgons dag")]
    [InlineData("2026-12-25", "Juldagen")]
    [InlineData("2026-12-26", "Annandag jul")]
    [InlineData("2004-05-31", "Annandag pingst")]
    [InlineData("2024-03-29", "Långfredagen")]
    [InlineData("2025-04-21", "Annandag påsk")]
    [InlineData("2025-06-21", "Midsommardagen")]
    [InlineData("2025-11-01", "Alla helgons dag")]
    [InlineData("2038-04-25", "Påskdagen")]
    [InlineData("2008-05-01", "Första maj")]
    [InlineData("2020-06-20", "Midsommardagen")]
    [InlineData("2021-06-26", "Midsommardagen")]
    [InlineData("2020-10-31", "Alla helgons dag")]
    [InlineData("2021-11-06", "Alla helgons dag")]
    public void Namn_OfTheHolidays(string dag, string namn)
    {
        Helgdagar.Namn(DateOnly.Parse(dag)).ShouldBe(namn);
        Helgdagar.ArHelgdag(DateOnly.Parse(dag)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2004-06-06")]   // the national day was a holiday first in 2005
    [InlineData("2005-05-16")]   // and Whit Monday no more
    [InlineData("2026-06-19")]   // midsummer eve, Christmas eve and New Year's eve are none by law
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    [InlineData("2026-11-22")]   // an ordinary Sunday
    public void OtherDays_AreNone(string dag) => Helgdagar.ArHelgdag(DateOnly.Parse(dag)).ShouldBeFalse();

    /// <summary>Easter Sunday, Midsummer Day and All Saints' Day as almanacs print them; the other days follow from the law.</summary>
    [Theory]
    [InlineData(2015, "04-05", "06-20", "10-31")]
    [InlineData(2016, "03-27", "06-25", "11-05")]
    [InlineData(2017, "04-16", "06-24", "11-04")]
    [InlineData(2018, "04-01", "06-23", "11-03")]
    [InlineData(2019, "04-21", "06-22", "11-02")]
    [InlineData(2020, "04-12", "06-20", "10-31")]
    [InlineData(2021, "04-04", "06-26", "11-06")]
    [InlineData(2022, "04-17", "06-25", "11-05")]
    [InlineData(2023, "04-09", "06-24", "11-04")]
    [InlineData(2024, "03-31", "06-22", "11-02")]
    [InlineData(2025, "04-20", "06-21", "11-01")]
    [InlineData(2026, "04-05", "06-20", "10-31")]
    [InlineData(2027, "03-28", "06-26", "11-06")]
    [InlineData(2028, "04-16", "06-24", "11-04")]
    [InlineData(2029, "04-01", "06-23", "11-03")]
    [InlineData(2030, "04-21", "06-22", "11-02")]
    [InlineData(2031, "04-13", "06-21", "11-01")]
    [InlineData(2032, "03-28", "06-26", "11-06")]
    [InlineData(2033, "04-17", "06-25", "11-05")]
    [InlineData(2034, "04-09", "06-24", "11-04")]
    [InlineData(2035, "03-25", "06-23", "11-03")]
    public void AWholeYear_IsAsPublished(int ar, string pask, string midsommar, string allhelgona)
    {
        var paskdagen = DateOnly.Parse($"{ar}-{pask}");
        DateOnly[] vantade =
        [
            new(ar, 1, 1), new(ar, 1, 6), paskdagen.AddDays(-2), paskdagen, paskdagen.AddDays(1), new(ar, 5, 1), paskdagen.AddDays(39), paskdagen.AddDays(49),
            new(ar, 6, 6), DateOnly.Parse($"{ar}-{midsommar}"), DateOnly.Parse($"{ar}-{allhelgona}"), new(ar, 12, 25), new(ar, 12, 26),
        ];

        Enumerable.Range(0, 366).Select(new DateOnly(ar, 1, 1).AddDays).Where(d => d.Year == ar && Helgdagar.ArHelgdag(d)).ShouldBe(vantade.Distinct().Order());
    }

    [Fact]
    public void ThirteenHolidays_EveryYearButWhenTwoMeet()
    {
        for (var ar = 2005; ar <= 2060; ar++)
        {
            var dagar = Enumerable.Range(0, 366).Select(new DateOnly(ar, 1, 1).AddDays).Where(d => d.Year == ar && Helgdagar.ArHelgdag(d)).ToList();

            // Ascension Day meets 1 May (2008), Whit Sunday meets the national day: then one is fewer.
            dagar.Count.ShouldBeInRange(12, 13, $"{ar}");
            dagar.ShouldContain(d => d.Month == 6 && d.DayOfWeek == DayOfWeek.Saturday && d.Day >= 20);
        }
    }

    [Fact]
    public void Paskdagen_IsASundayInRange() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
        Helgdagar.Paskdagen(dag.Year) is { DayOfWeek: DayOfWeek.Sunday } pask && pask >= new DateOnly(dag.Year, 3, 22) && pask <= new DateOnly(dag.Year, 4, 25));
}
