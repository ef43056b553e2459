using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Franvarocoach.Provlistor;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

/// <summary>In which group of the overview a student stands. Today is 20 November 2026; the absence is five lessons in October, 5 to 22.</summary>
public sealed class ElevgruppTests
{
    private static readonly (string Dag, int Minuter)[] Oktober = [("2026-10-05", 80), ("2026-10-08", 80), ("2026-10-13", 80), ("2026-10-20", 80), ("2026-10-22", 80)];

    [Fact]
    public void Back_WithHerReportEnded_StandsAsReported_AndNoDayIsFreeToReport()
    {
        var elev = Elev(Oktober, new AnnanSkolkrapport(7, D("2026-10-05"), D("2026-10-22")));
        (elev.Grupp, elev.Rapport?.Id, elev.Oppen, elev.Forslag).ShouldBe((Elevgrupp.Rapporterad, 7, null, null));
        elev.LedigaDagar.ShouldBeEmpty();
        elev.StorstLediga.ShouldBeNull();
    }

    [Fact]
    public void AbsenceBeforeTheReport_CannotBeANewOne() =>
        Elev(Oktober, new AnnanSkolkrapport(7, D("2026-10-08"), D("2026-10-22"))).Grupp.ShouldBe(Elevgrupp.Rapporterad, "the next report starts at last day + 1 or later");

    [Fact]
    public void AbsenceAfterTheLastDay_CountsAlone()
    {
        var elev = Elev([.. Oktober, ("2026-11-16", 80)], new AnnanSkolkrapport(7, D("2026-10-05"), D("2026-10-22")));
        (elev.Grupp, elev.Rapport?.Id, elev.StorstLediga?.Minuter).ShouldBe((Elevgrupp.Bevaka, 7, 80));
        elev.LedigaDagar.Select(d => d.Dag).ShouldBe([D("2026-11-16")]);

        var igen = Elev([.. Oktober, ("2026-11-02", 160), ("2026-11-04", 160)], new AnnanSkolkrapport(7, D("2026-10-05"), D("2026-10-22")));
        (igen.Grupp, igen.Forslag?.Uppgift.ForstaDag, igen.Rapport?.Id).ShouldBe((Elevgrupp.AttRapportera, D("2026-11-02"), 7));
    }

    [Fact]
    public void AReportOfOtherDays_IsNotOfThisList()
    {
        var elev = Elev([("2026-11-16", 80)], new AnnanSkolkrapport(7, D("2026-09-07"), D("2026-09-30")));
        (elev.Grupp, elev.Rapport, elev.StorstLediga?.Minuter).ShouldBe((Elevgrupp.Bevaka, null, 80));
    }

    [Fact]
    public void WhileAReportIsOpen_NoDayIsFree()
    {
        var elev = Elev([.. Oktober, ("2026-11-16", 80)], new AnnanSkolkrapport(7, D("2026-10-05"), null));
        (elev.Grupp, elev.Rapport?.Id, elev.LedigaDagar.Any()).ShouldBe((Elevgrupp.Rapporterad, 7, false));
    }

    /// <summary>Whose waiting costs nothing stands after those who have a payment to be stopped.</summary>
    [Fact]
    public void Overview_PutsThoseWithAPaymentToStopFirst()
    {
        var tillbaka = Elev([.. Oktober.Select(o => (o.Dag, 240))]);
        var pagar = Elev([("2026-10-19", 80), ("2026-10-26", 80), ("2026-11-05", 80), ("2026-11-18", 80)]);
        (tillbaka.Grupp, tillbaka.Forslag?.Foljd.Utbetalning.Stoppar).ShouldBe((Elevgrupp.AttRapportera, false));
        (pagar.Grupp, pagar.Forslag?.Foljd.Utbetalning.Stoppar).ShouldBe((Elevgrupp.AttRapportera, true));
        Listoversikt.Ordna([tillbaka, pagar]).ShouldBe([pagar, tillbaka]);
        tillbaka.Forslag!.Vantmening.ShouldBe("stoppar inget mer, men då finns färre utbetalningar kvar att dra av från.");
    }

    private static Listelevlage Elev((string Dag, int Minuter)[] franvaro, params AnnanSkolkrapport[] rapporter)
    {
        var (elev, lage) = (Skoldagar("2026-08-18", "2026-11-20", franvaro), Gymnasist("2026-11-20", rapporter));
        return new(elev, Franvaroanalys.For(elev, lage, Regler), new Studerandelage(1, "Anna", "Lind", Nummer, Personskydd.Inget, "NA26A", [], lage));
    }
}
