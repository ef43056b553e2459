using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Forsattsbladsvisning;

/// <summary>The cover sheet, to print or to save as a PDF. Names also a protected student, on purpose: the paper needs it, and the view is recorded.</summary>
[Area("Skolkrapportering")]
[Kraver(Rattighet.SkickaUnderlag)]
public sealed class ForsattsbladsvisningController(ForsattsbladQuery query, AuditService audit, Pdftypsnitt typsnitt, TimeProvider klocka) : Controller
{
    /// <param name="sidor">Pages with the sheet itself, when they are not counted from uploaded files.</param>
    [HttpGet("/ogiltig-franvaro/{id:long}/forsattsblad")]
    public async Task<IActionResult> Index(long id, string? sidor, CancellationToken ct) =>
        await BladAsync(id, sidor, ct) is { } blad ? View(blad) : NotFound();

    [HttpGet("/ogiltig-franvaro/{id:long}/forsattsblad.pdf")]
    public async Task<IActionResult> Pdf(long id, string? sidor, CancellationToken ct) =>
        await BladAsync(id, sidor, ct) is { } blad
            ? File(Forsattsbladspdf.Rita(blad, typsnitt, klocka.UtcNu()), "application/pdf", blad.Filnamn)
            : NotFound();

    private async Task<Forsattsblad?> BladAsync(long id, string? sidor, CancellationToken ct)
    {
        int? antal = UnderlagInput.TryAntal(sidor, out var tal) && tal > 0 ? tal : null;
        var blad = await query.ForAsync(id, antal, ct);
        if (blad is { ArSkyddad: true })
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, blad.StuderandeId, blad.SkolaId);

        return blad;
    }
}
