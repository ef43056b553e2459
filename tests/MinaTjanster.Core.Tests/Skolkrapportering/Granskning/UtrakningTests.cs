using FsCheck.Fluent;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studietider;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>The calculation that is shown is the one that decides.</summary>
public sealed class UtrakningTests
{
    [Fact]
    public void Anna_BackLate_ShowsEachHalfMonthAndWhy()
    {
        var utrakning = For(new(2027, 1, 19), new DateOnly(2027, 5, 14), new(2027, 4, 2));

        utrakning.Rader.Select(r => (r.Period.ForstaDag.ToString("MM-dd"), r.Text, r.Avdrag)).ShouldBe(
        [
            ("01-16", "Felaktigt utbetald", 0),
            ("02-01", "Felaktigt utbetald", 0),
            ("02-16", "Felaktigt utbetald", 0),
            ("03-01", "Felaktigt utbetald", 0),
            ("03-16", "Felaktigt utbetald", 0),
            ("04-01", "Stoppad", 0),
            ("04-16", "Stoppad", 0),
            ("05-01", "Stoppad", 0),
            ("05-16", "Avräknas", 625),
            ("06-01", "Avräknas", 625),
            ("06-16", "Avräknas", 625),
        ]);
        utrakning.Steg.Select(s => s.Svar).ShouldBe(
        [
            "Från 19 januari 2027 till 14 maj 2027, som skolan har rapporterat.",
            "Rapporten kom 2 april 2027. Studiebidraget till och med 31 mars 2027 räknas som utbetalt.",
            "5 perioder om 15 dagar, 75 dagar.",
            "5 × 625\u00A0kr = 3\u00A0125\u00A0kr",
            "Efter återkomsten finns 1\u00A0875\u00A0kr kvar att betala ut under läsåret. 1\u00A0875\u00A0kr avräknas.",
            "1\u00A0250\u00A0kr",
        ]);
        utrakning.Steg.Select(s => s.Stod).ShouldBe(
        [
            "Studiehjälp lämnas för studier på heltid: 2 kap. studiestödslagen (1999:1395).",
            "En månad räknas som utbetald när rapporten kommer efter den 22:a. Regeln är portalens egen uppskattning.",
            "Studiehjälp räknas i perioder om 15 dagar: 2 kap. studiestödslagen (1999:1395). Att en period räknas när den har minst en dag med är portalens egen uppskattning.",
            "En halv månads studiebidrag för varje period. Beloppet gäller den dag perioden börjar: 2 kap. studiestödslagen (1999:1395).",
            "Det mindre av vad som är felaktigt utbetalt och vad som är kvar: 5 kap. studiestödslagen (1999:1395).",
            "Det som inte kan avräknas: 5 kap. studiestödslagen (1999:1395).",
        ]);
    }

    [Fact]
    public void NotBack_OffsetsNothing()
    {
        var utrakning = For(new(2027, 1, 19), null, new(2027, 4, 2));

        utrakning.Steg[4].Svar.ShouldBe("Inget. Så länge eleven inte är tillbaka finns inget att dra av från.");
        utrakning.Rader.Count(r => r.Slag == Utrakningsslag.Felaktigt).ShouldBe(5);
        utrakning.Rader[^1].Slag.ShouldBe(Utrakningsslag.Stoppat);
    }

    [Fact]
    public void BackBeforeTheReport_WhatWasPaidSinceIsRight() =>
        For(new(2027, 1, 19), new DateOnly(2027, 1, 29), new(2027, 4, 2)).Rader.Select(r => r.Slag).Take(6).ShouldBe(
            [Utrakningsslag.Felaktigt, Utrakningsslag.Ratt, Utrakningsslag.Ratt, Utrakningsslag.Ratt, Utrakningsslag.Ratt, Utrakningsslag.Avraknas]);

    [Fact]
    public void TheRows_AddUpToWhatDecides() => Egenskap.ForAlla(
        from forsta in Egenskap.Dagar
        from rapport in Gen.Choose(15, 200)
        from langd in Gen.Choose(-1, 300)
        select (forsta, rapport, langd),
        fall =>
        {
            var rapportdag = fall.forsta.AddDays(fall.rapport);
            DateOnly? sista = fall.langd < 0 ? null : fall.forsta.AddDays(fall.langd);
            var avrakning = Avrakningen(fall.forsta, sista, rapportdag);
            var rader = Utrakning.For(avrakning, fall.forsta, sista, rapportdag).Rader;
            return rader.Where(r => r.Slag == Utrakningsslag.Felaktigt).Sum(r => r.Period.Belopp) == avrakning.FelUtbetalt.Belopp
                && rader.Sum(r => r.Avdrag) == avrakning.Avraknas
                && rader.Select(r => r.Period).Distinct().Count() == rader.Count;
        });

    private static Utrakning For(DateOnly forsta, DateOnly? sista, DateOnly rapportdag) => Utrakning.For(Avrakningen(forsta, sista, rapportdag), forsta, sista, rapportdag);

    private static Avrakning Avrakningen(DateOnly forsta, DateOnly? sista, DateOnly rapportdag) =>
        Avrakning.Berakna(Uppskattning.Berakna(forsta, sista, rapportdag), sista, rapportdag, Lasar.For(rapportdag).SistaDag);
}
