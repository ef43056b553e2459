using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>Reporting students in a browser: a school that sends files, a komvux on screen, a yrkeshögskola. With and without scripts.</summary>
public sealed class RapporteringsresorTests : IAsyncLifetime
{
    private readonly Webblasare _webblasare = new();

    public ValueTask InitializeAsync() => _webblasare.InitializeAsync();

    public ValueTask DisposeAsync() => _webblasare.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileSchool_TestsItsFile_SendsIt_CorrectsARow_AndGetsTheReceipt(bool medSkript)
    {
        const string Fil = "personnummer;fornamn;efternamn;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n"
            + "20100412-9811;Lova;Lind;11;2026-08-17;2027-06-11;1;EKEKO0000\n"
            + "20100923-9847;Åke;Öberg;11;2026-08-17;2027-06-11;9;NANAT0000\n";
        var sida = await _webblasare.InloggadAsync(Personer.DavidAbdi, medSkript);
        await sida.GetByRole(AriaRole.Main).Locator("select[name=skola]").SelectOptionAsync(new SelectOptionValue { Label = $"Norra Hamnens gymnasium · {Demoskolor.NorraHamnen}" });
        await sida.KlickaAsync("Välj skola");

        // Tested first: nothing is sent, and the fault is told.
        await sida.FoljAsync("Skicka fil");
        await LaddaUppAsync(sida, "start.csv", Fil, "Testa fil");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Inget är skickat.");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("HANDELSE-ARSKURS");

        // Sent all the same: the right row goes, the wrong one is held.
        await sida.FoljAsync("Skolans filer");
        await LaddaUppAsync(sida, "start.csv", Fil, "Skicka fil");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("1 att rätta");
        await sida.FoljAsync("Rätta rad 3");
        await sida.GetByLabel("Årskurs").FillAsync("1");
        await sida.KlickaAsync("Kontrollera och skicka");
        await Assertions.Expect(sida.Locator("#resultat ~ dl, section:has(#resultat) dl")).ToContainTextAsync("Rättade efteråt");

        await sida.FoljAsync("Kvittens");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("SR-");
        var elev = await HandelserAsync("201009239847");
        elev.ShouldHaveSingleItem().Uppgift.Arskurs.ShouldBe(1);

        // The same content once more is recognised, and read no second time.
        await sida.GotoAsync("/filer");
        await sida.GetByLabel("Välj fil").SetInputFilesAsync(Csv("start-igen.csv", Fil));
        await sida.KlickaAsync("Skicka fil");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("redan");
        (await HandelserAsync("201004129811")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KomvuxOnScreen_ReadsAnAdmissionsList_ReportsMany_ThenChangesAndTakesBack(bool medSkript)
    {
        var sida = await _webblasare.InloggadAsync(Personer.FredrikDahl, medSkript);
        await sida.FoljAsync("Kvar att rapportera");
        await sida.FoljAsync("Läs in en antagningslista");
        await sida.GetByLabel("Välj filen").SetInputFilesAsync(Csv(
            "antagna.csv",
            "personnummer;fornamn;efternamn;start;utbildning\n19900412-9814;Lova;Lind;2026-11-16;Matematik 2b\n19880923-9802;Åke;Öberg;2026-11-16;Matematik 2b\n"));
        await sida.KlickaAsync("Läs in listan");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Har de börjat?");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Åke Öberg");

        // Both begin: one page, one check, one receipt; nobody is left.
        await sida.FoljAsync("Rapportera start för flera");
        await sida.GetByLabel("Kurs", new() { Exact = true }).FillAsync("Matematik 2b");
        await sida.GetByLabel("Startdatum").FillAsync("2026-11-16");
        await sida.GetByLabel("Kursens sista dag").FillAsync("2027-01-31");
        await sida.GetByLabel("Omfattning i procent").FillAsync("50");
        await sida.GetByLabel("Välj Lova Lind").CheckAsync();
        await sida.GetByLabel("Välj Åke Öberg").CheckAsync();
        await sida.KlickaAsync("Granska");
        await sida.KlickaAsync("Skicka för 2 studerande");
        (await sida.RubrikAsync()).ShouldBe("2 händelser är skickade");
        await Assertions.Expect(sida.Locator(".kvitto__nummer")).ToContainTextAsync("SR-");
        await sida.FoljAsync("Kvar att rapportera");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Åke Öberg");

        // Found by name; the course turns out to be longer, and is taken back in the end.
        await sida.FoljAsync("Studerande");
        await sida.GetByLabel("Sök studerande").FillAsync("Öberg Åke");
        await sida.KlickaAsync("Sök");
        await sida.FoljAsync("Åke Öberg");
        await sida.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Börjat studera" }).First.ClickAsync();
        await sida.FoljAsync("Ändra");
        await sida.GetByLabel("Kursens sista dag").FillAsync("2027-03-31");
        await sida.KlickaAsync("Granska");
        await sida.KlickaAsync("Skicka ändringen");
        (await HandelserAsync("198809239802")).Single(h => h.Status == Handelsestatus.Galler).Uppgift.SistaDag.ShouldBe(new DateOnly(2027, 3, 31));
        await sida.FoljAsync("Börjat studera (11)");
        await sida.FoljAsync("Ta tillbaka");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("inga spår i utbetalningen");
        await sida.KlickaAsync("Ta tillbaka");
        (await HandelserAsync("198809239802")).ShouldNotContain(h => h.Status == Handelsestatus.Galler);
        await sida.FoljAsync("Kvar att rapportera");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Åke Öberg");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Yrkeshogskola_ReportsAStudyPeriod_NeverOverChristmas_AndItsPoints(bool medSkript)
    {
        var (id, _) = await _webblasare.StuderandeUtanRapportAsync(Handelseexempel.Skolkod(Skolform.Yrkeshogskola));
        var sida = await _webblasare.InloggadAsync(Personer.HasanYilmaz, medSkript);
        await sida.GotoAsync($"/studerande/{id}");
        await sida.FoljAsync("Rapportera en händelse");
        await sida.FoljAsync("Börjat studera");
        await sida.GetByLabel("Utbildning").FillAsync("Fördjupning i mätteknik");
        await sida.GetByLabel("Studieperiodens första dag").FillAsync("2026-11-02");
        await sida.GetByLabel("Studieperiodens sista dag").FillAsync("2027-01-15");
        await sida.GetByLabel("Yh-poäng i perioden").FillAsync("30");
        await sida.KlickaAsync("Granska");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("jul");

        // Split at Christmas, as the page says.
        if (await sida.GetByLabel("Studieperiodens sista dag").CountAsync() == 0)
            await sida.FoljAsync("Ändra");
        await sida.GetByLabel("Studieperiodens sista dag").FillAsync("2026-12-18");
        await sida.KlickaAsync("Granska");
        await sida.KlickaAsync("Skicka");
        (await sida.RubrikAsync()).ShouldBe("Skickat: börjat studera");

        await sida.FoljAsync("Till den studerande");
        await sida.FoljAsync("Rapportera en händelse");
        await sida.FoljAsync("Studieresultat");
        await sida.GetByLabel("Periodens första dag").FillAsync("2026-11-02");
        await sida.GetByLabel("Periodens sista dag").FillAsync("2026-12-18");
        await sida.GetByLabel("Godkända yh-poäng").FillAsync("25");
        await sida.KlickaAsync("Granska");
        await sida.KlickaAsync("Skicka");
        (await sida.RubrikAsync()).ShouldBe("Skickat: studieresultat");
        await sida.FoljAsync("Till den studerande");
        await Assertions.Expect(sida.Locator("#handelser, section:has(#handelser)").First).ToContainTextAsync("Studieresultat");
    }

    /// <summary>Uploads and lets the portal's worker read; the page says when it is done.</summary>
    private async Task LaddaUppAsync(IPage sida, string namn, string text, string knapp)
    {
        await sida.GetByLabel("Välj fil").SetInputFilesAsync(Csv(namn, text));
        await sida.KlickaAsync(knapp);
        await sida.WaitForURLAsync("**/filer/*");
        await _webblasare.Portal.Services.GetRequiredService<FilinlasningService>().KorAsync(CancellationToken.None);
        await sida.ReloadAsync();
        await Assertions.Expect(sida.GetByRole(AriaRole.Heading, new() { Name = "Resultat" })).ToBeVisibleAsync();
    }

    private static FilePayload Csv(string namn, string text) => new() { Name = namn, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private async Task<List<Handelse>> HandelserAsync(string personnummer)
    {
        await using var db = _webblasare.Portal.Databas.Alla();
        var person = Core.Personidentiteter.Personnummer.FranVarde(personnummer);
        return await db.Nationellt<Handelse>().AsNoTracking()
            .Where(h => db.Nationellt<Core.Studeranderapportering.Studerande>().Any(s => s.Id == h.StuderandeId && s.Personnummer == person)).OrderBy(h => h.Id).ToListAsync();
    }
}
