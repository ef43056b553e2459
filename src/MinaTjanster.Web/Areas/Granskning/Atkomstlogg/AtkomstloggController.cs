using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Atkomstlogg;

/// <summary>
/// Who has seen a protected student, to hand to her. The number is posted and lies with the session (design decision 10). Asking is an act in the log,
/// and what is shown is a view of her like any other.
/// </summary>
[Area("Granskning"), Kraver(Rattighet.LamnaUtAtkomstlogg)]
public sealed class AtkomstloggController(
    AtkomstloggQuery logg,
    SokningService sokningar,
    IValidator<AtkomstInput> validator,
    AktuellAnvandare anvandare,
    AuditService audit,
    Pdftypsnitt typsnitt,
    TimeProvider klocka) : Controller
{
    public const string Adress = "/csn/skyddade/atkomstlogg";

    [HttpGet(Adress)]
    public async Task<IActionResult> Index(string? sok, string? sida, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(sok))
            return View(new AtkomstModell(AtkomstInput.Ny(klocka.SvenskDag())));

        return await HamtaAsync(sok, ct) is { } input && await logg.ForAsync(input.Fraga(klocka.SvenskDag()), Heltal.Sida(sida), ct) is { } utdrag
            ? View(new AtkomstModell(input) { Nyckel = sok, Utdrag = utdrag })
            : View(new AtkomstModell(AtkomstInput.Ny(klocka.SvenskDag())) { SokningSaknas = true });
    }

    [HttpPost(Adress), TillatILaslage]
    public async Task<IActionResult> Index(AtkomstInput input, CancellationToken ct)
    {
        ModelState.AddErrors(validator.Validate(input));
        if (ModelState.IsValid)
        {
            var rader = await logg.FinnAsync(input.Fraga(klocka.SvenskDag()).Personnummer, ct);
            foreach (var (id, skolaId) in rader)
                audit.Add(Acts.AccessLogSearched, AuditObjects.Studerande, id, skolaId);
            if (rader.Count > 0)
                return Redirect($"{Adress}?sok={await sokningar.SparaAsync(input.Text(), ct)}");

            audit.Add(Acts.AccessLogSearched, AuditObjects.Konto, anvandare.KontoId, null, why: "Ingen träff");
            await audit.SparaAsync(ct);
            ModelState.AddModelError(nameof(AtkomstInput.Personnummer), "Ingen person med skyddade personuppgifter har det här personnumret. Kontrollera numret.");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new AtkomstModell(input));
    }

    [HttpGet($"{Adress}/pdf")]
    public async Task<IActionResult> Pdf(string? sok, CancellationToken ct)
    {
        if (sok is null || await HamtaAsync(sok, ct) is not { } input || await logg.ForAsync(input.Fraga(klocka.SvenskDag()), null, ct) is not { } utdrag)
        {
            TempData.Upplysning("Sökningen finns inte kvar. Sök igen, och hämta sedan loggen.");
            return Redirect(Adress);
        }

        foreach (var (id, skolaId) in await logg.FinnAsync(utdrag.Fraga.Personnummer, ct))
            audit.Add(Acts.AccessLogMade, AuditObjects.Studerande, id, skolaId, changes: $"Visningar: {utdrag.Rader.Count}");
        await audit.SparaAsync(ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(Atkomstpdf.Rita(utdrag, typsnitt, klocka.UtcNu()), "application/pdf", Atkomstpdf.Filnamn(klocka.SvenskDag()));
    }

    private async Task<AtkomstInput?> HamtaAsync(string nyckel, CancellationToken ct) =>
        nyckel.Length == 32 && await sokningar.HamtaAsync(nyckel, ct) is { } text && AtkomstInput.FranText(text) is { } input && validator.Validate(input).IsValid ? input : null;
}
