using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Avstangningsko;

/// <summary>Suspensions that the schools have sent: a list for each lane, and a page for each with its decision.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class AvstangningskoController(
    AvstangningQuery query, AvstangningService service, HistorikQuery historik, AktuellAnvandare anvandare, AuditService audit) : Controller
{
    [HttpGet("/csn/avstangningar")]
    public Task<IActionResult> Index(string? visa, string? sida, CancellationToken ct) => ListaAsync(Personskydd.Inget, visa, sida, ct);

    /// <summary>The protected lane.</summary>
    [HttpGet("/csn/avstangningar/skyddade"), Kraver(Rattighet.SeSkyddadeIdentiteter)]
    public Task<IActionResult> Skyddade(string? visa, string? sida, CancellationToken ct) => ListaAsync(Personskydd.Skyddad, visa, sida, ct);

    [HttpGet("/csn/avstangningar/{id:long}")]
    public Task<IActionResult> Avstangning(long id, CancellationToken ct) => VisaAsync(id, null, ct);

    [HttpPost("/csn/avstangningar/{id:long}")]
    public async Task<IActionResult> Avstangning(long id, string? version, CancellationToken ct)
    {
        if (!int.TryParse(version, out var dragen))
        {
            return BadRequest();
        }

        if (await service.HanteraAsync(id, dragen, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return await VisaAsync(id, svar.Refusals[0], ct);
        }

        TempData.Klart("Avstängningen är markerad som hanterad.");
        return Redirect((await query.ForAsync(id, ct))?.Studerande.ArSkyddad == true ? Avstangningslista.Skyddad : Avstangningslista.Vanlig);
    }

    private async Task<IActionResult> ListaAsync(Personskydd lane, string? visa, string? sida, CancellationToken ct)
    {
        var hanterade = visa == Avstangningslista.Hanterade;
        var lista = await query.SidaAsync(lane, !hanterade, Heltal.Sida(sida), ct);
        return View("Index", new Avstangningslista(lista, lane, hanterade));
    }

    private async Task<IActionResult> VisaAsync(long id, Refusal? nej, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } detaljer)
        {
            return NotFound();
        }

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Handelse, detaljer.Handelse.Id, detaljer.Avstangning.SkolaId);
        if (detaljer.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, detaljer.Studerande.Id, detaljer.Avstangning.SkolaId);
        }

        if (nej is not null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return View("Avstangning", new AvstangningModell(
            detaljer, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), await historik.ForAsync(AuditObjects.Handelse, detaljer.Handelse.Id, ct), nej));
    }
}
