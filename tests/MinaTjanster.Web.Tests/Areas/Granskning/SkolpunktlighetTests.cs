using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>CSN's list of silent schools, and the spread. Today is 22 November 2026. Nothing is posted and no record is asked for by id.</summary>
public sealed class SkolpunktlighetTests : IAsyncDisposable
{
    private const string Lista = "/csn/punktlighet";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePageAndTheFileAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.BevakaFrister, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { Lista, $"{Lista}/csv" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
        });

    [Fact]
    public async Task SilentSchools_StandFirst_ThenAll_ByFormAndOrder()
    {
        await TioFranSodraAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await greta.HamtaAsync("/granskning")).KlickaAsync("Skolornas punktlighet");

        sida.Rubrik.ShouldBe("Skolornas punktlighet");
        sida.Text.ShouldContain("1 skola är tyst");
        sida.Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem().ShouldStartWith("Norra Hamnens gymnasium");
        sida.Texter("section[aria-labelledby=spridning] tbody tr")[0].ShouldStartWith("Gymnasieskola 2 1 1 –");
        sida.Dokument.QuerySelector("main a[href='/csn/frister']").ShouldNotBeNull();
        Htmlprov.Fel(sida).ShouldBeEmpty();
        var alla = await greta.HamtaAsync($"{Lista}?visa=alla");
        alla.Texter("section[aria-labelledby=skolor] tbody tr").Count.ShouldBeGreaterThan(2);
        var sorterad = await alla.KlickaAsync("Dagar till rapport");
        sorterad.Url.PathAndQuery.ShouldBe($"{Lista}?visa=alla&sortering=dagar-till-rapport");
        sorterad.Texter("section[aria-labelledby=skolor] tbody tr")[0].ShouldStartWith("Södra Bergets gymnasium");
        (await sorterad.KlickaAsync("Dagar till rapport")).Url.Query.ShouldEndWith("riktning=stigande");
        (await greta.HamtaAsync($"{Lista}?visa=alla&skolform=Komvux")).Texter("section[aria-labelledby=skolor] tbody tr").ShouldAllBe(t => t.Contains("komvux", StringComparison.Ordinal));
        foreach (var okant in new[] { "?skolform=Dagis", "?sortering=99", "?riktning=upp", "?sida=99", "?sida=x", "?visa=inget" })
            (await greta.HamtaAsync(Lista + okant)).Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem(okant);
    }

    [Fact]
    public async Task Spread_OfEnoughSchools_HasItsNumbers_AndTheOtherFormsHaveNone()
    {
        (await new Demohistorik(_portal.Databas.NyDb, _portal.Klocka).SeedaAsync()).ShouldBeTrue();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await greta.HamtaAsync(Lista);

        var former = sida.Texter("section[aria-labelledby=spridning] tbody tr");
        former[0].ShouldMatch(@"^Gymnasieskola 10 10 1 \d+ \d+–\d+ \d+ \d+–\d+ \d+ % \d+–\d+ % \d+ % \d+–\d+ %$");
        former.Skip(1).ShouldAllBe(f => f.EndsWith("– – – –", StringComparison.Ordinal));
        sida.Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem().ShouldStartWith("Björkhults gymnasium");
    }

    [Fact]
    public async Task Csv_HoldsTheChoice_AndIsInTheLog()
    {
        await TioFranSodraAsync();
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await (await kristina.HamtaAsync("/")).KlickaAsync("Skolornas punktlighet");

        var fil = await sida.KlickaAsync("Hämta som CSV");

        fil.Svar.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var rader = Encoding.UTF8.GetString(fil.Innehall).Trim().Split('\n');
        rader.Length.ShouldBe(2);
        rader[1].ShouldStartWith($"Norra Hamnens gymnasium;{Demoskolor.NorraHamnen};Luleå;gymnasieskola;ja;60;5;0;;0;");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.TimelinessExported)).ShouldBe(1);
    }

    private async Task TioFranSodraAsync()
    {
        await using var db = _portal.Databas.Alla();
        await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget);
        var konto = (await db.Konton.OrderBy(k => k.Id).FirstAsync()).Id;
        var elever = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id).OrderBy(s => s.Id).Skip(10).Take(10).ToListAsync();
        var dag = new DateOnly(2026, 10, 12);
        foreach (var elev in elever)
        {
            var skickad = SvenskTid.TillUtc(dag, new(9, 0));
            var rapport = new Skolkrapport(skola.Id, elev.Id, new Skolkuppgift(dag.AddDays(-35), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, dag);
            db.Add(new Arende(skola.Id, rapport, skickad));
        }

        await db.SaveChangesAsync();
    }
}
