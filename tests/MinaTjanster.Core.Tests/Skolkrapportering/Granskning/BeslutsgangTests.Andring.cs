using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <remarks>What the school changes after a question, an outcome or a closing, and within a window.</remarks>
public sealed partial class BeslutsgangTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnotherFirstDay_AfterTheOutcome_LeavesOnlyPrintedLetters(bool utskrivet)
    {
        var (rapport, arende) = Beslutat(Stangt.AddDays(20));
        if (utskrivet)
        {
            arende.Beslut.ToList().ForEach(b => b.SkrivUt(Stangt.AddDays(21), "nyckel"));
        }

        rapport.Andra(rapport.Uppgift with { ForstaDag = new(2027, 1, 11) });
        arende.AndraRapport(Stangt.AddDays(22), baraSistaDag: false);

        (arende.Status, arende.UtfallBeslutat).ShouldBe((Arendestatus.Granskas, null));
        arende.Beslut.Where(b => !b.GallerUtbetalningen).ShouldAllBe(b => (b.Makulerat == null) == utskrivet);
        arende.Beslut[0].Makulerat.ShouldBeNull();
    }

    [Fact]
    public void MoreToPayBack_ThanTheStudentWasAskedAbout_IsAskedAnew()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        var fore = Avrakning(rapport);
        arende.Kommunicera(Greta, Mindre(fore), [], Stangt.AddDays(2));

        Arenderegel.Hinder(Arendeatgard.Kommunicera, arende, Greta, null, Mindre(fore))!.Code.ShouldBe("ARENDE-KOMMUNICERAT");
        Beslutsregel.Hinder(arende, fore, Enligt(), new(2027, 5, 2))!.Code.ShouldBe("ARENDE-INTEKOMMUNICERAT");
        Arenderegel.Hinder(Arendeatgard.Kommunicera, arende, Greta, null, fore).ShouldBeNull();
        arende.Kommunicera(Greta, fore, [], Stangt.AddDays(4));

        arende.Beslut.Where(b => b.Slag == Skolkbeslutsslag.Kommunicering).Select(b => b.Makulerat is null).ShouldBe([false, true]);
        (arende.KommuniceratBelopp, arende.StudentenSvararSenast).ShouldBe((3_125, null));
        Skicka(arende, arende.Beslut[^1], new(2027, 4, 19, 8, 0, 0, DateTimeKind.Utc));
        Beslutsregel.Hinder(arende, fore, Enligt(), new(2027, 5, 4)).ShouldBeNull();
    }

    // The same sum, but less left to offset against.
    [Fact]
    public void MoreAterkrav_OfTheSameSum_IsAskedAnew()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        var utan = Avrakning(rapport);
        arende.Kommunicera(Greta, utan with { Kvar = utan.FelUtbetalt.Perioder }, [], Stangt.AddDays(2));

        Beslutsregel.Hinder(arende, utan, Enligt(), new(2027, 5, 2))!.Code.ShouldBe("ARENDE-INTEKOMMUNICERAT");
        Arenderegel.Hinder(Arendeatgard.Kommunicera, arende, Greta, null, utan).ShouldBeNull();
    }

    [Fact]
    public void BackAfterTheOutcome_OpensItWhereTheSumIsAnother()
    {
        var (rapport, arende) = Beslutat(Stangt.AddDays(20));

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(30));

        (arende.UtfallBeslutat, arende.Kommunicerat).ShouldBe((null, null));
        Avrakning(rapport).Aterkravs.ShouldBe(0);
    }

    [Fact]
    public void BackAfterTheOutcome_WhenTheStudentWasAskedAboutMore_IsDecidedAnewWithoutAsking()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        Skicka(arende, arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2)), Stangt.AddDays(2));
        arende.BeslutaUtfall(Greta, Avrakning(rapport), Utfallsval.EnligtUppskattningen, null, Stangt.AddDays(20));

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(30));

        (arende.UtfallBeslutat, arende.Kommunicerat).ShouldBe((null, Stangt.AddDays(2)));
        Beslutsregel.Hinder(arende, Avrakning(rapport), Enligt(), Stangt.AddDays(30).SvenskDag()).ShouldBeNull();
        arende.BeslutaUtfall(Greta, Avrakning(rapport), Utfallsval.EnligtUppskattningen, null, Stangt.AddDays(31)).Aterkravs.ShouldBe(0);
    }

    [Fact]
    public void BackAfterTheCaseWasClosed_StaysWithItsHandlaggareUntilSeen()
    {
        var (rapport, arende) = Beslutat(Stangt.AddDays(20));
        arende.Avsluta(Greta, Stangt.AddDays(20));
        arende.HarOseddAndring.ShouldBeFalse();
        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Greta, null).ShouldNotBeNull();

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(30));
        arende.HarOseddAndring.ShouldBeTrue();
        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Greta, null).ShouldBeNull();
        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Greta + 1, "Gustav Gren").ShouldNotBeNull();
        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Greta + 1, "Gustav Gren", handlaggareKvar: false).ShouldBeNull("whoever had it has left");
        arende.KvitteraAndring(Greta, Stangt.AddDays(31));

        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Greta, null).ShouldBeOfType<ArendeAndringRedanKvitterad>().Nar.ShouldBe(Stangt.AddDays(31));
        arende.HarOseddAndring.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => arende.KvitteraAndring(Greta, Stangt.AddDays(31)));
        Avsluta(rapport, arende, null, Stangt.AddDays(32));
        Avsluta(rapport, arende, "2027-04-08", Stangt.AddDays(33));
        arende.HarOseddAndring.ShouldBeTrue("changed once more");
        Should.Throw<InvalidOperationException>(() => arende.KvitteraAndring(Greta + 1, Stangt.AddDays(34)));
        arende.KvitteraAndring(Greta + 1, Stangt.AddDays(34), handlaggareKvar: false);
        arende.HarOseddAndring.ShouldBeFalse();
    }

    [Fact]
    public void BackAfterTheOutcome_WhereNothingWasTakenBack_LeavesIt()
    {
        var (rapport, arende) = Beslutat(Stangt.AddDays(20), Utfallsval.IngetKrav);

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(30));

        arende.UtfallBeslutat.ShouldNotBeNull();
    }

    [Fact]
    public void BackAfterTheCaseWasClosed_ShowsOnTheCaseThatTheOutcomeIsByOtherDays()
    {
        var (rapport, arende) = Beslutat(Stangt.AddDays(20));
        arende.Avsluta(Greta, Stangt.AddDays(20));

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(30));

        (arende.Status, arende.RapportAndrad).ShouldBe((Arendestatus.Avslutat, Stangt.AddDays(30)));
        arende.UtfallBeslutat.ShouldNotBeNull();
    }

    [Fact]
    public void CaseFromBeforeThePortalDecided_ResumesAndStopsByLetter()
    {
        var (rapport, arende) = Anna(medStopp: false);

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(7));
        Avsluta(rapport, arende, null, Stangt.AddDays(14));

        arende.Beslut.Select(b => (b.Slag, b.Makulerat is null)).ShouldBe([(Skolkbeslutsslag.Aterupptagande, true), (Skolkbeslutsslag.Stopp, true)]);
    }

    [Theory]
    [InlineData("2027-04-09", false)]
    [InlineData("2027-04-08", true)]
    public void EndRemovedAndSetAnewInOneWindow_TellsOnlyOfAnotherDay(string dag, bool nytt)
    {
        var (rapport, arende) = Anna();
        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(7));
        Avsluta(rapport, arende, null, Stangt.AddDays(14));

        Avsluta(rapport, arende, dag, Stangt.AddDays(14).AddMinutes(1));

        var kvar = arende.Beslut.Where(b => b.Makulerat is null).ToList();
        kvar.Select(b => b.Slag).ShouldBe([Skolkbeslutsslag.Stopp, Skolkbeslutsslag.Aterupptagande, .. nytt ? new[] { Skolkbeslutsslag.Aterupptagande } : []]);
        kvar[^1].SistaDag.ShouldBe(DateOnly.Parse(dag));
    }

    [Fact]
    public void EndMovedAndRemovedInOneWindow_StopsAnew()
    {
        var (rapport, arende) = Anna();
        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(7));
        Avsluta(rapport, arende, "2027-04-08", Stangt.AddDays(14));

        Avsluta(rapport, arende, null, Stangt.AddDays(14).AddMinutes(1));

        arende.Beslut.Where(b => b.Makulerat is null).Select(b => b.Slag).ShouldBe([Skolkbeslutsslag.Stopp, Skolkbeslutsslag.Aterupptagande, Skolkbeslutsslag.Stopp]);
    }

    [Fact]
    public void LettersOfTheHandlaggare_WaitForTheSchoolsWindow()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        var dag = Stangt.AddDays(4).AddHours(-4);
        Avsluta(rapport, arende, "2027-04-05", dag);

        arende.Kommunicera(Greta, Avrakning(rapport), [], dag.AddHours(1)).GallerFran.ShouldBe(Stangt.AddDays(4));
        arende.BeslutaUtfall(Greta, Avrakning(rapport), Utfallsval.EnligtUppskattningen, null, dag.AddHours(2)).GallerFran.ShouldBe(Stangt.AddDays(4));
    }

    [Fact]
    public void LettersOfTheHandlaggare_WhenTheWindowHasClosed_GoAtOnce()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        Avsluta(rapport, arende, "2027-04-05", Stangt.AddDays(4).AddHours(-4));

        arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(5)).GallerFran.ShouldBe(Stangt.AddDays(5));
    }
}
