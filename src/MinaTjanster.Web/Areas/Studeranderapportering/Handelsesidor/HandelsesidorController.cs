using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Handelsesidor;

/// <summary>One event: what was sent, what has become of it, and taking it back.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class HandelsesidorController(
    HandelseQuery handelser,
    HandelseService service,
    RapporteringssidaQuery sidor,
    AktuellAnvandare anvandare,
    AuditService audit,
    Pdftypsnitt typsnitt,
    TimeProvider klocka) : Controller
{
    [HttpGet("/handelser/{id:long}")]
    public async Task<IActionResult> Handelse(long id, CancellationToken ct) =>
        await ModellAsync(id, ct) is { } modell ? View(modell) : NotFound();

    /// <summary>The paper on the school's letterhead; to be signed where it goes by post.</summary>
    [HttpGet("/handelser/{id:long}/intyg.pdf")]
    public async Task<IActionResult> Intyg(long id, CancellationToken ct)
    {
        if (await handelser.IntygAsync(id, ct) is not { } intyg)
        {
            return NotFound();
        }

        if (intyg.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, intyg.Studerande.Id, intyg.Studerande.SkolaId);
        }

        return File(intyg.Pdf(typsnitt, klocka.UtcNu()), "application/pdf", intyg.Filnamn);
    }

    [HttpGet("/handelser/{id:long}/ta-tillbaka")]
    public async Task<IActionResult> TaTillbaka(long id, CancellationToken ct) => await ModellAsync(id, ct) switch
    {
        null => NotFound(),
        { Sida: { Galler: true, Hinder: null } } modell => View(modell),
        _ => Redirect($"/handelser/{id}"),
    };

    [HttpPost("/handelser/{id:long}/ta-tillbaka"), ActionName("TaTillbaka")]
    public async Task<IActionResult> TaTillbakaBekraftad(long id, CancellationToken ct)
    {
        if (await service.TaTillbakaAsync(id, ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart($"Taget tillbaka: {Handelsetext.Liten(svar.Value.Uppgift.Slag.Typ())}.");
            return Redirect($"/studerande/{svar.Value.StuderandeId}");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("TaTillbaka", await ModellAsync(id, ct));
    }

    private async Task<HandelseModell?> ModellAsync(long id, CancellationToken ct)
    {
        if (await handelser.ForAsync(id, ct) is not { } sida)
        {
            return null;
        }

        if (sida.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, sida.Studerande.Id, sida.Studerande.SkolaId);
        }

        return new(sida, (await sidor.SkolaAsync(ct)).Skolform, anvandare.Har(Rattighet.SeSkyddadeIdentiteter));
    }
}
