using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>The document beside the case: forty pages by the keyboard alone, a marked page that the school opens, a broken file, and no scripts at all.</summary>
public sealed class VisareTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private const int Sidor = 40;
    private const string Tom = "";
    private const string Medbild = "/Resources << /XObject << /I 3 0 R >> >> /Contents 4 0 R";

    [Fact]
    public async Task FortyPages_ByTheKeyboard_AreTurnedRotatedZoomedAndMarked()
    {
        var (arende, fil) = await ArendeAsync(Testfiler.Pdf(sidor: Sidor).Innehall, Sidor, hosAnna: true);
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg);
        List<string> fel = [];
        sida.Console += (_, rad) => { if (rad.Type == "error") fel.Add(rad.Text); };
        await sida.GotoAsync($"/granskning/{arende.Id}?dokument={fil}");
        var yta = sida.Locator("[data-yta]");
        var lage = sida.Locator("[data-visa=sida]");
        var storlek = sida.Locator("[data-visa=storlek]");
        await Assertions.Expect(yta.Locator("canvas")).ToHaveAttributeAsync("aria-label", "Sida 1 av 40");

        // A button for each page; only those in sight are drawn.
        await Assertions.Expect(sida.Locator("[data-sidor] button")).ToHaveCountAsync(Sidor);
        await Assertions.Expect(sida.GetByRole(AriaRole.Button, new() { Name = "Sida 1 av 40" })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(sida.Locator("[data-sidor] canvas[style]").First).ToBeVisibleAsync();
        (await sida.Locator("[data-sidor] canvas[style]").CountAsync()).ShouldBeLessThan(Sidor);

        // Page keys turn, plus and minus change the size, rotation is each page's own.
        await yta.FocusAsync();
        await sida.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 2 av 40");
        await Assertions.Expect(yta.Locator("canvas")).ToHaveAttributeAsync("aria-label", "Sida 2 av 40");
        await sida.GetByRole(AriaRole.Button, new() { Name = "Rotera sidan" }).PressAsync("Enter");
        await LiggerAsync(true);
        await sida.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 3 av 40");
        await LiggerAsync(false);
        await sida.Keyboard.PressAsync("PageUp");
        await LiggerAsync(true);
        await sida.Keyboard.PressAsync("+");
        await Assertions.Expect(storlek).ToHaveTextAsync("125 %");
        await sida.Keyboard.PressAsync("0");
        await Assertions.Expect(storlek).ToHaveTextAsync("100 %");

        // One stop for Tab in the list, arrows and End within it.
        await sida.GetByRole(AriaRole.Button, new() { Name = "Sida 2 av 40" }).FocusAsync();
        await sida.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(sida.GetByRole(AriaRole.Button, new() { Name = "Sida 3 av 40" })).ToBeFocusedAsync();
        (await sida.Locator("[data-sidor] button[tabindex='0']").CountAsync()).ShouldBe(1);
        await sida.Keyboard.PressAsync("End");
        await sida.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 40 av 40");
        await sida.SkaVaraTillgangligAsync();

        // The form beside it follows the page; no key has left the case's page or done an act.
        await Assertions.Expect(sida.GetByLabel("Sida", new() { Exact = true })).ToHaveValueAsync("40");
        await sida.GetByLabel("Vad saknas på sidan?").FillAsync("Dagarna efter 12 oktober saknas.");
        await sida.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sida.Locator(".markeringar li")).ToContainTextAsync("sida 40");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 40 av 40");
        await Assertions.Expect(sida.GetByRole(AriaRole.Button, new() { Name = "Sida 40 av 40, märkt" })).ToBeVisibleAsync();

        // Its link turns back to it.
        await yta.FocusAsync();
        await sida.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 39 av 40");
        await sida.Locator(".markeringar li a").PressAsync("Enter");
        await Assertions.Expect(lage).ToHaveTextAsync("Sida 40 av 40");
        await Assertions.Expect(yta).ToBeFocusedAsync();

        await sida.FoljAsync("Begär komplettering");
        await sida.GetByLabel("Underlaget täcker för kort period").CheckAsync();
        await sida.GetByLabel("Vad ska skolan skicka?").FillAsync("Skicka resten.");
        await sida.KlickaAsync("Begär komplettering");
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Komplettering begärd");
        fel.ShouldBeEmpty();

        var skola = await webblasare.InloggadAsync(Personer.AnnaLind);
        await skola.GotoAsync($"/ogiltig-franvaro/{arende.SkolkrapportId}/underlag");
        var lank = skola.Locator($"main a[href='/dokument/{fil}#page=40']");
        await Assertions.Expect(lank).ToContainTextAsync("sida 40");
        await skola.SkaVaraTillgangligAsync();

        async Task LiggerAsync(bool liggande)
        {
            var canvas = await yta.Locator("canvas").ElementHandleAsync();
            await sida.WaitForFunctionAsync("([c, l]) => (c.width > c.height) === l", new object[] { canvas!, liggande });
        }
    }

    [Fact]
    public async Task BrokenFile_SaysSo_AndTheOriginalIsThere()
    {
        var (arende, fil) = await ArendeAsync("%PDF-1.4 trasig"u8.ToArray(), 1);
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg);

        await sida.GotoAsync($"/granskning/{arende.Id}?dokument={fil}");

        await Assertions.Expect(sida.Locator("[data-yta]")).ToContainTextAsync("Dokumentet kunde inte visas här.");
        await Assertions.Expect(sida.Locator(".visare__verktyg")).ToBeHiddenAsync();
        await Assertions.Expect(sida.GetByRole(AriaRole.Link, new() { Name = "Öppna originalet i en ny flik" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task APictureThatCannotBeDecoded_IsSaid_AndNotLeftOutInSilence()
    {
        // The first four pages have the picture in common, the fifth has none.
        var (arende, fil) = await ArendeAsync(Enkel([Medbild, Medbild, Medbild, Medbild, Tom]), 5);
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg);
        var sagt = sida.GetByText("En bild på sidan kunde inte ritas här.");

        await sida.GotoAsync($"/granskning/{arende.Id}?dokument={fil}");

        foreach (var nummer in Enumerable.Range(1, 5))
        {
            await Assertions.Expect(sida.Locator("[data-yta] canvas")).ToHaveAttributeAsync("aria-label", $"Sida {nummer} av 5");
            await Assertions.Expect(sagt).ToBeVisibleAsync(new() { Visible = nummer < 5 });
            await sida.Locator("[data-yta]").PressAsync("PageDown");
        }
    }

    [Fact]
    public async Task ADamagedPage_SaysSo_AndTheOthersAreThere()
    {
        var (arende, fil) = await ArendeAsync(Enkel([Tom, null]), 2);
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg);
        var canvas = sida.Locator("[data-yta] canvas");
        var sagt = sida.GetByText("Sidan kunde inte visas här.");

        await sida.GotoAsync($"/granskning/{arende.Id}?dokument={fil}");
        await Assertions.Expect(canvas).ToHaveAttributeAsync("aria-label", "Sida 1 av 2");
        await Assertions.Expect(sagt).ToBeHiddenAsync();

        await sida.Locator("[data-yta]").PressAsync("PageDown");
        await Assertions.Expect(sagt).ToBeVisibleAsync();
        await Assertions.Expect(canvas).ToBeHiddenAsync();
        await sida.SkaVaraTillgangligAsync();

        await sida.GetByRole(AriaRole.Button, new() { Name = "Föregående sida" }).ClickAsync();
        await Assertions.Expect(canvas).ToBeVisibleAsync();
        await Assertions.Expect(sagt).ToBeHiddenAsync();
    }

    [Fact]
    public async Task WithoutScripts_ThePageIsALink_AndIsMarkedByItsNumber()
    {
        var (arende, fil) = await ArendeAsync(Testfiler.Pdf(sidor: 4).Innehall, 4);
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg, medSkript: false);
        await sida.GotoAsync($"/granskning/{arende.Id}?dokument={fil}&sida=3");

        await Assertions.Expect(sida.GetByRole(AriaRole.Link, new() { Name = "Öppna dokumentet i en ny flik" })).ToHaveAttributeAsync("href", $"/granskning/dokument/{fil}#page=3");
        await Assertions.Expect(sida.Locator(".visare__verktyg")).ToBeHiddenAsync();
        await sida.GetByLabel("Sida", new() { Exact = true }).FillAsync("5");
        await sida.KlickaAsync("Märk sidan");
        await Assertions.Expect(sida.Locator("#felsummering")).ToContainTextAsync("Filen har 4 sidor.");
        await sida.GetByLabel("Sida", new() { Exact = true }).FillAsync("4");
        await sida.KlickaAsync("Märk sidan");

        await Assertions.Expect(sida.Locator(".markeringar li")).ToContainTextAsync("sida 4");
    }

    /// <summary>A PDF of such pages; null is a page that is not there. Its picture is JPEG 2000, for which pdf.js needs what the policy forbids. Without a table of objects: pdf.js finds them itself.</summary>
    private static byte[] Enkel(string?[] sidor)
    {
        const string rita = "q 400 0 0 400 50 50 cm /I Do Q";
        var pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + $"2 0 obj\n<< /Type /Pages /Count {sidor.Length} /Kids [{string.Join(' ', sidor.Select((_, i) => $"{i + 5} 0 R"))}] >>\nendobj\n"
            + "3 0 obj\n<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode /Length 4 >>\nstream\nabcd\nendstream\nendobj\n"
            + $"4 0 obj\n<< /Length {rita.Length} >>\nstream\n{rita}\nendstream\nendobj\n"
            + string.Concat(sidor.Select((s, i) => s is null ? "" : $"{i + 5} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {s} >>\nendobj\n"))
            + $"trailer\n<< /Size {sidor.Length + 5} /Root 1 0 R >>\n%%EOF\n";
        return System.Text.Encoding.ASCII.GetBytes(pdf);
    }

    /// <summary>A case of Greta's, at Anna's school or another, with one more file.</summary>
    private async Task<(Arende Arende, long Fil)> ArendeAsync(byte[] innehall, int sidor, bool hosAnna = false)
    {
        await using var db = webblasare.Portal.Databas.Alla();
        var greta = await db.Konton.SingleAsync(k => k.UserName == Personer.GretaGranberg.Anvandarnamn);
        var anna = await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn);
        var skola = await db.Behorigheter.Where(b => b.KontoId == anna.Id && b.Slag == Behorighetsslag.Studeranderapportering).Select(b => b.SkolaId!.Value).SingleAsync();
        var arende = await db.Nationellt<Arende>().Include(a => a.Skolkrapport)
            .Where(a => a.SkolaId == skola == hosAnna && a.Status == Arendestatus.AttGranska && db.Nationellt<Studerande>().Any(s => s.Id == a.Skolkrapport.StuderandeId && s.Skydd == Personskydd.Inget))
            .OrderBy(a => a.Id)
            .FirstAsync();
        var underlag = await db.Nationellt<Franvarounderlag>().FirstAsync(u => u.SkolkrapportId == arende.SkolkrapportId && u.Status == Underlagsstatus.Inskickat);
        var nu = webblasare.Portal.Klocka.GetUtcNow().UtcDateTime;
        var fil = new Dokument(arende.SkolaId, underlag.Id, "manga-sidor.pdf", anna.Id, nu);
        fil.Slutfor(Dokumenttyp.Pdf, innehall.Length, Hemlighet.Hash($"{arende.Id}"), sidor);
        arende.Ta(greta.Id, nu);
        db.Add(fil);
        await db.SaveChangesAsync();
        db.AddRange(innehall.Chunk(Dokument.Delstorlek).Select((del, nummer) => new Dokumentdel(arende.SkolaId, fil.Id, nummer, del)));
        await db.SaveChangesAsync();
        return (arende, fil.Id);
    }
}
