using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class UppskattningTests
{
    // The four estimates of domain.md section 5: Anna, Stefan and two more.
    [Theory]
    [InlineData("2027-01-19", "2027-04-02", 5, 75, 3125, "2,5 månader")]
    [InlineData("2027-03-04", "2027-04-04", 2, 30, 1250, "1 månad")]
    [InlineData("2026-09-07", "2026-10-16", 2, 30, 1250, "1 månad")]
    [InlineData("2026-11-17", "2026-12-02", 1, 15, 625, "0,5 månader")]
    [InlineData("2026-11-17", "2026-11-22", 0, 0, 0, "0 månader")]
    [InlineData("2026-11-17", "2026-11-23", 1, 15, 625, "0,5 månader")]     // after the 22nd the month counts as paid
    public void WorkedExamples(string forsta, string rapport, int perioder, int dagar, int belopp, string text)
    {
        var uppskattning = Uppskattning.Berakna(D(forsta), null, D(rapport));
        uppskattning.Perioder.Count.ShouldBe(perioder);
        (uppskattning.Dagar, uppskattning.Belopp, uppskattning.Manadstext).ShouldBe((dagar, belopp, text));
    }

    // Lisa: absence through September, read off in mid-October, reported by the 22nd: October is stopped.
    [Fact]
    public void Lisa_StopsOctober()
    {
        Utbetalningskalender.FoljandeStopp(D("2026-10-22")).Manad.ShouldBe(10);
        Uppskattning.Berakna(D("2026-09-01"), null, D("2026-10-22")).BetaldaManader.ShouldBe([D("2026-09-01")]);
        Uppskattning.Berakna(D("2026-09-01"), null, D("2026-10-23")).BetaldaManader.ShouldBe([D("2026-09-01"), D("2026-10-01")]);
    }

    [Fact]
    public void Anna_NamesHerMonths() =>
        Uppskattning.Berakna(D("2027-01-19"), null, D("2027-04-02")).BetaldaManaderText.ShouldBe("januari, februari och mars");

    [Fact]
    public void OverNewYear_TheMonthsHaveYears() =>
        Uppskattning.Berakna(D("2026-12-01"), null, D("2027-02-01")).BetaldaManaderText.ShouldBe("december 2026 och januari 2027");

    [Fact]
    public void LastDay_EndsIt() =>
        Uppskattning.Berakna(D("2027-01-19"), D("2027-02-15"), D("2027-04-02")).Perioder.Count.ShouldBe(2);

    [Fact]
    public void Summer_HasNoPeriods() =>
        Uppskattning.Berakna(D("2027-06-16"), null, D("2027-09-20")).Perioder.Count.ShouldBe(1);

    [Fact]
    public void OldAmount_CountsAtItsDate() =>
        Uppskattning.Berakna(D("2018-02-01"), null, D("2018-04-01")).Belopp.ShouldBe(1_050 + 1_250);

    /// <summary>One rule: a month counts as paid from the day on which a report no longer stops it; July and August, which have no payment, turn on the same day.</summary>
    [Fact]
    public void AMonthIsPaid_WhenItsStopDayHasPassed() => Egenskap.ForAlla(
        Egenskap.Dagar,
        dag =>
        {
            var manad = new DateOnly(dag.Year, dag.Month, 1);
            var sista = Utbetalningskalender.SistaStoppdag(dag.Year, dag.Month) ?? new DateOnly(dag.Year, dag.Month, 22);
            return Uppskattning.SistaBetaldaDag(dag) == (dag > sista ? manad.AddMonths(1) : manad).AddDays(-1);
        });

    [Fact]
    public void NeverFallsWithDelay() => Egenskap.ForAlla(
        from forsta in Egenskap.Dagar
        from langd in Gen.Choose(-1, 300)
        from rapport in Gen.Choose(0, 400)
        from drojsmal in Gen.Choose(0, 400)
        select (forsta, sista: langd < 0 ? (DateOnly?)null : forsta.AddDays(langd), rapport: forsta.AddDays(rapport), senare: forsta.AddDays(rapport + drojsmal)),
        f =>
        {
            var (tidig, sen) = (Uppskattning.Berakna(f.forsta, f.sista, f.rapport), Uppskattning.Berakna(f.forsta, f.sista, f.senare));
            return sen.Belopp >= tidig.Belopp && sen.Dagar >= tidig.Dagar && tidig.Perioder.SequenceEqual(sen.Perioder.Take(tidig.Perioder.Count));
        });

    [Fact]
    public void WithinSupport_EndsAtTheAgeBoundaryAndTheLastLasar()
    {
        var tjugo = Gymnasist("2027-10-05") with { Fodelsedag = D("2007-05-05") };
        Uppskattning.Berakna(D("2027-06-01"), null, tjugo).Perioder.Count.ShouldBe(2);
        Uppskattning.Berakna(D("2027-06-01"), null, Gymnasist("2027-10-05")).Perioder.Count.ShouldBe(2);
        Uppskattning.Berakna(D("2026-10-01"), null, Gymnasist("2027-01-10") with { Fodelsedag = D("2010-10-01") }).Perioder.Count.ShouldBe(0);
    }
}
