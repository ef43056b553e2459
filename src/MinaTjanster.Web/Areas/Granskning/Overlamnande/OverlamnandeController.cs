using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Overlamnande;

/// <summary>Gives a case to a colleague, with a message.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/lamna-over")]
public sealed class OverlamnandeController(
    ArendeService service,
    Arendeoppning oppning,
    IValidator<OverlamnandeInput> validator,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = await ModellAsync(detaljer, ko, new OverlamnandeInput { Version = $"{detaljer.Arende.Version}" }, ct);
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, OverlamnandeInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
        {
            return BadRequest();
        }

        IReadOnlyList<Refusal> nej = [];
        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid)
        {
            if (await service.LamnaOverAsync(arendeId, version, long.Parse(input.Till!, System.Globalization.CultureInfo.InvariantCulture), input.Meddelande, ct) is not { } svar)
            {
                return NotFound();
            }

            if (svar.IsAccepted)
            {
                TempData.Klart("Ärendet är överlämnat.");
                return Redirect(Koplats.FranKo(ko).AdressTill(arendeId));
            }

            nej = svar.Refusals;
            ModelState.AddRefusals(nej);
        }

        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var konflikt = nej.Any(n => n.Field is null);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Remove(nameof(input.Version));
        var visad = konflikt ? $"{detaljer.Arende.Version}" : input.Version;
        return View(await ModellAsync(detaljer, ko, new OverlamnandeInput { Till = input.Till, Meddelande = input.Meddelande, Version = visad }, ct));
    }

    private async Task<OverlamnandeModell> ModellAsync(Arendedetaljer detaljer, string? ko, OverlamnandeInput input, CancellationToken ct) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId, await service.KollegorAsync(detaljer.Arende, ct))
        {
            Till = input.Till,
            Meddelande = input.Meddelande,
            Version = input.Version,
        };
}

/// <summary>As typed.</summary>
public class OverlamnandeInput
{
    public string? Till { get; init; }

    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Meddelande { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }
}

internal sealed class OverlamnandeValidator : AbstractValidator<OverlamnandeInput>
{
    public OverlamnandeValidator()
    {
        RuleFor(i => i.Till).Must(t => long.TryParse(t, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
            .WithMessage(new ArendeMottagareOkand().Sentence);
        RuleFor(i => i.Meddelande).MaximumLength(ArendeService.MaxMeddelande).WithMessage($"Meddelandet är för långt. Skriv högst {ArendeService.MaxMeddelande} tecken.");
    }
}

/// <summary>The page on which a case is handed over. The fields stand first: the error summary follows their order.</summary>
public sealed class OverlamnandeModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId, IReadOnlyList<Kollega> kollegor) : OverlamnandeInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    public IEnumerable<Alternativ> Kollegor => kollegor.Select(k => new Alternativ($"{k.KontoId}", k.Namn));

    /// <summary>Why the case cannot be handed over now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.LamnaOver, detaljer.Arende, kontoId, detaljer.Handlaggare);
}
