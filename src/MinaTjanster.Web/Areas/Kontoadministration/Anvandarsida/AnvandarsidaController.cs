using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarsida;

/// <summary>One user: facts, behörigheter with who administers each, and what can be done. The school's administrator and CSN meet on it.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.VardaAnvandare)]
public sealed class AnvandarsidaController(
    SkolanvandareQuery anvandarna,
    KontovardService vard,
    AktuellAnvandare anvandare,
    HistorikQuery historik,
    TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola) || await vard.HinderAsync(id, ct) is not { } hinder)
        {
            return NotFound();
        }

        return View(new AnvandarsidaModell(
            rad,
            skola,
            anvandare,
            klocka.UtcNu(),
            hinder,
            await HistorikAsync(rad, skola.Id, ct)));
    }

    /// <summary>At all schools for CSN's behörighetshandläggare, at the school for its own administrator, and nothing for others.</summary>
    private async Task<IReadOnlyList<Historikrad>> HistorikAsync(Anvandarrad rad, long skolaId, CancellationToken ct) =>
        anvandare.HarNationellt(Rattighet.SkotaKonton) ? await historik.ForKontoAsync(rad.KontoId, null, ct)
        : anvandare.Har(Rattighet.SkotaKonton) && anvandare.AktivSkola?.Id == skolaId ? await historik.ForKontoAsync(rad.KontoId, skolaId, ct)
        : [];

    [HttpPost("/identity-manager/anvandare/{id:long}/las-upp"), Kraver(Rattighet.SkotaKonton), FormularPaSida(1)]
    public async Task<IActionResult> LasUpp(long id, CancellationToken ct)
    {
        Result<Skolanvandare>? svar = await vard.LasUppAsync(id, ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Kontot är upplåst. Personen kan logga in igen.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect($"/identity-manager/anvandare/{id}");
    }
}
