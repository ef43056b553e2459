using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.Artikellista;

/// <summary>What a school can order, and into the basket with it.</summary>
[Area("CsnOrder"), Kraver(Rattighet.BestallMaterial), Route("/csn-order")]
public sealed class ArtikellistaController(ArtikelQuery artiklar, KorgService korg) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index([FromQuery] Artikelplats plats, CancellationToken ct) => VisaAsync(plats, null, ct);

    /// <summary>So many of the article, whatever lay in the basket before: a second click changes nothing.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(LaggIInput input, [FromQuery] Artikelplats plats, CancellationToken ct)
    {
        if (!long.TryParse(input.Artikel, out var id) || await korg.LaggIAsync(id, input.Antal, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart($"{input.Antal!.Trim()} st {svar.Value.Benamning} ligger i korgen.");
            return Redirect("/csn-order" + plats.Fraga(plats.Sidnummer));
        }

        foreach (var nej in svar.Refusals)
            ModelState.AddModelError(nej.Field is null ? "" : ArtikellistaModell.Falt(id), nej.Sentence);
        Response.StatusCode = svar.Refusals[0].Field is null ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(plats, (id, input.Antal), ct);
    }

    private async Task<IActionResult> VisaAsync(Artikelplats plats, (long Id, string? Antal)? skrivet, CancellationToken ct) =>
        View("Index", new ArtikellistaModell(await artiklar.ListaAsync(plats.Urval(Artikelstatus.Bestallbar), plats.Sidnummer, ct), plats, await korg.AntalAsync(ct), skrivet));
}

public sealed class LaggIInput
{
    public string? Artikel { get; init; }

    public string? Antal { get; init; }
}

/// <param name="IKorgen">How many of each article lie in the basket.</param>
/// <param name="Skrivet">What was typed at an article and refused.</param>
public sealed record ArtikellistaModell(Listsida<Materialartikel> Lista, Artikelplats Plats, IReadOnlyDictionary<long, int> IKorgen, (long Id, string? Antal)? Skrivet)
{
    public string? Slag => Plats.Slag;

    public string? Sprak => Plats.Sprak;

    /// <summary>The id of the article's field.</summary>
    public static string Falt(long id) => $"antal-{id}";

    /// <summary>What the article's field holds.</summary>
    public string? Antal(Materialartikel artikel) =>
        Skrivet is { } skrivet && skrivet.Id == artikel.Id ? skrivet.Antal ?? "" : $"{IKorgen.GetValueOrDefault(artikel.Id, artikel.Minst)}";
}
