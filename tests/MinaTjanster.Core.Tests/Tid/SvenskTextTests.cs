using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class SvenskTextTests
{
    private static readonly string[] Namn =
    [
        "Åberg", "Ädel", "Öberg", "Zetterlund", "Andersson", "Ek", "Ekman", "Eklund", "Édith", "Edith", "Ede", "Edvin", "Wikström", "Vik", "Virtanen", "Wall",
        "Ångström", "Åke", "Ake", "Örn", "Orn", "Müller", "Muller", "Mylla", "Nyström", "Näs", "Nas", "Çelik", "Celik", "Đorđević", "Ibrahimović", "Nuñez", "Nunes",
        "Haddad", "Mårtensson", "Martensson", "Vall", "Lind", "Lindqvist", "Yilmaz", "Ylva", "Xu", "Øst", "Ahlin", "Ähl", "Åhl", "Ekdahl", "ek", "EKMAN",
    ];

    [Fact]
    public void Dates_ReadAsSwedish()
    {
        var dag = new DateOnly(2026, 11, 22);
        SvenskText.Datum(dag).ShouldBe("22 november 2026");
        SvenskText.DagMedVeckodag(dag).ShouldBe("Söndag 22 november 2026");
        SvenskText.Manad(dag).ShouldBe("november");
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-15", "1–15 november 2026")]
    [InlineData("2026-11-01", "2026-11-30", "november 2026")]
    [InlineData("2026-09-07", "2026-10-10", "7 september–10 oktober 2026")]
    [InlineData("2026-12-16", "2027-01-15", "16 december 2026–15 januari 2027")]
    [InlineData("2026-11-22", "2026-11-22", "22 november 2026")]
    public void Period_SaysNothingTwice(string fran, string till, string text) => SvenskText.Period(DateOnly.Parse(fran), DateOnly.Parse(till)).ShouldBe(text);

    [Theory]
    [InlineData("måndag", "Måndag")]
    [InlineData("årskurs 2", "Årskurs 2")]
    [InlineData("x", "X")]
    [InlineData("", "")]
    public void Versal_IsTheFirstLetterAlone(string text, string versal) => SvenskText.Versal(text).ShouldBe(versal);

    [Theory]
    [InlineData(690, "11,5")]
    [InlineData(660, "11")]
    [InlineData(0, "0")]
    [InlineData(680, "11,33")]
    public void Timmar_HasComma(int minuter, string text) => SvenskText.Timmar(minuter).ShouldBe(text);

    [Theory]
    [InlineData(1250, "1\u00A0250\u00A0kr")]
    [InlineData(625, "625\u00A0kr")]
    [InlineData(1_000_000, "1\u00A0000\u00A0000\u00A0kr")]
    [InlineData(-1250, "−1\u00A0250\u00A0kr")]
    public void Kronor_NeverBreaks(int belopp, string text) => SvenskText.Kronor(belopp).ShouldBe(text);

    [Theory]
    [InlineData("Åke Öberg-Ädel", "ake oberg-adel")]
    [InlineData("Édith Çelik", "edith celik")]
    [InlineData("A\u030Ake", "ake")]
    [InlineData("Đorđević", "dordevic")]
    [InlineData("ÆØß", "aeoss")]
    [InlineData("İSTANBUL", "istanbul")]
    public void Folda_LeavesPlainLetters(string text, string foldat) => SvenskText.Folda(text).ShouldBe(foldat);

    [Fact]
    public void HalfASurrogatePair_IsReplaced()
    {
        var halv = "x" + (char)0xD800 + "y";
        SvenskText.Folda(halv).ShouldBe("x\uFFFDy");
        SvenskText.SorteringsNyckel(halv).ShouldBe("x y");
    }

    [Fact]
    public void OrdI_SplitsAndFolds() =>
        SvenskText.OrdI(" Ann-Marie  O'Åkesson, Ann ").ShouldBe(["ann", "marie", "o", "akesson"]);

    [Fact]
    public void OrdI_OfNothing_IsEmpty() => SvenskText.OrdI(" –, ").ShouldBeEmpty();

    [Fact]
    public void SorteringsNyckel_PutsTheAlphabetInOrder()
    {
        string[] ordning = ["Ek Lisa", "Ek, Örjan", "Ekman Adam", "Zorn", "Åberg", "Ädel", "Öberg"];
        ordning.Reverse().OrderBy(SvenskText.SorteringsNyckel, StringComparer.Ordinal).ShouldBe(ordning);
    }

    [Fact]
    public void SorteringsNyckel_IgnoresCaseAndAcute()
    {
        SvenskText.SorteringsNyckel("IDÉN").ShouldBe(SvenskText.SorteringsNyckel("iden"));
        SvenskText.SorteringsNyckel("A\u030Aberg").ShouldBe(SvenskText.SorteringsNyckel("Åberg"));
        SvenskText.SorteringsNyckel("Åberg").All(char.IsAscii).ShouldBeTrue();
    }

    [Fact]
    public void SorteringsNyckel_AgreesWithSwedishCollation()
    {
        var svensk = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
        var par = from a in Gen.Elements(Namn) from b in Gen.Elements(Namn) from c in Gen.Elements(Namn) from d in Gen.Elements(Namn) select (En: $"{a} {b}", Annan: $"{c} {d}");
        Egenskap.ForAlla(par, p =>
        {
            var nycklar = Math.Sign(string.CompareOrdinal(SvenskText.SorteringsNyckel(p.En), SvenskText.SorteringsNyckel(p.Annan)));
            return nycklar == 0 || nycklar == Math.Sign(svensk.Compare(p.En, p.Annan, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase));
        });
    }
}
