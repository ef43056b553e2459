using MinaTjanster.Core.Blanketter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Blanketter;

/// <summary>What the rows of Underlag för skolk come to.</summary>
public sealed class FranvarosummorTests
{
    [Fact]
    public void For_CountsMinutesLessonsAndDifferentDays()
    {
        var summor = Franvarosummor.For(
        [
            Rad("2026-10-05", "8.15", "60", "60"),
            Rad("2026-10-05", "10.00", "80", "20"),
            Rad("20261006", "9:00", "", "40"),
        ]);

        summor.ShouldBe(new(3, 2, 120));
        summor.Tidtext.ShouldBe("2 tim 0 min (120 minuter)");
        summor.Lektionstext.ShouldBe("3 lektioner under 2 dagar");
    }

    [Fact]
    public void For_RowsWithoutReadableAbsence_CountForNothing() =>
        Franvarosummor.For([Rad("2026-10-05", "", "60", ""), Rad("2026-10-05", "", "60", "en timme"), Rad("2026-10-05", "", "60", "0")]).ShouldBe(new(0, 0, 0));

    [Fact]
    public void For_AnAbsenceWhoseDayCannotBeRead_CountsItsMinutesAlone() =>
        Franvarosummor.For([Rad("i går", "", "60", "45")]).ShouldBe(new(1, 0, 45));

    [Fact]
    public void For_One_IsSaidInTheSingular() => Franvarosummor.For([Rad("2026-10-05", "", "60", "61")]).Lektionstext.ShouldBe("1 lektion under 1 dag");

    [Fact]
    public void For_OtherForms_HaveNoSums() =>
        Franvarosummor.For(new Ifylldblankett(Blankettregister.Med(Blankettregister.Forsattsblad)!, new Dictionary<string, string?>(), [])).ShouldBeNull();

    internal static Franvarorad Rad(string datum, string tid, string langd, string franvaro) => Franvarorad.Fran(new Dictionary<string, string?>
    {
        [Faltnamn.RadDatum] = datum,
        [Faltnamn.RadTid] = tid,
        [Faltnamn.RadLangd] = langd,
        [Faltnamn.RadFranvaro] = franvaro,
    });
}
