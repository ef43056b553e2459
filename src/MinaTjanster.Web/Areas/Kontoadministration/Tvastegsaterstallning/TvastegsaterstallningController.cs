using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Tvastegsaterstallning;

/// <summary>Takes away a user's second factor, for one who has lost it, after a question.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SkotaKonton)]
public sealed class TvastegsaterstallningController(SkolanvandareQuery anvandarna, KontovardService vard) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}/tvasteg")]
    public async Task<IActionResult> Index(long id, CancellationToken ct) =>
        await anvandarna.ForAsync(id, ct) is var (rad, _) ? View(rad) : NotFound();

    [HttpPost("/identity-manager/anvandare/{id:long}/tvasteg"), ActionName("Index")]
    public async Task<IActionResult> Aterstall(long id, CancellationToken ct)
    {
        var svar = await vard.AterstallTvastegAsync(id, ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Tvåstegsinloggningen är återställd. Personen har fått ett mejl och loggar in med lösenordet.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect($"/identity-manager/anvandare/{id}");
    }
}
