using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The portal on a real port with a database of its own, and Debian's Chromium. Where Chromium is missing the tests fail: a browser test
/// that did not run has shown nothing.
/// </summary>
public sealed class Webblasare : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Argument =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public PortalFabrik Portal { get; private set; } = new();

    public string Adress { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        File.Exists(Chromium).ShouldBeTrue($"The browser tests need {Chromium}: apt-get install chromium (test.sh does it).");
        await StartaAsync();
        // By name: passkeys have no valid origin at a number.
        Adress = Portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/')
            .Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Argument });
    }

    /// <summary>
    /// The factory sets the port after the program has built its host, and on a loaded machine the program may have started it by then: the factory
    /// throws, and the next one is tried.
    /// </summary>
    private async Task StartaAsync()
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                Portal.UseKestrel(0);
                Portal.StartServer();
                return;
            }
            catch (InvalidOperationException fel) when (forsok < 5 && fel.Message.Contains("after the server has started", StringComparison.Ordinal))
            {
                await Portal.DisposeAsync();
                Portal = new();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>A browser window with cookies of its own.</summary>
    public async Task<IPage> NyttFonsterAsync(bool medSkript = true, int bredd = 1280)
    {
        var fonster = await _chromium!.NewContextAsync(new()
        {
            BaseURL = Adress,
            JavaScriptEnabled = medSkript,
            Locale = "sv-SE",
            ViewportSize = new() { Width = bredd, Height = 900 },
        });
        fonster.SetDefaultTimeout(30_000);
        return await fonster.NewPageAsync();
    }

    /// <summary>A young student at the school, without protected identity, about whom nothing is reported.</summary>
    public async Task<(long Id, string Namn)> StuderandeUtanRapportAsync(string skolkod)
    {
        await using var db = Portal.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>()
            .Where(s => s.Skydd == Personskydd.Inget
                && db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == skolkod)
                && !db.Nationellt<Skolkrapport>().Any(r => r.StuderandeId == s.Id))
            .OrderByDescending(s => s.Personnummer)
            .FirstAsync(TestContext.Current.CancellationToken);
        return (studerande.Id, $"{studerande.Fornamn} {studerande.Efternamn}");
    }

    /// <summary>A window in which the person has signed in by the login page.</summary>
    public async Task<IPage> InloggadAsync(Person person, bool medSkript = true, int bredd = 1280)
    {
        var sida = await NyttFonsterAsync(medSkript, bredd);
        await sida.LoggaInAsync(person);
        return sida;
    }
}

internal static class SidaExtensions
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task LoggaInAsync(this IPage sida, Person person)
    {
        await sida.GotoAsync("/logga-in");
        await sida.GetByLabel("Användarnamn").FillAsync(person.Anvandarnamn);
        await sida.GetByLabel("Lösenord").FillAsync(person.Losenord);
        await sida.KlickaAsync("Logga in");
    }

    /// <summary>Presses the button of that name and waits for the page it leads to.</summary>
    public static async Task KlickaAsync(this IPage sida, string knapp) =>
        await sida.GetByRole(AriaRole.Button, new() { Name = knapp, Exact = true }).ClickAsync();

    public static async Task FoljAsync(this IPage sida, string lank) =>
        await sida.GetByRole(AriaRole.Link, new() { Name = lank }).First.ClickAsync();

    public static async Task<string> RubrikAsync(this IPage sida) => (await sida.Locator("h1").InnerTextAsync()).Trim();

    /// <summary>
    /// No violation of WCAG 2.0–2.2, A and AA, in the page as it stands. The engine is run in the page itself, which has no frames: the package's own call opens one more tab each time, and sends
    /// every node that passed.
    /// </summary>
    public static async Task SkaVaraTillgangligAsync(this IPage sida)
    {
        sida.Frames.Count.ShouldBe(1);
        await sida.EvaluateAsync(Axe);
        var svar = await sida.EvaluateAsync<Axesvar>(
            """
            async () => {
              const svar = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
              return { brott: svar.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`), klarade: svar.passes.length };
            }
            """);
        svar.Brott.ShouldBeEmpty(sida.Url);
        svar.Klarade.ShouldBeGreaterThan(0);
    }

    /// <summary>What is violated, and how many rules something passed.</summary>
    private sealed record Axesvar
    {
        public string[] Brott { get; init; } = [];

        public int Klarade { get; init; }
    }
}
