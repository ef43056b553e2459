using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>The school's own timeliness. Today is 22 November 2026; a portal of its own, since reports are counted. Nothing is posted and no record is asked for by id.</summary>
public sealed class PunktlighetTests : IAsyncDisposable
{
    private const string Adress = "/punktlighet";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ItIsForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.RapporteraSkolk, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            (await klient.HamtaAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden, person.ToString());
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Adress}']").ShouldBeNull();
        });

    [Fact]
    public async Task Page_SaysItInWords_Figures_AndATableOfEveryMonth()
    {
        await TomAsync();
        var fall = await Skolkfall.SkapaAsync(_portal);
        await RapportdagAsync(fall, new(2026, 11, 10));
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await anna.HamtaAsync("/")).KlickaAsync("Punktlighet");

        sida.Rubrik.ShouldBe("Punktlighet");
        sida.Text.ShouldContain("Hälften av era rapporter de senaste tolv månaderna kom inom 36 dagar från första skolkdagen.");
        sida.Text.ShouldContain("100 procent av era rapporter kom senast den 22:a");
        sida.Text.ShouldNotContain("andra skolor i samma skolform gör det");
        sida.Texter(".kort").ShouldAllBe(k => k.Contains("För få andra skolor att jämföra med", StringComparison.Ordinal));
        sida.Texter("tbody tr").Count.ShouldBe(12);
        sida.Texter("tbody tr")[0].ShouldStartWith("november 2026 1 36 dagar");
        sida.Dokument.QuerySelectorAll("svg.diagram[aria-hidden=true]").Length.ShouldBe(4);
        (await sida.KlickaAsync("24 månader")).Texter("tbody tr").Count.ShouldBe(24);
        Htmlprov.Fel(sida).ShouldBeEmpty();
        foreach (var okant in new[] { "?manader=0", "?manader=9999", "?manader=x" })
            (await anna.HamtaAsync(Adress + okant)).Texter("tbody tr").Count.ShouldBe(12, okant);
    }

    [Fact]
    public async Task AnotherSchoolsReports_AreNotOnes_NorShownByThemselves()
    {
        await TomAsync();
        var fall = await Skolkfall.SkapaAsync(_portal, Demoskolor.NorraHamnen, Personer.DavidAbdi);
        await RapportdagAsync(fall, new(2026, 11, 10));
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync(Adress);

        sida.Text.ShouldContain("Ni har inte rapporterat någon ogiltig frånvaro de senaste tolv månaderna.");
        sida.Text.ShouldContain("Det finns inget att visa än.");
        sida.Text.ShouldNotContain("36 dagar");
        sida.Text.ShouldNotContain("Norra Hamnens");
    }

    [Fact]
    public async Task WhereSkolkIsNotReported_ThePageSaysSo()
    {
        using var hasan = await _portal.InloggadAsync(Personer.HasanYilmaz);

        (await hasan.HamtaAsync(Adress)).Text.ShouldContain("Ogiltig frånvaro rapporteras inte för er skolform");
        (await hasan.HamtaAsync("/")).Dokument.QuerySelector($".meny a[href='{Adress}']").ShouldBeNull();
    }

    [Fact]
    public async Task AmongOtherSchools_TheirBandIsDrawn_AndSaidInWords()
    {
        (await new Demohistorik(_portal.Databas.NyDb, _portal.Klocka).SeedaAsync()).ShouldBeTrue();
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync(Adress);

        sida.Text.ShouldMatch(@"Hälften av 9 andra skolor i samma skolform gör det på \d+ dagar eller mindre\.");
        var kort = sida.Texter(".kort");
        kort.Count.ShouldBe(4);
        kort.Take(2).ToList().ForEach(k => k.ShouldMatch(@"Andra: \d+–\d+ dagar, mitten \d+$"));
        kort.Skip(2).ToList().ForEach(k => k.ShouldMatch(@"Andra: \d+–\d+ %, mitten \d+ %$"));
        foreach (var diagram in sida.Dokument.QuerySelectorAll("svg.diagram"))
        {
            diagram.QuerySelectorAll("polygon.diagram-band").ShouldNotBeEmpty();
            diagram.QuerySelectorAll("polygon.diagram-band").ShouldAllBe(b => b.GetAttribute("points")!.Split(' ').Length >= 4);
            diagram.QuerySelectorAll("polyline.diagram-mitten").ShouldNotBeEmpty();
            diagram.QuerySelectorAll("polyline.diagram-linje").ShouldNotBeEmpty();
        }

        sida.Texter("tbody tr").Count(r => r.Contains("Andra: ", StringComparison.Ordinal)).ShouldBeGreaterThan(6);
        sida.Text.ShouldNotContain("Norra Hamnens");
        sida.Text.ShouldNotContain("Strömviks");
        Htmlprov.Fel(sida).ShouldBeEmpty();
    }

    /// <summary>The demo's own cases go out of the way.</summary>
    private async Task TomAsync()
    {
        await using var db = _portal.Databas.Alla();
        await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
    }

    private async Task RapportdagAsync(Skolkfall fall, DateOnly dag)
    {
        await using var db = _portal.Databas.Alla();
        await db.Nationellt<Skolkrapport>().Where(r => r.Id == fall.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, dag));
    }
}
