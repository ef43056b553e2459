using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Inlasningsrader;

/// <summary>A refused row of a file of utbildningar or studietider: corrected and read in, or taken off the list.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider)]
public sealed class InlasningsraderController(InlasningQuery fraga, InlasningService service) : Controller
{
    [HttpGet("/inlasningar/{id:long}/rader/{radId:long}")]
    public async Task<IActionResult> Rad(long id, long radId, CancellationToken ct)
    {
        if (await SidaAsync(id, radId, ct) is not { } sida)
            return NotFound();
        if (sida.Rad.Tillstand != Inlasningstillstand.Nekad)
            return Avgjord(id, new());

        foreach (var fel in sida.Rad.Felen)
            ModelState.AddModelError(InlasningsradInput.Nyckel(fel.Kolumn), fel.Mening);
        return View(new InlasningsradInput { Sida = sida, Falt = sida.Ifyllt() });
    }

    [HttpPost("/inlasningar/{id:long}/rader/{radId:long}")]
    public async Task<IActionResult> Rad(long id, long radId, InlasningsradInput input, CancellationToken ct)
    {
        if (await service.RattaAsync(id, radId, input.Falt, ct) is not { } svar)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart($"Rad {svar.Value.Radnummer} är {(svar.Value.Tillstand == Inlasningstillstand.Oforandrad ? "rätt: den fanns redan, oförändrad" : "rättad och inläst")}.");
            return Redirect($"/inlasningar/{id}");
        }

        if (svar.Refusals is [InlasningsradenAvgjord redan])
            return Avgjord(id, redan);

        ModelState.AddRefusals(svar.Refusals.Select(r => r with { Field = InlasningsradInput.Nyckel(r.Field) }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        input.Sida = (await SidaAsync(id, radId, ct))!;
        foreach (var (namn, varde) in input.Sida.Ifyllt())
            input.Falt.TryAdd(namn, varde);
        return View(input);
    }

    [HttpPost("/inlasningar/{id:long}/rader/{radId:long}/ta-bort"), FormularPaSida(1)]
    public async Task<IActionResult> TaBort(long id, long radId, CancellationToken ct)
    {
        if (await service.TaBortAsync(id, radId, ct) is not { } svar)
            return NotFound();
        if (!svar.IsAccepted)
            return Avgjord(id, new());

        TempData.Klart($"Rad {svar.Value.Radnummer} är borttagen från listan. Inget är inläst från den.");
        return Redirect($"/inlasningar/{id}");
    }

    private RedirectResult Avgjord(long id, InlasningsradenAvgjord hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/inlasningar/{id}");
    }

    private async Task<Inlasningsradsida?> SidaAsync(long id, long radId, CancellationToken ct) =>
        await fraga.ForAsync(id, 1, ct) is { } fil && await fraga.RadAsync(id, radId, ct) is { } rad ? new(fil, rad) : null;
}

/// <summary>A row's values as typed, by column.</summary>
public sealed class InlasningsradInput
{
    public Dictionary<string, string?> Falt { get; set; } = [];

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public Inlasningsradsida Sida { get; set; } = null!;

    /// <summary>Where a column's error is shown; the whole row's above the form.</summary>
    public static string Nyckel(string? kolumn) => kolumn is null ? "" : $"Falt[{kolumn}]";
}

/// <summary>The row and its file.</summary>
public sealed record Inlasningsradsida(Inlasningssida Fil, Inlasningsrad Rad)
{
    public Dictionary<string, string?> Ifyllt() => Fil.Format.Namn.Zip(Rad.Falt(Fil.Format.Antal)).ToDictionary(f => f.First, string? (f) => f.Second);
}
