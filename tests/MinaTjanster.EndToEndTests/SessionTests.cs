using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>What only a browser shows of the session: the dialog, the notice, and a form that survives a time-out.</summary>
public sealed class SessionTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Fact]
    public async Task FiveMinutesBeforeTheEnd_TheDialogAsks_AndStayingExtends()
    {
        var nya = await webblasare.InloggadAsync(Personer.AnnaLind);
        webblasare.Portal.Klocka.Flytta(TimeSpan.FromMinutes(26));

        // The page asks the server again when it is looked at, as after a while in another tab.
        await nya.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

        await Assertions.Expect(nya.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Vill du stanna kvar på sidan?");
        await Assertions.Expect(nya.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Automatisk utloggning sker om cirka");
        await nya.SkaVaraTillgangligAsync();
        await nya.KlickaAsync("Stanna kvar på sidan");
        await Assertions.Expect(nya.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        // It was extended: nearly half an hour later the person is still signed in.
        webblasare.Portal.Klocka.Flytta(TimeSpan.FromMinutes(29));
        await nya.GotoAsync("/");
        (await nya.RubrikAsync()).ShouldStartWith("Att göra");
    }

    [Fact]
    public async Task InTheLastMinutesOfTwelveHours_StayingIsToldTheEnd_AndIsNotAskedAgain()
    {
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind);
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Att göra");
        var slut = webblasare.Portal.Klocka.GetUtcNow().UtcDateTime.AddHours(12);
        for (var minuter = 0; minuter < 700; minuter += 28)
        {
            webblasare.Portal.Klocka.Flytta(TimeSpan.FromMinutes(28));
            await sida.GotoAsync("/tillganglighet");
        }

        // A question on its way when the clock moves would be answered by the time before.
        await sida.WaitForLoadStateAsync(LoadState.NetworkIdle);
        webblasare.Portal.Klocka.Flytta(slut.AddMinutes(-4) - webblasare.Portal.Klocka.GetUtcNow().UtcDateTime);
        await sida.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await sida.KlickaAsync("Stanna kvar på sidan");

        var notis = sida.Locator("#session-notis");
        await Assertions.Expect(notis).ToHaveTextAsync($"Du har varit inloggad i 12 timmar och loggas ut kl. {slut.SvenskTidpunkt():HH:mm}. Skicka det du har skrivit innan dess.");
        await Assertions.Expect(sida.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        // The page looks at the time each second, and asks the server when it is looked at.
        await sida.WaitForTimeoutAsync(2_500);
        await sida.RunAndWaitForResponseAsync(
            () => sida.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))"),
            svar => svar.Url.EndsWith("/session/status", StringComparison.Ordinal));
        await Assertions.Expect(sida.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(notis).ToContainTextAsync("Du har varit inloggad i 12 timmar");
        await sida.SkaVaraTillgangligAsync();
    }

    [Fact]
    public async Task OneTimePassword_IsChangedBeforeAnythingElse()
    {
        var sida = await webblasare.InloggadAsync(Personer.NilsNystrom);
        (await sida.RubrikAsync()).ShouldBe("Välj ett nytt lösenord");
        await sida.SkaVaraTillgangligAsync();
        await sida.GotoAsync("/");
        (await sida.RubrikAsync()).ShouldBe("Logga in i Mina tjänster");
        await sida.GotoAsync("/losenordskiosk/nytt-losenord");
        await sida.GetByLabel("Nytt lösenord", new() { Exact = true }).FillAsync("korvar i vinterljus 7");
        await sida.GetByLabel("Upprepa det nya lösenordet").FillAsync("korvar i vinterljus 7");
        await sida.KlickaAsync("Byt lösenord");

        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Ditt lösenord är bytt");
        await sida.GetByLabel("Användarnamn").FillAsync(Personer.NilsNystrom.Anvandarnamn);
        await sida.GetByLabel("Lösenord").FillAsync("korvar i vinterljus 7");
        await sida.KlickaAsync("Logga in");
        (await sida.RubrikAsync()).ShouldBe("Att göra för Vikens komvux");
    }

    [Fact]
    public async Task LostNetwork_IsSaid_AndTakenBack()
    {
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind);
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Att göra");
        await sida.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await sida.Context.SetOfflineAsync(true);
        await Assertions.Expect(sida.Locator("#session-notis")).ToContainTextAsync("Inget internet. Kontrollera din nätverksanslutning.");
        await sida.Context.SetOfflineAsync(false);
        await Assertions.Expect(sida.Locator("#session-notis")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task FormPostedAfterTheTimeout_IsShownAgainAfterSigningIn_AndNothingWasSent()
    {
        // Without scripts, so that the form is still there when the session is not.
        var sida = await webblasare.InloggadAsync(Personer.AnnaLind, medSkript: false);
        var (studerandeId, _) = await webblasare.StuderandeUtanRapportAsync(Demoskolor.SodraBerget);
        var adress = $"/ogiltig-franvaro/rapportera/{studerandeId}";
        await sida.GotoAsync(adress);
        await sida.GetByLabel("Första dag med ogiltig frånvaro").FillAsync("2026-10-06");
        await sida.GetByLabel("Ogiltig frånvaro hittills").FillAsync("7,5");
        webblasare.Portal.Klocka.Flytta(TimeSpan.FromMinutes(31));
        await sida.KlickaAsync("Granska rapporten");

        (await sida.RubrikAsync()).ShouldBe("Logga in i Mina tjänster");
        await sida.GetByLabel("Användarnamn").FillAsync(Personer.AnnaLind.Anvandarnamn);
        await sida.GetByLabel("Lösenord").FillAsync(Personer.AnnaLind.Losenord);
        await sida.KlickaAsync("Logga in");

        (await sida.RubrikAsync()).ShouldBe("Rapportera ogiltig frånvaro");
        (await sida.GetByLabel("Första dag med ogiltig frånvaro").InputValueAsync()).ShouldBe("2026-10-06");
        (await sida.GetByLabel("Ogiltig frånvaro hittills").InputValueAsync()).ShouldBe("7,5");
    }
}
