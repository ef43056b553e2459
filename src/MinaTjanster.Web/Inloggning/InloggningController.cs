using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Inloggning;

/// <summary>Signs in and out. A one-time password leads to the kiosk instead: no session before it is changed.</summary>
[EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class InloggningController(
    InloggningService inloggning,
    SessionService sessioner,
    AktuellAnvandare anvandare,
    Losenordskaka losenordskaka,
    Sessionskaka sessionskaka) : Controller
{
    [HttpGet("/logga-in"), AllowAnonymous]
    public IActionResult LoggaIn(string? retur, int? utgangen) =>
        anvandare.ArInloggad ? Redirect(Lokal(retur)) : View(new LoggaInInput { Retur = Lokal(retur), Utgangen = utgangen == 1 });

    [HttpPost("/logga-in"), AllowAnonymous, UtanSkolmarke]
    public async Task<IActionResult> LoggaIn(LoggaInInput input, CancellationToken ct)
    {
        var verifierat = await inloggning.VerifieraAsync(input.Anvandarnamn, input.Losenord, ct);
        if (!verifierat.IsAccepted)
        {
            return Nekad(input, verifierat.Refusals[0]);
        }

        var konto = verifierat.Value;
        if (konto.Losenordsstatus == Losenordsstatus.Engangs)
        {
            losenordskaka.Satt(HttpContext, LosenordService.Biljett(konto));
            return RedirectToAction("NyttLosenord", "Losenordsbyte", new { area = "Losenordskiosk" });
        }

        var inloggad = await inloggning.LoggaAsync(konto, ct);
        if (!inloggad.IsAccepted)
        {
            return Nekad(input, inloggad.Refusals[0]);
        }

        if (sessionskaka.Las(HttpContext) is { } tidigare)
        {
            await sessioner.AvslutaAsync(tidigare, ct);
        }

        sessionskaka.Satt(HttpContext, await sessioner.SkapaAsync(konto, ct));
        return Redirect(Lokal(input.Retur));
    }

    [HttpPost("/logga-ut"), Inloggad, UtanSkolmarke]
    public async Task<IActionResult> LoggaUt(CancellationToken ct)
    {
        await sessioner.LoggaUtAsync(anvandare.Session, ct);
        sessionskaka.TaBort(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        TempData["Klart"] = "Du är utloggad.";
        return RedirectToAction(nameof(LoggaIn));
    }

    private ViewResult Nekad(LoggaInInput input, Refusal refusal)
    {
        ModelState.AddModelError("", refusal.Sentence);
        // The password is never sent back; everything else stays as typed.
        ModelState.SetModelValue(nameof(LoggaInInput.Losenord), null, "");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(input);
    }

    /// <summary>Only addresses within the portal are returned to.</summary>
    private string Lokal(string? retur) => Url.IsLocalUrl(retur) && retur != "/logga-in" ? retur! : "/";
}
