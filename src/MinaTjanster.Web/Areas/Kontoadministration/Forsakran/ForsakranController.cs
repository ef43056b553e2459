using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.Kontoadministration.Forsakran;

/// <summary>
/// The rektor reads and signs the assurance, by the link in their mail and without an account. To open the page uses nothing up: mail filters
/// open links too.
/// </summary>
[Area("Kontoadministration"), AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class ForsakranController(AdministratorsbyteService byten, TimeProvider klocka) : Controller
{
    [HttpGet("/forsakran/{nyckel:regex(^[[0-9a-f]]{{64}}$)}")]
    public async Task<IActionResult> Index(string nyckel, CancellationToken ct) =>
        await ModellAsync(new ForsakranInput(), nyckel, ct) is { } modell ? View(modell) : NotFound();

    [HttpPost("/forsakran/{nyckel:regex(^[[0-9a-f]]{{64}}$)}")]
    public async Task<IActionResult> Index(string nyckel, ForsakranInput input, CancellationToken ct)
    {
        var svar = await byten.SigneraAsync(nyckel, input.Namn, input.Forsakrar, ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            return Redirect($"/forsakran/{nyckel}");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await ModellAsync(input, nyckel, ct));
    }

    private async Task<ForsakranInput?> ModellAsync(ForsakranInput input, string nyckel, CancellationToken ct)
    {
        if (await byten.ForLankAsync(nyckel, ct) is not var (bytet, skola, begart, avgar))
        {
            return null;
        }

        (input.Bytet, input.Skola, input.Begart, input.Avgar, input.KanSigneras) = (bytet, skola, begart, avgar, bytet.KanSigneras(klocka.UtcNu()));
        return input;
    }
}

public sealed class ForsakranInput
{
    public bool Forsakrar { get; set; }

    public string? Namn { get; set; }

    [BindNever, ValidateNever]
    public Administratorsbyte Bytet { get; set; } = null!;

    [BindNever, ValidateNever]
    public Skola Skola { get; set; } = null!;

    /// <summary>Who asked.</summary>
    [BindNever, ValidateNever]
    public string Begart { get; set; } = "";

    /// <summary>Who stops as administrator, if anybody.</summary>
    [BindNever, ValidateNever]
    public string? Avgar { get; set; }

    [BindNever, ValidateNever]
    public bool KanSigneras { get; set; }
}
