using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class SvenskTidTests
{
    [Theory]
    [InlineData("2026-01-22T22:59:59Z", "2026-01-22")]
    [InlineData("2026-01-22T23:00:00Z", "2026-01-23")]
    [InlineData("2026-07-22T21:59:59Z", "2026-07-22")]
    [InlineData("2026-07-22T22:00:00Z", "2026-07-23")]
    public void SvenskDag_FollowsStockholmMidnight(string utc, string dag) =>
        new StillaKlocka(Utc(utc)).SvenskDag().ShouldBe(DateOnly.Parse(dag));

    [Fact]
    public void UtcNu_IsAnInstant() =>
        new StillaKlocka(Utc("2026-01-22T22:59:59Z")).UtcNu().Kind.ShouldBe(DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")]   // skipped: 03:30 summer time
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]   // repeated: the first
    [InlineData("2026-10-25", "00:00", "2026-10-24T22:00:00Z")]
    [InlineData("2026-12-24", "15:00", "2026-12-24T14:00:00Z")]
    public void TillUtc_IsSafeWhenClocksChange(string dag, string tid, string utc) =>
        SvenskTid.TillUtc(DateOnly.Parse(dag), TimeOnly.Parse(tid)).ShouldBe(Utc(utc));

    [Fact]
    public void SvenskTidpunkt_IsWallClock() =>
        SvenskTid.SvenskTidpunkt(Utc("2026-10-25T01:30:00Z")).ShouldBe(new DateTime(2026, 10, 25, 2, 30, 0));

    [Fact]
    public void LocalTime_IsNoInstant() =>
        Should.Throw<ArgumentException>(() => SvenskTid.SvenskDag(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void Midnight_GoesThereAndBack() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
        SvenskTid.SvenskDag(SvenskTid.TillUtc(dag, TimeOnly.MinValue)) == dag
        && SvenskTid.SvenskDag(SvenskTid.TillUtc(dag, TimeOnly.MinValue).AddTicks(-1)) == dag.AddDays(-1));

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text).UtcDateTime;

    private sealed class StillaKlocka(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
    }
}
