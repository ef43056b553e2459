using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Antagningslista;

/// <summary>Takes the list of whom the school expects.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class AntagningslistaController(AntagningslistaService service, Uppladdning uppladdning) : Controller
{
    private const string Adress = "/kvar-att-rapportera/antagna";

    [HttpGet(Adress)]
    public IActionResult Index() => View(new AntagningslistaInput());

    /// <summary>The upload checks the antiforgery token and the school's mark itself, before it looks at the file.</summary>
    [HttpPost(Adress)]
    [TarEmotFiler]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    public async Task<IActionResult> LaddaUpp(CancellationToken ct)
    {
        Result<Antagningsresultat>? resultat = null;
        var svar = await uppladdning.LasAsync(HttpContext, async (_, _, innehall) =>
        {
            using var fil = await Minnesfil.LasAsync(innehall, AntagningslistaService.MaxStorlek, ct);
            if (fil is null)
            {
                return [new ForStorLista()];
            }

            resultat = await service.LasAsync(fil, ct);
            return resultat.Refusals;
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        if (svar.Utfall == Uppladdningsutfall.Felaktig)
        {
            return BadRequest();
        }

        if (resultat is { IsAccepted: true })
        {
            TempData.Klart($"Listan är inläst: {resultat.Value.Nya} nya och {resultat.Value.Kanda} som redan fanns.");
            return Redirect("/kvar-att-rapportera");
        }

        ModelState.AddRefusals(svar.Avslag.Select(a => a.Orsak with { Field = null }));
        if (ModelState.ErrorCount == 0)
        {
            ModelState.AddModelError(nameof(AntagningslistaInput.Filer), "Välj filen med antagna.");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Index", new AntagningslistaInput());
    }
}

/// <summary>The form; its file is read as a stream.</summary>
public sealed class AntagningslistaInput
{
    public string? Filer { get; set; }
}
