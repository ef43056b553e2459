using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Driftinformation;

/// <summary>What an outage and a news item must be. Now is 22 November 2026, 10.00.</summary>
public sealed class DriftreglerTests
{
    private static readonly DateTime Nu = SvenskTid.TillUtc(new(2026, 11, 22), new(10, 0));
    private static readonly DateOnly Idag = new(2026, 11, 22);
    private static readonly string[] Alla = Enum.GetNames<Skolform>();
    private static readonly Avbrottstext Avbrott = new(" Uppdatering ", "Ett.\r\n\r\nTvå.", "2026-11-23", "18.00", "20261123", "20", Enum.GetNames<Drifttjanst>(), Alla, true);
    private static readonly Nyhetstext Nyheten = new("Rubrik", "Text", ["Komvux", "Simskola", "Komvux"], "2026-11-22", "2026-11-30");

    [Fact]
    public void Outage_IsReadInSwedishTime() => Avbrottsregel.Bedom(Avbrott, Nu).Value.ShouldSatisfyAllConditions(
        u => u.Rubrik.ShouldBe("Uppdatering"),
        u => u.Text.ShouldBe("Ett.\n\nTvå."),
        u => u.Borjar.ShouldBe(new DateTime(2026, 11, 23, 17, 0, 0, DateTimeKind.Utc)),
        u => u.Slutar.ShouldBe(new DateTime(2026, 11, 23, 19, 0, 0, DateTimeKind.Utc)),
        u => u.Skolformer.Count.ShouldBe(Alla.Length));

    [Theory]
    [InlineData("rubrik", "  ", "DRIFT-RUBRIK")]
    [InlineData("text", "", "DRIFT-TEXT")]
    [InlineData("text", "Fråga 20040301-9805.", "DRIFT-PNR")]
    [InlineData("frandag", "i morgon", "DRIFT-BORJAR")]
    [InlineData("frandag", "2025-11-21", "DRIFT-BORJAR DRIFT-ORDNING")]
    [InlineData("frantid", "25.00", "DRIFT-BORJAR")]
    [InlineData("tilldag", "", "DRIFT-SLUTAR")]
    [InlineData("tilltid", "18.00", "DRIFT-ORDNING")]
    [InlineData("tilldag", "2026-12-08", "DRIFT-ORDNING")]
    [InlineData("tjanster", "Kaffe", "DRIFT-TJANST")]
    [InlineData("former", "Simskola", "DRIFT-SKOLFORM")]
    [InlineData("former", "Komvux", "DRIFT-LASLAGE")]
    [InlineData("tjanster", "CsnOrder", "DRIFT-LASLAGE")]
    public void AnOutageThatCannotBe_IsRefused(string falt, string varde, string koder)
    {
        var text = falt switch
        {
            "rubrik" => Avbrott with { Rubrik = varde },
            "text" => Avbrott with { Text = varde },
            "frandag" => Avbrott with { FranDag = varde },
            "frantid" => Avbrott with { FranTid = varde },
            "tilldag" => Avbrott with { TillDag = varde },
            "tilltid" => Avbrott with { TillTid = varde },
            "tjanster" => Avbrott with { Tjanster = [varde] },
            _ => Avbrott with { Skolformer = [varde] },
        };

        Avbrottsregel.Bedom(text, Nu).Refusals.Select(r => r.Code).ShouldBe(koder.Split(' '));
    }

    [Fact]
    public void APastOutage_AndOneForSome_IsAccepted() => Avbrottsregel.Bedom(
        Avbrott with { FranDag = "2026-11-01", TillDag = "2026-11-02", Skolformer = ["Komvux"], Laslage = false }, Nu).Value.Skolformer.ShouldBe([Skolform.Komvux]);

    [Fact]
    public void News_KeepsWhatIsKnown_Once() => Nyhetsregel.Bedom(Nyheten, null, Idag).Value.Skolformer.ShouldBe([Skolform.Komvux]);

    [Theory]
    [InlineData("rubrik", "", "NYHET-RUBRIK")]
    [InlineData("text", " ", "NYHET-TEXT")]
    [InlineData("text", "20040301-9805", "NYHET-PNR")]
    [InlineData("former", "Simskola", "NYHET-SKOLFORM")]
    [InlineData("fran", "nu", "NYHET-FRAN")]
    [InlineData("till", "2026-11-21", "NYHET-TILL")]
    [InlineData("till", "sedan", "NYHET-TILL")]
    public void ANewsItemThatCannotBe_IsRefused(string falt, string varde, string kod)
    {
        var text = falt switch
        {
            "rubrik" => Nyheten with { Rubrik = varde },
            "text" => Nyheten with { Text = varde },
            "former" => Nyheten with { Skolformer = [varde] },
            "fran" => Nyheten with { Fran = varde },
            _ => Nyheten with { Till = varde },
        };

        Nyhetsregel.Bedom(text, null, Idag).Refusals.Select(r => r.Code).ShouldBe([kod]);
    }

    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public void PublishedNews_IsShownOnBothItsDaysAndBetween(string dag, bool visas)
    {
        var nyhet = new Nyhet(new("R", "T", [Skolform.Komvux], new(2026, 11, 25), new(2026, 11, 30)), "n", 1, Nu);
        nyhet.Visas(DateOnly.Parse(dag)).ShouldBeFalse("a draft");
        nyhet.Publicera();
        nyhet.Visas(DateOnly.Parse(dag)).ShouldBe(visas);
        nyhet.TaNed();
        nyhet.Visas(DateOnly.Parse(dag)).ShouldBeFalse();
    }

    [Fact]
    public void NewsWithoutALastDay_IsShownUntilItIsTakenDown()
    {
        var nyhet = new Nyhet(new("R", "T", [Skolform.Komvux], Idag, null), "n", 1, Nu);
        nyhet.Publicera();

        nyhet.Visas(Idag.AddYears(5)).ShouldBeTrue();
        nyhet.TaNed();
        Should.Throw<InvalidOperationException>(nyhet.TaNed);
    }

    /// <summary>An old last day may stay when the text is mended; another past day is not let in.</summary>
    [Fact]
    public void NewsWhoseLastDayHasBeen_KeepsIt()
    {
        var nu = new Nyhet(new("R", "T", [Skolform.Komvux], new(2026, 10, 1), new(2026, 11, 1)), "n", 1, Nu);
        var text = Nyheten with { Fran = "2026-10-01", Till = "2026-11-01" };

        Nyhetsregel.Bedom(text, nu, Idag).IsAccepted.ShouldBeTrue();
        Nyhetsregel.Bedom(text with { Till = "2026-11-02" }, nu, Idag).Refusals.Single().Code.ShouldBe("NYHET-TILL");
    }
}
