using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlagsfiler;

/// <summary>Adds files to a school's draft, and takes them away.</summary>
[Area("Skolkrapportering")]
[Route("/ogiltig-franvaro/{id:long}/underlag/filer")]
[Kraver(Rattighet.SkickaUnderlag)]
public sealed class UnderlagsfilerController(UnderlagQuery query, UnderlagService utkast, Uppladdning uppladdning, AuditService audit, TimeProvider klocka) : Controller
{
    private const string Sida = "~/Areas/Skolkrapportering/Underlag/Index.cshtml";

    /// <summary>A reload of the answer to a refused upload, or the way back after a time-out.</summary>
    [HttpGet("")]
    public RedirectResult Index(long id) => Redirect($"/ogiltig-franvaro/{id}/underlag");

    // The body is read as it arrives: Uppladdning checks the antiforgery token and the school's mark, which stand first in it,
    // before it looks at any file, and holds the limits itself.
    [HttpPost("")]
    [TarEmotFiler]
    [DisableRequestSizeLimit]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    public async Task<IActionResult> LaddaUpp(long id, CancellationToken ct)
    {
        if (await query.LageAsync(id, ct) is not { } fore)
            return NotFound();

        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, falt, innehall) =>
        {
            var fil = await utkast.LaggTillFilAsync(id, Ankomstsatt.Portal, falt.GetValueOrDefault("Nyckel") ?? "", filnamn, innehall, ct);
            return fil?.Refusals ?? [];
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && svar.Mottagna.Count + svar.Avslag.Count == 0)
            return BadRequest();

        var kod = await svar.RedovisaAsync(ModelState, audit, fore.Rapport, ct);
        if (kod == StatusCodes.Status302Found)
        {
            TempData.Klart(svar.Mottagna.Count == 1 ? $"Filen {svar.Mottagna[0]} är uppladdad." : $"{svar.Mottagna.Count} filer är uppladdade.");
            return Redirect($"/ogiltig-franvaro/{id}/underlag#filer");
        }

        var lage = await query.LageAsync(id, ct) ?? fore;
        Response.StatusCode = kod;
        return View(Sida, new UnderlagSida(lage, UnderlagInput.For(lage, Ankomstsatt.Portal, klocka.SvenskDag()), klocka.SvenskDag(), Mottagna: svar.Mottagna));
    }

    [HttpPost("{dokumentId:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, long dokumentId, CancellationToken ct)
    {
        var svar = await utkast.TaBortFilAsync(id, Ankomstsatt.Portal, dokumentId, ct);
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Filen är borttagen.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);

        return Redirect($"/ogiltig-franvaro/{id}/underlag#filer");
    }
}
