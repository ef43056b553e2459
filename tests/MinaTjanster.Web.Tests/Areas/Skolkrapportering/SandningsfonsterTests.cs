using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>Until the sending window closes at 15.00 CSN does not see the report, and no page says that it has the underlag.</summary>
public sealed class SandningsfonsterTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Fact]
    public async Task UntilTheWindowCloses_ReportListAndStudent_SayWhenCsnGetsIt()
    {
        var elev = await _varld.ElevAsync("Fia", "Fonstersson");
        var rapport = await _varld.RapportAsync(elev, "2026-11-06", rapportdag: "2026-11-22");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var utan = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}");
        utan.Text.ShouldContain("Når CSN 22 november 2026 kl. 15.00. Fram till dess kan du ta bort rapporten utan att CSN ser den.");
        utan.Text.ShouldContain("Underlag saknas");
        await using (var db = portal.Databas.Alla())
        {
            var arende = await db.Nationellt<Arende>().AsTracking().SingleAsync(a => a.SkolkrapportId == rapport.Id, TestContext.Current.CancellationToken);
            arende.TaEmotUnderlag(SvenskTid.TillUtc(new(2026, 11, 22), new(9, 45)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var fore = await SidorAsync(klient, elev.Id, rapport);
        fore.ShouldAllBe(s => s.Contains("Når CSN kl. 15.00", StringComparison.Ordinal));
        fore.ShouldAllBe(s => !s.Contains("Hos CSN", StringComparison.Ordinal));
        fore[0].ShouldContain("CSN tar hand om rapporten och underlaget från och med 22 november 2026 kl. 15.00. Fram till dess kan du ändra rapporten, eller ta bort den utan att CSN ser den.");
        fore[0].ShouldNotContain("CSN har fått underlaget");

        portal.Klocka.Satt(new(2026, 11, 22), new(15, 0));
        using var senare = await portal.InloggadAsync(Personer.AnnaLind); // the first has been idle for too long
        var efter = await SidorAsync(senare, elev.Id, rapport);
        efter.ShouldAllBe(s => s.Contains("Hos CSN", StringComparison.Ordinal) && !s.Contains("Når CSN", StringComparison.Ordinal));
        efter[0].ShouldContain("CSN har fått underlaget och granskar det.");
    }

    /// <summary>The report's page, her row of the list and of the CSV, and her own page.</summary>
    private static async Task<string[]> SidorAsync(Portalklient klient, long studerandeId, Skolkrapport rapport) =>
    [
        (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}")).Text,
        (await klient.HamtaAsync("/ogiltig-franvaro?status=hos-csn")).Texter($"#r-{rapport.Id}").ShouldHaveSingleItem(),
        Encoding.UTF8.GetString((await klient.HamtaAsync("/ogiltig-franvaro/csv?status=hos-csn")).Innehall).Split('\n').Single(r => r.Contains(rapport.Kvittensnummer, StringComparison.Ordinal)),
        (await klient.HamtaAsync($"/studerande/{studerandeId}")).Text,
    ];
}
