using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Franvarooversikt;

/// <summary>What an absence list means for each student, the most urgent first, and the choice of whom to report.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class FranvarooversiktController(FranvarolistaService service, FranvarolistaQuery listor, FranvarourvalService urvalen) : Controller
{
    [HttpGet("/franvarocoach/{id:long}")]
    public async Task<IActionResult> Index(long id, string? visa, string? sida, CancellationToken ct) => await SidaAsync(id, visa, Heltal.Sida(sida), [], ct);

    /// <summary>What counts as ogiltig frånvaro at the school. The page is drawn anew with it.</summary>
    [HttpPost("/franvarocoach/{id:long}/raknas"), FormularPaSida(1)]
    public async Task<IActionResult> Raknas(long id, RaknasInput input, CancellationToken ct)
    {
        if (await listor.RubrikAsync(id, ct) is null)
            return NotFound();

        await service.RaknaAsync(new(input.SenAnkomst, input.MissadLektion, input.GickTidigare, input.AnmaldEjGodkand), ct);
        TempData.Klart("Listan är räknad på nytt.");
        return Redirect($"/franvarocoach/{id}");
    }

    [HttpPost("/franvarocoach/{id:long}/valj"), FormularPaSida(1)]
    public async Task<IActionResult> Valj(long id, List<long> valda, CancellationToken ct)
    {
        var svar = await urvalen.SkapaAsync(id, valda, ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
            return Redirect($"/franvarocoach/granska/{svar.Value}");

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await SidaAsync(id, Oversiktsmodell.Flik(Elevgrupp.AttRapportera), 1, valda, ct);
    }

    private async Task<IActionResult> SidaAsync(long id, string? visa, int sida, IReadOnlyCollection<long> valda, CancellationToken ct)
    {
        var svar = await listor.ForAsync(id, ct);
        if (svar is null)
            return NotFound();

        // Its columns are to be chosen, or no longer make sense: the page for that says so.
        if (!svar.IsAccepted)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect($"/franvarocoach/{id}/kolumner");
        }

        return View("Index", new Oversiktsmodell(svar.Value, Oversiktsmodell.Grupp(visa) ?? Oversiktsmodell.Forst(svar.Value), sida, valda));
    }
}
