using System.Text;
using MinaTjanster.Core.Filrapportering.Lasning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

public sealed class FillasareTests
{
    private const string Rubrik = "personnummer;händelse;första_dag\n";

    public static TheoryData<string, char, string, string> Former =>
        [.. from kod in new[] { "UTF-8", "UTF-8 BOM", "Latin-1" } from avskiljare in ";\t" from radslut in new[] { "\n", "\r\n", "\r" } from citat in new[] { "", "några", "alla" } select (kod, avskiljare, radslut, citat)];

    [Theory]
    [MemberData(nameof(Former))]
    public async Task Las_EveryForm_GivesTheSameRows(string kod, char avskiljare, string radslut, string citat)
    {
        string[][] rader = [["personnummer", "händelse", "första_dag"], ["20080101-1234", "Åsa Öst é €", "2026-08-17"], ["T", "", "ÅÄÖ"]];
        string Falt(string text, int plats) => citat == "alla" || (citat == "några" && plats == 1) ? $"\"{text}\"" : text;
        var text = string.Join(radslut, rader.Select(r => string.Join(avskiljare, r.Select(Falt))));
        var bytes = kod == "Latin-1" ? Provlasning.Windows1252.GetBytes(text) : [.. kod == "UTF-8 BOM" ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];

        foreach (var slut in new[] { "", radslut })
        {
            var svar = await Provlasning.AvAsync([.. bytes, .. Encoding.UTF8.GetBytes(slut)]);

            svar.Avslag.ShouldBeEmpty();
            svar.Oversikt!.Teckenkod.ShouldBe(kod == "Latin-1" ? Teckenkod.Latin1 : Teckenkod.Utf8);
            svar.Oversikt.HasBom.ShouldBe(kod == "UTF-8 BOM");
            svar.Oversikt.AntalRader.ShouldBe(2);
            svar.Rubrik!.Avskiljare.ShouldBe(avskiljare);
            svar.Rubrik.Varningar.ShouldBeEmpty();
            svar.Rader.Select(r => Provlasning.Rad(r, 0)).ShouldBe(["2: 20080101-1234|Åsa Öst é €|2026-08-17  ", "3: T||ÅÄÖ  "]);
        }
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public async Task Las_Quotes_KeepSeparatorsLinesAndSpaces(char avskiljare)
    {
        var svar = await Provlasning.AvAsync($"""
            personnummer;händelse;första_dag
             "1" ;" a;{avskiljare}""b"" ";"x
            y"
              2  ;  två ord ; "3"
            """.ReplaceLineEndings("\r\n").Replace(";", avskiljare.ToString(), StringComparison.Ordinal).Replace($"a{avskiljare}{avskiljare}", $"a;{avskiljare}", StringComparison.Ordinal));

        svar.Rader.Select(r => r.Varden).ShouldBe([["1", $" a;{avskiljare}\"b\" ", "x\r\ny"], ["2", "två ord", "3"]]);
        svar.Rader.Select(r => r.Radnummer).ShouldBe([2, 4]);
        svar.Rader.ShouldAllBe(r => r.Fel == null);
    }

    [Fact]
    public async Task Las_BlankLines_AreSkippedAndCounted()
    {
        var svar = await Provlasning.AvAsync("\n  \r\n" + Rubrik + "\r\r  \n1;2;3\n;;\n\"\";;\n\n4;5;6\n\n\n");

        svar.Rader.Select(r => r.Radnummer).ShouldBe([7, 11]);
        svar.Rader.ShouldAllBe(r => r.Fel == null);
    }

    [Fact]
    public async Task Las_TrailingSeparators_AreTolerated()
    {
        var svar = await Provlasning.AvAsync("personnummer;händelse;första_dag;\n1;2;3;\n4;5;6\n7;8;9; ;\"\";\n");

        svar.Rader.Select(r => r.Varden).ShouldBe([["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]);
        svar.Rader.ShouldAllBe(r => r.Fel == null);
        svar.Rubrik!.Varningar.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PERSONNUMMER;Händelse;Första dag")]
    [InlineData("person-nummer; handelse ;forsta-dag")]
    [InlineData("\"Person nummer\";HANDELSE;FÖRSTADAG")]
    [InlineData("personnummer;ha\u0308ndelse;fo\u0308rsta_dag")]
    public async Task Rubrik_AnySpelling_IsKnown(string rubrik)
    {
        var svar = await Provlasning.AvAsync(rubrik + "\n1;2;3");

        svar.Rader.ShouldHaveSingleItem().Varden.ShouldBe(["1", "2", "3"]);
        svar.Rubrik!.Varningar.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rubrik_InAnyOrder_WithUnknownColumns_Warns()
    {
        var svar = await Provlasning.AvAsync("Klass;händelse;;personnummer\nNA1;11;x;1");

        svar.Rader.ShouldHaveSingleItem().Varden.ShouldBe(["1", "11", ""]);
        svar.Rubrik!.Has(2).ShouldBeFalse();
        svar.Rubrik.Varningar.Select(v => v.Code).ShouldBe(["FIL-V-KOLUMN", "FIL-V-KOLUMN-UTAN-NAMN"]);
        svar.Rubrik.Varningar[0].Sentence.ShouldContain("”Klass”");
        svar.Rubrik.Varningar[1].Sentence.ShouldContain("Kolumn 3");
    }

    [Fact]
    public async Task Rubrik_MissingAndDouble_AreNamedTogether()
    {
        var svar = await Provlasning.AvAsync("personnummer;Person-nummer;första dag\n1;2;3");

        svar.Avslag.ShouldBe([new KolumnDubbel("personnummer", "”personnummer”, ”Person-nummer”"), new KolumnSaknas("händelse")]);
    }

    [Fact]
    public async Task Rubrik_LongNameWithLineBreaks_IsShortInTheWarning()
    {
        var svar = await Provlasning.AvAsync($"personnummer;händelse;\"a\nb{new string('x', 3000)}\"\n1;2;3");

        svar.Rubrik!.Varningar.ShouldHaveSingleItem().Sentence.ShouldContain($"”a b{new string('x', 37)}”");
    }

    [Fact]
    public void Kolumner_ThatCannotBeToldApart_Throw() =>
        Should.Throw<ArgumentException>(() => new Filkolumner(new Filkolumn("första dag"), new Filkolumn("FORSTA_DAG")));

    [Theory]
    [InlineData("1;2\n", "RAD-FA-FALT")]
    [InlineData("1;2;3;4\n", "RAD-MANGA-FALT")]
    [InlineData("1;a\"b;3\n", "RAD-CITATTECKEN")]
    [InlineData("1;\"a\"b;3\n", "RAD-CITATTECKEN")]
    [InlineData("1;\"ab;3\n", "RAD-CITATTECKEN")]
    [InlineData("1;\"ab;3\"x\n", "RAD-CITATTECKEN")]
    public async Task Las_FaultyRow_IsNamedAndReadingGoesOn(string rad, string kod)
    {
        var svar = await Provlasning.AvAsync(Rubrik + "0;0;0\n" + rad + "7;8;9\nå;ä;ö\n");

        svar.Rader.Select(r => r.Fel?.Code).ShouldBe([null, kod, null, null]);
        svar.Rader.Select(r => r.Radnummer).ShouldBe([2, 3, 4, 5]);
        svar.Rader[1].Ratext.ShouldNotBeNull().ShouldStartWith(rad.TrimEnd());
        svar.Rader[3].Varden.ShouldBe(["å", "ä", "ö"]);
    }

    [Fact]
    public async Task Las_OpenQuoteBeforeAQuotedRow_LosesOnlyItsOwnRow()
    {
        var svar = await Provlasning.AvAsync(Rubrik + "1;\"a;3\n4;\"b\";6\n7;8;9\n10;\"11;12\n13;14;15\n");

        svar.Rader.Select(r => (r.Radnummer, r.Fel?.Code)).ShouldBe([(2, "RAD-CITATTECKEN"), (3, null), (4, null), (5, "RAD-CITATTECKEN"), (6, null)]);
    }

    [Theory]
    [InlineData(2_000, null)]
    [InlineData(2_001, "RAD-FALT-LANGD")]
    public async Task Las_FieldAtTheLimit(int langd, string? kod)
    {
        var svar = await Provlasning.AvAsync($"{Rubrik}1;{new string('å', langd)};3\n");

        svar.Rader.ShouldHaveSingleItem().Fel?.Code.ShouldBe(kod);
        (svar.Rader[0].Fel == null).ShouldBe(kod == null);
    }

    [Theory]
    [InlineData(65_536, null)]
    [InlineData(65_537, "RAD-LANGD")]
    [InlineData(300_000, "RAD-LANGD")]
    [InlineData(1_000_000, "RAD-LANGD")]
    public async Task Las_RowAtTheLimit(int langd, string? kod)
    {
        var svar = await Provlasning.AvAsync($"personnummer;händelse;första dag;annat\n1;2;3;{new string('x', langd - 6)}\n4;5;6;7");

        svar.Rader.Select(r => (r.Radnummer, r.Fel?.Code)).ShouldBe([(2, kod), (3, null)]);
    }

    [Theory]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public async Task Las_RowOfManyLinesAtTheLimit(int langd, bool ryms)
    {
        var svar = await Provlasning.AvAsync($"personnummer;händelse;första dag;annat\n1;2;3;\"{new string('\n', langd - 8)}\"\n4;5;6;7\n");

        svar.Rader[0].Fel?.Code.ShouldBe("RAD-CITATTECKEN");
        (svar.Rader[0].Fel == null).ShouldBe(ryms);
        svar.Rader[^1].Varden.ShouldBe(["4", "5", "6"]);
        svar.Rader[^1].Radnummer.ShouldBe(2 + langd - 8 + 1);
    }

    /// <summary>Shifted a byte at a time, so that the reader's buffer ends at every place in a row and in its line ending.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Las_LongFile_CountsItsLines(string radslut)
    {
        var rad = $"1;\uFEFF{new string('x', 40)};\"3{radslut}4\"{radslut}";
        var antal = 2 * Radbuffert.Rymd / rad.Length;
        for (var forskjutning = 0; forskjutning < rad.Length + 4; forskjutning++)
        {
            var text = $"{new string(' ', forskjutning)}händelse;första dag;personnummer{radslut}" + string.Concat(Enumerable.Repeat(rad, antal));
            var svar = await Provlasning.AvAsync(text);

            svar.Rader.Count.ShouldBe(antal);
            svar.Rader.Select((r, i) => (r.Fel, r.Radnummer - (2 * i), r.Varden[2])).Distinct().ShouldBe([(null, 2, "\uFEFF" + new string('x', 40))]);
        }
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task Rubrik_ColumnsAtTheLimit(int antal, bool gar)
    {
        var rubrik = string.Join(';', Enumerable.Range(0, antal - 2).Select(i => $"k{i}").Append("personnummer").Append("händelse"));
        var svar = await Provlasning.AvAsync($"{rubrik}\n{string.Join(';', Enumerable.Range(1, antal))}\n");

        if (gar)
            svar.Rader.ShouldHaveSingleItem().Varden.Take(2).ShouldBe(["199", "200"]);
        else
            svar.Avslag.ShouldBe([new ForMangaKolumner(201)]);
    }

    [Fact]
    public async Task Oppna_RefusedFile_ClosesItsStream()
    {
        var bytes = Encoding.UTF8.GetBytes("fel;rubrik\n1;2");
        var oversikt = (await Forgranskning.GranskaAsync(new MemoryStream(bytes))).Value;
        var kalla = new MemoryStream(bytes);

        (await Fillasare.OppnaAsync(kalla, oversikt, Provlasning.Kolumner)).IsAccepted.ShouldBeFalse();

        kalla.CanRead.ShouldBeFalse();
    }
}
