using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Losenordskiosk.GlomtLosenord;

/// <summary>
/// Lösenordskiosken: <em>Har du glömt ditt lösenord eller fungerar det inte?</em> (domain.md section 3). Every step answers the same whatever
/// username was typed; the third step is the one that changes a known password too.
/// </summary>
[Area("Losenordskiosk"), AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class GlomtLosenordController(EngangskodService koder, Kodkaka kodkaka, Losenordskaka losenordskaka) : Controller
{
    [HttpGet("/losenordskiosk/glomt")]
    public IActionResult Index() => View(new GlomtInput());

    [HttpPost("/losenordskiosk/glomt")]
    public async Task<IActionResult> Index(GlomtInput input, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Anvandarnamn))
        {
            ModelState.AddModelError(nameof(GlomtInput.Anvandarnamn), "Skriv ditt användarnamn.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        // Where no more codes are given, a code that this browser has been sent already keeps working.
        kodkaka.Satt(HttpContext, await koder.BegarAsync(input.Anvandarnamn, ct) ?? kodkaka.Las(HttpContext) ?? Hemlighet.Ny());
        return RedirectToAction(nameof(Kod));
    }

    [HttpGet("/losenordskiosk/kod")]
    public IActionResult Kod() => kodkaka.Las(HttpContext) is null ? BorjaOm() : View(new KodInput());

    [HttpPost("/losenordskiosk/kod")]
    public async Task<IActionResult> Kod(KodInput input, CancellationToken ct)
    {
        if (kodkaka.Las(HttpContext) is not { } nyckel)
        {
            return BorjaOm();
        }

        // An empty field is a slip, not a guess.
        Result<Losenordsbiljett> svar = string.IsNullOrWhiteSpace(input.Kod) ? new EngangskodSaknas() : await koder.VerifieraAsync(nyckel, input.Kod, ct);
        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            ModelState.SetModelValue(nameof(KodInput.Kod), null, "");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        kodkaka.TaBort(HttpContext);
        losenordskaka.Satt(HttpContext, svar.Value);
        return RedirectToAction("NyttLosenord", "Losenordsbyte");
    }

    /// <summary>The browser has no handle, or a changed one: it has done this step already, or never begun.</summary>
    private RedirectToActionResult BorjaOm()
    {
        TempData.Upplysning("Börja med att skriva ditt användarnamn, så skickar vi ett engångslösenord.");
        return RedirectToAction(nameof(Index));
    }
}
