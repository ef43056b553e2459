using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

/// <summary>What a report leads to for the coming payments: stopped while the absence goes on, and no longer than the absence when the student is back.</summary>
public sealed class UtbetalningsfoljdTests
{
    [Fact]
    public void WhileItGoesOn_TheNextPaymentIsStopped()
    {
        var foljd = Foljd("2026-09-07", null, "2026-10-16");
        (foljd.Stoppar, foljd.Kort).ShouldBe((true, "Utbetalningen 2026-10-30 stoppas"));
        foljd.Mening.ShouldBe("Skickar du rapporten senast 22 oktober 2026 kl. 23.59 stoppas studiehjälpen för oktober, som annars betalas ut 30 oktober 2026.");
        foljd.SkickadMening.ShouldBe("Studiehjälpen för oktober, som skulle ha betalats ut 30 oktober 2026, stoppas.");
    }

    [Fact]
    public void Back_WithAllOfItPaid_NothingToComeIsStopped_AndWhatIsPaidMayBePaidBack()
    {
        var foljd = Foljd("2026-09-07", "2026-09-29", "2026-10-16");
        (foljd.Stoppar, foljd.ArBetalt, foljd.Kort).ShouldBe((false, true, "Utbetalningarna fortsätter, men det som redan är utbetalt kan dras av"));
        foljd.Mening.ShouldBe(
            "Utbetalningarna fortsätter, eftersom den studerande är tillbaka: CSN:s beslut om stopp gäller bara tiden till och med 29 september 2026. "
            + "Det som redan är utbetalt för 7–29 september 2026 kan dras av från dem eller behöva betalas tillbaka.");
        foljd.SkickadMening.ShouldBe(foljd.Mening);
    }

    [Fact]
    public void Back_BeforeItWasPaid_OnlyItsOwnHalfMonthsAreStopped()
    {
        var foljd = Foljd("2026-10-02", "2026-10-09", "2026-10-20");
        (foljd.Stoppar, foljd.ArBetalt, foljd.Stoppat, foljd.Kort).ShouldBe((true, false, "1–15 oktober 2026", "Studiehjälpen för 1–15 oktober 2026 betalas inte ut, sedan fortsätter utbetalningarna"));
        foljd.Mening.ShouldBe(
            "Skickar du rapporten senast 22 oktober 2026 kl. 23.59 betalas studiehjälpen för 1–15 oktober 2026 inte ut. "
            + "Sedan fortsätter utbetalningarna, eftersom den studerande är tillbaka: CSN:s beslut om stopp gäller bara tiden till och med 9 oktober 2026.");
        foljd.SkickadMening.ShouldStartWith("Studiehjälpen för 1–15 oktober 2026 betalas inte ut. Sedan fortsätter");
        Foljd("2026-10-02", "2026-10-18", "2026-10-20").Stoppat.ShouldBe("oktober 2026");
        var bada = Foljd("2026-09-07", "2026-10-09", "2026-10-20");
        (bada.Stoppat, bada.ArBetalt).ShouldBe(("1–15 oktober 2026", true));
    }

    [Fact]
    public void Back_LongAfterTheReport_AllThatWasStoppedUntilThenIsNotPaid() =>
        Foljd("2026-09-07", "2026-12-05", "2026-10-16").SkickadMening.ShouldStartWith("Studiehjälpen för 1 oktober–15 december 2026 betalas inte ut. Sedan fortsätter utbetalningarna");

    [Fact]
    public void AfterThe22nd_TheMonthCountsAsPaid_AndIsNotStopped() => Foljd("2026-10-02", "2026-10-09", "2026-10-23").Stoppar.ShouldBeFalse();

    /// <summary>Where nothing is stopped, waiting past the 22nd adds nothing to the estimate; where something is, it does.</summary>
    [Fact]
    public void WhatIsStopped_IsWhatWaitingCosts()
    {
        for (var rapportdag = D("2026-09-16"); rapportdag < D("2027-05-31"); rapportdag = rapportdag.AddDays(1))
        {
            for (var dagar = 0; dagar <= 15; dagar += 5)
            {
                var (forsta, sista) = (rapportdag.AddDays(-30), rapportdag.AddDays(-15 + dagar));
                var foljd = Utbetalningsfoljd.For(forsta, sista, rapportdag, larling: false);
                var vantar = Uppskattning.Berakna(forsta, sista, foljd.Stopp.SistaStoppdag.AddDays(1)).Belopp - Uppskattning.Berakna(forsta, sista, rapportdag).Belopp;
                vantar.ShouldBe(foljd.Uteblir.Sum(p => p.Belopp), $"{forsta}–{sista}, {rapportdag}");
                foljd.Stoppar.ShouldBe(vantar > 0, $"{forsta}–{sista}, {rapportdag}");
            }
        }
    }

    /// <summary>Born in August 2010, the student has studiebidrag from 1 October: nothing was paid for September.</summary>
    [Fact]
    public void BeforeTheStudentHasStudiebidrag_NothingIsPaidBack()
    {
        var lage = Gymnasist("2026-10-20") with { Fodelsedag = D("2010-08-14") };
        var foljd = Utbetalningsfoljd.For(D("2026-09-02"), D("2026-09-25"), lage);

        (foljd.Stoppar, foljd.ArBetalt).ShouldBe((false, false));
        foljd.Mening.ShouldNotContain("utbetalt");
        Uppskattning.Berakna(D("2026-09-02"), D("2026-09-25"), lage).Belopp.ShouldBe(0);
        Utbetalningsfoljd.For(D("2026-09-02"), D("2026-09-25"), Gymnasist("2026-10-20")).ArBetalt.ShouldBeTrue();
    }

    [Fact]
    public void Larling_IsNamed() => Utbetalningsfoljd.For(D("2026-10-02"), D("2026-10-09"), D("2026-10-20"), larling: true).Mening.ShouldContain("betalas studiehjälpen och lärlingsersättningen för 1–15 oktober 2026 inte ut");

    private static Utbetalningsfoljd Foljd(string forsta, string? sista, string rapportdag) =>
        Utbetalningsfoljd.For(D(forsta), sista is null ? null : D(sista), D(rapportdag), larling: false);
}
