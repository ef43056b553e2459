using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Felkoder;

/// <summary>The public catalogue of codes: a section for each, which is what every code that is shown links to.</summary>
[Area("Studeranderapportering"), AllowAnonymous, EnableRateLimiting(AtkomstExtensions.Publikgrans)]
public sealed class FelkoderController : Controller
{
    /// <param name="sok">A code, or words of what is wrong.</param>
    [HttpGet(Felkatalog.Bas)]
    public IActionResult Index(string? sok, string? omrade) => View(new FelkoderModell(sok, omrade));
}
