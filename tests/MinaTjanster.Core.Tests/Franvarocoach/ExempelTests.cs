using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Franvarocoach.Provlistor;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

/// <summary>The worked examples of domain.md section 5, from an absence list to what the coach says.</summary>
public sealed class ExempelTests
{
    private static (string, int)[] Veckovis(string fran, int veckor, int minuter = 80) =>
        [.. Enumerable.Range(0, veckor).Select(v => (D(fran).AddDays(7 * v).ToString("yyyy-MM-dd"), minuter))];

    // Anna: 19 January, reported 2 April: 16–31 January, February and March are paid.
    [Fact]
    public void Anna_ReadOffOnTheSecondOfApril()
    {
        var analys = Franvaroanalys.For(Skoldagar("2027-01-07", "2027-04-02", Veckovis("2027-01-19", 11)), Gymnasist("2027-04-02"), Regler);

        var forslag = analys.Forslag.ShouldHaveSingleItem();
        forslag.Uppgift.ShouldBe(new Skolkuppgift(D("2027-01-19"), null, 880, 11, false));
        (forslag.KanSkickas, forslag.KraverBekraftelse).ShouldBe((true, false));
        (forslag.Foljd.Uppskattning.Dagar, forslag.Foljd.Uppskattning.Belopp).ShouldBe((75, 3125));
        forslag.GransNadd.ShouldBe(D("2027-02-02"));
        (forslag.Grind.TidigastDag, forslag.Grind.NormalDag).ShouldBe((D("2027-02-03"), D("2027-02-18")));
        (forslag.Vantkostnad.SistaStoppdag, forslag.Vantkostnad.Sedan.Belopp, forslag.Vantkostnad.Belopp).ShouldBe((D("2027-04-22"), 4375, 1250));
    }

    // Anna had the coach been asked on the first possible day: only half of January is lost.
    [Fact]
    public void Anna_OnDayFifteen_MayBeReportedWithTheConfirmation()
    {
        var lage = Gymnasist("2027-02-03");
        var forslag = Franvaroanalys.For(Skoldagar("2027-01-07", "2027-02-03", Veckovis("2027-01-19", 3)), lage, Regler).Forslag.ShouldHaveSingleItem();

        (forslag.KanSkickas, forslag.KraverBekraftelse, forslag.Uppgift.Bekraftad).ShouldBe((true, true, false));
        Skolkregel.Bedom(forslag.Uppgift, lage).Koder().ShouldBe(["SKOLK-BEKRAFTA"]);
        Skolkregel.Bedom(forslag.Bekraftad, lage).ArGodtagen.ShouldBeTrue();
        (forslag.Foljd.Uppskattning.Belopp, forslag.Foljd.Stopp.Manad).ShouldBe((625, 2));
    }

    // Stefan: 4 March, reported 4 April.
    [Fact]
    public void Stefan_ReadOffOnTheFourthOfApril()
    {
        var analys = Franvaroanalys.For(Skoldagar("2027-02-01", "2027-04-04", Veckovis("2027-03-04", 4)), Gymnasist("2027-04-04"), Regler);

        var forslag = analys.Forslag.ShouldHaveSingleItem();
        forslag.Uppgift.ShouldBe(new Skolkuppgift(D("2027-03-04"), null, 320, 4, false));
        (forslag.KanSkickas, forslag.Foljd.Uppskattning.Dagar, forslag.Foljd.Uppskattning.Belopp).ShouldBe((true, 30, 1250));
    }

    // Lisa: absence through September, read off in mid-October: reported by the 22nd October is stopped.
    [Fact]
    public void Lisa_ReadOffInMidOctober_StopsOctober()
    {
        var analys = Franvaroanalys.For(Skoldagar("2026-08-18", "2026-10-15", Veckovis("2026-09-01", 7)), Gymnasist("2026-10-15"), Regler);

        var forslag = analys.Forslag.ShouldHaveSingleItem();
        (forslag.Uppgift.ForstaDag, forslag.KanSkickas).ShouldBe((D("2026-09-01"), true));
        (forslag.Foljd.Stopp.Manad, forslag.Foljd.Stopp.SistaStoppdag).ShouldBe((10, D("2026-10-22")));
        (forslag.Vantkostnad.Nu.Belopp, forslag.Vantkostnad.Sedan.Belopp, forslag.Vantkostnad.Belopp).ShouldBe((1250, 2500, 1250));
    }

    // … and had she come back in October, waiting would cost nothing more.
    [Fact]
    public void Lisa_BackInOctober_GetsALastDay()
    {
        var forslag = Franvaroanalys.For(Skoldagar("2026-08-18", "2026-10-15", Veckovis("2026-09-01", 5)), Gymnasist("2026-10-15"), Regler).Forslag.ShouldHaveSingleItem();

        (forslag.Uppgift.SistaDag, forslag.Vantkostnad.Nu.Belopp, forslag.Vantkostnad.Belopp).ShouldBe((D("2026-09-29"), 1250, 0));
    }

    // Överklagandenämnden för studiestöd: 3 h 48 min on three occasions was not enough.
    [Fact]
    public void ThreeHoursFortyEight_OnThreeOccasions_IsNotEnough()
    {
        var analys = Franvaroanalys.For(
            Skoldagar("2026-10-01", "2026-11-20", ("2026-10-20", 80), ("2026-10-28", 80), ("2026-11-05", 68)), Gymnasist("2026-11-20"), Regler);

        (analys.Storst!.Minuter, analys.Storst.Tillfallen, analys.Storst.NarGransen).ShouldBe((228, 3, false));
        (analys.GransNadd, analys.Hinder).ShouldBe((null, null));
        analys.Forslag.ShouldBeEmpty();
    }

    // … and 4 h 10 min on four was.
    [Fact]
    public void FourHoursTen_OnFourOccasions_IsEnough()
    {
        var analys = Franvaroanalys.For(
            Skoldagar("2026-10-01", "2026-11-20", ("2026-10-20", 70), ("2026-10-28", 60), ("2026-11-05", 60), ("2026-11-12", 60)), Gymnasist("2026-11-20"), Regler);

        (analys.Storst!.Minuter, analys.Storst.Tillfallen).ShouldBe((250, 4));
        analys.GransNadd.ShouldBe(D("2026-11-12"));
        var forslag = analys.Forslag.ShouldHaveSingleItem();
        forslag.Uppgift.ShouldBe(new Skolkuppgift(D("2026-10-20"), null, 250, 4, false));
        forslag.KanSkickas.ShouldBeTrue();
    }
}
