using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.MittKonto.Kontouppgifter;

/// <summary>Mitt konto: what the portal knows of the person, and what they hold.</summary>
[Inloggad]
public sealed class KontouppgifterController(AktuellAnvandare anvandare, EgnaBehorigheterQuery behorigheter) : Controller
{
    [HttpGet("/mitt-konto")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new KontouppgifterModell(anvandare.Session, await behorigheter.ForAsync(anvandare.KontoId, ct)));
}

public sealed record KontouppgifterModell(Sessionsuppgift Person, IReadOnlyList<EgenBehorighet> Behorigheter);
