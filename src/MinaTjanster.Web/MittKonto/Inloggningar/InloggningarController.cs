using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.MittKonto.Inloggningar;

/// <summary>Mitt konto: where the person is signed in, each endable, and their latest log-ins.</summary>
[Inloggad]
public sealed class InloggningarController(AktuellAnvandare anvandare, InloggningslistaQuery lista, SessionService sessioner, AuditService audit) : Controller
{
    [HttpGet("/mitt-konto/inloggningar")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new InloggningarModell(
        anvandare.Session.SessionId,
        await lista.SessionerAsync(anvandare.KontoId, ct),
        await lista.InloggningarAsync(anvandare.KontoId, ct)));

    [HttpPost("/mitt-konto/inloggningar/avsluta"), UtanSkolmarke, FormularPaSida(1), TillatILaslage]
    public async Task<IActionResult> Avsluta(long session, CancellationToken ct)
    {
        // This one is ended by logging out, which also takes the cookie away.
        if (session == anvandare.Session.SessionId || !await sessioner.AvslutaEgenAsync(anvandare.Session, session, ct))
        {
            await audit.AddRefusalAsync(Acts.SessionEnded, AuditObjects.Konto, anvandare.KontoId, null, "not-found");
            return NotFound();
        }

        TempData["Klart"] = "Inloggningen är avslutad.";
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("/mitt-konto/inloggningar/avsluta-andra"), UtanSkolmarke, FormularPaSida(1), TillatILaslage]
    public async Task<IActionResult> AvslutaAndra(CancellationToken ct)
    {
        await sessioner.AvslutaEgnaAndraAsync(anvandare.Session, ct);
        TempData["Klart"] = "Du är utloggad överallt utom här.";
        return RedirectToAction(nameof(Index));
    }
}

public sealed record InloggningarModell(long DenHar, IReadOnlyList<Sessionsrad> Sessioner, IReadOnlyList<Inloggningsrad> Inloggningar);
