using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Punktlighet.Statistik;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>Small tables of several schools against <see cref="Statistiklasare"/>.</summary>
public sealed class StatistikskyddTests
{
    private static readonly Gen<Skolbidrag> Skolor =
        from ja in Gen.Frequency((4, Gen.Choose(0, 2)), (1, Gen.Choose(3, 7)))
        from nej in Gen.Frequency((4, Gen.Choose(0, 1)), (1, Gen.Choose(2, 5)))
        select ja + nej == 0 ? new(1, 0) : new Skolbidrag(ja, nej);

    private static readonly Gen<(Skolbidrag[] Skolor, bool Dold)> Rader =
        from antal in Gen.Frequency((3, Gen.Choose(0, 6)), (2, Gen.Choose(5, 9)))
        from skolor in Skolor.ArrayOf(antal)
        from dold in Gen.Choose(0, 9)
        select (skolor, dold == 0 && antal > 0);

    private static readonly Gen<(Skolbidrag[] Skolor, bool Dold)[]> Tabeller =
        from antal in Gen.Choose(1, 4)
        from rader in Rader.ArrayOf(antal)
        select rader;

    [Fact]
    public void NoSmallCountIsShown() => ForAlla((rader, _, skyddad) =>
    {
        var alla = rader.Zip(skyddad.Rader).Append((new([.. Enumerable.Repeat(new Skolbidrag(1, 0), rader.Sum(r => r.Ja)), .. Enumerable.Repeat(new Skolbidrag(0, 1), rader.Sum(r => r.Nej))]), skyddad.Totalt));
        return alla.All(p => (!p.Second.Antal || (!Statistikskydd.ArLitet(p.First.Antal) && !p.First.Dold))
            && (!p.Second.Delning || (p.Second.Antal && !Statistikskydd.ArLitet(p.First.Ja) && !Statistikskydd.ArLitet(p.First.Nej))));
    });

    [Fact]
    public void ARowOfNothing_IsShown() => ForAlla((rader, _, skyddad) => rader.Zip(skyddad.Rader).All(p => p.First.Antal > 0 || p.Second == new Radvisning(true, true)));

    /// <summary>The heart of it: of every count that is hidden, what the reader can tell leaves a range of at least five, though it be of a school and know its own.</summary>
    [Fact]
    public void WhateverIsHidden_CanBeAtLeastSixDifferentNumbers_AlsoForASchool() => ForAlla(Statistiklasare.KanIngetFaFram);

    [Fact]
    public void WhatASchoolCanSubtract_IsOfFiveOthers() => ForAlla((rader, _, skyddad) => Statistiklasare.ArAvFemAndra(rader, skyddad));

    [Fact]
    public void ASchoolOfAHiddenForm_CannotSubtractItselfToTheOther()
    {
        // Two forms of two schools each, together 40 reports: either could take its own away.
        var skyddad = Statistikskydd.Skydda([new([new(9, 1), new(9, 1)]), new([new(9, 1), new(9, 1)]), Rad(60, 20), Rad(90, 30)]);

        skyddad.Rader.Select(r => r.Antal).ShouldBe([false, false, false, true]);
        skyddad.Totalt.Antal.ShouldBeTrue();
    }

    [Fact]
    public void ATotalOfFourSchools_IsHidden() => Statistikskydd.Skydda([new([new(20, 9), new(20, 9)]), new([new(20, 9), new(20, 9)])]).Totalt.ShouldBe(new(false, false));

    /// <summary>The reader must be able to succeed, or the test above says nothing.</summary>
    [Fact]
    public void TheReader_ReadsWhatIsNotProtected()
    {
        Skyddsrad[] rader = [Rad(2, 18), Rad(30, 30)];
        Statistiklasare.Vidd(rader, new([new(true, false), new(true, true)], new(true, true)), 0, t => t.Ja).ShouldBe(0);
        Statistiklasare.Vidd([Rad(2, 1), Rad(1, 0), Rad(30, 30)], new([new(false, false), new(false, false), new(true, true)], new(true, true)), 0, t => t.Ja).ShouldBeLessThan(Statistikskydd.Grans);
    }

    [Fact]
    public void ATotalThatGivesTheOnlyHiddenRowAway_HidesTheSmallestOfTheOthers()
    {
        var skyddad = Statistikskydd.Skydda([Rad(2, 1), Rad(40, 10), Rad(300, 60)]);

        skyddad.Rader.Select(r => r.Antal).ShouldBe([false, false, true]);
        skyddad.Totalt.ShouldBe(new(true, true));
    }

    [Fact]
    public void WhereOnlyOneRowWouldBeLeft_TheTotalGoesInItsPlace()
    {
        var skyddad = Statistikskydd.Skydda([Rad(2, 1), Rad(300, 60), Rad(0, 0)]);

        skyddad.Rader.ShouldBe([new(false, false), new(true, true), new(true, true)]);
        skyddad.Totalt.ShouldBe(new(false, false));
    }

    [Fact]
    public void ASmallSide_HidesTheSplitAlone_AndAnothersWithIt()
    {
        var skyddad = Statistikskydd.Skydda([Rad(20, 2), Rad(40, 10), Rad(300, 60)]);

        skyddad.Rader.ShouldBe([new(true, false), new(true, false), new(true, true)]);
        skyddad.Totalt.ShouldBe(new(true, true));
        Statistikskydd.Skydda([Rad(20, 2), Rad(40, 0), Rad(300, 60)]).Totalt.ShouldBe(new(true, false), "the second row adds nothing to the two");
    }

    [Fact]
    public void ATableWithoutSmallNumbers_IsShownWhole() =>
        Statistikskydd.Skydda([Rad(5, 5), Rad(0, 9), Rad(0, 0), Rad(100, 12)]).ShouldSatisfyAllConditions(
            s => s.Rader.ShouldAllBe(r => r.Antal && r.Delning),
            s => s.Totalt.ShouldBe(new(true, true)));

    [Fact]
    public void AHiddenTotal_HidesNothingElse() =>
        Statistikskydd.Skydda([Rad(50, 50), Rad(60, 10)], totaltDolt: true).ShouldSatisfyAllConditions(
            s => s.Rader.ShouldAllBe(r => r.Antal && r.Delning),
            s => s.Totalt.ShouldBe(new(false, false)));

    /// <summary>Each report of a school of its own.</summary>
    private static Skyddsrad Rad(int ja, int nej) => new([.. Enumerable.Repeat(new Skolbidrag(1, 0), ja), .. Enumerable.Repeat(new Skolbidrag(0, 1), nej)]);

    private static void ForAlla(Func<IReadOnlyList<Skyddsrad>, IReadOnlyList<IReadOnlyList<Skolbidrag>>, Skyddad, bool> egenskap) => Egenskap.ForAlla(Tabeller, tabell =>
    {
        Skyddsrad[] rader = [.. tabell.Select(t => new Skyddsrad(t.Skolor, t.Dold))];
        return egenskap(rader, [.. tabell.Select(t => t.Skolor)], Statistikskydd.Skydda(rader));
    });
}
