using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Skoluppgifter;

/// <summary>CSN's own facts of each school: where letters go, and which contact persons answer for it.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter), Route("/csn/skolor")]
public sealed class SkoluppgifterController(SkoluppgiftQuery skolor, SkoluppgiftService service, KontaktuppgiftQuery egna, SokningService sokningar) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? sok, int sida, CancellationToken ct)
    {
        var text = sok is null ? null : await sokningar.HamtaAsync(sok, ct);
        return View(new SkollistaModell(await skolor.ListaAsync(text, sida, ct), sok) { Text = text });
    }

    /// <summary>A search, kept with the session (design decision 10).</summary>
    [HttpPost(""), TillatILaslage]
    public async Task<IActionResult> Index(SkolsokInput input, CancellationToken ct) =>
        Redirect(string.IsNullOrWhiteSpace(input.Text) ? "/csn/skolor" : $"/csn/skolor?sok={await sokningar.SparaAsync(input.Text, ct)}");

    [HttpGet("{skolaId:long}")]
    public async Task<IActionResult> Skola(long skolaId, CancellationToken ct) =>
        await skolor.ForAsync(skolaId, ct) is { } uppgifter
            ? View(new SkolaModell(uppgifter, await egna.ForAsync(skolaId, ct), await egna.HistorikAsync(skolaId, ct)) { Gatuadress = uppgifter.Skola.Gatuadress, Postnummer = SkolaModell.Skrivet(uppgifter.Skola.Postnummer) })
            : NotFound();

    [HttpPost("{skolaId:long}")]
    public async Task<IActionResult> Skola(long skolaId, SkolaInput input, CancellationToken ct)
    {
        long? kontoId = long.TryParse(input.KontoId, out var id) ? id : null;
        if (input.Atgard is not ("Adress" or "LaggTill" or "TaBort"))
            return BadRequest();

        var svar = await (input.Atgard switch
        {
            "Adress" => service.SattAdressAsync(skolaId, input.Gatuadress, input.Postnummer, input.Fore, ct),
            "LaggTill" => service.LaggTillKontaktAsync(skolaId, kontoId, ct),
            _ => service.TaBortKontaktAsync(skolaId, kontoId, ct),
        });
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart(input.Atgard switch
            {
                "Adress" => "Postadressen är sparad. Breven till skolan får den.",
                "LaggTill" => "Kontaktpersonen ansvarar nu för skolan.",
                _ => "Kontaktpersonen ansvarar inte längre för skolan.",
            });
            return Redirect($"/csn/skolor/{skolaId}");
        }

        ModelState.AddRefusals(svar.Refusals);
        ModelState.Remove(nameof(input.Fore));
        Response.StatusCode = svar.Refusals.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        var uppgifter = (await skolor.ForAsync(skolaId, ct))!;
        return View(new SkolaModell(uppgifter, await egna.ForAsync(skolaId, ct), await egna.HistorikAsync(skolaId, ct))
        {
            Gatuadress = input.Atgard == "Adress" ? input.Gatuadress : uppgifter.Skola.Gatuadress,
            Postnummer = input.Atgard == "Adress" ? input.Postnummer : SkolaModell.Skrivet(uppgifter.Skola.Postnummer),
            KontoId = input.KontoId,
        });
    }
}

public class SkolsokInput
{
    public string? Text { get; init; }
}

/// <param name="sok">The search's key in the address, or null.</param>
public sealed class SkollistaModell(Listsida<Skollistrad> lista, string? sok) : SkolsokInput
{
    public Listsida<Skollistrad> Lista => lista;

    public string Sida(int sida) => sok is null ? $"/csn/skolor?sida={sida}" : $"/csn/skolor?sok={Uri.EscapeDataString(sok)}&sida={sida}";
}

/// <summary>As typed: the address, or a contact person.</summary>
public class SkolaInput
{
    public string? Atgard { get; init; }

    public string? Gatuadress { get; init; }

    public string? Postnummer { get; init; }

    /// <summary>The address that the page showed.</summary>
    public string? Fore { get; init; }

    public string? KontoId { get; init; }
}

/// <summary>One school.</summary>
/// <param name="egna">What the school says of itself.</param>
public sealed class SkolaModell(Core.Skolor.Skoluppgifter uppgifter, Kontaktbild egna, IReadOnlyList<Historikrad> historik) : SkolaInput
{
    public Kontaktbild Egna => egna;

    /// <summary>Of the school's own facts.</summary>
    public IReadOnlyList<Historikrad> Historik => historik;

    public Core.Skolor.Skoluppgifter Uppgifter => uppgifter;

    public IEnumerable<Alternativ> Valbara => uppgifter.Ovriga.Select(k => new Alternativ($"{k.KontoId}", k.Namn));

    /// <summary>851 70.</summary>
    public static string? Skrivet(string? postnummer) => postnummer is { Length: 5 } ? $"{postnummer[..3]} {postnummer[3..]}" : postnummer;
}
