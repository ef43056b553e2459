using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>What the log shows after a search, in a real browser: a page that no address leads to by itself.</summary>
public sealed class LoggTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Search_ShowsRows_AndIsAccessible(int bredd)
    {
        var sida = await webblasare.InloggadAsync(Personer.BeritHagstrom, bredd: bredd);
        await sida.GotoAsync("/csn/logg");
        await sida.GetByLabel("Person").FillAsync("Greta");
        await sida.KlickaAsync("Sök");

        (await sida.Locator("#lista-rubrik").InnerTextAsync()).ShouldBe("De senaste raderna");
        (await sida.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await sida.SkaVaraTillgangligAsync();
        (await sida.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue("nothing to scroll sideways for");
    }
}
