using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Omfattning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Omfattning;

/// <summary>domain.md section 6, Scope.</summary>
public sealed class OmfattningsregelTests
{
    private static readonly Skolform[] MedPoang = [Skolform.Komvux, Skolform.Yrkeshogskola, Skolform.Hogskola];

    private static readonly Gen<Studieomfattning> Omfattningar =
        from skolform in Gen.Elements(MedPoang)
        from poang in Gen.Choose(0, 9_000)
        from veckor in Gen.Choose(1, 60)
        select Omfattningsregel.FranPoang(skolform, poang, veckor);

    [Theory]
    // Komvux, 20 points a week.
    [InlineData(Skolform.Komvux, 1_000, 5, 100, Omfattningsniva.Heltid)]
    [InlineData(Skolform.Komvux, 1_990, 10, 99, Omfattningsniva.Trekvartstid)]       // 19.9 a week
    [InlineData(Skolform.Komvux, 1_900, 10, 95, Omfattningsniva.Trekvartstid)]
    [InlineData(Skolform.Komvux, 1_500, 10, 75, Omfattningsniva.Trekvartstid)]
    [InlineData(Skolform.Komvux, 1_490, 10, 74, Omfattningsniva.Halvtid)]            // 14.9
    [InlineData(Skolform.Komvux, 1_400, 10, 70, Omfattningsniva.Halvtid)]
    [InlineData(Skolform.Komvux, 1_000, 10, 50, Omfattningsniva.Halvtid)]
    [InlineData(Skolform.Komvux, 999, 10, 49, Omfattningsniva.UnderHalvtid)]
    [InlineData(Skolform.Komvux, 1_000, 20, 25, Omfattningsniva.UnderHalvtid)]
    [InlineData(Skolform.Komvux, 0, 20, 0, Omfattningsniva.UnderHalvtid)]
    [InlineData(Skolform.Komvux, 2_500, 10, 100, Omfattningsniva.Heltid)]            // 25 a week counts as 20
    // Högskola, 1.5 hp a week: the first four are CSN's examples [P].
    [InlineData(Skolform.Hogskola, 300, 20, 100, Omfattningsniva.Heltid)]
    [InlineData(Skolform.Hogskola, 225, 20, 75, Omfattningsniva.Trekvartstid)]
    [InlineData(Skolform.Hogskola, 150, 20, 50, Omfattningsniva.Halvtid)]
    [InlineData(Skolform.Hogskola, 300, 19, 100, Omfattningsniva.Heltid)]
    [InlineData(Skolform.Hogskola, 300, 23, 86, Omfattningsniva.Trekvartstid)]
    [InlineData(Skolform.Hogskola, 149, 20, 49, Omfattningsniva.UnderHalvtid)]
    // Yrkeshögskola, 5 points a week.
    [InlineData(Skolform.Yrkeshogskola, 1_000, 20, 100, Omfattningsniva.Heltid)]
    [InlineData(Skolform.Yrkeshogskola, 750, 20, 75, Omfattningsniva.Trekvartstid)]
    [InlineData(Skolform.Yrkeshogskola, 500, 20, 50, Omfattningsniva.Halvtid)]
    [InlineData(Skolform.Yrkeshogskola, 499, 20, 49, Omfattningsniva.UnderHalvtid)]
    public void FranPoang_PointsAWeek(Skolform skolform, int tiondelar, int veckor, int procent, Omfattningsniva niva)
    {
        var omfattning = Omfattningsregel.FranPoang(skolform, tiondelar, veckor);
        (omfattning.Procent, omfattning.Niva).ShouldBe((procent, niva));
    }

    [Theory]
    [InlineData(100, Omfattningsniva.Heltid)]
    [InlineData(99, Omfattningsniva.Trekvartstid)]
    [InlineData(75, Omfattningsniva.Trekvartstid)]
    [InlineData(74, Omfattningsniva.Halvtid)]
    [InlineData(50, Omfattningsniva.Halvtid)]
    [InlineData(49, Omfattningsniva.UnderHalvtid)]
    [InlineData(1, Omfattningsniva.UnderHalvtid)]
    public void FranProcent_TheLevelReached(int procent, Omfattningsniva niva)
    {
        var omfattning = Studieomfattning.FranProcent(procent);
        (omfattning.Procent, omfattning.Niva, omfattning.ArOverHeltid).ShouldBe((procent, niva, false));
        omfattning.Niva.GerStudiemedel().ShouldBe(procent >= 50);
    }

    [Fact]
    public void Grunder_EverySkolformOnce()
    {
        Omfattningsregel.Grunder.Select(g => g.Skolform).ShouldBe(Enum.GetValues<Skolform>(), ignoreOrder: true);
        Omfattningsregel.Grunder.ShouldAllBe(g => g.HeltidPerVecka.HasValue == (g.Matt == Omfattningsmatt.Poang));
        Omfattningsregel.Grunder.Where(g => g.Matt == Omfattningsmatt.Poang).Select(g => g.Skolform).ShouldBe(MedPoang, ignoreOrder: true);
        Omfattningsregel.For(Skolform.Gymnasieskola).Matt.ShouldBe(Omfattningsmatt.AlltidHeltid);
    }

    [Fact]
    public void ImpossibleNumbers_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Omfattningsregel.FranPoang(Skolform.Folkhogskola, 100, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Omfattningsregel.FranPoang(Skolform.Komvux, -1, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Omfattningsregel.FranPoang(Skolform.Komvux, 100, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Studieomfattning.FranProcent(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Studieomfattning.FranProcent(101));
    }

    [Fact]
    public void Niva_HasAText() => Enum.GetValues<Omfattningsniva>().Select(n => n.Text()).ShouldBeUnique();

    [Fact]
    public void FranPoang_NeverFallsWithPointsNorRisesWithWeeks() => Egenskap.ForAlla(
        from skolform in Gen.Elements(MedPoang)
        from poang in Gen.Choose(0, 9_000)
        from fler in Gen.Choose(0, 500)
        from veckor in Gen.Choose(1, 60)
        select (skolform, poang, fler, veckor),
        fall =>
        {
            var omfattning = Omfattningsregel.FranPoang(fall.skolform, fall.poang, fall.veckor);
            var merPoang = Omfattningsregel.FranPoang(fall.skolform, fall.poang + fall.fler, fall.veckor);
            var merVeckor = Omfattningsregel.FranPoang(fall.skolform, fall.poang, fall.veckor + 1);
            return merPoang.Andel >= omfattning.Andel && merPoang.Procent >= omfattning.Procent && merPoang.Niva >= omfattning.Niva
                && merVeckor.Andel <= omfattning.Andel && merVeckor.Niva <= omfattning.Niva;
        });

    // The law's numbers for a week, in whole numbers: no rounding can move a student over a limit.
    [Fact]
    public void FranPoang_TheLevelIsTheCrossProduct() => Egenskap.ForAlla(
        from skolform in Gen.Elements(MedPoang) from poang in Gen.Choose(0, 20_000) from veckor in Gen.Choose(1, 60) select (skolform, poang, veckor),
        fall =>
        {
            var heltid = fall.veckor * (fall.skolform switch { Skolform.Komvux => 200, Skolform.Yrkeshogskola => 50, _ => 15 });
            var vantad = (fall.poang * 4 / heltid) switch { >= 4 => Omfattningsniva.Heltid, 3 => Omfattningsniva.Trekvartstid, 2 => Omfattningsniva.Halvtid, _ => Omfattningsniva.UnderHalvtid };
            var omfattning = Omfattningsregel.FranPoang(fall.skolform, fall.poang, fall.veckor);
            return omfattning.Niva == vantad && omfattning.ArOverHeltid == (fall.poang > heltid) && omfattning.Procent == Math.Min(100, fall.poang * 100 / heltid);
        });

    [Fact]
    public void Summa_IsNeverOverFullTimeNorLessThanAPart() => Egenskap.ForAlla(Omfattningar.ListOf(), delar =>
    {
        var summa = Studieomfattning.Summa(delar);
        return summa.Andel is >= 0 and <= 1 && summa.Procent is >= 0 and <= 100
            && delar.All(d => d.Andel <= summa.Andel && d.Niva <= summa.Niva)
            && Studieomfattning.Summa(Enumerable.Reverse(delar)).Niva == summa.Niva;
    });

    // Equal parts make the whole again, whatever the number of weeks: thirds, sevenths, elevenths.
    [Fact]
    public void Summa_OfEqualPartsOfFullTime_IsFullTime() => Egenskap.ForAlla(Gen.Choose(1, 60), antal =>
    {
        var del = Omfattningsregel.FranPoang(Skolform.Komvux, 200, antal);
        var summa = Studieomfattning.Summa(Enumerable.Repeat(del, antal));
        return summa is { Niva: Omfattningsniva.Heltid, Procent: 100, ArOverHeltid: false }
            && (antal == 1 || Studieomfattning.Summa(Enumerable.Repeat(del, antal - 1)).Niva < Omfattningsniva.Heltid);
    });

    [Fact]
    public void Summa_OfNothing_IsNothing() => Studieomfattning.Summa([]).ShouldBe(Studieomfattning.Ingen);
}
