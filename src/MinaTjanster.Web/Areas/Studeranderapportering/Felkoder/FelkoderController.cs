using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Filrapportering;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Felkoder;

/// <summary>The public catalogue of codes.</summary>
[Area("Studeranderapportering"), AllowAnonymous]
public sealed class FelkoderController : Controller
{
    [HttpGet("/partner/felkoder")]
    public IActionResult Index() => View(Felkatalog.Alla.ToLookup(f => f.Grupp));
}
