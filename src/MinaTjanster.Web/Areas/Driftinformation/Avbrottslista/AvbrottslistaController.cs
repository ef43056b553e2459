using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Driftinformation.Avbrottslista;

/// <summary>Outages as schools read them: what is under way, what is to come, and what has been, with a certificate.</summary>
[Area("Driftinformation"), Inloggad, Route("/driftavbrott")]
public sealed class AvbrottslistaController(DriftQuery drift, Pdftypsnitt typsnitt, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new AvbrottslistaModell(await drift.KommandeAsync(ct), await drift.TidigareAsync(ct), klocka.UtcNu()));

    [HttpGet("{id:long}/intyg.pdf")]
    public async Task<IActionResult> Intyg(long id, CancellationToken ct) =>
        await drift.IntygAsync(id, ct) is { } intyg ? File(intyg.ToPdf(typsnitt, klocka.UtcNu()), "application/pdf", intyg.Filnamn) : NotFound();
}

/// <param name="Kommande">Under way and to come.</param>
/// <param name="Nu">UTC.</param>
public sealed record AvbrottslistaModell(IReadOnlyList<Driftavbrott> Kommande, IReadOnlyList<Driftavbrott> Tidigare, DateTime Nu);
