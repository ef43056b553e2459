using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Anteckningar;

/// <summary>The working notes of a case: own words, what has been looked at, and drafts; saved and found again.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/anteckningar")]
public sealed class AnteckningarController(AnteckningService service, Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var sparat = await service.HamtaAsync(detaljer.Arende, ct);
        return View(Modell(detaljer, ko, sparat, new AnteckningInput
        {
            Text = sparat?.Innehall.Text,
            Komplettering = sparat?.Innehall.Komplettering,
            Motivering = sparat?.Innehall.Motivering,
            Kontrollerat = sparat is null ? [] : [.. sparat.Innehall.Kontrollerat],
            Version = $"{sparat?.Version ?? AnteckningService.IngenVersion}",
        }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, AnteckningInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
        {
            return BadRequest();
        }

        if (await service.SparaAsync(arendeId, version, new(input.Text, input.Komplettering, input.Motivering, input.Kontrollerat ?? []), ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Anteckningarna är sparade.");
            return Redirect(Koplats.FranKo(ko).Arende(arendeId));
        }

        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        ModelState.AddRefusals(svar.Refusals);
        var konflikt = svar.Refusals.Any(n => n.Field is null);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Remove(nameof(input.Version));
        var sparat = await service.HamtaAsync(detaljer.Arende, ct);
        return View(Modell(detaljer, ko, sparat, new AnteckningInput
        {
            Text = input.Text,
            Komplettering = input.Komplettering,
            Motivering = input.Motivering,
            Kontrollerat = input.Kontrollerat,
            Version = konflikt ? $"{sparat?.Version ?? AnteckningService.IngenVersion}" : input.Version,
        }));
    }

    private AnteckningModell Modell(Arendedetaljer detaljer, string? ko, Sparadanteckning? sparat, AnteckningInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), sparat, service.Hinder(detaljer.Arende, detaljer.Handlaggare))
        {
            Text = input.Text,
            Kontrollerat = input.Kontrollerat,
            Komplettering = input.Komplettering,
            Motivering = input.Motivering,
            Version = input.Version,
        };
}

/// <summary>As typed, with the line breaks that the fields count: a form posts two characters for each, and the limit would come too early.</summary>
public class AnteckningInput
{
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>Codes of checks.</summary>
    public string[]? Kontrollerat { get; init; }

    public string? Komplettering { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Motivering { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }
}

/// <summary>The page of the notes. The fields stand first: the error summary follows their order.</summary>
public sealed class AnteckningModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, Sparadanteckning? sparat, Refusal? hinder) : AnteckningInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public Sparadanteckning? Sparat => sparat;

    public Refusal? Hinder => hinder;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    public IEnumerable<Alternativ> Kontroller => detaljer.Kontroller.Select(k => new Alternativ(k.Kod, k.Mening));
}
