using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Kontoadministration.Loggsokning;

/// <summary>
/// CSN's search in the log of acts and views. Nothing is shown before a search is posted, since the search is itself an act in the log; what was asked
/// for lies with the session, under a key (design decision 10).
/// </summary>
[Area("Kontoadministration"), Kraver(Rattighet.SokILogg)]
public sealed class LoggsokningController(
    LoggQuery logg,
    SokningService sokningar,
    IValidator<LoggInput> validator,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    /// <summary>As many lines as a file holds: the newest.</summary>
    public const int MaxExport = 10_000;

    [HttpGet("/csn/logg")]
    public async Task<IActionResult> Index(string? sok, string? efter, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(sok))
        {
            return View(new LoggModell(new LoggInput()));
        }

        if (await HamtaAsync(sok, ct) is not { } input)
        {
            return View(new LoggModell(new LoggInput()) { SokningSaknas = true });
        }

        var plats = Loggplats.Tolka(efter);
        return View(new LoggModell(input)
        {
            Nyckel = sok,
            Fortsatt = plats is not null,
            Sida = await logg.SokAsync(input.Fraga(), plats, LoggQuery.Sidstorlek, ct),
        });
    }

    [HttpPost("/csn/logg"), TillatILaslage]
    public async Task<IActionResult> Index(LoggInput input, CancellationToken ct)
    {
        ModelState.AddErrors(validator.Validate(input));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new LoggModell(input));
        }

        // Saved with the search. What was searched for is nobody's business but the searcher's; that, and on what, is the log's.
        audit.Add(Acts.LogSearched, AuditObjects.Konto, anvandare.KontoId, null, why: input.Falt());
        return Redirect($"/csn/logg?sok={await sokningar.SparaAsync(input.Text(), ct)}");
    }

    [HttpGet("/csn/logg/csv")]
    public async Task<IActionResult> Csv(string? sok, CancellationToken ct)
    {
        if (sok is null || await HamtaAsync(sok, ct) is not { } input)
        {
            TempData.Upplysning("Sökningen finns inte kvar. Sök igen, och hämta sedan filen.");
            return Redirect("/csn/logg");
        }

        List<Loggrad> rader = [];
        for (Loggplats? plats = null; rader.Count < MaxExport;)
        {
            var sida = await logg.SokAsync(input.Fraga(), plats, 1_000, ct);
            rader.AddRange(sida.Rader);
            plats = sida.Nasta;
            if (plats is null)
            {
                break;
            }
        }

        audit.Add(Acts.LogExported, AuditObjects.Konto, anvandare.KontoId, null, why: $"{rader.Count} rader. {input.Falt()}");
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"logg-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Tid", "Vem", "Händelse", "Utfall", "Skola", "Gäller", "Ändringar", "Skäl"],
            rader.Select(r => new[]
            {
                r.Tid.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                r.Vem,
                r.Text,
                LoggModell.Utfallstext(r.Utfall),
                r.Skola,
                r.Galler,
                string.Join("; ", r.Andringar),
                r.Varfor,
            }));
    }

    private async Task<LoggInput?> HamtaAsync(string nyckel, CancellationToken ct) =>
        nyckel.Length == 32 && await sokningar.HamtaAsync(nyckel, ct) is { } text && LoggInput.FranText(text) is { } input && validator.Validate(input).IsValid ? input : null;
}
