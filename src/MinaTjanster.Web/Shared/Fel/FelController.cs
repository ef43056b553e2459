using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;

namespace MinaTjanster.Web.Shared.Fel;

/// <summary>
/// The pages of empty error answers. Any method, without antiforgery and school mark: a refused post is drawn again here with its own method and fields.
/// </summary>
[AllowAnonymous]
[UtanFormular]
[IgnoreAntiforgeryToken]
[UtanSkolmarke]
[TillatILaslage]
public sealed class FelController : Controller
{
    internal const string Vy = "~/Shared/Fel/Sida.cshtml";

    private const string Lasvy = "~/Shared/Fel/Laslage.cshtml";

    [Route("/fel/{kod:int:range(400,599)}")]
    public IActionResult Statuskod(int kod)
    {
        if (kod == StatusCodes.Status503ServiceUnavailable && HttpContext.Features.Get<Laslagesvar>() is { } svar)
        {
            Response.StatusCode = kod;
            return View(Lasvy, svar);
        }

        var sida = kod == StatusCodes.Status409Conflict && HttpContext.Items.ContainsKey(SkolmarkeFilter.AnnanSkola)
            ? Felsida.AnnanSkola
            : ArMinaSidor() ? Felsida.ForStuderande(kod)
            : Felsida.For(kod);
        Response.StatusCode = sida.Kod;
        return View(Vy, sida.MedReferens(HttpContext));
    }

    private bool ArMinaSidor() => new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath).StartsWithSegments("/mina-sidor", StringComparison.OrdinalIgnoreCase);
}
