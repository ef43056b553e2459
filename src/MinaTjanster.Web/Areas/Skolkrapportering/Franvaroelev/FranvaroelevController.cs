using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Franvaroelev;

/// <summary>One student of an absence list: the 30-day windows, the dates, what waiting costs, the rows, and other days than the proposed.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class FranvaroelevController(FranvarolistaQuery listor, FranvarourvalService urvalen, AktuellAnvandare anvandare, AuditService audit) : Controller
{
    [HttpGet("/franvarocoach/{id:long}/studerande/{studerandeId:long}")]
    public async Task<IActionResult> Index(long id, long studerandeId, CancellationToken ct)
    {
        if (await ElevAsync(id, studerandeId, ct) is not { } sida)
            return NotFound();

        var uppgift = sida.Elev.Forslag?.Uppgift;
        return View(new ElevInput { ForstaDag = uppgift?.ForstaDag.ToString("yyyy-MM-dd"), SistaDag = uppgift?.SistaDag?.ToString("yyyy-MM-dd"), Sida = sida });
    }

    [HttpPost("/franvarocoach/{id:long}/studerande/{studerandeId:long}")]
    public async Task<IActionResult> Index(long id, long studerandeId, ElevInput input, CancellationToken ct)
    {
        if (await ElevAsync(id, studerandeId, ct) is not { } sida)
            return NotFound();

        DateOnly? sista = null;
        if (!string.IsNullOrWhiteSpace(input.SistaDag))
        {
            if (Datumtolk.TryTolka(input.SistaDag, out var dag))
                sista = dag;
            else
                ModelState.AddModelError(nameof(ElevInput.SistaDag), "Skriv sista dagen som ett datum, till exempel 2026-11-10, eller lämna fältet tomt.");
        }

        if (!Datumtolk.TryTolka(input.ForstaDag, out var forsta))
            ModelState.AddModelError(nameof(ElevInput.ForstaDag), "Välj den första dagen.");

        if (ModelState.IsValid)
        {
            if (await urvalen.SkapaForEnAsync(id, studerandeId, forsta, sista, ct) is not { } svar)
                return NotFound();
            if (svar.IsAccepted)
                return Redirect($"/franvarocoach/granska/{svar.Value}");

            ModelState.AddRefusals(svar.Refusals);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        input.Sida = sida;
        return View(input);
    }

    private async Task<Elevsida?> ElevAsync(long id, long studerandeId, CancellationToken ct)
    {
        if (await listor.ForAsync(id, ct) is not { IsAccepted: true } oversikt || oversikt.Value.For(studerandeId) is not { } elev)
            return null;

        if (elev.ArSkyddad)
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerandeId, anvandare.AktivSkola!.Id);
        return new(oversikt.Value, elev, anvandare.Har(Rattighet.SeSkyddadeIdentiteter));
    }
}

/// <summary>The days of a report, where the proposed ones are not the school's own judgement.</summary>
public sealed class ElevInput
{
    public string? ForstaDag { get; set; }

    public string? SistaDag { get; set; }

    [BindNever, ValidateNever]
    public Elevsida? Sida { get; set; }
}

public sealed record Elevsida(Listoversikt Oversikt, Listelevlage Elev, bool FarSeSkyddade)
{
    /// <summary>More rows than these are read in the school's own system.</summary>
    public const int FlestRader = 300;

    public Elevanalys Analys => Elev.Analys;

    /// <summary>All that the list shows is reported.</summary>
    public bool ArRapporterad => Elev.Rapport is not null && !Elev.LedigaDagar.Any();

    public string Namn => Elev.NamnFor(FarSeSkyddade);

    public string Personnummer => Elev.PersonnummerFor(FarSeSkyddade);

    /// <summary>Whether it is any use to choose days: nothing stands in the way of every report.</summary>
    public bool KanRapporteras => Elev.LedigaDagar.Any() && Skolkmojlighet.For(Elev.Studerande!.Lage).ArMojlig;

    /// <summary>Reported days are not offered: the next report begins after them.</summary>
    public IEnumerable<Alternativ> Dagar => Elev.LedigaDagar
        .Select(d => new Alternativ(d.Dag.ToString("yyyy-MM-dd"), $"{d.Dag:yyyy-MM-dd} ({SvenskText.Timmar(d.OgiltigMinuter)} timmar)"));

    /// <summary>Rows with absence, in order of time.</summary>
    public IReadOnlyList<Listrad> Franvaro => [.. Elev.Elev.Rader.Where(r => r.Franvaro > 0 && r.Dag <= Oversikt.Idag)];
}
