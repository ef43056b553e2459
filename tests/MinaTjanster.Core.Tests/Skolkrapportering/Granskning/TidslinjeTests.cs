using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class TidslinjeTests
{
    private static readonly DateOnly ForstaDag = new(2026, 9, 7);
    private static readonly DateOnly Rapportdag = new(2026, 10, 16);
    private static readonly DateOnly Idag = new(2026, 11, 22);

    [Fact]
    public void Bygg_ReportedBeforeThe22nd_ShowsPaidMonthsThenStoppedOnes()
    {
        var betalningar = Rad(Bygg(), "Studiebidrag");

        betalningar.Select(s => (s.Slag, s.Fran)).ShouldBe(
        [
            (Tidsspannslag.Felutbetalt, new DateOnly(2026, 9, 1)),
            (Tidsspannslag.Felutbetalt, new DateOnly(2026, 9, 16)),
            (Tidsspannslag.Stoppat, new DateOnly(2026, 10, 1)),
            (Tidsspannslag.Stoppat, new DateOnly(2026, 11, 1)),
        ]);
        betalningar[2].Till.ShouldBe(new DateOnly(2026, 10, 31));
    }

    [Fact]
    public void Bygg_UnderlagThatEndsEarly_LeavesAGapToTheDayItArrived()
    {
        var tackning = Rad(Bygg(underlag: [new(ForstaDag, new DateOnly(2026, 10, 28), new DateOnly(2026, 11, 13))]), "Underlaget täcker");

        tackning.Select(s => (s.Slag, s.Fran, s.Till)).ShouldBe(
        [
            (Tidsspannslag.Tackning, ForstaDag, new DateOnly(2026, 10, 28)),
            (Tidsspannslag.Lucka, new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 12)),
        ]);
        tackning[1].Text.ShouldBe("11 skoldagar saknas i underlaget");
    }

    [Theory]
    [InlineData(null, "2026-10-30", "2026-11-02")] // Friday, sent on Monday
    [InlineData("2026-10-16", "2026-10-16", "2026-11-13")] // back
    [InlineData("2026-10-18", "2026-10-16", "2026-11-13")] // back after a week-end
    public void Bygg_WhenNoSchoolDayIsMissing_LeavesNoGap(string? sistaDag, string till, string ankomst) =>
        Rad(Bygg(sistaDag is null ? null : DateOnly.Parse(sistaDag), [new(ForstaDag, DateOnly.Parse(till), DateOnly.Parse(ankomst))]), "Underlaget täcker")
            .ShouldHaveSingleItem().Slag.ShouldBe(Tidsspannslag.Tackning);

    [Fact]
    public void Bygg_APaperWithADate_IsMeasuredToThatDay() =>
        Rad(Bygg(underlag: [new(ForstaDag, new(2026, 11, 6), new(2026, 11, 13), new(2026, 11, 9))]), "Underlaget täcker").ShouldHaveSingleItem().Slag.ShouldBe(Tidsspannslag.Tackning);

    [Fact]
    public void Bygg_AComplementThatFillsTheGap_LeavesNone()
    {
        var tackning = Rad(
            Bygg(underlag:
            [
                new(new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)),
                new(ForstaDag, new DateOnly(2026, 10, 28), new DateOnly(2026, 11, 13)),
            ]),
            "Underlaget täcker");

        tackning.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.Slag.ShouldBe(Tidsspannslag.Tackning),
            s => s.Fran.ShouldBe(ForstaDag),
            s => s.Till.ShouldBe(new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public void Bygg_UnderlagThatStartsLate_MissesTheFirstDaysAndWhatLiesBetween()
    {
        var tackning = Rad(
            Bygg(underlag: [new(new DateOnly(2026, 9, 8), new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 20)), new(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 20), new DateOnly(2026, 10, 20))]),
            "Underlaget täcker");

        tackning.Where(s => s.Slag == Tidsspannslag.Lucka).Select(s => (s.Fran, s.Till)).ShouldBe([(ForstaDag, ForstaDag), (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 2))]);
        tackning[0].Text.ShouldBe("1 skoldag saknas i underlaget");
    }

    [Fact]
    public void Bygg_WithoutUnderlag_MissesAllSchoolDaysToToday() =>
        Rad(Bygg(), "Underlaget täcker").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.Slag.ShouldBe(Tidsspannslag.Lucka),
            s => s.Fran.ShouldBe(ForstaDag),
            s => s.Till.ShouldBe(new DateOnly(2026, 11, 20)));

    [Fact]
    public void Bygg_WhenTheStudentIsBack_LaterPaymentsGoOn()
    {
        var betalningar = Rad(Bygg(sistaDag: new DateOnly(2026, 10, 30)), "Studiebidrag");

        betalningar[^2].Slag.ShouldBe(Tidsspannslag.Stoppat);
        betalningar[^1].ShouldSatisfyAllConditions(s => s.Slag.ShouldBe(Tidsspannslag.Kommande), s => s.Text.ShouldBe("Utbetalningen för november fortsätter: den studerande är tillbaka"));
    }

    [Fact]
    public void Bygg_WhenTheStudentIsBack_StopsOnlyTheHalfMonthsOfTheAbsence()
    {
        var betalningar = Rad(Bygg(sistaDag: new DateOnly(2026, 10, 9)), "Studiebidrag");

        betalningar.Skip(2).Select(s => (s.Slag, s.Fran)).ShouldBe(
        [
            (Tidsspannslag.Stoppat, new DateOnly(2026, 10, 1)),
            (Tidsspannslag.Kommande, new DateOnly(2026, 10, 16)),
            (Tidsspannslag.Kommande, new DateOnly(2026, 11, 1)),
        ]);
    }

    [Fact]
    public void Bygg_WhenAllOfTheAbsenceWasPaid_StopsNothing_AndHasNoDayToStopBy()
    {
        var linje = Bygg(sistaDag: new DateOnly(2026, 9, 29));

        Rad(linje, "Studiebidrag").ShouldNotContain(s => s.Slag == Tidsspannslag.Stoppat);
        linje.Marken.ShouldNotContain(m => m.Slag == Tidsmarkeslag.Stoppdag);
    }

    [Fact]
    public void Bygg_MarksWhatHappened_InOrder()
    {
        var linje = Bygg(underlag: [new(ForstaDag, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 2))], kompletteringar: [new DateOnly(2026, 11, 4)]);

        linje.Marken.Select(m => m.Slag).ShouldBe(
            [Tidsmarkeslag.Rapport, Tidsmarkeslag.Stoppdag, Tidsmarkeslag.UnderlagInkom, Tidsmarkeslag.KompletteringBegard, Tidsmarkeslag.Idag]);
        linje.Marken[1].Dag.ShouldBe(new DateOnly(2026, 10, 22));
        linje.Manader.First().ShouldBe(new DateOnly(2026, 8, 1));
        linje.Till.ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Fact]
    public void Bygg_EverySpanAndMark_LiesWithinTheLine() => Egenskap.ForAlla(
        Egenskap.Dagar,
        forsta =>
        {
            for (var dagar = 0; dagar < 400; dagar += 33)
            {
                var rapport = forsta.AddDays(15 + (dagar / 3));
                var idag = rapport.AddDays(dagar);
                var linje = Tidslinje.Bygg(new(forsta, dagar % 2 == 0 ? null : rapport, rapport, null, [new(forsta, idag, idag)], [idag], Uppskattning.Berakna(forsta, null, rapport), Utbetalningsfoljd.For(forsta, dagar % 2 == 0 ? null : rapport, rapport, larling: false), idag));
                if (linje.Rader.SelectMany(r => r.Spann).Any(s => s.Fran < linje.Fran || s.Till > linje.Till || s.Till < s.Fran)
                    || linje.Marken.Any(m => m.Dag < linje.Fran || m.Dag > linje.Till))
                {
                    return false;
                }
            }

            return true;
        });

    private static IReadOnlyList<Tidsspann> Rad(Tidslinje linje, string namn) => linje.Rader.Single(r => r.Namn == namn).Spann;

    private static Tidslinje Bygg(DateOnly? sistaDag = null, IReadOnlyList<Tidslinjeunderlag>? underlag = null, IReadOnlyList<DateOnly>? kompletteringar = null) =>
        Tidslinje.Bygg(new(
            ForstaDag,
            sistaDag,
            Rapportdag,
            null,
            underlag ?? [],
            kompletteringar ?? [],
            Uppskattning.Berakna(ForstaDag, sistaDag, Rapportdag),
            Utbetalningsfoljd.For(ForstaDag, sistaDag, Rapportdag, larling: false),
            Idag));
}
