using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.Korg;

/// <summary>The basket: numbers, and to whom it goes. Saved on the way to the check page.</summary>
[Area("CsnOrder"), Kraver(Rattighet.BestallMaterial), Route("/csn-order/korg")]
public sealed class KorgController(KorgService korg) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var input = new KorgInput { Bild = await korg.BildAsync(ct) };
        input.Fyll();
        return View(input);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(KorgInput input, CancellationToken ct)
    {
        var svar = await korg.SattAsync(input.Skrivna(), input.Att, Formularversion.Tolka(input.Version), ct);
        if (svar is null)
        {
            TempData.Upplysning(new KorgenTom().Sentence);
            return Redirect("/csn-order/korg");
        }

        if (svar.IsAccepted)
            return Redirect("/csn-order/granska");

        input.Bild = await korg.BildAsync(ct);
        var andrad = svar.Refusals[0] is KorgenAndrad;
        if (andrad)
        {
            // Shown as it is now: what was typed was about other lines.
            ModelState.Clear();
            input.Fyll();
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = andrad ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(input);
    }

    /// <summary>The button stands in the basket's form, so that what is typed of the other lines comes along.</summary>
    [HttpPost("ta-bort"), FormularPaSida(1)]
    public async Task<IActionResult> TaBort(string? artikel, KorgInput input, CancellationToken ct)
    {
        if (long.TryParse(artikel, out var id) && await korg.TaBortAsync(id, input.Skrivna(), input.Att, Formularversion.Tolka(input.Version), ct) is { IsAccepted: true })
            TempData.Klart("Artikeln är borttagen ur korgen.");
        else
            TempData.Upplysning("Artikeln ligger inte i korgen.");
        return Redirect("/csn-order/korg");
    }
}

public sealed class KorgradInput
{
    public string? Artikel { get; set; }

    public string? Antal { get; set; }
}

public sealed class KorgInput
{
    public List<KorgradInput> Rader { get; set; } = [];

    public string? Att { get; set; }

    public string? Version { get; set; }

    /// <summary>Null when the basket is empty.</summary>
    [BindNever, ValidateNever]
    public Korgbild? Bild { get; set; }

    /// <summary>The articles in the order of the page, with their numbers as typed.</summary>
    public IReadOnlyList<(long ArtikelId, string? Antal)> Skrivna() =>
        [.. (Rader ?? []).Take(Materialkorg.MaxRader).Select(r => (long.TryParse(r?.Artikel, out var id) ? id : 0, r?.Antal))];

    public void Fyll()
    {
        Rader = [.. (Bild?.Rader ?? []).Select(r => new KorgradInput { Artikel = $"{r.Artikel.Id}", Antal = $"{r.Antal}" })];
        Att = Bild?.Korg.Att;
        Version = $"{Bild?.Korg.Version}";
    }
}
