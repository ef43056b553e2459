using MinaTjanster.Web.Shared.Sidhuvud;
using MinaTjanster.Web.Shared.Sidning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Sidhuvud;

public sealed class SidhuvudModellTests
{
    private static readonly SidhuvudModell Modell = SidhuvudModell.Anonym with
    {
        Meny = [new("", [new("Start", "/")]), new("SR", [new("Studerande", "/studerande"), new("Sök", "/studerande/sok")])],
    };

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/studerande", "/studerande")]
    [InlineData("/studerande/17", "/studerande")]
    [InlineData("/studerande/sok/2", "/studerande/sok")]
    [InlineData("/studeranden", null)]
    [InlineData("/annat", null)]
    public void AktuellUrl_IsTheLongestWholeBeginning(string path, string? vantad) => Modell.AktuellUrl(path).ShouldBe(vantad);

    [Theory]
    [InlineData(1, 5, "1")]
    [InlineData(1, 41, "1 2 3")]
    [InlineData(5, 200, "1 … 4 5 6 … 10")]
    [InlineData(10, 200, "1 … 9 10")]
    public void Sidor_LeaveOutWhatIsFarAway(int sida, int antal, string vantad) =>
        string.Join(' ', new SidningModell(sida, antal, 20, s => $"?sida={s}").Sidor().Select(s => s?.ToString() ?? "…")).ShouldBe(vantad);

    [Fact]
    public void Sidning_CountsRowsFromOne()
    {
        var sista = new SidningModell(3, 41, 20, _ => "");
        (sista.Forsta, sista.Sista, sista.AntalSidor).ShouldBe((41, 41, 3));
        var tom = new SidningModell(1, 0, 20, _ => "");
        (tom.Forsta, tom.Sista, tom.AntalSidor).ShouldBe((0, 0, 1));
    }
}
