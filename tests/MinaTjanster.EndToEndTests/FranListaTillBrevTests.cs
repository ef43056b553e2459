using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// Issue 7 in one go: an absence list becomes reports and underlag, CSN asks for a complement and gets it, asks the student, decides, and the letter is printed with the
/// underlag of that student and nobody else's.
/// </summary>
public sealed class FranListaTillBrevTests : IAsyncLifetime
{
    private const string ForstaDag = "2026-10-05";

    private readonly Webblasare _webblasare = new();

    public ValueTask InitializeAsync() => _webblasare.InitializeAsync();

    public ValueTask DisposeAsync() => _webblasare.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListToReportsToUnderlagToComplementToDecisionToLetter(bool medSkript)
    {
        var elever = await EleverAsync();
        var (namn, annan) = (Namn(elever[0]), Namn(elever[1]));
        // The school is in time before the window closes, Sunday 15:00; CSN acts after.
        _webblasare.Portal.Klocka.Satt(Testklocka.Standarddag, new(14, 50));

        // The school: the list, both reports in one check page, both underlag drawn from the list.
        var skola = await _webblasare.InloggadAsync(Personer.AnnaLind, medSkript);
        await skola.FoljAsync("Frånvarocoach");
        await skola.GetByLabel("Välj fil").SetInputFilesAsync(new FilePayload { Name = "franvaro.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Lista(elever)) });
        await skola.KlickaAsync("Ladda upp listan");
        foreach (var elev in elever)
            await skola.GetByLabel($"Välj {Namn(elev)}").CheckAsync();
        await skola.KlickaAsync("Granska de markerade");
        await skola.KlickaAsync("Skicka de markerade rapporterna");
        await RubrikAsync(skola, "2 rapporter är skickade");
        var kvittens = (await skola.GetByRole(AriaRole.Row).Filter(new() { HasText = namn }).GetByRole(AriaRole.Link, new() { Name = "SK-" }).First.InnerTextAsync()).Trim();
        await skola.KlickaAsync("Skapa 2 underlag");
        var kvitto = skola.Url;
        foreach (var elev in elever)
        {
            await skola.GotoAsync(kvitto);
            await skola.FoljAsync($"Kontrollera och skicka underlaget för {Namn(elev)}");
            await RubrikAsync(skola, "Kontrollera underlaget");
            await skola.Locator("textarea[name=Forklaring]").FillAsync("Listan slutar fredagen före rapporten.");
            await skola.KlickaAsync("Skicka underlaget");
            await RubrikAsync(skola, "Underlaget är skickat");
        }

        // CSN: a complement is asked for, and answered in the same case.
        _webblasare.Portal.Klocka.Satt(Testklocka.Standarddag, new(15, 0));
        var csn = await _webblasare.InloggadAsync(Personer.GretaGranberg, medSkript);
        await csn.GotoAsync("/granskning");
        await csn.FoljAsync(kvittens);
        var arende = csn.Url;
        await csn.KlickaAsync("Ta ärendet");
        await csn.FoljAsync("Begär komplettering");
        await csn.GetByLabel("Den totala undervisningstiden framgår inte").CheckAsync();
        await csn.GetByLabel("Vad ska skolan skicka?").FillAsync("Skicka schemat för perioden.");
        await csn.KlickaAsync("Begär komplettering");

        await skola.GotoAsync("/");
        await skola.FoljAsync(namn);
        await skola.FoljAsync("Skicka kompletteringen");
        var schema = await SchemaAsync();
        await Skolkresa.SkickaUnderlagAsync(skola, "schema.pdf", schema, ForstaDag, timmar: "5,33", tillfallen: "4", undervisning: "180");

        // CSN: approves, asks the student with the new file enclosed, and has the letter printed and sent.
        await csn.GotoAsync(arende);
        await csn.FoljAsync("Godkänn underlag");
        await csn.KlickaAsync("Godkänn underlag");
        await csn.Locator("a[data-tangent=f]").ClickAsync(); // the student, or whoever has custody
        await csn.GetByLabel("schema.pdf").CheckAsync();
        await csn.KlickaAsync("Lägg brevet i utskriftskön");
        var fraga = await BrevetAsync(csn, kvittens, "Fråga före beslut");
        fraga.ShouldContain(namn);
        fraga.ShouldContain("5 oktober 2026");
        fraga.ShouldNotContain(annan);
        await SkrivUtAsync(csn);
        (await BilagorAsync(csn)).ShouldContain(b => b.SequenceEqual(schema));
        await SkickaAsync(csn);

        // The decision, its letter, and the end.
        await csn.GotoAsync(arende);
        await csn.FoljAsync("Besluta utfall");
        await csn.Locator("input[name=Svar][value=Synpunkter]").CheckAsync();
        await csn.Locator("input[name=Val][value=EnligtUppskattningen]").CheckAsync();
        await csn.GetByLabel("Motivering").FillAsync("Frånvaron var inte giltig.");
        await csn.KlickaAsync("Besluta utfall");
        var utfall = await BrevetAsync(csn, kvittens, "Beslut om utfall");
        utfall.ShouldContain(namn);
        utfall.ShouldContain("Frånvaron var inte giltig.");
        utfall.ShouldNotContain(annan);
        await SkrivUtAsync(csn);
        await SkickaAsync(csn);
        await csn.GotoAsync(arende);
        await csn.FoljAsync("Avsluta ärendet");
        await csn.KlickaAsync("Avsluta ärendet");
        await Assertions.Expect(csn.Locator("h1")).ToContainTextAsync("Avslutat");

        // What is stored is what was read on the way: one report, one case, all letters sent; the other student's case is untouched.
        await using var db = _webblasare.Portal.Databas.Alla();
        var arenden = await db.Nationellt<Arende>().Include(a => a.Beslut).Include(a => a.Skolkrapport).Where(a => a.Skolkrapport.StuderandeId == elever[0].Id || a.Skolkrapport.StuderandeId == elever[1].Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        var hennes = arenden.Single(a => a.Skolkrapport.StuderandeId == elever[0].Id);
        hennes.Status.ShouldBe(Arendestatus.Avslutat);
        hennes.Skolkrapport.ForstaDag.ShouldBe(new(2026, 10, 5));
        hennes.Beslut.OrderBy(b => b.Id).Select(b => b.Slag).ShouldBe([Skolkbeslutsslag.Stopp, Skolkbeslutsslag.Kommunicering, Skolkbeslutsslag.Utfall]);
        hennes.Beslut.ShouldAllBe(b => b.Skickad != null);
        arenden.Single(a => a.Skolkrapport.StuderandeId == elever[1].Id).Status.ShouldBe(Arendestatus.AttGranska);
    }

    private static string Namn(Studerande elev) => $"{elev.Fornamn} {elev.Efternamn}";

    /// <summary>Four lessons missed by each, on four days, and the lessons between them attended.</summary>
    private static string Lista(List<Studerande> elever)
    {
        string[] missade = [ForstaDag, "2026-10-07", "2026-10-12", "2026-10-15"];
        return "personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag\n" + string.Concat(elever.SelectMany(e =>
            missade.Select(d => $"{e.Personnummer.Fullt};{e.Efternamn};EK25A;{d};08:20;Matematik;80;80;missad\n")
                .Append($"{e.Personnummer.Fullt};{e.Efternamn};EK25A;2026-10-20;08:20;Matematik;80;0;narvaro\n")));
    }

    /// <summary>The letter of that kind in the case, as it will be printed.</summary>
    private static async Task<string> BrevetAsync(IPage csn, string kvittens, string slag)
    {
        await csn.GotoAsync("/granskning/brev");
        var adress = await csn.GetByRole(AriaRole.Link, new() { Name = $"Förhandsgranska brevet i ärende {kvittens}: {slag}" }).GetAttributeAsync("href");
        return await Pdfprov.TextAsync(await HamtaAsync(csn, adress!));
    }

    private static async Task SkrivUtAsync(IPage csn)
    {
        await csn.GotoAsync("/granskning/brev");
        await csn.KlickaAsync("Skriv ut alla nya");
    }

    private static async Task SkickaAsync(IPage csn)
    {
        await csn.FoljAsync("Markera alla");
        await csn.KlickaAsync("Markera som skickade");
    }

    /// <summary>The enclosures of the newest print-out.</summary>
    private static async Task<List<byte[]>> BilagorAsync(IPage csn)
    {
        var adress = await csn.GetByRole(AriaRole.Link, new() { Name = "Bilagorna (zip)" }).First.GetAttributeAsync("href");
        using var zip = new ZipArchive(new MemoryStream(await HamtaAsync(csn, adress!)));
        List<byte[]> filer = [];
        foreach (var post in zip.Entries)
        {
            using var innehall = new MemoryStream();
            await using var fil = await post.OpenAsync();
            await fil.CopyToAsync(innehall);
            filer.Add(innehall.ToArray());
        }

        return filer;
    }

    private static async Task<byte[]> HamtaAsync(IPage sida, string adress)
    {
        var svar = await sida.APIRequest.GetAsync(adress);
        svar.Ok.ShouldBeTrue(adress);
        return await svar.BodyAsync();
    }

    private static Task RubrikAsync(IPage sida, string rubrik) => Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync(rubrik);

    private async Task<byte[]> SchemaAsync()
    {
        var sida = await _webblasare.NyttFonsterAsync();
        await sida.SetContentAsync("<h1>Schema</h1><table><tr><td>Måndag 08.20</td><td>Matematik 2b</td><td>80 min</td></tr></table>");
        var pdf = await sida.PdfAsync();
        await sida.Context.CloseAsync();
        return pdf;
    }

    /// <summary>Two who have studiehjälp at Södra Bergets gymnasium and nothing reported.</summary>
    private async Task<List<Studerande>> EleverAsync()
    {
        await using var db = _webblasare.Portal.Databas.Alla();
        var skolaId = await db.Skolor.Where(s => s.Skolkod == Demoskolor.SodraBerget).Select(s => s.Id).SingleAsync();
        return await db.Nationellt<Studerande>()
            .Where(s => s.SkolaId == skolaId && s.Skydd == Personskydd.Inget && !db.Nationellt<Skolkrapport>().Any(r => r.StuderandeId == s.Id)
                && s.Studieperioder.Any(p => p.ForstaDag <= new DateOnly(2026, 10, 5) && p.SistaDag >= new DateOnly(2026, 11, 22)))
            .OrderByDescending(s => s.Personnummer)
            .Take(2)
            .ToListAsync();
    }
}
