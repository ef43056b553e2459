using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.CsnOrder.Materialko;

/// <summary>Blankettservice's queue of orders, and each order to pack and send.</summary>
[Area("CsnOrder"), Kraver(Rattighet.SkotaCsnOrder), Route("/csn/csn-order")]
public sealed class MaterialkoController(MaterialQuery query, MaterialleveransService service, HistorikQuery historik, AuditService audit) : Controller
{
    /// <summary>A tab; or what a school says on the phone, a receipt number or its skolkod, on whatever tab it lies. Neither is personal, so it stands in the address.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, string? sok, int sida, CancellationToken ct)
    {
        var antal = await query.AntalAsync(ct);
        if (!string.IsNullOrWhiteSpace(sok))
            return View(new MaterialkoModell(null, await query.SokAsync(sok, sida, ct), antal) { Sok = sok.Trim() });

        var vald = Materialflikar.Fran(flik);
        return View(new MaterialkoModell(vald, await query.KoAsync(vald, sida, ct), antal));
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

    /// <summary>What a line waits for never comes.</summary>
    [HttpPost("{id:long}/stryk"), FormularPaSida(1)]
    public async Task<IActionResult> Stryk(long id, StrykInput input, CancellationToken ct)
    {
        var svar = await service.StrykAsync(id, long.TryParse(input.Rad, out var radId) ? radId : 0, input.Skal, Formularversion.Tolka(input.Version), ct);
        if (svar is not { IsAccepted: false } || svar.Refusals[0] is not StrykskalSaknas)
            return Utfall(id, svar, "Raden är struken. Den som beställde får ett mejl.");

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Bestallning", new CsnmaterialModell((await query.HamtaAsync(id, ct))!, await historik.ForAsync(AuditObjects.Materialbestallning, id, ct)) { Rad = input.Rad, Skal = input.Skal });
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
/// <param name="Flik">Null for a search.</param>
public sealed record MaterialkoModell(Materialflik? Flik, Listsida<Materialrader> Lista, IReadOnlyDictionary<Materialflik, int> Antal)
{
    /// <summary>As searched for; null on a tab.</summary>
    public string? Sok { get; init; }

    public string Adress(int sida) => Flik is { } flik ? $"/csn/csn-order?flik={flik.Namn()}&sida={sida}" : $"/csn/csn-order?sok={Uri.EscapeDataString(Sok ?? "")}&sida={sida}";
}

/// <summary>The line to strike, and why.</summary>
public sealed record StrykInput(string? Rad, string? Skal, string? Version);

/// <summary>An order as blankettservice sees it.</summary>
public sealed record CsnmaterialModell(Materialbild Bild, IReadOnlyList<Historikrad> Historik)
{
    public Materialbestallning Bestallning => Bild.Bestallning;

    public string Adress => $"/csn/csn-order/{Bestallning.Id}";

    /// <summary>The line to strike, as chosen.</summary>
    public string? Rad { get; init; }

    /// <summary>Why it is struck, as typed.</summary>
    public string? Skal { get; init; }

    /// <summary>What waits for stock, and may be struck.</summary>
    public IReadOnlyList<Alternativ> Vantande => [.. Bestallning.Rader.Where(r => Bestallning.Vantande(r.Id) is not null).Select(r => new Alternativ($"{r.Id}", $"{r.Benamning}, {Materialord.Tal(r.Rest)} st"))];

    /// <summary>What lies in the next parcel: what is packed, or else what is there to be packed.</summary>
    public IReadOnlyList<(string Benamning, int Antal)> Paketet =>
    [
        .. Bestallning.Rader.Select(r => (r.Benamning, Bestallning.Status == Materialstatus.Packad ? r.Packat - r.Skickat : r.AttPacka)).Where(r => r.Item2 > 0),
    ];
}
