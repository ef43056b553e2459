using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Punktlighet;

/// <summary>How soon the school reports, over time, beside other schools of the same form.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class PunktlighetController(PunktlighetQuery punktlighet, AktuellAnvandare anvandare) : Controller
{
    public const string Adress = "/punktlighet";

    /// <param name="manader">24, or twelve.</param>
    [HttpGet(Adress)]
    public async Task<IActionResult> Index(string? manader, CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        var antal = manader == "24" ? 24 : 12;
        return skola is { HarSkolk: true, Skolform: { } skolform }
            ? View(new PunktlighetModell(await punktlighet.ForAsync(skola.Id, skolform, antal, ct), antal))
            : View("UtanSkolk");
    }
}
