using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportering;

/// <summary>Reports ogiltig frånvaro: form, check page, receipt. Only the check page sends (domain.md section 5).</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class RapporteringController(
    SkolkrapportService service,
    SkolklageQuery lagen,
    SkolkrapportQuery rapporter,
    IValidator<Skolkinput> validator,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    [HttpGet("/ogiltig-franvaro/rapportera/{studerandeId:long}")]
    public async Task<IActionResult> Rapportera(long studerandeId, string? utkast, CancellationToken ct)
    {
        if (await LageAsync(studerandeId, ct) is not { } lage)
        {
            return NotFound();
        }

        var mojlighet = Skolkmojlighet.For(lage.Lage);
        if (!mojlighet.ArMojlig)
        {
            return View("Hindrad", new HindradModell(lage, mojlighet, FarSeSkyddade));
        }

        var eget = utkast is null ? null : await service.EgetUtkastAsync(utkast, ct);
        var input = eget?.StuderandeId == studerandeId ? Skolkinput.Fran(eget.Formular) : new Skolkinput();
        input.Utkast = eget?.Nyckel;
        return Formular(input, lage);
    }

    [HttpPost("/ogiltig-franvaro/rapportera/{studerandeId:long}")]
    public async Task<IActionResult> Rapportera(long studerandeId, Skolkinput input, CancellationToken ct)
    {
        if (await LageAsync(studerandeId, ct) is not { } lage)
        {
            return NotFound();
        }

        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid && input.TillFormular() is { } formular)
        {
            if (await service.SparaUtkastAsync(studerandeId, formular, input.Utkast, ct) is not { } sparat)
            {
                return NotFound();
            }

            if (sparat.IsAccepted)
            {
                return Redirect($"/ogiltig-franvaro/granska/{sparat.Value}");
            }

            ModelState.AddSkolkfel(sparat.Refusals, lage.StodformFragas);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Formular(input, lage);
    }

    /// <summary>The consequences of what is typed so far, as a fragment for foljder.js. Changes nothing.</summary>
    [HttpPost("/ogiltig-franvaro/foljder/{studerandeId:long}"), TillatILaslage]
    public async Task<IActionResult> Foljder(long studerandeId, long? rapport, Skolkinput input, CancellationToken ct)
    {
        if (await lagen.ForAsync(studerandeId, ct, rapport) is not { } lage)
        {
            return NotFound();
        }

        var andras = rapport is { } id ? (await rapporter.ForAsync(id, ct))?.Rapport : null;
        return PartialView("_Foljder", FoljderModell.For(input.TillFormular(), lage.Lage, andras?.ForstaDag));
    }

    [HttpGet("/ogiltig-franvaro/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, CancellationToken ct) => await GranskningAsync(nyckel, ct);

    [HttpPost("/ogiltig-franvaro/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, int version, string? underlag, CancellationToken ct)
    {
        if (await service.SkickaAsync(nyckel, version, ct) is not { } skickad)
        {
            return NotFound();
        }

        if (skickad.IsAccepted)
        {
            return Redirect($"/ogiltig-franvaro/{skickad.Value}/kvittens{(underlag == Skolkinput.Direkt ? "?underlag=direkt" : "")}");
        }

        // What was allowed when the form was filled in may no longer be: the page says so, the draft stays.
        ModelState.AddRefusals(skickad.Refusals.Select(r => r with { Field = null }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await GranskningAsync(nyckel, ct);
    }

    [HttpGet("/ogiltig-franvaro/{id:long}/kvittens")]
    public async Task<IActionResult> Kvittens(long id, string? underlag, CancellationToken ct)
    {
        if (await rapporter.ForAsync(id, ct) is not { } sida)
        {
            return NotFound();
        }

        await NoteraVisningAsync(sida.Studerande.ArSkyddad, sida.Studerande.Id, ct);
        return View(new KvittensModell(sida, FarSeSkyddade, underlag == Skolkinput.Direkt));
    }

    private async Task<IActionResult> GranskningAsync(string nyckel, CancellationToken ct)
    {
        if (await service.EgetUtkastAsync(nyckel, ct) is not { } utkast)
        {
            return await service.SkickadAsync(nyckel, ct) is { } id ? Redirect($"/ogiltig-franvaro/{id}/kvittens") : NotFound();
        }

        return await LageAsync(utkast.StuderandeId, ct) is { } lage
            ? View("Granska", new GranskaModell(utkast, lage, FarSeSkyddade, FoljderModell.For(utkast.Formular, lage.Lage), Skolkregel.Bedom(utkast.Formular.Uppgift, lage.Lage.MedVal(utkast.ValdStodform)), klocka.UtcNu()))
            : NotFound();
    }

    private ViewResult Formular(Skolkinput input, Studerandelage lage)
    {
        input.Sida = new(lage, FarSeSkyddade, FoljderModell.For(input.TillFormular(), lage.Lage));
        return View("Rapportera", input);
    }

    private async Task<Studerandelage?> LageAsync(long studerandeId, CancellationToken ct)
    {
        var lage = await lagen.ForAsync(studerandeId, ct);
        await NoteraVisningAsync(lage is { ArSkyddad: true }, studerandeId, ct);
        return lage;
    }

    private Task NoteraVisningAsync(bool skyddad, long studerandeId, CancellationToken ct) =>
        skyddad ? audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerandeId, anvandare.AktivSkola!.Id) : Task.CompletedTask;
}
