using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.NyStuderande;

/// <summary>Adds a student by hand (domain.md section 2: at schools that report by file or Ladok, only a protected one).</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class NyStuderandeController(NyStuderandeService service, RapporteringssidaQuery sidor, SokningService sokningar, TimeProvider klocka) : Controller
{
    /// <param name="sok">The key of a search that found nobody: a personnummer need not be typed twice.</param>
    [HttpGet("/studerande/ny")]
    public async Task<IActionResult> Index(string? sok, CancellationToken ct)
    {
        var input = new NyStuderandeInput();
        if (sok is { Length: > 0 and <= 32 } && Personnummer.TryParse(await sokningar.HamtaAsync(sok, ct), klocka.SvenskDag(), out var sokt))
            input.Personnummer = sokt.Fullt;
        return await FormularAsync(input, null, ct);
    }

    [HttpPost("/studerande/ny")]
    public async Task<IActionResult> Index(NyStuderandeInput input, CancellationToken ct)
    {
        var tolkad = Studerandeuppgift.Tolka(
            input.Personnummer, input.Fornamn, input.Efternamn, input.Klass, input.Skydd ? Personskydd.Skyddad : Personskydd.Inget, klocka.SvenskDag());
        var svar = tolkad.IsAccepted ? await service.LaggTillAsync(tolkad.Value, ct) : Result<Tillagdstuderande>.Refused(tolkad.Refusals);
        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Satt == Tillagt.Skyddad
                ? "Den studerande fanns redan hos er. Personuppgifterna är nu skyddade."
                : $"{svar.Value.Namn ?? "Den studerande"} är tillagd. Nu kan du rapportera.");
            return Redirect($"/studerande/{svar.Value.Id}");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await FormularAsync(input, svar.Refusals.OfType<StuderandeFinnsRedan>().FirstOrDefault()?.StuderandeId, ct);
    }

    private async Task<ViewResult> FormularAsync(NyStuderandeInput input, long? finns, CancellationToken ct)
    {
        input.Sida = new(await sidor.SkolaAsync(ct), finns);
        return View("Index", input);
    }
}
