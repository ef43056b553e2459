using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tests.Personidentiteter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studiestod;

public sealed class StodregelTests
{
    private static readonly DateOnly Fodd2006 = new(2006, 12, 31);

    [Theory]
    [InlineData(Avdelning.A1, "2026-06-30", Stodform.Studiehjalp)]
    [InlineData(Avdelning.A1, "2026-07-01", Stodform.Studiemedel)]
    [InlineData(Avdelning.A2, "2026-06-30", Stodform.Studiehjalp)]
    [InlineData(Avdelning.A2, "2026-07-01", Stodform.Studiemedel)]
    [InlineData(Avdelning.A3, "2026-07-01", Stodform.Studiemedel)]
    [InlineData(Avdelning.B, "2026-06-30", Stodform.Studiemedel)]
    [InlineData(Avdelning.B, "2024-01-01", Stodform.Studiemedel)]
    public void Kind_IsEducationThenAge(Avdelning avdelning, string dag, Stodform form)
    {
        Stodregel.Stodform(avdelning, Fodd2006, DateOnly.Parse(dag)).ShouldBe(form);
        Stodregel.Stodform(avdelning, Personnummer.FranVarde(Testnummer.Skapa(Fodd2006, 980)), DateOnly.Parse(dag)).ShouldBe(form);
    }

    [Theory]
    [InlineData(Stodform.Studiehjalp)]
    [InlineData(Stodform.Studiemedel)]
    [InlineData(null)]
    public void A3UnderTheBoundary_IsTheStudentsChoice(Stodform? val)
    {
        Stodregel.Stodform(Avdelning.A3, Fodd2006, new DateOnly(2026, 6, 30), val).ShouldBe(val);
        Stodregel.Stodform(Avdelning.A3, Fodd2006, new DateOnly(2026, 7, 1), val).ShouldBe(Stodform.Studiemedel);
    }

    [Theory]
    [InlineData("2006-01-01", "2026-06-30")]
    [InlineData("2006-12-31", "2026-06-30")]
    [InlineData("2008-02-29", "2028-06-30")]
    public void LastDayWithStudiehjalp_IsTheYearOfTurningTwenty(string fodd, string sista) =>
        Stodregel.SistaDagMedStudiehjalp(DateOnly.Parse(fodd)).ShouldBe(DateOnly.Parse(sista));

    [Theory]
    [InlineData("2010-03-31", "2026-04-01")]
    [InlineData("2010-04-01", "2026-07-01")]
    [InlineData("2010-01-01", "2026-04-01")]
    [InlineData("2010-12-31", "2027-01-01")]
    [InlineData("2010-10-01", "2027-01-01")]
    [InlineData("2008-02-29", "2024-04-01")]
    public void Studiebidrag_StartsTheQuarterAfterSixteen(string fodd, string fran) =>
        Stodregel.StudiebidragFran(DateOnly.Parse(fodd)).ShouldBe(DateOnly.Parse(fran));

    [Theory]
    [InlineData("2018-02-28", 1_050)]
    [InlineData("2018-03-01", 1_250)]
    [InlineData("2026-11-22", 1_250)]
    public void Amount_IsDated(string dag, int belopp) => Studiebidrag.Manadsbelopp(DateOnly.Parse(dag)).ShouldBe(belopp);
}
