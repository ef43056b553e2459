using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;

/// <summary>Lösenordskiosken: <em>Vill du ändra ditt lösenord?</em> (domain.md section 3). Needs no session, and makes none.</summary>
[Area("Losenordskiosk"), AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class LosenordsbyteController(InloggningService inloggning, LosenordService losenord, Losenordskaka kaka) : Controller
{
    [HttpGet("/losenordskiosk")]
    public IActionResult Index() => View();

    [HttpGet("/losenordskiosk/andra")]
    public IActionResult Andra() => View(new AndraInput());

    [HttpPost("/losenordskiosk/andra")]
    public async Task<IActionResult> Andra(AndraInput input, CancellationToken ct)
    {
        var verifierat = await inloggning.VerifieraAsync(input.Anvandarnamn, input.Losenord, ct);
        if (!verifierat.IsAccepted)
        {
            ModelState.AddModelError("", verifierat.Refusals[0].Sentence);
            ModelState.SetModelValue(nameof(AndraInput.Losenord), null, "");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        kaka.Satt(HttpContext, LosenordService.Biljett(verifierat.Value));
        return RedirectToAction(nameof(NyttLosenord));
    }

    [HttpGet("/losenordskiosk/nytt-losenord")]
    public IActionResult NyttLosenord() =>
        kaka.Las(HttpContext) is null ? BorjaOm() : View(new NyttLosenordInput());

    [HttpPost("/losenordskiosk/nytt-losenord")]
    public async Task<IActionResult> NyttLosenord(NyttLosenordInput input, CancellationToken ct)
    {
        Result<Konto> svar = kaka.Las(HttpContext) is not { } biljett
            ? new BytetForGammalt()
            : input.NyttLosenord != input.Upprepa
                ? Result<Konto>.Refused([.. await losenord.GranskaAsync(biljett, input.NyttLosenord ?? "", ct), new LosenordenOlika()])
                : await losenord.BytAsync(biljett, input.NyttLosenord ?? "", ct);
        if (!svar.IsAccepted)
        {
            ModelState.SetModelValue(nameof(NyttLosenordInput.NyttLosenord), null, "");
            ModelState.SetModelValue(nameof(NyttLosenordInput.Upprepa), null, "");
            foreach (var refusal in svar.Refusals)
            {
                ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        kaka.TaBort(HttpContext);
        TempData["Klart"] = "Ditt lösenord är bytt. Logga in med ditt nya lösenord.";
        return Redirect("/logga-in");
    }

    /// <summary>The permission to choose a password is missing, too old or changed: both ways to a new one begin in the kiosk.</summary>
    private RedirectToActionResult BorjaOm()
    {
        TempData.Upplysning("Det har gått för lång tid, eller så är lösenordet redan bytt. Börja om här om du vill byta lösenord.");
        return RedirectToAction(nameof(Index));
    }
}
