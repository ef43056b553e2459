using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Sidomdomen;

/// <summary>What readers have answered about the public pages, for CSN.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SeSidomdomen), Route(Adress)]
public sealed class SidomdomenController(SidsvarQuery svar, Sidsvarsinstallning installning) : Controller
{
    public const string Adress = "/csn/sidomdomen";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? period, CancellationToken ct)
    {
        var vald = Svarstid.Tolka(period);
        return View(new SidomdomenModell(vald, await svar.AllaAsync(vald.Dagar, ct)));
    }

    /// <param name="adress">The page's path.</param>
    [HttpGet("sida")]
    public async Task<IActionResult> Sida(string? adress, string? period, string? sida, CancellationToken ct)
    {
        var vald = Svarstid.Tolka(period);
        return adress is not null && await svar.ForAsync(adress, vald.Dagar, Heltal.TryTolka(sida, out var nummer) && nummer > 0 ? nummer : 1, ct) is { } bild
            ? View(new SidbildModell(vald, bild, installning.KommentarDagar))
            : NotFound();
    }
}

/// <summary>How far back is shown.</summary>
/// <param name="Dagar">Null for all.</param>
public sealed record Svarstid(string Varde, string Text, int? Dagar)
{
    public static IReadOnlyList<Svarstid> Alla { get; } =
        [new("30", "Senaste 30 dagarna", 30), new("90", "Senaste 90 dagarna", 90), new("365", "Senaste året", 365), new("alla", "Alla svar", null)];

    /// <returns>90 days for what is no choice.</returns>
    public static Svarstid Tolka(string? text) => Alla.FirstOrDefault(t => t.Varde == text) ?? Alla[1];
}

public sealed record SidomdomenModell(Svarstid Tid, IReadOnlyList<Sidomdome> Sidor)
{
    public string SidansAdress(string sida) => $"{SidomdomenController.Adress}/sida?adress={Uri.EscapeDataString(sida)}&period={Tid.Varde}";
}

public sealed record SidbildModell(Svarstid Tid, Sidbild Bild, int KommentarDagar)
{
    private readonly int _mest = Bild.Perioder.Select(p => p.Svar.Antal).DefaultIfEmpty(0).Max();

    /// <summary>The length of a bar, of 100, where the period with most answers is whole.</summary>
    public int Langd(int antal) => _mest == 0 ? 0 : (int)Math.Round(100m * antal / _mest, MidpointRounding.AwayFromZero);

    public string Periodtext(Svarsperiod period) => Bild.ArVeckor
        ? $"{period.Fran:yyyy-MM-dd} – {period.Till:yyyy-MM-dd}"
        : $"{SvenskText.Manad(period.Fran)} {period.Fran.Year}";

    public string SidaAdress(int nummer) => $"{SidomdomenController.Adress}/sida?adress={Uri.EscapeDataString(Bild.Sida)}&period={Tid.Varde}&sida={nummer}";
}
