using MinaTjanster.Web.Shared.Formular;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Formular;

public sealed class FaltTagHelperTests
{
    private const string Skript = "\"><script>alert(1)</script>å";

    private static readonly Alternativ[] JaNej = [new("ja", "Ja"), new("nej", "Nej")];

    [Fact]
    public void Text_ShowsWhatWasTyped_BeforeTheModel() =>
        new Falt(new ProvInput { Text = "modellens" }).Skrivet("Text", " det skrivna")
            .Rita<FaltTextTagHelper>(m => m.Text, "falt-text").QuerySelector("input")!.GetAttribute("value").ShouldBe(" det skrivna");

    [Fact]
    public void Text_EmptiedByTheUser_StaysEmpty() =>
        new Falt(new ProvInput { Text = "modellens" }).Skrivet("Text", "")
            .Rita<FaltTextTagHelper>(m => m.Text, "falt-text").QuerySelector("input")!.GetAttribute("value").ShouldBe("");

    [Fact]
    public void Datum_FromTheModel_IsWrittenAsInTables() =>
        new Falt(new ProvInput { Dag = new DateOnly(2026, 11, 2) })
            .Rita<FaltDatumTagHelper>(m => m.Dag, "falt-datum").QuerySelector("input")!.GetAttribute("value").ShouldBe("2026-11-02");

    [Fact]
    public void EveryField_EscapesWhatWasTyped()
    {
        var falt = new Falt().Skrivet("Text", Skript);
        falt.Post.AddModelError("Text", Skript);
        foreach (var html in new[]
        {
            falt.Rita<FaltTextTagHelper>(m => m.Text, "falt-text", f => f.Hint = Skript),
            falt.Rita<FaltTimmarTagHelper>(m => m.Text, "falt-timmar", f => f.Label = Skript),
            falt.Rita<FaltFlerradTagHelper>(m => m.Text, "falt-flerrad"),
            falt.Rita<FaltValTagHelper>(m => m.Text, "falt-val", f => f.Alternativ = [new(Skript, Skript)]),
            falt.Rita<FaltGruppTagHelper>(m => m.Text, "falt-radio", f => f.Alternativ = [new(Skript, Skript, Skript)]),
            falt.RitaSummering(),
        })
        {
            html.QuerySelector("script").ShouldBeNull();
            html.Body!.TextContent.ShouldContain(Skript);
        }
    }

    [Fact]
    public void Flerrad_KeepsALeadingLineBreak() =>
        new Falt().Skrivet("Text", "\nrad två").Rita<FaltFlerradTagHelper>(m => m.Text, "falt-flerrad")
            .QuerySelector("textarea")!.TextContent.ShouldBe("\nrad två");

    [Fact]
    public void Losenord_IsNeverWrittenBack() =>
        new Falt(new ProvInput { Losenord = "hemligt" }).Skrivet("Losenord", "hemligt")
            .Rita<FaltLosenordTagHelper>(m => m.Losenord, "falt-losenord").DocumentElement.OuterHtml.ShouldNotContain("hemligt");

    [Fact]
    public void Error_IsTiedToItsField()
    {
        var falt = new Falt();
        falt.Post.AddModelError("Text", "Första felet.");
        falt.Post.AddModelError("Text", "Andra felet.");

        var html = falt.Rita<FaltTextTagHelper>(m => m.Text, "falt-text", f => f.Hint = "Hjälp");

        var input = html.QuerySelector("input")!;
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => html.GetElementById(id)!.TextContent)
            .ShouldBe(["Hjälp", "Första felet.", "Andra felet."]);
        html.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
    }

    [Fact]
    public void Optional_SaysSo_AndIsNotRequired()
    {
        var html = new Falt().Rita<FaltTextTagHelper>(m => m.Text, "falt-text", f => f.Valfri = true);

        html.QuerySelector("label")!.TextContent.ShouldBe("Etikett (frivilligt)");
        html.QuerySelector("input")!.HasAttribute("aria-required").ShouldBeFalse();
        html.QuerySelector("input")!.HasAttribute("aria-describedby").ShouldBeFalse();
    }

    [Fact]
    public void Optional_WithoutTheWord_IsStillNotRequired()
    {
        var html = new Falt().Rita<FaltTextTagHelper>(m => m.Text, "falt-text", f => (f.Valfri, f.VisaValfri) = (true, false));

        html.QuerySelector("label")!.TextContent.ShouldBe("Etikett");
        html.QuerySelector("input")!.HasAttribute("aria-required").ShouldBeFalse();
    }

    [Fact]
    public void Timmar_SaysItsUnitInTheName_AndShowsItOnce()
    {
        var html = new Falt().Rita<FaltTimmarTagHelper>(m => m.Text, "falt-timmar");

        html.QuerySelector("label")!.TextContent.ShouldBe("Etikett (timmar)");
        html.QuerySelector("label .ds-sr-only")!.TextContent.ShouldBe(" (timmar)");
        html.QuerySelector(".ds-field-affix")!.GetAttribute("aria-hidden").ShouldBe("true");
    }

    [Fact]
    public void Radio_ChecksWhatWasChosen_AndItsFirstChoiceIsWhereTheSummaryLeads()
    {
        var html = new Falt(new ProvInput { Val = "ja" }).Skrivet("Val", "nej").Rita<FaltGruppTagHelper>(m => m.Val, "falt-radio", f => f.Alternativ = JaNej);

        html.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("nej");
        html.QuerySelector("input")!.Id.ShouldBe("Val");
        html.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("Etikett");
    }

    [Fact]
    public void Kryssgrupp_ChecksAllThatWereTicked() =>
        new Falt().Skrivet("Flera", "ja", "nej").Rita<FaltGruppTagHelper>(m => m.Flera, "falt-kryssgrupp", f => f.Alternativ = JaNej)
            .QuerySelectorAll("input[type=checkbox][checked]").Length.ShouldBe(2);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Kryss_FollowsTheModel(bool varde) =>
        new Falt(new ProvInput { Kryss = varde }).Rita<FaltKryssTagHelper>(m => m.Kryss, "falt-kryss")
            .QuerySelector("input")!.HasAttribute("checked").ShouldBe(varde);

    [Fact]
    public void ContentBetweenTheTags_IsAFurtherHint() =>
        new Falt().Rita<FaltTextTagHelper>(m => m.Text, "falt-text", f => f.Hint = "Skriv.", "Se <a href=\"/hjalp\">hjälpen</a>.")
            .GetElementById("Text-hjalp")!.TextContent.ShouldBe("Skriv. Se hjälpen.");
}
