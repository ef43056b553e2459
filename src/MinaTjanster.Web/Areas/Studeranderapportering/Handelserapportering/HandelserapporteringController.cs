using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;

/// <summary>Reports an event: choose it, fill it in, check, send. Only the check page sends (domain.md section 6).</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class HandelserapporteringController(
    HandelseutkastService utkasten,
    HandelseService service,
    RapporteringssidaQuery sidor,
    SandningQuery sandningar,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    [HttpGet("/studerande/{studerandeId:long}/rapportera")]
    public async Task<IActionResult> Valj(long studerandeId, CancellationToken ct) =>
        await SidaAsync(studerandeId) is var (studerande, skola)
            ? View(new ValjModell(studerande, skola.Skolform, FarSeSkyddade, Kanalregel.Provas(skola, studerande)))
            : NotFound();

    [HttpGet("/studerande/{studerandeId:long}/rapportera/{kod}")]
    public async Task<IActionResult> Rapportera(long studerandeId, string kod, string? utkast, string? nytt, CancellationToken ct)
    {
        if (await SidaAsync(studerandeId) is not var (studerande, skola) || Typ(kod, skola.Skolform) is not { } typ)
        {
            return NotFound();
        }

        if (Kanalregel.Provas(skola, studerande, typ.Slag) is { } hinder)
        {
            return View("Valj", new ValjModell(studerande, skola.Skolform, FarSeSkyddade, hinder));
        }

        return await FranUtkastAsync(new(studerande, skola.Skolform, typ, FarSeSkyddade), new(), utkast, nytt, ct);
    }

    [HttpPost("/studerande/{studerandeId:long}/rapportera/{kod}")]
    public async Task<IActionResult> Rapportera(long studerandeId, string kod, Handelseinput input, CancellationToken ct)
    {
        if (await SidaAsync(studerandeId) is not var (studerande, skola) || Typ(kod, skola.Skolform) is not { } typ)
        {
            return NotFound();
        }

        return await SparaAsync(input, new(studerande, skola.Skolform, typ, FarSeSkyddade), ct);
    }

    /// <summary>An event in the place of one that was sent: the same form and check page.</summary>
    [HttpGet("/handelser/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, string? utkast, string? nytt, CancellationToken ct)
    {
        if (await sidor.ForHandelseAsync(id, ct) is not var (handelse, studerande, skola))
        {
            return NotFound();
        }

        if (handelse.Status != Handelsestatus.Galler || Kanalregel.Provas(skola, studerande, handelse.Uppgift.Slag) is not null)
        {
            return Redirect($"/handelser/{id}");
        }

        if (handelse.Uppgift.Slag.Typ() is { ArEgenSida: true } egen)
        {
            return Redirect(Handelseadress.Andra(id, egen));
        }

        await NoteraVisningAsync(studerande);
        return await FranUtkastAsync(
            new(studerande, skola.Skolform, handelse.Uppgift.Slag.Typ(), FarSeSkyddade, id), Handelseinput.Fran(handelse.Uppgift), utkast, nytt, ct);
    }

    [HttpPost("/handelser/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, Handelseinput input, CancellationToken ct)
    {
        if (await sidor.ForHandelseAsync(id, ct) is not var (handelse, studerande, skola) || handelse.Uppgift.Slag.Typ().ArEgenSida)
        {
            return NotFound();
        }

        await NoteraVisningAsync(studerande);
        if (handelse.Status != Handelsestatus.Galler)
        {
            ModelState.AddRefusals([new HandelseRedanTillbakatagen()]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await FormularAsync(input, new(studerande, skola.Skolform, handelse.Uppgift.Slag.Typ(), FarSeSkyddade, id), ct);
        }

        return await SparaAsync(input, new(studerande, skola.Skolform, handelse.Uppgift.Slag.Typ(), FarSeSkyddade, id), ct);
    }

    [HttpGet("/handelser/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, CancellationToken ct) => await GranskningAsync(nyckel, ct);

    [HttpPost("/handelser/granska/{nyckel:length(64)}")]
    public async Task<IActionResult> Granska(string nyckel, string? version, string? forklaring, CancellationToken ct)
    {
        if (await service.SkickaAsync(nyckel, Formularversion.Tolka(version), forklaring, ct) is not { } skickad)
        {
            return NotFound();
        }

        if (skickad.IsAccepted)
        {
            return Redirect($"/kvittenser/{await sandningar.NummerAsync(skickad.Value.SandningId, ct)}{(skickad.Value.Kvar > 0 ? $"?kvar={skickad.Value.Kvar}" : "")}");
        }

        // What was allowed when the form was filled in may no longer be: the page says so, the draft stays.
        ModelState.AddRefusals(skickad.Refusals.DistinctBy(r => r.Sentence).Select(r => r is ForLangForklaring ? r : r with { Field = null }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await GranskningAsync(nyckel, ct);
    }

    private static Handelsetyp? Typ(string kod, Skolform skolform) =>
        Handelsetyper.MedKod(kod) is { ArEgenSida: false } typ && typ.For(skolform) is not null ? typ : null;

    private async Task<IActionResult> SparaAsync(Handelseinput input, Handelseformularsida sida, CancellationToken ct)
    {
        var tolkad = Handelsetolk.Tolka(sida.Typ, sida.Skolform, input.Varde);
        var refusals = tolkad.Refusals;
        if (tolkad.IsAccepted)
        {
            if (await utkasten.SparaAsync(new(sida.Studerande.Id, tolkad.Value), input.Utkast, sida.Andrar, ct) is not { } sparat)
            {
                return NotFound();
            }

            if (sparat.IsAccepted)
            {
                return Redirect($"/handelser/granska/{sparat.Value}");
            }

            refusals = sparat.Refusals;
        }

        ModelState.AddRefusals(refusals.Select(r => r with { Field = Handelseinput.Nyckel(r.Field) }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await FormularAsync(input, sida, ct);
    }

    /// <summary>Whoever goes back, or comes again another day, finds what was filled in: nothing typed is lost.</summary>
    /// <param name="annars">What the form holds where there is no draft of just this.</param>
    /// <param name="utkast">The draft that is asked for; null for the newest.</param>
    /// <param name="nytt">Given when a draft is not wanted.</param>
    private async Task<ViewResult> FranUtkastAsync(Handelseformularsida sida, Handelseinput annars, string? utkast, string? nytt, CancellationToken ct)
    {
        var eget = utkast is not null ? await utkasten.EgetAsync(utkast, ct)
            : nytt is null ? await utkasten.SenasteAsync(sida.Studerande.Id, sida.Typ.Slag, sida.Andrar, ct)
            : null;
        if (eget?.Rader is not [var rad] || rad.StuderandeId != sida.Studerande.Id || eget.Slag != sida.Typ.Slag || eget.AndrarHandelseId != sida.Andrar)
        {
            return await FormularAsync(annars, sida, ct);
        }

        var input = Handelseinput.Fran(rad.Uppgift);
        input.Utkast = eget.Nyckel;
        return await FormularAsync(input, sida with { Utkastet = utkast is null ? eget.Skapad.SvenskTidpunkt() : null }, ct);
    }

    private async Task<ViewResult> FormularAsync(Handelseinput input, Handelseformularsida sida, CancellationToken ct)
    {
        input.Sida = sida with { Rapporterat = await sidor.RapporteratAsync(sida.Studerande.Id, ct) };
        return View("Rapportera", input);
    }

    private async Task<IActionResult> GranskningAsync(string nyckel, CancellationToken ct)
    {
        if (await utkasten.EgetAsync(nyckel, ct) is not { } utkast)
        {
            return await service.SkickadAsync(nyckel, ct) is { } id ? Redirect($"/kvittenser/{await sandningar.NummerAsync(id, ct)}") : NotFound();
        }

        var rader = await utkasten.ProvaAsync(utkast, ct);
        foreach (var rad in rader)
        {
            await NoteraVisningAsync(rad.Studerande);
        }

        return View("Granska", new GranskaModell(
            utkast,
            (await sidor.SkolaAsync(ct)).Skolform,
            rader,
            FarSeSkyddade,
            Sandningsfonster.Stanger(klocka.UtcNu()).SvenskTidpunkt(),
            utkast.AndrarHandelseId is { } andras ? (await sidor.ForHandelseAsync(andras, ct))?.Handelse.Uppgift : null));
    }

    private async Task<(Studerande Studerande, Skola Skola)?> SidaAsync(long studerandeId)
    {
        var sida = await sidor.ForStuderandeAsync(studerandeId, HttpContext.RequestAborted);
        await NoteraVisningAsync(sida?.Studerande);
        return sida;
    }

    private Task NoteraVisningAsync(Studerande? studerande) => studerande is { ArSkyddad: true }
        ? audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerande.Id, studerande.SkolaId)
        : Task.CompletedTask;
}
