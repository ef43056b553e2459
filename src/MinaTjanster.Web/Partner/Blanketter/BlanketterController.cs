using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Blanketter;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Partner.Blanketter;

/// <summary>
/// CSN's forms to fill in on the screen and print, open to all (ADR 0043). What is typed is kept nowhere: it is posted only to be checked and summed up without scripts,
/// or to be drawn in a PDF. Whoever is signed in gets what the portal knows filled in.
/// </summary>
[UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Publikgrans)]
public sealed class BlanketterController(
    ForifyllningQuery forifyllning,
    AktuellAnvandare anvandare,
    AuditService audit,
    Pdftypsnitt typsnitt,
    Portaladress adress,
    TimeProvider klocka) : Controller
{
    [HttpGet("/blanketter"), AllowAnonymous]
    public IActionResult Index() => View(new BlankettlistaModell(anvandare.AktivSkola?.Skolform));

    /// <param name="utgava">The edition that a link or a paper names; only the newest is served.</param>
    [HttpGet("/blanketter/{slug}"), AllowAnonymous]
    public async Task<IActionResult> Blankett(string slug, string? utgava, CancellationToken ct)
    {
        if (Blankettregister.Med(slug) is not { } blankett)
            return NotFound();

        if (utgava is not null && (!Datumtolk.TryTolka(utgava, out var dag) || dag != blankett.Utgava))
            return Inaktuell(blankett, utgava);

        var skolans = await forifyllning.SkolanAsync(blankett, ct);
        return View(new BlankettModell(skolans?.Ifylld ?? Tom(blankett), skolans));
    }

    [HttpGet("/blanketter/{slug}/{utgava}"), AllowAnonymous]
    public IActionResult Utgava(string slug, string utgava) =>
        Blankettregister.Med(slug) is { } blankett && Datumtolk.TryTolka(utgava, out var dag) ? Redirect($"{blankett.Adress}?utgava={dag:yyyy-MM-dd}") : NotFound();

    /// <summary>The form without anything typed, to print and fill in by hand.</summary>
    [HttpGet("/blanketter/{slug}.pdf"), AllowAnonymous]
    public IActionResult TomPdf(string slug) => Blankettregister.Med(slug) is { } blankett ? Pdf(Tom(blankett)) : NotFound();

    /// <summary>Checks and sums up, gives more rows, or draws the PDF. Keeps nothing.</summary>
    [HttpPost("/blanketter/{slug}"), AllowAnonymous, TillatILaslage]
    public IActionResult Blankett(string slug, BlankettInput input)
    {
        if (Blankettregister.Med(slug) is not { } blankett)
            return NotFound();

        var modell = new BlankettModell(input.Som(blankett), null);
        if (input.Utgava != $"{blankett.Utgava:yyyy-MM-dd}")
        {
            ModelState.AddModelError("", $"Blanketten har kommit i en ny utgåva ({blankett.Utgava:yyyy-MM-dd}) sedan du öppnade sidan. Kontrollera uppgifterna och försök igen.");
            ModelState.Remove(nameof(input.Utgava));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(modell);
        }

        if (input.Atgard == BlankettInput.FlerRader)
            return View(modell.MedFlerRader());

        foreach (var (falt, mening) in Blankettprov.Prova(modell.Ifylld, klocka.SvenskDag()))
            ModelState.AddModelError(falt, mening);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(modell);
        }

        return input.Atgard == BlankettInput.Pdf ? Pdf(modell.Ifylld) : View(modell with { ArKontrollerad = true });
    }

    /// <summary>The forms of a report, filled in from it.</summary>
    [HttpGet("/ogiltig-franvaro/{id:long}/blanketter/{slug}"), Kraver(Rattighet.SkickaUnderlag)]
    public async Task<IActionResult> Rapport(long id, string slug, CancellationToken ct) =>
        Blankettregister.Med(slug) is { } blankett && await forifyllning.RapportAsync(blankett, id, ct) is { } rapportens
            ? await VisaAsync(rapportens, $"/ogiltig-franvaro/{id}", "Rapporten")
            : NotFound();

    /// <summary>The intyg about a student, with name and number filled in.</summary>
    [HttpGet("/studerande/{id:long}/blanketter/{slug}"), Kraver(Rattighet.RapporteraHandelser)]
    public async Task<IActionResult> Studerande(long id, string slug, CancellationToken ct) =>
        Blankettregister.Med(slug) is { } blankett && await forifyllning.StuderandeAsync(blankett, id, ct) is { } studerandens
            ? await VisaAsync(studerandens, $"/studerande/{id}", "Den studerande")
            : NotFound();

    private async Task<IActionResult> VisaAsync(Forifyllning ifylld, string tillbaka, string lank)
    {
        if (ifylld is { Skyddad: true, Visad: var (studerandeId, skolaId) })
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerandeId, skolaId);
        return View("Blankett", new BlankettModell(ifylld.Ifylld, ifylld) { Tillbaka = tillbaka, Tillbakalank = lank });
    }

    /// <summary>Gone, and where the newest is; an edition that has never been is no page.</summary>
    private IActionResult Inaktuell(Blankett blankett, string utgava)
    {
        if (!Datumtolk.TryTolka(utgava, out var dag) || !blankett.TidigareUtgavor.Contains(dag))
            return NotFound();

        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Aldre", new AldreModell(blankett, dag));
    }

    private FileContentResult Pdf(Ifylldblankett ifylld) =>
        File(Blankettpdf.Rita(ifylld, typsnitt, adress.Till(ifylld.Blankett.Adress), klocka.UtcNu()), "application/pdf", $"{ifylld.Blankett.Slug}.pdf");

    private static Ifylldblankett Tom(Blankett blankett) => new(blankett, new Dictionary<string, string?>(), []);
}
