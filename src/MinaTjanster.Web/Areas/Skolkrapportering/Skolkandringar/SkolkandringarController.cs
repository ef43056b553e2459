using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Skolkandringar;

/// <summary>What a school does with a report it has sent: sets the last day, corrects the facts, deletes it. Each has its own page.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class SkolkandringarController(
    SkolkandringService service,
    SkolkrapportQuery rapporter,
    SkolklageQuery lagen,
    HistorikQuery historik,
    IValidator<AvslutaInput> avslutaValidator,
    IValidator<Skolkinput> skolkValidator,
    AktuellAnvandare anvandare,
    AuditService audit) : Controller
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    [HttpGet("/ogiltig-franvaro/{id:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long id, Skolkplats plats, [FromQuery] string? sistaDag, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is not { } rapport)
        {
            return NotFound();
        }

        return StangdFor(rapport) is { } stangd
            ? Tillbaka(id, plats, stangd)
            : View(new AvslutaInput
            {
                // A day that the Frånvarocoach proposes; anything else than a day proposes nothing.
                SistaDag = (rapport.Rapport.SistaDag ?? (Datumtolk.TryTolka(sistaDag, out var forslag) ? forslag : null))?.ToString("yyyy-MM-dd"),
                Version = $"{rapport.Rapport.Version}",
                Sida = new(rapport, plats, FarSeSkyddade, null),
            });
    }

    [HttpPost("/ogiltig-franvaro/{id:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long id, Skolkplats plats, AvslutaInput input, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is not { } rapport)
        {
            return NotFound();
        }

        ModelState.AddErrors(await avslutaValidator.ValidateAsync(input, ct));
        Result<Skolkrapport>? svar = null;
        if (ModelState.IsValid && Datumtolk.TryTolka(input.SistaDag, out var sistaDag))
        {
            svar = await service.AvslutaAsync(id, sistaDag, Formularversion.Tolka(input.Version), ct);
            if (Utfall(svar, id, plats, $"Sista dag är {SvenskText.Datum(sistaDag)}. CSN fattar ett nytt beslut, och utbetalningarna kan börja igen.") is { } klart)
            {
                return klart;
            }
        }

        input.Version = await OmritningAsync(svar, id, input.Version, ct);
        input.Sida = new((await RapportAsync(id, ct))!, plats, FarSeSkyddade, await ForstAsync(svar, id, ct));
        return View(input);
    }

    [HttpGet("/ogiltig-franvaro/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, Skolkplats plats, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is not { } rapport)
        {
            return NotFound();
        }

        Refusal? stangd = StangdFor(rapport);
        stangd ??= rapport.FarAndras ? null : new RapportenFardiggranskad();
        if (stangd is not null)
        {
            return Tillbaka(id, plats, stangd);
        }

        var input = Skolkinput.Fran(new Skolkformular(rapport.Rapport.Uppgift));
        input.Version = $"{rapport.Rapport.Version}";
        return await AndraAsync(input, rapport, plats, null, ct);
    }

    [HttpPost("/ogiltig-franvaro/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, Skolkplats plats, Skolkinput input, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is null)
        {
            return NotFound();
        }

        ModelState.AddErrors(await skolkValidator.ValidateAsync(input, ct));
        Result<Skolkrapport>? svar = null;
        if (ModelState.IsValid && input.TillFormular() is { } formular)
        {
            svar = await service.AndraAsync(id, formular.Uppgift, Formularversion.Tolka(input.Version), ct);
            if (Utfall(svar, id, plats, "Uppgifterna är ändrade.") is { } klart)
            {
                return klart;
            }
        }

        input.Version = await OmritningAsync(svar, id, input.Version, ct);
        return await AndraAsync(input, (await RapportAsync(id, ct))!, plats, await ForstAsync(svar, id, ct), ct);
    }

    [HttpGet("/ogiltig-franvaro/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, Skolkplats plats, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is not { } rapport)
        {
            return NotFound();
        }

        return StangdFor(rapport) is { } stangd
            ? Tillbaka(id, plats, stangd)
            : View(new TaBortInput { Version = $"{rapport.Rapport.Version}", Sida = new(rapport, plats, FarSeSkyddade, null) });
    }

    [HttpPost("/ogiltig-franvaro/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, Skolkplats plats, TaBortInput input, CancellationToken ct)
    {
        if (await RapportAsync(id, ct) is null)
        {
            return NotFound();
        }

        var svar = await service.TaBortAsync(id, input.Skal, Formularversion.Tolka(input.Version), ct);
        if (Utfall(svar, id, plats, "Rapporten är borttagen och ärendet hos CSN är återtaget.") is { } klart)
        {
            return klart;
        }

        input.Version = await OmritningAsync(svar, id, input.Version, ct);
        input.Sida = new((await RapportAsync(id, ct))!, plats, FarSeSkyddade, await ForstAsync(svar, id, ct));
        return View(input);
    }

    /// <summary>Where an act leads: on when it was done, back to the report when nothing more can be done with it, null when the form is shown again.</summary>
    private IActionResult? Utfall(Result<Skolkrapport>? svar, long id, Skolkplats plats, string klart)
    {
        if (svar is null)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return svar.Refusals.FirstOrDefault(r => r is RapportenBorttagen or RapportenFardiggranskad) is { } stangd ? Tillbaka(id, plats, stangd) : null;
        }

        TempData.Klart(klart);
        return Redirect($"/ogiltig-franvaro/{id}{plats.Fraga()}");
    }

    /// <summary>The form again: 400 with the errors, or 409 when somebody came first. Then it takes the new version, so that the next post is made knowingly.</summary>
    private async Task<string?> OmritningAsync(Result<Skolkrapport>? svar, long id, string? version, CancellationToken ct)
    {
        ModelState.AddSkolkfel(svar?.Refusals ?? []);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        if (svar?.Refusals.Any(r => r is RapportenAndrad) != true)
        {
            return version;
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.SetModelValue(nameof(Skolkinput.Version), null, null);
        return $"{(await rapporter.ForAsync(id, ct))!.Rapport.Version}";
    }

    private async Task<Historikrad?> ForstAsync(Result<Skolkrapport>? svar, long id, CancellationToken ct) =>
        svar?.Refusals.Any(r => r is RapportenAndrad) == true ? (await historik.ForAsync(AuditObjects.Skolkrapport, id, ct)).FirstOrDefault() : null;

    private async Task<IActionResult> AndraAsync(Skolkinput input, Skolkrapportsida rapport, Skolkplats plats, Historikrad? forst, CancellationToken ct)
    {
        var lage = (await lagen.ForAsync(rapport.Studerande.Id, ct, rapport.Rapport.Id))!;
        ViewData["Plats"] = plats;
        input.Sida = new(lage, FarSeSkyddade, FoljderModell.For(input.TillFormular(), lage.Lage, rapport.Rapport.ForstaDag), rapport, forst);
        return View("Andra", input);
    }

    private static RapportenBorttagen? StangdFor(Skolkrapportsida rapport) => rapport.Rapport.ArBorttagen ? new RapportenBorttagen() : null;

    private RedirectResult Tillbaka(long id, Skolkplats plats, Refusal varfor)
    {
        TempData.Upplysning(varfor.Sentence);
        return Redirect($"/ogiltig-franvaro/{id}{plats.Fraga()}");
    }

    private async Task<Skolkrapportsida?> RapportAsync(long id, CancellationToken ct)
    {
        var rapport = await rapporter.ForAsync(id, ct);
        // A post shows her when it is refused, and the form is drawn again: the answer says so by then.
        if (rapport is { Studerande.ArSkyddad: true } && (HttpMethods.IsGet(Request.Method) || Response.StatusCode >= StatusCodes.Status400BadRequest))
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, rapport.Studerande.Id, rapport.Studerande.SkolaId, id);
        }

        return rapport;
    }
}
