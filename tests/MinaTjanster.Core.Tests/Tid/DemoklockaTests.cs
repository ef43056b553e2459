using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class DemoklockaTests
{
    [Theory]
    [InlineData("2026-06-13")]
    [InlineData("2026-07-31")]
    [InlineData("2026-09-30")]
    public void Start_BetweenTheTerms_IsNovemberOfTheLasarBefore(string dag) =>
        Demoklocka.Start(DateOnly.Parse(dag)).ShouldBe(new DateOnly(2025, 11, 22));

    [Theory]
    [InlineData("2026-06-12")]
    [InlineData("2026-10-01")]
    [InlineData("2026-11-22")]
    [InlineData("2027-01-01")]
    public void Start_InMidTerm_IsTheRealDay(string dag) => Demoklocka.Start(DateOnly.Parse(dag)).ShouldBeNull();
}
