using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Frister;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Kalenderflode;

/// <summary>The calendar feed that calendar programs fetch by a person's secret link. A key that opens nothing is answered as any page that is not there.</summary>
[AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Flodesgrans)]
public sealed class KalenderflodeController(Fristflode flode) : Controller
{
    [HttpGet("/kalenderflode/{nyckel:length(64)}.ics")]
    public async Task<IActionResult> Index(string nyckel, CancellationToken ct)
    {
        if (await flode.ForAsync(nyckel, ct) is not { } text)
            return NotFound();

        Response.Headers.CacheControl = "private, no-store";
        return Content(text, "text/calendar; charset=utf-8");
    }
}
