using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Studietidssandning;

/// <summary>The check page of a läsår's report, the sending, its receipt, and the taking back.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/studietider")]
public sealed class StudietidssandningController(StudietidQuery studietider, StudietidssandningService service, HistorikQuery historik, TimeProvider klocka) : Controller
{
    [HttpGet("{lasar}/granska")]
    public async Task<IActionResult> Granska(string lasar, CancellationToken ct) =>
        Lasar.TryFranAdress(lasar, out var valt) ? await VisaAsync(valt, new SandningInput(), ct) : NotFound();

    [HttpPost("{lasar}/granska")]
    public async Task<IActionResult> Granska(string lasar, SandningInput input, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt) || input.Nyckel is not { Length: > 0 } nyckel)
            return NotFound();

        var svar = await service.SkickaAsync(nyckel, Formularversion.Tolka(input.Version), input.Forklaring, ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
        {
            if (!svar.Value.Nyss)
                TempData.Upplysning("Rapporten var redan skickad. Här är kvittensen.");
            return Redirect($"/studietider/kvittens/{svar.Value.Kvittensnummer}");
        }

        ModelState.AddRefusals(svar.Refusals);
        ModelState.Remove(nameof(input.Version));
        Response.StatusCode = svar.Refusals[0] is StudietidsrapportenAndrad ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(valt, input, ct);
    }

    /// <summary>The button stands on the läsår's page.</summary>
    [HttpPost("{lasar}/ta-tillbaka"), FormularPaSida(1)]
    public async Task<IActionResult> TaTillbaka(string lasar, TillbakaInput input, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt) || input.Nyckel is not { Length: > 0 } nyckel || await service.TaTillbakaAsync(nyckel, Formularversion.Tolka(input.Version), ct) is not { } svar)
            return NotFound();
        if (!svar.IsAccepted)
            return Tillbaka(valt, svar.Refusals[0]);

        TempData.Klart(svar.Value.Status == Rapportstatus.Ater
            ? "Rapporten är tillbaka hos er. Här står vad CSN har bett er att komplettera. Ändra det som behövs och skicka den igen."
            : "Rapporten är tillbaka hos er som ett utkast. Ändra det som behövs och skicka den igen.");
        return Redirect($"/studietider/{valt.Adress}");
    }

    [HttpGet("kvittens/{nummer:length(12)}")]
    public async Task<IActionResult> Kvittens(string nummer, CancellationToken ct) =>
        await studietider.KvittoAsync(nummer, ct) is { } kvitto
            ? View(new RapportkvittensModell(kvitto, await historik.ForAsync(AuditObjects.Studietidsrapport, kvitto.Rapport.Id, ct)))
            : NotFound();

    private async Task<IActionResult> VisaAsync(Lasar lasar, SandningInput input, CancellationToken ct)
    {
        var sida = await studietider.LasarAsync(lasar, ct);
        if (!sida.Finns(klocka.SvenskDag()))
            return NotFound();
        if (sida.Hinder(klocka.SvenskDag()) is { } hinder)
            return Tillbaka(lasar, hinder);
        if (sida.Oppen is not { } rapport || await service.GranskaAsync(rapport.Nyckel, ct) is not { Count: > 0 } rader)
            return Tillbaka(lasar, new StudietidsrapportenTom());

        return View("Granska", new GranskaModell(sida, rader, klocka.SvenskDag()) { Nyckel = rapport.Nyckel, Version = $"{rapport.Version}", Forklaring = input.Forklaring ?? rapport.Forklaring });
    }

    private RedirectResult Tillbaka(Lasar lasar, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/studietider/{lasar.Adress}");
    }
}

public sealed record TillbakaInput(string? Nyckel, string? Version);

public class SandningInput
{
    public string? Nyckel { get; set; }

    public string? Version { get; set; }

    public string? Forklaring { get; set; }
}

/// <summary>Everything of the report, before it is sent.</summary>
public sealed class GranskaModell(Lasarssida sida, IReadOnlyList<Radbedomning> rader, DateOnly idag) : SandningInput
{
    public Lasar Lasar => sida.Lasar;

    public Studietidsrapport Rapport => sida.Rapport!;

    public string Bas => $"/studietider/{Lasar.Adress}";

    public IReadOnlyList<Rapportrad> Rader { get; } = Rapportrad.For(
        rader.Select(r => r.Rad), sida.Galler.ToDictionary(g => g.Id), sida.Utbildningar, rad => rader.First(r => r.Rad == rad).Bedomning);

    public bool HarFel => rader.Any(r => !r.Bedomning.ArGodtagen);

    public bool HarVarningar => rader.Any(r => r.Bedomning.Varningar.Count > 0);

    public Lasarskalender Kalender => Lasarskalender.Rita(Lasar, [.. Lasarsgrupp.For(Lasarsrad.For(sida.Galler, sida.Forslag), sida.Utbildningar).Take(Listsida<Rapportrad>.Storlek)], idag);
}

/// <summary>A sent report's receipt.</summary>
public sealed record RapportkvittensModell(Rapportkvitto Kvitto, IReadOnlyList<Historikrad> Historik)
{
    public Studietidsrapport Rapport => Kvitto.Rapport;

    public Lasar Lasar => new(Rapport.Lasar);

    public IReadOnlyList<Rapportrad> Rader { get; } = Rapportrad.For(Kvitto.Rapport.Studietider, Kvitto.Ersatts, Kvitto.Utbildningar);
}
