using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Forsattsbladsvisning;

/// <summary>
/// The cover sheet on screen and as a PDF. A protected student is masked on the screen for those not cleared, and named in the PDF, since the
/// paper must say whom it concerns (ADR 0027). Both are recorded.
/// </summary>
[Area("Skolkrapportering")]
[Kraver(Rattighet.SkickaUnderlag)]
public sealed class ForsattsbladsvisningController(
    ForsattsbladQuery query,
    AktuellAnvandare anvandare,
    AuditService audit,
    Pdftypsnitt typsnitt,
    TimeProvider klocka) : Controller
{
    /// <param name="sidor">Pages with the sheet itself, when they are not counted from uploaded files.</param>
    [HttpGet("/ogiltig-franvaro/{id:long}/forsattsblad")]
    public async Task<IActionResult> Index(long id, string? sidor, CancellationToken ct) =>
        await BladAsync(id, sidor, ct) is { } blad
            ? View(new ForsattsbladsvisningModell(blad, anvandare.Har(Rattighet.SeSkyddadeIdentiteter)))
            : NotFound();

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
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, blad.StuderandeId, blad.SkolaId, id);

        return blad;
    }
}

/// <summary>The sheet as the page shows it.</summary>
public sealed record ForsattsbladsvisningModell(Forsattsblad Blad, bool FarSeSkyddade)
{
    public bool ArDold => Blad.ArSkyddad && !FarSeSkyddade;

    public IReadOnlyList<(string Etikett, string Varde)> Rader => ArDold ? Blad.Visade : Blad.Rader;
}
