using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Partner.Webbinarier;

/// <summary>Webinars: those to come with a calendar file, those held as text, and the slides of both. Open to all.</summary>
[AllowAnonymous, Route("/webbinarier")]
public sealed class WebbinarierController(Webbinarieregister webbinarier, TelefontidQuery telefon, Portaladress adress, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var hallna = webbinarier.Alla.Where(w => w.ArHallet(nu)).Reverse().ToList();
        return View(new WebbinarielistaModell([.. webbinarier.Alla.Where(w => !w.ArHallet(nu))], hallna, await telefon.ForAsync(ct)));
    }

    [HttpGet("{slug}")]
    public async Task<IActionResult> Webbinarium(string slug, CancellationToken ct) =>
        webbinarier.Med(slug) is { } webbinarium ? View(await ModellAsync(webbinarium, ct)) : NotFound();

    /// <summary>The slides as a page that prints one on each sheet.</summary>
    [HttpGet("{slug}/bilder")]
    public IActionResult Bilder(string slug) => webbinarier.Med(slug) is { } webbinarium ? View(webbinarium) : NotFound();

    /// <summary>What was said; not there before it has been.</summary>
    [HttpGet("{slug}/utskrift")]
    public IActionResult Utskrift(string slug) =>
        webbinarier.Med(slug) is { } webbinarium && webbinarium.ArHallet(klocka.UtcNu()) ? View(webbinarium) : NotFound();

    /// <summary>For the calendar; what has been held is nothing to put there.</summary>
    [HttpGet("{slug}.ics")]
    public async Task<IActionResult> Ics(string slug, CancellationToken ct)
    {
        if (webbinarier.Med(slug) is not { } w || w.ArHallet(klocka.UtcNu()))
            return NotFound();

        var modell = await ModellAsync(w, ct);
        var dag = DateOnly.FromDateTime(w.Start);
        var handelse = new Kalenderhandelse(
            $"webbinarium-{w.Slug}@{adress.Bas.Host}", 0, w.Borjar, new(dag, dag), $"Webbinarium: {w.Titel}", "På distans", $"{w.Ingress}\n{modell.Anmalan}", new(adress.Till(w.Adress)))
        {
            Klockslag = (w.Borjar, w.Slutar),
        };
        return Content(Kalender.Skriv($"Webbinarium: {w.Titel}", "Från CSN.", [handelse]), "text/calendar; charset=utf-8");
    }

    private async Task<WebbinariumModell> ModellAsync(Webbinarium webbinarium, CancellationToken ct) =>
        new(webbinarium, webbinarium.ArHallet(klocka.UtcNu()), await telefon.ForAsync(ct));
}

/// <param name="Kommande">The next first.</param>
/// <param name="Hallna">The latest first.</param>
public sealed record WebbinarielistaModell(IReadOnlyList<Webbinarium> Kommande, IReadOnlyList<Webbinarium> Hallna, Telefonbild Telefon);

public sealed record WebbinariumModell(Webbinarium Webbinarium, bool ArHallet, Telefonbild Telefon)
{
    public string Tider => string.Join(", ", Telefon.Rader().Where(r => r.Tid != "Stängt").Select(r => $"{r.Dagar.ToLowerInvariant()} {r.Tid}"));

    public string Anmalan => $"Anmäl dig på CSN:s partnertelefon, {Hjalpvag.Partnertelefon} ({Tider}). Säg vilket webbinarium det gäller och ha skolkoden till hands. Du får veta hur du deltar.";
}
