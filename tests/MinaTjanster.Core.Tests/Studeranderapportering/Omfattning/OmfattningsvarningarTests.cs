using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Omfattning;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Omfattning;

/// <summary>The odd cases of issue 4: they warn. 24 August 2026 is a Monday, 15 January 2027 a Friday.</summary>
public sealed class OmfattningsvarningarTests
{
    private static readonly Gen<Studiedel> Delar =
        from skolform in Gen.Elements(Enum.GetValues<Skolform>())
        from start in Gen.Choose(0, 120)
        from dagar in Gen.Choose(0, 150)
        from procent in Gen.Elements(25, 50, 75, 100)
        from poang in Gen.Choose(0, 5_000)
        from vald in Gen.Choose(0, 3)
        from annan in Gen.Elements<int?>(null, null, 25, 100)
        select new Studiedel(skolform, new Dagperiod(D("2026-08-01").AddDays(start), D("2026-08-01").AddDays(start + dagar)))
        {
            Procent = vald is 1 or 2 ? procent : null,
            Poangtiondelar = vald is 2 or 3 ? poang : null,
            AnnanSkolasProcent = annan,
        };

    [Fact]
    public void FourQuarters_WithTheSameDates_MakeFullTimeSilently() =>
        Koder(Kvart(), Kvart(), Kvart(), Kvart()).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-08-31", "2027-01-15")]   // begins a week later
    [InlineData("2026-08-24", "2027-01-08")]   // ends a week earlier
    public void FourQuarters_WithOneOtherDate_Warn(string forsta, string sista)
    {
        var varning = Omfattningsvarningar.For([Kvart(), Kvart(), Kvart(forsta, sista), Kvart()]).ShouldHaveSingleItem();
        varning.Varning.Kod.ShouldBe("STUDIE-V-OLIKADATUM");
        varning.Varning.Mening.ShouldContain($"{SvenskText.Datum(D(forsta))} blir tillsammans heltid");
        varning.Delar.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void TwoQuarters_WithOtherDates_ReachHalfTime()
    {
        var varning = Omfattningsvarningar.For([Kvart(), Kvart("2026-09-07")]).ShouldHaveSingleItem();
        (varning.Varning.Kod, varning.Varning.Falt).ShouldBe(("STUDIE-V-OLIKADATUM", null));
        varning.Varning.Mening.ShouldBe(
            "Studierna som pågår 7 september 2026 blir tillsammans 50 procent, men de har inte samma start- och slutdatum. Parallella kurser räknas ihop bara när båda datumen är desamma. Kontrollera datumen.");
    }

    [Fact]
    public void ASumThatReachesNoNewLevel_IsSilent()
    {
        Koder(Procent(50), Kvart(), Procent(20, "2026-09-07", "2026-09-25")).ShouldBeEmpty();                  // 75 by equal dates; 95 is still 75
        Koder(Procent(50), Kvart("2026-08-31"), Procent(20, "2026-09-07")).ShouldBe(["STUDIE-V-OLIKADATUM"]);   // 75 only together
        Koder(Procent(50), Procent(20, "2026-09-07")).ShouldBeEmpty();                                        // 70 is still 50
        Koder(Procent(75), Procent(20, "2026-09-07")).ShouldBeEmpty();
        Koder(Procent(20), Procent(20, "2026-09-07")).ShouldBeEmpty();                                        // 40 is nothing
    }

    [Fact]
    public void OneAfterTheOther_IsSilent() =>
        Koder(Procent(50, "2026-08-24", "2026-10-30"), Procent(50, "2026-11-02", "2027-01-15")).ShouldBeEmpty();

    [Fact]
    public void CasesApart_WarnApart()
    {
        var varningar = Omfattningsvarningar.For(
        [
            Kvart("2026-08-24", "2026-10-16"), Kvart("2026-08-31", "2026-10-16"),
            Procent(50, "2026-11-02", "2026-12-18"), Procent(50, "2026-11-09", "2026-12-18"),
        ]);
        varningar.Select(v => (v.Varning.Kod, string.Join(",", v.Delar))).ShouldBe([("STUDIE-V-OLIKADATUM", "0,1"), ("STUDIE-V-OLIKADATUM", "2,3")]);
    }

    [Theory]
    [InlineData("2026-08-22", "2027-01-15", "STUDIE-V-LEDIGSTART", "ForstaDag", "Lördag 22 augusti 2026 är normalt ingen skoldag. Kontrollera startdatumet.")]
    [InlineData("2026-08-24", "2027-01-17", "STUDIE-V-LEDIGSLUT", "SistaDag", "Söndag 17 januari 2027 är normalt ingen skoldag. Kontrollera slutdatumet.")]
    [InlineData("2027-01-06", "2027-06-04", "STUDIE-V-LEDIGSTART", "ForstaDag", "Onsdag 6 januari 2027 är en helgdag (Trettondedag jul). Kontrollera startdatumet.")]
    [InlineData("2026-01-12", "2026-05-14", "STUDIE-V-LEDIGSLUT", "SistaDag", "Torsdag 14 maj 2026 är en helgdag (Kristi himmelsfärdsdag). Kontrollera slutdatumet.")]
    public void ADayOffAtAnEnd_Warns(string forsta, string sista, string kod, string falt, string mening)
    {
        var varning = Omfattningsvarningar.For([Procent(100, forsta, sista)]).ShouldHaveSingleItem();
        varning.Varning.ShouldBe(new Varning(kod, mening, falt));
        varning.Delar.ShouldBe([0]);
    }

    [Fact]
    public void DaysOffAtBothEnds_WarnTwiceAndSayWhichPart() =>
        Omfattningsvarningar.For([Kvart(), Procent(25, "2026-08-22", "2026-08-23")]).Select(v => (v.Varning.Kod, v.Delar.Single()))
            .Where(v => v.Kod.StartsWith("STUDIE-V-LEDIG", StringComparison.Ordinal)).ShouldBe([("STUDIE-V-LEDIGSTART", 1), ("STUDIE-V-LEDIGSLUT", 1)]);

    [Theory]
    [InlineData(Skolform.Komvux, 1_000, null, "2026-08-24", "2026-09-25", null)]                   // 100 p in five weeks Monday–Friday
    [InlineData(Skolform.Komvux, 1_010, null, "2026-08-24", "2026-09-25", "STUDIE-V-POANGVECKOR")]
    [InlineData(Skolform.Komvux, 1_000, 4, "2026-08-24", "2026-09-25", "STUDIE-V-POANGVECKOR")]    // the school's own weeks go before
    [InlineData(Skolform.Komvux, 1_000, null, "2026-08-25", "2026-08-27", "STUDIE-V-INGENVECKA")]
    [InlineData(Skolform.Yrkeshogskola, 250, null, "2026-08-24", "2026-09-25", null)]
    [InlineData(Skolform.Yrkeshogskola, 251, null, "2026-08-24", "2026-09-25", "STUDIE-V-POANGVECKOR")]
    [InlineData(Skolform.Hogskola, 300, 20, "2026-08-31", "2027-01-15", null)]
    [InlineData(Skolform.Hogskola, 315, 20, "2026-08-31", "2027-01-15", "STUDIE-V-POANGVECKOR")]
    [InlineData(Skolform.Hogskola, 9_000, null, "2026-08-31", "2027-01-15", null)]                 // weeks are not counted from dates
    [InlineData(Skolform.Hogskola, 15, null, "2026-08-25", "2026-08-27", null)]
    [InlineData(Skolform.Gymnasieskola, 9_000, null, "2026-08-24", "2027-01-15", null)]            // points say nothing of scope there
    public void PointsThatDoNotFitTheWeeks_Warn(Skolform skolform, int tiondelar, int? veckor, string forsta, string sista, string? kod) =>
        Koder(new Studiedel(skolform, P(forsta, sista)) { Poangtiondelar = tiondelar, Veckor = veckor }).ShouldBe(kod is null ? [] : [kod]);

    [Fact]
    public void Jullov_IsNoTimeToFitPointsIn()
    {
        var del = new Studiedel(Skolform.Komvux, P("2026-12-07", "2027-01-22")) { Poangtiondelar = 1_000 };
        Koder(del).ShouldBeEmpty();
        Koder(del with { Uppehall = [P("2026-12-19", "2027-01-10")] }).ShouldBe(["STUDIE-V-POANGVECKOR"]);   // two weeks on either side
    }

    [Fact]
    public void MoreThanFullTimeTogether_Warns()
    {
        Koder(Procent(75), Procent(50)).ShouldBe(["STUDIE-V-OVERHELTID"]);
        Koder(Procent(75), Procent(25)).ShouldBeEmpty();
        // Other dates that do not add up are one thing to look at, not two that contradict each other.
        Koder(Procent(75), Procent(50, "2026-09-07")).ShouldBe(["STUDIE-V-OLIKADATUM"]);
        Omfattningsvarningar.For([Procent(100), Kvart("2026-09-07")]).ShouldHaveSingleItem().Delar.ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(50, 50, false)]
    [InlineData(50, 51, true)]
    [InlineData(100, 1, true)]
    [InlineData(25, 150, true)]
    public void AnotherSchool_WarnsWhenTogetherMoreThanFullTime(int har, int dar, bool varnar) =>
        Koder(Procent(har) with { AnnanSkolasProcent = dar }).ShouldBe(varnar ? ["STUDIE-V-ANNANSKOLA"] : []);

    [Fact]
    public void AnotherSchool_IsAddedToAllThatIsStudiedHereThen()
    {
        var med = Kvart() with { AnnanSkolasProcent = 60 };
        Koder(med).ShouldBeEmpty();
        var varning = Omfattningsvarningar.For([Kvart(), med]).ShouldHaveSingleItem();
        varning.Delar.ShouldBe([1]);
        varning.Varning.Mening.ShouldContain("60 procent");
        varning.Varning.Mening.Count(char.IsDigit).ShouldBe(2, "no dates, codes or numbers of the other school");
        Koder(Procent(25, "2026-08-24", "2026-08-28"), med with { Period = P("2026-08-31", "2027-01-15") }).ShouldBeEmpty();
    }

    [Fact]
    public void AnotherSchool_GymnasiumIsAlwaysFullTime_UnknownScopeIsMoreThanNothing()
    {
        Koder(new Studiedel(Skolform.Gymnasieskola, P("2026-08-24", "2027-01-15")) { AnnanSkolasProcent = 25 }).ShouldBe(["STUDIE-V-ANNANSKOLA"]);
        Koder(new Studiedel(Skolform.Hogskola, P("2026-08-31", "2027-01-15")) { Poangtiondelar = 75, AnnanSkolasProcent = 100 }).ShouldBe(["STUDIE-V-ANNANSKOLA"]);
        Koder(new Studiedel(Skolform.Hogskola, P("2026-08-31", "2027-01-15")) { Poangtiondelar = 75, AnnanSkolasProcent = 75 }).ShouldBeEmpty();
    }

    [Fact]
    public void ImpossibleNumbers_CannotBe()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Kvart() with { Procent = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => Kvart() with { Procent = 101 });
        Should.Throw<ArgumentOutOfRangeException>(() => Kvart() with { Veckor = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => Kvart() with { Poangtiondelar = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Kvart() with { AnnanSkolasProcent = 0 });
    }

    [Fact]
    public void AnyParts_AreAnsweredAboutPartsThatExist() => Egenskap.ForAlla(Delar.ListOf(5), delar =>
        Omfattningsvarningar.For([.. delar]).All(v => v.Delar.Count > 0 && v.Delar.All(p => p >= 0 && p < delar.Count) && v.Varning.Kod.StartsWith("STUDIE-V-", StringComparison.Ordinal)));

    [Fact]
    public void TheOrderOfTheParts_DoesNotMatter() => Egenskap.ForAlla(Delar.ListOf(5), delar =>
        Utan(Omfattningsvarningar.For([.. delar])).SequenceEqual(Utan(Omfattningsvarningar.For([.. Enumerable.Reverse(delar)]))));

    [Fact]
    public void TheSameDates_NeverWarnOfDates() => Egenskap.ForAlla(Delar.ListOf(5), delar =>
        delar.Count == 0 || !Koder([.. delar.Select(d => d with { Period = delar[0].Period })]).Contains("STUDIE-V-OLIKADATUM"));

    [Fact]
    public void OnePart_IsNeverTooMuchTogether() => Egenskap.ForAlla(Delar, del => Koder(del) is var koder
        && !koder.Contains("STUDIE-V-OLIKADATUM") && !koder.Contains("STUDIE-V-OVERHELTID"));

    private static IEnumerable<string> Utan(IEnumerable<Omfattningsvarning> varningar) => varningar.Select(v => v.Varning.Kod + v.Varning.Mening).Order(StringComparer.Ordinal);

    private static string[] Koder(params Studiedel[] delar) => [.. Omfattningsvarningar.For(delar).Select(v => v.Varning.Kod)];

    private static Studiedel Kvart(string forsta = "2026-08-24", string sista = "2027-01-15") => Procent(25, forsta, sista);

    private static Studiedel Procent(int procent, string forsta = "2026-08-24", string sista = "2027-01-15") =>
        new(Skolform.Folkhogskola, P(forsta, sista)) { Procent = procent };

    private static DateOnly D(string dag) => DateOnly.Parse(dag);

    private static Dagperiod P(string forsta, string sista) => new(D(forsta), D(sista));
}
