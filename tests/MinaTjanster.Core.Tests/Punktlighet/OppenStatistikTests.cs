using FsCheck.Fluent;
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
        var manader = Publicera([], Skolformer, Idag);

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
    public void ATotalOfFewSchools_IsNotShown_NorItsOutcome()
    {
        var manad = Oktober([.. Rapporter(1, 2, 20, 10), .. Rapporter(11, 12, 20, 10)]);

        manad.Totalt.ShouldBe(new(null, null, null, null, null));
        var april = new DateOnly(2026, 4, 10);
        List<Rapportutfall> fyra = [.. Enumerable.Range(0, 60).Select(i => new Rapportutfall((i % 4) + 1, april.AddDays(-30), april, april.AddDays(9), april.AddDays(19), i % 2 == 0))];
        List<Rapportutfall> med = [.. fyra, new(5, april.AddDays(-30), april), new(6, april.AddDays(-30), april)];
        var utfall = Publicera(med, Skolformer, new(2027, 1, 20)).Single(m => m.Manad == new DateOnly(2026, 4, 1));
        utfall.Totalt.Antal.ShouldBe(62);
        (utfall.HarUtfall, utfall.Totalt.AndelRattForsta).ShouldBe((true, null), "four schools have approved reports");
    }

    [Fact]
    public void AMedian_IsOfTenReports_AndNoShareIsOfAMonthWithoutAStop()
    {
        Oktober([.. Rapporter(1, 9, 9, 0)]).Totalt.ShouldBe(new(null, 9, null, 100, null));
        Oktober([.. Rapporter(1, 10, 10, 0)]).Totalt.ShouldBe(new(null, 10, 30, 100, null));
        var juli = Rapporter(1, 10, 30, 0).Select(r => r with { Rapportdag = r.Rapportdag.AddMonths(-3), ForstaDag = r.ForstaDag.AddMonths(-3) }).ToList();
        var manad = Publicera(juli, Skolformer, Idag).Single(m => m.Manad == new DateOnly(2026, 7, 1));
        (manad.HarStopp, manad.Totalt.Antal, manad.Totalt.AndelITid).ShouldBe((false, 30, null));
    }

    [Fact]
    public void AnUnknownSchool_IsNotCounted() => Oktober([.. Rapporter(1, 10, 30, 8), .. Rapporter(91, 99, 30, 8)]).Totalt.Antal.ShouldBe(38);

    /// <summary>Both tables as they are published, against a reader of any school (<see cref="Statistiklasare"/>).</summary>
    [Fact]
    public void NothingThatIsPublished_TellsOfASchoolOrASmallNumber() => Egenskap.ForAlla(
        from antal in Gen.Choose(0, 70)
        from skolor in Gen.Choose(1, 26).Select(i => (long)i).ArrayOf(antal)
        from slag in Gen.Frequency((5, Gen.Choose(0, 1)), (1, Gen.Choose(2, 3))).ArrayOf(antal)
        select skolor.Zip(slag),
        utkast =>
        {
            var april = new DateOnly(2026, 4, 1);
            var former = Enumerable.Range(1, 26).ToDictionary(i => (long)i, i => i <= 10 ? Skolform.Gymnasieskola : i <= 16 ? Skolform.Folkhogskola : i <= 22 ? Skolform.Komvux : OppenStatistik.Skolformer[3]);
            List<Rapportutfall> rapporter = [.. utkast.Select(u => (Skola: u.First, Dag: u.Second < 2 ? april.AddDays(9) : april.AddDays(25), Godkand: u.Second != 1, Fragad: u.Second == 3))
                .Select(u => new Rapportutfall(u.Skola, u.Dag.AddDays(-30), u.Dag, u.Dag, u.Godkand ? u.Dag.AddDays(30) : null, u.Fragad))];
            var manad = Publicera(rapporter, former, Idag).Single(m => m.Manad == april);
            return Haller(rapporter, r => r.ITid, r => new(r.Antal is not null, r.AndelITid is not null || r.Antal == 0))
                && Haller(rapporter.FindAll(r => r.Godkand is not null), r => r.RattForstaGangen, r => new(r.AndelRattForsta is not null || r.Antal == 0, r.AndelRattForsta is not null || r.Antal == 0));

            bool Haller(List<Rapportutfall> tabell, Func<Rapportutfall, bool> ja, Func<Statistikrad, Radvisning> visning)
            {
                List<Skolbidrag[]> skolor = [.. OppenStatistik.Skolformer.Select(f => tabell.Where(r => former[r.SkolaId] == f).GroupBy(r => r.SkolaId).Select(g => new Skolbidrag(g.Count(ja), g.Count(r => !ja(r)))).ToArray())];
                List<Skyddsrad> rader = [.. skolor.Select(s => new Skyddsrad(s))];
                var visat = new Skyddad([.. rader.Zip(manad.Rader).Select(p => p.First.Antal == 0 ? new(true, true) : visning(p.Second))], visning(manad.Totalt));
                return Statistiklasare.ArAvFemAndra(rader, visat) && Statistiklasare.KanIngetFaFram(rader, skolor, visat);
            }
        });

    /// <summary>As the portal publishes it, all on one day.</summary>
    private static IReadOnlyList<Statistikmanad> Publicera(IReadOnlyList<Rapportutfall> rapporter, Dictionary<long, Skolform> skolformer, DateOnly idag)
    {
        List<PubliceradStatistik> rader = [];
        foreach (var manad in OppenStatistik.Manader(idag))
        {
            var inkomna = OppenStatistik.Inkomna(manad, rapporter, skolformer, default);
            rader.AddRange(inkomna);
            if (OppenStatistik.HarUtfall(manad, idag))
                rader.AddRange(OppenStatistik.Utfall(manad, rapporter, skolformer, inkomna, default));
        }

        return OppenStatistik.Tabeller(rader, idag);
    }

    private static Statistikmanad Oktober(IReadOnlyList<Rapportutfall> rapporter) => Publicera(rapporter, Skolformer, Idag)[0];

    private static Statistikrad Manad(IReadOnlyList<Rapportutfall> rapporter, DateOnly idag, DateOnly dag) =>
        Publicera(rapporter, Skolformer, idag).Single(m => m.Manad == new DateOnly(dag.Year, dag.Month, 1)).Rader.Single(r => r.Skolform == Skolform.Gymnasieskola);

    /// <summary>Reports of October, round the schools: so many by the 22nd, so many after it, a month after the first day.</summary>
    private static IEnumerable<Rapportutfall> Rapporter(int fran, int till, int iTid, int sena) =>
        Enumerable.Range(0, iTid + sena).Select(i => (Skola: fran + (i % (till - fran + 1)), Dag: new DateOnly(2026, 10, i < iTid ? 12 : 26)))
            .Select(r => new Rapportutfall(r.Skola, r.Dag.AddDays(-30), r.Dag));
}
