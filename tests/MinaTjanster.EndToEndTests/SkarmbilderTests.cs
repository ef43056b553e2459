using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The pages where one would rather look than read, with a year of history in them: each opens and fits, wide and on a telephone. With the environment variable
/// <c>MINATJANSTER_BILDER</c> a picture of each is taken into that folder, to be looked at (tools/ta-skarmbilder.sh).
/// </summary>
public sealed class SkarmbilderTests(Bildfixtur fixtur) : IClassFixture<Bildfixtur>
{
    private static readonly IReadOnlyList<(string Namn, Person? Person, Func<Sidunderlag, string> Adress)> Bilder =
    [
        ("coach", Personer.AnnaLind, _ => "/franvarocoach"),
        ("coach-lista", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}"),
        ("coach-studerande", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}/studerande/{u.Coach.Elev}"),
        ("coach-granska", Personer.AnnaLind, u => $"/franvarocoach/granska/{u.Coach.Urval}"),
        ("coach-kvittens", Personer.AnnaLind, u => $"/franvarocoach/granska/{u.Coach.Skickat}/kvittens"),
        ("kalender", Personer.AnnaLind, _ => "/kalender"),
        ("punktlighet", Personer.AnnaLind, _ => "/punktlighet"),
        ("csn-punktlighet", Personer.GretaGranberg, _ => "/csn/punktlighet"),
        ("csn-punktlighet-alla", Personer.GretaGranberg, _ => "/csn/punktlighet?visa=alla"),
        ("statistik", null, _ => "/statistik"),
        ("granskning", Personer.GretaGranberg, _ => "/granskning"),
        ("granskning-mina", Personer.GretaGranberg, _ => "/granskning?flik=mina"),
        ("granskning-fyra-ogon", Personer.StigSkyman, _ => "/granskning?flik=fyra-ogon"),
        ("arende", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}"),
        ("arende-beslutat", Personer.GretaGranberg, u => $"/granskning/{u.ArendeBeslutat}"),
        ("arende-vantar-pa-kontroll", Personer.GretaGranberg, u => $"/granskning/{u.ArendeForKontroll}"),
        ("fyra-ogon", Personer.StigSkyman, u => $"/granskning/{u.ArendeForKontroll}/fyra-ogon"),
        ("kvalitet", Personer.GretaGranberg, _ => "/granskning/kvalitet"),
    ];

    public static TheoryData<string> Namnen => [.. Bilder.Select(b => b.Namn)];

    [Theory, MemberData(nameof(Namnen))]
    public async Task Page_Opens_AndDoesNotScrollSideways(string namn)
    {
        var bild = Bilder.Single(b => b.Namn == namn);
        var sida = await fixtur.FonsterAsync(bild.Person);
        foreach (var bredd in new[] { 1280, 375 })
        {
            await sida.SetViewportSizeAsync(bredd, 900);
            (await sida.GotoAsync(bild.Adress(fixtur.Underlag)))!.Status.ShouldBe(200);

            (await sida.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(bredd);
            if (Environment.GetEnvironmentVariable("MINATJANSTER_BILDER") is { Length: > 0 } mapp)
            {
                await sida.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await sida.ScreenshotAsync(new() { Path = Path.Combine(mapp, $"{namn}-{bredd}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            }
        }
    }
}

/// <summary>What the pages need of their own, and the demo history.</summary>
public sealed class Bildfixtur : Sidfixtur
{
    protected override async Task ForberedAsync()
    {
        await base.ForberedAsync();
        (await new Demohistorik(Webblasare.Portal.Databas.NyDb, Webblasare.Portal.Klocka).SeedaAsync()).ShouldBeTrue();
    }
}
