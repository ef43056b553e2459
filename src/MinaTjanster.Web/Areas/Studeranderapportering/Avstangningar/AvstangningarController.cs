using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Avstangningar;

/// <summary>
/// Reports or changes a suspension: the common form's fields and the decision, in one post with or without scripts. Check page and receipt are
/// those of every event. Without its decision it never gets there: the rule says so.
/// </summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class AvstangningarController(
    HandelseutkastService utkasten,
    AvstangningsdokumentService dokumenten,
    RapporteringssidaQuery sidor,
    Uppladdning uppladdning,
    AktuellAnvandare anvandare,
    AuditService audit) : Controller
{
    private static readonly Handelsetyp Typ = Handelseslag.Avstangning.Typ();

    private static readonly string Dokumentfalt = Handelseinput.Nyckel(Handelsefalt.Beslut.Kolumn());

    [HttpGet("/studerande/{studerandeId:long}/rapportera/91")]
    public async Task<IActionResult> Rapportera(long studerandeId, string? utkast, CancellationToken ct)
    {
        if (await SidaAsync(studerandeId, ct) is not { } sida)
            return NotFound();

        var eget = await EgetAsync(utkast, studerandeId, null, ct);
        return await FormularAsync(eget?.Rader[0].Uppgift, eget?.Nyckel, sida, ct);
    }

    // The body is read as it arrives: Uppladdning checks the antiforgery token and the school's mark, which stand first in it.
    [HttpPost("/studerande/{studerandeId:long}/rapportera/91")]
    [TarEmotFiler]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    [ActionName("Rapportera")]
    public async Task<IActionResult> TaEmot(long studerandeId, CancellationToken ct) =>
        await SidaAsync(studerandeId, ct) is { } sida ? await SparaAsync(sida, ct) : NotFound();

    /// <summary>A suspension in the place of one that was sent, with the same decision or another.</summary>
    [HttpGet("/handelser/{id:long}/andra-avstangning")]
    public async Task<IActionResult> Andra(long id, string? utkast, CancellationToken ct)
    {
        if (await AndringAsync(id, ct) is not var (handelse, sida))
            return NotFound();

        if (handelse.Status != Handelsestatus.Galler)
            return Redirect($"/handelser/{id}");

        var eget = await EgetAsync(utkast, handelse.StuderandeId, id, ct);
        return await FormularAsync(eget?.Rader[0].Uppgift ?? handelse.Uppgift, eget?.Nyckel, sida, ct);
    }

    [HttpPost("/handelser/{id:long}/andra-avstangning")]
    [TarEmotFiler]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    [ActionName("Andra")]
    public async Task<IActionResult> TaEmotAndring(long id, CancellationToken ct)
    {
        if (await AndringAsync(id, ct) is not var (handelse, sida))
            return NotFound();

        return handelse.Status == Handelsestatus.Galler ? await SparaAsync(sida, ct) : Redirect($"/handelser/{id}");
    }

    private async Task<IActionResult> SparaAsync(Handelseformularsida sida, CancellationToken ct)
    {
        var (studerande, nytt) = (sida.Studerande, (long?)null);
        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, _, innehall) =>
        {
            // A decision that names several students is split before it comes here: one file, one student.
            if (nytt is not null)
                return [new AvstangningFleraFiler()];

            var mottaget = await dokumenten.LaggTillAsync(studerande.Id, filnamn, innehall, ct);
            nytt = mottaget is { IsAccepted: true } ? mottaget.Value : null;
            return mottaget?.Refusals ?? [];
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && svar.Mottagna.Count + svar.Avslag.Count == 0)
            return BadRequest();

        var input = new Handelseinput
        {
            Falt = Typ.For(sida.Skolform)!.Falt.ToDictionary(f => f.Kolumn, f => svar.Falt.GetValueOrDefault(Handelseinput.Nyckel(f.Kolumn))),
            Utkast = svar.Falt.GetValueOrDefault(nameof(Handelseinput.Utkast)),
        };
        var angivet = nytt ?? (long.TryParse(svar.Falt.GetValueOrDefault(nameof(Handelseinput.Dokument)), out var id) ? id : null);
        var dokument = await dokumenten.FindAsync(studerande.Id, angivet, ct);
        var plats = new Redovisningsplats(Dokumentfalt, Acts.HandelseDocumentAdded, AuditObjects.Studerande, studerande.Id, studerande.SkolaId);
        var kod = await svar.RedovisaAsync(ModelState, audit, plats, ct);
        var tolkad = Handelsetolk.Tolka(Typ, sida.Skolform, f => f == Handelsefalt.Beslut ? $"{dokument?.Id}" : input.Varde(f));
        var refusals = tolkad.Refusals;
        if (tolkad.IsAccepted && ModelState.IsValid)
        {
            if (await utkasten.SparaAsync(new(studerande.Id, tolkad.Value), input.Utkast, sida.Andrar, ct) is not { } sparat)
                return NotFound();

            if (sparat.IsAccepted)
                return Redirect($"/handelser/granska/{sparat.Value}");

            refusals = sparat.Refusals;
        }

        // Why the file was refused is enough: that there is none follows from it.
        var filfel = ModelState.ContainsKey(Dokumentfalt);
        ModelState.AddRefusals(refusals.Select(r => r with { Field = Handelseinput.Nyckel(r.Field) }).Where(r => !filfel || r.Field != Dokumentfalt));
        Response.StatusCode = kod == StatusCodes.Status302Found ? StatusCodes.Status400BadRequest : kod;
        return Formular(input, sida with { Dokument = dokument });
    }

    private async Task<IActionResult> FormularAsync(Handelseuppgift? uppgift, string? utkast, Handelseformularsida sida, CancellationToken ct)
    {
        var input = uppgift is null ? new Handelseinput() : Handelseinput.Fran(uppgift);
        input.Utkast = utkast;
        // After a time-out the page is shown as it was posted, with what had been uploaded before.
        var angivet = long.TryParse(ModelState[nameof(Handelseinput.Dokument)]?.AttemptedValue, out var id) ? id : uppgift?.DokumentId;
        return Formular(input, sida with { Dokument = await dokumenten.FindAsync(sida.Studerande.Id, angivet, ct) });
    }

    private ViewResult Formular(Handelseinput input, Handelseformularsida sida)
    {
        input.Sida = sida;
        input.Dokument = sida.Dokument is { } dokument ? $"{dokument.Id}" : null;
        return View("Rapportera", input);
    }

    private async Task<Handelseutkast?> EgetAsync(string? nyckel, long studerandeId, long? andrar, CancellationToken ct) =>
        nyckel is not null
        && await utkasten.EgetAsync(nyckel, ct) is { Slag: Handelseslag.Avstangning, Rader: [var rad] } eget
        && rad.StuderandeId == studerandeId
        && eget.AndrarHandelseId == andrar
            ? eget
            : null;

    private async Task<Handelseformularsida?> SidaAsync(long studerandeId, CancellationToken ct) =>
        await sidor.ForStuderandeAsync(studerandeId, ct) is var (studerande, skola) ? await SidaAsync(studerande, skola, null) : null;

    private async Task<(Handelse Handelse, Handelseformularsida Sida)?> AndringAsync(long id, CancellationToken ct) =>
        await sidor.ForHandelseAsync(id, ct) is var (handelse, studerande, skola)
        && handelse.Uppgift.Slag == Handelseslag.Avstangning
        && await SidaAsync(studerande, skola, id) is { } sida
            ? (handelse, sida)
            : null;

    /// <summary>Null where the school form does not suspend.</summary>
    private async Task<Handelseformularsida?> SidaAsync(Studerande studerande, Skola skola, long? andrar)
    {
        if (Typ.For(skola.Skolform) is null)
            return null;

        if (studerande.ArSkyddad)
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerande.Id, studerande.SkolaId);
        return new(studerande, skola.Skolform, Typ, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), andrar);
    }
}
