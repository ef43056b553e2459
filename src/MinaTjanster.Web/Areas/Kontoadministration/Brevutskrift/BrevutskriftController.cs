using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Brevutskrifter;

namespace MinaTjanster.Web.Areas.Kontoadministration.Brevutskrift;

/// <summary>CSN's print queue for letters with usernames: print all new as one PDF, mark as sent, print one again.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter), Route("/csn/brev")]
public sealed class BrevutskriftController(BrevService brev, Brevinstallning installning, Pdftypsnitt typsnitt, Portaladress adress, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, int sida, string? markera, CancellationToken ct) =>
        View(new BrevModell(await brev.KoAsync(Brevflikar.Fran(flik), sida, ct), installning.DagarTillEngangslosenord, markera == "alla"));

    /// <summary>Prints what is new, marks what was chosen, or a whole print-out, as sent, or takes such a mark back.</summary>
    [HttpPost("")]
    public Task<IActionResult> Index(Brevinput input, CancellationToken ct) => input switch
    {
        { Atgard: "SkrivUt" } => SkrivUtAsync(ct),
        { Atgard: "Skickade" } when input.Valda() is { } ids => MarkeraAsync(ids, ct),
        { Atgard: "UtskriftSkickad", Nyckel: { } nyckel } => MarkeradeAsync(brev.MarkeraUtskriftAsync(nyckel, ct)),
        { Atgard: "Angra", Nyckel: { } nyckel } => AngraAsync(nyckel, ct),
        _ => Task.FromResult<IActionResult>(BadRequest()),
    };

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

    private async Task<IActionResult> SkrivUtAsync(CancellationToken ct)
    {
        if (await brev.SkrivUtNyaAsync(ct) is not { } utskrift)
        {
            TempData.Upplysning(Brevbesked.IngaNya);
            return Redirect("/csn/brev");
        }

        TempData.Klart(Brevbesked.Utskrivna(utskrift.Antal, "skriv ut den"));
        return Redirect("/csn/brev?flik=utskrivna");
    }

    private async Task<IActionResult> MarkeraAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            ModelState.AddModelError("", Brevbesked.ValjMinstEtt);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new BrevModell(await brev.KoAsync(Brevflik.Utskrivna, 1, ct), installning.DagarTillEngangslosenord, false));
        }

        return await MarkeradeAsync(brev.MarkeraSkickadeAsync(ids, ct));
    }

    private async Task<IActionResult> MarkeradeAsync(Task<int> markering)
    {
        if (await markering is > 0 and var antal)
            TempData.Klart($"{Brevbesked.Skickade(antal)} Engångslösenord mejlas {BrevModell.Nar(installning.DagarTillEngangslosenord)}.");
        else
            TempData.Upplysning(Brevbesked.IngetMarkerat);
        return Redirect("/csn/brev?flik=utskrivna");
    }

    private async Task<IActionResult> AngraAsync(string nyckel, CancellationToken ct)
    {
        if (await brev.AngraUtskriftAsync(nyckel, ct) is > 0 and var antal)
            TempData.Klart(Brevbesked.Angrade(antal));
        else
            TempData.Upplysning(Brevbesked.IngetAngrat);
        return Redirect("/csn/brev?flik=utskrivna");
    }

    private FileContentResult Pdf(IReadOnlyList<Brevuppgift> uppgifter, string filnamn) =>
        File(Brevpdf.Rita(uppgifter, typsnitt, adress, klocka.UtcNu()), "application/pdf", filnamn);
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
    public Utskriftslista Utskrifter => new("/csn/brev", [.. Ko.Utskrifter.Select(u => new Utskriftsrad(u))], Ko.Flik == Brevflik.Skickade);

    /// <summary>When the one-time password follows, for sentences.</summary>
    public static string Nar(int dagar) => dagar switch { 0 => "strax", 1 => "om 1 dag", _ => $"om {dagar} dagar" };

    /// <summary>The same, counted from the mark.</summary>
    public string Efter => Dagar switch { 0 => "strax efter", 1 => "1 dag efter", _ => $"{Dagar} dagar efter" };
}
