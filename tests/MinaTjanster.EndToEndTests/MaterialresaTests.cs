using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>From basket to sent: Karin orders, Olof packs and sends, Karin sees it. With scripts, and on a narrow screen without.</summary>
public sealed class MaterialresaTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 375)]
    public async Task SchoolOrders_BlankettservicePacksAndSends_TheSchoolSeesIt(bool medSkript, int bredd)
    {
        var karin = await webblasare.InloggadAsync(Personer.KarinVik, medSkript, bredd);
        await karin.GotoAsync("/csn-order");
        await LaggIAsync(karin, "Läsa utomlands", "15");
        await LaggIAsync(karin, "på arabiska", "25");
        await TillgangligAsync(karin, medSkript);
        await karin.FoljAsync("Till korgen (2 artiklar)");
        await karin.GetByLabel("Att. (vem på skolan paketet ska till)").FillAsync("Expeditionen");
        // Enter in a field goes on; it takes nothing out of the basket.
        await karin.Keyboard.PressAsync("Enter");

        await Assertions.Expect(karin.Locator("h1")).ToHaveTextAsync("Granska beställningen");
        await Assertions.Expect(karin.GetByRole(AriaRole.Main)).ToContainTextAsync("25 restnoteras");
        await Assertions.Expect(karin.GetByRole(AriaRole.Main)).ToContainTextAsync("Att. Expeditionen");
        await TillgangligAsync(karin, medSkript);
        await karin.KlickaAsync("Beställ, och restnotera det som är slut");
        await Assertions.Expect(karin.Locator(".notiser")).ToContainTextAsync("Beställningen är skickad till CSN:s blankettservice.");
        await TillgangligAsync(karin, medSkript);
        var nummer = await karin.Locator(".kvitto__nummer").InnerTextAsync();
        var adress = karin.Url;

        var olof = await webblasare.InloggadAsync(Personer.OlofRyden, medSkript, bredd);
        await Assertions.Expect(olof.Locator("h1")).ToHaveTextAsync("Beställningar av material");
        await olof.FoljAsync(nummer);
        await Assertions.Expect(olof.GetByRole(AriaRole.Main)).ToContainTextAsync("Läsa utomlands");
        await olof.KlickaAsync("Markera som packad");
        await olof.KlickaAsync("Markera som skickad");
        await Assertions.Expect(olof.Locator(".notiser")).ToContainTextAsync("Beställaren får ett mejl.");
        await TillgangligAsync(olof, medSkript);

        await karin.GotoAsync(adress);
        await Assertions.Expect(karin.GetByRole(AriaRole.Main)).ToContainTextAsync("15 skickade");
        await Assertions.Expect(karin.GetByRole(AriaRole.Main)).ToContainTextAsync("25 restnoterade");
        await karin.KlickaAsync("Beställ igen");
        await Assertions.Expect(karin.Locator("h1")).ToHaveTextAsync("Korgen");
        (await karin.Locator(".korg__rad").CountAsync()).ShouldBe(2);
        await TillgangligAsync(karin, medSkript);
        // The next case begins with an empty basket.
        foreach (var _ in Enumerable.Range(0, 2))
            await karin.Locator(".korg__rad button").First.ClickAsync();
        await Assertions.Expect(karin.GetByRole(AriaRole.Main)).ToContainTextAsync("Korgen är tom");
    }

    private static async Task LaggIAsync(IPage sida, string artikel, string antal)
    {
        var kort = sida.Locator(".artikel").Filter(new() { HasText = artikel });
        await kort.Locator("input[name=Antal]").FillAsync(antal);
        await kort.Locator("button").ClickAsync();
        await Assertions.Expect(sida.Locator(".notiser")).ToContainTextAsync($"{antal} st");
    }

    /// <summary>What looks at the page is a script itself.</summary>
    private static Task TillgangligAsync(IPage sida, bool medSkript) => medSkript ? sida.SkaVaraTillgangligAsync() : Task.CompletedTask;
}
