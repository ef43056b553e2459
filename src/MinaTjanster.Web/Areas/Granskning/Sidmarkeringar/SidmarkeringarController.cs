using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Sidmarkeringar;

/// <summary>Marks a page of the underlag, from the form beside the document or from this page, and takes a mark away.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/sidmarkeringar")]
public sealed class SidmarkeringarController(
    SidmarkeringService service,
    Arendeoppning oppning,
    IValidator<SidmarkeringInput> validator,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, string? dokument, string? sida, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = new SidmarkeringModell(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId) { Dokument = dokument, Sida = sida };
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, SidmarkeringInput input, CancellationToken ct)
    {
        IReadOnlyList<Refusal> nej = [];
        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid)
        {
            var (dokument, sida) = input.Tolka();
            if (await service.MarkeraAsync(arendeId, dokument, sida, input.Brist, ct) is not { } svar)
            {
                return NotFound();
            }

            if (svar.IsAccepted)
            {
                TempData.Klart($"Sida {sida} är märkt. Välj den när du begär kompletteringen.");
                return TillSidan(arendeId, ko, svar.Value);
            }

            nej = svar.Refusals;
            ModelState.AddRefusals(nej);
        }

        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        Response.StatusCode = nej.Any(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(new SidmarkeringModell(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId)
        {
            Dokument = input.Dokument,
            Sida = input.Sida,
            Brist = input.Brist,
        });
    }

    [HttpPost("{markeringId:long}/ta-bort"), FormularPaSida(3)]
    public async Task<IActionResult> TaBort(long arendeId, long markeringId, string? ko, CancellationToken ct)
    {
        if (await service.TaBortAsync(arendeId, markeringId, ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value is null ? "Sidan är inte längre märkt." : $"Sida {svar.Value.Sida} är inte längre märkt.");
            return svar.Value is null ? Redirect(Koplats.FranKo(ko).Arende(arendeId)) : TillSidan(arendeId, ko, svar.Value);
        }

        TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    private RedirectResult TillSidan(long arendeId, string? ko, Sidmarkering markering) =>
        Redirect($"{Koplats.FranKo(ko).Arende(arendeId)}&dokument={markering.DokumentId}&sida={markering.Sida}#dokument");
}
