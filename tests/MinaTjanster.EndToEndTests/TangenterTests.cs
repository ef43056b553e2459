using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>CSN's review by the keyboard alone: the single-key shortcuts of the queue and the case, the way through a complement, and that what has focus is seen.</summary>
public sealed class TangenterTests(Sidfixtur fixtur) : IClassFixture<Sidfixtur>
{
    /// <summary>Every key that stands for something on the case's page.</summary>
    private const string Bokstaver = "tbocgfuanljk";

    /// <summary>What has focus: its words, and whether it is seen to have it and nothing lies over it.</summary>
    private const string Fokus = """
        (() => {
          const e = document.activeElement;
          const s = getComputedStyle(e);
          const r = e.getBoundingClientRect();
          const [v, o, h, n] = [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)];
          const overst = document.elementFromPoint((v + h) / 2, (o + n) / 2);
          return {
            namn: (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent).replace(/\s+/g, ' ').trim(),
            ram: e.matches(':focus-visible') && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'),
            framme: v < h && o < n && !!overst && (e.contains(overst) || overst.contains(e)),
          };
        })()
        """;

    public static TheoryData<string, Person, string, string> Tangenterna => new()
    {
        { "c", Personer.GretaGranberg, nameof(Sidunderlag.ArendeSomGranskas), "/komplettering" },
        { "g", Personer.GretaGranberg, nameof(Sidunderlag.ArendeSomGranskas), "/godkann" },
        { "o", Personer.GretaGranberg, nameof(Sidunderlag.ArendeSomGranskas), "/lamna-over" },
        { "f", Personer.GretaGranberg, nameof(Sidunderlag.ArendeGodkant), "/kommunicera" },
        { "u", Personer.GretaGranberg, nameof(Sidunderlag.ArendeKommunicerat), "/utfall" },
        { "u", Personer.StigSkyman, nameof(Sidunderlag.ArendeForKontroll), "/fyra-ogon" },
        { "a", Personer.GretaGranberg, nameof(Sidunderlag.ArendeBeslutat), "/avsluta" },
    };

    [Theory, MemberData(nameof(Tangenterna))]
    public async Task Key_OpensWhatItsButtonOpens(string tangent, Person person, string arende, string sist)
    {
        var sida = await fixtur.FonsterAsync(person);
        var adress = $"/granskning/{typeof(Sidunderlag).GetProperty(arende)!.GetValue(fixtur.Underlag)}";
        await sida.GotoAsync(adress);
        await Assertions.Expect(sida.Locator("[data-tangenter]")).ToBeVisibleAsync();

        await sida.Keyboard.PressAsync(tangent);

        await Assertions.Expect(sida).ToHaveURLAsync(new Regex(Regex.Escape(adress + sist) + "(\\?|$)", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task ACase_IsReviewedByTheKeyboardAlone()
    {
        // A portal of its own, with cases left to take.
        await using var webblasare = new Webblasare();
        await webblasare.InitializeAsync();
        var sida = await webblasare.InloggadAsync(Personer.GretaGranberg);
        await sida.GotoAsync("/granskning");
        var rader = sida.Locator("[data-tangentrad]");

        // s leads to the search field, where letters are letters; from there the rows are reached again.
        await TryckAsync(sida, "s");
        await Assertions.Expect(sida.Locator("#Text")).ToBeFocusedAsync();
        await sida.Keyboard.TypeAsync("sn");
        await Assertions.Expect(sida.Locator("#Text")).ToHaveValueAsync("sn");
        await sida.Locator("#Text").FillAsync("");
        await sida.Locator("#Text").BlurAsync();

        // j and k move among the rows and stop at the ends; Enter opens.
        await TryckAsync(sida, "j");
        await Assertions.Expect(rader.First).ToBeFocusedAsync();
        await TryckAsync(sida, "k");
        await Assertions.Expect(rader.First).ToBeFocusedAsync();
        await TryckAsync(sida, "j");
        await Assertions.Expect(rader.Nth(1)).ToBeFocusedAsync();
        (await sida.EvaluateAsync<Fokuserad>(Fokus)).Ram.ShouldBeTrue();
        await TryckAsync(sida, "k");
        await Assertions.Expect(rader.First).ToBeFocusedAsync();
        var nummer = await rader.First.InnerTextAsync();
        await sida.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sida.Locator(".ingress")).ToContainTextAsync(nummer);

        // Taken, put back, which leads to the list, and the next taken from there.
        await TryckAsync(sida, "t");
        await StatusAsync(sida, "Granskas");
        await TryckAsync(sida, "b");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Ärenden");
        await TryckAsync(sida, "n");
        await StatusAsync(sida, "Granskas");
        var arende = new Uri(sida.Url).AbsolutePath;

        // The way by Tab: the acts, then the document with its tools; each is seen to have focus.
        await Assertions.Expect(sida.Locator(".visare__verktyg")).ToBeVisibleAsync();
        var vagen = await TabbaAsync(sida, "Vad saknas på sidan?");
        string[] ordning = ["Hoppa till innehållet", "Att granska", "Lägg tillbaka", "Lämna över", "Begär komplettering", "Godkänn underlag", "Rotera sidan", "Dokumentet, kan rullas"];
        vagen.Select(f => f.Namn).Where(ordning.Contains).ShouldBe(ordning, $"went by {string.Join(" | ", vagen.Select(f => f.Namn))}");
        vagen.Where(f => !f.Ram || !f.Framme).ShouldBeEmpty();

        // In a field the letters are letters.
        await VaktaAsync(sida);
        await sida.Keyboard.TypeAsync(Bokstaver);
        await Assertions.Expect(sida.GetByLabel("Vad saknas på sidan?")).ToHaveValueAsync(Bokstaver);
        (await TryckningarAsync(sida)).ShouldBe(0);
        await sida.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sida.Locator(".markeringar li")).ToContainTextAsync(Bokstaver);

        // A complement is asked for.
        await TryckAsync(sida, "c");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Begär komplettering");
        await TabbaAsync(sida, "Underlaget täcker för kort period");
        await sida.Keyboard.PressAsync("Space");
        await TabbaAsync(sida, "Vad ska skolan skicka?");
        await sida.Keyboard.TypeAsync("Skicka listan för november.");
        await TabbaAsync(sida, "Begär komplettering");
        await sida.Keyboard.PressAsync("Enter");
        await StatusAsync(sida, "Komplettering begärd");
        new Uri(sida.Url).AbsolutePath.ShouldBe(arende);

        // Back to the list; the next case from there, and from a case that waits for the school.
        await TryckAsync(sida, "l");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Ärenden");
        await TryckAsync(sida, "n");
        await StatusAsync(sida, "Granskas");
        new Uri(sida.Url).AbsolutePath.ShouldNotBe(arende);
        await sida.GotoAsync(arende);
        await TryckAsync(sida, "n");
        await StatusAsync(sida, "Granskas");
    }

    [Fact]
    public async Task SwitchedOff_TheKeysDoNothing_OnEveryPage_UntilSwitchedOn()
    {
        var sida = await fixtur.Webblasare.InloggadAsync(Personer.GretaGranberg);
        await sida.GotoAsync("/granskning");
        await TabbaAsync(sida, "Kortkommandon");
        await sida.Keyboard.PressAsync("Enter");
        await TabbaAsync(sida, "Kortkommandon är på");
        await sida.Keyboard.PressAsync("Space");
        var knapp = sida.Locator("[data-vaxla]");
        await Assertions.Expect(knapp).ToHaveTextAsync("Kortkommandon är av");
        await Assertions.Expect(knapp).ToHaveAttributeAsync("aria-pressed", "false");

        foreach (var adress in new[] { "/granskning", $"/granskning/{fixtur.Underlag.ArendeSomGranskas}" })
        {
            await sida.GotoAsync(adress);
            await Assertions.Expect(sida.Locator("[data-tangenter]")).ToBeVisibleAsync();
            await VaktaAsync(sida);
            foreach (var tangent in Bokstaver)
                await sida.Keyboard.PressAsync($"{tangent}");
            (await TryckningarAsync(sida)).ShouldBe(0, adress);
            (await sida.EvaluateAsync<bool>("document.activeElement === document.body")).ShouldBeTrue();
        }

        await TabbaAsync(sida, "Kortkommandon");
        await sida.Keyboard.PressAsync("Enter");
        await TabbaAsync(sida, "Kortkommandon är av");
        await sida.Keyboard.PressAsync("Space");
        await Assertions.Expect(knapp).ToHaveTextAsync("Kortkommandon är på");
        await sida.Keyboard.PressAsync("Control+c");
        (await TryckningarAsync(sida)).ShouldBe(0, "with Control it is the browser's own");
        await sida.Keyboard.PressAsync("c");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Begär komplettering");
    }

    /// <summary>Presses a shortcut once the page's script listens: it shows the list of shortcuts when it does.</summary>
    private static async Task TryckAsync(IPage sida, string tangent)
    {
        await Assertions.Expect(sida.Locator("[data-tangenter]")).ToBeVisibleAsync();
        await sida.Keyboard.PressAsync(tangent);
    }

    private static Task StatusAsync(IPage sida, string status) => Assertions.Expect(sida.Locator("h1 .status")).ToHaveTextAsync(status);

    /// <summary>Tab until what is called so has focus: what had it on the way, from the first one.</summary>
    private static async Task<List<Fokuserad>> TabbaAsync(IPage sida, string till)
    {
        List<Fokuserad> vagen = [];
        do
        {
            await sida.Keyboard.PressAsync("Tab");
            vagen.Add(await sida.EvaluateAsync<Fokuserad>(Fokus));
            vagen.Count.ShouldBeLessThan(150, $"Tab does not come to {till}: {string.Join(" | ", vagen.Select(f => f.Namn))}");
        }
        while (!vagen[^1].Namn.StartsWith(till, StringComparison.Ordinal));

        return vagen;
    }

    /// <summary>Counts what is pressed of that which has a key. A shortcut presses it before the key's event is over, so there is nothing to wait for.</summary>
    private static async Task VaktaAsync(IPage sida) =>
        await sida.EvaluateAsync("() => { window.tryckt = 0; document.addEventListener('click', h => { if (h.target.closest('[data-tangent]')) window.tryckt++; }, true); }");

    private static Task<int> TryckningarAsync(IPage sida) => sida.EvaluateAsync<int>("window.tryckt");

    private sealed record Fokuserad
    {
        public string Namn { get; init; } = "";

        public bool Ram { get; init; }

        public bool Framme { get; init; }
    }
}
