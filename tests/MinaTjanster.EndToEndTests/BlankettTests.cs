using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>A form is filled in on the screen and printed, with scripts and without; nothing is sent but to be checked.</summary>
public sealed class BlankettTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private const string Underlag = "/blanketter/underlag-for-skolk";

    [Fact]
    public async Task SchoolWithoutASystem_FillsInSumsUpAndPrints_WithNothingSent()
    {
        var sida = await webblasare.NyttFonsterAsync();
        await sida.GotoAsync(Underlag);
        List<string> skickat = [];
        sida.Request += (_, begaran) =>
        {
            // The page's own icon, which the browser may fetch late, carries nothing.
            if (begaran.Method != "GET" || begaran.ResourceType is "document" or "fetch" or "xhr" or "ping")
            {
                skickat.Add($"{begaran.Method} {begaran.Url}");
            }
        };

        await sida.GetByLabel("Studerandens namn").FillAsync("Åsa Öberg");
        await sida.GetByLabel("Total undervisningstid, timmar").FillAsync("2,5");
        await FyllRadAsync(sida, 1, "2026-10-05", "60", "60");
        await FyllRadAsync(sida, 2, "2026-10-12", "40", "45");
        await Assertions.Expect(sida.Locator("[data-summa=tid]")).ToHaveTextAsync("1 tim 45 min (105 minuter)");
        await Assertions.Expect(sida.Locator("[data-summa=lektioner]")).ToHaveTextAsync("2 lektioner under 2 dagar");
        await Assertions.Expect(sida.Locator("[data-summa=varning]")).ToHaveTextAsync("Rad 2: Frånvaron är längre än lektionen.");
        await sida.GetByLabel("Lektionens längd, minuter, rad 2").FillAsync("95");
        await Assertions.Expect(sida.Locator("[data-summa=varning]")).ToHaveTextAsync("Den totala undervisningstiden är kortare än lektionerna på raderna. Skriv all schemalagd undervisning i perioden.");
        await sida.GetByLabel("Total undervisningstid, timmar").FillAsync("210");
        await Assertions.Expect(sida.Locator("[data-summa=varning]")).ToBeEmptyAsync();

        await sida.KlickaAsync("Fler rader");
        await Assertions.Expect(sida.GetByLabel("Datum, rad 16", new() { Exact = true })).ToBeFocusedAsync();
        await FyllRadAsync(sida, 25, "2026-10-13", "60", "15");
        await Assertions.Expect(sida.Locator("[data-summa=tid]")).ToHaveTextAsync("2 tim 0 min (120 minuter)");
        await sida.SkaVaraTillgangligAsync();

        var text = await UtskriftAsync(sida);

        foreach (var vantat in new[] { "Underlag för skolk", "Utgåva 2026-11-16", "Åsa Öberg", "210 timmar", "2026-10-13", "2 tim 0 min (120 minuter)", "3 lektioner under 3 dagar", "Nyaste utgåvan" })
            text.ShouldContain(vantat);
        foreach (var inte in new[] { "Fler rader", "Hämta som PDF", "Behöver du hjälp?", "Det du skriver sparas inte" })
            text.ShouldNotContain(inte);
        skickat.ShouldBeEmpty("nothing that is typed leaves the browser");
    }

    [Fact]
    public async Task WithoutScripts_TheServerSumsUp_AndThePagePrintsTheSame()
    {
        var sida = await webblasare.NyttFonsterAsync(medSkript: false);
        await sida.GotoAsync(Underlag);
        await FyllRadAsync(sida, 1, "2026-10-05", "60", "60");

        await sida.KlickaAsync("Kontrollera och räkna ihop");

        await Assertions.Expect(sida.Locator("[data-summa=tid]")).ToHaveTextAsync("1 tim 0 min (60 minuter)");
        sida.Url.ShouldEndWith(Underlag);
        await sida.KlickaAsync("Fler rader");
        (await sida.GetByLabel("Datum, rad 1", new() { Exact = true }).InputValueAsync()).ShouldBe("2026-10-05");
        (await sida.Locator("[data-rader] > tr").CountAsync()).ShouldBe(25);
    }

    [Fact]
    public async Task RefusedForm_AndTheEditionThatIsGone_HaveNoViolation()
    {
        var sida = await webblasare.NyttFonsterAsync(bredd: 375);
        await sida.GotoAsync(Underlag);
        await sida.GetByLabel("Skolkod").FillAsync("1");
        await sida.GetByLabel("Ogiltig frånvaro, minuter, rad 1", new() { Exact = true }).FillAsync("mycket");
        await sida.KlickaAsync("Kontrollera och räkna ihop");
        await Assertions.Expect(sida.Locator("#felsummering")).ToBeFocusedAsync();
        await sida.SkaVaraTillgangligAsync();

        (await sida.GotoAsync("/blanketter/forsattsblad/2021-03-01"))!.Status.ShouldBe(410);
        await sida.SkaVaraTillgangligAsync();
    }

    [Fact]
    public async Task Slides_PrintOneOnEachSheet()
    {
        var sida = await webblasare.NyttFonsterAsync();
        await sida.GotoAsync("/webbinarier/skolk-steg-for-steg/bilder");
        var bilder = await sida.Locator(".bild").CountAsync();

        var text = await UtskriftAsync(sida);

        text.Split('\f', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(bilder);
    }

    private static async Task FyllRadAsync(IPage sida, int rad, string datum, string langd, string franvaro)
    {
        await sida.GetByLabel($"Datum, rad {rad}", new() { Exact = true }).FillAsync(datum);
        await sida.GetByLabel($"Lektionens längd, minuter, rad {rad}", new() { Exact = true }).FillAsync(langd);
        await sida.GetByLabel($"Ogiltig frånvaro, minuter, rad {rad}", new() { Exact = true }).FillAsync(franvaro);
    }

    /// <summary>The words of what the browser prints.</summary>
    private static async Task<string> UtskriftAsync(IPage sida) => await Pdfprov.TextAsync(await sida.PdfAsync(new() { PreferCSSPageSize = true }));
}
