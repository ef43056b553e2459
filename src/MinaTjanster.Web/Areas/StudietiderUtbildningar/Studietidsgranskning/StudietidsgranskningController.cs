using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Studietidsgranskning;

/// <summary>CSN's contact person reviews their schools' reports of studietider: the queue, one report, approve, send back or let go.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.GranskaStudietider), Route("/csn/studietider")]
public sealed class StudietidsgranskningController(
    StudietidsgranskningQuery query, StudietidsgranskningService service, KontaktuppgiftQuery skolans, HistorikQuery historik, AuditService audit, Laslage laslage, TimeProvider klocka) : Controller
{
    public const string Godkann = "Godkann";
    public const string SandAter = "SandAter";
    public const string Slapp = "Slapp";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? sida, CancellationToken ct) =>
        View(await query.KoAsync(Heltal.TryTolka(sida, out var nummer) ? nummer : 1, ct));

    /// <summary>The first who opens it has begun the review: the school sees that.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Rapport(long id, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } bild)
            return NotFound();
        // Reading is not beginning while nothing may be changed (ADR 0042).
        if (bild.Rapport.Status == Rapportstatus.Inskickad && await laslage.NuAsync(ct) is null)
            await service.OppnaAsync(id, ct);

        return await VisaAsync(id, null, ct);
    }

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Rapport(long id, GranskningInput input, CancellationToken ct)
    {
        var version = Formularversion.Tolka(input.Version);
        if (input.Atgard is not (Godkann or SandAter or Slapp))
            return await query.ForAsync(id, ct) is null ? NotFound() : BadRequest();

        var svar = input.Atgard switch
        {
            Godkann => await service.GodkannAsync(id, version, ct),
            SandAter => await service.SandAterAsync(id, version, input.Skal, ct),
            _ => await service.SlappAsync(id, version, ct),
        };
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart(input.Atgard switch
            {
                Godkann => $"Rapporten {svar.Value.Kvittensnummer} är godkänd. Studietiderna gäller nu. Den som skickade den får ett mejl.",
                SandAter => $"Rapporten {svar.Value.Kvittensnummer} är skickad åter. Den som skickade den får ett mejl.",
                _ => $"Rapporten {svar.Value.Kvittensnummer} är tillbaka i kön.",
            });
            return Redirect("/csn/studietider");
        }

        if (svar.Refusals[0] is RapportenRedanAvgjord)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect("/csn/studietider");
        }

        ModelState.AddRefusals(svar.Refusals);
        ModelState.Remove(nameof(input.Version));
        Response.StatusCode = svar.Refusals[0] is RapportenAndradForGranskning ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(id, input.Skal, ct);
    }

    private async Task<IActionResult> VisaAsync(long id, string? skal, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } bild)
            return NotFound();

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Studietidsrapport, id, bild.Rapport.SkolaId);
        return View("Rapport", new GranskningModell(bild, await historik.ForAsync(AuditObjects.Studietidsrapport, id, ct), klocka.SvenskDag())
        {
            Kontakter = (await skolans.ForAsync(bild.Rapport.SkolaId, ct)).Kontakter,
            Version = $"{bild.Rapport.Version}",
            Skal = skal,
        });
    }
}

public class GranskningInput
{
    public string? Atgard { get; set; }

    public string? Version { get; set; }

    public string? Skal { get; set; }
}

/// <summary>A report as its contact person reviews it.</summary>
public sealed class GranskningModell(Granskningsbild bild, IReadOnlyList<Historikrad> historik, DateOnly idag) : GranskningInput
{
    public Granskningsbild Bild => bild;

    public Studietidsrapport Rapport => bild.Rapport;

    public Lasar Lasar => new(bild.Rapport.Lasar);

    public IReadOnlyList<Historikrad> Historik => historik;

    public IReadOnlyList<Rapportrad> Rader { get; } =
        Rapportrad.For(bild.Rapport.Studietider, bild.Ersatts, bild.Utbildningar, rad => new([], [.. bild.Varningar[rad.Id]]), bild.Berorda);

    /// <summary>Whom to ask at the school.</summary>
    public IReadOnlyList<Skolkontaktperson> Kontakter { get; init; } = [];

    public bool HarForra => bild.MotForraLasaret.Any(r => r.Fore is not null);

    public Lasarskalender Kalender => Lasarskalender.Rita(Lasar, [.. Lasarsgrupp.For(bild.Lasaret, bild.Utbildningar).Take(Listsida<Rapportrad>.Storlek)], idag);
}
