using MinaTjanster.Web.Shared.Formular;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Formular;

public sealed class FelSummeringTests
{
    [Fact]
    public void WithoutErrors_IsNothing() => new Falt().Skrivet("Text", "x").RitaSummering().Body!.ChildElementCount.ShouldBe(0);

    [Fact]
    public void Errors_OfTheWholeFormFirst_ThenInTheOrderOfTheFields()
    {
        var falt = new Falt();
        falt.Post.AddModelError("Val", "Välj.");
        falt.Post.AddModelError("Text", "Skriv.");
        falt.Post.AddModelError("", "Hela formuläret.");
        falt.Post.AddModelError("Val", "Välj.");

        falt.RitaSummering().QuerySelectorAll("li").Select(li => li.TextContent).ShouldBe(["Hela formuläret.", "Skriv.", "Välj."]);
    }

    [Fact]
    public void Error_LinksToItsField_AndTheSummaryTakesFocus()
    {
        var falt = new Falt();
        falt.Post.AddModelError("Text", "Skriv.");
        var id = falt.Rita<FaltTextTagHelper>(m => m.Text, "falt-text").QuerySelector("input")!.Id;

        var html = falt.RitaSummering();

        html.QuerySelector("li a")!.GetAttribute("href").ShouldBe("#" + id);
        var summering = html.GetElementById("felsummering")!;
        summering.HasAttribute("autofocus").ShouldBeTrue();
        summering.GetAttribute("tabindex").ShouldBe("-1");
    }
}
