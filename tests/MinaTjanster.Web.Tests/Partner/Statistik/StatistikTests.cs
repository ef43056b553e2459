using System.Net;
using System.Text;
using System.Text.Json;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Statistik;

/// <summary>The open statistics with a year of history. Today is 22 November 2026. Nothing is posted, and there is nothing to choose.</summary>
public sealed class StatistikTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Services;
        (await new Demohistorik(_portal.Databas.NyDb, _portal.Klocka).SeedaAsync()).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Page_IsForAll_TheSame_AndMayBeKept()
    {
        List<string> sidor = [];
        foreach (var person in new[] { null, Personer.AnnaLind, Personer.GretaGranberg })
        {
            using var klient = person is null ? _portal.NyKlient() : await _portal.InloggadAsync(person);
            var sida = await klient.HamtaUtanOmdirigeringAsync("/statistik");
            sida.Status.ShouldBe(HttpStatusCode.OK);
            sida.Rubrik.ShouldBe("Statistik om rapportering av skolk");
            sida.Svar.Headers.Contains("Set-Cookie").ShouldBeFalse();
            sida.Svar.Headers.CacheControl!.Public.ShouldBeTrue();
            Htmlprov.Fel(sida).ShouldBeEmpty();
            sida.Dokument.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
            sidor.Add(Encoding.UTF8.GetString(sida.Innehall));
        }

        sidor.Distinct().ShouldHaveSingleItem();
        Personnummermask.Finns(sidor[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task Page_ShowsFinishedMonths_ByForm_WithChartsAndTables()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.HamtaAsync("/statistik");

        sida.Texter("article h2").ShouldBe(["Alla skolformer", "Gymnasieskola", "Komvux", "Folkhögskola", "Konst- och kulturutbildning", "Så räknas det", "In English"]);
        var rader = sida.Texter("section[aria-labelledby=alla] tbody tr");
        rader.Count.ShouldBe(12);
        rader[0].ShouldStartWith("oktober 2026");
        rader[0].ShouldEndWith("inte klart");
        rader[^1].ShouldStartWith("november 2025");
        sida.Text.ShouldNotContain("november 2026 ");
        sida.Texter("section[aria-labelledby=alla] tbody tr td:nth-child(4)").Where((_, i) => i is 2 or 3).ShouldAllBe(t => t == "–", "August and July have nothing to stop");
        sida.Text.ShouldContain("I oktober 2026 kom");
        sida.Dokument.QuerySelectorAll("section[aria-labelledby=alla] svg.diagram").Length.ShouldBe(2);
        sida.Dokument.QuerySelector("section[lang=en]").ShouldNotBeNull();
        foreach (var skola in Demoskolor.Alla)
            sida.Text.ShouldNotContain(skola.Namn);
        (await klient.HamtaAsync("/statistik?skolform=komvux&manad=2026-10")).Texter("tbody tr").ShouldBe(sida.Texter("tbody tr"), "nothing can be chosen");
    }

    [Fact]
    public async Task Downloads_HoldWhatThePageShows_AndNothingMore()
    {
        using var klient = _portal.NyKlient();

        var csv = await klient.HamtaAsync("/statistik.csv");
        var json = await klient.HamtaAsync("/statistik.json");

        foreach (var fil in new[] { csv, json })
            (fil.Svar.Headers.CacheControl!.Public, fil.Svar.Headers.CacheControl.MaxAge).ShouldBe((true, TimeSpan.FromMinutes(5)));
        csv.Svar.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var rader = Encoding.UTF8.GetString(csv.Innehall).Trim('\uFEFF', '\n', '\r').Split('\n').Select(r => r.Trim('\r').Split(';')).ToList();
        rader[0].ShouldBe(["Månad", "Skolform", "Rapporter", "Dagar till rapport, median", "Senast den 22:a, procent", "Rätt första gången, procent"]);
        rader.Count.ShouldBe(1 + (12 * 5));
        var poster = JsonDocument.Parse(json.Innehall).RootElement.GetProperty("rader").EnumerateArray().ToList();
        string Tal(JsonElement post, string namn) => post.GetProperty(namn).ValueKind == JsonValueKind.Null ? "" : $"{post.GetProperty(namn).GetInt32()}";
        poster.Select(p => string.Join(';', p.GetProperty("manad").GetString(), Tal(p, "rapporter"), Tal(p, "dagarTillRapportMedian"), Tal(p, "senastDen22Procent"), Tal(p, "rattForstaGangenProcent")))
            .ShouldBe(rader.Skip(1).Select(r => string.Join(';', r[0], r[2], r[3], r[4], r[5])));
        rader.Skip(1).ShouldAllBe(r => r[2].Length == 0 || int.Parse(r[2]) == 0 || int.Parse(r[2]) >= 5);
        var sida = await klient.HamtaAsync("/statistik");
        sida.Texter("section[aria-labelledby=alla] tbody tr td:nth-child(2)").Select(t => t == "visas inte" ? "" : t)
            .ShouldBe(rader.Where(r => r[1] == "Alla skolformer").Select(r => r[2]));
    }

    [Fact]
    public async Task SettingsOutOfRange_AreRefusedAtStart()
    {
        await using var portal = new PortalFabrik { Installningar = { ["Punktlighet:TystaManader"] = "13" } };

        Should.Throw<InvalidOperationException>(() => portal.Services).Message.ShouldContain("Punktlighet:TystaManader");
    }

    [Fact]
    public async Task Sitemap_AndOtherAddresses()
    {
        using var klient = _portal.NyKlient();

        Encoding.UTF8.GetString((await klient.HamtaAsync("/sitemap.xml")).Innehall).ShouldContain("/statistik</loc>");
        (await klient.HamtaAsync("/statistik/12345678")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/statistik.xml")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
