using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>Utbildningar and studietider in a browser, with and without scripts: a gymnasium, a folkhögskola and a yrkeshögskola report, and CSN answers.</summary>
public sealed class StudietidsresorTests : IAsyncLifetime
{
    private readonly Webblasare _webblasare = new();

    public ValueTask InitializeAsync() => _webblasare.InitializeAsync();

    public ValueTask DisposeAsync() => _webblasare.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gymnasium_AddsAProgrammeAndItsTimes_CsnSendsItBack_ThenApproves(bool medSkript)
    {
        var anna = await _webblasare.InloggadAsync(Personer.AnnaLind, medSkript);
        await MenyAsync(anna, "Utbildningar");
        await anna.FoljAsync("Lägg till utbildning");
        await anna.GetByLabel("Namn", new() { Exact = true }).FillAsync("Estetiska programmet, dans");
        await anna.GetByLabel("Studievägskod").FillAsync("ESDAN");
        await anna.KlickaAsync("Lägg till");
        await MenyAsync(anna, "Studietider");
        await anna.FoljAsync("2027/28");
        await anna.FoljAsync("Lägg till studietid");
        await anna.GetByLabel("Gäller").SelectOptionAsync(new SelectOptionValue { Label = "Estetiska programmet, dans (ESDAN0000)" });
        await anna.GetByLabel("Första dag", new() { Exact = true }).FillAsync("2027-08-30");
        await anna.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2028-06-09");
        await anna.GetByLabel("Uppehåll 1 från").FillAsync("2027-11-01");
        await anna.GetByLabel("Uppehåll 1 till").FillAsync("2027-11-05");
        await anna.GetByLabel("Uppehåll 2 från").FillAsync("2027-12-20");
        await anna.GetByLabel("Uppehåll 2 till").FillAsync("2028-01-09");
        await anna.KlickaAsync("Fler rader för uppehåll");
        await anna.GetByLabel("Uppehåll 3 från").FillAsync("2028-02-28");
        await anna.GetByLabel("Uppehåll 3 till").FillAsync("2028-03-03");
        await anna.KlickaAsync("Lägg till");
        await Assertions.Expect(anna.GetByRole(AriaRole.Main)).ToContainTextAsync("Utkastet innehåller 3 nya");
        await anna.FoljAsync("Granska och skicka");
        await anna.KlickaAsync("Skicka till CSN");
        (await anna.RubrikAsync()).ShouldBe("Studietiderna för 2027/28 är skickade");
        await Assertions.Expect(anna.Locator(".kvitto__nummer")).ToContainTextAsync("ST-");

        var kristina = await _webblasare.InloggadAsync(Personer.KristinaOhlin, medSkript);
        await MenyAsync(kristina, "Granska studietider");
        await kristina.FoljAsync("Granska nästa");
        (await kristina.RubrikAsync()).ShouldBe("Södra Bergets gymnasium, studietider 2027/28");
        await Assertions.Expect(kristina.GetByRole(AriaRole.Main)).ToContainTextAsync("Estetiska programmet, dans");
        await kristina.GetByLabel("Vad ska skolan ändra?").FillAsync("Dansen börjar en vecka efter resten av skolan. Stämmer det?");
        await kristina.KlickaAsync("Skicka åter till skolan");
        await Assertions.Expect(kristina.Locator(".notiser")).ToContainTextAsync("är skickad åter");

        await anna.GotoAsync("/");
        await anna.FoljAsync("Komplettera studietiderna");
        await Assertions.Expect(anna.GetByRole(AriaRole.Main)).ToContainTextAsync("Dansen börjar en vecka efter");
        await anna.FoljAsync("Ändra Estetiska programmet, dans");
        await anna.GetByLabel("Första dag", new() { Exact = true }).FillAsync("2027-08-23");
        await anna.KlickaAsync("Spara ändringen");
        await anna.FoljAsync("Granska och skicka");
        await anna.KlickaAsync("Skicka till CSN");
        await Assertions.Expect(anna.Locator("h1")).ToContainTextAsync("är skickade");

        await kristina.GotoAsync("/csn/studietider");
        await kristina.FoljAsync("Södra Bergets gymnasium");
        await kristina.KlickaAsync("Godkänn rapporten");
        await Assertions.Expect(kristina.Locator(".notiser")).ToContainTextAsync("är godkänd");
        await anna.GotoAsync("/studietider/2027-28");
        await Assertions.Expect(anna.GetByRole(AriaRole.Main)).ToContainTextAsync("Studietiderna gäller.");
        (await AntalAsync("12345678", 2027, Studietidsstatus.Galler)).ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Folkhogskola_AddsACourse_ProposesTheNextLasar_AmendsIt_AndSendsAll(bool medSkript)
    {
        var gun = await _webblasare.InloggadAsync(Personer.GunBerg, medSkript);
        await MenyAsync(gun, "Utbildningar");
        await gun.FoljAsync("Lägg till utbildning");
        await gun.GetByLabel("Namn", new() { Exact = true }).FillAsync("Allmän kurs, kväll");
        await gun.GetByLabel("Inriktningskod").FillAsync("306010A");
        await gun.GetByLabel("Takt").FillAsync("50");
        await gun.KlickaAsync("Lägg till");
        await Assertions.Expect(gun.Locator("h1")).ToHaveTextAsync("Allmän kurs, kväll");

        await MenyAsync(gun, "Studietider");
        await gun.FoljAsync("Föreslå nästa läsår från det här");
        await gun.KlickaAsync("Skapa förslaget");
        (await gun.RubrikAsync()).ShouldBe("2026/27 och 2027/28 bredvid varandra");
        await Assertions.Expect(gun.Locator(".notiser")).ToContainTextAsync("2 studietider är föreslagna");
        await gun.FoljAsync("Ändra Hela skolan 2027-08-23");
        await gun.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2027-12-17");
        await gun.KlickaAsync("Spara ändringen");
        await gun.FoljAsync("Lägg till studietid");
        await gun.GetByLabel("Gäller").SelectOptionAsync(new SelectOptionValue { Label = "Allmän kurs, kväll (306010A)" });
        await gun.GetByLabel("Första dag", new() { Exact = true }).FillAsync("2027-09-06");
        await gun.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2027-12-17");
        await gun.GetByLabel("Omfattning").FillAsync("50");
        await gun.KlickaAsync("Lägg till");
        await gun.FoljAsync("Jämför med 2026/27");
        await Assertions.Expect(gun.GetByRole(AriaRole.Main)).ToContainTextAsync("Ändrad");
        await gun.FoljAsync("Granska och skicka");
        await gun.KlickaAsync("Skicka till CSN");
        (await gun.RubrikAsync()).ShouldBe("Studietiderna för 2027/28 är skickade");
        await Assertions.Expect(gun.Locator(".kvitto__nummer")).ToContainTextAsync("ST-");
        (await AntalAsync("56789012", 2027, Studietidsstatus.Forslag)).ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Yrkeshogskola_AddsAProgramme_AndItsTimesOnEitherSideOfChristmas(bool medSkript)
    {
        var hasan = await _webblasare.InloggadAsync(Personer.HasanYilmaz, medSkript);
        await MenyAsync(hasan, "Utbildningar");
        await hasan.FoljAsync("Lägg till utbildning");
        await hasan.GetByLabel("Namn", new() { Exact = true }).FillAsync("Drifttekniker");
        await hasan.GetByLabel("Poäng för hela utbildningen").FillAsync("200");
        await hasan.KlickaAsync("Lägg till");
        await MenyAsync(hasan, "Studietider");
        await hasan.FoljAsync("Lägg till studietid");
        await hasan.GetByLabel("Gäller").SelectOptionAsync(new SelectOptionValue { Label = "Drifttekniker" });
        await hasan.GetByLabel("Första dag", new() { Exact = true }).FillAsync("2026-11-30");
        await hasan.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2027-01-29");
        await hasan.GetByLabel("Poäng i perioden").FillAsync("15");
        await hasan.KlickaAsync("Lägg till");

        // Split at Christmas, as the page says.
        await Assertions.Expect(hasan.Locator("#felsummering")).ToContainTextAsync("Studietiden går över jul");
        await hasan.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2026-12-18");
        await hasan.KlickaAsync("Lägg till");
        await Assertions.Expect(hasan.Locator(".notiser")).ToContainTextAsync("tillagd");
        await hasan.FoljAsync("Lägg till studietid");
        await hasan.GetByLabel("Gäller").SelectOptionAsync(new SelectOptionValue { Label = "Drifttekniker" });
        await hasan.GetByLabel("Första dag", new() { Exact = true }).FillAsync("2027-01-11");
        await hasan.GetByLabel("Sista dag", new() { Exact = true }).FillAsync("2027-01-29");
        await hasan.GetByLabel("Poäng i perioden").FillAsync("15");
        await hasan.KlickaAsync("Lägg till");
        await hasan.FoljAsync("Granska och skicka");
        await hasan.KlickaAsync("Skicka till CSN");
        (await hasan.RubrikAsync()).ShouldBe("Studietiderna för 2026/27 är skickade");
        await Assertions.Expect(hasan.GetByRole(AriaRole.Main)).ToContainTextAsync("15 poäng");
        (await AntalAsync("67890123", 2026, Studietidsstatus.Forslag)).ShouldBe(2);
    }

    private static Task MenyAsync(IPage sida, string val) =>
        sida.Locator("nav[aria-label='Tjänster']").GetByRole(AriaRole.Link, new() { Name = val }).First.ClickAsync();

    private async Task<int> AntalAsync(string skolkod, int lasar, Studietidsstatus status)
    {
        await using var db = _webblasare.Portal.Databas.Alla();
        var (fran, till) = (new DateOnly(lasar, 7, 1), new DateOnly(lasar + 1, 6, 30));
        return await db.Nationellt<Studietid>().CountAsync(s => s.Status == status && s.ForstaDag >= fran && s.ForstaDag <= till && db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == skolkod));
    }
}
