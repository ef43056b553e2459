using FsCheck.Fluent;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>The table of rules, and what the engine makes of a school.</summary>
public sealed class FristmotorTests
{
    private static readonly Skolval Skola = new(7, "12345678", "Skolan", Rapporteringssatt.Manuellt, Skolform.Gymnasieskola);

    [Theory]
    [InlineData(Fristslag.Stoppdag, "2026-11-22", "22 november 2026 är en söndag. Den flyttas inte. Rapporter som skickas före midnatt stoppar utbetalningen, men CSN:s partnertelefon är stängd.")]
    [InlineData(Fristslag.Underlag, "2026-12-26", "26 december 2026 är annandag jul. Sista dagen flyttas inte. Underlaget kan skickas hela dagen, men CSN:s partnertelefon är stängd.")]
    [InlineData(Fristslag.Komplettering, "2026-06-06", "6 juni 2026 är Sveriges nationaldag. Sista dagen flyttas inte. Kompletteringen kan skickas hela dagen, men CSN:s partnertelefon är stängd.")]
    [InlineData(Fristslag.Stoppdag, "2026-12-22", null)]
    public void WeekendsAndHolidays_SayWhatApplies(Fristslag slag, string dag, string? text) => Fristregler.Helgupplysning(slag, DateOnly.Parse(dag)).ShouldBe(text);

    /// <summary>In a few words, of the same days; nothing where another kind says it of the same day.</summary>
    [Theory]
    [InlineData(Fristslag.Stoppdag, "2026-11-22", "22 november 2026 är en söndag. Sista dagen flyttas inte.")]
    [InlineData(Fristslag.Komplettering, "2026-06-06", "6 juni 2026 är Sveriges nationaldag. Sista dagen flyttas inte.")]
    [InlineData(Fristslag.Underlag, "2026-12-22", null)]
    [InlineData(Fristslag.Franvaroavlasning, "2026-11-22", null)]
    [InlineData(Fristslag.Meddelande, "2026-11-22", null)]
    public void WeekendsAndHolidays_AreToldShortly(Fristslag slag, string dag, string? text) => Fristregler.Helgnotis(slag, DateOnly.Parse(dag)).ShouldBe(text);

    /// <summary>A rule that changes: each day is judged by the rule of its time.</summary>
    [Theory]
    [InlineData("2027-06-30", 22)]
    [InlineData("2027-07-01", 25)]
    [InlineData("2030-01-01", 25)]
    [InlineData("2020-01-01", 22)]
    public void OfTwoRulesOfAKind_TheOneOfTheDayHolds(string dag, int dagIManaden)
    {
        var gammal = Fristregler.For(Fristslag.Stoppdag, new(2026, 1, 1));
        var ny = gammal with { GallerFran = new(2027, 7, 1), Tid = new(Dag: 25) };
        Fristregel[] regler = [Fristregler.For(Fristslag.Underlag, new(2026, 1, 1)), ny, gammal];

        Fristregler.Finn(regler, Fristslag.Stoppdag, DateOnly.Parse(dag))!.Tid.Dag.ShouldBe(dagIManaden);
        Fristregler.Finn(regler, Fristslag.Underlag, DateOnly.Parse(dag))!.Slag.ShouldBe(Fristslag.Underlag);
        Fristregler.Finn(regler, Fristslag.Attestering, DateOnly.Parse(dag)).ShouldBeNull();
    }

    [Fact]
    public void AKindWithoutALastDay_HasNoRule()
    {
        Fristregler.Finn(Fristslag.Meddelande, new(2026, 11, 22)).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Fristregler.For(Fristslag.Meddelande, new(2026, 11, 22))).Message.ShouldContain("Meddelande");
    }

    [Theory]
    [InlineData(0, 21, 35, 15, "Frister:ForstaPaminnelse is 0")]
    [InlineData(7, 7, 35, 15, "Frister:AndraPaminnelse is 7")]
    [InlineData(7, 21, 20, 15, "Frister:Kontaktperson is 20")]
    [InlineData(7, 21, 35, 0, "Frister:AvlasningDag is 0")]
    [InlineData(7, 21, 35, 23, "Frister:AvlasningDag is 23")]
    public void Settings_OutOfRangeOrOrder_AreRefused(int forsta, int andra, int kontaktperson, int avlasning, string fel) =>
        Should.Throw<InvalidOperationException>(() => new Fristinstallning(forsta, andra, kontaktperson, avlasning).Kontrollerad()).Message.ShouldContain(fel);

    [Theory]
    [InlineData(7, 21, 35, 15)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(2, 4, 6, 22)]
    public void Settings_InOrder_AreTaken(int forsta, int andra, int kontaktperson, int avlasning) =>
        new Fristinstallning(forsta, andra, kontaktperson, avlasning).Kontrollerad().ShouldBe(new(forsta, andra, kontaktperson, avlasning));

    /// <summary>Counted by the start page with all else, and alone for mails and feed: the same duty, late after 20 September.</summary>
    [Theory]
    [InlineData("2026-09-20", Pliktlage.Vantar)]
    [InlineData("2026-09-21", Pliktlage.Forsenad)]
    public void StartsThatAreLeft_AreLateInMailsAndFeed_AsOnTheStartPage(string dag, Pliktlage lage)
    {
        var idag = DateOnly.Parse(dag);
        var underlag = new Fristunderlag(Skola) { ArRapportor = true };
        Plikt Plikten(Fristunderlag u) => Fristmotor.Plikter(u, new(idag, idag.AddDays(31)), idag, new()).Single(p => p.Slag == Fristslag.ForstaUtbetalning);

        var utan = Plikten(underlag with { Starter = 3 });
        utan.ShouldBe(Plikten(underlag with { Lage = new(0, 0, [], new(3, 0)) }));
        (utan.Lage, utan.Senast, utan.Antal).ShouldBe((lage, new(2026, 9, 20), 3));
        utan.ArAktuell(idag).ShouldBeTrue();
        Plikten(underlag with { Starter = 3, Lage = new(0, 0, [], new(2, 0)) }).Antal.ShouldBe(2, "the page's own count");
    }

    [Fact]
    public void EveryKindWithARule_HasOneOnEveryDay_NewestFirst()
    {
        foreach (var regler in Fristregler.Alla.GroupBy(r => r.Slag))
        {
            regler.Select(r => r.GallerFran).ShouldBe(regler.Select(r => r.GallerFran).OrderDescending());
            regler.Select(r => r.GallerFran).Distinct().Count().ShouldBe(regler.Count());
            regler.Last().GallerFran.ShouldBe(DateOnly.MinValue);
            regler.ShouldAllBe(r => r.Helg == Helgregel.FlyttasInte);
        }
    }

    [Theory]
    [InlineData("2026-12-29", "2027-02-28")]
    [InlineData("2026-12-31", "2027-02-28")]
    [InlineData("2027-12-31", "2028-02-29")]
    [InlineData("2026-07-31", "2026-09-30")]
    public void Months_AreClamped(string fran, string till) => Fristregler.For(Fristslag.Underlag, DateOnly.Parse(fran)).Tid.Fran(DateOnly.Parse(fran)).ShouldBe(DateOnly.Parse(till));

    /// <summary>The limit that the database is asked by says the same as the rule of each report.</summary>
    [Fact]
    public void ForsenadeFore_IsWhereTheRuleTurns() => Egenskap.ForAlla(
        from idag in Egenskap.Dagar from bakat in Gen.Choose(0, 120) select (idag, rapportdag: idag.AddDays(-bakat)),
        fall => Underlagsfrist.For(fall.rapportdag, fall.rapportdag).ArSent(fall.idag) == fall.rapportdag < Underlagsfrist.ForsenadeFore(fall.idag));

    [Fact]
    public void FoljandeStopp_IsTheFirstStopDayOnOrAfter() => Egenskap.ForAlla(
        Egenskap.Dagar,
        dag => Utbetalningskalender.FoljandeStopp(dag).SistaStoppdag is var stopp && stopp >= dag && stopp.Day == 22
            && Enumerable.Range(0, stopp.DayNumber - dag.DayNumber).Select(dag.AddDays).All(d => Utbetalningskalender.SistaStoppdag(d.Year, d.Month) != d));

    [Fact]
    public void Duties_TellTheirDays_ByReceiptAndNeverByName()
    {
        var plikter = Plikter(new(2026, 11, 22), Rad(1, Arendestatus.VantarPaUnderlag, new(2026, 11, 10)), Rad(2, Arendestatus.KompletteringBegard, new(2026, 9, 1), new(2026, 11, 20)));

        var underlag = plikter.Single(p => p.Slag == Fristslag.Underlag);
        (underlag.Rubrik, underlag.Helst, underlag.Senast, underlag.Adress, underlag.Lage).ShouldBe(("Frånvarounderlag för SK-1", new(2026, 12, 1), new(2027, 1, 10), "/ogiltig-franvaro/1", Pliktlage.Vantar));
        var komplettering = plikter.Single(p => p.Slag == Fristslag.Komplettering);
        (komplettering.Rubrik, komplettering.Senast, komplettering.ArForsenad).ShouldBe(("Komplettering till CSN om SK-2", new(2026, 11, 20), true));
        plikter.ShouldAllBe(p => !$"{p.Rubrik} {p.Text}".Contains("Provsson"));
        plikter[0].ShouldBe(komplettering, "the nearest day first");
    }

    /// <summary>Beside what else waits for the report, and told anew when CSN writes again.</summary>
    [Fact]
    public void AMessageFromCsn_IsADutyOfItsOwn_WithoutALastDay()
    {
        var kom = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        AttGoraRad[] rader = [Rad(1, Arendestatus.VantarPaUnderlag, new(2026, 11, 10)) with { Meddelande = kom }, Rad(2, Arendestatus.Granskas, new(2026, 11, 10)) with { Meddelande = kom.AddHours(1) }];
        var plikter = Plikter(new(2026, 11, 22), rader);

        plikter.Count(p => p.Slag == Fristslag.Underlag).ShouldBe(1, "the second has its underlag");
        var meddelanden = plikter.Where(p => p.Slag == Fristslag.Meddelande).ToList();
        meddelanden.Select(p => (p.Adress, p.Senast, p.ArForsenad)).ShouldBe([("/ogiltig-franvaro/1/meddelanden", null, false), ("/ogiltig-franvaro/2/meddelanden", null, false)]);
        meddelanden.ShouldAllBe(p => p.ArAktuell(new(2026, 11, 22)));
        Plikter(new(2026, 11, 22), rader[0] with { Meddelande = kom.AddMinutes(1) }).Single(p => p.Slag == Fristslag.Meddelande).Nyckel.ShouldNotBe(meddelanden[0].Nyckel);
    }

    /// <summary>On the 15th by default, or on the day of the setting; never after the stop day, and not in months without a payment.</summary>
    [Theory]
    [InlineData(15, 11, 15)]
    [InlineData(10, 11, 10)]
    [InlineData(31, 11, 22)]
    [InlineData(0, 11, 1)]
    [InlineData(15, 7, null)]
    public void ReadingOffLastMonth_IsRemindedOfInMidMonth(int installning, int manad, int? dag)
    {
        var forsta = new DateOnly(2026, manad, 1);
        var plikt = Fristmotor.Plikter(new(Skola) { ArRapportor = true, HarStudiehjalp = true }, new(forsta, forsta.AddMonths(1).AddDays(-1)), forsta, new(AvlasningDag: installning)).SingleOrDefault(p => p.Slag == Fristslag.Franvaroavlasning);

        plikt?.Helst!.Value.Day.ShouldBe(dag!.Value);
        (plikt is null).ShouldBe(dag is null);
        plikt?.Text.ShouldContain("före den 22 november");
        plikt?.ArAktuell(plikt.Helst!.Value.AddDays(-1)).ShouldBeFalse();
        plikt?.ArAktuell(plikt.Helst!.Value).ShouldBeTrue();
    }

    [Fact]
    public void SchoolsWithoutStudiehjalp_OrWhoseReporterHoldsNoSr_AreNotRemindedOfIt()
    {
        var idag = new DateOnly(2026, 11, 2);
        var period = new Dagperiod(idag, new(2026, 11, 30));
        Fristmotor.Plikter(new(Skola) { ArRapportor = true }, period, idag, new()).Select(p => p.Slag).ShouldBe([Fristslag.Stoppdag]);
        Fristmotor.Plikter(new(Skola) { HarStudiehjalp = true }, period, idag, new()).ShouldBeEmpty();
        Fristmotor.Plikter(new(Skola with { Skolform = Skolform.Yrkeshogskola }) { ArRapportor = true, HarStudiehjalp = true }, period, idag, new()).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_AreUnique_AndStayTheSameFromDayToDay() => Egenskap.ForAlla(
        Egenskap.Dagar,
        idag =>
        {
            List<Plikt> Den(DateOnly dag) => [.. Plikter(dag, Rad(1, Arendestatus.VantarPaUnderlag, idag.AddDays(-50)), Rad(2, Arendestatus.KompletteringBegard, idag.AddDays(-90), idag.AddDays(3)), Rad(3, Arendestatus.VantarPaUnderlag, idag.AddDays(-70)))];
            var (nu, sen) = (Den(idag), Den(idag.AddDays(1)));
            return nu.Select(p => p.Nyckel).Distinct().Count() == nu.Count
                && nu.Where(p => p.Lage != Pliktlage.Kommande).Select(p => p.Nyckel).Order().SequenceEqual(sen.Where(p => p.Lage != Pliktlage.Kommande).Select(p => p.Nyckel).Order());
        });

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, Paminnelsesteg.Forsta)]
    [InlineData(20, Paminnelsesteg.Forsta)]
    [InlineData(21, Paminnelsesteg.Andra)]
    [InlineData(35, Paminnelsesteg.Kontaktperson)]
    public void Steps_ComeByDays(int dagar, Paminnelsesteg? steg) => new Fristinstallning().Steg(dagar).ShouldBe(steg);

    [Fact]
    public void ThreeHundredReports_AreAllTold()
    {
        var rader = Enumerable.Range(1, 300).Select(i => Rad(i, Arendestatus.VantarPaUnderlag, new DateOnly(2026, 8, 1).AddDays(i % 100))).ToArray();
        Plikter(new(2026, 11, 22), rader).Count(p => p.Slag == Fristslag.Underlag).ShouldBe(300);
    }

    internal static AttGoraRad Rad(long id, Arendestatus status, DateOnly rapportdag, DateOnly? svarSenast = null) =>
        new(id, "Prov", "Provsson", Personskydd.Inget, Personnummer.FranVarde("20090412A001"), rapportdag.AddDays(-40), rapportdag, status, svarSenast) { Kvittensnummer = $"SK-{id}" };

    private static IReadOnlyList<Plikt> Plikter(DateOnly idag, params AttGoraRad[] rader) =>
        Fristmotor.Plikter(new(Skola) { ArRapportor = true, HarStudiehjalp = true, Vantande = rader, Studietider = [new Studietidsplikt(new(2027), idag.AddDays(10), false)] }, Fristmotor.Startperiod(idag), idag, new());
}
