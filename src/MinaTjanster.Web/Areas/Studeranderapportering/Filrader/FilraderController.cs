using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Filrader;

/// <summary>The rows of a file that were held: corrected, explained or taken off the list one by one, or fetched as a file.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class FilraderController(
    FilQuery filer, FilrattningService rattning, RapporteringssidaQuery sidor, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka) : Controller
{
    [HttpGet("/filer/{id:long}/rader/{radId:long}")]
    public async Task<IActionResult> Rad(long id, long radId, CancellationToken ct)
    {
        if (await SidaAsync(id, radId, null, ct) is not { } sida)
            return NotFound();
        if (!sida.FarRatta)
            return Redirect($"/filer/{id}");

        var input = new FilradInput { Sida = sida };
        foreach (var (namn, varde) in Filformat.Namn.Zip(sida.Rad.Rad.Falt))
            input.Falt[namn] = varde;
        foreach (var fel in sida.ArVarning ? [] : sida.Rad.Rad.Fel)
            ModelState.AddModelError(Handelseinput.Nyckel(fel.Falt), fel.Mening);
        return View(input);
    }

    [HttpPost("/filer/{id:long}/rader/{radId:long}")]
    public async Task<IActionResult> Rad(long id, long radId, FilradInput input, CancellationToken ct)
    {
        if (await SidaAsync(id, radId, input.Falt.GetValueOrDefault(Filformat.Handelse), ct) is not { } sida)
            return NotFound();

        var svar = sida.ArVarning
            ? await rattning.BesvaraAsync(id, radId, input.Falt.GetValueOrDefault(Filformat.Forklaring), ct)
            : await rattning.RattaAsync(id, radId, sida.Skickade(input.Falt), ct);
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart($"Rad {svar.Value.Radnummer} är {(sida.ArVarning ? "förklarad" : "rättad och skickad")}.");
            return Redirect($"/filer/{id}{(sida.ArVarning ? "?visa=varningar" : "")}");
        }

        if (svar.Refusals is [RadenRedanRattad redan])
        {
            TempData.Upplysning(redan.Sentence);
            return Redirect($"/filer/{id}");
        }

        ModelState.AddRefusals(svar.Refusals.Select(r => r with { Field = Handelseinput.Nyckel(r.Field) }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        input.Sida = sida;
        foreach (var (namn, varde) in Filformat.Namn.Zip(sida.Rad.Rad.Falt))
            input.Falt.TryAdd(namn, varde);
        return View(input);
    }

    [HttpPost("/filer/{id:long}/rader/{radId:long}/ta-bort"), FormularPaSida(1)]
    public async Task<IActionResult> TaBort(long id, long radId, CancellationToken ct)
    {
        if (await rattning.TaBortAsync(id, radId, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart($"Rad {svar.Value.Radnummer} är borttagen från listan. Den har inte skickats.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect($"/filer/{id}");
    }

    [HttpGet("/filer/{id:long}/felrader.csv")]
    public async Task<IActionResult> Csv(long id, CancellationToken ct)
    {
        if (await filer.ForAsync(id, ct) is not { } fil)
            return NotFound();

        audit.Add(Acts.FileErrorsExported, AuditObjects.Filjobb, id, fil.Jobb.SkolaId);
        await audit.SparaAsync(ct);
        return new FelfilSvar($"felrader-{fil.Skolkod}-{klocka.SvenskDag():yyyy-MM-dd}.csv", filer.FelraderAsync(id, ct));
    }

    private async Task<Filradsida?> SidaAsync(long id, long radId, string? kod, CancellationToken ct)
    {
        if (await filer.ForAsync(id, ct) is not { } fil || await filer.RadAsync(id, radId, ct) is not { } rad)
            return null;

        if (rad is { ArSkyddad: true, Studerande: { } studerande })
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerande.Id, studerande.SkolaId);
        return new Filradsida(fil, rad, (await sidor.SkolaAsync(ct)).Skolform, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), kod);
    }

    /// <summary>Written as it is read: there may be a great many.</summary>
    private sealed class FelfilSvar(string filnamn, IAsyncEnumerable<Filjobbsrad> rader) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var svar = context.HttpContext.Response;
            svar.ContentType = "text/csv; charset=utf-8";
            svar.Headers.ContentDisposition = $"attachment; filename=\"{filnamn}\"";
            await Felfil.SkrivAsync(svar.Body, rader, context.HttpContext.RequestAborted);
        }
    }
}

/// <summary>A row's values as typed, by column.</summary>
public sealed class FilradInput
{
    public Dictionary<string, string?> Falt { get; set; } = [];

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public Filradsida? Sida { get; set; }
}

/// <param name="Kod">The event as it is typed now; null for the row's own.</param>
public sealed record Filradsida(Filsida Fil, Fillistadrad Rad, Skolform Skolform, bool FarSeSkyddade, string? Kod)
{
    public bool ArVarning => Rad.Rad.Tillstand == Filradstillstand.Varnad;

    public bool FarRatta => Fil.Jobb is { ArAvslutad: true, Andamal: Filandamal.Skicka } && (Fil.Satt == Rapporteringssatt.Fil || Rad.ArSkyddad)
        && Rad.Rad.Tillstand is Filradstillstand.Kvar or Filradstillstand.Varnad;

    /// <summary>Who it is stands as it came: a protected person, whom the reader may not see.</summary>
    public bool ArDold => Rad.ArSkyddad && !FarSeSkyddade;

    public Handelsetyp? Typ => Handelsetyper.MedKod(Kod?.Trim() ?? Rad.Rad.Falt[Filformat.Plats(Filformat.Handelse)].Trim());

    /// <summary>Where the event of the row is reported, since no file holds it; null for other errors, and where the school has no such student.</summary>
    public string? EgenSida => Rad is { Typ: { } typ, Studerande: { } studerande } && typ.For(Skolform) is not null && Rad.Rad.Fel.Any(f => f.Kod == new RadEgenSida(typ).Code)
        ? ValjModell.Adress(studerande.Id, typ)
        : null;

    /// <summary>The fields of the event; all of them while nobody knows which it is.</summary>
    public IReadOnlyList<Faltkrav> Krav => Typ?.For(Skolform)?.Falt
        ?? [.. Falten.IFil.Where(f => f.Form != Faltform.Val).Select(f => new Faltkrav(f.Falt, Faltkravslag.Frivilligt, f.Kolumn))];

    public IEnumerable<Handelsetyp> Handelser => Formatbeskrivning.Handelser(Skolform);

    /// <summary>What was typed, and nothing in the fields that the event does not have.</summary>
    public Dictionary<string, string?> Skickade(IReadOnlyDictionary<string, string?> typed)
    {
        var falt = new Dictionary<string, string?>(typed, StringComparer.Ordinal);
        if (Typ?.For(Skolform) is { } regel)
        {
            foreach (var overflodig in Falten.IFil.Where(f => !regel.Har(f.Falt)))
                falt[overflodig.Kolumn] = "";
        }

        return falt;
    }
}
