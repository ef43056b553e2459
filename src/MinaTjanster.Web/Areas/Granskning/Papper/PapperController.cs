using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Papper;

/// <summary>A handläggare registers underlag that came by post, with a scan if there is one (domain.md section 5, Paper).</summary>
[Area("Granskning")]
[Route("/granskning/{arendeId:long}/papper")]
[Kraver(Rattighet.RegistreraPapper)]
public sealed class PapperController(
    UnderlagQuery query,
    UnderlagService utkast,
    UnderlagSandning sandning,
    Uppladdning uppladdning,
    AuditService audit,
    AktuellAnvandare anvandare,
    IValidator<PapperInput> validator,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, CancellationToken ct) =>
        await LageAsync(arendeId, ct) is { } lage ? Visa(arendeId, lage, PapperInput.For(klocka.SvenskDag())) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, PapperInput input, CancellationToken ct)
    {
        if (await LageAsync(arendeId, ct) is not { } lage)
            return NotFound();

        ModelState.AddErrors(validator.Validate(input));
        if (!ModelState.IsValid)
            return Visa(arendeId, lage, input, StatusCodes.Status400BadRequest);

        var (id, nyckel) = (lage.Rapport.Id, input.Nyckel ?? "");
        var redan = lage.Inskickade.SingleOrDefault(u => u.Sandningsnyckel == nyckel);
        if (redan is null)
        {
            var version = int.TryParse(input.Version, out var v) ? v : -1;
            var angivet = await utkast.AngeAsync(id, Ankomstsatt.Papper, nyckel, input.Underlag.TillUppgift(), version, ct);
            if (angivet is null)
                return NotFound();

            if (!angivet.IsAccepted)
                return await NekaAsync(arendeId, lage, input, angivet.Refusals, ct);

            var svar = await sandning.RegistreraPapperAsync(id, nyckel, angivet.Value, input.TillPost(), ct);
            if (svar is null)
                return NotFound();

            if (!svar.IsAccepted)
                return await NekaAsync(arendeId, lage, input, svar.Refusals, ct);

            TempData.Klart($"Underlaget på papper är registrerat med nummer {svar.Value.Kvittensnummer}.");
        }
        else
        {
            TempData.Upplysning($"Underlaget var redan registrerat, med nummer {redan.Kvittensnummer}.");
        }

        return Redirect($"/granskning/{arendeId}");
    }

    /// <summary>A reload of the answer to a refused upload, or the way back after a time-out.</summary>
    [HttpGet("filer")]
    public RedirectResult Filer(long arendeId) => Redirect($"/granskning/{arendeId}/papper");

    // As the school's upload: Uppladdning checks the antiforgery token and the mark in the body, and holds the limits.
    [HttpPost("filer")]
    [TarEmotFiler]
    [DisableRequestSizeLimit]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    public async Task<IActionResult> LaddaUpp(long arendeId, CancellationToken ct)
    {
        if (await LageAsync(arendeId, ct) is not { } fore)
            return NotFound();

        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, falt, innehall) =>
            (await utkast.LaggTillFilAsync(fore.Rapport.Id, Ankomstsatt.Papper, falt.GetValueOrDefault("Nyckel") ?? "", filnamn, innehall, ct))?.Refusals ?? []);
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && svar.Mottagna.Count + svar.Avslag.Count == 0)
            return BadRequest();

        var kod = await svar.RedovisaAsync(ModelState, audit, fore.Rapport, ct);
        if (kod == StatusCodes.Status302Found)
        {
            TempData.Klart(svar.Mottagna.Count == 1 ? $"Filen {svar.Mottagna[0]} är uppladdad." : $"{svar.Mottagna.Count} filer är uppladdade.");
            return RedirectToAction(nameof(Index), new { arendeId });
        }

        return Visa(arendeId, await query.LageForArendeAsync(arendeId, ct) ?? fore, PapperInput.For(klocka.SvenskDag()), kod, svar.Mottagna);
    }

    [HttpPost("filer/{dokumentId:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long arendeId, long dokumentId, CancellationToken ct)
    {
        if (await query.LageForArendeAsync(arendeId, ct) is not { } lage
            || await utkast.TaBortFilAsync(lage.Rapport.Id, Ankomstsatt.Papper, dokumentId, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Filen är borttagen.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);

        return RedirectToAction(nameof(Index), new { arendeId });
    }

    private async Task<Underlagslage?> LageAsync(long arendeId, CancellationToken ct)
    {
        var lage = await query.LageForArendeAsync(arendeId, ct);
        if (lage is not null)
            await audit.AddVisningAsync(lage.Studerande.ArSkyddad ? Visningsslag.SkyddadIdentitet : Visningsslag.Csn, AuditObjects.Skolkrapport, lage.Rapport.Id, lage.Rapport.SkolaId);

        return lage;
    }

    private async Task<IActionResult> NekaAsync(long arendeId, Underlagslage lage, PapperInput input, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        ModelState.AddRefusals(nej);
        var kod = nej.OfType<UnderlagAndrat>().Any() ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Visa(arendeId, await query.LageForArendeAsync(arendeId, ct) ?? lage, input, kod);
    }

    private ViewResult Visa(long arendeId, Underlagslage lage, PapperInput input, int kod = StatusCodes.Status200OK, IReadOnlyList<string>? mottagna = null)
    {
        Response.StatusCode = kod;
        return View(nameof(Index), new PapperSida(arendeId, lage, input, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), mottagna));
    }
}
