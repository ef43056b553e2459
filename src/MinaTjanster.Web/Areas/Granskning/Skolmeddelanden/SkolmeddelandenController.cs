using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Meddelandetradar;

namespace MinaTjanster.Web.Areas.Granskning.Skolmeddelanden;

/// <summary>What CSN and the school write to each other about a case, as CSN sees it.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/meddelanden")]
public sealed class SkolmeddelandenController(MeddelandeService service, Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct) => VisaAsync(arendeId, ko, new CsnInput { Nyckel = TradInput.Ny.Nyckel, BehoverSvar = true }, ct);

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CsnInput input, CancellationToken ct)
    {
        if (!input.HarNyckel || !ModelState.IsValid)
        {
            return BadRequest();
        }

        if (await service.SkrivTillSkolanAsync(arendeId, input.Nyckel!, input.Text, TradInput.Tolka(input.Sett), ct, input.BehoverSvar) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return await NekaAsync(arendeId, ko, input, svar.Refusals, ct);
        }

        TempData.Klart(svar.Value switch
        {
            { Nyss: false } => "Meddelandet var redan skickat.",
            { AntalMejl: 0 } => "Meddelandet är skickat. Skolan har just nu ingen rapportör med e-postadress. Ta kontakt med skolan på annat sätt.",
            { AntalMejl: 1 } => "Meddelandet är skickat. Ett mejl om det går till den som rapporterar för skolan.",
            { AntalMejl: var antal } => $"Meddelandet är skickat. Mejl om det går till de {antal} som rapporterar för skolan.",
        });
        return Redirect(Koplats.FranKo(ko).Arende(arendeId, "/meddelanden"));
    }

    [HttpPost("last"), FormularPaSida(1)]
    public async Task<IActionResult> Last(long arendeId, string? ko, string? sett, CancellationToken ct)
    {
        if (await service.LasHosCsnAsync(arendeId, TradInput.Tolka(sett), ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Meddelandet är markerat som läst.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect(Koplats.FranKo(ko).Arende(arendeId, "/meddelanden"));
    }

    private async Task<IActionResult> NekaAsync(long arendeId, string? ko, CsnInput input, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        ModelState.AddRefusals(nej);
        Response.StatusCode = nej.Any(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(arendeId, ko, input, ct);
    }

    private async Task<IActionResult> VisaAsync(long arendeId, string? ko, CsnInput input, CancellationToken ct) =>
        await oppning.OppnaAsync(arendeId, ct) is { } detaljer
            ? View("Index", new SkolmeddelandenModell(
                detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), await service.TradAsync(detaljer.Arende, Meddelandepart.Csn, ct))
            { Text = input.Text, Nyckel = input.Nyckel, BehoverSvar = input.BehoverSvar })
            : NotFound();
}

/// <summary>As typed and ticked.</summary>
public class CsnInput : TradInput
{
    public bool BehoverSvar { get; init; }
}

/// <summary>The page of a case's messages.</summary>
public sealed class SkolmeddelandenModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, Meddelandetrad trad) : CsnInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public Meddelandetrad Trad => trad;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);
}
