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
    public IActionResult Index() => View(new NyAnvandareInput());

    [HttpPost("/identity-manager/anvandare/ny")]
    public async Task<IActionResult> Index(NyAnvandareInput input, CancellationToken ct)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        var uppgifter = Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, input.Personnummer, klocka.SvenskDag());
        var svar = uppgifter.IsAccepted ? await konton.SkapaAsync(skola, uppgifter.Value, input.AnnanPerson, ct) : Result<Core.Konton.NyAnvandare>.Refused(uppgifter.Refusals);
        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        TempData.Klart($"{Besked(svar.Value)} Välj nu vad {uppgifter.Value.Namn} ska ha behörighet till.");
        return Redirect($"/identity-manager/anvandare/{svar.Value.Person.Id}/behorigheter");
    }

    /// <summary>Which of the things that may happen did: a second account for one person is seen here, if nowhere else.</summary>
    private static string Besked(Core.Konton.NyAnvandare ny) => ny.Satt switch
    {
        Tillaggssatt.NyttKonto => $"Nytt konto: ett brev med användarnamnet {ny.Anvandarnamn} skickas till skolan.",
        Tillaggssatt.SkolanTillagd => $"Skolan är tillagd på kontot {ny.Anvandarnamn}, som personen redan har.",
        _ => $"Kontot {ny.Anvandarnamn} är tillbaka på skolan.",
    };
}
