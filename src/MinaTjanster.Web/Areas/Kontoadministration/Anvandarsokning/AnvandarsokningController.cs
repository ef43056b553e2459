using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarsokning;

/// <summary>CSN finds a user of any school, by skolkod, name, username or e-mail.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SeSkolornasAnvandare)]
public sealed class AnvandarsokningController(SkolanvandareQuery anvandarna, SokningService sokningar) : Controller
{
    private const int Antal = 50;

    [HttpGet("/csn/anvandare")]
    public async Task<IActionResult> Index(string? sok, CancellationToken ct)
    {
        var text = sok is { Length: > 0 and <= 32 } ? await sokningar.HamtaAsync(sok, ct) : null;
        return View(new AnvandarsokningModell { Text = text, Traffar = text is null ? null : await anvandarna.SokAsync(text, Antal, ct) });
    }

    /// <summary>A search is a post that redirects: no name stands in an address (design decision 10).</summary>
    [HttpPost("/csn/anvandare"), TillatILaslage]
    public async Task<IActionResult> Sok(string? text, CancellationToken ct) =>
        Redirect(string.IsNullOrWhiteSpace(text) ? "/csn/anvandare" : $"/csn/anvandare?sok={await sokningar.SparaAsync(text, ct)}");
}

public sealed class AnvandarsokningModell
{
    public string? Text { get; init; }

    /// <summary>Null before a search.</summary>
    public IReadOnlyList<Anvandartraff>? Traffar { get; init; }
}
