using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>Somebody new at a school looks for how to do, and does it.</summary>
public sealed class PartnersidorTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 375)]
    public async Task NewReporter_FindsHowToReportSkolk_AndComesToTheForm(bool medSkript, int bredd)
    {
        var sida = await webblasare.NyttFonsterAsync(medSkript, bredd);
        await sida.GotoAsync("/logga-in");
        await sida.FoljAsync("hur du rapporterar till CSN");
        await sida.FoljAsync("Gymnasieskola");
        (await sida.RubrikAsync()).ShouldBe("Gymnasieskola");
        await sida.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Ogiltig frånvaro (skolk)" }).ClickAsync();
        (await sida.RubrikAsync()).ShouldBe("Ogiltig frånvaro (skolk)");
        // Folded on a narrow screen, always open beside the text.
        if (bredd < 960)
            await sida.Locator(".innehallslista > summary").ClickAsync();
        await sida.Locator("#innehallsforteckning").GetByRole(AriaRole.Link, new() { Name = "Så rapporterar du" }).ClickAsync();
        await Assertions.Expect(sida.Locator("#sa-gor-du")).ToBeInViewportAsync();

        await sida.FoljAsync("Rapportera ogiltig frånvaro och skicka underlag");
        await sida.GetByLabel("Användarnamn").FillAsync(Personer.AnnaLind.Anvandarnamn);
        await sida.GetByLabel("Lösenord").FillAsync(Personer.AnnaLind.Losenord);
        await sida.KlickaAsync("Logga in");
        (await sida.RubrikAsync()).ShouldBe("Ogiltig frånvaro");
        await sida.FoljAsync("Rapportera ogiltig frånvaro");
        (await sida.RubrikAsync()).ShouldBe("Välj studerande");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddressOfAQuestion_ShowsItsAnswer(bool medSkript)
    {
        var sida = await webblasare.NyttFonsterAsync(medSkript);

        await sida.GotoAsync("/partner/gymnasieskola/ogiltig-franvaro#mejla");

        await Assertions.Expect(sida.Locator("#mejla .fraga__svar")).ToBeVisibleAsync();
        await Assertions.Expect(sida.Locator("#mejla .fraga__svar")).ToBeInViewportAsync();
        await Assertions.Expect(sida.Locator("#ta-bort .fraga__svar")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task LinkToAQuestion_IsItsAddress_AndAnotherQuestionIsOpenedByIt()
    {
        var sida = await webblasare.NyttFonsterAsync();
        await sida.GotoAsync("/partner/gymnasieskola/kontakt");
        await sida.Locator("#skolkod > summary").ClickAsync();

        await sida.Locator("#skolkod").GetByRole(AriaRole.Link, new() { Name = "Länk till frågan" }).ClickAsync();

        sida.Url.ShouldEndWith("/partner/gymnasieskola/kontakt#skolkod");
        await sida.EvaluateAsync("location.hash = '#flyttat'");
        await Assertions.Expect(sida.Locator("#flyttat")).ToHaveAttributeAsync("open", "");
        await sida.SkaVaraTillgangligAsync();
    }

    [Fact]
    public async Task OnPaper_EveryAnswerIsThere_AndNoMenu()
    {
        var sida = await webblasare.NyttFonsterAsync();
        await sida.GotoAsync("/partner/gymnasieskola/kontakt");
        await sida.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(sida.Locator("#skolkod .fraga__svar > p").First).ToBeVisibleAsync();
        await Assertions.Expect(sida.Locator(".meny")).Not.ToBeVisibleAsync();
        await Assertions.Expect(sida.Locator("#innehallsforteckning")).Not.ToBeVisibleAsync();
    }
}
