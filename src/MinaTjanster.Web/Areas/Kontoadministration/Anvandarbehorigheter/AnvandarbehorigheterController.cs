using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarbehorigheter;

/// <summary>Gives and takes what the table lets the signed-in person decide at the school; the rest is shown with who decides it.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.VardaAnvandare)]
public sealed class AnvandarbehorigheterController(SkolanvandareQuery anvandarna, BehorighetService behorigheter, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}/behorigheter")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        return Hinder(rad, skola) is { } hinder
            ? Tillbaka(id, hinder)
            : View(Modell(
                new BehorigheterInput
                {
                    Version = $"{rad.Version}",
                    Rader = [.. anvandare.Administrerar(skola).Select(slag => Rad(rad, slag))],
                },
                rad,
                skola));
    }

    [HttpPost("/identity-manager/anvandare/{id:long}/behorigheter")]
    public async Task<IActionResult> Index(long id, BehorigheterInput input, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        var onskade = Tolka(input);
        Result<Skolanvandare>? svar = null;
        if (ModelState.IsValid)
        {
            svar = await behorigheter.SattAsync(id, onskade, Formularversion.Tolka(input.Version), ct);
            if (svar?.IsAccepted == true)
            {
                TempData.Klart($"Behörigheterna för {rad.Namn} är sparade.");
                return Redirect($"/identity-manager/anvandare/{id}");
            }

            ModelState.AddRefusals((svar?.Refusals ?? []).Select(r => r with { Field = null }));
        }

        var konflikt = svar?.Refusals.Any(r => r is AnvandarenAndrad) == true;
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        if (konflikt)
        {
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{rad.Version}";
        }

        return View(Modell(input, rad, skola));
    }

    private static BehorighetInput Rad(Anvandarrad rad, Behorighetsslag slag)
    {
        var har = rad.Behorigheter.FirstOrDefault(b => b.Slag == slag);
        return new BehorighetInput { Slag = slag.ToString(), Ska = har is not null, GiltigTill = har?.GiltigTill?.ToString("yyyy-MM-dd") };
    }

    private BehorigheterInput Modell(BehorigheterInput input, Anvandarrad rad, Skola skola)
    {
        input.Rad = rad;
        input.Skola = skola;
        input.Ovriga = [.. Behorighetsadministration.Skolslag.Except(anvandare.Administrerar(skola))];
        // The rows are the page's, whatever was posted; what was typed is in ModelState, by place.
        input.Rader = [.. anvandare.Administrerar(skola).Select(slag => input.Rader.FirstOrDefault(r => r.Slag == slag.ToString()) ?? Rad(rad, slag))];
        return input;
    }

    private List<Onskadbehorighet> Tolka(BehorigheterInput input)
    {
        List<Onskadbehorighet> onskade = [];
        foreach (var (i, rad) in input.Rader.Index())
        {
            if (!Enum.TryParse<Behorighetsslag>(rad.Slag, out var slag) || slag.ToString() != rad.Slag || onskade.Any(o => o.Slag == slag))
            {
                ModelState.AddModelError("", "Formuläret går inte att läsa. Öppna sidan igen.");
                continue;
            }

            DateOnly? till = null;
            if (rad.Ska && !string.IsNullOrWhiteSpace(rad.GiltigTill))
            {
                if (Datumtolk.TryTolka(rad.GiltigTill, out var dag))
                {
                    till = dag;
                    if (behorigheter.ProvaSlutdag(dag) is { } nej)
                        ModelState.AddModelError($"Rader[{i}].GiltigTill", nej.Sentence);
                }
                else
                {
                    ModelState.AddModelError($"Rader[{i}].GiltigTill", "Skriv sista dagen som ett datum, ÅÅÅÅ-MM-DD, eller lämna fältet tomt.");
                }
            }

            onskade.Add(new Onskadbehorighet(slag, rad.Ska, till));
        }

        return onskade;
    }

    /// <summary>Why nothing can be changed here, or null.</summary>
    private Refusal? Hinder(Anvandarrad rad, Skola skola) =>
        rad.KontoId == anvandare.KontoId ? new InteSigSjalv()
        : rad.Lage == Kontolage.Avslutat ? new KontotAvslutat()
        : anvandare.Administrerar(skola).Count == 0 ? new AdministrerasAvAnnan(Behorighetsslag.StudietiderUtbildningar, Administrator.Skolan)
        : null;

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/identity-manager/anvandare/{id}");
    }
}
