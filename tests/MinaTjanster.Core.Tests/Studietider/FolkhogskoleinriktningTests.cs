using FsCheck.Fluent;
using MinaTjanster.Core.Studietider;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

public sealed class FolkhogskoleinriktningTests
{
    [Theory]
    [InlineData("405812C", "405", "812C")]
    [InlineData(" 306 212a ", "306", "212A")]
    [InlineData("206010D", "206", "010D")]
    [InlineData("505221B", "505", "221B")]
    public void TryParse_LevelAndOrientation(string text, string niva, string inriktning)
    {
        Folkhogskoleinriktning.TryParse(text, out var tolkad).ShouldBeTrue();
        (tolkad.Niva.Kod, tolkad.Inriktning, tolkad.Varde).ShouldBe((niva, inriktning, niva + inriktning));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("405812")]
    [InlineData("405812CC")]
    [InlineData("406812C")]     // no such level
    [InlineData("40581C2")]
    [InlineData("4058122")]
    [InlineData("405812Ä")]
    [InlineData("405٨١٢C")]
    [InlineData("812C405")]
    public void TryParse_NothingElse(string? text) => Folkhogskoleinriktning.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_AnyText_AnswersAndReadsItselfBack() => Egenskap.ForAlla(
        from tecken in Gen.Elements("0123456789ABcÅ \u00A0٣".ToCharArray()).ArrayOf() from niva in Gen.Elements("", "405", "206") select niva + new string(tecken),
        text => !Folkhogskoleinriktning.TryParse(text, out var ett) || (Folkhogskoleinriktning.TryParse(ett.ToString(), out var tva) && ett == tva && ett.Varde.Length == 7));
}
