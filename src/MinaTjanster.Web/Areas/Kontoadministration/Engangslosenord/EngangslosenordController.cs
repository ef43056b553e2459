using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Engangslosenord;

/// <summary>Mails a user a new one-time password, after a question: the present password stops working.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SkotaKonton)]
public sealed class EngangslosenordController(SkolanvandareQuery anvandarna, KontovardService vard) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}/engangslosenord")]
    public async Task<IActionResult> Index(long id, CancellationToken ct) =>
        await anvandarna.ForAsync(id, ct) is var (rad, _) ? View(rad) : NotFound();

    [HttpPost("/identity-manager/anvandare/{id:long}/engangslosenord"), ActionName("Index")]
    public async Task<IActionResult> Skicka(long id, CancellationToken ct)
    {
        var svar = await vard.SkickaEngangslosenordAsync(id, ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Ett nytt engångslösenord är på väg med mejl. Det gäller i 14 dagar.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect($"/identity-manager/anvandare/{id}");
    }
}
