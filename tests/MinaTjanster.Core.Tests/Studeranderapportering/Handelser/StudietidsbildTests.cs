using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

public sealed class StudietidsbildTests
{
    [Fact]
    public void Start_MakesAPeriod_ThatABreakShortens_AndTakingTheBreakBackRestores()
    {
        var start = new Handelselage(1, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Gymnasieskola));
        var avbrott = new Handelselage(2, Handelseexempel.Uppgift(Handelseslag.Avbrott, Skolform.Gymnasieskola));
        var lage = Handelselagen.Tomt(Skolform.Gymnasieskola).Med(start);

        var period = lage.Perioder.ShouldHaveSingleItem();
        (period.ForstaDag, period.SistaDag, period.Utbildning, period.Avdelning, period.Omfattning).ShouldBe(
            (Handelseexempel.Start, Handelseexempel.Slut, "Naturvetenskapsprogrammet", Avdelning.A1, 100));
        lage.Med(avbrott).Perioder.ShouldHaveSingleItem().SistaDag.ShouldBe(new(2026, 11, 13));
        lage.Med(avbrott).Utan(2).Perioder.ShouldHaveSingleItem().SistaDag.ShouldBe(Handelseexempel.Slut);
    }

    [Theory]
    [InlineData("BAHUS0L00", Larlingskap.Ja)]
    [InlineData("BAHUS0A00", Larlingskap.Nej)] // employed: no lärlingsersättning
    [InlineData("BAHUS0000", Larlingskap.Nej)]
    public void Studievagskod_TellsTheLarling(string kod, Larlingskap larling) =>
        Handelselagen.Tomt(Skolform.Gymnasieskola)
            .Med(new(1, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Gymnasieskola) with { Studievagskod = kod }))
            .Perioder[0].Larling.ShouldBe(larling);

    [Theory]
    [InlineData("206812C", Avdelning.A1)]
    [InlineData("306812C", Avdelning.A2)]
    [InlineData("405812C", Avdelning.B)]
    public void Inriktning_TellsTheAvdelning(string inriktning, Avdelning avdelning) =>
        Handelselagen.Tomt(Skolform.Folkhogskola)
            .Med(new(1, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Folkhogskola) with { Kurskod = inriktning }))
            .Perioder[0].Avdelning.ShouldBe(avdelning);

    [Fact]
    public void Break_OfOneCourse_LeavesTheOthers()
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux).Med(new(1, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux)));

        var efter = lage.Med(new(2, new() { Slag = Handelseslag.Avbrott, ForstaDag = new(2026, 11, 13), Utbildning = "Provkurs" })).Perioder;

        efter.Single(p => p.Utbildning == "Provkurs").SistaDag.ShouldBe(new(2026, 11, 13));
        efter.Single(p => p.Utbildning == "Grundkurs").SistaDag.ShouldBe(Handelseexempel.Slut);
    }

    [Fact]
    public void Extension_MovesTheLastDay() =>
        Handelselagen.Studerar(Skolform.Komvux).Med(new(1, Handelseexempel.Uppgift(Handelseslag.Forlangning, Skolform.Komvux))).Perioder[0].SistaDag.ShouldBe(new(2027, 1, 29));

    [Theory]
    [InlineData(Skolform.Komvux, 3200, 100)] // 20 points a week over 16 weeks
    [InlineData(Skolform.Komvux, 1600, 50)]
    [InlineData(Skolform.Yrkeshogskola, 800, 100)]
    [InlineData(Skolform.Hogskola, 270, 100)] // 27 hp over 18 weeks
    [InlineData(Skolform.Hogskola, 135, 50)]
    public void Points_TellTheScope(Skolform skolform, int tiondelar, int procent) =>
        Handelselagen.Tomt(skolform)
            .Med(new(1, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, skolform) with
            {
                ForstaDag = new(2026, 8, 24),
                SistaDag = skolform == Skolform.Hogskola ? new(2026, 12, 27) : new(2026, 12, 13),
                PoangTiondelar = tiondelar,
                Omfattning = null,
            }))
            .Perioder[0].Omfattning.ShouldBe(procent);
}
