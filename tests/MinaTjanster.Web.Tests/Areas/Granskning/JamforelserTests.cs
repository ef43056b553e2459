using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>Report, försättsblad and underlag beside each other. Who may not see it, and cases that are not there: <see cref="SidmarkeringarTests"/>.</summary>
public sealed class JamforelserTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task Get_WhatAgrees_SaysSo_AndRecordsTheView()
    {
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var fore = (await portal.VisningarAsync()).Count;

        var sida = await (await klient.HamtaAsync($"/granskning/{stina.Id}")).KlickaAsync("Jämför rapport, försättsblad och underlag");

        sida.Rubrik.ShouldBe("Rapport, försättsblad och underlag");
        sida.Texter("main h2").ShouldContain("Inga skillnader i det som är sparat.");
        sida.Texter(".jamforelse thead th").ShouldBe(["Uppgift", "Rapporten", "Försättsbladet", "Underlaget", "Stämmer det?"]);
        sida.Dokument.QuerySelectorAll(".jamforelse tr.skiljer").Length.ShouldBe(0);
        sida.Texter(".jamforelse tbody tr").ShouldContain(r => r.StartsWith("Studerande") && r.EndsWith("Samma källa"));
        sida.Texter(".jamforelse tbody tr").ShouldContain(r => r.StartsWith("Tillfällen") && r.Contains("Finns inte"));
        (await portal.VisningarAsync()).Skip(fore).Count(v => v.Slag == Visningsslag.Csn && v.ObjektId == stina.SkolkrapportId).ShouldBe(2, "the case's page, and this one");
    }

    [Fact]
    public async Task Get_WhatDiffers_IsMarkedInWords_AndCounted()
    {
        var omar = await portal.OmarAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{omar.Id}/jamforelse");

        var antal = sida.Dokument.QuerySelectorAll(".jamforelse tr.skiljer").Length;
        antal.ShouldBeGreaterThan(0);
        sida.Texter("main h2").ShouldContain(antal == 1 ? "1 skillnad." : $"{antal} skillnader.");
        sida.Texter(".jamforelse tr.skiljer .status").ShouldAllBe(t => t == "Skiljer sig");
        sida.Texter(".jamforelse tr.skiljer").ShouldContain(r => r.Contains("fram till den dag det skickas"));
    }

    [Fact]
    public async Task Get_AnEarlierUnderlag_ByItsTab_AndAnothersIdGivesTheNewest()
    {
        // A portal of its own: the demo students of the shared one have one case each.
        await using var egen = new PortalFabrik();
        var fall = await Skolkfall.SkapaAsync(egen);
        using var skola = await egen.InloggadAsync(Personer.AnnaLind);
        await fall.SkickaAsync(skola);
        await fall.BegarKompletteringAsync("Skicka även oktober.");
        await fall.LaddaUppAsync(skola, Testfiler.Pdf(sidor: 3));
        await (await fall.AngeAsync(skola)).SkickaAsync("Skicka underlaget");
        var (forsta, andra) = ((await fall.UnderlagenAsync())[0].Id, (await fall.UnderlagenAsync())[1].Id);
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);
        string Sidor(Sida s) => s.Texter(".jamforelse tbody tr").Single(r => r.StartsWith("Antal sidor", StringComparison.Ordinal));

        Sidor(await klient.HamtaAsync($"/granskning/{fall.ArendeId}/jamforelse?underlag={forsta}")).ShouldContain("1 sida i 1 fil");
        foreach (var id in new[] { $"?underlag={andra}", "?underlag=987654321", "?underlag=x", "" })
        {
            var sida = await klient.HamtaAsync($"/granskning/{fall.ArendeId}/jamforelse{id}");
            sida.Status.ShouldBe(HttpStatusCode.OK);
            Sidor(sida).ShouldContain("3 sidor i 1 fil");
        }
    }

    [Fact]
    public async Task Get_WithoutUnderlag_ShowsTheReportAndThatNothingElseIsThere()
    {
        var lisa = await portal.LisaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{lisa.Id}/jamforelse");

        sida.Texter("main h2").ShouldContain("Inget underlag har kommit in. Det finns bara rapporten att visa.");
    }

    [Fact]
    public async Task Get_ProtectedStudent_ByTheCleared_RecordsBothViews()
    {
        var skyddad = await portal.SkyddadAsync();
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);
        var fore = (await portal.VisningarAsync()).Count;

        (await klient.HamtaAsync($"/granskning/{skyddad.Id}/jamforelse")).Status.ShouldBe(HttpStatusCode.OK);

        (await portal.VisningarAsync()).Skip(fore).Select(v => (v.Slag, v.Objekt)).ShouldBe(
            [(Visningsslag.Csn, AuditObjects.Skolkrapport), (Visningsslag.SkyddadIdentitet, AuditObjects.Studerande)]);
    }
}
