using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Brevutskrift;

/// <summary>CSN's print queue for letters with usernames: print all new as one PDF, mark as sent, print one again.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter), Route("/csn/brev")]
public sealed class BrevutskriftController(BrevService brev, Brevinstallning installning, Pdftypsnitt typsnitt, Portaladress adress, TimeProvider klocka) : Controller
{
    private const int MaxAtGangen = 500;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, int sida, string? markera, CancellationToken ct) =>
        View(new BrevModell(await brev.KoAsync(Brevflikar.Fran(flik), sida, ct), installning.DagarTillEngangslosenord, markera == "alla"));

    /// <summary>Prints what is new, or marks what was chosen as sent.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(BrevInput input, CancellationToken ct)
    {
        if (input.Atgard == "SkrivUt")
        {
            if (await brev.SkrivUtNyaAsync(ct) is not { } utskrift)
            {
                TempData.Upplysning("Det finns inga nya brev att skriva ut.");
                return Redirect("/csn/brev");
            }

            TempData.Klart($"{(utskrift.Antal == 1 ? "1 brev är klart" : $"{utskrift.Antal} brev är klara")} att skriva ut. Öppna PDF:en, skriv ut den och markera sedan breven som skickade.");
            return Redirect("/csn/brev?flik=utskrivna");
        }

        var ids = (input.Brev ?? []).Select(b => long.TryParse(b, out var id) ? id : 0).Where(id => id > 0).Distinct().ToList();
        if (input.Atgard != "Skickade" || ids.Count > MaxAtGangen)
            return BadRequest();

        if (ids.Count == 0)
        {
            ModelState.AddModelError("", "Välj minst ett brev att markera som skickat.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new BrevModell(await brev.KoAsync(Brevflik.Utskrivna, 1, ct), installning.DagarTillEngangslosenord, false));
        }

        var antal = await brev.MarkeraSkickadeAsync(ids, ct);
        if (antal == 0)
            TempData.Upplysning("Breven var redan markerade som skickade.");
        else
            TempData.Klart($"{(antal == 1 ? "1 brev är markerat som skickat" : $"{antal} brev är markerade som skickade")}. Engångslösenord mejlas {BrevModell.Nar(installning.DagarTillEngangslosenord)}.");
        return Redirect("/csn/brev?flik=utskrivna");
    }

    /// <summary>A whole print-out; the same as often as it is fetched.</summary>
    [HttpGet("utskrifter/{nyckel:length(32)}")]
    public async Task<IActionResult> Utskrift(string nyckel, CancellationToken ct) =>
        await brev.UtskriftAsync(nyckel, ct) is { Count: > 0 } uppgifter
            ? Pdf(uppgifter, $"brev-{uppgifter[0].Dag:yyyy-MM-dd}-{uppgifter.Count}.pdf")
            : NotFound();

    /// <summary>One letter once more.</summary>
    [HttpGet("{id:long}/igen")]
    public async Task<IActionResult> Igen(long id, CancellationToken ct) =>
        await brev.SkrivUtIgenAsync(id, ct) is { } uppgift ? Pdf([uppgift], $"brev-{uppgift.Anvandarnamn}.pdf") : NotFound();

    private FileContentResult Pdf(IReadOnlyList<Brevuppgift> uppgifter, string filnamn) =>
        File(Brevpdf.Rita(uppgifter, typsnitt, adress, klocka.UtcNu()), "application/pdf", filnamn);
}

/// <summary>The pressed button, and the letters that were ticked.</summary>
public sealed class BrevInput
{
    public string? Atgard { get; init; }

    public string[]? Brev { get; init; }
}

/// <summary>The tabs as addresses name them.</summary>
public static class Brevflikar
{
    public static IReadOnlyList<(Brevflik Flik, string Namn, string Text)> Alla { get; } =
        [(Brevflik.Nya, "nya", "Nya"), (Brevflik.Utskrivna, "utskrivna", "Utskrivna, inte skickade"), (Brevflik.Skickade, "skickade", "Skickade")];

    public static Brevflik Fran(string? namn) => Alla.FirstOrDefault(f => f.Namn == namn, Alla[0]).Flik;

    public static string Namn(this Brevflik flik) => Alla.Single(f => f.Flik == flik).Namn;
}

/// <param name="Markerade">All letters of the page begin ticked: asked for by a link, so that it works without JavaScript.</param>
public sealed record BrevModell(Brevko Ko, int Dagar, bool Markerade)
{
    /// <summary>When the one-time password follows, for sentences.</summary>
    public static string Nar(int dagar) => dagar switch { 0 => "strax", 1 => "om 1 dag", _ => $"om {dagar} dagar" };

    /// <summary>The same, counted from the mark.</summary>
    public string Efter => Dagar switch { 0 => "strax efter", 1 => "1 dag efter", _ => $"{Dagar} dagar efter" };
}
