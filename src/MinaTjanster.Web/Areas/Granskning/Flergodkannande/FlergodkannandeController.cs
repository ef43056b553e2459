using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Flergodkannande;

/// <summary>Approves several cases that are complete and undisputed, and that the handläggare has opened: a choice, a page that asks, and one post.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/godkann-flera")]
public sealed class FlergodkannandeController(FlergodkannandeService service) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new ValModell(await service.ValbaraAsync(ct)));

    /// <summary>What is chosen, judged as it stands. Nothing is changed.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(FlerInput input, CancellationToken ct)
    {
        if (input.Tolka() is not { } ids)
        {
            return BadRequest();
        }

        if (ids.Count == 0 || ids.Count > Flerregel.Flest)
        {
            ModelState.AddRefusals([ids.Count == 0 ? new FlerInget() : new FlerForManga()]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new ValModell(await service.ValbaraAsync(ct)) { Arenden = input.Arenden });
        }

        return View("Granska", await service.BedomAsync(ids, ct));
    }

    [HttpPost("godkann"), FormularPaSida(1)]
    public async Task<IActionResult> Godkann(FlerInput input, CancellationToken ct)
    {
        if (input.Tolka() is not { } ids)
        {
            return BadRequest();
        }

        var svar = await service.GodkannAsync(ids, ct);
        if (!svar.IsAccepted)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return RedirectToAction(nameof(Index));
        }

        var (antal, kvar) = (svar.Value.Godkanda, svar.Value.Kvar);
        if (kvar.Count == 0)
        {
            TempData.Klart(Antal(antal));
            return Redirect("/granskning?flik=mina");
        }

        // What is left is shown with its reasons; posted again, the page says the same.
        ViewData["Klart"] = antal == 0 ? "Inget underlag är godkänt." : Antal(antal);
        return View("Kvar", kvar);
    }

    private static string Antal(int antal) => antal == 1 ? "1 underlag är godkänt." : $"{antal} underlag är godkända.";
}

/// <summary>As ticked.</summary>
public class FlerInput
{
    /// <summary>Ids of cases.</summary>
    public string[]? Arenden { get; init; }

    /// <summary>Null where something is no id.</summary>
    internal IReadOnlyList<long>? Tolka()
    {
        List<long> ids = [];
        foreach (var text in Arenden ?? [])
        {
            if (!long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }
}

/// <summary>The page of the choice.</summary>
public sealed class ValModell(IReadOnlyList<Flerrad> rader) : FlerInput
{
    public bool ArTom => rader.Count == 0;

    public IEnumerable<Alternativ> Alternativ =>
        rader.Select(r => new Alternativ($"{r.ArendeId}", $"{r.Kvittensnummer}, {r.Namn}", $"{r.Skola}. Alla {r.Kontroller} kontroller stämmer. Uppskattat belopp {Core.Tid.SvenskText.Kronor(r.Belopp)}."));
}
