using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.Materialko;

/// <summary>Blankettservice's queue of orders, and each order to pack and send.</summary>
[Area("CsnOrder"), Kraver(Rattighet.SkotaCsnOrder), Route("/csn/csn-order")]
public sealed class MaterialkoController(MaterialQuery query, MaterialleveransService service, HistorikQuery historik, AuditService audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, int sida, CancellationToken ct)
    {
        var vald = Materialflikar.Fran(flik);
        return View(new MaterialkoModell(vald, await query.KoAsync(vald, sida, ct), await query.AntalAsync(ct)));
    }

    /// <summary>Opens the order, and records that CSN looked at a school's data.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Bestallning(long id, CancellationToken ct)
    {
        if (await query.HamtaAsync(id, ct) is not { } bild)
            return NotFound();

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Materialbestallning, id, bild.Bestallning.SkolaId);
        return View(new CsnmaterialModell(bild, await historik.ForAsync(AuditObjects.Materialbestallning, id, ct)));
    }

    [HttpPost("{id:long}/packad"), FormularPaSida(1)]
    public async Task<IActionResult> Packad(long id, string? version, CancellationToken ct) =>
        Utfall(id, await service.PackaAsync(id, Formularversion.Tolka(version), ct), "Beställningen är markerad som packad.");

    [HttpPost("{id:long}/skickad"), FormularPaSida(1)]
    public async Task<IActionResult> Skickad(long id, string? version, CancellationToken ct) =>
        Utfall(id, await service.SkickaAsync(id, Formularversion.Tolka(version), ct), "Beställningen är markerad som skickad. Beställaren får ett mejl.");

    [HttpPost("{id:long}/rest"), FormularPaSida(1)]
    public async Task<IActionResult> Rest(long id, string? version, CancellationToken ct) =>
        Utfall(id, await service.SkickaRestAsync(id, Formularversion.Tolka(version), ct), "Det som har kommit in är markerat som skickat. Beställaren får ett mejl.");

    private IActionResult Utfall(long id, Result<Materialbestallning>? svar, string klart)
    {
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
            TempData.Klart(klart);
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect($"/csn/csn-order/{id}");
    }
}

/// <summary>The tabs as addresses name them.</summary>
public static class Materialflikar
{
    public static IReadOnlyList<(Materialflik Flik, string Namn, string Text)> Alla { get; } =
    [
        (Materialflik.AttPacka, "att-packa", "Att packa"),
        (Materialflik.Packade, "packade", "Packade"),
        (Materialflik.Restnoterade, "restnoterade", "Restnoterade"),
        (Materialflik.Skickade, "skickade", "Skickade"),
        (Materialflik.Annullerade, "annullerade", "Annullerade"),
    ];

    public static Materialflik Fran(string? namn) => Alla.FirstOrDefault(f => f.Namn == namn, Alla[0]).Flik;

    public static string Namn(this Materialflik flik) => Alla.Single(f => f.Flik == flik).Namn;

    public static string Text(this Materialflik flik) => Alla.Single(f => f.Flik == flik).Text;
}

/// <param name="Antal">How many there are on the tabs where somebody waits.</param>
public sealed record MaterialkoModell(Materialflik Flik, Listsida<Materialrader> Lista, IReadOnlyDictionary<Materialflik, int> Antal);

/// <summary>An order as blankettservice sees it.</summary>
public sealed record CsnmaterialModell(Materialbild Bild, IReadOnlyList<Historikrad> Historik)
{
    public Materialbestallning Bestallning => Bild.Bestallning;

    public string Adress => $"/csn/csn-order/{Bestallning.Id}";

    /// <summary>What lies in the next parcel: what is packed, or else what is there to be packed.</summary>
    public IReadOnlyList<(string Benamning, int Antal)> Paketet =>
    [
        .. Bestallning.Rader.Select(r => (r.Benamning, Bestallning.Status == Materialstatus.Packad ? r.Packat - r.Skickat : r.AttPacka)).Where(r => r.Item2 > 0),
    ];
}
