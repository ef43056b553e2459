using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
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
        { Underlag with { TackerTill = D("2026-11-18") }, "SLUTDAG", "Underlaget slutar 18 november 2026. 1 skoldag saknas fram till den dag det skickas: 19 november 2026. " },
        { Underlag with { TackerTill = D("2026-11-17") }, "SLUTDAG", "2 skoldagar saknas fram till den dag det skickas: 18 november 2026 och 19 november 2026. " },
        { Underlag with { TackerTill = D("2026-10-31") }, "SLUTDAG", "14 skoldagar saknas fram till den dag det skickas: från 2 november 2026 till 19 november 2026. " },
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

    // No school day between the last day covered and the day it is sent, whose lessons are not over.
    [Theory]
    [InlineData("2026-11-20", "2026-11-20")] // the same day
    [InlineData("2026-11-19", "2026-11-20")] // through yesterday
    [InlineData("2026-11-20", "2026-11-21")] // Friday, sent on Saturday
    [InlineData("2026-11-20", "2026-11-22")] // sent on Sunday
    [InlineData("2026-11-20", "2026-11-23")] // sent on Monday
    [InlineData("2027-01-05", "2027-01-07")] // over Trettondedag jul, a Wednesday
    [InlineData("2027-03-25", "2027-03-30")] // over Easter
    [InlineData("2026-12-23", "2026-12-28")] // over Christmas
    [InlineData("2026-12-30", "2027-01-04")] // over New Year
    [InlineData("2027-05-05", "2027-05-07")] // over Kristi himmelsfärdsdag
    public void DaysWithoutSchool_AreNoGap(string tackerTill, string skickas) =>
        Slutdag(null, tackerTill, skickas).ShouldBe((Utfall.Stammer, "Underlaget täcker alla skoldagar fram till den dag det skickas."));

    [Theory]
    [InlineData("2026-11-20", "2026-11-24", "1 skoldag saknas fram till den dag det skickas: 23 november 2026. ")]
    [InlineData("2026-11-19", "2026-11-21", "1 skoldag saknas fram till den dag det skickas: 20 november 2026. ")]
    [InlineData("2027-01-04", "2027-01-07", "1 skoldag saknas fram till den dag det skickas: 5 januari 2027. ")]
    [InlineData("2027-03-24", "2027-03-31", "2 skoldagar saknas fram till den dag det skickas: 25 mars 2027 och 30 mars 2027. ")]
    public void ASchoolDayMissing_IsNamed(string tackerTill, string skickas, string text)
    {
        var (utfall, mening) = Slutdag(null, tackerTill, skickas);
        utfall.ShouldBe(Utfall.Varning);
        mening.ShouldContain(text);
        mening.ShouldEndWith("Ta ut ett nytt underlag som täcker hela tiden. Var det lov, skriv det i förklaringen.");
    }

    [Theory]
    [InlineData("2026-10-30", "2026-10-30", null)]
    [InlineData("2026-10-30", "2026-11-06", null)] // longer than it must be
    [InlineData("2026-11-01", "2026-10-30", null)] // the last day is a Sunday
    [InlineData("2026-11-20", "2026-11-19", null)] // the last day is the day it is sent
    [InlineData("2026-10-30", "2026-10-29", "1 skoldag saknas till och med sista skolkdagen i rapporten, 30 oktober 2026: 30 oktober 2026. ")]
    [InlineData("2026-10-30", "2026-10-21", "7 skoldagar saknas till och med sista skolkdagen i rapporten, 30 oktober 2026: från 22 oktober 2026 till 30 oktober 2026. ")]
    [InlineData("2026-11-25", "2026-11-18", "1 skoldag saknas fram till den dag det skickas: 19 november 2026. ")] // came back after it was sent
    [InlineData("2026-10-30", "2026-11-21", "efter den dag det skickas")]
    public void WhoIsBack_IsCoveredThroughTheReportedLastDay(string sistaDag, string tackerTill, string? saknas)
    {
        var (utfall, mening) = Slutdag(sistaDag, tackerTill, "2026-11-20");
        utfall.ShouldBe(saknas is null ? Utfall.Stammer : Utfall.Varning);
        mening.ShouldContain(saknas ?? "Underlaget täcker alla skoldagar");
    }

    /// <summary>A longer underlag never lacks more, a later sending never less, and it agrees exactly when every school day is there.</summary>
    [Fact]
    public void TheLastDay_AgreesExactlyWhenEverySchoolDayIsThere() => Egenskap.ForAlla(
        Gen.Choose(0, int.MaxValue - 1).Select(fro => new Random(fro)),
        slump =>
        {
            var skickas = D("2024-01-01").AddDays(slump.Next(2000));
            var till = skickas.AddDays(-slump.Next(25));
            DateOnly? sista = slump.Next(2) == 0 ? null : skickas.AddDays(-slump.Next(40));
            var slut = sista < skickas ? sista.Value.AddDays(1) : skickas;
            var saknas = Enumerable.Range(0, 80).Select(till.AddDays).Where(d => d > till && d < slut && Skoldagar.Ar(d)).ToList();
            return Underlagskontroll.Saknade(sista, till, skickas).SequenceEqual(saknas)
                && (Slutdag(sista, till, skickas).Utfall == Utfall.Stammer) == (saknas.Count == 0)
                && Underlagskontroll.Saknade(sista, till.AddDays(1), skickas).Count <= saknas.Count
                && Underlagskontroll.Saknade(sista, till, skickas.AddDays(1)).Count >= saknas.Count
                && Underlagskontroll.Saknade(till, till, skickas).Count == 0;
        });

    private static (Utfall Utfall, string Mening) Slutdag(string? sistaDag, string tackerTill, string skickas) => Slutdag(sistaDag is null ? null : D(sistaDag), D(tackerTill), D(skickas));

    private static (Utfall Utfall, string Mening) Slutdag(DateOnly? sistaDag, DateOnly tackerTill, DateOnly skickas)
    {
        var rad = Underlagskontroll.Kontrollera(Rapport with { SistaDag = sistaDag }, Underlag with { TackerTill = tackerTill }, skickas).Single(r => r.Kod == "SLUTDAG");
        return (rad.Utfall, rad.Mening);
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
