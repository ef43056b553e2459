using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Systemkonton;

/// <summary>The keys by which the school's Ladok sends events.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class SystemkontonController(SystemkontoService konton, Portaladress adress) : Controller
{
    [HttpGet("/identity-manager/systemkonton")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await MedListaAsync(new SystemkontoInput { Nyckel = Hemlighet.NyKort() }, ct));

    [HttpPost("/identity-manager/systemkonton")]
    public async Task<IActionResult> Index(SystemkontoInput input, CancellationToken ct)
    {
        if (input.Nyckel is not { Length: 32 })
            return BadRequest();

        var svar = await konton.SkapaAsync(input.Namn, input.Nyckel, ct);
        if (svar.IsAccepted)
        {
            // Kept nowhere, so there is no page to redirect to; and no browser keeps this one.
            Response.Headers.CacheControl = "no-store";
            return View("Nyckel", new NyckelModell(input.Namn!.Trim(), svar.Value, adress.Till("/ladok/handelser")));
        }

        if (svar.Refusals[0] is SystemkontotRedanSkapat or SystemkontoBaraLadok)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect("/identity-manager/systemkonton");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await MedListaAsync(input, ct));
    }

    [HttpPost("/identity-manager/systemkonton/{id:long}/aterkalla"), FormularPaSida(2)]
    public async Task<IActionResult> Aterkalla(long id, CancellationToken ct)
    {
        if (await konton.AterkallaAsync(id, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart($"{svar.Value} är återkallat. Nyckeln fungerar inte längre.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect("/identity-manager/systemkonton");
    }

    private async Task<SystemkontoInput> MedListaAsync(SystemkontoInput input, CancellationToken ct)
    {
        input.Konton = await konton.AllaAsync(ct);
        input.Satt = await konton.SattAsync(ct);
        return input;
    }
}

/// <summary>The page, and its form.</summary>
public sealed class SystemkontoInput
{
    public string? Namn { get; set; }

    /// <summary>The page's sändningsnyckel.</summary>
    public string? Nyckel { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Systemkontorad> Konton { get; set; } = [];

    [BindNever, ValidateNever]
    public Rapporteringssatt Satt { get; set; }

    public static (string Text, string Farg) Status(Systemkontorad rad) =>
        rad.Aterkallad is not null ? ("Återkallat", "neutral") : rad.Galler ? ("Gäller", "success") : ("Har gått ut", "warning");
}

/// <param name="Adress">Where the system sends.</param>
public sealed record NyckelModell(string Namn, string Nyckel, string Adress);
