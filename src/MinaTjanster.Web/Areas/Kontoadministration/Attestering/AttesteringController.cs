using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Attestering;

/// <summary>The half-yearly list in which the administrator confirms each user's behörigheter.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class AttesteringController(AttesteringService attesteringar, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/attestering")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var sida = await attesteringar.ForAsync(ct);
        return View(new AttesteringInput { Sida = sida, KontoId = anvandare.KontoId, Nasta = Core.Konton.Attestering.NastaStart(klocka.SvenskDag()), Version = $"{sida?.Runda.Version}" });
    }

    [HttpPost("/identity-manager/attestering")]
    public async Task<IActionResult> Index(AttesteringInput input, CancellationToken ct)
    {
        var svar = await attesteringar.BekraftaAsync(input.Behall.Distinct().ToList(), Formularversion.Tolka(input.Version), ct);
        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Status == Attesteringsstatus.Bekraftad
                ? "Alla behörigheter är bekräftade. Genomgången är klar."
                : "Behörigheterna är bekräftade. Gå igenom dem som är kvar.");
            return Redirect("/identity-manager/attestering");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.Any(r => r is AttesteringenAndrad) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        input.Sida = await attesteringar.ForAsync(ct);
        input.KontoId = anvandare.KontoId;
        input.Nasta = Core.Konton.Attestering.NastaStart(klocka.SvenskDag());
        ModelState.SetModelValue(nameof(input.Version), null, null);
        input.Version = $"{input.Sida?.Runda.Version}";
        return View(input);
    }
}

public sealed class AttesteringInput
{
    /// <summary>The behörigheter that shall stay.</summary>
    public List<long> Behall { get; set; } = [];

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Attesteringssida? Sida { get; set; }

    /// <summary>When the next round opens.</summary>
    [BindNever, ValidateNever]
    public DateOnly Nasta { get; set; }

    [BindNever, ValidateNever]
    public long KontoId { get; set; }
}
