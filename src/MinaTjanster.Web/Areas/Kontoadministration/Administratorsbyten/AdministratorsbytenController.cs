using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Administratorsbyten;

/// <summary>CSN's side: proposals of behörighetsadministratör that a rektor has signed, to approve or refuse.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter)]
public sealed class AdministratorsbytenController(AdministratorsbyteQuery fragor, AdministratorsbyteService byten, HistorikQuery historik) : Controller
{
    [HttpGet("/csn/administratorsbyten")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await fragor.OppnaAsync(ct));

    [HttpGet("/csn/administratorsbyten/{id:long}")]
    public async Task<IActionResult> Bytet(long id, CancellationToken ct) =>
        await ModellAsync(new BeslutInput(), id, ct) is { } modell ? View(modell) : NotFound();

    [HttpPost("/csn/administratorsbyten/{id:long}")]
    public async Task<IActionResult> Bytet(long id, BeslutInput input, CancellationToken ct)
    {
        var version = Formularversion.Tolka(input.Version);
        Result<Administratorsbyte>? svar = input.Beslut switch
        {
            "godkann" => await byten.GodkannAsync(id, version, ct),
            "avsla" => await byten.AvslaAsync(id, input.Skal, version, ct),
            _ => new BytetAvgjort(),
        };
        if (svar is null || await ModellAsync(input, id, ct) is not { } modell)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Status == Bytesstatus.Godkant ? "Administratören är godkänd. Skolan har fått ett mejl." : "Förslaget är avslaget. Skolan har fått ett mejl.");
            return Redirect($"/csn/administratorsbyten/{id}");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.Any(r => r is BytetAvgjort) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.SetModelValue(nameof(input.Version), null, null);
        return View(modell);
    }

    private async Task<BeslutInput?> ModellAsync(BeslutInput input, long id, CancellationToken ct)
    {
        if (await fragor.ForAsync(id, ct) is not { } bild)
        {
            return null;
        }

        input.Bytet = bild.Bytet;
        input.Version = $"{bild.Bytet.Version}";
        input.Skola = bild.Skola;
        input.Begart = bild.Begart;
        input.Avgar = bild.Avgar;
        input.AnnatNamn = bild.ArAnnatNamn;
        input.FrammandeDoman = bild.FrammandeDoman;
        input.Historik = await historik.ForAsync(AuditObjects.Administratorsbyte, id, ct);
        return input;
    }
}

public sealed class BeslutInput
{
    /// <summary><c>godkann</c> or <c>avsla</c>: the button that was pressed.</summary>
    public string? Beslut { get; set; }

    public string? Skal { get; set => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Administratorsbyte Bytet { get; set; } = null!;

    [BindNever, ValidateNever]
    public Skola Skola { get; set; } = null!;

    [BindNever, ValidateNever]
    public string Begart { get; set; } = "";

    [BindNever, ValidateNever]
    public string? Avgar { get; set; }

    /// <summary>Somebody signed with another name than the rektor's that the school gave.</summary>
    [BindNever, ValidateNever]
    public bool AnnatNamn { get; set; }

    /// <summary>The domain of the rektor's address, when none of the school's users has it; else null.</summary>
    [BindNever, ValidateNever]
    public string? FrammandeDoman { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Historikrad> Historik { get; set; } = [];
}
