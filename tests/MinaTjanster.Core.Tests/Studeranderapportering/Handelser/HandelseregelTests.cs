using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

public sealed class HandelseregelTests
{
    public static IEnumerable<object[]> AllaUtomSkolk() => Handelseexempel.Alla();

    [Theory, MemberData(nameof(AllaUtomSkolk))]
    public void Example_OfEveryEventAtEverySchoolForm_IsAccepted(Handelseslag slag, Skolform skolform) =>
        Koder(Handelseexempel.Uppgift(slag, skolform), Handelselagen.For(slag, skolform)).ShouldBeEmpty();

    [Theory, MemberData(nameof(AllaUtomSkolk))]
    public void Example_SentTwice_IsRefused(Handelseslag slag, Skolform skolform)
    {
        var uppgift = Handelseexempel.Uppgift(slag, skolform);

        Koder(uppgift, Handelselagen.For(slag, skolform).Med(new(9, uppgift))).ShouldBe(["HANDELSE-REDAN"]);
    }

    [Theory, MemberData(nameof(AllaUtomSkolk))]
    public void FirstDay_BeyondWhatTheTableAllows_IsRefused(Handelseslag slag, Skolform skolform)
    {
        var uppgift = Handelseexempel.Uppgift(slag, skolform) with { SistaDag = null };
        var grans = slag.Typ().Datum;
        var lage = Handelselagen.For(slag, skolform);

        Koder(Med(grans.Senast(lage.Rapportdag).AddDays(1)), lage).ShouldContain("HANDELSE-FORVAG");
        Koder(Med(grans.Tidigast(lage.Rapportdag).AddDays(-1)), lage).ShouldContain("HANDELSE-FORTIDIG");
        Koder(Med(grans.Senast(lage.Rapportdag)), lage).ShouldNotContain("HANDELSE-FORVAG");
        Koder(Med(grans.Tidigast(lage.Rapportdag)), lage).ShouldNotContain("HANDELSE-FORTIDIG");

        Handelseuppgift Med(DateOnly dag) => uppgift with { ForstaDag = dag, SistaDag = slag.Typ().For(skolform)!.Har(Handelsefalt.SistaDag) ? dag.AddDays(30) : null };
    }

    [Theory, MemberData(nameof(AllaUtomSkolk))]
    public void LastDay_BeforeTheFirst_IsRefused(Handelseslag slag, Skolform skolform)
    {
        if (!slag.Typ().For(skolform)!.Har(Handelsefalt.SistaDag))
            return;

        var uppgift = Handelseexempel.Uppgift(slag, skolform);

        Koder(uppgift with { SistaDag = uppgift.ForstaDag.AddDays(-1) }, Handelselagen.For(slag, skolform)).ShouldContain("HANDELSE-SISTAFORE");
    }

    [Fact]
    public void Avstangning_IsNeverWithoutItsDecision_NorWithAnotherStudents()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.Avstangning, Skolform.Hogskola);
        var lage = Handelselagen.Studerar(Skolform.Hogskola);

        Koder(uppgift with { DokumentId = null }, lage).ShouldBe(["HANDELSE-SAKNAS"]);
        Koder(uppgift with { DokumentId = 2 }, lage).ShouldBe(["HANDELSE-DOKUMENT"]);
        Handelseregel.Bedom(uppgift with { DokumentId = null }, lage, Handelselagen.Dagar).Refusals[0].Sentence.ShouldBe("Ladda upp beslutet.");
    }

    [Fact]
    public void Event_ThatTheSchoolFormDoesNotReport_IsRefused()
    {
        foreach (var typ in Handelsetyper.Alla.Where(t => t.Slag != Handelseslag.Skolk))
        {
            foreach (var skolform in Enum.GetValues<Skolform>().Where(s => typ.For(s) is null))
                Koder(new() { Slag = typ.Slag, ForstaDag = Handelseexempel.Start }, Handelselagen.Studerar(skolform)).ShouldBe(["HANDELSE-SKOLFORM"]);
        }
    }

    [Theory]
    [InlineData(Handelseslag.Franvaro)]
    [InlineData(Handelseslag.Avbrott)]
    [InlineData(Handelseslag.AndradOmfattning)]
    public void EventInStudies_OutsideEveryPeriod_IsRefused(Handelseslag slag)
    {
        var uppgift = Handelseexempel.Uppgift(slag, Skolform.Yrkeshogskola);

        Koder(uppgift with { ForstaDag = new(2026, 8, 16) }, Handelselagen.Studerar(Skolform.Yrkeshogskola)).ShouldBe(["HANDELSE-UTANFOR"]);
        Koder(uppgift, Handelselagen.Tomt(Skolform.Yrkeshogskola)).ShouldBe(["HANDELSE-UTANFOR"]);
    }

    [Fact]
    public void AndradOmfattning_ForStudiehjalp_IsRefused()
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux, Avdelning.A2) with { Fodelsedag = new(2008, 5, 2) };

        Koder(Handelseexempel.Uppgift(Handelseslag.AndradOmfattning, Skolform.Komvux), lage).ShouldBe(["HANDELSE-STOD"]);
    }

    [Theory]
    [InlineData(Avdelning.B, "2026-11-16", true)]
    [InlineData(Avdelning.B, "2026-11-17", false)]
    [InlineData(Avdelning.A1, "2026-11-09", true)]
    [InlineData(Avdelning.A1, "2026-11-10", false)]
    public void Franvaro_IsReportedAfterSevenOrFourteenDays(Avdelning avdelning, string forsta, bool godtas)
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux, avdelning) with { Fodelsedag = new(2008, 5, 2) };

        Koder(new() { Slag = Handelseslag.Franvaro, ForstaDag = DateOnly.Parse(forsta) }, lage).ShouldBe(godtas ? [] : ["HANDELSE-FRANVAROKORT"]);
    }

    [Fact]
    public void Franvaro_WhileSkolkIsOpen_IsRefused()
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux) with { Skolkrapporter = [new(4, new(2026, 10, 5), null)] };

        Koder(Handelseexempel.Uppgift(Handelseslag.Franvaro, Skolform.Komvux), lage).ShouldBe(["HANDELSE-SKOLKPAGAR"]);
    }

    [Fact]
    public void AterIStudier_NeedsOpenAbsence_AndALaterDay()
    {
        var ater = Handelseexempel.Uppgift(Handelseslag.AterIStudier, Skolform.Hogskola);
        var borta = Handelselagen.For(Handelseslag.AterIStudier, Skolform.Hogskola);

        Koder(ater, Handelselagen.Studerar(Skolform.Hogskola)).ShouldBe(["HANDELSE-INGENFRANVARO"]);
        Koder(ater with { ForstaDag = new(2026, 11, 2) }, borta).ShouldBe(["HANDELSE-FOREFRANVARO"]);
        Koder(ater with { ForstaDag = new(2026, 11, 3) }, borta.Med(new(8, ater))).ShouldBe(["HANDELSE-INGENFRANVARO"]);
    }

    [Fact]
    public void Yh_OverChristmas_IsRefused_AndSplitIsAccepted()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Yrkeshogskola);
        var lage = Handelselagen.Tomt(Skolform.Yrkeshogskola);

        Koder(uppgift with { SistaDag = new(2027, 1, 15) }, lage).ShouldBe(["HANDELSE-JUL"]);
        Koder(uppgift with { SistaDag = new(2026, 12, 23) }, lage).ShouldBeEmpty();
    }

    [Fact]
    public void Gymnasium_StudiesOneThingAtATime_KomvuxCoursesMayLieSideBySide()
    {
        var pagar = Handelselagen.Studerar(Skolform.Gymnasieskola, Avdelning.A1);

        Koder(Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Gymnasieskola), pagar).ShouldBe(["HANDELSE-OVERLAPP"]);
        Koder(Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux), Handelselagen.Studerar(Skolform.Komvux)).ShouldBeEmpty();
        Koder(Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux) with { Utbildning = "grundkurs", Kurskod = null }, Handelselagen.Studerar(Skolform.Komvux)).ShouldBe(["HANDELSE-OVERLAPP"]);
    }

    [Fact]
    public void Skolk_IsJudgedByItsOwnRule()
    {
        var lage = Handelselagen.Studerar(Skolform.Gymnasieskola, Avdelning.A1) with { Fodelsedag = new(2009, 4, 12) };

        Koder(new() { Slag = Handelseslag.Skolk, ForstaDag = new(2026, 10, 5), OgiltigMinuter = 300, Tillfallen = 3 }, lage).ShouldBeEmpty();
        Koder(new() { Slag = Handelseslag.Skolk, ForstaDag = new(2026, 11, 16) }, lage).ShouldContain("SKOLK-DAG15");
    }

    [Fact]
    public void OtherSchoolsStudies_AreWarnedOf_WithoutNamingTheSchool()
    {
        var lage = Handelselagen.Tomt(Skolform.Komvux) with { HosAndra = [new(new(2026, 9, 1), new(2026, 10, 30), 75)] };

        var varningar = Handelseregel.Bedom(Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux) with { PoangTiondelar = null, Omfattning = 50 }, lage, Handelselagen.Dagar).Varningar;

        varningar.ShouldContain(v => v.Kod == "STUDIE-V-ANNANSKOLA" && v.Mening.Contains("75 procent"));
    }

    [Fact]
    public void StartOnAHoliday_IsWarnedOf_ByItsField()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Folkhogskola) with { ForstaDag = new(2026, 8, 16) };

        Handelseregel.Bedom(uppgift, Handelselagen.Tomt(Skolform.Folkhogskola), Handelselagen.Dagar).Varningar
            .ShouldContain(v => v.Kod == "STUDIE-V-LEDIGSTART" && v.Falt == "forsta_dag");
    }

    private static IReadOnlyList<string> Koder(Handelseuppgift uppgift, Rapporteringslage lage) =>
        [.. Handelseregel.Bedom(uppgift, lage, Handelselagen.Dagar).Refusals.Select(r => r.Code)];
}
