using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Kommunicering;

/// <summary>Asks the student, by letter with the underlag enclosed, about what is meant to be decided.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/kommunicera")]
public sealed class KommuniceringController(ArendeService service, Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, new KommuniceringInput { Version = $"{detaljer.Arende.Version}" });
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, KommuniceringInput input, CancellationToken ct)
    {
        if (input.Tolka() is not var (version, bilagor))
        {
            return BadRequest();
        }

        if (await service.KommuniceraAsync(arendeId, version, bilagor, ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Brevet med frågan ligger i utskriftskön.");
            return Redirect(Koplats.FranKo(ko).Arende(arendeId));
        }

        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var fel = svar.Refusals.All(r => r is ArendeBilagaOkand);
        Response.StatusCode = fel ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        ModelState.Remove(nameof(input.Version));
        ModelState.AddRefusals(svar.Refusals);
        return View(Modell(detaljer, ko, new KommuniceringInput { Bilagor = input.Bilagor, Version = fel ? input.Version : $"{detaljer.Arende.Version}" }));
    }

    private KommuniceringModell Modell(Arendedetaljer detaljer, string? ko, KommuniceringInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId) { Bilagor = input.Bilagor, Version = input.Version };
}

/// <summary>As ticked: the files that hold this student only.</summary>
public class KommuniceringInput
{
    private const int MaxBilagor = 100;

    public string[]? Bilagor { get; init; }

    public string? Version { get; init; }

    /// <summary>Null for what the page cannot have posted.</summary>
    internal (int Version, IReadOnlyCollection<long> Bilagor)? Tolka()
    {
        var ids = (Bilagor ?? []).Select(b => long.TryParse(b, out var id) ? id : 0).Distinct().ToList();
        return int.TryParse(Version, out var version) && ids.Count <= MaxBilagor ? (version, ids) : null;
    }
}

/// <summary>The page on which the student is asked. The fields stand first: the error summary follows their order.</summary>
public sealed class KommuniceringModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : KommuniceringInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    public int Svarsdagar => Beslutsregel.Svarsdagar(detaljer.Idag);

    /// <summary>By the day it is asked: the letter is to whoever it is when it is printed.</summary>
    public Brevmottagare Till => Brevmottagartext.For(detaljer.Studerande.Personnummer, detaljer.Idag);

    public IReadOnlyList<(Arendeunderlag Underlag, Dokument Fil)> Filer => [.. detaljer.Underlag.SelectMany(u => u.Dokument.Select(d => (u, d)))];

    public IEnumerable<Alternativ> Val => Filer.Select(f => new Alternativ(
        $"{f.Fil.Id}",
        $"{f.Fil.Filnamn} innehåller bara den här eleven",
        $"{(f.Fil.AntalSidor == 1 ? "1 sida" : $"{f.Fil.AntalSidor} sidor")}, kom in {f.Underlag.Underlag.Ankomstdag:yyyy-MM-dd}"));

    /// <summary>Why the student cannot be asked now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.Kommunicera, detaljer.Arende, kontoId, detaljer.Handlaggare, detaljer.Avrakning)
        ?? (detaljer.Uppskattning.Belopp == 0 ? new ArendeInget() : null);
}
