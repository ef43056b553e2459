using Microsoft.Playwright;

namespace MinaTjanster.EndToEndTests;

/// <summary>Steps that more than one journey takes.</summary>
internal static class Skolkresa
{
    /// <summary>From the page of the underlag to its receipt: uploads the file, says what it shows up to today, and sends it.</summary>
    public static async Task SkickaUnderlagAsync(IPage sida, string filnamn, byte[] pdf, string forstaDag, string timmar, string tillfallen, string undervisning)
    {
        await sida.GetByLabel("Välj filer").SetInputFilesAsync(new FilePayload { Name = filnamn, MimeType = "application/pdf", Buffer = pdf });
        await sida.KlickaAsync("Ladda upp");
        await Assertions.Expect(sida.Locator(".filer").First).ToContainTextAsync(filnamn);
        await sida.GetByLabel("Underlaget täcker från och med").FillAsync(forstaDag);
        await sida.GetByLabel("Underlaget täcker till och med").FillAsync("2026-11-22");
        await sida.GetByLabel("Ogiltig frånvaro i underlaget").FillAsync(timmar);
        await sida.GetByLabel("Antal tillfällen").FillAsync(tillfallen);
        await sida.GetByLabel("Total undervisningstid").FillAsync(undervisning);
        await sida.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await sida.KlickaAsync("Spara och kontrollera");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Kontrollera underlaget");
        await sida.KlickaAsync("Skicka underlaget");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Underlaget är skickat");
    }
}
