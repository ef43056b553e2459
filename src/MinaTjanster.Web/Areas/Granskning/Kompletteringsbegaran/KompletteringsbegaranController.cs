using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Kompletteringsbegaran;

/// <summary>Asks the school for more: a coded reason and words, to be answered within 14 days.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/komplettering")]
public sealed class KompletteringsbegaranController(
    ArendeService service,
    AnteckningService anteckningar,
    Arendeoppning oppning,
    IValidator<KompletteringInput> validator,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, new KompletteringInput
        {
            Text = (await anteckningar.HamtaAsync(detaljer.Arende, ct))?.Innehall.Komplettering,
            Version = $"{detaljer.Arende.Version}",
            Markeringar = [.. detaljer.Markeringar.Select(m => $"{m.Id}")],
        });
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, KompletteringInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version) || input.TolkaMarkeringar() is not { } markeringar)
        {
            return BadRequest();
        }

        if (input.Utkast is not null)
        {
            return await SparaUtkastAsync(arendeId, ko, input, ct);
        }

        var konflikt = false;
        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid)
        {
            if (await service.BegarKompletteringAsync(arendeId, version, KompletteringValidator.Tolka(input.Orsak)!.Value, input.Text!, ct, markeringar) is not { } svar)
            {
                return NotFound();
            }

            if (svar.IsAccepted)
            {
                TempData.Klart("Kompletteringen är begärd." + svar.Value.AntalMejl switch
                {
                    0 => " Skolan har just nu ingen rapportör med e-postadress. Ta kontakt med skolan på annat sätt.",
                    1 => " Ett mejl går till den som rapporterar för skolan.",
                    var antal => $" Mejl går till de {antal} som rapporterar för skolan.",
                });
                return Redirect(Koplats.FranKo(ko).Arende(arendeId));
            }

            ModelState.AddRefusals(svar.Refusals);
            konflikt = !svar.Refusals.All(r => r is MarkeringSaknas);
        }

        return await NekaAsync(arendeId, ko, input, konflikt, ct);
    }

    /// <summary>Keeps the text with the case's notes; nothing is sent or decided.</summary>
    private async Task<IActionResult> SparaUtkastAsync(long arendeId, string? ko, KompletteringInput input, CancellationToken ct)
    {
        if (await anteckningar.SparaUtkastAsync(arendeId, Arendeatgard.BegarKomplettering, i => i with { Komplettering = input.Text }, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals.Select(n => n.Field is null ? n : n with { Field = nameof(input.Text) }));
            return await NekaAsync(arendeId, ko, input, svar.Refusals.Any(n => n.Field is null), ct);
        }

        TempData.Klart("Texten är sparad bland anteckningarna i ärendet.");
        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    /// <summary>What was typed, and the case as it stands now: the form is then for that version.</summary>
    private async Task<IActionResult> NekaAsync(long arendeId, string? ko, KompletteringInput input, bool konflikt, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Remove(nameof(input.Version));
        var version = konflikt ? $"{detaljer.Arende.Version}" : input.Version;
        return View(Modell(detaljer, ko, new KompletteringInput { Orsak = input.Orsak, Text = input.Text, Markeringar = input.Markeringar, Version = version }));
    }

    private KompletteringModell Modell(Arendedetaljer detaljer, string? ko, KompletteringInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId) { Orsak = input.Orsak, Text = input.Text, Markeringar = input.Markeringar, Version = input.Version };
}
