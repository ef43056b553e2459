using Microsoft.EntityFrameworkCore;
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
        jamforelse.Rader.Single(r => r.Vad == "Total undervisningstid").Lika.ShouldBeFalse("there is nothing to compare it with");
    }

    [Theory]
    [InlineData("Första skolkdag", "Underlaget börjar 3 dagar efter första skolkdagen.")]
    [InlineData("Sista dag", "Underlaget slutar 5 dagar innan det skickades, 2026-11-02.")]
    [InlineData("Ogiltig frånvaro", "Olika: rapporten 11,5 timmar, försättsbladet 12 timmar, underlaget 12 timmar.")]
    [InlineData("Tillfällen", "Olika: rapporten 6, underlaget 7.")]
    [InlineData("Total undervisningstid", "Framgår inte av underlaget.")]
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
            "Underlaget visar ingen ogiltig frånvaro första skolkdagen.",
            "Underlaget slutar 1 dag före sista skolkdagen.",
            "Kortare än den ogiltiga frånvaron.",
        ]);
        Rad(jamforelse, "Tillfällen").ShouldBe((null, null, "6"), "what was not told is not made up");
    }

    [Fact]
    public async Task For_TheReportChangedSince_TellsNotWhatTheSheetShowed()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<Arende>().SingleAsync(a => a.Id == arende.Id)).AndraRapport(Granskningsvarld.Inkom(60), baraSistaDag: false);
            await db.SaveChangesAsync();
        }

        var jamforelse = await ForAsync(varld, arende);

        jamforelse.BladNotis!.ShouldContain("Skolan har ändrat rapporten sedan underlaget skickades.");
        Rad(jamforelse, "Första skolkdag").Blad.ShouldBeNull();
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
        jamforelse.Rader.ShouldAllBe(r => r.Blad == null && r.Underlag == null && !r.Lika);
        Rad(jamforelse, "Första skolkdag").Rapport.ShouldBe("2026-09-07");
    }

    private static (string? Rapport, string? Blad, string? Underlag) Rad(Jamforelse jamforelse, string vad) =>
        jamforelse.Rader.Single(r => r.Vad == vad) is var rad ? (rad.Rapport, rad.Blad, rad.Underlag) : default;

    private static async Task<Jamforelse> ForAsync(Granskningsvarld varld, Arende arende)
    {
        var detaljer = (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default)))!;
        return Jamforelse.For(detaljer, detaljer.Underlag.FirstOrDefault());
    }
}
