using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.EgnaBestallningar;

/// <summary>The school's orders: the receipt of each, how far it has come, taken back, ordered again.</summary>
[Area("CsnOrder"), Kraver(Rattighet.BestallMaterial), Route("/csn-order/bestallningar")]
public sealed class EgnaBestallningarController(MaterialQuery query, MaterialbestallningService service, KorgService korg, HistorikQuery historik) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int sida, CancellationToken ct) => View(await query.SkolansAsync(sida, ct));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Bestallning(long id, CancellationToken ct) =>
        await query.HamtaAsync(id, ct) is { } bild
            ? View(new EgenBestallningModell(bild, await historik.ForAsync(AuditObjects.Materialbestallning, id, ct)))
            : NotFound();

    [HttpGet("{id:long}/annullera")]
    public async Task<IActionResult> Annullera(long id, CancellationToken ct)
    {
        if (await query.HamtaAsync(id, ct) is not { } bild)
            return NotFound();
        return bild.Bestallning.KanAnnulleras ? View(bild) : Tillbaka(id, new KanInteAnnulleras(bild.Bestallning.Status));
    }

    [HttpPost("{id:long}/annullera"), ActionName("Annullera")]
    public async Task<IActionResult> AnnulleraNu(long id, CancellationToken ct)
    {
        if (await service.AnnulleraAsync(id, ct) is not { } svar)
            return NotFound();
        if (!svar.IsAccepted)
            return Tillbaka(id, svar.Refusals[0]);

        TempData.Klart("Beställningen är annullerad. Inget skickas.");
        return Redirect($"/csn-order/bestallningar/{id}");
    }

    [HttpPost("{id:long}/bestall-igen"), FormularPaSida(1)]
    public async Task<IActionResult> BestallIgen(long id, CancellationToken ct)
    {
        if (await korg.BestallIgenAsync(id, ct) is not { } svar)
            return NotFound();
        if (!svar.IsAccepted)
            return Tillbaka(id, svar.Refusals[0]);

        var utan = svar.Value.Utelamnade;
        var inte = utan.Count == 0 ? "" : $" Det här går inte att beställa och är inte med: {string.Join(", ", utan)}.";
        if (svar.Value.Rader == 0)
            TempData.Upplysning($"Inget är lagt i korgen.{inte}");
        else
            TempData.Klart($"{Materialord.Artiklar(svar.Value.Rader)} från beställningen ligger i korgen. Ändra antalen om du vill.{inte}");
        return Redirect("/csn-order/korg");
    }

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/csn-order/bestallningar/{id}");
    }
}

/// <summary>An order as the school sees it.</summary>
public sealed record EgenBestallningModell(Materialbild Bild, IReadOnlyList<Historikrad> Historik)
{
    public Materialbestallning Bestallning => Bild.Bestallning;

    public string Adress => $"/csn-order/bestallningar/{Bestallning.Id}";
}
