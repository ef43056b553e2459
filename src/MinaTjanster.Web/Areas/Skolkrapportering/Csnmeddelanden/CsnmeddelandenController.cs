using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Meddelandetradar;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Csnmeddelanden;

/// <summary>What CSN has written to the school about a report, and the school's answers.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk), Route("/ogiltig-franvaro/{id:long}/meddelanden")]
public sealed class CsnmeddelandenController(MeddelandeService service, SkolkrapportQuery rapporter, AuditService audit, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken ct) => VisaAsync(id, TradInput.Ny, ct);

    [HttpPost("")]
    public async Task<IActionResult> Index(long id, TradInput input, CancellationToken ct)
    {
        if (!input.HarNyckel)
        {
            return await rapporter.ForAsync(id, ct) is null ? NotFound() : BadRequest();
        }

        if (await service.SvaraAsync(id, input.Nyckel!, input.Text, TradInput.Tolka(input.Sett), ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            Response.StatusCode = svar.Refusals.Any(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return await VisaAsync(id, input, ct);
        }

        TempData.Klart(svar.Value.Nyss ? "Ditt svar är skickat till CSN." : "Ditt svar var redan skickat till CSN.");
        return RedirectToAction(nameof(Index), new { id });
    }

    [HttpPost("last"), FormularPaSida(1)]
    public async Task<IActionResult> Last(long id, string? sett, CancellationToken ct)
    {
        if (await service.LasHosSkolanAsync(id, TradInput.Tolka(sett), ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Meddelandet är markerat som läst.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return RedirectToAction(nameof(Index), new { id });
    }

    private async Task<IActionResult> VisaAsync(long id, TradInput input, CancellationToken ct)
    {
        if (await rapporter.ForAsync(id, ct) is not { } sida)
        {
            return NotFound();
        }

        if (sida.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, sida.Studerande.Id, sida.Studerande.SkolaId, id);
        }

        return View("Index", new CsnmeddelandenModell(sida, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), await service.TradAsync(sida.Arende, Meddelandepart.Skolan, ct))
        {
            Text = input.Text,
            Nyckel = input.Nyckel,
        });
    }
}

/// <summary>The page of a report's messages.</summary>
public sealed class CsnmeddelandenModell(Skolkrapportsida sida, bool farSeSkyddade, Meddelandetrad trad) : TradInput
{
    public Skolkrapportsida Sida => sida;

    public Meddelandetrad Trad => trad;

    public string Namn => sida.Studerande.NamnFor(farSeSkyddade);

    public string Personnummer => sida.Studerande.PersonnummerFor(farSeSkyddade);
}
