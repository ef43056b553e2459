using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Granskning.Skolpunktlighet;

/// <summary>CSN: which schools are silent, how soon schools report, and a reminder to the silent. Of what is overdue they are reminded at /csn/frister.</summary>
[Area("Granskning"), Kraver(Rattighet.BevakaFrister), Route(Punktlighetsplats.Bas)]
public sealed class SkolpunktlighetController(
    SkolpunktlighetQuery skolor, TystskolaQuery tysta, TystpaminnelseService paminnelser, Punktlighetsinstallning installning, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    /// <summary>Schools that can be chosen at once: a page of the list.</summary>
    private const int MaxValda = Core.Listsida<Punktlighetsrad>.Storlek;

    [HttpGet("")]
    public async Task<IActionResult> Index(Punktlighetsplats plats, CancellationToken ct)
    {
        var modell = new SkolpunktlighetModell(await skolor.ListaAsync(plats.Urval(), ct), plats, installning);
        return View(modell.Urval.BaraTysta ? modell with { Paminda = await tysta.PamindaAsync([.. modell.Rader.Rader.Select(r => r.SkolaId)], ct) } : modell);
    }

    /// <summary>One school: what it last reported and when, and whom to turn to there.</summary>
    [HttpGet("{skolaId:long}")]
    public async Task<IActionResult> Skola(long skolaId, CancellationToken ct)
    {
        if (await tysta.ForAsync(skolaId, ct) is not { } bild)
            return NotFound();

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skola, skolaId, skolaId);
        return View(new SkolbildModell(bild, paminnelser.ArPamind(bild.Pamind), installning));
    }

    /// <summary>What will be sent, before it is.</summary>
    [HttpGet("granska")]
    public async Task<IActionResult> Granska(string[]? skola, CancellationToken ct)
    {
        var valda = Tolka(skola);
        if (valda.Count == 0)
        {
            TempData.Upplysning("Välj minst en skola att påminna.");
            return Redirect(Punktlighetsplats.Bas);
        }

        List<Tystrad> rader = [];
        foreach (var rad in await tysta.ValdaAsync(valda, ct))
            rader.Add(new(rad, await paminnelser.AntalMottagareAsync(rad.Rad.SkolaId, ct), paminnelser.ArPamind(rad.Pamind)));
        if (rader.Count > 0)
            return View(new TystgranskningModell(rader));

        TempData.Upplysning("Skolorna du valde är inte tysta. Ingen påminnelse skickas.");
        return Redirect(Punktlighetsplats.Bas);
    }

    [HttpPost("paminn"), FormularPaSida(1)]
    public async Task<IActionResult> Paminn(string[]? skola, CancellationToken ct)
    {
        var utfall = await paminnelser.PaminnAsync(Tolka(skola), ct);
        var kvar = new[]
        {
            (utfall.Redan, utfall.Skickade > 0 ? "hade redan fått en den här månaden." : "har redan fått en påminnelse den här månaden. Ingen ny skickas."),
            (utfall.UtanMottagare, "har ingen att mejla till. Ring skolan, eller be den utse en behörighetsadministratör."),
            (utfall.Misslyckade, "kunde inte påminnas just nu. Försök igen."),
        }.Where(k => k.Item1 > 0).Select(k => $"{Skolor(k.Item1)} {k.Item2}").ToList();
        if (utfall.Skickade > 0)
            TempData.Klart(string.Join(' ', kvar.Prepend($"Påminnelsen går ut till {Skolor(utfall.Skickade)}.")));
        else
            TempData.Upplysning(kvar.Count > 0 ? string.Join(' ', kvar) : "Ingen av skolorna är tyst. Ingen påminnelse skickas.");
        return Redirect(Punktlighetsplats.Bas);
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(Punktlighetsplats plats, CancellationToken ct)
    {
        var lista = await skolor.ListaAsync(plats.Urval(), ct);
        audit.Add(Acts.TimelinessExported, AuditObjects.Konto, anvandare.KontoId, null);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"punktlighet-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Skola", "Skolkod", "Ort", "Skolform", "Tyst", "Studerande", "Väntade rapporter", "Rapporter nyligen", "Senaste månad med rapport", "Rapporter på ett år", "Dagar till rapport, median", "Dagar till rapport, 9 av 10", "Dagar till underlag, median", "Dagar till underlag, 9 av 10", "Senast den 22:a, procent", "Rätt första gången, procent"],
            lista.Rader.Select(r => new[]
            {
                r.Namn, r.Skolkod, r.Ort, r.Skolform.Text(), r.ArTyst(installning) ? "ja" : "nej", $"{r.Studerande}", $"{r.Forvantade}", $"{r.Nyligen}", r.SenasteManad?.ToString("yyyy-MM"), $"{r.Aret.Antal}",
                $"{r.Aret.DagarTillRapport?.Median}", $"{r.Aret.DagarTillRapport?.P90}", $"{r.Aret.DagarTillUnderlag?.Median}", $"{r.Aret.DagarTillUnderlag?.P90}", $"{r.Aret.AndelITid}", $"{r.Aret.AndelRattForsta}",
            }));
    }

    private static string Skolor(int antal) => antal == 1 ? "1 skola" : $"{antal} skolor";

    private static List<long> Tolka(string[]? skolor) =>
        [.. (skolor ?? []).Select(s => long.TryParse(s, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(MaxValda)];
}
