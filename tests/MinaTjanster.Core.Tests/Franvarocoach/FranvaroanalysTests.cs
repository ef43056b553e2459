using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Franvarocoach.Provlistor;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

public sealed class FranvaroanalysTests
{
    private static readonly (string, int)[] Fem = [("2026-10-05", 80), ("2026-10-08", 80), ("2026-10-13", 80), ("2026-10-20", 80), ("2026-10-22", 80)];

    private static Elevanalys Analys(string idag, Listelev elev, params AnnanSkolkrapport[] rapporter) => Franvaroanalys.For(elev, Gymnasist(idag, rapporter), Regler);

    private static Skoldag Dag(Raknas? raknas, params Listrad[] rader) => Franvaroanalys.For(Elev(rader), Gymnasist("2026-11-20"), new(raknas ?? new())).Dagar.ShouldHaveSingleItem();

    [Fact]
    public void AnOccasion_IsOneUnbrokenStretchInOneDay()
    {
        Dag(null, Lektion("2026-10-05", "08:20", 60, 60), Lektion("2026-10-05", "09:30", 60, 60)).Tillfallen.ShouldBe(1, "only a break lies between");
        Dag(null, Lektion("2026-10-05", "08:20", 60, 60), Lektion("2026-10-05", "09:30", 60, 10)).Tillfallen.ShouldBe(1, "late to the next");
        Dag(null, Lektion("2026-10-05", "08:20", 60, 10), Lektion("2026-10-05", "09:30", 60, 60)).Tillfallen.ShouldBe(2, "was there between");
        Dag(null, Lektion("2026-10-05", "08:20", 60, 60), Lektion("2026-10-05", "09:30", 60, 0), Lektion("2026-10-05", "10:40", 60, 60)).Tillfallen.ShouldBe(2);
        Dag(null, Lektion("2026-10-05", "08:20", 60, 60), Lektion("2026-10-05", "13:00", 60, 60)).Tillfallen.ShouldBe(1, "nothing in the list says that there was teaching between");
        Dag(null, Lektion("2026-10-05", "08:20", 60, 60), Lektion("2026-10-05", "09:20", 60, 60, Franvaroslag.Giltig), Lektion("2026-10-05", "10:20", 60, 60)).Tillfallen.ShouldBe(2, "giltig breaks it");
    }

    [Fact]
    public void LeavingEarly_IsTheEndOfTheLesson()
    {
        var dag = Dag(null, Lektion("2026-10-05", "08:20", 60, 20, Franvaroslag.GickTidigare), Lektion("2026-10-05", "09:30", 60, 60));
        (dag.OgiltigMinuter, dag.Tillfallen, dag.SchemalagdaMinuter, dag.NarvaroMinuter).ShouldBe((80, 1, 120, 40));
    }

    [Fact]
    public void EachKind_HasASwitch()
    {
        Listrad[] rader =
        [
            Lektion("2026-10-05", "08:00", 60, 1, Franvaroslag.SenAnkomst), Lektion("2026-10-05", "10:00", 60, 2), Lektion("2026-10-05", "12:00", 60, 4, Franvaroslag.GickTidigare),
            Lektion("2026-10-05", "14:00", 60, 8, Franvaroslag.AnmaldEjGodkand), Lektion("2026-10-05", "16:00", 60, 16, Franvaroslag.Ogiltig), Lektion("2026-10-05", "18:00", 60, 32, Franvaroslag.Giltig),
        ];
        Dag(null, rader).OgiltigMinuter.ShouldBe(31);
        Dag(new(SenAnkomst: false), rader).OgiltigMinuter.ShouldBe(30);
        Dag(new(MissadLektion: false), rader).OgiltigMinuter.ShouldBe(29);
        Dag(new(GickTidigare: false), rader).OgiltigMinuter.ShouldBe(27);
        Dag(new(AnmaldEjGodkand: false), rader).OgiltigMinuter.ShouldBe(23);
        (Dag(new(false, false, false, false), rader) with { Dag = default }).ShouldBe(new Skoldag(default, 16, 1, 32, 360));
    }

    [Fact]
    public void OverlappingRows_CountOnce_AndGiltigGoesBeforeOgiltig()
    {
        Dag(null, Lektion("2026-10-05", "08:00", 60, 40), Lektion("2026-10-05", "08:00", 60, 60)).OgiltigMinuter.ShouldBe(60);
        Dag(null, Lektion("2026-10-05", "08:00", 60, 60), Lektion("2026-10-05", "08:00", 60, 0)).OgiltigMinuter.ShouldBe(60);
        var dag = Dag(null, Lektion("2026-10-05", "08:00", 60, 60), Lektion("2026-10-05", "08:00", 60, 20, Franvaroslag.Giltig));
        (dag.OgiltigMinuter, dag.GiltigMinuter, dag.SchemalagdaMinuter).ShouldBe((40, 20, 60));
    }

    [Fact]
    public void RowsWithoutATime_AreOneOccasion_AndGiveWayToLessons()
    {
        var heldag = new Listrad(D("2026-10-05"), -1, 300, 120, Franvaroslag.Ogiltig, null);
        var dag = Dag(null, heldag, heldag with { Schemalagt = 60, Franvaro = 60 });
        (dag.OgiltigMinuter, dag.Tillfallen, dag.SchemalagdaMinuter).ShouldBe((180, 1, 360));

        var analys = Analys("2026-11-20", Elev(heldag, Lektion("2026-10-05", "08:20", 60, 60)));
        analys.OgiltigMinuter.ShouldBe(60);
        analys.Asidosatta.ShouldBe([heldag]);
    }

    [Fact]
    public void AWindow_HasThirtyDays_BothEndsIncluded()
    {
        Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", ("2026-10-05", 120), ("2026-11-03", 120))).GransNadd.ShouldBe(D("2026-11-03"));
        var utanfor = Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", ("2026-10-05", 120), ("2026-11-04", 120)));
        (utanfor.GransNadd, utanfor.Forslag.Count).ShouldBe((null, 0));
        utanfor.Fonster.Select(f => (f.ForstaDag, f.SistaDag, f.Minuter)).ShouldBe([(D("2026-10-05"), D("2026-11-03"), 120), (D("2026-11-04"), D("2026-12-03"), 120)]);
        (utanfor.Nu.ForstaDag, utanfor.Nu.Minuter).ShouldBe((D("2026-10-22"), 120));
    }

    [Fact]
    public void OneOccasion_IsNotSeveral() =>
        Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", ("2026-10-05", 240))).Forslag.ShouldBeEmpty();

    [Fact]
    public void RowsAfterToday_AreLeftOut()
    {
        var analys = Analys("2026-10-12", Skoldagar("2026-10-01", "2026-11-20", Fem));
        (analys.OgiltigMinuter, analys.Dagar[^1].Dag, analys.Forslag.Count).ShouldBe((160, D("2026-10-12"), 0));
    }

    [Fact]
    public void BeforeDayFifteen_ItSaysWhen()
    {
        var forslag = Analys("2026-10-14", Skoldagar("2026-10-01", "2026-10-14", Fem)).Forslag.ShouldHaveSingleItem();
        (forslag.KanSkickas, forslag.Foljd.Lage, forslag.Grind.TidigastDag, forslag.Grind.NormalDag).ShouldBe((false, Grindlage.ForTidigt, D("2026-10-20"), D("2026-11-04")));
        forslag.Bedomning.Koder().ShouldBe(["SKOLK-DAG15"]);
    }

    [Fact]
    public void StableAttendance_GivesALastDay_AndNineDaysDoNot()
    {
        var tillbaka = Analys("2026-11-06", Skoldagar("2026-10-01", "2026-11-06", Fem)).Forslag.ShouldHaveSingleItem();
        tillbaka.Uppgift.ShouldBe(new Skolkuppgift(D("2026-10-05"), D("2026-10-22"), 400, 5, false));
        tillbaka.KanSkickas.ShouldBeTrue();
        Analys("2026-11-04", Skoldagar("2026-10-01", "2026-11-04", Fem)).Forslag.ShouldHaveSingleItem().Uppgift.SistaDag.ShouldBeNull();
    }

    [Fact]
    public void AListOfAbsenceAlone_GivesNoLastDay()
    {
        var bara = Skoldagar("2026-10-01", "2026-11-20", Fem).Rader.Where(r => r.Franvaro > 0);
        Analys("2026-11-20", Elev(bara)).Forslag.ShouldHaveSingleItem().Uppgift.SistaDag.ShouldBeNull();
    }

    [Fact]
    public void DaysOfIllness_AreNoAttendance_AndBreakNoneEither()
    {
        var rader = Skoldagar("2026-10-01", "2026-11-10", Fem).Rader
            .Select(r => r.Dag == D("2026-10-26") ? r with { Franvaro = r.Schemalagt, Slag = Franvaroslag.Giltig } : r).ToList();
        Analys("2026-11-05", Elev(rader)).Forslag.ShouldHaveSingleItem().Uppgift.SistaDag.ShouldBeNull();
        Analys("2026-11-06", Elev(rader)).Forslag.ShouldHaveSingleItem().Uppgift.SistaDag.ShouldBe(D("2026-10-22"));
    }

    [Fact]
    public void AfterStableAttendance_NewAbsence_IsAReportOfItsOwn()
    {
        var analys = Analys("2026-12-18", Skoldagar("2026-10-01", "2026-12-18", [.. Fem, ("2026-11-23", 120), ("2026-11-26", 120)]));
        analys.Forslag.Select(f => (f.Uppgift.ForstaDag, f.Uppgift.SistaDag)).ShouldBe([(D("2026-10-05"), D("2026-10-22")), (D("2026-11-23"), D("2026-11-26"))]);
    }

    [Fact]
    public void TheNextReport_StartsAfterTheLastDay()
    {
        var analys = Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", [.. Fem, ("2026-10-28", 80)]), new AnnanSkolkrapport(1, D("2026-09-01"), D("2026-10-08")));
        analys.Forslag.ShouldHaveSingleItem().Uppgift.ShouldBe(new Skolkuppgift(D("2026-10-13"), D("2026-10-28"), 320, 4, false));
    }

    [Fact]
    public void AnOpenReport_GetsALastDayOnly()
    {
        var oppen = new AnnanSkolkrapport(7, D("2026-10-05"), null);
        var analys = Analys("2026-11-06", Skoldagar("2026-10-01", "2026-11-06", Fem), oppen);
        analys.Forslag.ShouldBeEmpty();
        analys.Avslut.ShouldBe(new Avslutsforslag(7, D("2026-10-05"), D("2026-10-22"), D("2026-10-23"), false));
        Analys("2026-11-04", Skoldagar("2026-10-01", "2026-11-04", Fem), oppen).Avslut.ShouldBeNull();
        Analys("2026-12-01", Skoldagar("2026-11-09", "2026-12-01"), oppen).Avslut.ShouldBe(new Avslutsforslag(7, D("2026-10-05"), D("2026-11-08"), D("2026-11-09"), true));
    }

    [Fact]
    public void WithoutStudyPeriod_OrWithStudiemedel_ItSaysWhyNot()
    {
        var elev = Skoldagar("2026-10-01", "2026-11-20", Fem);
        Franvaroanalys.For(elev, new Skolklage(Fodd, [], [], D("2026-11-20")), Regler).Hinder.ShouldBeOfType<SkolkIngenStudietid>();
        var medel = Franvaroanalys.For(elev, new Skolklage(Fodd, [Host with { Avdelning = Avdelning.B }], [], D("2026-11-20")), Regler);
        (medel.Hinder is SkolkStudiemedel, medel.Forslag.Count).ShouldBe((true, 0));
    }

    [Fact]
    public void DaysBeforeTheStudyPeriod_ArePassedOver()
    {
        var lage = new Skolklage(Fodd, [Host with { ForstaDag = D("2026-10-07") }], [], D("2026-11-20"));
        var analys = Franvaroanalys.For(Skoldagar("2026-10-01", "2026-11-20", Fem), lage, Regler);
        analys.Forslag.ShouldHaveSingleItem().Uppgift.ForstaDag.ShouldBe(D("2026-10-08"));
        analys.Hinder.ShouldBeNull();
    }

    [Fact]
    public void LongUnbrokenAbsence_MayBeHandelse31()
    {
        (string, int)[] borta = [.. Enumerable.Range(0, 14).Select(i => (D("2026-10-05").AddDays(i).ToString("yyyy-MM-dd"), 240))];
        var analys = Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", borta));
        analys.Sammanhangande.ShouldBe([]);

        borta = [.. borta, ("2026-10-19", 240)];
        analys = Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", borta));
        analys.Sammanhangande.ShouldBe([new Dagperiod(D("2026-10-05"), D("2026-10-19"))]);
        analys.Forslag.ShouldHaveSingleItem().KanskeFranvaro.ShouldBe(analys.Sammanhangande[0]);

        var aven = Analys("2026-11-20", Skoldagar("2026-10-01", "2026-11-20", [.. borta, ("2026-10-21", 80)]));
        aven.Forslag.ShouldHaveSingleItem().KanskeFranvaro.ShouldBeNull("continuous together with scattered is skolk");
    }

    [Fact]
    public void MondaysOnly_InAListOfAbsenceAlone_AreNotUnbroken()
    {
        var mandagar = Enumerable.Range(0, 4).Select(v => Lektion(D("2026-10-05").AddDays(7 * v), 500, 240, 240, Franvaroslag.MissadLektion));
        Analys("2026-11-20", Elev(mandagar)).Sammanhangande.ShouldBeEmpty();
    }

    [Fact]
    public void TheReporter_MayChooseOtherDays()
    {
        var lage = Gymnasist("2026-11-20");
        var analys = Franvaroanalys.For(Skoldagar("2026-10-01", "2026-11-20", Fem), lage, Regler);
        Franvaroanalys.Med(analys, D("2026-10-08"), D("2026-10-20"), lage)!.Uppgift.ShouldBe(new Skolkuppgift(D("2026-10-08"), D("2026-10-20"), 240, 3, false));
        Franvaroanalys.Med(analys, D("2026-10-22"), null, lage)!.GransNadd.ShouldBeNull();
        Franvaroanalys.Med(analys, D("2026-10-06"), null, lage).ShouldBeNull();
    }
}
