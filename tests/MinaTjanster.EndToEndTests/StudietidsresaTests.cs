using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>A student looks for the times of an education, with the keyboard alone and without signing in; with scripts and without.</summary>
public sealed class StudietidsresaTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StudentSearches_MendsADate_OpensTheEducation_AndGetsItsCalendar(bool medSkript)
    {
        var adress = await Sidor.PubliktAsync(webblasare.Portal.Databas, webblasare.Portal.Klocka);
        var sida = await webblasare.NyttFonsterAsync(medSkript, medSkript ? 1280 : 375);
        await sida.GotoAsync("/mina-sidor/studietider");

        // The first stop is the way past the header; the form follows.
        await sida.Keyboard.PressAsync("Tab");
        await Assertions.Expect(sida.Locator(":focus")).ToHaveTextAsync("Hoppa till innehållet");
        await TabbaTillAsync(sida, "Sok");
        await sida.Keyboard.TypeAsync("scenografi malmö");
        await TabbaTillAsync(sida, "Takt");
        await sida.Keyboard.TypeAsync("50");
        await TabbaTillAsync(sida, "Datum");
        await sida.Keyboard.TypeAsync("i vår");
        await sida.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sida.Locator("#felsummering")).ToBeFocusedAsync();
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Skriv datumet som ÅÅÅÅ-MM-DD");
        await TillgangligAsync(sida, medSkript);
        (await sida.GetByLabel("Datum", new() { Exact = true }).InputValueAsync()).ShouldBe("i vår");
        await sida.GetByLabel("Datum", new() { Exact = true }).FocusAsync();
        await sida.Keyboard.PressAsync("Control+A");
        await sida.Keyboard.TypeAsync("2027-03-01");
        await sida.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sida.Locator("tbody tr").First).ToContainTextAsync("2027-01-18 – 2027-06-06");
        (await sida.GetByLabel("Utbildning, skola eller ort").InputValueAsync()).ShouldBe("scenografi malmö");
        (await sida.GetByLabel("Takt").InputValueAsync()).ShouldBe("50");
        await TillgangligAsync(sida, medSkript);
        var lank = sida.Locator($"tbody a[href='{adress}']").First;
        await lank.FocusAsync();
        await sida.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Scenografi för åländsk opera");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("2026-12-19 – 2027-01-06");
        await Assertions.Expect(sida.Locator("[data-skriv-ut]")).ToBeVisibleAsync(new() { Visible = medSkript });
        await TillgangligAsync(sida, medSkript);
        var kalender = await sida.APIRequest.GetAsync(new Uri(new Uri(sida.Url), (await sida.GetByRole(AriaRole.Link, new() { Name = "Lägg i kalendern (.ics)" }).GetAttributeAsync("href"))!).AbsoluteUri);
        (await kalender.TextAsync()).ShouldContain("DTSTART;VALUE=DATE:20270118");
        (await sida.Context.CookiesAsync()).ShouldBeEmpty();
    }

    private static async Task TabbaTillAsync(IPage sida, string id)
    {
        for (var i = 0; i < 15; i++)
        {
            if (await sida.Locator($"#{id}:focus").CountAsync() > 0)
            {
                return;
            }

            await sida.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{id} cannot be reached with the keyboard.");
    }

    /// <summary>What looks at the page is a script itself.</summary>
    private static Task TillgangligAsync(IPage sida, bool medSkript) => medSkript ? sida.SkaVaraTillgangligAsync() : Task.CompletedTask;
}
