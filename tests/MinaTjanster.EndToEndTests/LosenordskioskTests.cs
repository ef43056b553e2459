using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>The journey of one who has forgotten the password, from the login link to being signed in, in a real browser.</summary>
public sealed partial class LosenordskioskTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private const string Nytt = "korvar i vinterljus 7";

    [Theory]
    [InlineData("annlin01", true, 1280)]
    [InlineData("fredah01", false, 375)]
    public async Task ForgottenPassword_IsChangedWithTheCodeInTheMail(string namn, bool medSkript, int bredd)
    {
        var sida = await webblasare.NyttFonsterAsync(medSkript, bredd);
        await sida.GotoAsync("/logga-in");
        await sida.FoljAsync("Har du glömt eller vill ändra ditt lösenord?");
        await sida.FoljAsync("Har du glömt ditt lösenord eller fungerar det inte?");
        await sida.GetByLabel("Användarnamn").FillAsync(namn);
        await sida.KlickaAsync("Fortsätt");
        (await sida.RubrikAsync()).ShouldBe("Ange engångslösenord");
        await SkaVaraTillgangligAsync(sida, medSkript);

        await sida.GetByLabel("Ange engångslösenord").FillAsync("fel");
        await sida.KlickaAsync("Fortsätt");
        await Assertions.Expect(sida.Locator("#Kod-fel")).ToContainTextAsync("Engångslösenordet stämmer inte");
        await SkaVaraTillgangligAsync(sida, medSkript);
        await sida.GetByLabel("Ange engångslösenord").FillAsync(await KodAsync(sida.Context));
        await sida.KlickaAsync("Fortsätt");

        (await sida.RubrikAsync()).ShouldBe("Välj ett nytt lösenord");
        var falt = sida.GetByLabel("Nytt lösenord", new() { Exact = true });
        var hjalp = sida.Locator("[data-lage]");
        if (medSkript)
        {
            await falt.FillAsync("kort");
            await Assertions.Expect(hjalp).ToHaveTextAsync("4 av minst 12 tecken. 8 tecken till.");
            await falt.FillAsync("abababababababab");
            await Assertions.Expect(hjalp).ToContainTextAsync("minst 5 olika tecken");
            await falt.FillAsync("qwertyqwerty");
            await Assertions.Expect(hjalp).ToContainTextAsync("kontrollerar vi också att det inte är vanligt");
        }
        else
        {
            await Assertions.Expect(hjalp).ToBeHiddenAsync();
            await falt.FillAsync("qwertyqwerty");
        }

        await sida.GetByLabel("Upprepa det nya lösenordet").FillAsync("qwertyqwerty");
        await sida.KlickaAsync("Byt lösenord");
        await Assertions.Expect(sida.Locator("#NyttLosenord-fel")).ToContainTextAsync("Lösenordet är vanligt");
        await SkaVaraTillgangligAsync(sida, medSkript);
        await sida.GetByLabel("Nytt lösenord", new() { Exact = true }).FillAsync(Nytt);
        await sida.GetByLabel("Upprepa det nya lösenordet").FillAsync(Nytt);
        await sida.KlickaAsync("Byt lösenord");
        await sida.WaitForURLAsync("**/logga-in");

        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Ditt lösenord är bytt");
        await sida.GetByLabel("Användarnamn").FillAsync(namn);
        await sida.GetByLabel("Lösenord").FillAsync(Nytt);
        await sida.KlickaAsync("Logga in");
        (await sida.RubrikAsync()).ShouldStartWith("Att göra");
        await sida.GoBackAsync();
        await sida.GotoAsync("/losenordskiosk/kod");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Börja med att skriva ditt användarnamn");
    }

    /// <summary>axe needs scripts.</summary>
    private static Task SkaVaraTillgangligAsync(IPage sida, bool medSkript) => medSkript ? sida.SkaVaraTillgangligAsync() : Task.CompletedTask;

    /// <summary>As the person reads it, in the mailbox beside the portal.</summary>
    private static async Task<string> KodAsync(IBrowserContext fonster)
    {
        var post = await fonster.NewPageAsync();
        await post.GotoAsync("/utvecklingspost");
        var kod = Kodrad().Match(await post.Locator("article").First.InnerTextAsync()).Groups["kod"].Value;
        await post.CloseAsync();
        return kod;
    }

    [GeneratedRegex("engångslösenord är: (?<kod>[a-z0-9]{4}-[a-z0-9]{4})", RegexOptions.None, 1000)]
    private static partial Regex Kodrad();
}
