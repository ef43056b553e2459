using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Punktlighet.Statistik;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>
/// Small tables against a reader who tries every table that fits what is shown. The reader here knows nothing of how <see cref="Statistikskydd"/> reckons: all that is shown,
/// that counts are not negative, and that a row of nothing is always shown.
/// </summary>
public sealed class StatistikskyddTests
{
    /// <summary>Beside a hidden total a hidden row may be anything; the reader tries so far.</summary>
    private const int Tak = 30;

    private static readonly Gen<Skyddsrad> Rader =
        from ja in Gen.Frequency((3, Gen.Choose(0, 7)), (2, Gen.Choose(0, 18)))
        from nej in Gen.Frequency((3, Gen.Choose(0, 7)), (1, Gen.Choose(0, 18)))
        from dold in Gen.Choose(0, 9)
        select new Skyddsrad(ja, nej, dold == 0 && ja + nej > 0);

    private static readonly Gen<IReadOnlyList<Skyddsrad>> Tabeller =
        from antal in Gen.Choose(1, 4)
        from rader in Rader.ArrayOf(antal)
        select (IReadOnlyList<Skyddsrad>)rader;

    [Fact]
    public void NoSmallCountIsShown() => Egenskap.ForAlla(Tabeller, rader =>
    {
        var skyddad = Statistikskydd.Skydda(rader);
        var alla = rader.Zip(skyddad.Rader).Append((new(rader.Sum(r => r.Ja), rader.Sum(r => r.Nej)), skyddad.Totalt));
        return alla.All(p => (!p.Second.Antal || (!Statistikskydd.ArLitet(p.First.Antal) && !p.First.Dold))
            && (!p.Second.Delning || (p.Second.Antal && !Statistikskydd.ArLitet(p.First.Ja) && !Statistikskydd.ArLitet(p.First.Nej))));
    });

    [Fact]
    public void ARowOfNothing_IsShown() => Egenskap.ForAlla(Tabeller, rader => rader.Zip(Statistikskydd.Skydda(rader).Rader).All(p => p.First.Antal > 0 || p.Second == new Radvisning(true, true)));

    /// <summary>The heart of it: of every count that is hidden, what the reader can tell leaves a range of at least five.</summary>
    [Fact]
    public void WhateverIsHidden_CanBeAtLeastSixDifferentNumbers() => Egenskap.ForAlla(Tabeller, rader =>
    {
        var skyddad = Statistikskydd.Skydda(rader);
        return Enumerable.Range(0, rader.Count).All(i =>
            skyddad.Rader[i].Delning
            || (Vidd(rader, skyddad, i, t => t.Ja) >= Statistikskydd.Grans
                && Vidd(rader, skyddad, i, t => t.Nej) >= Statistikskydd.Grans
                && (skyddad.Rader[i].Antal || Vidd(rader, skyddad, i, t => t.Ja + t.Nej) >= Statistikskydd.Grans)));
    });

    /// <summary>The reader must be able to succeed, or the test above says nothing.</summary>
    [Fact]
    public void TheReader_ReadsWhatIsNotProtected()
    {
        Skyddsrad[] rader = [new(2, 18), new(30, 30)];
        Vidd(rader, new([new(true, false), new(true, true)], new(true, true)), 0, t => t.Ja).ShouldBe(0);
        Vidd([new(2, 1), new(1, 0), new(30, 30)], new([new(false, false), new(false, false), new(true, true)], new(true, true)), 0, t => t.Ja).ShouldBeLessThan(Statistikskydd.Grans);
    }

    [Fact]
    public void ATotalThatGivesTheOnlyHiddenRowAway_HidesTheSmallestOfTheOthers()
    {
        var skyddad = Statistikskydd.Skydda([new(2, 1), new(40, 10), new(300, 60)]);

        skyddad.Rader.Select(r => r.Antal).ShouldBe([false, false, true]);
        skyddad.Totalt.ShouldBe(new(true, true));
    }

    [Fact]
    public void WhereOnlyOneRowWouldBeLeft_TheTotalGoesInItsPlace()
    {
        var skyddad = Statistikskydd.Skydda([new(2, 1), new(300, 60), new(0, 0)]);

        skyddad.Rader.ShouldBe([new(false, false), new(true, true), new(true, true)]);
        skyddad.Totalt.ShouldBe(new(false, false));
    }

    [Fact]
    public void ASmallSide_HidesTheSplitAlone_AndAnothersWithIt()
    {
        var skyddad = Statistikskydd.Skydda([new(20, 2), new(40, 10), new(300, 60)]);

        skyddad.Rader.ShouldBe([new(true, false), new(true, false), new(true, true)]);
        skyddad.Totalt.ShouldBe(new(true, true));
        Statistikskydd.Skydda([new(20, 2), new(40, 0), new(300, 60)]).Totalt.ShouldBe(new(true, false), "the second row adds nothing to the two");
    }

    [Fact]
    public void ATableWithoutSmallNumbers_IsShownWhole() =>
        Statistikskydd.Skydda([new(5, 5), new(0, 9), new(0, 0), new(100, 12)]).ShouldSatisfyAllConditions(
            s => s.Rader.ShouldAllBe(r => r.Antal && r.Delning),
            s => s.Totalt.ShouldBe(new(true, true)));

    [Fact]
    public void AHiddenTotal_HidesNothingElse() =>
        Statistikskydd.Skydda([new(50, 50), new(60, 10)], totaltDolt: true).ShouldSatisfyAllConditions(
            s => s.Rader.ShouldAllBe(r => r.Antal && r.Delning),
            s => s.Totalt.ShouldBe(new(false, false)));

    /// <summary>Between the least and the greatest that a number of a row can be, in all tables that fit what is shown.</summary>
    private static int Vidd(IReadOnlyList<Skyddsrad> rader, Skyddad visat, int rad, Func<(int Ja, int Nej), int> tal)
    {
        HashSet<(int Ja, int Nej)> andra = [(0, 0)];
        foreach (var i in Enumerable.Range(0, rader.Count).Where(i => i != rad))
            andra = [.. from s in andra from m in Mojliga(rader, visat, i) select (s.Ja + m.Ja, s.Nej + m.Nej)];

        var (ja, nej) = (rader.Sum(r => r.Ja), rader.Sum(r => r.Nej));
        bool Passar((int Ja, int Nej) summa) => (!visat.Totalt.Delning || summa == (ja, nej)) && (!visat.Totalt.Antal || summa.Ja + summa.Nej == ja + nej);
        var varden = Mojliga(rader, visat, rad).Where(m => andra.Any(a => Passar((a.Ja + m.Ja, a.Nej + m.Nej)))).Select(tal).ToList();
        return varden.Max() - varden.Min();
    }

    private static IEnumerable<(int Ja, int Nej)> Mojliga(IReadOnlyList<Skyddsrad> rader, Skyddad visat, int rad)
    {
        var (r, v) = (rader[rad], visat.Rader[rad]);
        if (v.Delning)
            return [(r.Ja, r.Nej)];
        if (v.Antal)
            return Enumerable.Range(0, r.Antal + 1).Select(ja => (ja, r.Antal - ja));

        var hogst = visat.Totalt.Antal ? rader.Where((_, i) => !visat.Rader[i].Antal).Sum(d => d.Antal) : Tak;
        return from antal in Enumerable.Range(1, hogst) from ja in Enumerable.Range(0, antal + 1) select (ja, antal - ja);
    }
}
