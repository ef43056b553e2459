using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>What is typed stays on the page, whatever the scripts do around it.</summary>
public sealed class IfylltTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private static readonly byte[] Png = Testfiler.Png().Innehall;

    [Fact]
    public async Task SkipLink_LeavesAHalfFilledFormAlone()
    {
        var (studerandeId, _) = await webblasare.StuderandeUtanRapportAsync(Demoskolor.SodraBerget);
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind);
        await sida.GotoAsync($"/ogiltig-franvaro/rapportera/{studerandeId}");
        var falt = sida.GetByLabel("Ogiltig frånvaro hittills");
        await falt.FillAsync("7,5");
        var laddningar = 0;
        sida.DOMContentLoaded += (_, _) => laddningar++;

        var adress = $"{sida.Url}#innehall";
        await sida.GetByRole(AriaRole.Link, new() { Name = "Hoppa till innehållet" }).FocusAsync();
        await sida.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sida).ToHaveURLAsync(adress);
        await sida.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await sida.EvaluateAsync("() => fetch('/halsa').then(svar => svar.text())");

        (await falt.InputValueAsync()).ShouldBe("7,5");
        laddningar.ShouldBe(0, "the page was not loaded again");
    }

    [Fact]
    public async Task Underlag_FactsSurviveFilesAndEnterSaves()
    {
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind);
        var adress = await UnderlagAsync();
        await sida.GotoAsync(adress);
        var timmar = sida.GetByLabel("Ogiltig frånvaro i underlaget");
        await timmar.FillAsync("9,25");
        await sida.GetByLabel("Ja", new() { Exact = true }).CheckAsync();

        await sida.GetByLabel("Välj filer").SetInputFilesAsync(new FilePayload { Name = "bild.png", MimeType = "image/png", Buffer = Png });
        await sida.KlickaAsync("Ladda upp");
        await Assertions.Expect(sida.Locator(".filer").First).ToContainTextAsync("bild.png");
        (await timmar.InputValueAsync()).ShouldBe("9,25");
        (await sida.GetByLabel("Ja", new() { Exact = true }).IsCheckedAsync()).ShouldBeTrue();

        // Refused: the answer has an address of its own, and the way back leads to the page.
        await timmar.FillAsync("9,5");
        await sida.GetByLabel("Välj filer").SetInputFilesAsync(new FilePayload { Name = "fel.txt", MimeType = "text/plain", Buffer = [1, 2, 3] });
        await sida.KlickaAsync("Ladda upp");
        await Assertions.Expect(sida.Locator("#felsummering")).ToContainTextAsync("fel.txt");
        (await timmar.InputValueAsync()).ShouldBe("9,5");
        await sida.GoBackAsync();
        await Assertions.Expect(sida.Locator("#felsummering")).ToHaveCountAsync(0);

        // A chosen file that is not uploaded does not hold up the other buttons, and Enter saves.
        await sida.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await timmar.FillAsync("9,75");
        await sida.GetByRole(AriaRole.Button, new() { Name = "Ta bort bild.png" }).ClickAsync();
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Filen är borttagen.");
        (await timmar.InputValueAsync()).ShouldBe("9,75");
        await sida.GetByLabel("Total undervisningstid").FillAsync("180");
        await sida.GetByLabel("Total undervisningstid").PressAsync("Enter");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Kontrollera underlaget");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("9,75 timmar");
    }

    [Fact]
    public async Task TooLargeFile_IsNamedWithTheLimitOfThePage()
    {
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind);
        await sida.GotoAsync(await UnderlagAsync());

        await sida.GetByLabel("Välj filer").SetInputFilesAsync(new FilePayload { Name = "stor.pdf", MimeType = "application/pdf", Buffer = new byte[21 * 1024 * 1024] });
        await sida.KlickaAsync("Ladda upp");

        await Assertions.Expect(sida.Locator(".uppladdning")).ToContainTextAsync("Filen stor.pdf är 21 MB. En fil får vara högst 20 MB.");
    }

    /// <summary>The underlag page of an open report without files.</summary>
    private async Task<string> UnderlagAsync()
    {
        await using var db = webblasare.Portal.Databas.Alla();
        var arende = await db.Nationellt<Arende>().FirstAsync(
            a => a.Status == Arendestatus.VantarPaUnderlag
                && db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == Demoskolor.SodraBerget)
                && !db.Nationellt<Franvarounderlag>().Any(u => u.SkolkrapportId == a.SkolkrapportId && u.Dokument.Any()),
            TestContext.Current.CancellationToken);
        return $"/ogiltig-franvaro/{arende.SkolkrapportId}/underlag";
    }
}
