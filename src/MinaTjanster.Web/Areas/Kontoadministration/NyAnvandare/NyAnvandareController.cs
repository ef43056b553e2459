using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.NyAnvandare;

/// <summary>A new user of the school; a person who has an account already gets the school added to it.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class NyAnvandareController(PortalDbContext db, KontoService konton, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/anvandare/ny")]
    public IActionResult Index() => View(new KontoInput());

    [HttpPost("/identity-manager/anvandare/ny")]
    public async Task<IActionResult> Index(KontoInput input, CancellationToken ct)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        var uppgifter = Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, input.Personnummer, klocka.SvenskDag());
        var svar = uppgifter.IsAccepted ? await konton.SkapaAsync(skola, uppgifter.Value, ct) : Result<Skolanvandare>.Refused(uppgifter.Refusals);
        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        TempData.Klart($"{uppgifter.Value.Namn} är användare på skolan. Välj nu vad personen ska ha behörighet till.");
        return Redirect($"/identity-manager/anvandare/{svar.Value.Id}/behorigheter");
    }
}
