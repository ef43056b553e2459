using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Publikt;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Partner.Partnersidor;
using MinaTjanster.Web.Partner.Texter;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Partner.Statistik;

/// <summary>The open statistics of timeliness: the same tables as a page, as CSV and as JSON, with nothing to choose (ADR 0051).</summary>
[AllowAnonymous, PubliktText, EnableRateLimiting(AtkomstExtensions.Publikgrans)]
public sealed class StatistikController(Statistikpublicering statistik, Innehallsbibliotek bibliotek, Portaladress portal) : Controller
{
    public const string Adress = "/statistik";

    [HttpGet(Adress)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new StatistikModell(Ram(), await statistik.HamtaAsync(ct)));

    [HttpGet($"{Adress}.csv")]
    public async Task<IActionResult> Csv(CancellationToken ct) => new CsvSvar(
        "skolk-punktlighet.csv",
        ["Månad", "Skolform", "Rapporter", "Dagar till rapport, median", "Senast den 22:a, procent", "Rätt första gången, procent"],
        (await statistik.HamtaAsync(ct)).SelectMany(m => m.Rader.Append(m.Totalt).Select(r => new[]
        {
            $"{m.Manad:yyyy-MM}", StatistikModell.Namn(r.Skolform), $"{r.Antal}", $"{r.MedianDagar}", $"{r.AndelITid}", $"{r.AndelRattForsta}",
        })));

    [HttpGet($"{Adress}.json")]
    public async Task<IActionResult> Json(CancellationToken ct) => new JsonResult(
        new Statistikflode(
            portal.Till(Adress),
            Statistikskydd.Grans,
            [.. (await statistik.HamtaAsync(ct)).SelectMany(m => m.Rader.Append(m.Totalt).Select(r => new Statistikpost($"{m.Manad:yyyy-MM}", r.Skolform?.Text(), r.Antal, r.MedianDagar, r.AndelITid, r.AndelRattForsta)))]),
        Problemsvar.Form);

    private PartnersidaModell Ram() => PartnersidaModell.For(
        new Textsida(
            Adress, Textslag.Fristaende, "statistik", null, Innehallsbibliotek.Svenska, "Statistik om rapportering av skolk", "Hur många rapporter om ogiltig frånvaro som skolorna skickar till CSN, och hur snabbt, månad för månad.", default, 0, [], [], []),
        bibliotek,
        portal);
}
