using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportandring;

/// <summary>Sets the last day of a report, corrects it, takes it back.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class RapportandringController(
    SkolkandringService andring,
    RapportsidaQuery rapporter,
    IValidator<AvslutaInput> avslutaValidator,
    IValidator<AndraInput> andraValidator,
    IValidator<TaBortInput> taBortValidator) : Controller
{
    [HttpGet("/ogiltig-franvaro/{id:long}/avsluta")]
    public Task<IActionResult> Avsluta(long id, CancellationToken ct) =>
        VisaAsync(id, nameof(Avsluta), rapport => new AvslutaInput { SistaDag = Dag(rapport.SistaDag), Version = rapport.Version }, ct);

    [HttpPost("/ogiltig-franvaro/{id:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long id, AvslutaInput input, CancellationToken ct)
    {
        ModelState.AddErrors(await avslutaValidator.ValidateAsync(input, ct));
        return Datumtolk.TryTolka(input.SistaDag, out var sistaDag)
            ? await SvaraAsync(id, nameof(Avsluta), input, await andring.AvslutaAsync(id, sistaDag, input.Version, ct), "Sista dagen är sparad. CSN ser nu att den studerande är tillbaka.", ct)
            : await RattaAsync(id, nameof(Avsluta), input, ct);
    }

    [HttpGet("/ogiltig-franvaro/{id:long}/andra")]
    public Task<IActionResult> Andra(long id, CancellationToken ct) =>
        VisaAsync(
            id,
            nameof(Andra),
            rapport => new AndraInput
            {
                ForstaDag = Dag(rapport.ForstaDag),
                SistaDag = Dag(rapport.SistaDag),
                OgiltigMinuter = rapport.OgiltigMinuter is { } minuter ? SvenskText.Timmar(minuter) : null,
                Tillfallen = rapport.Tillfallen?.ToString(),
                Bekraftad = rapport.Bekraftelse == Omfattningsbekraftelse.Bekraftad,
                Version = rapport.Version,
            },
            ct);

    [HttpPost("/ogiltig-franvaro/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, AndraInput input, CancellationToken ct)
    {
        ModelState.AddErrors(await andraValidator.ValidateAsync(input, ct));
        if (!ModelState.IsValid)
        {
            return await RattaAsync(id, nameof(Andra), input, ct);
        }

        Datumtolk.TryTolka(input.ForstaDag, out var forsta);
        var uppgift = new Skolkuppgift(
            forsta,
            Datumtolk.TryTolka(input.SistaDag, out var sista) ? sista : null,
            Timtolk.TryTolka(input.OgiltigMinuter, out var minuter) ? minuter : null,
            AndraValidator.Heltal(input.Tillfallen),
            input.Bekraftad);
        return await SvaraAsync(id, nameof(Andra), input, await andring.AndraAsync(id, uppgift, input.Version, ct), "Rapporten är ändrad.", ct);
    }

    [HttpGet("/ogiltig-franvaro/{id:long}/ta-bort")]
    public Task<IActionResult> TaBort(long id, CancellationToken ct) =>
        VisaAsync(id, nameof(TaBort), rapport => new TaBortInput { Version = rapport.Version }, ct);

    [HttpPost("/ogiltig-franvaro/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, TaBortInput input, CancellationToken ct)
    {
        ModelState.AddErrors(await taBortValidator.ValidateAsync(input, ct));
        return ModelState.IsValid
            ? await SvaraAsync(id, nameof(TaBort), input, await andring.TaBortAsync(id, input.Skal, input.Version, ct), "Rapporten är borttagen. CSN:s ärende är återtaget.", ct)
            : await RattaAsync(id, nameof(TaBort), input, ct);
    }

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd");

    private async Task<IActionResult> VisaAsync<T>(long id, string vy, Func<Skolkrapport, T> input, CancellationToken ct)
    {
        var sida = await rapporter.ForAsync(id, ct);
        if (sida is null)
        {
            return NotFound();
        }

        if (sida.Rapport.ArBorttagen)
        {
            TempData.Upplysning(new RapportenBorttagen().Sentence);
            return Redirect($"/ogiltig-franvaro/{id}");
        }

        ViewData["Sida"] = sida;
        return View(vy, input(sida.Rapport));
    }

    private async Task<IActionResult> SvaraAsync<T>(long id, string vy, T input, Result<Skolkrapport>? svar, string klart, CancellationToken ct)
    {
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart(klart);
            return Redirect($"/ogiltig-franvaro/{id}");
        }

        ModelState.AddRefusals(svar.Refusals);
        var krock = svar.Refusals.Any(r => r is RapportenAndrad);
        return await RattaAsync(id, vy, input, ct, krock ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    /// <summary>The form again as it was typed. After a conflict it also shows the report as it is now, and carries the new version.</summary>
    private async Task<IActionResult> RattaAsync<T>(long id, string vy, T input, CancellationToken ct, int status = StatusCodes.Status400BadRequest)
    {
        var sida = await rapporter.ForAsync(id, ct);
        if (sida is null)
        {
            return NotFound();
        }

        if (status == StatusCodes.Status409Conflict)
        {
            ViewData["Krock"] = true;
            ModelState.SetModelValue("Version", sida.Rapport.Version, sida.Rapport.Version.ToString());
        }

        ViewData["Sida"] = sida;
        Response.StatusCode = status;
        return View(vy, input);
    }
}
