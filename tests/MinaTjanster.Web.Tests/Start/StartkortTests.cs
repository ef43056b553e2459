using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Web.Start;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Start;

/// <summary>Which duties there are, in which order, and with which date.</summary>
public sealed class StartkortTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);

    [Fact]
    public void For_PutsTheMostUrgentFirst_AndDraftsLast()
    {
        var kort = Kort(
            Skola(Skolform.Gymnasieskola, Rapporteringssatt.Fil),
            Idag,
            [Rad(Arendestatus.VantarPaUnderlag, new(2026, 11, 10), null), Rad(Arendestatus.KompletteringBegard, new(2026, 9, 1), new(2026, 11, 20))],
            new(1, 2, [Fil(1, Filjobbstatus.Klar, 3), Fil(2, Filjobbstatus.Pagar, 0), Fil(3, Filjobbstatus.Misslyckad, 0)], new(4, 5)));

        kort.Select(k => k.Text).ShouldBe(
        [
            "komplettering begärd av CSN", "fil kunde inte läsas in", "rader att rätta", "studerande väntas ha börjat", "frånvarounderlag saknas",
            "fil läses in", "studieresultat saknas", "rapport ifylld men inte skickad", "händelser ifyllda men inte skickade",
        ]);
    }

    [Theory]
    [InlineData(Skolform.Gymnasieskola, "2026-09-20", "Senast 20 september 2026 för årets första utbetalning", "2026-09-20")]
    [InlineData(Skolform.Gymnasieskola, "2026-09-21", "20 september 2026 var sista dag för årets första utbetalning", "2026-09-21")]
    [InlineData(Skolform.Gymnasieskola, "2027-01-20", "Rapportera om de har börjat eller inte", null)]
    [InlineData(Skolform.Yrkeshogskola, "2026-09-20", "Rapportera om de har börjat eller inte", null)]
    public void For_ExpectedStudents_HasTheDayOfTheFirstPaymentWhereThereIsOne(Skolform skolform, string idag, string nar, string? senast)
    {
        var kort = Kort(Skola(skolform, Rapporteringssatt.Manuellt), DateOnly.Parse(idag), [], new(0, 0, [], new(7, 0))).ShouldHaveSingleItem();

        kort.Nar.ShouldBe(nar);
        kort.Senast.ShouldBe(senast is null ? null : DateOnly.Parse(senast));
        kort.Url.ShouldBe("/kvar-att-rapportera#kvar-11");
    }

    /// <summary>Beside the day that the card names, and only while it is to come: 22 November 2026 and 20 September 2026 are Sundays.</summary>
    [Fact]
    public void For_ALastDayOnAWeekend_SaysWhatApplies_OncePerCard()
    {
        const string Sondag = "22 november 2026 är en söndag. Sista dagen flyttas inte.";
        var skola = Skola(Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
        IReadOnlyList<Startkort> Den(DateOnly idag) => Startkort.For(
            Fristmotor.Plikter(
                new(skola)
                {
                    ArRapportor = true,
                    Vantande = [Rad(Arendestatus.VantarPaUnderlag, new(2026, 9, 22), null), Rad(Arendestatus.KompletteringBegard, new(2026, 9, 1), new(2026, 11, 22))],
                    Studietider = [new(new(2027), new(2026, 11, 22), false)],
                    Attestering = new(1, new(2026, 10, 1), new(2026, 10, 1)),
                    Lage = new(0, 0, [], new(0, 2)),
                },
                Fristmotor.Startperiod(idag), idag, new()),
            skola, idag);

        var kort = Den(Idag);
        kort.Where(k => k.Helg == Sondag).Select(k => k.Text).ShouldBe(["komplettering begärd av CSN", "frånvarounderlag saknas", "studietider ska rapporteras", "genomgång av behörigheter"], ignoreOrder: true);
        kort.ShouldAllBe(k => !k.Nar.Contains("söndag", StringComparison.Ordinal));
        kort.Single(k => k.Text == "studieresultat saknas").Helg.ShouldBeNull("no last day");
        Den(Idag.AddDays(1)).ShouldAllBe(k => k.Helg != Sondag, "the day has passed");

        Kort(skola, new(2026, 9, 18), [], new(0, 0, [], new(7, 0))).ShouldHaveSingleItem().Helg.ShouldBe("20 september 2026 är en söndag. Sista dagen flyttas inte.");
        Kort(skola, new(2026, 9, 21), [], new(0, 0, [], new(7, 0))).ShouldHaveSingleItem().Helg.ShouldBeNull();
        Kort(skola, Idag, [Rad(Arendestatus.VantarPaUnderlag, new(2026, 9, 24), null)], new(0, 0, [], new(0, 0))).ShouldHaveSingleItem().Helg.ShouldBeNull("a Tuesday");
    }

    [Fact]
    public void For_ManyFiles_CountsTheirRows_AndLeadsToTheList()
    {
        var kort = Kort(
            Skola(Skolform.Hogskola, Rapporteringssatt.Ladok), Idag, [], new(0, 0, [Fil(1, Filjobbstatus.Klar, StartlageQuery.TakRader + 1), Fil(2, Filjobbstatus.Avbruten, 2)], new(0, 0)));

        kort.ShouldBe([new("1\u00a0002+", "rader att rätta", "Inte rapporterat förrän det är rättat i Ladok", "Visa vad som är fel", "#filer", "warning", Idag)]);
    }

    [Fact]
    public void For_Messages_LeadsToTheOne_OrToTheList()
    {
        AttGoraRad Skrivet(long id) => Rad(Arendestatus.Granskas, new(2026, 11, 10), null) with { SkolkrapportId = id, Meddelande = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc) };
        var skola = Skola(Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);

        Kort(skola, Idag, [Skrivet(7)], new(0, 0, [], new(0, 0))).ShouldBe([new("1", "meddelande från CSN", "Svara så snart du kan", "Svara CSN", "/ogiltig-franvaro/7/meddelanden", "warning", Idag)]);
        var flera = Kort(skola, Idag, [Skrivet(7), Skrivet(8)], new(0, 0, [], new(0, 0))).ShouldHaveSingleItem();
        (flera.Text, flera.Url).ShouldBe(("meddelanden från CSN", "/ogiltig-franvaro?status=meddelande"));
    }

    private static IReadOnlyList<Startkort> Kort(Core.Konton.Skolval skola, DateOnly idag, IReadOnlyList<AttGoraRad> vantande, Startlage lage) =>
        Startkort.For(Fristmotor.Plikter(new(skola) { ArRapportor = true, Vantande = vantande, Lage = lage }, Fristmotor.Startperiod(idag), idag, new()), skola, idag);

    private static Core.Konton.Skolval Skola(Skolform skolform, Rapporteringssatt satt) => new(1, "12345678", "Skolan", satt, skolform);

    private static Startfil Fil(long id, Filjobbstatus status, int kvar) => new(id, "elever.csv", new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc), status, kvar);

    private static AttGoraRad Rad(Arendestatus status, DateOnly rapportdag, DateOnly? svarSenast) =>
        new(1, "Prov", "Provsson", Personskydd.Inget, Personnummer.FranVarde("20090412A001"), new(2026, 9, 1), rapportdag, status, svarSenast);
}
