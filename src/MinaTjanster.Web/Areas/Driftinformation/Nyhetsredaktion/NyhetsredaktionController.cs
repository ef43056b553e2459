using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Driftinformation.Nyhetsredaktion;

/// <summary>CSN's news: written as drafts, seen as schools will see them, published, changed, taken down.</summary>
[Area("Driftinformation"), Kraver(Rattighet.SkotaNyheter), Route("/csn/nyheter")]
public sealed class NyhetsredaktionController(DriftQuery drift, NyhetService service, HistorikQuery historik, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new NyhetslistaModell(await drift.AllaNyheterAsync(ct), klocka.SvenskDag()));

    [HttpGet("ny")]
    public IActionResult Ny() => View(new NyhetInput { Fran = NyhetInput.Dag(klocka.SvenskDag()), Skolformer = Formval.Alla<Skolform>(), Nyckel = Hemlighet.Ny() });

    [HttpPost("ny")]
    public async Task<IActionResult> Ny(NyhetInput input, CancellationToken ct)
    {
        if (input.Nyckel is not { Length: 64 } nyckel)
            return BadRequest();

        var svar = await service.LaggTillAsync(input.Skrivet(), nyckel, ct);
        if (!svar.IsAccepted)
            return Nekad(svar.Refusals, nameof(Ny), input);

        TempData.Klart("Utkastet är sparat. Läs igenom det och publicera.");
        return Redirect($"/csn/nyheter/{svar.Value.Id}");
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Nyhet(long id, CancellationToken ct) =>
        await drift.NyhetAsync(id, ct) is { } nyhet ? View(new NyhetModell(nyhet, await historik.ForAsync(AuditObjects.Nyhet, id, ct), klocka.SvenskDag())) : NotFound();

    [HttpGet("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await drift.NyhetAsync(id, ct) is not { } nyhet)
            return NotFound();

        var input = new NyhetInput { Nu = nyhet, Version = $"{nyhet.Version}" };
        input.Fyll(nyhet.Uppgift);
        return View(input);
    }

    [HttpPost("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, NyhetInput input, CancellationToken ct)
    {
        var svar = await service.AndraAsync(id, input.Skrivet(), Formularversion.Tolka(input.Version), ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Status == Nyhetsstatus.Publicerad ? "Nyheten är ändrad. Skolorna ser ändringen nu." : "Nyheten är ändrad.");
            return Redirect($"/csn/nyheter/{id}");
        }

        input.Nu = await drift.NyhetAsync(id, ct);
        input.ArKonflikt = svar.Refusals.Any(r => r is NyhetenAndrad);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu!.Version}";
        }

        return Nekad(svar.Refusals, nameof(Andra), input);
    }

    [HttpPost("{id:long}/publicera"), FormularPaSida(1)]
    public async Task<IActionResult> Publicera(long id, string? version, CancellationToken ct) =>
        Utfall(await service.PubliceraAsync(id, Formularversion.Tolka(version), ct), id, "Nyheten är publicerad.");

    [HttpPost("{id:long}/ta-ned"), FormularPaSida(1)]
    public async Task<IActionResult> TaNed(long id, CancellationToken ct) => Utfall(await service.TaNedAsync(id, ct), id, "Nyheten är nedtagen. Skolorna ser den inte längre.");

    private IActionResult Utfall(Result<Nyhet>? svar, long id, string klart)
    {
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart(klart);
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect($"/csn/nyheter/{id}");
    }

    private ViewResult Nekad(IReadOnlyList<Refusal> hinder, string vy, NyhetInput input)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(vy, input);
    }
}
