using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class UnderlagsfristTests
{
    [Theory]
    [InlineData("2026-09-07", "2026-10-16", "2026-11-07", "2026-12-16")]
    [InlineData("2026-09-07", "2026-11-20", "2026-11-20", "2027-01-20")]   // first day + 2 has passed: the report day
    [InlineData("2026-11-29", "2026-12-29", "2027-01-29", "2027-02-28")]
    [InlineData("2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28")]
    [InlineData("2026-11-30", "2026-12-31", "2027-01-30", "2027-02-28")]
    [InlineData("2026-12-30", "2027-01-20", "2027-02-28", "2027-03-20")]
    [InlineData("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31")]
    [InlineData("2026-06-01", "2026-07-31", "2026-08-01", "2026-09-30")]
    public void Months_AreAddedToTheOriginalDateAndClamped(string forsta, string rapport, string rekommenderad, string senast)
    {
        var frist = Underlagsfrist.For(D(forsta), D(rapport));
        (frist.Rekommenderad, frist.Senast, frist.GenastRekommenderas).ShouldBe((D(rekommenderad), D(senast), false));
    }

    [Theory]
    [InlineData("2027-01-31", false)]
    [InlineData("2027-02-01", true)]
    [InlineData("2027-06-30", true)]
    [InlineData("2027-07-01", false)]
    public void FebruaryToJune_IsRecommendedAtOnce(string rapport, bool genast)
    {
        var frist = Underlagsfrist.For(D(rapport).AddDays(-30), D(rapport));
        frist.GenastRekommenderas.ShouldBe(genast);
        if (genast)
            frist.Rekommenderad.ShouldBe(D(rapport));
        frist.Senast.ShouldBe(D(rapport).AddMonths(2));
    }

    [Fact]
    public void TheDueDay_IsInTime()
    {
        var frist = Underlagsfrist.For(D("2026-09-07"), D("2026-10-16"));
        frist.ArSent(D("2026-12-16")).ShouldBeFalse();
        frist.ArSent(D("2026-12-17")).ShouldBeTrue();
    }

    [Fact]
    public void Recommended_IsNeverBeforeTheReportNorAfterTheLast() => Egenskap.ForAlla(
        from forsta in Egenskap.Dagar from dagar in Gen.Choose(15, 400) select (forsta, rapportdag: forsta.AddDays(dagar)),
        fall => Underlagsfrist.For(fall.forsta, fall.rapportdag) is var frist && frist.Rekommenderad >= fall.rapportdag && frist.Rekommenderad <= frist.Senast);

    [Fact]
    public void Complement_HasFourteenDays() => Underlagsfrist.SvarSenast(D("2026-12-20")).ShouldBe(D("2027-01-03"));
}
