using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Rapporteringsomgangar;

/// <summary>CSN's rounds of studietider: set up, changed, called off; which schools have reported, and a reminder to the others.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.SkotaRapporteringsomgangar), Route("/csn/rapporteringsomgangar")]
public sealed class RapporteringsomgangarController(OmgangQuery omgangar, OmgangService service, HistorikQuery historik, AuditService audit, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new OmgangslistaModell(await omgangar.AllaAsync(ct), klocka.SvenskDag()));

    [HttpGet("ny")]
    public IActionResult Ny() => View(new OmgangInput { Lasar = Lasar.For(klocka.SvenskDag()).Nasta.ToString() });

    [HttpPost("ny")]
    public async Task<IActionResult> Ny(OmgangInput input, CancellationToken ct)
    {
        var svar = await service.LaggTillAsync(input.Skrivet(), ct);
        if (!svar.IsAccepted)
            return Nekad(svar.Refusals, nameof(Ny), input);

        TempData.Klart("Omgången är tillagd.");
        return Redirect($"/csn/rapporteringsomgangar/{svar.Value.Id}");
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Omgang(long id, Omgangsplats plats, CancellationToken ct)
    {
        if (await omgangar.ForAsync(id, ct) is not { } omgang)
            return NotFound();

        return View(new OmgangModell(
            omgang,
            await omgangar.SkolorAsync(omgang, plats.Urval(), plats.Sidnummer, ct),
            await omgangar.AntalAsync(omgang, ct),
            plats,
            await historik.ForAsync(AuditObjects.Rapporteringsomgang, id, ct),
            klocka.SvenskDag())
        {
            ForTidigt = PaminnelseService.ArForTidigt(klocka),
        });
    }

    [HttpGet("{id:long}/csv")]
    public async Task<IActionResult> Csv(long id, Omgangsplats plats, CancellationToken ct)
    {
        if (await omgangar.ForAsync(id, ct) is not { } omgang)
            return NotFound();

        var rader = await omgangar.AllaSkolorAsync(omgang, plats.Urval(), ct);
        audit.Add(Acts.RoundListExported, AuditObjects.Rapporteringsomgang, id, null);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"rapporteringsomgang-{omgang.Lasaret.ToString().Replace('/', '-')}-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Skola", "Skolkod", "Ort", "Skolform", "Läge", "Inskickat", "Senast påmind", "Mottagare"],
            rader.Select(r => new[]
            {
                r.Namn, r.Skolkod, r.Ort, r.Skolform.Text(), r.Lage.Text(), Tid(r.Inskickad), Tid(r.Pamind), r.Pamind is null ? null : $"{r.Mottagare}",
            }));
    }

    [HttpGet("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await omgangar.ForAsync(id, ct) is not { } omgang)
            return NotFound();
        if (omgang.Status == Omgangsstatus.Installd)
            return Tillbaka(id, new OmgangenInstalld());

        var input = new OmgangInput { Nu = omgang, Version = $"{omgang.Version}" };
        input.Fyll(omgang.Uppgift);
        return View(input);
    }

    [HttpPost("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, OmgangInput input, CancellationToken ct)
    {
        var svar = await service.AndraAsync(id, input.Skrivet(), Formularversion.Tolka(input.Version), ct);
        if (svar is null)
            return NotFound();
        if (svar.Refusals.OfType<OmgangenInstalld>().FirstOrDefault() is { } installd)
            return Tillbaka(id, installd);
        if (svar.IsAccepted)
        {
            TempData.Klart("Omgången är ändrad.");
            return Redirect($"/csn/rapporteringsomgangar/{id}");
        }

        input.Nu = await omgangar.ForAsync(id, ct);
        input.ArKonflikt = svar.Refusals.Any(r => r is OmgangenAndrad);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu!.Version}";
        }

        return Nekad(svar.Refusals, nameof(Andra), input);
    }

    [HttpPost("{id:long}/paminn"), FormularPaSida(1)]
    public async Task<IActionResult> Paminn(long id, string? version, CancellationToken ct) =>
        Utfall(await service.PaminnAsync(id, Formularversion.Tolka(version), ct), id, $"Påminnelsen går ut {OmgangModell.Nar(PaminnelseService.ArForTidigt(klocka))} till skolorna som inte har rapporterat.");

    [HttpGet("{id:long}/stall-in")]
    public async Task<IActionResult> StallIn(long id, CancellationToken ct) =>
        await omgangar.ForAsync(id, ct) is not { } omgang ? NotFound()
        : omgang.Status == Omgangsstatus.Installd ? Tillbaka(id, new OmgangenInstalld())
        : View(omgang);

    [HttpPost("{id:long}/stall-in"), ActionName("StallIn")]
    public async Task<IActionResult> StallInNu(long id, string? version, CancellationToken ct) =>
        Utfall(await service.StallInAsync(id, Formularversion.Tolka(version), ct), id, "Omgången är inställd. Ingen skola blir påmind mer.");

    private static string? Tid(DateTime? utc) => utc?.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm");

    private IActionResult Utfall(Result<Rapporteringsomgang>? svar, long id, string klart)
    {
        if (svar is null)
            return NotFound();
        if (!svar.IsAccepted)
            return Tillbaka(id, svar.Refusals[0]);

        TempData.Klart(klart);
        return Redirect($"/csn/rapporteringsomgangar/{id}");
    }

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/csn/rapporteringsomgangar/{id}");
    }

    private ViewResult Nekad(IReadOnlyList<Refusal> hinder, string vy, OmgangInput input)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(vy, input);
    }
}
