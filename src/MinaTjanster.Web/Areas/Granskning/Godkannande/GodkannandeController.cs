using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Godkannande;

/// <summary>Approves an underlag, after a page that states what has been checked.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/godkann")]
public sealed class GodkannandeController(
    ArendeService service,
    AnteckningService anteckningar,
    Arendeoppning oppning,
    IValidator<GodkannandeInput> validator,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, new GodkannandeInput
        {
            Motivering = (await anteckningar.HamtaAsync(detaljer.Arende, ct))?.Innehall.Motivering,
            Version = $"{detaljer.Arende.Version}",
        });
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, GodkannandeInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
        {
            return BadRequest();
        }

        if (input.Utkast is not null)
        {
            return await SparaUtkastAsync(arendeId, ko, input, ct);
        }

        IReadOnlyList<Refusal> nej = [];
        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid)
        {
            if (await service.GodkannAsync(arendeId, version, input.Motivering, ct) is not { } svar)
            {
                return NotFound();
            }

            if (svar.IsAccepted)
            {
                TempData.Klart("Underlaget är godkänt.");
                return Redirect(Koplats.FranKo(ko).Arende(arendeId));
            }

            nej = svar.Refusals;
            ModelState.AddRefusals(nej);
        }

        return await NekaAsync(arendeId, ko, input, nej, ct);
    }

    /// <summary>Keeps the text with the case's notes; nothing is sent or decided.</summary>
    private async Task<IActionResult> SparaUtkastAsync(long arendeId, string? ko, GodkannandeInput input, CancellationToken ct)
    {
        if (await anteckningar.SparaUtkastAsync(arendeId, Arendeatgard.Godkann, i => i with { Motivering = input.Motivering }, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            return await NekaAsync(arendeId, ko, input, svar.Refusals, ct);
        }

        TempData.Klart("Texten är sparad bland anteckningarna i ärendet.");
        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    /// <summary>What was typed, and the case as it stands now: the form is then for that version.</summary>
    private async Task<IActionResult> NekaAsync(long arendeId, string? ko, GodkannandeInput input, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var konflikt = nej.Any(n => n is not ArendeMotiveringKravs);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Remove(nameof(input.Version));
        var version = konflikt ? $"{detaljer.Arende.Version}" : input.Version;
        return View(Modell(detaljer, ko, new GodkannandeInput { Motivering = input.Motivering, Version = version }));
    }

    private GodkannandeModell Modell(Arendedetaljer detaljer, string? ko, GodkannandeInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId) { Motivering = input.Motivering, Version = input.Version };
}

/// <summary>As typed.</summary>
public class GodkannandeInput
{
    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Motivering { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }

    /// <summary>The button that keeps what is typed for later.</summary>
    public string? Utkast { get; init; }
}

internal sealed class GodkannandeValidator : AbstractValidator<GodkannandeInput>
{
    public GodkannandeValidator() =>
        RuleFor(i => i.Motivering).MaximumLength(ArendeService.MaxMotivering)
            .WithMessage($"Motiveringen är för lång. Skriv högst {ArendeService.MaxMotivering} tecken.");
}

/// <summary>The page before an approval. The fields stand first: the error summary follows their order.</summary>
public sealed class GodkannandeModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : GodkannandeInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    /// <summary>Why it cannot be approved now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.Godkann, detaljer.Arende, kontoId, detaljer.Handlaggare);
}
