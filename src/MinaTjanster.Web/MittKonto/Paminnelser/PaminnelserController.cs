using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.MittKonto.Paminnelser;

/// <summary>Mitt konto: how often the person is mailed about duties, and the secret link for their own calendar.</summary>
[Inloggad, UtanSkolmarke]
public sealed class PaminnelserController(AktuellAnvandare anvandare, FristvalService val, Portaladress adress) : Controller
{
    private const string Sida = "/mitt-konto/paminnelser";

    [HttpGet(Sida)]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var bild = await val.BildAsync(ct);
        return View(Fyll(new() { Takt = $"{bild.Takt}" }, bild));
    }

    [HttpPost(Sida)]
    public async Task<IActionResult> Index(PaminnelseInput input, CancellationToken ct)
    {
        if (Enum.GetValues<Sammandragstakt>().Cast<Sammandragstakt?>().FirstOrDefault(t => $"{t}" == input.Takt) is not { } takt)
        {
            ModelState.AddModelError(nameof(input.Takt), "Välj hur ofta du vill ha mejl.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(Fyll(input, await val.BildAsync(ct)));
        }

        await val.ValjAsync(takt, ct);
        TempData.Klart(takt == Sammandragstakt.Inget ? "Sparat. Du får inga mejl om sista dagar." : $"Sparat. Du får mejl: {takt.Text().ToLowerInvariant()}.");
        return Redirect(Sida);
    }

    [HttpPost(Sida + "/lank"), FormularPaSida(1)]
    public async Task<IActionResult> Lank(CancellationToken ct)
    {
        var nyckel = await val.NyLankAsync(ct);
        // Kept nowhere, so there is no page to redirect to; and no browser keeps this one.
        Response.Headers.CacheControl = "no-store";
        return View("Lank", adress.Till($"/kalenderflode/{nyckel}.ics"));
    }

    [HttpPost(Sida + "/lank/aterkalla"), FormularPaSida(2)]
    public async Task<IActionResult> Aterkalla(CancellationToken ct)
    {
        if (await val.AterkallaAsync(ct))
            TempData.Klart("Kalenderlänken är återkallad. Den går inte längre att öppna.");
        else
            TempData.Upplysning("Du har ingen kalenderlänk.");
        return Redirect(Sida);
    }

    private PaminnelseInput Fyll(PaminnelseInput input, Fristvalsbild bild)
    {
        (input.Bild, input.HarSkola, input.Epost) = (bild, anvandare.Skolor.Count > 0, anvandare.Session.Epost);
        return input;
    }
}

/// <summary>The page, and its form.</summary>
public sealed class PaminnelseInput
{
    public static IEnumerable<Alternativ> Takter { get; } = Enum.GetValues<Sammandragstakt>().Select(t => new Alternativ($"{t}", t.Text()));

    public string? Takt { get; set; }

    [BindNever, ValidateNever]
    public Fristvalsbild Bild { get; set; } = null!;

    /// <summary>The person holds something at a school; others have no duties here.</summary>
    [BindNever, ValidateNever]
    public bool HarSkola { get; set; }

    [BindNever, ValidateNever]
    public string? Epost { get; set; }
}
