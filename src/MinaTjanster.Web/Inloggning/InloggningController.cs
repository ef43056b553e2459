using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Inloggning;

/// <summary>
/// Signs in and out. A one-time password leads to the kiosk instead, and an account with a second factor to its second step: no session before that.
/// </summary>
[EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class InloggningController(
    InloggningService inloggning,
    SessionService sessioner,
    AktuellAnvandare anvandare,
    TvastegsinloggningService tvasteg,
    FaktorstegService steg,
    Tvastegskaka tvastegskaka,
    Sessionsstart start,
    Losenordskaka losenordskaka,
    Sessionskaka sessionskaka) : Controller
{
    [HttpGet("/logga-in"), AllowAnonymous]
    public IActionResult LoggaIn(string? retur, int? utgangen)
    {
        if (anvandare.ArInloggad)
        {
            return Redirect(Lokal(retur));
        }

        var slut = HttpContext.Features.Get<Slutadsession>()?.Slut;
        if (slut is not null)
        {
            // Told once, and to this browser only: the next person at the computer has no part in it.
            sessionskaka.TaBort(HttpContext);
        }

        return View(new LoggaInInput { Retur = Lokal(retur), Utgangen = utgangen == 1, Slut = slut });
    }

    [HttpPost("/logga-in"), AllowAnonymous, UtanSkolmarke, TillatILaslage]
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

        if ((await tvasteg.ValAsync(konto.Id, ct)).HarFaktor)
        {
            tvastegskaka.Satt(HttpContext, await steg.BorjaInloggningAsync(konto, ct));
            return RedirectToAction("Index", "Tvastegsinloggning", new { retur = Lokal(input.Retur) });
        }

        return await start.BorjaAsync(HttpContext, konto, andraSteget: null, ct) is { } nekad ? Nekad(input, nekad) : Redirect(Lokal(input.Retur));
    }

    [HttpPost("/logga-ut"), Inloggad(UnderRegistrering = true), UtanSkolmarke, TillatILaslage]
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

    private string Lokal(string? retur) => Url.Retur(retur);
}
