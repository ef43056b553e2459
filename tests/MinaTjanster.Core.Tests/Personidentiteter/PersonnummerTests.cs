using MinaTjanster.Core.Personidentiteter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Personidentiteter;

public sealed class PersonnummerTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);

    // 811218-9876 and 640823-3234 are the examples of Skatteverket's and Wikipedia's descriptions of the check digit.
    [Theory]
    [InlineData("198112189876")]
    [InlineData("19811218-9876")]
    [InlineData("811218-9876")]
    [InlineData("8112189876")]
    [InlineData(" 811218 9876 ")]
    [InlineData("19 81 12 18 - 98 76")]
    [InlineData("811218–9876")]
    public void TryParse_EveryWayOfWriting_GivesTheSameNumber(string text)
    {
        Personnummer.TryParse(text, Idag, out var nummer).ShouldBeTrue();
        nummer.Varde.ShouldBe("198112189876");
        nummer.Fullt.ShouldBe("19811218-9876");
        nummer.Maskerat.ShouldBe("19811218-xxxx");
        nummer.Fodelsedag.ShouldBe(new DateOnly(1981, 12, 18));
        nummer.Slag.ShouldBe(Personnummerslag.Personnummer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("811218-9877")]       // check digit
    [InlineData("811318-9876")]       // month
    [InlineData("20270101-9802")]     // not born yet
    [InlineData("20090230-9803")]     // no such day
    [InlineData("18811218-9876")]     // nobody alive
    [InlineData("8112-189876")]       // separator in the wrong place
    [InlineData("811218--9876")]
    [InlineData("19811218+9876")]     // not yet 100
    [InlineData("81121898760")]
    [InlineData("811218-987")]
    [InlineData("٨١١٢١٨-٩٨٧٦")]       // digits of another script
    [InlineData("090412-TT23")]
    [InlineData("090412-123T")]
    [InlineData("090472-T123")]       // temporary with an added 60
    [InlineData("090412-Å123")]
    [InlineData("T90412-1234")]
    public void TryParse_Impossible_IsRefused(string? text) =>
        Personnummer.TryParse(text, Idag, out _).ShouldBeFalse();

    [Theory]
    [InlineData("20090412-T123", "20090412T123")]
    [InlineData("900101-a123", "19900101A123")]
    [InlineData("900101z000", "19900101Z000")]
    public void TryParse_TemporaryNumber_IsAcceptedInUpperCase(string text, string varde)
    {
        Personnummer.TryParse(text, Idag, out var nummer).ShouldBeTrue();
        nummer.Varde.ShouldBe(varde);
        nummer.Slag.ShouldBe(Personnummerslag.Tillfalligt);
    }

    [Fact]
    public void TryParse_Samordningsnummer_KeepsTheSixtyAndKnowsTheDay()
    {
        Personnummer.TryParse("701063-2391", Idag, out var nummer).ShouldBeTrue();
        nummer.Slag.ShouldBe(Personnummerslag.Samordningsnummer);
        nummer.Fodelsedag.ShouldBe(new DateOnly(1970, 10, 3));
        nummer.Fullt.ShouldBe("19701063-2391");
    }

    [Fact]
    public void TryParse_Plus_MeansAtLeastHundred()
    {
        var gammal = Testnummer.Skapa(new DateOnly(1924, 5, 1), 980);
        Personnummer.TryParse($"{gammal[2..8]}+{gammal[8..]}", Idag, out var med).ShouldBeTrue();
        med.Fodelsedag.Year.ShouldBe(1924);
        Personnummer.TryParse($"{gammal[2..8]}-{gammal[8..]}", Idag, out var utan).ShouldBeTrue();
        utan.Fodelsedag.Year.ShouldBe(2024);
    }

    [Fact]
    public void TioSiffror_GetsPlusInTheYearOfTurningHundred()
    {
        var nummer = Personnummer.FranVarde(Testnummer.Skapa(new DateOnly(1926, 12, 24), 981));
        nummer.TioSiffror(new DateOnly(2025, 12, 31))[6].ShouldBe('-');
        nummer.TioSiffror(new DateOnly(2026, 1, 1))[6].ShouldBe('+');
    }

    [Theory]
    [InlineData("19811218987")]
    [InlineData("198112189877")]
    [InlineData("19811218-9876")]
    [InlineData("20090412t123")]
    [InlineData("")]
    public void FranVarde_Impossible_ThrowsWithoutRepeatingIt(string varde)
    {
        var fel = Should.Throw<FormatException>(() => Personnummer.FranVarde(varde));
        if (varde.Length > 0)
            fel.Message.ShouldNotContain(varde);
    }

    [Fact]
    public void EveryWrittenForm_RoundTrips() => Egenskap.ForAlla(Testnummer.Alla, varde =>
    {
        var nummer = Personnummer.FranVarde(varde);
        var dag = new DateOnly(2061, 1, 1);
        string[] former = [nummer.Varde, nummer.Fullt, nummer.TioSiffror(dag), nummer.Fullt.ToLowerInvariant(), $" {nummer.Varde} "];
        return former.All(f => Personnummer.TryParse(f, dag, out var igen) && igen == nummer);
    });

    [Fact]
    public void ToString_NeverShowsTheLastFour() => Egenskap.ForAlla(Testnummer.Alla, varde =>
    {
        var nummer = Personnummer.FranVarde(varde);
        return nummer.ToString() == $"{varde[..8]}-xxxx" && $"{nummer}" == nummer.Maskerat && new { nummer }.ToString()!.Contains("-xxxx }", StringComparison.Ordinal);
    });

    [Fact]
    public void ASingleWrongDigit_IsRefused() => Egenskap.ForAlla(Testnummer.Ordinarie, varde =>
        Enumerable.Range(8, 4).All(i => Enumerable.Range(1, 9).All(steg =>
        {
            var fel = varde.ToCharArray();
            fel[i] = (char)('0' + ((fel[i] - '0' + steg) % 10));
            return !Personnummer.TryParse(new string(fel), new DateOnly(2061, 1, 1), out _);
        })));
}
