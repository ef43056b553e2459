using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Listkolumner;

/// <summary>Says what a list's columns and its words for absence mean. The choice is remembered for the school's next list.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class ListkolumnerController(FranvarolistaService service, FranvarolistaQuery listor, ListlageQuery lagen, TimeProvider klocka) : Controller
{
    [HttpGet("/franvarocoach/{id:long}/kolumner")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        if (await listor.RubrikAsync(id, ct) is not { } rubrik || await service.ProvaAsync(id, ct) is not { IsAccepted: true } prov)
            return NotFound();

        var mappning = Mappning(rubrik, prov.Value);
        var oversikt = rubrik.Mappning is null ? null : await listor.ForAsync(id, ct);
        var okanda = oversikt is { IsAccepted: true } ? oversikt.Value.Lista.OkandaOrd : [];
        return await SidaAsync(KolumnInput.Fran(mappning, prov.Value.Rubriker, okanda), rubrik, prov.Value, ct);
    }

    [HttpPost("/franvarocoach/{id:long}/kolumner")]
    public async Task<IActionResult> Index(long id, KolumnInput input, CancellationToken ct)
    {
        if (await listor.RubrikAsync(id, ct) is not { } rubrik || await service.ProvaAsync(id, ct) is not { IsAccepted: true } prov)
            return NotFound();

        var rubriker = prov.Value.Rubriker;
        foreach (var (falt, _) in input.Valda().Where(v => !rubriker.Contains(v.Kolumn)))
            ModelState.AddModelError(falt.ToString(), "Välj en av listans kolumner.");
        if (input.Ord.Count > KolumnInput.FlestOrd || input.Ord.Any(o => o.Ord is null or { Length: > Inlastlista.LangstaOrd } || (!string.IsNullOrEmpty(o.Slag) && KolumnInput.TolkaSlag(o.Slag) is null)))
            ModelState.AddModelError("", "Välj vad orden betyder i listan.");
        if (ModelState.IsValid)
        {
            var last = await service.MappaAsync(id, input.TillMappning(Mappning(rubrik, prov.Value)), ct);
            if (last is null)
                return NotFound();
            if (last.IsAccepted && last.Value.OkandaOrd.Count > 0 && input.Ord.Count == 0)
            {
                TempData.Upplysning("Kolumnerna är sparade. Säg också vad orden för frånvaro betyder.");
                return Redirect($"/franvarocoach/{id}/kolumner#ord");
            }

            if (last.IsAccepted)
            {
                TempData.Klart("Kolumnerna är sparade. Nästa lista som ser likadan ut läses på samma sätt.");
                return Redirect($"/franvarocoach/{id}");
            }

            ModelState.AddRefusals(last.Refusals.Select(r => KolumnInput.ArFalt(r.Field) ? r : r with { Field = null }));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await SidaAsync(input, rubrik, prov.Value, ct);
    }

    private static Kolumnmappning Mappning(Listrubrik rubrik, Listprov prov) =>
        Kolumnmappning.FranText(rubrik.Mappning) ?? prov.Kand ?? Kandalayouter.Gissa(prov.Rubriker, prov.Rader);

    private async Task<ViewResult> SidaAsync(KolumnInput input, Listrubrik rubrik, Listprov prov, CancellationToken ct)
    {
        input.Sida = new(rubrik, prov.Rubriker, await VisadeAsync(prov, ct));
        return View("Index", input);
    }

    /// <summary>The first rows, without those of students with protected identity.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>?>> VisadeAsync(Listprov prov, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        Personnummer? Nummer(IReadOnlyList<string> rad) => rad.Select(f => Personnummer.TryParse(f, idag, out var p) ? p : null).FirstOrDefault(p => p is not null);
        var kanda = await lagen.ForAsync([.. prov.Rader.Select(Nummer).OfType<Personnummer>()], ct);
        return [.. prov.Rader.Select(rad => Nummer(rad) is { } p && kanda.GetValueOrDefault(p) is { ArSkyddad: true } ? null : rad)];
    }
}
