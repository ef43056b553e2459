using System.Globalization;
using System.Text.RegularExpressions;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Pdf;

public sealed class PdfbyggareTests : IDisposable
{
    private static readonly DateTime Skapad = new(2026, 11, 22, 9, 15, 0, DateTimeKind.Utc);
    private readonly Tempmapp _mapp = new();

    public void Dispose() => _mapp.Dispose();

    [Fact]
    public void ToBytes_WholeDocument_IsValidForQpdf()
    {
        var path = _mapp.Write("a.pdf", Exempel());
        Verktyg.Run("qpdf", "--check", path).ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public void ToBytes_SameInput_GivesSameBytes() => Exempel().ShouldBe(Exempel());

    [Fact]
    public void ToBytes_SwedishText_IsFoundByPdftotext()
    {
        var text = Text(Exempel());
        text.ShouldContain("Försättsblad till underlag");
        text.ShouldContain("Åsa Öberg-Lindström");
        text.ShouldContain("Södra Bergets gymnasium, Sundsvall");
        text.ShouldContain("Sida 1 av 3");
        text.ShouldContain("Sida 3 av 3");
    }

    [Theory]
    [InlineData("Ngọc Nguyễn Thị Hằng")]
    [InlineData("Þóra Guðmundsdóttir")]
    [InlineData("Łukasz Żółtowski-Gęś")]
    [InlineData("Šárka Dvořáková, Ģirts Ķēniņš")]
    [InlineData("İpek Şahin Yıldırım Ağaoğlu")]
    [InlineData("Ájtte Mihkkal Ŋŧđ")]
    [InlineData("Ștefan Țepeș, Ő Ű, ß ẞ Æ æ Ø ø")]
    public void ToBytes_LatinNames_AreReadBackWhole(string namn) => Text(Bygg().AddStycke(namn).ToBytes()).ShouldContain(namn);

    /// <summary>A school's own paper has its letterhead, however long its name.</summary>
    [Theory]
    [InlineData("Musikhögskolan Tonklang")]
    [InlineData("Föreningen för högre konstnärlig och pedagogisk utbildning i de mellersta och norra delarna av landet, sektionen Ö")]
    public void Sender_StandsAtTheTop_WithinTheMargins(string avsandare)
    {
        var pdf = new Pdfbyggare("Intyg", Skapad, Testteckensnitt.Inter, "Skolkod 89012345", "fot", avsandare).AddRubrik("Intyg").ToBytes();

        var text = Text(pdf);
        text.ShouldContain(avsandare);
        text.ShouldNotContain("Mina tjänster");
        text.Split('\n').ShouldContain(rad => rad.Contains(avsandare) && rad.Contains("Skolkod 89012345"));
    }

    [Fact]
    public void ToBytes_DecomposedLetters_BecomeComposed() =>
        Text(Bygg().AddStycke("A\u030Asa O\u0308berg").ToBytes()).ShouldContain("Åsa Öberg");

    [Theory]
    [InlineData("漢字")]
    [InlineData("\uD800 ensam")]
    [InlineData("\u0007\u0000")]
    [InlineData("")]
    public void ToBytes_CharactersTheFontLacks_GiveValidFile(string text) =>
        Verktyg.Run("qpdf", "--check", _mapp.Write("a.pdf", Bygg().AddStycke(text).ToBytes())).ShouldContain("No syntax or stream encoding errors found");

    [Fact]
    public void ToBytes_CharacterTheFontLacks_IsReadBackAsUnknownNotAsAnotherLetter() =>
        Text(Bygg().AddStycke("A漢B").ToBytes()).ShouldContain("A\uFFFDB");

    [Fact]
    public void ToBytes_Fonts_AreEmbeddedSubsetsWithUnicode()
    {
        var fonts = Verktyg.Run("pdffonts", _mapp.Write("a.pdf", Exempel()));
        foreach (var name in (string[])["Inter-Regular", "Inter-SemiBold"])
            Regex.IsMatch(fonts, $@"[A-Z]{{6}}\+{name}\s+CID TrueType\s+Identity-H\s+yes yes yes", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeTrue(fonts);
        Exempel().Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void ToBytes_Information_HoldsTitleDateAndLanguage()
    {
        var path = _mapp.Write("a.pdf", Exempel());
        var info = Verktyg.Run("pdfinfo", "-isodates", path);
        info.ShouldContain("Försättsblad till underlag för skolk");
        info.ShouldContain("2026-11-22T09:15:00Z");
        Regex.IsMatch(info, @"Tagged:\s+yes", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeTrue(info);
        info.ShouldContain("595.28 x 841.89 pts (A4)");
        Verktyg.Run("qpdf", "--qdf", "--object-streams=disable", path, "-").ShouldContain("/Lang (sv-SE)");
    }

    [Fact]
    public void ToBytes_Structure_NamesHeadingsTablesAndCells()
    {
        var structure = Verktyg.Run("pdfinfo", "-struct-text", _mapp.Write("a.pdf", Exempel()));
        structure.ShouldContain("H1");
        structure.ShouldContain("\"Försättsblad till underlag");
        structure.ShouldContain("TH");
        structure.ShouldContain("\"Skolkod");
        structure.ShouldNotContain("Sida 1 av 3");
    }

    [Fact]
    public void AddTabell_OverSeveralPages_RepeatsHeadAndKeepsEveryRow()
    {
        var rader = Enumerable.Range(1, 120).Select(i => (string[])[$"Rad {i:000}", "10 min"]);
        var bytes = Bygg().AddTabell([new("Lektion", 3), new("Frånvaro", 1, Pdfjustering.Hoger)], rader).ToBytes();
        var pages = Text(bytes).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page => page.Contains("Frånvaro", StringComparison.Ordinal));
        var text = string.Concat(pages);
        Enumerable.Range(1, 120).ShouldAllBe(i => text.Contains($"Rad {i:000}", StringComparison.Ordinal));
    }

    [Fact]
    public void AddTabell_RowTallerThanPage_GoesOverPagesWithoutLoss()
    {
        var text = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"ord{i.ToString(CultureInfo.InvariantCulture)}"));
        var read = Text(Bygg().AddTabell([new("A"), new("B")], [[text, "kort"]]).ToBytes());
        Enumerable.Range(1, 1500).ShouldAllBe(i => read.Contains($"ord{i}", StringComparison.Ordinal));
    }

    [Fact]
    public void AddTabell_WrongNumberOfCells_Throws() =>
        Should.Throw<ArgumentException>(() => Bygg().AddTabell([new("A"), new("B")], [["ensam"]]));

    [Fact]
    public void AddStycke_WordWiderThanPage_IsBrokenNotCut()
    {
        var word = string.Concat(Enumerable.Repeat("Wåg", 120));
        var read = Text(Bygg().AddStycke(word).ToBytes());
        read.Split("Mina tjänster")[1].Replace("\n", "", StringComparison.Ordinal).ShouldContain(word);
    }

    [Fact]
    public void AddRuta_LongerThanPage_GoesOverPagesWithoutLoss()
    {
        var read = Text(Bygg().AddRuta("Viktigt", string.Join('\n', Enumerable.Range(1, 130).Select(i => $"Punkt {i:000}"))).ToBytes());
        Enumerable.Range(1, 130).ShouldAllBe(i => read.Contains($"Punkt {i:000}", StringComparison.Ordinal));
    }

    [Fact]
    public void ToBytes_Rendered_HasInkInsideMarginsOnly()
    {
        var path = _mapp.Write("a.pdf", Exempel());
        Verktyg.Run("pdftoppm", "-r", "72", "-gray", path, _mapp.File("sida"));
        var files = Directory.GetFiles(Path.GetDirectoryName(path)!, "sida*.pgm");
        files.Length.ShouldBe(3);
        foreach (var file in files)
        {
            var image = Gravyr.Read(file);
            image.Ink(56, 56, 539, 800).ShouldBeGreaterThan(200);
            (image.Ink(0, 0, 54, 842) + image.Ink(541, 0, 595, 842)).ShouldBe(0);
        }
    }

    private static Pdfbyggare Bygg() => new("Prov", Skapad, Testteckensnitt.Inter);

    private string Text(byte[] pdf) => Verktyg.Run("pdftotext", "-layout", _mapp.Write("text.pdf", pdf), "-");

    internal static byte[] Exempel() =>
        new Pdfbyggare("Försättsblad till underlag för skolk", Skapad, Testteckensnitt.Inter, "Kvittonummer SK-7K4M-29QX", "Södra Bergets gymnasium · 12345678")
            .AddRubrik("Försättsblad till underlag")
            .AddStycke("Lägg det här bladet överst när du skickar underlaget till CSN på papper. Uppgifterna är hämtade från rapporten: du behöver inte skriva något för hand. Skriv ut i färg om originalet är i färg.")
            .AddMellanrubrik("Studerande")
            .AddUppgifter(("Namn", "Åsa Öberg-Lindström"), ("Personnummer", "080229-2391"), ("Läsår", "2026/27"))
            .AddMellanrubrik("Skola")
            .AddUppgifter(("Skolkod", "12345678"), ("Skola och ort", "Södra Bergets gymnasium, Sundsvall"), ("Kontaktperson för rapportering", "Anna Lind"), ("Telefon", "060-12 34 56"))
            .AddMellanrubrik("Ogiltig frånvaro")
            .AddUppgifter(("Första skolkdag", "22 november 2026"), ("Ogiltig frånvaro", "11,5 timmar vid 6 tillfällen"), ("Antal sidor, med det här bladet", "3"))
            .AddRuta("Skicka till", "CSN Postservice\n751 76 Uppsala")
            .AddMellanrubrik("Frånvaro per lektion")
            .AddTabell(
                [new("Datum"), new("Lektion", 2), new("Anmärkning", 3), new("Minuter", 1, Pdfjustering.Hoger)],
                Enumerable.Range(1, 60).Select(i => (string[])[$"2026-11-{i % 28 + 1:00}", i % 3 == 0 ? "Svenska 1" : "Matematik 1b", i % 7 == 0 ? "Kom sent och gick innan lektionen var slut, enligt läraren" : "", $"{i + 20}"]))
            .ToBytes();
}
