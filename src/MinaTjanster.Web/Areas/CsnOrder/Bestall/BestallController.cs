using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.Bestall;

/// <summary>The check page, and the only one that orders.</summary>
[Area("CsnOrder"), Kraver(Rattighet.BestallMaterial), Route("/csn-order/granska")]
public sealed class BestallController(KorgService korg, MaterialbestallningService service) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        if (await korg.BildAsync(ct) is { } bild)
            return View(bild);

        TempData.Upplysning(new KorgenTom().Sentence);
        return Redirect("/csn-order");
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(BestallInput input, CancellationToken ct)
    {
        if (input.Nyckel is not { Length: > 0 } nyckel || await service.BestallAsync(nyckel, Formularversion.Tolka(input.Version), input.Visat, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            if (svar.Value.Nyss)
                TempData.Klart("Beställningen är skickad till CSN:s blankettservice. Du får ett mejl när materialet är på väg.");
            else
                TempData.Upplysning("Beställningen var redan skickad. Här är den.");
            return Redirect($"/csn-order/bestallningar/{svar.Value.Id}");
        }

        if (await korg.BildAsync(ct) is not { } bild)
        {
            TempData.Upplysning(new KorgenTom().Sentence);
            return Redirect("/csn-order");
        }

        // Drawn anew: the next post is about what stands there now.
        ModelState.Clear();
        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals[0] is KorgenAndrad or LagretAndrat ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(bild);
    }
}

public sealed class BestallInput
{
    public string? Nyckel { get; init; }

    public string? Version { get; init; }

    /// <summary>What the page said would be back-ordered.</summary>
    public string? Visat { get; init; }
}
