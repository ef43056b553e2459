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

    [Theory]
    [InlineData("2026-12-19", "2027-01-10", null)]
    [InlineData("2026-12-01", "2027-01-31", null)]
    [InlineData("2027-01-02", "2027-01-10", null)]
    [InlineData("2026-11-30", "2026-12-31", "HANDELSE-JULLOV")]
    [InlineData("2026-12-19", "2027-02-01", "HANDELSE-JULLOV")]
    [InlineData("2027-01-02", "2027-03-01", "HANDELSE-JULLOV")]
    public void Jullov_LiesAroundChristmas_AlsoBetweenTwoTerms(string forsta, string sista, string? kod)
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux);
        var terminer = lage with { Grund = [.. lage.Grund, lage.Grund[0] with { PeriodId = 2, ForstaDag = new(2027, 1, 11), SistaDag = new(2027, 6, 4) }] };
        var uppgift = new Handelseuppgift { Slag = Handelseslag.Jullov, ForstaDag = DateOnly.Parse(forsta), SistaDag = DateOnly.Parse(sista) };

        Koder(uppgift, terminer).ShouldBe(kod is null ? [] : [kod]);
    }

    [Fact]
    public void Jullov_AfterTheLastTerm_IsRefused_AndOneBetweenTwoHoldsThemTogether()
    {
        var uppgift = new Handelseuppgift { Slag = Handelseslag.Jullov, ForstaDag = new(2026, 12, 19), SistaDag = new(2027, 1, 10) };
        Koder(uppgift, Handelselagen.Studerar(Skolform.Komvux)).ShouldBe(["HANDELSE-UTANFOR"]);

        var lage = Handelselagen.Studerar(Skolform.Komvux);
        var medLov = lage with { Grund = [.. lage.Grund, lage.Grund[0] with { PeriodId = 2, ForstaDag = new(2027, 1, 11), SistaDag = new(2027, 6, 4) }] };
        Andringsregel.ProvaTillbaka(3, medLov.Med(new(3, uppgift)).Med(new(4, Handelseexempel.Uppgift(Handelseslag.Franvaro, Skolform.Komvux)))).ShouldBeNull();
    }

    [Fact]
    public void ChangeOfScope_OfACourseThatIsNotRead_SaysSo()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.AndradOmfattning, Skolform.Komvux) with { Utbildning = "Matte 5" };

        Koder(uppgift, Handelselagen.Studerar(Skolform.Komvux)).ShouldBe(["HANDELSE-ANNANKURS"]);
        Koder(uppgift with { Utbildning = "grundkurs" }, Handelselagen.Studerar(Skolform.Komvux)).ShouldBeEmpty();
    }

    [Fact]
    public void Extension_BeforeTheLastPeriodEnds_SaysWhenItDoes()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.Forlangning, Skolform.Komvux) with { ForstaDag = new(2026, 12, 18) };

        var fel = Handelseregel.Bedom(uppgift, Handelselagen.Studerar(Skolform.Komvux), Handelselagen.Dagar).Refusals.ShouldHaveSingleItem();

        fel.Sentence.ShouldContain("en dag efter 18 december 2026");
        var tva = Handelselagen.Studerar(Skolform.Komvux);
        tva = tva with { Grund = [tva.Grund[0], tva.Grund[0] with { PeriodId = 2, Utbildning = "Annan kurs", SistaDag = new(2027, 2, 26) }] };
        Koder(uppgift, tva).ShouldBe(["HANDELSE-FLERA"], "which day is right depends on the course");
        Koder(uppgift with { Utbildning = "Grundkurs", ForstaDag = new(2026, 12, 19) }, tva).ShouldBeEmpty();
        Handelseregel.Bedom(uppgift, Handelselagen.Tomt(Skolform.Komvux), Handelselagen.Dagar).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("ingen rapporterad studietid att förlänga");
    }

    [Fact]
    public void ChangeOfScope_ToWhatHolds_IsWarnedOf()
    {
        var lage = Handelselagen.Studerar(Skolform.Komvux);
        var uppgift = Handelseexempel.Uppgift(Handelseslag.AndradOmfattning, Skolform.Komvux) with { PoangTiondelar = null, Omfattning = 50 };

        Varningar(uppgift, lage).ShouldBe(["HANDELSE-V-SAMMAOMFATTNING"]);
        Varningar(uppgift with { Omfattning = 75 }, lage).ShouldBeEmpty();
        // After a change to 75 it is 75 that holds.
        var andrat = lage.Med(new(3, uppgift with { Omfattning = 75, ForstaDag = new(2026, 9, 7) }));
        Varningar(uppgift, andrat).ShouldBeEmpty();
        Varningar(uppgift with { Omfattning = 75 }, andrat).ShouldBe(["HANDELSE-V-SAMMAOMFATTNING"]);
    }

    [Fact]
    public void Result_ThatIsOdd_IsWarnedOf_ByItsField()
    {
        var lage = Handelselagen.Studerar(Skolform.Yrkeshogskola);
        var uppgift = Handelseexempel.Uppgift(Handelseslag.Studieresultat, Skolform.Yrkeshogskola) with { SistaDag = new(2026, 11, 20), PoangTiondelar = 650 };

        Varningar(uppgift, lage).ShouldBeEmpty();
        Varningar(uppgift with { SistaDag = new(2026, 11, 23) }, lage).ShouldBe(["HANDELSE-V-PERIODPAGAR"]);
        Varningar(uppgift with { PoangTiondelar = 750 }, lage).ShouldBe(["HANDELSE-V-RESULTATPOANG"]);
        var betyg = Handelseexempel.Uppgift(Handelseslag.Studieresultat, Skolform.Komvux);
        Varningar(betyg, Handelselagen.Studerar(Skolform.Komvux)).ShouldBe(["HANDELSE-V-OKANDKURS"]);
        Varningar(betyg with { Utbildning = "Grundkurs" }, Handelselagen.Studerar(Skolform.Komvux)).ShouldBeEmpty();
    }

    [Fact]
    public void CourseRegistration_InAProgrammeThatHasBegun_IsTheSameStudies_AnotherRegistrationIsNot()
    {
        var program = Handelselagen.Studerar(Skolform.Hogskola);
        program = program with { Grund = [program.Grund[0] with { Omfattning = 100 }] };
        var kurs = Handelseexempel.Uppgift(Handelseslag.Kursregistrering, Skolform.Hogskola) with { PoangTiondelar = 150 };

        Varningar(kurs, program).ShouldBeEmpty();
        Varningar(kurs, program.Med(new(5, kurs with { Utbildning = "Annan", Kurskod = "ANN201" }))).ShouldBe(["STUDIE-V-OVERHELTID"]);
    }

    [Fact]
    public void Change_ToTheSame_IsRefused()
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.Franvaro, Skolform.Komvux);
        var lage = Handelselagen.Studerar(Skolform.Komvux).Med(new(9, uppgift));

        Andringsregel.Bedom(uppgift, lage, 9, Handelselagen.Dagar).Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-OFORANDRAD");
    }

    [Theory]
    [InlineData("2007-03-14", null, "HANDELSE-STODVAL")]
    [InlineData("2007-03-14", Stodform.Studiehjalp, null)]
    [InlineData("2005-03-14", null, null)]
    public void A3_BeforeTheBoundary_IsAskedForTheChoice(string fodd, Stodform? valt, string? kod)
    {
        var uppgift = Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.KonstOchKultur) with { Avdelning = Avdelning.A3, ValdStodform = valt };

        Koder(uppgift, Handelselagen.Tomt(Skolform.KonstOchKultur) with { Fodelsedag = DateOnly.Parse(fodd) }).ShouldBe(kod is null ? [] : [kod]);
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

    private static IReadOnlyList<string> Varningar(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        var bedomning = Handelseregel.Bedom(uppgift, lage, Handelselagen.Dagar);
        bedomning.Refusals.ShouldBeEmpty();
        return [.. bedomning.Varningar.Select(v => v.Kod)];
    }

    private static IReadOnlyList<string> Koder(Handelseuppgift uppgift, Rapporteringslage lage) =>
        [.. Handelseregel.Bedom(uppgift, lage, Handelselagen.Dagar).Refusals.Select(r => r.Code)];
}
