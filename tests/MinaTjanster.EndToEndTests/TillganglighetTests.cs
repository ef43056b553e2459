using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// WCAG 2.2 A and AA on every page, wide and narrow; valid HTML and links that lead somewhere; and what only a browser shows: sideways scrolling, script errors. Here the pages of schools and those that are open
/// to all; CSN's are <see cref="CsnTillganglighetTests"/>, beside these.
/// </summary>
public sealed class TillganglighetTests(Sidfixtur fixtur) : IClassFixture<Sidfixtur>
{
    public static IEnumerable<object[]> Skolsidor => Sidor.Alla.Where(s => s.Person is not { ArCsn: true }).Select(s => new object[] { s });

    [Fact]
    public void TheList_HoldsEveryPageOfTheApp()
    {
        var sidor = fixtur.Webblasare.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is null or { HttpMethods: [] } || e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Except(Sidor.IngaSidor)
            .Distinct();

        sidor.ShouldBe(Sidor.Alla.Select(s => s.Monster).Distinct(), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Skolsidor))]
    public Task Page_HasNoViolation_AndFitsANarrowScreen(Portalsida portalsida) => fixtur.ProvaAsync(portalsida);

    [Fact]
    public async Task TheCheck_FindsWhatIsWrong()
    {
        var sida = await fixtur.Webblasare.NyttFonsterAsync();
        await sida.SetContentAsync("<!doctype html><html lang=\"sv\"><title>Prov</title><main><h1>Prov</h1><img src=\"data:,\"></main></html>");

        (await Record.ExceptionAsync(() => sida.SkaVaraTillgangligAsync())).ShouldNotBeNull().Message.ShouldContain("image-alt");
    }

    [Fact]
    public async Task Timeline_OnANarrowScreen_StartsAtItsEnd()
    {
        var sida = await fixtur.FonsterAsync(Personer.GretaGranberg);
        await sida.SetViewportSizeAsync(375, 800);

        await sida.GotoAsync($"/granskning/{fixtur.Underlag.ArendeSomGranskas}");

        var kvar = await sida.EvaluateAsync<double[]>("(() => { const f = document.querySelector('figure.tidslinje'); return [f.scrollLeft, f.scrollWidth - f.clientWidth - f.scrollLeft]; })()");
        kvar[0].ShouldBeGreaterThan(50, "it is wider than the screen");
        kvar[1].ShouldBeLessThan(2);
    }

    [Fact]
    public async Task RefusedForm_HasNoViolation_AndTheSummaryTakesFocus()
    {
        var sida = await fixtur.FonsterAsync(Personer.AnnaLind);
        await sida.GotoAsync($"/ogiltig-franvaro/rapportera/{fixtur.Underlag.Studerande}");
        await sida.GetByLabel("Första dag med ogiltig frånvaro").FillAsync("i går");
        await sida.KlickaAsync("Granska rapporten");

        await Assertions.Expect(sida.Locator("#felsummering")).ToBeFocusedAsync();
        (await sida.GetByLabel("Första dag med ogiltig frånvaro").InputValueAsync()).ShouldBe("i går");
        await sida.SkaVaraTillgangligAsync();
    }
}

/// <summary>As <see cref="TillganglighetTests"/>, the pages of CSN's staff.</summary>
public sealed class CsnTillganglighetTests(Sidfixtur fixtur) : IClassFixture<Sidfixtur>
{
    public static IEnumerable<object[]> Sidorna => Sidor.Alla.Where(s => s.Person is { ArCsn: true }).Select(s => new object[] { s });

    [Theory, MemberData(nameof(Sidorna))]
    public Task Page_HasNoViolation_AndFitsANarrowScreen(Portalsida portalsida) => fixtur.ProvaAsync(portalsida);
}

/// <summary>One portal and one window a person for all pages of a class.</summary>
public class Sidfixtur : IAsyncLifetime
{
    private readonly Dictionary<string, IPage> _fonster = [];

    private Lankprov _lankar = null!;

    public Webblasare Webblasare { get; } = new();

    public Sidunderlag Underlag { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Webblasare.InitializeAsync();
        _lankar = new(Webblasare.Portal.Services);
        await ForberedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Webblasare.DisposeAsync();
    }

    protected virtual async Task ForberedAsync() => Underlag = await Sidor.ForberedAsync(Webblasare.Portal.Databas, Webblasare.Portal.Klocka);

    public async Task ProvaAsync(Portalsida portalsida)
    {
        var sida = await FonsterAsync(portalsida.Person);
        List<string> fel = [];
        void Samla(object? _, IConsoleMessage rad)
        {
            // The browser itself writes a line for each answer that is not 2xx: the error pages have them by design.
            if (rad.Type == "error" && !rad.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                fel.Add(rad.Text);
            }
        }

        sida.Console += Samla;
        foreach (var bredd in new[] { 1280, 320 })
        {
            await sida.SetViewportSizeAsync(bredd, 900);
            // From elsewhere: to a place on the page where one is already, the browser asks for nothing.
            await sida.GotoAsync("about:blank");
            var svar = await sida.GotoAsync(portalsida.Adress(Underlag));
            if (!portalsida.Monster.StartsWith("/fel/", StringComparison.Ordinal))
            {
                svar!.Status.ShouldBe(200, portalsida.ToString());
            }

            if (bredd == 1280)
            {
                var text = await svar!.TextAsync();
                Htmlprov.Fel(text).ShouldBeEmpty($"{portalsida}: HTML");
                _lankar.Fel(text).ShouldBeEmpty($"{portalsida}: links");
            }

            await sida.SkaVaraTillgangligAsync();
            var bred = await sida.EvaluateAsync<int>("document.documentElement.scrollWidth");
            bred.ShouldBeLessThanOrEqualTo(bredd, $"{portalsida} scrolls sideways at {bredd} px");
        }

        sida.Console -= Samla;
        fel.ShouldBeEmpty(portalsida.ToString());
    }

    public async Task<IPage> FonsterAsync(Person? person)
    {
        var namn = person?.Anvandarnamn ?? "";
        if (!_fonster.TryGetValue(namn, out var sida))
        {
            sida = person is null ? await Webblasare.NyttFonsterAsync() : await Webblasare.InloggadAsync(person);
            if (sida.Url.Contains("/logga-in/tvasteg", StringComparison.Ordinal))
            {
                await sida.Locator("summary").Filter(new() { HasText = "återställningskod" }).ClickAsync();
                await sida.GetByLabel("Återställningskod", new() { Exact = true }).FillAsync(Sidor.Aterstallningskod);
                await sida.KlickaAsync("Logga in med återställningskod");
            }

            _fonster[namn] = sida;
        }

        return sida;
    }
}
