using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Forseningar;

/// <summary>CSN: which schools are late with what, and a reminder to many at once.</summary>
[Area("Granskning"), Kraver(Rattighet.BevakaFrister), Route("/csn/frister")]
public sealed class ForseningarController(ForseningQuery forseningar, ForseningsmejlService mejl, Fristinstallning installning, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    /// <summary>Schools that can be chosen at once: a page of the list.</summary>
    private const int MaxValda = Core.Listsida<Forsenadskola>.Storlek;

    [HttpGet("")]
    public async Task<IActionResult> Index(Forseningsplats plats, CancellationToken ct) =>
        View(new ForseningslistaModell(await forseningar.SidaAsync(plats.Urval(), plats.Sidnummer, ct), plats, installning, klocka.SvenskDag(), anvandare.Innehar(Behorighetsslag.CsnKontaktperson)));

    /// <summary>What will be sent, before it is.</summary>
    [HttpGet("granska")]
    public async Task<IActionResult> Granska(string[]? skola, CancellationToken ct)
    {
        var valda = Tolka(skola);
        if (valda.Count == 0)
        {
            TempData.Upplysning("Välj minst en skola att påminna.");
            return Redirect("/csn/frister");
        }

        var idag = klocka.SvenskDag();
        List<Paminnelserad> rader = [];
        foreach (var rad in await forseningar.ValdaAsync(valda, ct))
            rader.Add(new(rad, await mejl.AntalMottagareAsync(rad.Forsening.SkolaId, ct), rad.Steg == Paminnelsesteg.Manuell && rad.Pamind?.SvenskDag() == idag));
        if (rader.Count > 0)
            return View(new ForseningsgranskningModell(rader));

        TempData.Upplysning("Skolorna du valde är inte försenade med något längre.");
        return Redirect("/csn/frister");
    }

    [HttpPost("paminn"), FormularPaSida(1)]
    public async Task<IActionResult> Paminn(string[]? skola, CancellationToken ct)
    {
        var utfall = await mejl.PaminnAsync(Tolka(skola), anvandare, ct);
        var kvar = new[]
        {
            (utfall.RedanIDag, utfall.Skickade > 0 ? "hade redan fått en i dag." : "har redan fått en påminnelse i dag. Ingen ny skickas."),
            (utfall.UtanMottagare, "har ingen att mejla till. Ring skolan, eller be den utse en behörighetsadministratör."),
            (utfall.Misslyckade, "kunde inte påminnas just nu. Försök igen."),
        }.Where(k => k.Item1 > 0).Select(k => $"{SvenskText.Versal(Skolor(k.Item1))} {k.Item2}").ToList();
        if (utfall.Skickade > 0)
            TempData.Klart(string.Join(' ', kvar.Prepend($"Påminnelsen går ut till {Skolor(utfall.Skickade)}.")));
        else
            TempData.Upplysning(kvar.Count > 0 ? string.Join(' ', kvar) : "Ingen av skolorna är försenad. Ingen påminnelse skickas.");
        return Redirect("/csn/frister");
    }

    private static string Skolor(int antal) => antal == 1 ? "1 skola" : $"{antal} skolor";

    private static List<long> Tolka(string[]? skolor) =>
        [.. (skolor ?? []).Select(s => long.TryParse(s, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(MaxValda)];
}
