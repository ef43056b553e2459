using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Jobs;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Filer;

/// <summary>The school's files: test one, send one, follow how it is read in, stop it.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class FilerController(
    FilQuery filer,
    FildelQuery delar,
    FiluppladdningService uppladdningar,
    FilavbrottService avbrott,
    RapporteringssidaQuery sidor,
    Uppladdning uppladdning,
    Filvackare vackare,
    AktuellAnvandare anvandare,
    AuditService audit) : Controller
{
    private const string Skicka = "skicka";

    [HttpGet("/filer")]
    public async Task<IActionResult> Index(string? sida, CancellationToken ct) => await ListaAsync(Heltal.Sida(sida), ct);

    // The body is read as it arrives: Uppladdning checks the antiforgery token and the school's mark, which stand first in it.
    [HttpPost("/filer")]
    [TarEmotFiler]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    [ActionName("Index")]
    public async Task<IActionResult> TaEmot([FromQuery] string? andamal, CancellationToken ct)
    {
        IReadOnlyList<Mottagetfiljobb>? jobb = null;
        // Only who says so sends: anything else is a test.
        var vad = andamal == Skicka ? Filandamal.Skicka : Filandamal.Testa;
        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, _, innehall) =>
        {
            var mottagen = await uppladdningar.TaEmotAsync(filnamn, vad, innehall, ct);
            if (mottagen.IsAccepted)
                jobb = mottagen.Value;
            return mottagen.Refusals;
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && jobb is null && svar.Avslag.Count == 0)
            return BadRequest();

        if (jobb is not null)
        {
            vackare.Vack();
            return TillJobb(jobb, vad);
        }

        var kod = await RedovisaAsync(svar);
        Response.StatusCode = kod;
        return await ListaAsync(1, ct);
    }

    [HttpGet("/filer/{id:long}")]
    public async Task<IActionResult> Fil(long id, string? sida, string? visa, CancellationToken ct)
    {
        if (await filer.ForAsync(id, ct) is not { } fil)
            return NotFound();

        var varningar = visa == FilModell.Varningar;
        var rader = await filer.RaderAsync(id, varningar ? Filradstillstand.Varnad : Filradstillstand.Kvar, Heltal.Sida(sida), ct);
        foreach (var skyddad in rader.Rader.Where(r => r is { ArSkyddad: true, Studerande: not null }))
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, skyddad.Studerande!.Id, fil.Jobb.SkolaId);
        return View(new FilModell(fil, rader, await delar.AndraAsync(fil.Jobb, ct), varningar, anvandare.Har(Rattighet.SeSkyddadeIdentiteter)));
    }

    /// <summary>How far it has come, for the page's script; asking does not count as activity.</summary>
    [HttpGet("/filer/{id:long}/lage"), UtanAktivitet]
    public async Task<IActionResult> Lage(long id, CancellationToken ct) =>
        await filer.ForAsync(id, ct) is { } fil
            ? Json(new Fillage(fil.Jobb.ArAvslutad, fil.Procent, FilModell.Lagestext(fil)))
            : NotFound();

    [HttpPost("/filer/{id:long}/avbryt"), FormularPaSida(1)]
    public async Task<IActionResult> Avbryt(long id, CancellationToken ct)
    {
        if (await avbrott.AvbrytAsync(id, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Inläsningen är avbruten. Det som hade lästs in finns kvar.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect($"/filer/{id}");
    }

    private RedirectResult TillJobb(IReadOnlyList<Mottagetfiljobb> jobb, Filandamal andamal)
    {
        var har = jobb.FirstOrDefault(j => j.SkolaId == anvandare.AktivSkola!.Id);
        List<string> upplysningar = [];
        if (jobb.Any(j => j.Mottagande == Filmottagande.RedanSkickat))
            upplysningar.Add(jobb.Count == 1 ? "Samma fil är redan skickad. Den läses inte in igen: här är den första." : "En del av filen är redan skickad och läses inte in igen.");
        if (jobb.Count > 1 || har is null)
        {
            var andra = jobb.Where(j => j != har).Select(j => anvandare.Skolor.First(s => s.Id == j.SkolaId).Namn);
            upplysningar.Add($"Filen har rader för {string.Join(", ", andra)}. Byt skola för att följa dem.");
        }

        if (upplysningar.Count > 0)
            TempData.Upplysning(string.Join(" ", upplysningar));
        else
            TempData.Klart(andamal == Filandamal.Testa ? "Filen testas. Inget skickas." : "Filen är mottagen och läses in.");
        return Redirect(har is null ? "/filer" : $"/filer/{har.FiljobbId}");
    }

    private async Task<int> RedovisaAsync(Uppladdningssvar svar)
    {
        foreach (var nej in svar.Avslag)
            ModelState.AddModelError(nameof(FilerModell.Filer), $"{nej.Filnamn}: {nej.Orsak.Sentence}");
        Refusal? hela = svar.Utfall switch
        {
            Uppladdningsutfall.PostForStor => new StuderandefilForStor(),
            Uppladdningsutfall.Avbruten or Uppladdningsutfall.Felaktig => new PostAvbruten(svar.Filnamn),
            _ => svar.Avslag.Count == 0 ? new IngenFilVald() : null,
        };
        if (hela is not null)
        {
            ModelState.AddRefusals([hela with { Field = nameof(FilerModell.Filer) }]);
            await audit.AddRefusalAsync(Acts.FileUploaded, AuditObjects.Skola, anvandare.AktivSkola!.Id, anvandare.AktivSkola.Id, [hela]);
        }

        return svar.Utfall == Uppladdningsutfall.PostForStor || svar.Avslag.Any(a => a.Orsak is StuderandefilForStor)
            ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest;
    }

    private async Task<IActionResult> ListaAsync(int sida, CancellationToken ct)
    {
        var skola = await sidor.SkolaAsync(ct);
        return View("Index", new FilerModell(skola.Rapporteringssatt, await filer.SidaAsync(sida, ct)));
    }
}

public sealed record IngenFilVald() : Refusal("FIL-INGEN", "Välj en fil.", "Filer");

/// <param name="Klar">Nothing more happens: the page may be loaded anew.</param>
/// <param name="Procent">0–100.</param>
public sealed record Fillage(bool Klar, int Procent, string Text);

public sealed record FilerModell(Rapporteringssatt Satt, Listsida<Fillistrad> Lista)
{
    /// <summary>The file's field, to which errors belong.</summary>
    public string? Filer => null;

    public bool FarSkicka => Satt == Rapporteringssatt.Fil;

    public static string Adress(int sida) => sida > 1 ? $"/filer?sida={sida}" : "/filer";
}

/// <param name="Andra">The file's parts at the reader's other schools.</param>
/// <param name="VisarVarningar">The rows are those with warnings that nobody has answered, else the refused ones.</param>
public sealed record FilModell(Filsida Fil, Listsida<Fillistadrad> Rader, IReadOnlyList<Fildel> Andra, bool VisarVarningar, bool FarSeSkyddade)
{
    public const string Varningar = "varningar";

    public Filjobb Jobb => Fil.Jobb;

    public bool ArTest => Jobb.Andamal == Filandamal.Testa;

    /// <summary>Rows may be corrected on the page: nothing of a test is kept to be corrected, and Ladok's are corrected there.</summary>
    public bool FarRatta => !ArTest && Jobb.ArAvslutad && Fil.Satt == Rapporteringssatt.Fil;

    public string Adress(int sida) => $"/filer/{Jobb.Id}?{(VisarVarningar ? $"visa={Varningar}&" : "")}sida={sida}#rader";

    public static string Lagestext(Filsida fil) => fil.Jobb.Status switch
    {
        Filjobbstatus.Vantar => "Filen väntar på att läsas in.",
        Filjobbstatus.Pagar => $"{fil.Procent} % är läst. {fil.Jobb.Godtagna:N0} rader är godtagna och {fil.Jobb.Nekade:N0} nekade hittills.",
        _ => Filkvittens.Statustext(fil.Jobb.Status),
    };

    public static string Farg(Filjobbstatus status, int kvar) => status switch
    {
        Filjobbstatus.Vantar or Filjobbstatus.Pagar => "info",
        Filjobbstatus.Klar => kvar > 0 ? "warning" : "success",
        _ => "danger",
    };
}
