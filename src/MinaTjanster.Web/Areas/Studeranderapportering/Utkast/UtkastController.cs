using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Utkast;

/// <summary>What the signed-in person has filled in and not sent.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class UtkastController(HandelseutkastQuery query, HandelseutkastService service, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/utkast")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new UtkastModell(await query.EgnaAsync(ct), anvandare.Har(Rattighet.SeSkyddadeIdentiteter)));

    [HttpPost("/utkast")]
    public async Task<IActionResult> Kasta(string? nyckel, CancellationToken ct)
    {
        if (nyckel is null || !await service.KastaAsync(nyckel, ct))
        {
            return NotFound();
        }

        TempData.Klart("Utkastet är borttaget.");
        return Redirect("/utkast");
    }
}

public sealed record UtkastModell(IReadOnlyList<Handelseutkastlinje> Rader, bool FarSeSkyddade);
