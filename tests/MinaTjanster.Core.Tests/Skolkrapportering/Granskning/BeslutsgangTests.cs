using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>The decisions of a case from report to outcome (domain.md section 5, CSN's flow), by the case's own verbs.</summary>
public sealed partial class BeslutsgangTests
{
    private const long Greta = 7;

    // Friday 2 April 2027, 10:00 Swedish time; the window closes the same day at 15:00.
    private static readonly DateTime Rapporterat = new(2027, 4, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Stangt = new(2027, 4, 2, 13, 0, 0, DateTimeKind.Utc);

    // Anna's three outcomes (domain.md section 5), through the case.
    [Theory]
    [InlineData("2027-04-09", 3_125, 0, Beslutsorsaker.HelaAvraknas)]
    [InlineData("2027-05-14", 1_875, 1_250, Beslutsorsaker.DelAvraknas)]
    [InlineData(null, 0, 3_125, Beslutsorsaker.Aterkrav)]
    public void Anna_FromStopToClosed(string? sista, int avraknas, int aterkravs, string orsak)
    {
        var (rapport, arende) = Anna();
        if (sista is not null)
        {
            Avsluta(rapport, arende, sista, new(2027, 5, 17, 8, 0, 0, DateTimeKind.Utc));
        }

        var nu = new DateTime(2027, 5, 20, 8, 0, 0, DateTimeKind.Utc);
        Granska(arende, nu);
        arende.Steg(nu.SvenskDag()).ShouldBe(Beslutssteg.Kommunicering);
        var avrakning = Avrakning(rapport);
        Beslutsregel.Hinder(arende, avrakning, Enligt(), nu.SvenskDag())!.Code.ShouldBe("ARENDE-INTEKOMMUNICERAT");

        var horande = arende.Kommunicera(Greta, avrakning, [], nu);
        (horande.FelUtbetalt, horande.Perioder.Count, horande.SvarSenast).ShouldBe((3_125, 5, null));
        Beslutsregel.Hinder(arende, avrakning, Enligt(), new(2027, 8, 1))!.Code.ShouldBe("ARENDE-FRAGANINTESKICKAD");
        Beslutsregel.Hinder(arende, avrakning, Enligt() with { Svar = Horandesvar.Synpunkter }, new(2027, 8, 1))!.Code.ShouldBe("ARENDE-FRAGANINTESKICKAD");
        arende.Steg(new(2027, 8, 1)).ShouldBe(Beslutssteg.Kommunicering);
        Nu(arende, nu).Text(arende, Brevmottagare.Eleven).ShouldBe("Frågan ska skickas");
        Skicka(arende, horande, nu);
        Nu(arende, nu).Text(arende, Brevmottagare.Eleven).ShouldBe("Eleven får svara");
        Nu(arende, nu).Text(arende, Brevmottagare.Vardnadshavaren).ShouldBe("Vårdnadshavaren får svara");
        horande.SvarSenast.ShouldBe(new DateOnly(2027, 6, 3));
        Beslutsregel.Hinder(arende, avrakning, Enligt(), new(2027, 6, 3))!.Code.ShouldBe("ARENDE-SVARSTID");
        Beslutsregel.Hinder(arende, avrakning, Enligt(), new(2027, 6, 4)).ShouldBeNull();
        arende.Steg(new(2027, 6, 4)).ShouldBe(Beslutssteg.Bedomning);

        var utfall = arende.BeslutaUtfall(Greta, avrakning, Utfallsval.EnligtUppskattningen, null, nu.AddDays(15));
        (utfall.Avraknas, utfall.Aterkravs, utfall.Orsak).ShouldBe((avraknas, aterkravs, orsak));
        arende.Steg(new(2027, 6, 4)).ShouldBe(Beslutssteg.Utfall);
        arende.Avsluta(Greta, nu.AddDays(15));
        arende.Steg(new(2027, 6, 4)).ShouldBe(Beslutssteg.Avslutat);
        arende.Gang(new(2027, 6, 4)).Select(s => s.Lage).ShouldBe([.. Enumerable.Repeat(Steglage.Klart, 5), Steglage.Nu]);
    }

    /// <summary>Nothing was wrongly paid: nobody is heard, and no step says that somebody was.</summary>
    [Fact]
    public void NothingToTakeBack_TheHearingIsNotSaidToBeDone()
    {
        var (rapport, arende) = Anna();
        var (nu, inget) = (new DateTime(2027, 5, 20, 8, 0, 0, DateTimeKind.Utc), new Avrakning(new Uppskattning([]), []));
        arende.Gang(nu.SvenskDag()).Select(s => s.Lage).ShouldBe([Steglage.Klart, Steglage.Nu, .. Enumerable.Repeat(Steglage.Kommer, 4)]);
        Granska(arende, nu);
        arende.Uppskatta(new Uppskattning([]), nu);

        arende.Gang(nu.SvenskDag()).ShouldBe([
            new(Beslutssteg.Stoppat, Steglage.Klart), new(Beslutssteg.Underlag, Steglage.Klart), new(Beslutssteg.Kommunicering, Steglage.BehovsInte),
            new(Beslutssteg.Bedomning, Steglage.Nu), new(Beslutssteg.Utfall, Steglage.Kommer), new(Beslutssteg.Avslutat, Steglage.Kommer)]);
        arende.BeslutaUtfall(Greta, inget, Utfallsval.EnligtUppskattningen, null, nu);
        arende.Avsluta(Greta, nu);

        var gang = arende.Gang(nu.SvenskDag());
        gang.Single(s => s.Lage == Steglage.BehovsInte).Text(arende, Brevmottagare.Eleven).ShouldBe("Eleven får svara");
        gang.Where(s => s.Lage == Steglage.Klart).Select(s => s.Steg).ShouldBe([Beslutssteg.Stoppat, Beslutssteg.Underlag, Beslutssteg.Bedomning, Beslutssteg.Utfall]);
        gang[^1].ShouldBe(new(Beslutssteg.Avslutat, Steglage.Nu));
        rapport.SistaDag.ShouldBeNull();
    }

    [Fact]
    public void TakenBack_ShowsOnlyTheStepsThatHappened()
    {
        var (_, arende) = Anna();
        arende.Aterta(Stangt.AddDays(1));

        var gang = arende.Gang(new(2027, 4, 5));

        gang.ShouldBe([new(Beslutssteg.Stoppat, Steglage.Klart), new(Beslutssteg.Avslutat, Steglage.Nu)]);
        gang[^1].Text(arende, Brevmottagare.Eleven).ShouldBe("Återtaget av skolan");
    }

    private static Gangsteg Nu(Arende arende, DateTime nu) => arende.Gang(nu.SvenskDag()).Single(s => s.Lage == Steglage.Nu);

    [Fact]
    public void Report_StopsAtOnceByRule_AndTheLetterWaitsForTheWindow()
    {
        var (_, arende) = Anna();

        var stopp = arende.Beslut.ShouldHaveSingleItem();
        (stopp.Slag, stopp.Orsak, stopp.KontoId, stopp.GallerFran).ShouldBe((Skolkbeslutsslag.Stopp, Beslutsorsaker.Rapporterad, null, Stangt));
    }

    [Fact]
    public void TakenBackWithinItsWindow_LeavesNoLetter()
    {
        var (_, arende) = Anna();

        arende.Aterta(Stangt.AddMinutes(-1));

        arende.Beslut.ShouldHaveSingleItem().Makulerat.ShouldNotBeNull();
    }

    [Fact]
    public void TakenBackAfterTheLetterWent_LiftsTheStopByLetter()
    {
        var (_, arende) = Anna();
        arende.Beslut[0].SkrivUt(Stangt, "nyckel");

        arende.Aterta(Stangt.AddDays(1));

        arende.Beslut.Select(b => (b.Slag, b.Makulerat is null)).ShouldBe([(Skolkbeslutsslag.Stopp, true), (Skolkbeslutsslag.Upphavande, true)]);
    }

    [Fact]
    public void TakenBackBeforeTheLetterWasPrinted_TellsNobody()
    {
        var (_, arende) = Anna();

        arende.Aterta(Stangt.AddDays(1));

        arende.Beslut.ShouldAllBe(b => b.Makulerat != null);
    }

    [Fact]
    public void EndReported_ResumesThePayments_AndRemovedStopsThemAnew()
    {
        var (rapport, arende) = Anna();

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(7));
        arende.Beslut[^1].Slag.ShouldBe(Skolkbeslutsslag.Aterupptagande);
        arende.Beslut[^1].SistaDag.ShouldBe(new(2027, 4, 9));
        Avsluta(rapport, arende, null, Stangt.AddDays(14));

        (arende.Beslut[^1].Slag, arende.Beslut[^1].Orsak).ShouldBe((Skolkbeslutsslag.Stopp, Beslutsorsaker.FortsattFranvaro));
        arende.Beslut.ShouldAllBe(b => b.Makulerat == null);
    }

    [Fact]
    public void EndReportedWithinTheReportsWindow_IsToldByTheStopItself()
    {
        var (rapport, arende) = Anna();

        Avsluta(rapport, arende, "2027-04-01", Stangt.AddMinutes(-5));

        arende.Beslut.ShouldHaveSingleItem().SistaDag.ShouldBe(new(2027, 4, 1));
    }

    [Fact]
    public void EndReportedAndRemovedInOneWindow_CancelOut()
    {
        var (rapport, arende) = Anna();
        var dag = Stangt.AddDays(7);

        Avsluta(rapport, arende, "2027-04-09", dag);
        Avsluta(rapport, arende, null, dag.AddMinutes(1));

        arende.Beslut.Count(b => b.Makulerat is null).ShouldBe(1);
    }

    [Fact]
    public void LongerAbsence_AfterTheHearing_AsksAnew()
    {
        var (rapport, arende) = Anna();
        Avsluta(rapport, arende, "2027-03-01", Stangt.AddDays(1));
        Granska(arende, Stangt.AddDays(2));
        arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2));

        Avsluta(rapport, arende, "2027-04-09", Stangt.AddDays(3));

        arende.Kommunicerat.ShouldBeNull();
        arende.Status.ShouldBe(Arendestatus.Godkant);
        Fragan(arende).Makulerat.ShouldBe(Stangt.AddDays(3));
    }

    [Fact]
    public void ApprovedWithNothingWronglyPaid_AwaitsTheJudgement()
    {
        var (_, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        arende.Steg(new(2027, 4, 5)).ShouldBe(Beslutssteg.Kommunicering);

        arende.Uppskatta(new Uppskattning([]), Stangt);

        arende.Steg(new(2027, 4, 5)).ShouldBe(Beslutssteg.Bedomning);
    }

    [Fact]
    public void SeededClosedCase_WasAskedBeforeItWasDecided()
    {
        var (_, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));

        arende.AvslutaMedBeslut(Greta, Stangt.AddDays(20));

        var fraga = Fragan(arende);
        (fraga.FelUtbetalt, fraga.Aterkravs, arende.Status).ShouldBe((3_125, 3_125, Arendestatus.Avslutat));
        fraga.SvarSenast!.Value.ShouldBeLessThan(Stangt.AddDays(20).SvenskDag());
    }

    [Fact]
    public void MoreUnderlag_AfterTheHearing_ReviewsAndAsksAnew()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2));

        arende.TaEmotUnderlag(Stangt.AddDays(3));

        (arende.Status, arende.Kommunicerat).ShouldBe((Arendestatus.Granskas, null));
        Fragan(arende).Makulerat.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Utfallsval.EnligtUppskattningen, Horandesvar.Synpunkter, null, "ARENDE-BESLUTMOTIVERING")]
    [InlineData(Utfallsval.EnligtUppskattningen, Horandesvar.Synpunkter, "Du har inte visat giltig frånvaro.", null)]
    [InlineData(Utfallsval.IngetKrav, Horandesvar.IngetSvar, "Inget.", "ARENDE-SVARSTID")]
    [InlineData(Utfallsval.IngetKrav, Horandesvar.Synpunkter, " ", "ARENDE-BESLUTMOTIVERING")]
    public void AnAnswer_EndsTheWait_AndIsMet(Utfallsval val, Horandesvar svar, string? motivering, string? kod)
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        Skicka(arende, arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2)), Stangt.AddDays(16));

        Beslutsregel.Hinder(arende, Avrakning(rapport), new(val, svar, motivering), new(2027, 4, 20))?.Code.ShouldBe(kod);
        (Beslutsregel.Hinder(arende, Avrakning(rapport), new(val, svar, motivering), new(2027, 4, 20)) is null).ShouldBe(kod is null);
    }

    [Fact]
    public void AnswerTime_CountsFromThePosting_OfTheQuestionThatStands()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        var forsta = arende.Kommunicera(Greta, Mindre(Avrakning(rapport)), [], Stangt.AddDays(2));
        forsta.SkrivUt(Stangt.AddDays(2), "nyckel");
        var andra = arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(3));

        forsta.MarkeraSkickat(Stangt.AddDays(4), Greta);
        arende.RaknaSvarstid(forsta);
        arende.StudentenSvararSenast.ShouldBeNull("another question has taken its place");
        Skicka(arende, andra, Stangt.AddDays(10));

        arende.StudentenSvararSenast.ShouldBe(Stangt.AddDays(24).SvenskDag());
        andra.AngraSkickat();
        arende.RaknaSvarstid(andra);
        arende.StudentenSvararSenast.ShouldBeNull();
    }

    [Fact]
    public void AnAnswerToALetterThatNobodyMarkedAsPosted_EndsTheWait()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        var fraga = arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2));
        Utfallsuppgift svarat = new(Utfallsval.EnligtUppskattningen, Horandesvar.Synpunkter, "Vi har läst svaret.");
        Beslutsregel.Hinder(arende, Avrakning(rapport), svarat, new(2027, 4, 20)).ShouldBe(new ArendeFraganInteSkickad());

        fraga.SkrivUt(Stangt.AddDays(2), "nyckel");

        Beslutsregel.Hinder(arende, Avrakning(rapport), svarat, new(2027, 4, 20)).ShouldBeNull();
        Beslutsregel.Hinder(arende, Avrakning(rapport), svarat with { Motivering = null }, new(2027, 4, 20)).ShouldBe(new ArendeBeslutMotiveras());
        Beslutsregel.Hinder(arende, Avrakning(rapport), Enligt(), new(2027, 8, 1)).ShouldBe(new ArendeFraganInteSkickad());
        Arenderegel.Hinder(Arendeatgard.BeslutaUtfall, arende, Greta, null, Avrakning(rapport)).ShouldBeNull();
    }

    [Fact]
    public void IngetKrav_TakesNothing_WhateverTheEstimate()
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));

        var beslut = arende.BeslutaUtfall(Greta, Avrakning(rapport), Utfallsval.IngetKrav, "Frånvaron var giltig.", Stangt.AddDays(20));

        (beslut.FelUtbetalt, beslut.Avraknas, beslut.Aterkravs, beslut.Orsak).ShouldBe((3_125, 0, 0, Beslutsorsaker.InteStyrkt));
    }

    [Fact]
    public void NothingWronglyPaid_NobodyNeedBeHeard() =>
        Beslutsregel.Hinder(Anna().Arende, new Avrakning(new Uppskattning([]), []), Enligt(), new(2027, 4, 20)).ShouldBeNull();

    private static Utfallsuppgift Enligt() => new(Utfallsval.EnligtUppskattningen, Horandesvar.IngetSvar, null);

    private static Avrakning Mindre(Avrakning avrakning) => new(new Uppskattning([.. avrakning.FelUtbetalt.Perioder.Take(3)]), []);

    private static Skolkbeslut Fragan(Arende arende) => arende.Beslut.Single(b => b.Slag == Skolkbeslutsslag.Kommunicering);

    /// <summary>Heard, and decided on the day.</summary>
    private static (Skolkrapport Rapport, Arende Arende) Beslutat(DateTime tid, Utfallsval val = Utfallsval.EnligtUppskattningen)
    {
        var (rapport, arende) = Anna();
        Granska(arende, Stangt.AddDays(2));
        arende.Kommunicera(Greta, Avrakning(rapport), [], Stangt.AddDays(2));
        arende.BeslutaUtfall(Greta, Avrakning(rapport), val, null, tid);
        return (rapport, arende);
    }

    /// <summary>The letter is printed and posted at once.</summary>
    private static void Skicka(Arende arende, Skolkbeslut fraga, DateTime tid)
    {
        fraga.SkrivUt(tid, "nyckel");
        fraga.MarkeraSkickat(tid, Greta);
        arende.RaknaSvarstid(fraga);
    }

    private static (Skolkrapport Rapport, Arende Arende) Anna(bool medStopp = true)
    {
        var rapport = new Skolkrapport(1, 1, new(new(2027, 1, 19), null, 900, 9, false), "SK-2222-222X", "nyckel", 1, Rapporterat, new(2027, 4, 2));
        var arende = new Arende(1, rapport, Rapporterat);
        arende.Uppskatta(Uppskattning.Berakna(rapport.ForstaDag, rapport.SistaDag, rapport.Rapportdag), Rapporterat);
        if (medStopp)
        {
            arende.BeslutaStopp(Rapporterat);
        }

        return (rapport, arende);
    }

    private static void Avsluta(Skolkrapport rapport, Arende arende, string? sista, DateTime tid)
    {
        var fore = rapport.Uppgift;
        rapport.Andra(fore with { SistaDag = sista is null ? null : DateOnly.Parse(sista) });
        if (arende.ArOppet)
        {
            arende.AndraRapport(tid, baraSistaDag: true);
        }

        arende.BeslutaEfterAndring(fore, Avrakning(rapport), tid);
    }

    private static void Granska(Arende arende, DateTime tid)
    {
        arende.TaEmotUnderlag(tid);
        arende.Ta(Greta, tid);
        arende.Godkann(Greta, tid);
    }

    private static Avrakning Avrakning(Skolkrapport rapport) => MinaTjanster.Core.Skolkrapportering.Avrakning.Berakna(
        Uppskattning.Berakna(rapport.ForstaDag, rapport.SistaDag, rapport.Rapportdag), rapport.SistaDag, rapport.Rapportdag, new(2027, 6, 30));
}
