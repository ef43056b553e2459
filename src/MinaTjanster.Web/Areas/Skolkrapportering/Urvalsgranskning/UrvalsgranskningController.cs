using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Urvalsgranskning;

/// <summary>One check page for all students that were chosen from an absence list, their receipts, and their underlag. Only the check page sends.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class UrvalsgranskningController(
    FranvarourvalService service, ListunderlagService underlag, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka) : Controller
{
    [HttpGet("/franvarocoach/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, CancellationToken ct) => await GranskningAsync(nyckel, null, ct);

    [HttpPost("/franvarocoach/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, UrvalInput input, CancellationToken ct)
    {
        if (await service.EgetAsync(nyckel, ct) is not { } urval)
            return NotFound();
        if (urval.Skickad is not null)
            return TillKvittens(nyckel);

        foreach (var rad in (await service.ProvaAsync(urval, ct)).Where(r => r.Foljd.KraverBekraftelse && input.Valda.Contains(r.Rad.Id) && !input.Bekraftade.Contains(r.Rad.Id)))
            ModelState.AddModelError($"{nameof(UrvalInput.Bekraftade)}[{rad.Rad.Id}]", $"{rad.Studerande.NamnFor(FarSeSkyddade)}: {new SkolkEjBekraftad(rad.Foljd.Grind.NormalDag).Sentence} Eller ta bort krysset för den studerande.");

        if (ModelState.ErrorCount == 0)
        {
            if (await service.SkickaAsync(nyckel, input.Valda, input.Bekraftade, ct) is not { } svar)
                return NotFound();
            if (svar.Utfall == Urvalsutfall.Skickat)
                return TillKvittens(nyckel);
            if (svar.Utfall == Urvalsutfall.Borttaget)
            {
                TempData.Upplysning($"Listan togs bort medan du skickade. Antal skickade rapporter: {svar.Skickade} av {svar.Av}. De står här nedanför.");
                return Redirect("/ogiltig-franvaro");
            }

            ModelState.AddModelError(nameof(UrvalInput.Valda), new FranvarourvalTomt().Sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await GranskningAsync(nyckel, input, ct);
    }

    [HttpGet("/franvarocoach/granska/{nyckel:length(64)}/kvittens")]
    public async Task<IActionResult> Kvittens(string nyckel, CancellationToken ct)
    {
        if (await service.EgetAsync(nyckel, ct) is not { } urval)
            return NotFound();
        if (urval.Skickad is null)
            return Redirect($"/franvarocoach/granska/{nyckel}");

        var rader = await RaderAsync(urval, ct);
        return View(new UrvalskvittensModell(urval, rader, await underlag.LagenAsync([.. rader.Select(r => r.Rapport?.Id).OfType<long>()], ct), FarSeSkyddade));
    }

    /// <summary>Draws the underlag of those that were sent. It is looked at, and sent, from each report.</summary>
    [HttpPost("/franvarocoach/granska/{nyckel:length(64)}/underlag"), FormularPaSida(1)]
    public async Task<IActionResult> Underlag(string nyckel, CancellationToken ct)
    {
        if (await service.EgetAsync(nyckel, ct) is null)
            return NotFound();

        var svar = await underlag.SkapaAsync(nyckel, ct);
        if (svar is null)
            TempData.Upplysning("Listan finns inte längre. Ladda upp underlagen ur ert skolsystem från varje rapport i stället.");
        else if (svar.All(s => s.Finns))
            TempData.Klart("Underlagen är skapade. Öppna vart och ett, kontrollera det och skicka det.");
        else
            TempData.Upplysning($"{svar.Count(s => s.Finns)} av {svar.Count} underlag är skapade. {string.Join(" ", svar.Select(s => s.Hinder?.Sentence).OfType<string>().Distinct())}");
        return TillKvittens(nyckel);
    }

    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    private RedirectResult TillKvittens(string nyckel) => Redirect($"/franvarocoach/granska/{nyckel}/kvittens");

    private async Task<IActionResult> GranskningAsync(string nyckel, UrvalInput? input, CancellationToken ct)
    {
        if (await service.EgetAsync(nyckel, ct) is not { } urval)
            return NotFound();
        if (urval.Skickad is not null)
            return TillKvittens(nyckel);

        return View("Granska", new UrvalModell(urval, await RaderAsync(urval, ct), FarSeSkyddade, input, klocka.UtcNu()));
    }

    private async Task<IReadOnlyList<Provadurvalsrad>> RaderAsync(Franvarourval urval, CancellationToken ct)
    {
        var rader = await service.ProvaAsync(urval, ct);
        foreach (var skyddad in rader.Where(r => r.Studerande.ArSkyddad))
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, skyddad.Studerande.Id, urval.SkolaId);
        return rader;
    }
}
