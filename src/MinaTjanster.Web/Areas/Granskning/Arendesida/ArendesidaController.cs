using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Arendesida;

/// <summary>One case, the document beside the facts, and the acts that need no page of their own. They are posted to the case's own address.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class ArendesidaController(
    ArendeService service,
    Arendeoppning oppning,
    HistorikQuery historik,
    MeddelandeService meddelanden,
    AnteckningService anteckningar,
    FlergodkannandeService flera,
    Laslage laslage,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/granskning/{arendeId:long}")]
    public Task<IActionResult> Index(long arendeId, string? ko, long dokument, string? sida, CancellationToken ct) =>
        VisaAsync(arendeId, Koplats.FranKo(ko), dokument, int.TryParse(sida, out var nummer) ? nummer : 1, null, ct);

    [HttpPost("/granskning/{arendeId:long}")]
    public async Task<IActionResult> Index(long arendeId, string? ko, AtgardInput input, CancellationToken ct)
    {
        if (input.Tolka() is not var (atgard, version))
        {
            return BadRequest();
        }

        var plats = Koplats.FranKo(ko);
        var svar = await (atgard switch
        {
            Arendeatgard.Ta => service.TaAsync(arendeId, version, ct),
            Arendeatgard.LaggTillbaka => service.LaggTillbakaAsync(arendeId, version, ct),
            Arendeatgard.AterkallaKomplettering => service.AterkallaKompletteringAsync(arendeId, version, ct),
            _ => service.KvitteraAsync(arendeId, version, ct),
        });
        if (svar is null)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return await VisaAsync(arendeId, plats, 0, 1, svar.Refusals[0], ct);
        }

        TempData.Klart(atgard switch
        {
            Arendeatgard.Ta => "Du har tagit ärendet.",
            Arendeatgard.LaggTillbaka => "Ärendet ligger i kön igen.",
            Arendeatgard.AterkallaKomplettering => "Begäran är återtagen. Du kan granska ärendet som det är.",
            _ => "Kvitterat. Ärendet finns kvar bland de avslutade.",
        });
        return Redirect(atgard is Arendeatgard.LaggTillbaka or Arendeatgard.Kvittera ? plats.AdressTill(arendeId) : plats.Arende(arendeId));
    }

    private async Task<IActionResult> VisaAsync(long arendeId, Koplats plats, long dokumentId, int sida, Refusal? nej, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        if (await laslage.NuAsync(ct) is null)
        {
            await flera.SettAsync(detaljer.Arende, ct);
        }

        if (nej is not null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        plats = plats.ILane(detaljer.Studerande.Skydd);
        var rader = await historik.ForAsync(AuditObjects.Skolkrapport, detaljer.Rapport.Id, ct);
        return View("Index", new ArendesidaModell(detaljer, plats, anvandare.KontoId, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), dokumentId, rader, nej)
        {
            OnskadSida = sida,
            Anteckning = await anteckningar.HamtaAsync(detaljer.Arende, ct),
            FarAnteckna = anteckningar.Hinder(detaljer.Arende, detaljer.Handlaggare) is null,
            Trad = await meddelanden.TradAsync(detaljer.Arende, Meddelandepart.Csn, ct),
        });
    }
}

/// <summary>The pressed button and the version of the case it was drawn for.</summary>
public sealed class AtgardInput
{
    public string? Atgard { get; init; }

    public string? Version { get; init; }

    /// <summary>Null for anything but the buttons of the page.</summary>
    internal (Arendeatgard Atgard, int Version)? Tolka() =>
        int.TryParse(Version, out var version)
        && Enum.TryParse<Arendeatgard>(Atgard, out var atgard)
        && atgard.ToString() == Atgard
        && atgard is Arendeatgard.Ta or Arendeatgard.LaggTillbaka or Arendeatgard.Kvittera or Arendeatgard.AterkallaKomplettering
            ? (atgard, version)
            : null;
}
