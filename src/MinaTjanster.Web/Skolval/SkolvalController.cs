using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Skolval;

/// <summary>Chooses the school to report for, one at a time (domain.md section 1).</summary>
[Inloggad]
public sealed class SkolvalController(AktuellAnvandare anvandare, SessionService sessioner, AuditService audit) : Controller
{
    [HttpPost("/skola"), UtanSkolmarke, TillatILaslage]
    public async Task<IActionResult> Valj(long skola, CancellationToken ct)
    {
        if (anvandare.Skolor.FirstOrDefault(s => s.Id == skola) is not { } vald)
        {
            await audit.AddRefusalAsync(Acts.SchoolChosen, AuditObjects.Skola, skola, null, "no-permission");
            return NotFound();
        }

        await sessioner.ValjSkolaAsync(anvandare.Session, vald.Id, ct);
        TempData["Klart"] = $"Du rapporterar nu för {vald.Namn}.";
        return Redirect("/");
    }
}
