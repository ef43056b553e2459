using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The main job, end to end: a school reports ogiltig frånvaro with its underlag, CSN reviews it and asks for more, the school answers,
/// the case is closed. Once with and once without scripts.
/// </summary>
public sealed class HuvudresaTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private const string ForstaDag = "2026-10-05";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SchoolReports_CsnAsksForMore_SchoolAnswers_CaseIsClosed(bool medSkript)
    {
        var (studerandeId, namn) = await webblasare.StuderandeUtanRapportAsync(Demoskolor.NorraHamnen);
        var pdf = await UtskriftAsync(namn);
        // The school is in time before the window closes, Sunday 15:00; CSN acts after.
        webblasare.Portal.Klocka.Satt(Testklocka.Standarddag, new(14, 50));

        // The reporter picks the school, finds the student and reports.
        var rapportor = await webblasare.InloggadAsync(Personer.DavidAbdi, medSkript);
        await rapportor.GotoAsync("/");
        await ValjSkolaAsync(rapportor);
        (await rapportor.RubrikAsync()).ShouldBe("Att göra för Norra Hamnens gymnasium");
        await rapportor.GotoAsync($"/studerande/{studerandeId}");
        await rapportor.FoljAsync("Rapportera ogiltig frånvaro");
        await rapportor.GetByLabel("Första dag med ogiltig frånvaro").FillAsync(ForstaDag);
        await rapportor.GetByLabel("Ogiltig frånvaro hittills").FillAsync("11,5");
        await rapportor.GetByLabel("Antal tillfällen hittills").FillAsync("6");
        await rapportor.GetByLabel("Nej, frånvaron pågår").CheckAsync();
        if (medSkript)
        {
            // The consequences follow while the form is filled in.
            await Assertions.Expect(rapportor.Locator("#foljder")).ToContainTextAsync("november");
            await Assertions.Expect(rapportor.Locator("#foljder-status")).ToHaveTextAsync("Följderna är uppdaterade.");
        }

        await rapportor.KlickaAsync("Granska rapporten");
        await VantaPaRubrikAsync(rapportor, "Granska rapporten");
        await rapportor.KlickaAsync("Skicka rapporten");
        await VantaPaRubrikAsync(rapportor, "Rapporten är skickad");
        await Assertions.Expect(rapportor.GetByRole(AriaRole.Main)).ToContainTextAsync("CSN tar hand om rapporten från och med 22 november 2026 kl. 15.00.");
        var kvittens = (await rapportor.Locator(".kvitto__nummer").InnerTextAsync()).Trim();
        kvittens.ShouldStartWith("SK-");

        // The underlag, straight after.
        await rapportor.FoljAsync("Skicka frånvarounderlag nu");
        await Skolkresa.SkickaUnderlagAsync(rapportor, "franvaro.pdf", pdf, ForstaDag, timmar: "11,5", tillfallen: "6", undervisning: "180");

        // CSN does not see the case until the window has closed.
        var handlaggare = await webblasare.InloggadAsync(Personer.GretaGranberg, medSkript);
        await handlaggare.GotoAsync("/granskning");
        await Assertions.Expect(handlaggare.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(kvittens);
        webblasare.Portal.Klocka.Satt(Testklocka.Standarddag, new(15, 0));

        // CSN takes the case, sees the document and asks for more.
        await handlaggare.GotoAsync("/granskning");
        await handlaggare.FoljAsync(kvittens);
        (await handlaggare.RubrikAsync()).ShouldStartWith(namn);
        if (medSkript)
        {
            await Assertions.Expect(handlaggare.Locator("[data-yta] canvas").First).ToBeVisibleAsync();
        }

        await handlaggare.KlickaAsync("Ta ärendet");
        await handlaggare.FoljAsync("Begär komplettering");
        await handlaggare.GetByLabel("Den totala undervisningstiden framgår inte").CheckAsync();
        await handlaggare.GetByLabel("Vad ska skolan skicka?").FillAsync("Skicka ett utdrag där undervisningstiden för hela perioden syns.");
        await handlaggare.KlickaAsync("Begär komplettering");
        var arende = handlaggare.Url;

        // The school sees it first of all, and answers in the same place.
        await rapportor.GotoAsync("/");
        await Assertions.Expect(rapportor.GetByRole(AriaRole.Main)).ToContainTextAsync("komplettering");
        await rapportor.FoljAsync(namn);
        await Assertions.Expect(rapportor.GetByRole(AriaRole.Main)).ToContainTextAsync("undervisningstiden för hela perioden");
        await rapportor.FoljAsync("Skicka kompletteringen");
        await Skolkresa.SkickaUnderlagAsync(rapportor, "franvaro-hela.pdf", pdf, ForstaDag, timmar: "11,5", tillfallen: "6", undervisning: "180");

        // CSN approves, asks the student, decides and closes.
        await handlaggare.GotoAsync(arende);
        await handlaggare.FoljAsync("Godkänn underlag");
        await handlaggare.KlickaAsync("Godkänn underlag");
        await handlaggare.Locator("a[data-tangent=f]").ClickAsync(); // the student, or whoever has custody
        await handlaggare.KlickaAsync("Lägg brevet i utskriftskön");
        await Assertions.Expect(handlaggare.GetByRole(AriaRole.Main)).ToContainTextAsync("Brevet väntar på utskrift.");
        await handlaggare.GotoAsync("/granskning/brev");
        await handlaggare.KlickaAsync("Skriv ut alla nya");
        await handlaggare.GetByRole(AriaRole.Button, new() { Name = "har skickats" }).Last.ClickAsync();
        await handlaggare.GotoAsync(arende);
        await handlaggare.FoljAsync("Besluta utfall");
        await handlaggare.Locator("input[name=Svar][value=Synpunkter]").CheckAsync();
        await handlaggare.Locator("input[name=Val][value=EnligtUppskattningen]").CheckAsync();
        await handlaggare.GetByLabel("Motivering").FillAsync("Frånvaron var inte giltig.");
        await handlaggare.KlickaAsync("Besluta utfall");
        await handlaggare.FoljAsync("Avsluta ärendet");
        await handlaggare.KlickaAsync("Avsluta ärendet");
        await Assertions.Expect(handlaggare.Locator("h1")).ToContainTextAsync("Avslutat");

        // The school sees that it is done.
        await rapportor.GotoAsync("/");
        await rapportor.GotoAsync($"/studerande/{studerandeId}");
        await Assertions.Expect(rapportor.GetByRole(AriaRole.Main)).ToContainTextAsync("Avslutat hos CSN");
    }

    /// <summary>The school to report for: on the page that asks, or in the header when one was chosen before.</summary>
    private static async Task ValjSkolaAsync(IPage sida)
    {
        var huvud = sida.GetByRole(AriaRole.Banner);
        var valj = await sida.GetByRole(AriaRole.Button, new() { Name = "Välj skola", Exact = true }).CountAsync() > 0 ? sida.GetByRole(AriaRole.Main) : huvud;
        await valj.Locator("select[name=skola]").SelectOptionAsync(new SelectOptionValue { Label = $"Norra Hamnens gymnasium · {Demoskolor.NorraHamnen}" });
        await valj.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(sida.Locator("h1")).ToContainTextAsync("Norra Hamnens gymnasium");
    }

    private static Task VantaPaRubrikAsync(IPage sida, string rubrik) => Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync(rubrik);

    /// <summary>A real PDF, as a school's system prints it.</summary>
    private async Task<byte[]> UtskriftAsync(string namn)
    {
        var sida = await webblasare.NyttFonsterAsync();
        await sida.SetContentAsync($"<h1>Frånvarorapport</h1><p>{namn}</p><table><tr><td>2026-10-05</td><td>Matematik 2b</td><td>80 min</td></tr></table>");
        var pdf = await sida.PdfAsync();
        await sida.Context.CloseAsync();
        return pdf;
    }
}
