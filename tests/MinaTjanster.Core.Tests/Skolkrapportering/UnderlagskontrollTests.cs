using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class UnderlagskontrollTests
{
    private static readonly DateOnly Skickas = D("2026-11-20");
    private static readonly Skolkuppgift Rapport = Uppgift("2026-09-07", minuter: 690, tillfallen: 9);
    private static readonly Underlagsuppgift Underlag = new(D("2026-09-07"), Skickas, 690, 9, 12_000, ForstaDagensFranvaro.Ja);

    [Fact]
    public void AllAgrees()
    {
        var rader = Underlagskontroll.Kontrollera(Rapport, Underlag, Skickas);
        rader.Select(r => r.Kod).ShouldBe(["FORSTADAG", "FORSTAFRANVARO", "TIMMAR", "TILLFALLEN", "OMFATTNING", "SLUTDAG", "UNDERVISNINGSTID"]);
        rader.ShouldAllBe(r => r.Utfall == Utfall.Stammer);
    }

    public static TheoryData<Underlagsuppgift, string, string> Avvikelser => new()
    {
        { Underlag with { TackerFran = D("2026-09-08") }, "FORSTADAG", "7 september 2026" },
        { Underlag with { ForstaDagen = ForstaDagensFranvaro.Nej }, "FORSTAFRANVARO", "ingen ogiltig frånvaro" },
        { Underlag with { ForstaDagen = ForstaDagensFranvaro.EjAngivet }, "FORSTAFRANVARO", "inte angivet" },
        { Underlag with { OgiltigMinuter = 689 }, "TIMMAR", "11,5 timmar" },
        { Underlag with { Tillfallen = 8 }, "TILLFALLEN", "9 tillfällen och underlaget 8" },
        { Underlag with { TackerTill = D("2026-11-19") }, "SLUTDAG", "1 dag saknas" },
        { Underlag with { TackerTill = D("2026-10-31") }, "SLUTDAG", "20 dagar saknas" },
        { Underlag with { TackerTill = D("2026-11-21") }, "SLUTDAG", "efter den dag det skickas" },
        { Underlag with { UndervisningMinuter = 0 }, "UNDERVISNINGSTID", "framgår inte" },
        { Underlag with { UndervisningMinuter = 689 }, "UNDERVISNINGSTID", "kortare" },
    };

    [Theory]
    [MemberData(nameof(Avvikelser))]
    public void OneDifference_GivesOneWarning(Underlagsuppgift underlag, string kod, string text)
    {
        var varning = Underlagskontroll.Kontrollera(Rapport, underlag, Skickas).Where(r => r.Utfall == Utfall.Varning).ShouldHaveSingleItem();
        varning.Kod.ShouldBe(kod);
        varning.Mening.ShouldContain(text);
    }

    [Theory]
    [InlineData(239, 9)]
    [InlineData(690, 1)]
    public void UnderTheThreshold_IsWarnedAbout(int minuter, int tillfallen) =>
        Underlagskontroll.Kontrollera(Rapport with { OgiltigMinuter = minuter, Tillfallen = tillfallen }, Underlag with { OgiltigMinuter = minuter, Tillfallen = tillfallen }, Skickas)
            .Where(r => r.Utfall == Utfall.Varning).ShouldHaveSingleItem().Kod.ShouldBe("OMFATTNING");

    [Fact]
    public void ReportWithoutHours_HasNothingToCompare()
    {
        var koder = Underlagskontroll.Kontrollera(Rapport with { OgiltigMinuter = null, Tillfallen = null }, Underlag, Skickas).Select(r => r.Kod).ToList();
        koder.ShouldNotContain("TIMMAR");
        koder.ShouldNotContain("TILLFALLEN");
    }
}
