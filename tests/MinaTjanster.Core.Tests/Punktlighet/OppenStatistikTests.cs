using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolor;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>What is published, of made-up reports. Schools 1–10 are gymnasieskolor, 11–20 folkhögskolor, 21–22 komvux.</summary>
public sealed class OppenStatistikTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);

    private static readonly Dictionary<long, Skolform> Skolformer =
        Enumerable.Range(1, 22).ToDictionary(i => (long)i, i => i <= 10 ? Skolform.Gymnasieskola : i <= 20 ? Skolform.Folkhogskola : Skolform.Komvux);

    [Theory]
    [InlineData("2026-11-22", "2026-10-01")]
    [InlineData("2026-11-15", "2026-10-01")]
    [InlineData("2026-11-14", "2026-09-01")]
    [InlineData("2027-01-14", "2026-11-01")]
    [InlineData("2027-01-15", "2026-12-01")]
    public void AMonth_IsPublishedWhenItIsOver_AndAFortnightMore(string idag, string manad) => OppenStatistik.SenasteManad(DateOnly.Parse(idag)).ShouldBe(DateOnly.Parse(manad));

    [Fact]
    public void TwelveMonths_LatestFirst_ARowForEachFormWithSkolk_EvenWithoutReports()
    {
        var manader = OppenStatistik.For([], Skolformer, Idag);

        manader.Count.ShouldBe(12);
        (manader[0].Manad, manader[^1].Manad).ShouldBe((new(2026, 10, 1), new(2025, 11, 1)));
        manader.ShouldAllBe(m => m.Rader.Count == OppenStatistik.Skolformer.Count && m.Rader.All(r => r.Antal == 0 && r.AndelITid == null && r.MedianDagar == null));
    }

    [Fact]
    public void AMonth_SaysCountsMediansAndShares()
    {
        var manad = Oktober([.. Rapporter(1, 10, 30, 8), .. Rapporter(11, 20, 20, 6)]);

        var gymnasium = manad.Rader.Single(r => r.Skolform == Skolform.Gymnasieskola);
        gymnasium.ShouldBe(new(Skolform.Gymnasieskola, 38, 30, 79, null));
        manad.Totalt.Antal.ShouldBe(64);
        manad.HarUtfall.ShouldBeFalse("half a year has not passed");
    }

    [Fact]
    public void FewReportsOrFewSchools_AreNotShown_NorCanBeSubtracted()
    {
        // Komvux: plenty of reports, of two schools. Folkhögskolor are hidden for its sake.
        var manad = Oktober([.. Rapporter(1, 10, 60, 20), .. Rapporter(11, 20, 20, 6), .. Rapporter(21, 22, 30, 10)]);

        manad.Rader.Single(r => r.Skolform == Skolform.Komvux).ShouldBe(new(Skolform.Komvux, null, null, null, null));
        manad.Rader.Single(r => r.Skolform == Skolform.Folkhogskola).Antal.ShouldBeNull();
        manad.Rader.Single(r => r.Skolform == Skolform.Gymnasieskola).Antal.ShouldBe(80);
        manad.Totalt.Antal.ShouldBe(146);
    }

    [Fact]
    public void FirstTimeRight_CountsWhatIsApprovedWithinHalfAYear_AndIsNotShownBefore()
    {
        var april = new DateOnly(2026, 4, 10);
        Rapportutfall Fall(int i, DateOnly godkand, bool fragad) => new((i % 10) + 1, april.AddDays(-30), april, godkand.AddDays(-9), godkand, fragad);
        List<Rapportutfall> rapporter =
        [
            .. Enumerable.Range(0, 30).Select(i => Fall(i, new(2026, 6, 1), i % 3 == 0)),
            .. Enumerable.Range(0, 20).Select(i => Fall(i, new(2026, 11, 1), false)),
        ];

        Manad(rapporter, new(2026, 10, 31), april).AndelRattForsta.ShouldBeNull();
        var oktoberslut = Manad(rapporter, new(2026, 11, 1), april).AndelRattForsta;
        oktoberslut.ShouldBe(67, "what is approved after 31 October does not count");
        Manad(rapporter, new(2027, 1, 20), april).AndelRattForsta.ShouldBe(oktoberslut, "and changes nothing later");
    }

    [Fact]
    public void WhatIsPublished_IsTheSameOnAnyLaterDay()
    {
        List<Rapportutfall> rapporter = [.. Rapporter(1, 10, 30, 8), .. Rapporter(11, 20, 3, 1)];
        var forst = OppenStatistik.For(rapporter, Skolformer, Idag)[0];

        foreach (var dagar in new[] { 1, 10, 40, 100, 150 })
        {
            var senare = OppenStatistik.For([.. rapporter, .. rapporter.Select(r => r with { Rapportdag = r.Rapportdag.AddDays(40) })], Skolformer, Idag.AddDays(dagar)).Single(m => m.Manad == forst.Manad);
            senare.Rader.ShouldBe(forst.Rader, $"{dagar} days later");
            senare.Totalt.ShouldBe(forst.Totalt);
        }
    }

    private static Statistikmanad Oktober(IReadOnlyList<Rapportutfall> rapporter) => OppenStatistik.For(rapporter, Skolformer, Idag)[0];

    private static Statistikrad Manad(IReadOnlyList<Rapportutfall> rapporter, DateOnly idag, DateOnly dag) =>
        OppenStatistik.For(rapporter, Skolformer, idag).Single(m => m.Manad == new DateOnly(dag.Year, dag.Month, 1)).Rader.Single(r => r.Skolform == Skolform.Gymnasieskola);

    /// <summary>Reports of October, round the schools: so many by the 22nd, so many after it, a month after the first day.</summary>
    private static IEnumerable<Rapportutfall> Rapporter(int fran, int till, int iTid, int sena) =>
        Enumerable.Range(0, iTid + sena).Select(i => (Skola: fran + (i % (till - fran + 1)), Dag: new DateOnly(2026, 10, i < iTid ? 12 : 26)))
            .Select(r => new Rapportutfall(r.Skola, r.Dag.AddDays(-30), r.Dag));
}
