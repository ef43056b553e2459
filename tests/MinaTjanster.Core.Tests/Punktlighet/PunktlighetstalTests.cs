using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Punktlighet;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

public sealed class PunktlighetstalTests
{
    private static readonly DateOnly Rapport = new(2026, 11, 10);

    private static readonly Gen<Rapportutfall> Rapporter =
        from dag in Gen.Choose(new DateOnly(2025, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber)
        from fore in Gen.Choose(15, 90)
        from underlag in Gen.Choose(-2, 60)
        from godkant in Gen.Choose(0, 2)
        from flaggor in Gen.Choose(0, 5)
        select new Rapportutfall(
            1, DateOnly.FromDayNumber(dag - fore), DateOnly.FromDayNumber(dag), godkant == 0 ? null : DateOnly.FromDayNumber(dag + underlag), godkant == 0 ? null : DateOnly.FromDayNumber(dag + underlag + 5), flaggor == 1, flaggor == 2);

    [Fact]
    public void Days_CountTheReportDayAndNotTheFirst()
    {
        new Rapportutfall(1, new(2026, 10, 11), Rapport).DagarTillRapport.ShouldBe(30);
        var u = new Rapportutfall(1, new(2026, 10, 11), Rapport, KompletteraUnderlag: new(2026, 11, 20), Godkand: new(2026, 11, 25));
        u.DagarTillUnderlag.ShouldBe(10);
        (u with { KompletteraUnderlag = Rapport }).DagarTillUnderlag.ShouldBe(0);
        (u with { KompletteraUnderlag = Rapport.AddDays(-3) }).DagarTillUnderlag.ShouldBe(0, "a letter may be dated before");
        (u with { Godkand = null }).DagarTillUnderlag.ShouldBeNull("not known to be complete");
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-12-31", false)]
    [InlineData("2026-07-30", true)]
    [InlineData("2026-08-23", true)]
    [InlineData("2026-06-23", false)]
    public void InTime_IsThe22ndIncluded_AndAllOfJulyAndAugust(string dag, bool iTid) =>
        new Rapportutfall(1, new(2026, 1, 1), DateOnly.Parse(dag)).ITid.ShouldBe(iTid);

    [Fact]
    public void FirstTimeRight_IsApprovedWithoutAQuestionOrACorrection()
    {
        var ratt = new Rapportutfall(1, new(2026, 10, 1), Rapport, new(2026, 11, 20), new(2026, 11, 25));
        ratt.RattForstaGangen.ShouldBeTrue();
        (ratt with { Fragad = true }).RattForstaGangen.ShouldBeFalse();
        (ratt with { Rattad = true }).RattForstaGangen.ShouldBeFalse();
        (ratt with { Godkand = null }).RattForstaGangen.ShouldBeFalse();
    }

    [Fact]
    public void Quantiles_AreNearestRank()
    {
        Dagfordelning.For([]).ShouldBeNull();
        Dagfordelning.For([7]).ShouldBe(new(7, 7));
        Dagfordelning.For([1, 2]).ShouldBe(new(1, 2));
        Dagfordelning.For([10, 1, 9, 2, 8, 3, 7, 4, 6, 5]).ShouldBe(new(5, 9));
        Dagfordelning.For([3, 1, 2]).ShouldBe(new(2, 3));
    }

    [Fact]
    public void Figures_DoNotDependOnOrder() => Egenskap.ForAlla(
        Rapporter.ListOf(),
        rapporter => Punktlighetstal.For(rapporter) == Punktlighetstal.For(Enumerable.Reverse(rapporter).ToList()) && Punktlighetstal.For(rapporter) == Punktlighetstal.For(rapporter.OrderBy(r => r.ForstaDag).ToList()));

    [Fact]
    public void Counts_AddUp_AndMediansLieBetweenThoseOfTheParts() => Egenskap.ForAlla(
        Rapporter.ListOf().Two(),
        delar =>
        {
            var (a, b, alla) = (Punktlighetstal.For(delar.Item1), Punktlighetstal.For(delar.Item2), Punktlighetstal.For(delar.Item1.Concat(delar.Item2)));
            return alla.Antal == a.Antal + b.Antal && alla.ITid == a.ITid + b.ITid && alla.Godkanda == a.Godkanda + b.Godkanda && alla.RattForsta == a.RattForsta + b.RattForsta
                && (a.DagarTillRapport is null || b.DagarTillRapport is null
                    || (alla.DagarTillRapport!.Median >= Math.Min(a.DagarTillRapport.Median, b.DagarTillRapport.Median) && alla.DagarTillRapport.Median <= Math.Max(a.DagarTillRapport.Median, b.DagarTillRapport.Median)));
        });

    [Fact]
    public void Months_PartitionTheReports() => Egenskap.ForAlla(
        Rapporter.ListOf(),
        rapporter => rapporter.GroupBy(r => r.Manad).Sum(m => Punktlighetstal.For(m).ITid) == Punktlighetstal.For(rapporter).ITid && rapporter.All(r => r.Manad <= r.Rapportdag && r.Manad.AddMonths(1) > r.Rapportdag));

    [Fact]
    public void Spread_SaysNothingOfFourSchools_AndNeverTheLowestOrTheHighest()
    {
        Spridning.For([1, 2, 3, 4]).ShouldBeNull();
        Spridning.For([50, 10, 40, 20, 30]).ShouldBe(new(5, 20, 30, 40));
        Egenskap.ForAlla(
            (from antal in Gen.Choose(Spridning.MinstSkolor, 12) from steg in Gen.Choose(1, 40).ArrayOf(antal) select steg.Select((_, i) => steg.Take(i + 1).Sum()).ToList()),
            varden => Spridning.For(varden) is { } s && s.Undre > varden.Min() && s.Ovre < varden.Max() && s.Undre <= s.Mitten && s.Mitten <= s.Ovre);
    }
}
