using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>How a screenshot of the handbooks comes about: <c>![…](bild:namn)</c> in a text, wwwroot/handbok/namn.png.</summary>
/// <param name="Person">Who is signed in; null for nobody.</param>
/// <param name="Rubrik">The page that the steps end on.</param>
/// <param name="Steg">From a fresh portal to the page.</param>
/// <param name="MedRam">The whole window, with header and menu, not the page's own part alone.</param>
public sealed record Handboksbild(string Namn, Person? Person, string Rubrik, Func<IPage, Webblasare, Task> Steg, bool MedRam = false)
{
    public override string ToString() => Namn;
}

/// <summary>Every recipe. What the texts show and what stands here are compared by a test, which also walks the steps.</summary>
public static class Handboksbilder
{
    private const string Norra = "Norra Hamnens gymnasium";

    public static IReadOnlyList<Handboksbild> Alla { get; } =
    [
        new("losenordskiosk", null, "Lösenordskiosk", Till("/losenordskiosk")),
        new("logga-in", null, "Logga in i Mina tjänster", Till("/logga-in")),
        new("tvasteg", Personer.AnnaLind, "Tvåstegsinloggning", Till("/mitt-konto/tvasteg")),
        new("im-oversikt", Personer.BjornSvensson, "Identity Manager", Till("/identity-manager"), MedRam: true),
        new("im-ny-anvandare", Personer.BjornSvensson, "Lägg till användare", Till("/identity-manager/anvandare/ny")),
        new("im-anvandare", Personer.BjornSvensson, "Anna Lind", async (sida, _) =>
        {
            await sida.GotoAsync("/identity-manager/anvandare");
            await LankAsync(sida, "Anna Lind");
        }),
        new("im-systemkonton", Personer.SaraFalk, "Systemkonton", async (sida, _) =>
        {
            await NyckelAsync(sida);
            await LankAsync(sida, "Jag har sparat nyckeln");
        }),
        new("ladok-fran-ladok", Personer.SaraFalk, "Från Ladok", LadokAsync),
        new("su-studietider", Personer.AnnaLind, "Studietider 2027/28", Till("/studietider/2027-28")),
        new("su-granska", Personer.AnnaLind, "Granska och skicka", Till("/studietider/2027-28/granska")),
        new("su-skoluppgifter", Personer.GunBerg, "Skolans uppgifter", Till("/skoluppgifter")),
        new("sr-startsida", Personer.AnnaLind, "Att göra för Södra Bergets gymnasium", Till("/"), MedRam: true),
        new("sr-studerande", Personer.AnnaLind, "Lisa Ek", (sida, _) => LisaAsync(sida)),
        new("sr-valj-handelse", Personer.AnnaLind, "Vad har hänt?", async (sida, _) =>
        {
            await LisaAsync(sida);
            await LankAsync(sida, "Rapportera en händelse");
        }),
        new("sr-rapportera-flera", Personer.AnnaLind, "Börjat studera för flera", async (sida, _) =>
        {
            await sida.GotoAsync("/rapportera-flera/11");
            await sida.Locator("main select").First.SelectOptionAsync("EK25B");
            await sida.KlickaAsync("Visa klassen");
        }),
        new("sr-rapportera-skolk", Personer.AnnaLind, "Rapportera ogiltig frånvaro", async (sida, _) =>
        {
            await sida.GotoAsync("/studerande?rapportera=ja");
            await sida.GetByLabel("Sök studerande").FillAsync("Saga Andersson");
            await sida.KlickaAsync("Sök");
            await LankAsync(sida, "Saga Andersson");
            await sida.GetByLabel("Första dag med ogiltig frånvaro").FillAsync("2026-10-16");
            await sida.GetByLabel("Ogiltig frånvaro hittills").FillAsync("11,5");
            await sida.GetByLabel("Antal tillfällen hittills").FillAsync("5");
            await sida.GetByLabel("Antal tillfällen hittills").BlurAsync();
            await Assertions.Expect(sida.Locator(".foljdbild")).ToBeVisibleAsync();
        }),
        new("sr-skolkrapport", Personer.AnnaLind, "Ogiltig frånvaro Underlag saknas", (sida, _) => RapportAsync(sida)),
        new("sr-underlag", Personer.AnnaLind, "Frånvarounderlag", async (sida, _) =>
        {
            await RapportAsync(sida);
            await LankAsync(sida, "Skicka frånvarounderlag");
        }),
        new("sr-skicka-fil", Personer.DavidAbdi, "Skicka fil", async (sida, _) =>
        {
            await sida.GotoAsync("/");
            await sida.Locator("main select").SelectOptionAsync(new SelectOptionValue { Label = $"{Norra} · 23456789" });
            await sida.KlickaAsync("Välj skola");
            await sida.GotoAsync("/filer");
        }),
    ];

    private static Func<IPage, Webblasare, Task> Till(string adress) => (sida, _) => sida.GotoAsync(adress);

    private static Task LankAsync(IPage sida, string namn) => sida.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = namn }).First.ClickAsync();

    private static async Task LisaAsync(IPage sida)
    {
        await sida.GotoAsync("/studerande");
        await sida.GetByLabel("Sök studerande").FillAsync("Lisa Ek");
        await sida.KlickaAsync("Sök");
        await LankAsync(sida, "Lisa Ek");
    }

    private static async Task RapportAsync(IPage sida)
    {
        await sida.GotoAsync("/ogiltig-franvaro");
        await LankAsync(sida, "Lisa Ek");
    }

    private static async Task<string> NyckelAsync(IPage sida)
    {
        await sida.GotoAsync("/identity-manager/systemkonton");
        await sida.GetByLabel("Namn", new() { Exact = true }).FillAsync("Ladok produktion");
        await sida.KlickaAsync("Skapa nyckel");
        return await sida.Locator("code.nyckeltext").First.InnerTextAsync();
    }

    /// <summary>As a university's Ladok does: the example of the file format, with the key, and the worker reads it.</summary>
    private static async Task LadokAsync(IPage sida, Webblasare webblasare)
    {
        var nyckel = await NyckelAsync(sida);
        using var klient = webblasare.Portal.CreateClient();
        using var begaran = new HttpRequestMessage(HttpMethod.Post, "/ladok/handelser") { Content = new ByteArrayContent(await File.ReadAllBytesAsync(Rot("docs", "filformat", "exempel-hogskola.csv"))) };
        begaran.Content.Headers.ContentType = new("text/csv");
        begaran.Headers.Authorization = new("Bearer", nyckel);
        using var svar = await klient.SendAsync(begaran);
        svar.EnsureSuccessStatusCode();
        await webblasare.Portal.Services.GetRequiredService<FilinlasningService>().KorAsync(CancellationToken.None);
        // Sara makes the key, Ingrid sees what has come.
        await sida.Context.ClearCookiesAsync();
        await sida.LoggaInAsync(Personer.IngridStorm);
        await sida.GotoAsync("/filer");
    }

    /// <summary>A file of the repository.</summary>
    public static string Rot(params string[] delar)
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mapp.FullName, "MinaTjanster.sln")))
            mapp = mapp.Parent ?? throw new InvalidOperationException("The solution was not found above the tests.");
        return Path.Combine([mapp.FullName, .. delar]);
    }
}
