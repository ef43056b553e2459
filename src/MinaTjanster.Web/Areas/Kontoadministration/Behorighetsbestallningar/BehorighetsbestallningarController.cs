using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Behorighetsbestallningar;

/// <summary>
/// <em>Beställning av behörighet för studeranderapportering</em>: a draft that grows a person at a time, a check page, one send, and then the order
/// with what becomes of it.
/// </summary>
[Area("Kontoadministration"), Kraver(Rattighet.BestallBehorigheter), Route("/behorighetsbestallningar")]
public sealed class BehorighetsbestallningarController(
    BestallningService service,
    BestallningQuery query,
    BegaranService begaranden,
    HistorikQuery historik,
    IValidator<RadInput> validator,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int sida, CancellationToken ct) => View(new ListaModell(
        await query.SkolansAsync(sida, ct),
        await begaranden.SkolaAsync(ct),
        await begaranden.AntalAsync(Administrator.Csn, ct)));

    /// <summary>The draft: what is in it, and what can be added.</summary>
    [HttpGet("ny")]
    public async Task<IActionResult> Ny(CancellationToken ct) => View(new NyModell(await UtkastAsync(ct), await begaranden.SkolaAsync(ct)));

    [HttpGet("ny/{slag}")]
    public async Task<IActionResult> Rad(string slag, CancellationToken ct) =>
        Radslag.Fran(slag) is { } valt ? await VisaRadAsync(valt, new RadInput(), ct) : NotFound();

    [HttpPost("ny/{slag}")]
    public async Task<IActionResult> Rad(string slag, RadInput input, CancellationToken ct)
    {
        if (Radslag.Fran(slag) is not { } valt)
            return NotFound();

        var context = new ValidationContext<RadInput>(input);
        context.RootContextData[nameof(Bestallningsradslag)] = valt;
        ModelState.AddErrors(await validator.ValidateAsync(context, ct));
        var uppgift = ModelState.IsValid ? Tolka(valt, input) : null;
        if (uppgift is not null)
        {
            var svar = await service.LaggTillRadAsync(uppgift, ct);
            if (svar.IsAccepted)
            {
                TempData.Klart("Raden är tillagd. Beställningen är inte skickad än.");
                return Redirect("/behorighetsbestallningar/ny");
            }

            ModelState.AddRefusals(svar.Refusals);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await VisaRadAsync(valt, input, ct);
    }

    [HttpPost("ny/rader/{radId:long}/ta-bort"), FormularPaSida(3)]
    public async Task<IActionResult> TaBort(long radId, CancellationToken ct)
    {
        if (await service.TaBortRadAsync(radId, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Raden är borttagen.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect("/behorighetsbestallningar/ny");
    }

    [HttpGet("ny/granska")]
    public async Task<IActionResult> Granska(CancellationToken ct) =>
        await UtkastAsync(ct) is { Bestallning.Rader.Count: > 0 } utkast ? View(utkast) : Redirect("/behorighetsbestallningar/ny");

    [HttpPost("ny/granska")]
    public async Task<IActionResult> Granska(SkickaInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version) || input.Nyckel is not { Length: 64 } nyckel)
            return BadRequest();

        if (await service.SkickaAsync(nyckel, version, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart($"Beställningen är skickad till CSN. Kvittensnummer {svar.Value.Kvittensnummer}.");
            return Redirect($"/behorighetsbestallningar/{svar.Value.Id}");
        }

        ModelState.AddRefusals(svar.Refusals.Select(n => new UtanFalt(n)));
        ModelState.Remove(nameof(input.Version));
        Response.StatusCode = svar.Refusals[0] is BestallningenAndrad ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await UtkastAsync(ct) is { Bestallning.Rader.Count: > 0 } utkast ? View(utkast) : Redirect("/behorighetsbestallningar/ny");
    }

    [HttpGet("{id:long}")]
    public Task<IActionResult> Bestallning(long id, CancellationToken ct) => VisaAsync(id, new SvarInput(), ct);

    /// <summary>The two acts of the page: an answer to CSN's question, and taking the order back.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Bestallning(long id, SvarInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version) || input.Atgard is not ("Svara" or "Aterta"))
            return BadRequest();

        var svar = input.Atgard == "Svara" ? await service.BesvaraAsync(id, input.Svar, version, ct) : await service.AtertaAsync(id, version, ct);
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart(input.Atgard == "Svara" ? "Svaret är skickat till CSN." : "Beställningen är återtagen.");
            return Redirect($"/behorighetsbestallningar/{id}");
        }

        ModelState.AddRefusals(svar.Refusals);
        ModelState.Remove(nameof(input.Version));
        Response.StatusCode = svar.Refusals.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(id, input, ct);
    }

    /// <summary>The order as the paper form has it, to print.</summary>
    [HttpGet("{id:long}/utskrift")]
    public async Task<IActionResult> Utskrift(long id, CancellationToken ct) =>
        await query.HamtaAsync(id, ct) is { } bild ? View(bild) : NotFound();

    private async Task<IActionResult> VisaAsync(long id, SvarInput input, CancellationToken ct) =>
        await query.HamtaAsync(id, ct) is { } bild
            ? View("Bestallning", new BestallningModell(bild, bild.MedPersoner(await historik.ForAsync(AuditObjects.Behorighetsbestallning, id, ct))) { Svar = input.Svar })
            : NotFound();

    private async Task<Bestallningsbild?> UtkastAsync(CancellationToken ct) =>
        await service.UtkastAsync(ct) is { } utkast ? await query.BildAsync(utkast, ct) : null;

    private async Task<IActionResult> VisaRadAsync(Bestallningsradslag slag, RadInput input, CancellationToken ct) =>
        View("Rad", new RadModell(slag, await begaranden.SkolaAsync(ct), await query.AnvandareAsync(ct))
        {
            Person = input.Person,
            Namn = input.Namn,
            Epost = input.Epost,
            Telefon = input.Telefon,
            Personnummer = input.Personnummer,
            Tidigare = input.Tidigare,
        });

    private Bestallningsuppgift? Tolka(Bestallningsradslag slag, RadInput input)
    {
        long? tidigare = long.TryParse(input.Tidigare, out var lamnar) ? lamnar : null;
        if (long.TryParse(input.Person, out var kontoId))
            return new Bestallningsuppgift(slag, KontoId: kontoId, NyEpost: slag == Bestallningsradslag.AndradEpost ? input.Epost?.Trim() : null, TidigareKontoId: tidigare);

        var person = Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, input.Personnummer, klocka.SvenskDag());
        if (person.IsAccepted)
            return new Bestallningsuppgift(slag, person.Value, TidigareKontoId: tidigare);

        ModelState.AddRefusals(person.Refusals);
        return null;
    }

    /// <summary>A check page has no fields to point at.</summary>
    private sealed record UtanFalt(Refusal Nej) : Refusal(Nej.Code, Nej.Sentence);
}
