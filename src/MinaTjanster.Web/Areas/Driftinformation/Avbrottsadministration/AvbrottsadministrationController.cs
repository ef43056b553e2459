using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Driftinformation.Avbrottsadministration;

/// <summary>CSN's outages: planned, registered afterwards, changed, ended, called off. Works in the read-only mode too: how else would it be ended?</summary>
[Area("Driftinformation"), Kraver(Rattighet.SkotaDriftavbrott), TillatILaslage, Route("/csn/driftavbrott")]
public sealed class AvbrottsadministrationController(DriftQuery drift, AvbrottService service, HistorikQuery historik, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new AvbrottsoversiktModell(await drift.AllaAvbrottAsync(ct), klocka.UtcNu()));

    [HttpGet("ny")]
    public IActionResult Ny() => View(new AvbrottInput { Tjanster = Formval.Alla<Drifttjanst>(), Skolformer = Formval.Alla<Skolform>(), Nyckel = Hemlighet.Ny() });

    [HttpPost("ny")]
    public async Task<IActionResult> Ny(AvbrottInput input, CancellationToken ct)
    {
        if (input.Nyckel is not { Length: 64 } nyckel)
            return BadRequest();

        var svar = await service.LaggTillAsync(input.Skrivet(), nyckel, ct);
        if (!svar.IsAccepted)
            return Nekad(svar.Refusals, nameof(Ny), input);

        TempData.Klart(svar.Value.HarVarit(klocka.UtcNu()) ? "Avbrottet är registrerat. Skolorna kan hämta intyg." : "Avbrottet är tillagt.");
        return Redirect($"/csn/driftavbrott/{svar.Value.Id}");
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Avbrott(long id, CancellationToken ct) =>
        await drift.AvbrottAsync(id, ct) is { } avbrott ? View(new AvbrottModell(avbrott, await historik.ForAsync(AuditObjects.Driftavbrott, id, ct), klocka.UtcNu())) : NotFound();

    [HttpGet("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await drift.AvbrottAsync(id, ct) is not { } avbrott)
            return NotFound();
        if (avbrott.Status == Avbrottsstatus.Installt)
            return Tillbaka(id, new AvbrottetInstallt());

        var input = new AvbrottInput { Nu = avbrott, Version = $"{avbrott.Version}" };
        input.Fyll(avbrott.Uppgift);
        return View(input);
    }

    [HttpPost("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, AvbrottInput input, CancellationToken ct)
    {
        var svar = await service.AndraAsync(id, input.Skrivet(), Formularversion.Tolka(input.Version), ct);
        if (svar is null)
            return NotFound();
        if (svar.Refusals.OfType<AvbrottetInstallt>().FirstOrDefault() is { } installt)
            return Tillbaka(id, installt);
        if (svar.IsAccepted)
        {
            TempData.Klart("Avbrottet är ändrat.");
            return Redirect($"/csn/driftavbrott/{id}");
        }

        input.Nu = await drift.AvbrottAsync(id, ct);
        input.ArKonflikt = svar.Refusals.Any(r => r is AvbrottetAndrat);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu!.Version}";
        }

        return Nekad(svar.Refusals, nameof(Andra), input);
    }

    [HttpPost("{id:long}/avsluta"), FormularPaSida(1)]
    public async Task<IActionResult> Avsluta(long id, string? version, CancellationToken ct) =>
        Utfall(await service.AvslutaAsync(id, Formularversion.Tolka(version), ct), id, "Avbrottet är avslutat. Skolorna kan hämta intyg.");

    [HttpGet("{id:long}/stall-in")]
    public async Task<IActionResult> StallIn(long id, CancellationToken ct) =>
        await drift.AvbrottAsync(id, ct) is not { } avbrott ? NotFound()
        : avbrott.Status == Avbrottsstatus.Installt ? Tillbaka(id, new AvbrottetInstallt())
        : avbrott.Pagar(klocka.UtcNu()) ? Tillbaka(id, new AvbrottetPagar())
        : View(avbrott);

    [HttpPost("{id:long}/stall-in"), ActionName("StallIn")]
    public async Task<IActionResult> StallInNu(long id, string? version, CancellationToken ct) =>
        Utfall(await service.StallInAsync(id, Formularversion.Tolka(version), ct), id, "Avbrottet är inställt.");

    private IActionResult Utfall(Result<Driftavbrott>? svar, long id, string klart)
    {
        if (svar is null)
            return NotFound();
        if (!svar.IsAccepted)
            return Tillbaka(id, svar.Refusals[0]);

        TempData.Klart(klart);
        return Redirect($"/csn/driftavbrott/{id}");
    }

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/csn/driftavbrott/{id}");
    }

    private ViewResult Nekad(IReadOnlyList<Refusal> hinder, string vy, AvbrottInput input)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(vy, input);
    }
}
