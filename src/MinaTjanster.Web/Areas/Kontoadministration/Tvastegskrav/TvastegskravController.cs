using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Kontoadministration.Tvastegskrav;

/// <summary>Identity Manager: whether the school demands a second factor of all its users.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class TvastegskravController(AktuellAnvandare anvandare, SkolkravService krav) : Controller
{
    [HttpGet("/identity-manager/tvastegsinloggning")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var nu = await krav.LasAsync(anvandare.AktivSkola!.Id, ct);
        return View(new TvastegskravModell(nu.Krav.ToString(), anvandare.AktivSkola.Namn, nu));
    }

    [HttpPost("/identity-manager/tvastegsinloggning")]
    public async Task<IActionResult> Index(TvastegskravInput input, CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        if (input.Krav is not (nameof(AndraFaktor.Erbjuds) or nameof(AndraFaktor.Kravs)))
        {
            ModelState.AddModelError(nameof(input.Krav), "Välj om tvåstegsinloggning ska vara frivillig eller krävas.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new TvastegskravModell(input.Krav, skola.Namn, await krav.LasAsync(skola.Id, ct)));
        }

        await krav.AndraAsync(skola.Id, Enum.Parse<AndraFaktor>(input.Krav), ct);
        TempData["Klart"] = input.Krav == nameof(AndraFaktor.Kravs)
            ? $"{skola.Namn} kräver nu tvåstegsinloggning. Den som saknar det får lägga till det nästa gång hen gör något i portalen."
            : $"Tvåstegsinloggning är nu frivillig på {skola.Namn}.";
        return RedirectToAction(nameof(Index));
    }
}

public sealed class TvastegskravInput
{
    public string? Krav { get; set; }
}

public sealed record TvastegskravModell(string? Krav, string Skolnamn, Skolkrav Nu);
