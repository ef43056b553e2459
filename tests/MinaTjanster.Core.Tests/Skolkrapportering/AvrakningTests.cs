using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studietider;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

public sealed class AvrakningTests
{
    // Anna's three outcomes (domain.md section 5): 5 periods wrongly paid, reported 2 April.
    [Theory]
    [InlineData("2027-04-09", 5, 3_125, 0)]     // back early: the second half of April, May and June cover all
    [InlineData("2027-05-14", 3, 1_875, 1_250)] // back late: a part
    [InlineData(null, 0, 0, 3_125)]             // not back: all is återkrav
    public void Anna(string? sista, int kvar, int avraknas, int aterkravs)
    {
        var avrakning = For("2027-01-19", sista, "2027-04-02");

        avrakning.FelUtbetalt.Belopp.ShouldBe(3_125);
        (avrakning.Kvar.Count, avrakning.Avraknas, avrakning.Aterkravs).ShouldBe((kvar, avraknas, aterkravs));
        avrakning.AvraknadePerioder.Count.ShouldBe(kvar);
    }

    [Fact]
    public void BackLongBeforeTheReport_WhatWasPaidSinceIsNotLeft()
    {
        // Skolk in January only, reported in April: January's second half is wrong, February and March were right and are paid.
        var avrakning = For("2027-01-19", "2027-01-29", "2027-04-02");

        avrakning.FelUtbetalt.Belopp.ShouldBe(625);
        avrakning.Kvar.Select(p => p.ForstaDag).ShouldBe([D("2027-04-01"), D("2027-04-16"), D("2027-05-01"), D("2027-05-16"), D("2027-06-01"), D("2027-06-16")]);
        avrakning.AvraknadePerioder.ShouldHaveSingleItem().ForstaDag.ShouldBe(D("2027-04-01"));
        (avrakning.Avraknas, avrakning.Aterkravs).ShouldBe((625, 0));
    }

    [Fact]
    public void ThePeriodOfTheLastDay_IsNotLeft() =>
        For("2027-01-19", "2027-04-15", "2027-04-02").Kvar[0].ForstaDag.ShouldBe(D("2027-04-16"));

    [Fact]
    public void AfterThe22nd_TheMonthOfTheReportIsNotLeft() =>
        For("2027-01-19", "2027-03-31", "2027-04-23").Kvar[0].ForstaDag.ShouldBe(D("2027-05-01"));

    [Fact]
    public void BackInSummer_NothingIsLeftOfTheLasar() =>
        For("2027-04-19", "2027-07-05", "2027-06-02").Kvar.ShouldBeEmpty();

    // Anna, back on 9 April: 3 125 kr, and April (one half), May and June left. A payment is changed through the 22nd of its month.
    [Theory]
    [InlineData("2027-04-10", false)]
    [InlineData("2027-04-22", false)]
    [InlineData("2027-04-23", true)]
    [InlineData("2027-05-30", true)]
    [InlineData("2027-08-15", true)]
    public void DecidedLate_WarnsThatTooLittleIsLeftToOffset(string beslut, bool varnas)
    {
        var avrakning = For("2027-01-19", "2027-04-09", "2027-04-02");

        avrakning.Avraknas.ShouldBe(3_125);
        avrakning.RackerInte(D(beslut)).ShouldBe(varnas);
        avrakning.KvarEfter(D("2027-06-30")).ShouldBe(0);
    }

    [Fact]
    public void TheAgeBoundary_EndsWhatIsLeft() =>
        Avrakning.Berakna(Uppskattning.Berakna(D("2027-01-19"), D("2027-04-09"), D("2027-04-02")), D("2027-04-09"), D("2027-04-02"), D("2027-05-15"))
            .Avraknas.ShouldBe(1_250);

    [Fact]
    public void ThePartsAreTheWhole_AndALaterReturnOffsetsNoMore() => Egenskap.ForAlla(
        from forsta in Egenskap.Dagar
        from rapport in Gen.Choose(15, 200)
        from langd in Gen.Choose(0, 300)
        select (forsta, rapport, langd),
        fall =>
        {
            var rapportdag = fall.forsta.AddDays(fall.rapport);
            var (tidig, sen) = (fall.forsta.AddDays(fall.langd), fall.forsta.AddDays(fall.langd + 20));
            var fel = Uppskattning.Berakna(fall.forsta, null, rapportdag);
            var slut = Lasar.For(fall.forsta).SistaDag;
            var (a, b) = (Avrakning.Berakna(fel, tidig, rapportdag, slut), Avrakning.Berakna(fel, sen, rapportdag, slut));
            return a.Avraknas + a.Aterkravs == fel.Belopp && a.Aterkravs >= 0 && b.Avraknas <= a.Avraknas;
        });

    private static Avrakning For(string forsta, string? sista, string rapport)
    {
        DateOnly? slut = sista is null ? null : D(sista);
        return Avrakning.Berakna(Uppskattning.Berakna(D(forsta), slut, D(rapport)), slut, D(rapport), Lasar.For(D(forsta)).SistaDag);
    }
}
