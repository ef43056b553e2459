using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Avslutande;

/// <summary>Closes a case, after a page that asks: it cannot be opened again.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/avsluta")]
public sealed class AvslutandeController(ArendeService service, Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, null);
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, string? version, CancellationToken ct)
    {
        if (!int.TryParse(version, out var nummer))
        {
            return BadRequest();
        }

        if (await service.AvslutaAsync(arendeId, nummer, ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Ärendet är avslutat.");
            return Redirect(Koplats.FranKo(ko).Arende(arendeId));
        }

        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        return View(Modell(detaljer, ko, svar.Refusals[0]));
    }

    private AvslutandeModell Modell(Arendedetaljer detaljer, string? ko, Refusal? nej) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId, nej);
}

/// <summary>The page before a case is closed.</summary>
/// <param name="Nej">Why it was not closed, or null.</param>
public sealed record AvslutandeModell(Arendedetaljer Detaljer, Koplats Plats, bool FarSeSkyddade, long KontoId, Refusal? Nej)
{
    public string Namn => Detaljer.Studerande.NamnFor(FarSeSkyddade);

    /// <summary>Why it cannot be closed now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.Avsluta, Detaljer.Arende, KontoId, Detaljer.Handlaggare);
}
