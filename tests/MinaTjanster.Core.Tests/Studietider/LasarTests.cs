using MinaTjanster.Core.Studietider;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

public sealed class LasarTests
{
    [Theory]
    [InlineData("2026-06-30", "2025/26", "vårterminen 2026")]
    [InlineData("2026-07-01", "2026/27", "höstterminen 2026")]
    [InlineData("2027-01-01", "2026/27", "vårterminen 2027")]
    [InlineData("1999-12-31", "1999/00", "höstterminen 1999")]
    public void For_TurnsOnFirstOfJuly(string dag, string lasar, string termin)
    {
        Lasar.For(DateOnly.Parse(dag)).ToString().ShouldBe(lasar);
        Termin.For(DateOnly.Parse(dag)).ToString().ShouldBe(termin);
    }

    [Fact]
    public void ItHoldsItsDaysAndNoOthers() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
    {
        var lasar = Lasar.For(dag);
        return lasar.Innehaller(dag) && !lasar.Nasta.Innehaller(dag) && !lasar.Foregaende.Innehaller(dag)
            && lasar.SistaDag.AddDays(1) == lasar.Nasta.ForstaDag
            && Termin.For(dag).Lasar == lasar
            && (Termin.For(dag) == lasar.Hosttermin || Termin.For(dag) == lasar.Vartermin)
            && Lasar.TryParse(lasar.ToString(), out var igen) && igen == lasar;
    });

    [Theory]
    [InlineData(null)]
    [InlineData("2026")]
    [InlineData("2026/28")]
    [InlineData("2026-27")]
    [InlineData("abcd/ef")]
    public void TryParse_NothingElse(string? text) => Lasar.TryParse(text, out _).ShouldBeFalse();
}
