using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Brevutskrifter;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Granskning.Brevko;

/// <summary>CSN's print queue for letters to students and whoever has custody: print all new as one PDF, with the underlag and what the printer looks addresses up by in files beside it; mark as sent; print one again.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/brev")]
public sealed class BrevkoController(
    BeslutsbrevService brev, DokumentService dokument, Pdftypsnitt typsnitt, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, int sida, string? markera, CancellationToken ct) =>
        View(new BrevkoModell(await brev.KoAsync(Brevkoflikar.Fran(flik, FarSeSkyddade), sida, ct), FarSeSkyddade, markera == "alla"));

    /// <summary>Prints what is new, marks what was chosen, or a whole print-out, as sent, or takes such a mark back.</summary>
    [HttpPost("")]
    public Task<IActionResult> Index(Brevinput input, CancellationToken ct) => input switch
    {
        { Atgard: "SkrivUt" } => SkrivUtAsync(skyddade: false, ct),
        { Atgard: "SkrivUtSkyddade" } when FarSeSkyddade => SkrivUtAsync(skyddade: true, ct),
        { Atgard: "Skickade" } when input.Valda() is { } ids => MarkeraAsync(ids, ct),
        { Atgard: "UtskriftSkickad", Nyckel: { } nyckel } => MarkeradeAsync(brev.MarkeraUtskriftAsync(nyckel, ct)),
        { Atgard: "Angra", Nyckel: { } nyckel } => AngraAsync(nyckel, ct),
        _ => Task.FromResult<IActionResult>(BadRequest()),
    };

    /// <summary>All letters of a print-out; the same as often as it is fetched.</summary>
    [HttpGet("utskrifter/{nyckel:length(32)}")]
    public async Task<IActionResult> Utskrift(string nyckel, CancellationToken ct) =>
        await brev.UtskriftAsync(nyckel, ct) is { Count: > 0 } breven
            ? Pdf(breven, $"brev-{breven[0].Dag:yyyy-MM-dd}-{breven.Count}.pdf")
            : NotFound();

    /// <summary>The files that go with the letters of a print-out, byte for byte, named so that they sort as the letters do.</summary>
    [HttpGet("utskrifter/{nyckel:length(32)}/bilagor")]
    public async Task<IActionResult> Bilagor(string nyckel, CancellationToken ct)
    {
        if (await brev.MedBilagorAsync(nyckel, ct) is not { Count: > 0 } breven)
        {
            return NotFound();
        }

        // On disk, and gone when it has been sent: many letters' files are more than memory should hold.
        var fil = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        Response.RegisterForDisposeAsync(fil);
        await using (var zip = await ZipArchive.CreateAsync(fil, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            foreach (var (nummer, ett) in breven)
            {
                foreach (var (bilaga, en) in ett.Bilagor.Index())
                {
                    await PackaAsync(zip, $"{nummer:000}-{ett.Filnamn}-bilaga-{bilaga + 1}", en.DokumentId, ct);
                }
            }
        }

        fil.Position = 0;
        Response.Headers.CacheControl = "private, no-store";
        return File(fil, "application/zip", $"bilagor-{breven[0].Brev.Dag:yyyy-MM-dd}.zip");
    }

    /// <summary>What whoever prints needs to set the address of each letter of a print-out (ADR 0057).</summary>
    [HttpGet("utskrifter/{nyckel:length(32)}/adressfil")]
    public async Task<IActionResult> Adressfil(string nyckel, CancellationToken ct)
    {
        if (await brev.AllaIUtskriftAsync(nyckel, ct) is not { Count: > 0 } breven)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return new CsvSvar($"adressfil-{breven[0].Dag:yyyy-MM-dd}-{breven.Count}.csv", Brevadressfil.Rubriker, Brevadressfil.Rader(breven, Beslutsbrevspdf.Sidantal(breven, typsnitt), FarSeSkyddade));
    }

    /// <summary>One letter, to read.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Ett(long id, CancellationToken ct) =>
        await brev.EttAsync(id, ct) is { } ett ? Pdf([ett], $"{ett.Filnamn}.pdf") : NotFound();

    /// <summary>Prints a letter once more: noted, and then the same PDF as for whoever reads it.</summary>
    [HttpPost("{id:long}"), FormularPaSida(1)]
    public async Task<IActionResult> SkrivUtIgen(long id, CancellationToken ct) =>
        await brev.SkrivUtIgenAsync(id, ct) ? Redirect($"/granskning/brev/{id}") : NotFound();

    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    private async Task<IActionResult> SkrivUtAsync(bool skyddade, CancellationToken ct)
    {
        var tagna = await brev.SkrivUtNyaAsync(skyddade, ct);
        if (tagna == 0)
        {
            TempData.Upplysning(Brevbesked.IngaNya);
            return Redirect(skyddade ? "/granskning/brev?flik=skyddade" : "/granskning/brev");
        }

        TempData.Klart(Brevbesked.Utskrivna(tagna, skyddade ? "skriv ut den med bilagorna" : "skriv ut den med adresser och bilagor"));
        return Redirect("/granskning/brev?flik=utskrivna");
    }

    private async Task<IActionResult> MarkeraAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            ModelState.AddModelError("", Brevbesked.ValjMinstEtt);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new BrevkoModell(await brev.KoAsync(Beslutsbrevflik.Utskrivna, 1, ct), FarSeSkyddade, false));
        }

        return await MarkeradeAsync(brev.MarkeraSkickadeAsync(ids, ct));
    }

    private async Task<IActionResult> MarkeradeAsync(Task<int> markering)
    {
        if (await markering is > 0 and var antal)
        {
            TempData.Klart(Brevbesked.Skickade(antal));
        }
        else
        {
            TempData.Upplysning(Brevbesked.IngetMarkerat);
        }

        return Redirect("/granskning/brev?flik=utskrivna");
    }

    private async Task<IActionResult> AngraAsync(string nyckel, CancellationToken ct)
    {
        if (await brev.AngraUtskriftAsync(nyckel, ct) is > 0 and var antal)
        {
            TempData.Klart(Brevbesked.Angrade(antal));
        }
        else
        {
            TempData.Upplysning(Brevbesked.IngetAngrat);
        }

        return Redirect("/granskning/brev?flik=utskrivna");
    }

    private async Task PackaAsync(ZipArchive zip, string namn, long dokumentId, CancellationToken ct)
    {
        if (await brev.BilagaAsync(dokumentId, ct) is not { } fil)
        {
            return;
        }

        var post = zip.CreateEntry($"{namn}.{(fil.Typ switch { Dokumenttyp.Jpeg => "jpg", Dokumenttyp.Png => "png", _ => "pdf" })}", CompressionLevel.NoCompression);
        await using var till = await post.OpenAsync(ct);
        await using var fran = await dokument.OppnaAsync(fil, ct);
        await fran.CopyToAsync(till, ct);
    }

    private FileContentResult Pdf(IReadOnlyList<Beslutsbrev> breven, string filnamn)
    {
        Response.Headers.CacheControl = "private, no-store";
        return File(Beslutsbrevspdf.Rita(breven, typsnitt, klocka.UtcNu()), "application/pdf", filnamn);
    }
}

/// <summary>The tabs as addresses name them.</summary>
public static class Brevkoflikar
{
    private static readonly (Beslutsbrevflik Flik, string Namn, string Text)[] Alla =
    [
        (Beslutsbrevflik.Nya, "nya", "Nya"),
        (Beslutsbrevflik.NyaSkyddade, "skyddade", "Nya, skyddade"),
        (Beslutsbrevflik.Utskrivna, "utskrivna", "Utskrivna, inte skickade"),
        (Beslutsbrevflik.Skickade, "skickade", "Skickade"),
    ];

    public static IEnumerable<(Beslutsbrevflik Flik, string Namn, string Text)> For(bool farSeSkyddade) =>
        Alla.Where(f => farSeSkyddade || f.Flik != Beslutsbrevflik.NyaSkyddade);

    public static Beslutsbrevflik Fran(string? namn, bool farSeSkyddade) => For(farSeSkyddade).FirstOrDefault(f => f.Namn == namn, Alla[0]).Flik;

    public static string Namn(this Beslutsbrevflik flik) => Alla.Single(f => f.Flik == flik).Namn;
}

/// <param name="Markerade">All letters of the page begin ticked: asked for by a link, so that it works without JavaScript.</param>
public sealed record BrevkoModell(Beslutsbrevko Ko, bool FarSeSkyddade, bool Markerade)
{
    public Utskriftslista Utskrifter =>
        new("/granskning/brev", [.. Ko.Utskrifter.Select(u => new Utskriftsrad(u.Utskrift, u.MedBilagor, u.Skyddade, Adressfil: u.Oskyddade))], Ko.Flik == Beslutsbrevflik.Skickade);

    /// <summary>What the letter is, in a word or two.</summary>
    public static string Text(Skolkbeslutsslag slag) => slag switch
    {
        Skolkbeslutsslag.Stopp => "Interimistiskt beslut",
        Skolkbeslutsslag.Kommunicering => "Fråga före beslut",
        Skolkbeslutsslag.Utfall => "Beslut om utfall",
        Skolkbeslutsslag.Aterupptagande => "Utbetalningen återupptas",
        _ => "Stoppet upphävt",
    };
}
