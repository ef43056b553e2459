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
public sealed class UnderlagsfilerController(
    UnderlagQuery query,
    UnderlagService utkast,
    Uppladdning uppladdning,
    AuditService audit,
    AktuellAnvandare anvandare,
    TimeProvider klocka) : Controller
{
    private const string Sida = "~/Areas/Skolkrapportering/Underlag/Index.cshtml";

    /// <summary>A reload of the answer to a refused upload, or the way back after a time-out.</summary>
    [HttpGet("")]
    public RedirectResult Index(long id) => Redirect($"/ogiltig-franvaro/{id}/underlag");

    // The body is read as it arrives: Uppladdning checks the antiforgery token and the school's mark, which stand first in it,
    // before it looks at any file, and holds the limits itself.
    [HttpPost("")]
    [TarEmotFiler]
    [FormularPaSida(1)]
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

        var lage = await query.LageAsync(id, ct) ?? fore;
        var falt = Filformular.Falt(svar.Falt, fore.Utkast(Ankomstsatt.Portal), lage.Utkast(Ankomstsatt.Portal));
        var kod = await svar.RedovisaAsync(ModelState, audit, fore.Rapport, ct);
        if (kod == StatusCodes.Status302Found)
        {
            TempData.Klart(svar.Mottagna.Count == 1 ? $"Filen {svar.Mottagna[0]} är uppladdad." : $"{svar.Mottagna.Count} filer är uppladdade.");
            return TillSidan(id, falt);
        }

        ModelState.Visa(falt);
        Response.StatusCode = kod;
        return View(Sida, new UnderlagSida(
            lage,
            UnderlagInput.For(lage, Ankomstsatt.Portal, klocka.SvenskDag()),
            klocka.SvenskDag(),
            Mottagna: svar.Mottagna,
            Dragen: falt.GetValueOrDefault("Version")));
    }

    [HttpPost("{dokumentId:long}/ta-bort")]
    [FormularPaSida(3)]
    public async Task<IActionResult> TaBort(long id, long dokumentId, CancellationToken ct)
    {
        if (await query.LageAsync(id, ct) is not { } fore || await utkast.TaBortFilAsync(id, Ankomstsatt.Portal, dokumentId, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Filen är borttagen.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);

        var efter = await query.LageAsync(id, ct) ?? fore;
        return TillSidan(id, Filformular.Falt(Ifyllt.Falt(Request.Form), fore.Utkast(Ankomstsatt.Portal), efter.Utkast(Ankomstsatt.Portal)));
    }

    private RedirectResult TillSidan(long id, Dictionary<string, string> falt)
    {
        var sida = $"/ogiltig-franvaro/{id}/underlag";
        this.BehallIfyllt(anvandare, sida, falt);
        return Redirect($"{sida}#filer");
    }
}
