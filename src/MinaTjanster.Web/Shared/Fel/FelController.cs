using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MinaTjanster.Web.Shared.Fel;

/// <summary>
/// Draws the error pages. Any method, and no antiforgery: a refused post is drawn again here with its own method and token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class FelController : Controller
{
    /// <summary>An empty answer with an error code (also a visit to the address itself).</summary>
    [Route("/fel/{kod:int:range(400,599)}")]
    public IActionResult Statuskod(int kod) => Sida(kod);

    /// <summary>An exception; the handler has set the code.</summary>
    [Route("/fel/undantag")]
    public IActionResult Undantag() =>
        Sida(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound, utanMeny: true);

    private ViewResult Sida(int kod, bool utanMeny = false)
    {
        Response.StatusCode = kod;
        var sida = Felsida.For(kod);

        // After an exception nothing that may have caused it is asked again: the bare layout reads neither session nor database.
        return View("~/Shared/Fel/Sida.cshtml", utanMeny ? sida with { MedMeny = false } : sida);
    }
}
