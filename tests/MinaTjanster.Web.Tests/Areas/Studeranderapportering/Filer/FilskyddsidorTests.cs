using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Filer;

/// <summary>What the pages show of a student whom a row of a file has protected; the school is a komvux that reports by file.</summary>
public sealed class FilskyddsidorTests : IAsyncDisposable
{
    private const string Rubrik = "personnummer;fornamn;efternamn;skydd;handelse;forsta_dag;sista_dag;utbildning;omfattning\n";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task StudentWhoIsProtectedByAFile_IsMaskedForEverybody()
    {
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        await david.ValjSkolaAsync(Demoskolor.Angsholm);
        await SkickaAsync(david, "20040301-T123;Dolda;Doldsson;;11;2026-08-17;2026-12-18;Svenska 1;100\n");
        await SkickaAsync(david, "20040301-T123;;;ja;11;2026-08-17;2026-12-18;Sjömansrätt;50\n20040301-T124;Synlig;Synligsson;;11;2026-08-17;2026-12-18;Engelska 5;100\n");

        long id;
        string kvittens;
        await using (var db = _portal.Databas.Alla())
        {
            id = await db.Nationellt<Studerande>().Where(s => s.Personnummer == Personnummer.FranVarde("20040301T123")).Select(s => s.Id).SingleAsync(TestContext.Current.CancellationToken);
            kvittens = await db.Nationellt<Filjobb>().OrderByDescending(j => j.Id).Select(j => j.Sandning!.Kvittensnummer).FirstAsync(TestContext.Current.CancellationToken);
            (await db.AuditEvents.CountAsync(e => e.Act == Acts.StudentProtected && e.ObjektId == id, TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        var studerande = await david.HamtaAsync($"/studerande/{id}");
        studerande.Rubrik.ShouldBe(Studerande.SkyddadText);
        studerande.Text.ShouldContain("Personuppgifterna skyddade · David Abdi");
        var lista = await david.HamtaAsync("/studerande");
        (await lista.SkickaAsync("/studerande/sok", ("Text", "Doldsson"))).Text.ShouldContain("Ingen studerande hittades");
        var sandning = await david.HamtaAsync($"/kvittenser/{kvittens}");
        sandning.Text.ShouldContain("Engelska 5");
        sandning.Text.ShouldNotContain("Sjömansrätt");
        var csv = await david.HamtaAsync("/studerande/csv");
        foreach (var sida in new[] { studerande, sandning, csv, await david.HamtaAsync("/kvittenser") })
        {
            var text = Encoding.UTF8.GetString(sida.Innehall);
            text.ShouldNotContain("Doldsson");
            text.ShouldNotContain("T123");
        }
    }

    private async Task SkickaAsync(Portalklient klient, string rader)
    {
        await (await klient.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", new("elever.csv", Encoding.UTF8.GetBytes(Rubrik + rader), "text/csv")).SkickaAsync();
        await _portal.Services.GetRequiredService<FilinlasningService>().KorAsync(TestContext.Current.CancellationToken);
    }
}
