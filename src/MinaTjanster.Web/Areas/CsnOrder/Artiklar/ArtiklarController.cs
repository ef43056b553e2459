using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.CsnOrder.Artiklar;

/// <summary>Blankettservice's articles and their stock.</summary>
[Area("CsnOrder"), Kraver(Rattighet.SkotaCsnOrder), Route("/csn/csn-order/artiklar")]
public sealed class ArtiklarController(ArtikelQuery artiklar, ArtikelService service, HistorikQuery historik) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Artikelplats plats, CancellationToken ct) => View(new ArtiklarModell(await artiklar.MedVantandeAsync(plats.Urval(null), plats.Sidnummer, ct), plats));

    [HttpGet("ny")]
    public IActionResult Ny() => View(new ArtikelInput { Sprak = $"{Artikelsprak.Svenska}", Minst = "10" });

    [HttpPost("ny")]
    public async Task<IActionResult> Ny(ArtikelInput input, CancellationToken ct)
    {
        var svar = await service.LaggTillAsync(input.Skrivet(), ct);
        if (!svar.IsAccepted)
            return Nekad(nameof(Ny), input, svar.Refusals, StatusCodes.Status400BadRequest);

        TempData.Klart("Artikeln är tillagd. Fyll på lagret, så går den att beställa utan att restnoteras.");
        return Redirect(Adress(svar.Value.Id));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Artikel(long id, CancellationToken ct) =>
        await artiklar.HamtaAsync(id, ct) is { } rad ? View(new ArtikelModell(rad, await historik.ForAsync(AuditObjects.Materialartikel, id, ct))) : NotFound();

    [HttpGet("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await artiklar.HamtaAsync(id, ct) is not { Artikel: var artikel })
            return NotFound();

        var input = new ArtikelInput { Nu = artikel, Version = $"{artikel.Version}" };
        input.Fyll(artikel.Uppgift);
        return View(input);
    }

    [HttpPost("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, ArtikelInput input, CancellationToken ct)
    {
        if (await service.AndraAsync(id, input.Skrivet(), Formularversion.Tolka(input.Version), ct) is not { } svar)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart("Artikeln är ändrad.");
            return Redirect(Adress(id));
        }

        input.Nu = (await artiklar.HamtaAsync(id, ct))!.Artikel;
        input.ArKonflikt = svar.Refusals.Any(r => r is ArtikelnAndrad);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu.Version}";
        }

        return Nekad(nameof(Andra), input, svar.Refusals, input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    [HttpGet("{id:long}/lager")]
    public async Task<IActionResult> Lager(long id, CancellationToken ct) =>
        await artiklar.HamtaAsync(id, ct) is { } rad ? View(new LagerInput { Rad = rad, Version = $"{rad.Artikel.Version}" }) : NotFound();

    [HttpPost("{id:long}/lager")]
    public async Task<IActionResult> Lager(long id, LagerInput input, CancellationToken ct)
    {
        if (await service.JusteraAsync(id, input.Forandring, input.Skal, Formularversion.Tolka(input.Version), ct) is not { } svar)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart("Lagersaldot är ändrat. Det som har kommit in går först till beställningar som väntar.");
            return Redirect(Adress(id));
        }

        if (svar.Refusals[0] is ArtikelnAndrad)
        {
            // A second click most often: whether it is done stands in the history, and doing it again is a decision.
            TempData.Upplysning($"{svar.Refusals[0].Sentence} Se i historiken om lagersaldot redan är ändrat.");
            return Redirect(Adress(id));
        }

        input.Rad = await artiklar.HamtaAsync(id, ct);
        return Nekad(nameof(Lager), input, svar.Refusals, StatusCodes.Status400BadRequest);
    }

    [HttpGet("{id:long}/dra-in")]
    public async Task<IActionResult> DraIn(long id, CancellationToken ct)
    {
        if (await artiklar.HamtaAsync(id, ct) is not { } rad)
            return NotFound();
        return rad.Artikel.ArBestallbar ? View(rad) : Utfall(id, new ArtikelnRedanIndragen(), "");
    }

    [HttpPost("{id:long}/dra-in"), ActionName("DraIn")]
    public async Task<IActionResult> DraInNu(long id, string? version, CancellationToken ct) =>
        await service.DraInAsync(id, Formularversion.Tolka(version), ct) is { } svar ? Utfall(id, svar.IsAccepted ? null : svar.Refusals[0], "Artikeln är indragen. Skolorna kan inte beställa den.") : NotFound();

    [HttpPost("{id:long}/aterinfor"), FormularPaSida(1)]
    public async Task<IActionResult> Aterinfor(long id, string? version, CancellationToken ct) =>
        await service.AterinforAsync(id, Formularversion.Tolka(version), ct) is { } svar ? Utfall(id, svar.IsAccepted ? null : svar.Refusals[0], "Artikeln går att beställa igen.") : NotFound();

    private static string Adress(long id) => $"/csn/csn-order/artiklar/{id}";

    private RedirectResult Utfall(long id, Refusal? hinder, string klart)
    {
        if (hinder is null)
            TempData.Klart(klart);
        else
            TempData.Upplysning(hinder.Sentence);
        return Redirect(Adress(id));
    }

    private ViewResult Nekad(string vy, object input, IReadOnlyList<Refusal> hinder, int status)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = status;
        return View(vy, input);
    }
}
