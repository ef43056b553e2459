using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>From an absence list to reports and their underlag, with and without scripts. Today is 22 November 2026: the last day to stop November's payment.</summary>
public sealed class FranvarocoachresaTests : IAsyncLifetime
{
    private readonly Webblasare _webblasare = new();

    public ValueTask InitializeAsync() => _webblasare.InitializeAsync();

    public ValueTask DisposeAsync() => _webblasare.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task School_UploadsAList_ReportsTwo_AndSendsTheUnderlagThatIsDrawn(bool medSkript)
    {
        var elever = await EleverAsync();
        string[] dagar = ["2026-10-05", "2026-10-07", "2026-10-12", "2026-10-15"];
        var text = "personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag\n"
            + string.Concat(elever.SelectMany(e => dagar.Select(d => $"{e.Personnummer.Fullt};{e.Efternamn};EK25A;{d};08:20;Matematik;80;80;missad\n")))
            + $"{elever[0].Personnummer.Fullt};{elever[0].Efternamn};EK25A;2026-11-20;08:20;Matematik;80;0;narvaro\n";

        var sida = await _webblasare.InloggadAsync(Personer.AnnaLind, medSkript);
        await sida.FoljAsync("Frånvarocoach");
        await sida.GetByLabel("Välj fil").SetInputFilesAsync(new FilePayload { Name = "franvaro.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await sida.KlickaAsync("Ladda upp listan");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Vad listan visar");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Rapportera senast 2026-11-22");

        foreach (var elev in elever)
            await sida.GetByLabel($"Välj {elev.Fornamn} {elev.Efternamn}").CheckAsync();
        await sida.KlickaAsync("Granska de markerade");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Granska rapporterna");
        await sida.KlickaAsync("Skicka de markerade rapporterna");
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("2 rapporter är skickade");

        await sida.KlickaAsync("Skapa 2 underlag");
        await sida.GetByRole(AriaRole.Link, new() { Name = $"Kontrollera och skicka underlaget för {elever[0].Fornamn} {elever[0].Efternamn}" }).ClickAsync();
        await Assertions.Expect(sida.Locator("h1")).ToHaveTextAsync("Kontrollera underlaget");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("5,33");
        if (await sida.Locator("textarea[name=Forklaring]").CountAsync() > 0)
            await sida.Locator("textarea[name=Forklaring]").FillAsync("Listan slutar fredagen före rapporten.");
        await sida.KlickaAsync("Skicka underlaget");
        await Assertions.Expect(sida.GetByRole(AriaRole.Main)).ToContainTextAsync("Underlaget är skickat till CSN.");

        await using var db = _webblasare.Portal.Databas.Alla();
        var ids = elever.ConvertAll(e => e.Id);
        var rapporter = await db.Nationellt<Skolkrapport>().Where(r => ids.Contains(r.StuderandeId)).ToListAsync(TestContext.Current.CancellationToken);
        rapporter.Count.ShouldBe(2);
        rapporter.ShouldAllBe(r => r.ForstaDag == new DateOnly(2026, 10, 5) && r.OgiltigMinuter == 320);
        var rapportIds = rapporter.ConvertAll(r => r.Id);
        (await db.Nationellt<Franvarounderlag>().CountAsync(u => rapportIds.Contains(u.SkolkrapportId) && u.Status == Underlagsstatus.Inskickat, TestContext.Current.CancellationToken)).ShouldBe(1);
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
