using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>The report of the world: first day 7 September, 11.5 hours on 6 occasions. The underlag arrived 2 November.</summary>
public sealed class JamforelseTests
{
    private static readonly DateOnly Kom = new(2026, 11, 2);

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task For_WhatAgrees_HasNoDifference_AndTellsWhatEachSays(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, _) = await SidmarkeringServiceTests.MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.AntalSkillnader.ShouldBe(0);
        jamforelse.BladNotis.ShouldBeNull();
        Rad(jamforelse, "Första skolkdag").ShouldBe(("2026-09-07", "2026-09-07", "Täcker från 2026-09-07; ogiltig frånvaro den dagen"));
        Rad(jamforelse, "Sista dag").ShouldBe(("Pågår", null, "Täcker till 2026-11-02"));
        Rad(jamforelse, "Ogiltig frånvaro").ShouldBe(("11,5 timmar", "11,5 timmar", "11,5 timmar"));
        Rad(jamforelse, "Total undervisningstid").Underlag.ShouldNotBeNull();
        Rad(jamforelse, "Utbildning").Rapport.ShouldBe("Ekonomiprogrammet, 2026-08-17–2027-06-11");
        Rad(jamforelse, "Antal sidor").ShouldBe((null, "5, med bladet", "4 sidor i 1 fil"));
        foreach (var (utfall, vad) in new[]
        {
            (Jamforelseutfall.SammaKalla, "Studerande, Personnummer, Skola, Datum, Antal sidor"),
            (Jamforelseutfall.Stammer, "Läsår, Första skolkdag, Sista dag, Ogiltig frånvaro, Tillfällen, Omfattning, Total undervisningstid"),
            (Jamforelseutfall.IngetAttJamfora, "Utbildning, Rapporterad"),
        })
        {
            string.Join(", ", jamforelse.Rader.Where(r => r.Utfall == utfall).Select(r => r.Vad)).ShouldBe(vad);
        }
    }

    [Theory]
    [InlineData("Första skolkdag", "Underlaget täcker 10 september 2026–28 oktober 2026, men första skolkdagen är 7 september 2026. Ta ut ett underlag som börjar senast den dagen.")]
    [InlineData("Sista dag", "Underlaget slutar 28 oktober 2026. 2 skoldagar saknas fram till den dag det skickas: 29 oktober 2026 och 30 oktober 2026. Ta ut ett nytt underlag som täcker hela tiden. Var det lov, skriv det i förklaringen.")]
    [InlineData("Ogiltig frånvaro", "Rapporten anger 11,5 timmar ogiltig frånvaro och underlaget 12. Rätta det som är fel, eller förklara skillnaden.")]
    [InlineData("Tillfällen", "Rapporten anger 6 tillfällen och underlaget 7. Rätta det som är fel, eller förklara skillnaden.")]
    [InlineData("Total undervisningstid", "Den totala undervisningstiden framgår inte. Ta om möjligt ut ett underlag som visar den.")]
    public async Task For_WhatDiffers_SaysHow(string vad, string skillnad)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, underlag: new(new(2026, 9, 10), new(2026, 10, 28), 720, 7, 0, ForstaDagensFranvaro.Ja));

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.AntalSkillnader.ShouldBe(5);
        jamforelse.Rader.Single(r => r.Vad == vad).Skillnad.ShouldBe(skillnad);
    }

    [Fact]
    public async Task For_FirstDayWithoutAbsence_AndAnEndBeforeTheLastDay_Differ()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(
            Arendestatus.Granskas,
            rapport: new(Granskningsvarld.ForstaDag, new(2026, 10, 15), null, null, false),
            underlag: new(Granskningsvarld.ForstaDag, new(2026, 10, 14), 690, 6, 600, ForstaDagensFranvaro.Nej));

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.Rader.Where(r => r.Skiljer).Select(r => r.Skillnad).ShouldBe(
        [
            "Underlaget visar ingen ogiltig frånvaro 7 september 2026. Ändra första skolkdagen i rapporten till en dag som har det.",
            "Underlaget slutar 14 oktober 2026. 1 skoldag saknas till och med sista skolkdagen i rapporten, 15 oktober 2026: 15 oktober 2026. Ta ut ett nytt underlag som täcker hela tiden. Var det lov, skriv det i förklaringen.",
            "Undervisningstiden (10 timmar) är kortare än den ogiltiga frånvaron (11,5 timmar). Kontrollera siffrorna.",
        ]);
        jamforelse.Rader.Single(r => r.Vad == "Ogiltig frånvaro").Utfall.ShouldBe(Jamforelseutfall.SammaKalla, "the report tells no hours");
        Rad(jamforelse, "Tillfällen").ShouldBe((null, null, "6"), "what was not told is not made up");
    }

    [Theory]
    [InlineData("2026-11-06", "Underlaget slutar 5 skoldagar före sista skolkdagen.")]
    [InlineData("2026-11-01", null)]
    [InlineData("2026-10-20", null)]
    public async Task For_ALastDayAfterTheUnderlagWasSent_IsADifferenceThatItsChecksDoNotKnow(string sistaDag, string? skillnad)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        // Sent on Monday 2 November.
        var arende = await varld.ArendeAsync(
            Arendestatus.Granskas,
            rapport: new(Granskningsvarld.ForstaDag, DateOnly.Parse(sistaDag), 690, 6, false),
            underlag: new(Granskningsvarld.ForstaDag, new(2026, 10, 30), 690, 6, 20_000, ForstaDagensFranvaro.Ja));

        (await ForAsync(varld, arende)).Rader.Single(r => r.Vad == "Sista dag").Skillnad.ShouldBe(skillnad);
    }

    [Theory]
    [InlineData("ForstaFranvaro", "Det är inte angivet om underlaget visar ogiltig frånvaro 7 september 2026. Kontrollera första skolkdagen.", "Första skolkdag")]
    [InlineData("Omfattning", "Underlaget visar 3 timmar vid 1 tillfälle. Gränsen brukar vara minst 4 timmar vid flera tillfällen. Kontrollera siffrorna, eller förklara er bedömning.", "Omfattning")]
    public async Task For_WhatTheChecksWarnOf_IsADifferenceHereToo(string fall, string skillnad, string vad)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(
            Arendestatus.Granskas,
            rapport: new(Granskningsvarld.ForstaDag, null, null, null, false),
            underlag: fall == "Omfattning"
                ? new(Granskningsvarld.ForstaDag, Kom, 180, 1, 20_000, ForstaDagensFranvaro.Ja)
                : new(Granskningsvarld.ForstaDag, Kom, 690, 6, 20_000, ForstaDagensFranvaro.EjAngivet));

        var jamforelse = await ForAsync(varld, arende);

        var rad = jamforelse.Rader.Where(r => r.Skiljer).ShouldHaveSingleItem();
        (rad.Vad, rad.Skillnad).ShouldBe((vad, skillnad));
        jamforelse.AntalSkillnader.ShouldBe(jamforelse.Valt!.Kontroller.Count(k => k.Utfall == Utfall.Varning));
    }

    [Theory]
    [InlineData(Acts.SkolkrapportChanged, "Första dag: 2026-09-03 → 2026-09-07\nTimmar: – → 11,5", 60, null, "Skolan har ändrat första skolkdagen sedan underlaget skickades. Vad försättsbladet visade då är inte sparat.")]
    [InlineData(Acts.SkolkrapportEnded, "Sista dag: – → 2026-11-02", 60, "2026-09-07", "Skolan har angett en sista dag sedan underlaget skickades. Försättsbladet är detsamma.")]
    [InlineData(Acts.SkolkrapportChanged, "Sista dag: – → 2026-11-02", 60, "2026-09-07", "Skolan har angett en sista dag sedan underlaget skickades. Försättsbladet är detsamma.")]
    [InlineData(Acts.SkolkrapportChanged, "Timmar: 12 → 11,5", 60, "2026-09-07", "Skolan har ändrat rapporten sedan underlaget skickades, men inte första skolkdagen. Försättsbladet är detsamma.")]
    [InlineData(Acts.SkolkrapportChanged, "Första dag: 2026-09-03 → 2026-09-07", -60, "2026-09-07", null)]
    public async Task For_TheReportChangedSince_KeepsWhatTheSheetShowed_UnlessItsFirstDayWasMoved(string act, string rader, int minut, string? blad, string? notis)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            AuditEvent Handelse(AuditOutcome utfall, string andringar) => new(Granskningsvarld.Inkom(minut), act, utfall)
            {
                SkolaId = varld.Skola.Id,
                KontoId = varld.Anna.Id,
                Objekt = AuditObjects.Skolkrapport,
                ObjektId = arende.SkolkrapportId,
                Changes = andringar,
            };
            db.AddRange(Handelse(AuditOutcome.Accepted, rader), Handelse(AuditOutcome.Refused, "Första dag: 2026-09-07 → 2026-09-08"));
            await db.SaveChangesAsync();
        }

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.BladNotis.ShouldBe(notis);
        Rad(jamforelse, "Första skolkdag").Blad.ShouldBe(blad);
        Rad(jamforelse, "Läsår").Blad.ShouldBe(blad is null ? null : "2026/27");
    }

    [Theory]
    [InlineData("2026-11-01", null)]
    [InlineData("2026-11-03", "Försättsbladet är daterat efter dagen då underlaget kom in.")]
    [InlineData("2026-10-15", "Försättsbladet är daterat före rapporten.")]
    [InlineData(null, null)]
    public async Task For_Paper_HasOnlyWhatWasRegistered(string? avsant, string? skillnad)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            var papper = new Franvarounderlag(varld.Skola.Id, arende.SkolkrapportId, Ankomstsatt.Papper, Guid.NewGuid().ToString("N"), varld.Greta.Id, Granskningsvarld.Inkom(90));
            papper.Ange(new(Granskningsvarld.ForstaDag, Kom, 690, 6, 20_000, ForstaDagensFranvaro.Ja), null);
            papper.Skicka("UL-PAPP-0001", varld.Greta.Id, Granskningsvarld.Inkom(90), Kom, 12, avsant is null ? null : DateOnly.Parse(avsant, System.Globalization.CultureInfo.InvariantCulture));
            db.Add(papper);
            await db.SaveChangesAsync();
        }

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.BladNotis!.ShouldContain("Försättsbladet kom på papper.");
        Rad(jamforelse, "Studerande").Blad.ShouldBeNull();
        Rad(jamforelse, "Ogiltig frånvaro").Blad.ShouldBeNull();
        Rad(jamforelse, "Antal sidor").ShouldBe((null, "12 på papper, med bladet", null));
        Rad(jamforelse, "Datum").Blad.ShouldBe(avsant);
        jamforelse.Rader.Single(r => r.Vad == "Datum").Skillnad.ShouldBe(skillnad);
    }

    [Fact]
    public async Task For_NoUnderlag_ShowsTheReportAlone()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag);

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.Valt.ShouldBeNull();
        jamforelse.AntalSkillnader.ShouldBe(0);
        jamforelse.Rader.ShouldAllBe(r => r.Blad == null && r.Underlag == null && r.Utfall == Jamforelseutfall.IngetAttJamfora);
        Rad(jamforelse, "Första skolkdag").Rapport.ShouldBe("2026-09-07");
    }

    private static (string? Rapport, string? Blad, string? Underlag) Rad(Jamforelse jamforelse, string vad) =>
        jamforelse.Rader.Single(r => r.Vad == vad) is var rad ? (rad.Rapport, rad.Blad, rad.Underlag) : default;

    private static async Task<Jamforelse> ForAsync(Granskningsvarld varld, Arende arende)
    {
        var detaljer = (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default)))!;
        return Jamforelse.For(detaljer, detaljer.Underlag is [var nyast, ..] ? nyast : null);
    }
}
