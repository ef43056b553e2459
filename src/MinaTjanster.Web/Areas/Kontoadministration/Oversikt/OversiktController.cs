using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Kontoadministration.Oversikt;

/// <summary>Identity Manager's first page: what must the administrator do now?</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class OversiktController(AktuellAnvandare anvandare, SkolanvandareQuery anvandarna, AttesteringService attesteringar, TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new OversiktModell(anvandare.AktivSkola!, await anvandarna.AllaAsync(ct), await attesteringar.ForAsync(ct), klocka.UtcNu()));
}
