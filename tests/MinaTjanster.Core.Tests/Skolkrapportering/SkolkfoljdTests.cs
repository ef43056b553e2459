using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class SkolkfoljdTests
{
    [Fact]
    public void Normal_SaysStopPaidMonthsEstimateAndDates()
    {
        var foljd = Skolkfoljd.For(D("2026-09-07"), null, Gymnasist("2026-10-16"));
        foljd.Lage.ShouldBe(Grindlage.Normal);
        foljd.Stopp.ShouldBe(new Stopp(2026, 10, D("2026-10-22"), D("2026-10-30")));
        foljd.Uppskattning.Belopp.ShouldBe(1250);
        foljd.Rader.Select(r => r.Kod).ShouldBe(["GRIND", "STOPP", "BETALT", "UPPSKATTNING", "UNDERLAG", "ANNATSTOD"]);
        Mening(foljd, "STOPP").ShouldBe("Skickar du rapporten senast 22 oktober 2026 kl. 23.59 stoppas studiehjälpen för oktober, som annars betalas ut 30 oktober 2026.");
        Mening(foljd, "BETALT").ShouldBe("Studiebidraget för september räknas då som redan utbetalt.");
        Mening(foljd, "UPPSKATTNING").ShouldContain("1\u00A0250\u00A0kr (1 månad, 30 dagar)");
        Mening(foljd, "UNDERLAG").ShouldContain("helst senast 7 november 2026, och allra senast 16 december 2026");
        Mening(foljd, "ANNATSTOD").ShouldContain("flerbarnstillägg");
    }

    /// <summary>22 November 2026 and 10 January 2027 are Sundays.</summary>
    [Fact]
    public void LastDaysOnAWeekend_SayWhatApplies_Once()
    {
        var foljd = Skolkfoljd.For(D("2026-10-05"), null, Gymnasist("2026-11-10"));
        Mening(foljd, "STOPP").ShouldBe(
            "Skickar du rapporten senast 22 november 2026 kl. 23.59 stoppas studiehjälpen för november, som annars betalas ut 30 november 2026. 22 november 2026 är en söndag. Sista dagen flyttas inte.");
        Mening(foljd, "UNDERLAG").ShouldBe(
            "Skicka frånvarounderlaget helst senast 5 december 2026, och allra senast 10 januari 2027. 10 januari 2027 är en söndag. Sista dagen flyttas inte. "
            + "Det ska täcka tiden från första skolkdagen till den dag du skickar det.");
        foljd.Rader.Count(r => r.Mening.Contains("en söndag")).ShouldBe(2);
        Skolkfoljd.For(D("2026-09-07"), null, Gymnasist("2026-10-16")).Rader.ShouldAllBe(r => !r.Mening.Contains("flyttas inte"));
    }

    [Fact]
    public void After22nd_StopsNextMonth()
    {
        var foljd = Skolkfoljd.For(D("2026-09-07"), null, Gymnasist("2026-10-23"));
        foljd.Stopp.Manad.ShouldBe(11);
        foljd.Uppskattning.BetaldaManader.Count.ShouldBe(2);
    }

    [Fact]
    public void TooEarly_IsReckonedForTheFirstAllowedDay()
    {
        var foljd = Skolkfoljd.For(D("2026-11-17"), null, Gymnasist("2026-11-22"));
        (foljd.Lage, foljd.Antagendag).ShouldBe((Grindlage.ForTidigt, D("2026-12-02")));
        foljd.Stopp.Manad.ShouldBe(12);
        foljd.Uppskattning.Dagar.ShouldBe(15);
        Mening(foljd, "GRIND").ShouldBe("Du kan rapportera tidigast 2 december 2026 om frånvaron är omfattande, annars från 17 december 2026.");
    }

    [Fact]
    public void Day15_AsksForConfirmation()
    {
        var foljd = Skolkfoljd.For(D("2026-11-17"), null, Gymnasist("2026-12-02"));
        foljd.KraverBekraftelse.ShouldBeTrue();
        Mening(foljd, "GRIND").ShouldStartWith("Det har gått 15 dagar");
    }

    [Fact]
    public void InSpring_TheUnderlagComesWithTheReport() =>
        Mening(Skolkfoljd.For(D("2027-01-19"), null, Gymnasist("2027-04-02")), "UNDERLAG").ShouldStartWith("Skicka helst frånvarounderlaget samtidigt som rapporten, och senast 2 juni 2027.");

    [Fact]
    public void WithALastDay_SaysThatPaymentsGoOn_AndNeverThatTheyAreStopped()
    {
        var foljd = Skolkfoljd.For(D("2026-09-07"), D("2026-09-29"), Gymnasist("2026-10-16"));
        foljd.Rader.Select(r => r.Kod).ShouldBe(["GRIND", "FORTSATTER", "BETALT", "UPPSKATTNING", "UNDERLAG", "TILLBAKA", "ANNATSTOD"]);
        Mening(foljd, "FORTSATTER").ShouldBe(foljd.Utbetalning.Mening);
        Mening(foljd, "UNDERLAG").ShouldEndWith("från första skolkdagen till och med sista skolkdagen, 29 september 2026.");
        Mening(Skolkfoljd.For(D("2026-09-07"), D("2026-10-10"), Gymnasist("2026-10-16")), "STOPP").ShouldContain("studiehjälpen för 1–15 oktober 2026 inte ut");
    }

    [Fact]
    public void Larling_IsNamed()
    {
        var lage = Gymnasist("2026-10-16") with { Studieperioder = [Lagen.Host with { Larling = true }] };
        Mening(Skolkfoljd.For(D("2026-09-07"), null, lage), "STOPP").ShouldContain("lärlingsersättningen");
    }

    [Fact]
    public void LastDayBeforeFirst_IsIgnored() =>
        Skolkfoljd.For(D("2026-09-07"), D("2026-09-01"), Gymnasist("2026-10-16")).Uppskattning.Dagar.ShouldBe(30);

    private static string Mening(Skolkfoljd foljd, string kod) => foljd.Rader.Single(r => r.Kod == kod).Mening;
}
