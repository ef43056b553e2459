using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportsidor;

/// <summary>The page of one report: where it stands, what to do, and all that has happened.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class RapportsidorController(RapportsidaQuery rapporter, AuditService audit) : Controller
{
    [HttpGet("/ogiltig-franvaro/{id:long}")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        var sida = await rapporter.ForAsync(id, ct);
        if (sida is null)
        {
            return NotFound();
        }

        if (sida.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Skolkrapport, id, sida.Rapport.SkolaId, ct);
        }

        return View(sida);
    }
}
