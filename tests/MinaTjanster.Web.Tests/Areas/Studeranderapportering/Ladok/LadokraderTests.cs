using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok.Ladokportal;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;

/// <summary>The held rows of what Ladok has sent, as the university's reporter meets them.</summary>
public sealed class LadokraderTests : IAsyncDisposable
{
    private readonly PortalFabrik _portal = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>What Ladok sends is corrected in Ladok: a refused row can be read here, not sent.</summary>
    [Fact]
    public async Task ARefusedRow_IsNotCorrectedOnScreen()
    {
        using var mottaget = await _portal.SkickaAsync(await _portal.NyckelAsync(), Kurs(sista: "2026-08-01"));
        await _portal.LasInAsync();
        var (fil, rad) = await RadAsync();
        using var ingrid = await _portal.InloggadAsync(Personer.IngridStorm);

        var sida = await ingrid.HamtaAsync($"/filer/{fil}");
        sida.Text.ShouldContain("HANDELSE-SISTAFORE");
        sida.Dokument.QuerySelectorAll($"a[href='/filer/{fil}/rader/{rad}']").ShouldBeEmpty();
        (await ingrid.HamtaUtanOmdirigeringAsync($"/filer/{fil}/rader/{rad}")).Omdirigering.ShouldBe($"/filer/{fil}");

        // Posted nevertheless, with the token of another form of the school's.
        using var begaran = (await ingrid.HamtaAsync("/studerande")).FindForm("/studerande/sok").Manipulera("Falt[sista_dag]", "2027-01-15").Begaran();
        begaran.RequestUri = new Uri($"/filer/{fil}/rader/{rad}", UriKind.Relative);
        var nej = await ingrid.SkickaAsync(begaran, foljOmdirigering: true);
        nej.Status.ShouldBe(HttpStatusCode.BadRequest);
        nej.Fel.ShouldContain("Skolan rapporterar genom Ladok. Rapportera och rätta i Ladok.");
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Handelse>().CountAsync(h => h.Sandning.Kanal == Sandningskanal.Ladok && h.Sandning.Rapportdag == Testklocka.Standarddag, Ct)).ShouldBe(0);
        (await db.Nationellt<Filjobbsrad>().SingleAsync(r => r.Id == rad, Ct)).Tillstand.ShouldBe(Filradstillstand.Kvar);

        async Task<(long Fil, long Rad)> RadAsync()
        {
            await using var alla = _portal.Databas.Alla();
            var kvar = await alla.Nationellt<Filjobbsrad>().SingleAsync(Ct);
            return (kvar.FiljobbId, kvar.Id);
        }
    }
}
