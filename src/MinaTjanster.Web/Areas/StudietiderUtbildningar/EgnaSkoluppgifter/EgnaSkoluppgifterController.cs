using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.EgnaSkoluppgifter;

/// <summary>The active school's own facts and contact persons: seen, confirmed, changed. The address of letters is shown and stays CSN's.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/skoluppgifter")]
public sealed class EgnaSkoluppgifterController(KontaktuppgiftQuery uppgifter, KontaktuppgiftService service, AktuellAnvandare anvandare) : Controller
{
    private long SkolaId => anvandare.AktivSkola!.Id;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await ModellAsync(ct));

    /// <summary>"Uppgifterna stämmer": back to the start page, which asked.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(string? version, CancellationToken ct)
    {
        var svar = await service.BekraftaAsync(Tolka(version), ct);
        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            ModelState.Remove(nameof(version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(await ModellAsync(ct));
        }

        TempData.Klart($"Tack! Skolans uppgifter är bekräftade. Vi frågar igen om {Skolinformation.GallerDagar} dagar.");
        return Redirect("/");
    }

    [HttpGet("andra")]
    public async Task<IActionResult> Andra(CancellationToken ct)
    {
        var bild = await uppgifter.ForAsync(SkolaId, ct);
        var input = new SkolfaktaInput { Nu = bild, Version = $"{bild.Version}" };
        input.Fyll(bild.Fakta);
        return View(input);
    }

    [HttpPost("andra")]
    public async Task<IActionResult> Andra(SkolfaktaInput input, CancellationToken ct)
    {
        var svar = await service.AndraAsync(input.Skrivet(), Tolka(input.Version), ct);
        if (svar.IsAccepted)
        {
            return Klart((await uppgifter.ForAsync(SkolaId, ct)).Saknas.Contains(Skolkontaktroll.Rapportering)
                ? "Uppgifterna är sparade. Lägg till en kontaktperson för rapportering, så räknas de som bekräftade."
                : "Uppgifterna är sparade, och räknas som bekräftade i dag.");
        }

        input.Nu = await uppgifter.ForAsync(SkolaId, ct);
        input.ArKonflikt = Konflikt(svar.Refusals);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu.Version}";
        }

        return Nekad(svar.Refusals, nameof(Andra), input, input.ArKonflikt);
    }

    [HttpGet("kontaktpersoner/ny")]
    public IActionResult Ny() => View(new KontaktInput());

    [HttpPost("kontaktpersoner/ny")]
    public async Task<IActionResult> Ny(KontaktInput input, CancellationToken ct)
    {
        var svar = await service.LaggTillAsync(input.Skrivet(), ct);
        return svar.IsAccepted ? Klart("Kontaktpersonen är tillagd.") : Nekad(svar.Refusals, nameof(Ny), input, false);
    }

    [HttpGet("kontaktpersoner/{id:long}")]
    public async Task<IActionResult> Kontakt(long id, CancellationToken ct)
    {
        if (await uppgifter.KontaktAsync(id, ct) is not { } person)
            return NotFound();

        var input = new KontaktInput { Nu = person, Version = $"{person.Version}" };
        input.Fyll(person);
        return View(input);
    }

    [HttpPost("kontaktpersoner/{id:long}")]
    public async Task<IActionResult> Kontakt(long id, KontaktInput input, CancellationToken ct)
    {
        var svar = await service.AndraKontaktAsync(id, input.Skrivet(), Formularversion.Tolka(input.Version), ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
            return Klart("Kontaktpersonen är ändrad.");

        input.Nu = (await uppgifter.KontaktAsync(id, ct))!;
        input.ArKonflikt = Konflikt(svar.Refusals);
        if (input.ArKonflikt)
        {
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu.Version}";
        }

        return Nekad(svar.Refusals, nameof(Kontakt), input, input.ArKonflikt);
    }

    [HttpGet("kontaktpersoner/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, CancellationToken ct) =>
        await uppgifter.KontaktAsync(id, ct) is { } person ? View(person) : NotFound();

    [HttpPost("kontaktpersoner/{id:long}/ta-bort"), ActionName("TaBort")]
    public async Task<IActionResult> TaBortNu(long id, string? version, CancellationToken ct)
    {
        var svar = await service.TaBortAsync(id, Formularversion.Tolka(version), ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
            return Klart("Kontaktpersonen är borttagen.");

        ModelState.Clear();
        return Nekad(svar.Refusals, "TaBort", await uppgifter.KontaktAsync(id, ct), true);
    }

    /// <summary>-1 stands for a school that has said nothing yet.</summary>
    private static int Tolka(string? version) => Formularversion.Tolka(version);

    private static bool Konflikt(IReadOnlyList<Refusal> hinder) => hinder.Any(h => h is SkoluppgifternaAndrade);

    private async Task<EgnaSkoluppgifterModell> ModellAsync(CancellationToken ct) => new(await uppgifter.ForAsync(SkolaId, ct), await uppgifter.HistorikAsync(SkolaId, ct));

    private RedirectResult Klart(string text)
    {
        TempData.Klart(text);
        return Redirect("/skoluppgifter");
    }

    private ViewResult Nekad(IReadOnlyList<Refusal> hinder, string vy, object? modell, bool konflikt)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(vy, modell);
    }
}
