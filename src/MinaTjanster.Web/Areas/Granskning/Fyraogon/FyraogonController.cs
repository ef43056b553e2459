using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Fyraogon;

/// <summary>A second handläggare agrees with an outcome, or sends it back (ADR 0053).</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/fyra-ogon")]
public sealed class FyraogonController(ArendeService service, Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, new KontrollInput { Version = $"{detaljer.Arende.Version}" });
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("instam"), FormularPaSida(1)]
    public async Task<IActionResult> Instam(long arendeId, string? ko, string? version, CancellationToken ct)
    {
        if (!int.TryParse(version, out var nummer))
        {
            return BadRequest();
        }

        if (await service.InstamAsync(arendeId, nummer, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return await NekaAsync(arendeId, ko, new KontrollInput { Version = version }, svar.Refusals, ct);
        }

        TempData.Klart("Utfallet gäller. Brevet ligger i utskriftskön.");
        return Redirect(Koplats.FranKo(ko).AdressTill(arendeId));
    }

    /// <summary>From the page of the case.</summary>
    [HttpPost("aterta"), FormularPaSida(2)]
    public async Task<IActionResult> Aterta(long arendeId, string? ko, string? version, CancellationToken ct)
    {
        if (!int.TryParse(version, out var nummer))
        {
            return BadRequest();
        }

        if (await service.AterkallaUtfalletAsync(arendeId, nummer, ct) is not { } svar)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Utfallet är återtaget. Besluta på nytt när du är klar.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, KontrollInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
        {
            return BadRequest();
        }

        if (input.TolkaOrsak() is not { } orsak)
        {
            return await NekaAsync(arendeId, ko, input, [new FyraogonUtanOrsak()], ct);
        }

        if (await service.LamnaTillbakaUtfalletAsync(arendeId, version, orsak, input.Ord, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return await NekaAsync(arendeId, ko, input, svar.Refusals, ct);
        }

        TempData.Klart("Utfallet är lämnat tillbaka. Ärendets handläggare beslutar på nytt.");
        return Redirect(Koplats.FranKo(ko).AdressTill(arendeId));
    }

    /// <summary>What was typed, and the case as it stands now: the form is then for that version.</summary>
    private async Task<IActionResult> NekaAsync(long arendeId, string? ko, KontrollInput input, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var konflikt = nej.Any(n => n.Field is null);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Clear();
        ModelState.AddRefusals(nej);
        var version = konflikt ? $"{detaljer.Arende.Version}" : input.Version;
        return View("Index", Modell(detaljer, ko, new KontrollInput { Orsak = input.Orsak, Ord = input.Ord, Version = version }));
    }

    private KontrollModell Modell(Arendedetaljer detaljer, string? ko, KontrollInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId)
        {
            Orsak = input.Orsak,
            Ord = input.Ord,
            Version = input.Version,
        };
}

/// <summary>As typed.</summary>
public class KontrollInput
{
    public string? Orsak { get; init; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Ord { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }

    /// <summary>By its own name; never by number.</summary>
    internal Returorsak? TolkaOrsak() => Enum.TryParse<Returorsak>(Orsak, out var orsak) && Fyraogontexter.Valbara.Contains(orsak) && orsak.ToString() == Orsak ? orsak : null;
}

/// <summary>The page on which an outcome is checked. The fields stand first: the error summary follows their order.</summary>
public sealed class KontrollModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : KontrollInput
{
    public static IEnumerable<Alternativ> Orsaker => Fyraogontexter.Valbara.Select(o => new Alternativ($"{o}", o.Text()));

    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    /// <summary>Whom the letter with the outcome is to.</summary>
    public Brevmottagare Till => Brevmottagartext.For(detaljer.Studerande.Personnummer, detaljer.Idag);

    /// <summary>Who got the question, and may have answered.</summary>
    public Brevmottagare Mottagare =>
        Brevmottagartext.For(detaljer.Studerande.Personnummer, detaljer.Beslut.Select(b => b.Beslut).LastOrDefault(detaljer.Arende.GallerFragan), detaljer.Idag);

    /// <summary>Why it cannot be checked now by this person, or null.</summary>
    public Refusal? Hinder => Fyraogonregel.Hinder(detaljer.Arende, kontoId);

    /// <summary>What is checked; null when nothing waits.</summary>
    public Arendeutfallskontroll? Kontroll => detaljer.Utfallskontroller.LastOrDefault(k => k.Kontroll == detaljer.Arende.VantandeKontroll);
}
