using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Audit;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The second factor in a real browser: a passkey in Chromium's virtual authenticator, on http://localhost where passkeys have a valid origin, and
/// an authenticator app without scripts.
/// </summary>
public sealed class TvastegTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Fact]
    public async Task Passkey_IsAdded_SignsIn_AndIsRefusedWhenItIsNotTheOwner()
    {
        var person = Personer.HasanYilmaz;
        var sida = await webblasare.InloggadAsync(person);
        sida.Url.ShouldStartWith("http://localhost:");
        var (cdp, autentiserare) = await VirtuellAsync(sida);

        // Added.
        await sida.GotoAsync("/mitt-konto/tvasteg");
        await sida.SkaVaraTillgangligAsync();
        await sida.FoljAsync("Lägg till passernyckel");
        await sida.GetByLabel("Ditt lösenord").FillAsync(person.Losenord);
        await sida.KlickaAsync("Fortsätt");
        (await sida.RubrikAsync()).ShouldBe("Skapa passernyckeln");
        await sida.SkaVaraTillgangligAsync();
        await sida.KlickaAsync("Skapa passernyckel");
        await Assertions.Expect(sida.Locator("#felsummering")).ToContainTextAsync("Ge passernyckeln ett namn");
        await sida.GetByLabel("Namn").FillAsync("Jobbdatorn");
        await sida.KlickaAsync("Skapa passernyckel");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Spara dina återställningskoder");
        await sida.SkaVaraTillgangligAsync();
        await Assertions.Expect(sida.Locator(".koder li")).ToHaveCountAsync(10);
        await sida.FoljAsync("Jag har sparat koderna");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Jobbdatorn");
        await sida.SkaVaraTillgangligAsync();

        // The page of a new app, which the journey without scripts cannot judge.
        await sida.FoljAsync("Lägg till app");
        await sida.GetByLabel("Ditt lösenord").FillAsync(person.Losenord);
        await sida.KlickaAsync("Fortsätt");
        (await sida.RubrikAsync()).ShouldBe("Koppla appen");
        await sida.SkaVaraTillgangligAsync();

        // Asked for at the next login; the password alone opens nothing.
        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        (await sida.RubrikAsync()).ShouldBe("Bekräfta att det är du");
        await sida.SkaVaraTillgangligAsync();
        await sida.KlickaAsync("Använd passernyckel");
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Att göra");
        await sida.GotoAsync("/mitt-konto/tvasteg");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("senast använd 2026-11-22");
        await sida.GotoAsync("/mitt-konto/inloggningar");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Passernyckel");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("på Linux");
        await sida.SkaVaraTillgangligAsync();

        // Somebody else at the computer, who does not get past its PIN or fingerprint.
        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        await cdp.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = autentiserare, ["isUserVerified"] = false });
        await sida.KlickaAsync("Använd passernyckel");
        await Assertions.Expect(sida.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Passernyckeln användes inte" })).ToBeVisibleAsync();
        await sida.SkaVaraTillgangligAsync();
        await sida.GotoAsync("/studerande");
        (await sida.RubrikAsync()).ShouldBe("Logga in i Mina tjänster");

        await using var db = webblasare.Portal.Databas.Alla();
        var nyckel = await db.UserPasskeys.SingleAsync(p => p.Data.Name == "Jobbdatorn", TestContext.Current.CancellationToken);
        nyckel.Data.SignCount.ShouldBeGreaterThan(1u, "the counter followed the login");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.LoggedIn && e.ObjektId == nyckel.UserId && e.Why == "Passernyckel", TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    /// <summary>A passkey registered for one account does not sign in to another, and an answer works once.</summary>
    [Fact]
    public async Task PasskeyAnswer_OfAnEarlierLogin_IsRefused()
    {
        var person = Personer.JonasHolm;
        var sida = await webblasare.InloggadAsync(person);
        await VirtuellAsync(sida);
        await sida.GotoAsync("/mitt-konto/tvasteg/passernyckel");
        await sida.GetByLabel("Ditt lösenord").FillAsync(person.Losenord);
        await sida.KlickaAsync("Fortsätt");
        await sida.GetByLabel("Namn").FillAsync("Nyckel");
        await sida.KlickaAsync("Skapa passernyckel");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Spara dina återställningskoder");
        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        var begaran = await sida.RunAndWaitForRequestAsync(
            () => sida.KlickaAsync("Använd passernyckel"),
            b => b.Method == "POST" && b.Url.Contains("/logga-in/tvasteg", StringComparison.Ordinal));
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Att göra");
        var svar = System.Web.HttpUtility.ParseQueryString(begaran.PostData!)["Svar"]!;
        svar.ShouldContain("signature");

        // The very answer that was right, posted to the next login.
        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        await sida.EvaluateAsync("svar => { const f = document.querySelector('form[data-passernyckel]'); f.elements.Svar.value = svar; f.submit(); }", svar);

        await Assertions.Expect(sida.Locator("#felsummering")).ToContainTextAsync("Det gick inte att logga in med passernyckeln");
    }

    [Fact]
    public async Task App_WithoutScripts_IsAdded_AndSignsIn_AndARecoveryCodeDoesWhenItIsLost()
    {
        var person = Personer.KarinVik;
        var sida = await webblasare.InloggadAsync(person, medSkript: false, bredd: 375);
        await sida.GotoAsync("/mitt-konto/tvasteg");
        await sida.FoljAsync("Lägg till app");
        await sida.GetByLabel("Ditt lösenord").FillAsync(person.Losenord);
        await sida.KlickaAsync("Fortsätt");
        (await sida.RubrikAsync()).ShouldBe("Koppla appen");
        await sida.WaitForLoadStateAsync(LoadState.Load); // the code is an image of its own
        (await sida.Locator("img.qrkod").EvaluateAsync<int>("img => img.naturalWidth")).ShouldBeGreaterThan(0, "the QR code is drawn under the CSP");
        var app = new Testapp(Testapp.FranText(await sida.Locator(".nyckeltext").InnerTextAsync()), [], webblasare.Portal.VerkligKlocka);
        await sida.GetByLabel("Sexsiffrig kod").FillAsync(app.Kod());
        await sida.KlickaAsync("Slå på");
        (await sida.RubrikAsync()).ShouldBe("Spara dina återställningskoder");
        var koder = await sida.Locator(".koder code").AllInnerTextsAsync();
        app.Vanta();

        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        (await sida.RubrikAsync()).ShouldBe("Bekräfta att det är du");
        await sida.GetByLabel("Sexsiffrig kod").FillAsync(app.Kod());
        await sida.KlickaAsync("Logga in");
        (await sida.RubrikAsync()).ShouldStartWith("Att göra");

        // The phone is gone.
        await sida.KlickaAsync("Logga ut");
        await sida.LoggaInAsync(person);
        await sida.Locator("summary").Filter(new() { HasText = "Använd en återställningskod" }).ClickAsync();
        await sida.GetByLabel("Återställningskod", new() { Exact = true }).FillAsync(koder[0]);
        await sida.KlickaAsync("Logga in med återställningskod");
        (await sida.RubrikAsync()).ShouldStartWith("Att göra");
    }

    private static async Task<(ICDPSession Cdp, string Autentiserare)> VirtuellAsync(IPage sida)
    {
        var cdp = await sida.Context.NewCDPSessionAsync(sida);
        await cdp.SendAsync("WebAuthn.enable");
        var svar = await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (cdp, svar!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
