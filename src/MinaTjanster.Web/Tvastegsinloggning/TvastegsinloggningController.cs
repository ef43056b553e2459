using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Inloggning;

namespace MinaTjanster.Web.Tvastegsinloggning;

/// <summary>The second step of a login, for those who have a second factor: passkey, code from the app, or recovery code.</summary>
[AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class TvastegsinloggningController(
    TvastegsinloggningService tvasteg,
    FaktorstegService steg,
    Passernyckelkontroll passernycklar,
    Sessionsstart start,
    Tvastegskaka kaka) : Controller
{
    [HttpGet("/logga-in/tvasteg")]
    public async Task<IActionResult> Index(string? retur, CancellationToken ct) =>
        await PaborjatAsync(ct) is { } paborjat
            ? View(await ModellAsync(paborjat, new TvastegInput { Retur = Url.Retur(retur) }, ct))
            : Redirect("/logga-in");

    [HttpPost("/logga-in/tvasteg"), TillatILaslage]
    public async Task<IActionResult> Index(TvastegInput input, CancellationToken ct)
    {
        if (await PaborjatAsync(ct) is not { } paborjat)
        {
            kaka.TaBort(HttpContext);
            TempData["Upplysning"] = new TvastegetForGammalt().Sentence;
            return Redirect("/logga-in");
        }

        var (svar, satt) = input.Satt switch
        {
            Tvastegssatt.Passernyckel => (await tvasteg.MedPassernyckelAsync(paborjat, () => passernycklar.AnvandAsync(paborjat, input.Svar, HttpContext), ct), "Passernyckel"),
            Tvastegssatt.Aterstallningskod => (await tvasteg.MedAterstallningskodAsync(paborjat, input.Aterstallningskod, ct), "Återställningskod"),
            _ => (await tvasteg.MedAppAsync(paborjat, input.Kod, ct), "Kod från appen"),
        };
        var nekad = svar.IsAccepted ? await start.BorjaAsync(HttpContext, svar.Value, satt, ct) : svar.Refusals[0];
        if (nekad is not null)
        {
            return await NekadAsync(paborjat, input, nekad, ct);
        }

        kaka.TaBort(HttpContext);
        if (input.Satt == Tvastegssatt.Aterstallningskod)
        {
            var kvar = (await tvasteg.ValAsync(svar.Value.Id, ct)).Aterstallningskoder;
            TempData["Upplysning"] = $"Du loggade in med en återställningskod. Du har {kvar} kvar. Har du bytt eller tappat telefonen, ändra din tvåstegsinloggning under Mitt konto.";
        }

        return Redirect(Url.Retur(input.Retur));
    }

    private async Task<Paborjat?> PaborjatAsync(CancellationToken ct) =>
        kaka.Las(HttpContext) is { } nyckel ? await steg.InloggningAsync(nyckel, ct) : null;

    private async Task<TvastegModell> ModellAsync(Paborjat paborjat, TvastegInput input, CancellationToken ct)
    {
        var val = await tvasteg.ValAsync(paborjat.Konto.Id, ct);
        return new TvastegModell(input, val, val.Passernyckel ? await passernycklar.AnvandningsvalAsync(paborjat, HttpContext, ct) : null);
    }

    private async Task<IActionResult> NekadAsync(Paborjat paborjat, TvastegInput input, Refusal refusal, CancellationToken ct)
    {
        if (refusal is TvastegetForGammalt or FelInloggningsuppgifter)
        {
            // Used up, or the password was changed meanwhile: from the beginning.
            kaka.TaBort(HttpContext);
            TempData["Upplysning"] = new TvastegetForGammalt().Sentence;
            return Redirect("/logga-in");
        }

        // Codes are never sent back.
        foreach (var falt in (string[])[nameof(TvastegInput.Kod), nameof(TvastegInput.Aterstallningskod), nameof(TvastegInput.Svar)])
        {
            ModelState.SetModelValue(falt, null, "");
        }

        ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await ModellAsync(paborjat, input, ct));
    }
}
