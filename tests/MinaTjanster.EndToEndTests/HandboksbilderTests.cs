using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The screenshots of the handbooks: every one has a recipe that still leads to its page. With the environment variable <c>MINATJANSTER_HANDBOKSBILDER</c> they are taken anew
/// into that folder (tools/ta-handboksbilder.sh).
/// </summary>
public sealed partial class HandboksbilderTests
{
    private const int Bredd = 1280;
    private const int StorstaHojd = 880;

    private static readonly string Bildmapp = Handboksbilder.Rot("src", "MinaTjanster.Web", "wwwroot", "handbok");

    [Fact]
    public void EveryPictureOfTheTexts_HasARecipeAndAFile_AndTheOtherWayRound()
    {
        var itexterna = Directory.EnumerateFiles(Handboksbilder.Rot("src", "MinaTjanster.Web", "Partner", "Innehall"), "*.md", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "README.md")
            .SelectMany(f => Bildlank().Matches(File.ReadAllText(f))).Select(m => m.Groups["namn"].Value).ToList();

        itexterna.Count.ShouldBeGreaterThan(10);
        Handboksbilder.Alla.Select(b => b.Namn).ShouldBe(itexterna, ignoreOrder: true);
        Directory.EnumerateFiles(Bildmapp).Select(f => Path.GetFileName(f)).ShouldBe(itexterna.Select(n => $"{n}.png"), ignoreOrder: true);
        Directory.EnumerateFiles(Bildmapp).Sum(f => new FileInfo(f).Length).ShouldBeLessThan(3 * 1024 * 1024);
    }

    /// <summary>One portal each: what one recipe does another shall not show.</summary>
    [Fact]
    public async Task EveryRecipe_LeadsToItsPage()
    {
        var till = Environment.GetEnvironmentVariable("MINATJANSTER_HANDBOKSBILDER");
        foreach (var grupp in Handboksbilder.Alla.GroupBy(b => b.Namn == "ladok-fran-ladok"))
        {
            var webblasare = new Webblasare();
            await using var _ = webblasare;
            await webblasare.InitializeAsync();
            foreach (var bild in grupp)
            {
                var sida = bild.Person is { } person ? await webblasare.InloggadAsync(person) : await webblasare.NyttFonsterAsync();
                await bild.Steg(sida, webblasare);

                await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync(new Regex($@"^\s*{Regex.Escape(bild.Rubrik).Replace("\\ ", @"\s+", StringComparison.Ordinal)}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)));
                if (till is { Length: > 0 })
                    await TaAsync(sida, bild, till);
                await sida.Context.CloseAsync();
            }
        }
    }

    /// <summary>The page's own part, or all of the window, down to the end of the last panel, field or row that there is room for.</summary>
    private static async Task TaAsync(IPage sida, Handboksbild bild, string till)
    {
        await sida.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var ruta = await sida.EvaluateAsync<double[]>(
            $$"""
            (() => {
              scrollTo(0, 0);
              const delar = [...document.querySelectorAll('main > *, main :is(section, article, tr, li, p, .ds-field, .knappar, .panel)')].map(e => e.getBoundingClientRect()).filter(r => r.height > 0);
              const r = document.querySelector('main').getBoundingClientRect();
              const topp = {{(bild.MedRam ? "0" : "r.top - 16")}};
              const botten = Math.max(...delar.map(d => d.bottom).filter(b => b - topp <= {{StorstaHojd - 24}}));
              const vanster = {{(bild.MedRam ? "0" : "Math.max(0, Math.min(...delar.map(d => d.left)) - 24)")}};
              const hoger = {{(bild.MedRam ? $"{Bredd}" : $"Math.min({Bredd}, Math.max(...delar.map(d => d.right)) + 24)")}};
              return [vanster, Math.max(0, topp), hoger - vanster, botten - topp + 24];
            })()
            """);
        await sida.ScreenshotAsync(new()
        {
            Path = Path.Combine(till, $"{bild.Namn}.png"),
            FullPage = true,
            Clip = new() { X = (float)Math.Round(ruta[0]), Y = (float)Math.Round(ruta[1]), Width = (float)Math.Round(ruta[2]), Height = (float)Math.Round(ruta[3]) },
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    [GeneratedRegex(@"\]\(bild:(?<namn>[a-z-]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bildlank();
}
