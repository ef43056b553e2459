using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Inlasningsrader;

/// <summary>A refused row of a file of utbildningar or studietider: corrected and read in, or taken off the list.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider)]
public sealed class InlasningsraderController(InlasningQuery fraga, InlasningService service, UtbildningQuery utbildningar) : Controller
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
        return View(new InlasningsradInput { Sida = sida, Falt = sida.Ifyllt(), Version = $"{sida.Rad.Version}" });
    }

    [HttpPost("/inlasningar/{id:long}/rader/{radId:long}")]
    public async Task<IActionResult> Rad(long id, long radId, InlasningsradInput input, CancellationToken ct)
    {
        if (await service.RattaAsync(id, radId, Formularversion.Tolka(input.Version), input.Falt, ct) is not { } svar)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart($"Rad {svar.Value.Radnummer} är {(svar.Value.Tillstand == Inlasningstillstand.Oforandrad ? "rätt: den fanns redan, oförändrad" : "rättad och inläst")}.");
            return Redirect($"/inlasningar/{id}");
        }

        if (svar.Refusals is [InlasningsradenAvgjord redan])
            return Avgjord(id, redan);

        ModelState.AddRefusals(svar.Refusals.Select(r => r with { Field = InlasningsradInput.Nyckel(r.Field) }));
        input.Sida = (await SidaAsync(id, radId, ct))!;
        if (svar.Refusals is [InlasningsradenAndrad])
        {
            // What somebody else has typed, to be judged anew; or decided.
            if (input.Sida.Rad.Tillstand != Inlasningstillstand.Nekad)
                return Avgjord(id, new());
            input.Falt = [];
            foreach (var nyckel in ModelState.Keys.Where(k => k.StartsWith("Falt[", StringComparison.Ordinal)).ToList())
                ModelState.Remove(nyckel);
        }

        Response.StatusCode = svar.Refusals is [InlasningsradenAndrad] ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        input.Version = $"{input.Sida.Rad.Version}";
        foreach (var (namn, varde) in input.Sida.Ifyllt())
            input.Falt.TryAdd(namn, varde);
        return View(input);
    }

    [HttpPost("/inlasningar/{id:long}/rader/{radId:long}/ta-bort"), FormularPaSida(1)]
    public async Task<IActionResult> TaBort(long id, long radId, RadversionInput input, CancellationToken ct)
    {
        if (await service.TaBortAsync(id, radId, Formularversion.Tolka(input.Version), ct) is not { } svar)
            return NotFound();
        if (!svar.IsAccepted)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect(svar.Refusals[0] is InlasningsradenAndrad ? $"/inlasningar/{id}/rader/{radId}" : $"/inlasningar/{id}");
        }

        TempData.Klart($"Rad {svar.Value.Radnummer} är borttagen från listan. Inget är inläst från den.");
        return Redirect($"/inlasningar/{id}");
    }

    private RedirectResult Avgjord(long id, InlasningsradenAvgjord hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/inlasningar/{id}");
    }

    private async Task<Inlasningsradsida?> SidaAsync(long id, long radId, CancellationToken ct) =>
        await fraga.RadAsync(id, radId, ct) is { } bild ? new(bild, Utbildningsformer.For(await utbildningar.SkolformAsync(ct))) : null;
}

/// <summary>The version of the row that the page showed.</summary>
public class RadversionInput
{
    public string? Version { get; set; }
}

/// <summary>A row's values as typed, by column.</summary>
public sealed class InlasningsradInput : RadversionInput
{
    public Dictionary<string, string?> Falt { get; set; } = [];

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public Inlasningsradsida Sida { get; set; } = null!;

    /// <summary>Where a column's error is shown; the whole row's above the form.</summary>
    public static string Nyckel(string? kolumn) => kolumn is null ? "" : $"Falt[{kolumn}]";
}

/// <summary>The row and its file.</summary>
/// <param name="Form">What the school form has to choose from.</param>
public sealed record Inlasningsradsida(Inlasningsradsbild Fil, Utbildningsform Form)
{
    public Inlasningsrad Rad => Fil.Rad;

    /// <summary>As it stands in the row; a choice as the list writes it.</summary>
    public Dictionary<string, string?> Ifyllt() => Fil.Format.Namn.Zip(Rad.Falt(Fil.Format.Antal)).ToDictionary(
        f => f.First, string? (f) => Val(f.First)?.FirstOrDefault(v => SvenskText.Folda(v) == SvenskText.Folda(f.Second.Trim())) ?? f.Second);

    /// <summary>What a column has to choose from, as a file writes it; null where anything may be written.</summary>
    public IReadOnlyList<string>? Val(string kolumn) => kolumn switch
    {
        "slag" => [.. Form.Slag.Select(s => s.Text())],
        "niva" => [.. Form.Nivaer.Select(n => n.Text())],
        "avdelning" => [.. Form.Avdelningar.Select(a => a.ToString())],
        "undervisning" => [.. Enum.GetValues<Undervisningssatt>().Select(u => u.Text())],
        Inlasningsformat.Bekraftelse => [Inlasningsformat.Ja],
        _ => null,
    };

    /// <summary>The empty choice: no answer is an answer where there is nothing to choose between, or nothing to confirm.</summary>
    public static string Tomt(string kolumn) => kolumn == Inlasningsformat.Bekraftelse ? "Nej" : "Välj";

    public static IEnumerable<Alternativ> Alternativ(IEnumerable<string> val) => val.Select(v => new Alternativ(v, v == Inlasningsformat.Ja ? "Ja" : v));

    public static string? Hjalp(string kolumn) => kolumn == Inlasningsformat.Bekraftelse ? "Svara ja när studerande är rapporterade och du vill ändra ändå." : null;

    public static bool ArDag(string kolumn) => kolumn is "forsta_dag" or "sista_dag";
}
