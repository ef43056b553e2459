using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Partner.Texter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner;

/// <summary>How texts are read, and that a text that is wrong is told of.</summary>
public sealed class InnehallsbibliotekTests
{
    private const string Huvud = "titel: Om prov\ningress: Kort.\nuppdaterad: 2026-11-23\nordning: 1\n";

    [Fact]
    public void Page_HasItsFrontMatterAndItsSections()
    {
        var sida = Sidor("amne/prov.md", "uppgifter:\n  - \"Logga in | /logga-in\"\n", "## Först {#forst}\n\nEn *viktig* rad.\n\n- ett\n- två\n\n### Sedan åt höger\n\n| Vem | Vad |\n|---|---|\n| Du | [Ring](tel:+46) & fråga |\n\n## Frågor och svar {#fragor-och-svar}\n\n### Hur? {#hur}\n\nSå.\n")[0];

        (sida.Adress, sida.Slag, sida.Skolform, sida.Sprak).ShouldBe(("/partner/gymnasieskola/prov", Textslag.Amne, Skolform.Gymnasieskola, "sv"));
        (sida.Titel, sida.Ingress, sida.Uppdaterad, sida.Ordning).ShouldBe(("Om prov", "Kort.", new DateOnly(2026, 11, 23), 1));
        sida.Uppgifter.ShouldBe([new Uppgift("Logga in", "/logga-in")]);
        sida.Avsnitt.Select(a => (a.Id, a.Rubrik, a.Niva, a.ArFraga)).ShouldBe(
        [
            ("forst", "Först", 2, false), ("sedan-at-hoger", "Sedan åt höger", 3, false), ("fragor-och-svar", "Frågor och svar", 2, false), ("hur", "Hur?", 3, true),
        ]);
        sida.Avsnitt[0].Text.ShouldBe("En viktig rad.\nett\ntvå");
        sida.Avsnitt[1].Text.ShouldBe("Vem\nVad\nDu\nRing & fråga");
        sida.Avsnitt[1].Html.ShouldContain("<th scope=\"row\">Du</th><td data-rubrik=\"Vad\"><span><a href=\"tel:+46\">Ring</a> &amp; fråga</span></td>");
        sida.Fragor.ShouldHaveSingleItem().Text.ShouldBe("Så.");
    }

    [Fact]
    public void TextOfAllForms_IsAPageForEach_WithItsOwnParts()
    {
        var sidor = Sidor("amne/prov.md", "", "## Ett\n\nFör {skolform}, se [här](/partner/{skolform-slug}/x).\n\n::: komvux hogskola\nBara ni.\n:::\n\nAlla.\n");

        sidor.Count.ShouldBe(6);
        sidor.Single(s => s.Skolform == Skolform.Komvux).Avsnitt[0].Text.ShouldBe("För komvux, se här.\nBara ni.\nAlla.");
        sidor.Single(s => s.Skolform == Skolform.KonstOchKultur).Avsnitt[0].Text.ShouldBe("För konst- och kulturutbildning, se här.\nAlla.");
        sidor.Single(s => s.Skolform == Skolform.KonstOchKultur).Avsnitt[0].Html.ShouldContain("href=\"/partner/konst-och-kultur/x\"");
    }

    [Fact]
    public void TextOfSomeForms_IsAPageForThose() =>
        Sidor("handbok/prov.md", "skolformer:\n  - hogskola\n", "## Ett\n\nx\n").Select(s => s.Adress).ShouldBe(["/partner/hogskola/handbok/prov"]);

    [Fact]
    public void Html_StandsAsItIsWritten()
    {
        var html = Sidor("kakor.md", "", "## Ett\n\nSkriv <script>alert(1)</script> <b>så</b>.\n")[0].Avsnitt[0].Html;

        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<b>");
    }

    public static TheoryData<string, string, string, string> Felaktiga => new()
    {
        { "kakor.md", "rubrik: X\n", "## Ett\n\nx\n", "rubrik" },
        { "kakor.md", "titel: Y\n", "## Ett\n\nx\n", "titel" },
        { "kakor.md", "skolformer:\n  - dagis\n", "## Ett\n\nx\n", "okänd skolform: dagis" },
        { "kakor.md", "uppgifter:\n  - \"Logga in\"\n", "## Ett\n\nx\n", "en uppgift skrivs" },
        { "kakor.md", "", "## Ett {#samma}\n\nx\n\n## Två {#samma}\n\ny\n", "ett id som redan finns på sidan: samma" },
        { "kakor.md", "", "## Ett {#å}\n\nx\n", "ett id som inte går att läsa" },
        { "kakor.md", "", "## Ett {#innehall}\n\nx\n", "ett id som redan finns på sidan: innehall" },
        { "kakor.md", "", "Ingen rubrik.\n", "börjar inte med en rubrik" },
        { "kakor.md", "", "## Ett\n\n#### Fyra\n\nx\n", "på nivå 4" },
        { "kakor.md", "", "## Ett\n\n::: komvux\nx\n:::\n", "kan inte ha delar" },
        { "kakor.md", "", "## Ett\n\n{skolform}\n", "kan inte nämna den" },
        { "kakor.md", "", "## Ett\n\n[x](partner)\n", "länken går ingenstans: partner" },
        { "kakor.md", "", "## Ett\n\n```exempel\nfinns-inte\n```\n", "okänt exempel: finns-inte" },
        { "kakor.md", "", "## Ett\n\n    kod\n", "okänt exempel" },
        { "kakor.md", "", "## Ett\n\n![](bild:x)\n", "en bild skrivs för sig" },
        { "kakor.md", "", "## Ett\n\nText ![Vad](bild:x)\n", "en bild skrivs för sig" },
        { "kakor.md", "", "## Ett\n\n![Vad](bild:x)\n", "det finns ingen bild x.png" },
        { "amne/prov.md", "", "## Ett\n\n::: komvux\nx\n", "slutar inte med :::" },
        { "amne/prov.md", "", "## Ett\n\n:::\n", "avslutar ingen del" },
        { "amne/prov.md", "", "## Ett\n\n::: komvux\n::: hogskola\nx\n:::\n:::\n", "en del står i en annan" },
        { "amne/prov.md", "", "## Ett\n\n::: dagis\nx\n:::\n", "okänd skolform: dagis" },
        { "amne/prov.md", "skolformer:\n  - komvux\n", "## Ett\n\n::: hogskola\nx\n:::\n", "en del är för hogskola" },
        { "skolform/dagis.md", "", "## Ett\n\nx\n", "är ingen skolform" },
        { "annat/prov.md", "", "## Ett\n\nx\n", "ingen sida läser" },
    };

    [Theory, MemberData(nameof(Felaktiga))]
    public void TextThatIsWrong_SaysWhichAndWhy(string fil, string huvud, string text, string vad)
    {
        var fel = Should.Throw<TextfelException>(() => Sidor(fil, huvud, text));

        fel.Message.ShouldStartWith(fil + ": ");
        fel.Message.ShouldContain(vad);
    }

    [Theory]
    [InlineData("ingen början", "inget huvud")]
    [InlineData("---\ntitel: X\n", "inget huvud")]
    [InlineData("---\ntitel: X\nuppdaterad: 2026-11-23\nordning: 1\n---\n## Ett\n", "saknar ingress")]
    [InlineData("---\ntitel: X\ningress: Y\nuppdaterad: 2026-11-31\nordning: 1\n---\n## Ett\n", "inget datum: 2026-11-31")]
    [InlineData("---\ntitel: X\ningress: Y\nuppdaterad: 2026-11-23\n---\n## Ett\n", "saknar ordning")]
    [InlineData("---\ntitel: X\ningress: Y\nuppdaterad: 2026-11-23\nordning: först\n---\n## Ett\n", "rad 4")]
    public void FrontMatterThatIsWrong_SaysWhichAndWhy(string innehall, string vad) =>
        Should.Throw<TextfelException>(() => Innehallsbibliotek.Skapa([("kakor.md", innehall)], _ => null)).Message.ShouldContain(vad);

    [Fact]
    public void TwoTextsWithOneAddress_AreRefused() =>
        Should.Throw<TextfelException>(() => Innehallsbibliotek.Skapa(
            [("kakor.md", $"---\n{Huvud}---\n## Ett\n"), ("Kakor.md", $"---\n{Huvud}---\n## Ett\n")], _ => null)).Message.ShouldContain("två texter har adressen");

    [Fact]
    public void Picture_IsAFigureWithItsSize()
    {
        var sida = Innehallsbibliotek.Skapa([("kakor.md", $"---\n{Huvud}---\n## Ett\n\n![Sidan ”Start” & mer](bild:start)\n")], namn => namn == "start" ? new(1280, 700) : null).Sidor[0];

        sida.Avsnitt[0].Html.Trim().ShouldBe(
            "<figure class=\"bild\"><a href=\"/handbok/start.png\"><img src=\"/handbok/start.png\" width=\"1280\" height=\"700\" loading=\"lazy\" decoding=\"async\" alt=\"Sidan ”Start” &amp; mer\"></a></figure>");
        sida.Avsnitt[0].Text.ShouldBe("Sidan ”Start” & mer");
    }

    private static IReadOnlyList<Textsida> Sidor(string fil, string huvud, string text) =>
        Innehallsbibliotek.Skapa([(fil, $"---\n{Huvud}{huvud}---\n\n{text}")], _ => null).Sidor;
}
