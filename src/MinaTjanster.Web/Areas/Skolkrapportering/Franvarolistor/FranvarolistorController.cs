using System.Text;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Franvarolistor;

/// <summary>The Frånvarocoach's first page: takes in absence lists by upload or paste, and lets go of them. Nothing is reported here.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class FranvarolistorController(
    FranvarolistaService service, FranvarolistaQuery listor, Uppladdning uppladdning, Franvarocoachinstallning installning, AktuellAnvandare anvandare, AuditService audit) : Controller
{
    private const string Inklistrad = "Inklistrad lista";

    [HttpGet("/franvarocoach")]
    public async Task<IActionResult> Index(CancellationToken ct) => await SidaAsync(null, ct);

    // The body is read as it arrives: Uppladdning checks the antiforgery token and the school's mark, which stand first in it.
    [HttpPost("/franvarocoach")]
    [TarEmotFiler]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    public async Task<IActionResult> LaddaUpp(CancellationToken ct)
    {
        Mottagenlista? lista = null;
        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, _, innehall) =>
        {
            var mottagen = await service.TaEmotAsync(filnamn, innehall, ct);
            if (mottagen.IsAccepted)
                lista = mottagen.Value;
            return mottagen.Refusals;
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && lista is null && svar.Avslag.Count == 0)
            return BadRequest();
        if (lista is not null)
            return Vidare(lista);

        var plats = new Redovisningsplats(nameof(FranvarolistorModell.Filer), Acts.AbsenceListAdded, AuditObjects.Skola, anvandare.AktivSkola!.Id, anvandare.AktivSkola.Id, new FranvarolistaIngenFil());
        var kod = await svar.RedovisaAsync(ModelState, audit, plats, ct);
        Response.StatusCode = svar.Avslag.Any(a => a.Orsak is FranvarolistaForStor) ? StatusCodes.Status413PayloadTooLarge : kod;
        return await SidaAsync(null, ct);
    }

    [HttpPost("/franvarocoach/klistra-in"), FormularPaSida(1)]
    public async Task<IActionResult> KlistraIn([FromForm] string? rader, CancellationToken ct)
    {
        Refusal? brist = string.IsNullOrWhiteSpace(rader) ? new FranvarolistaInklistratTomt() : rader.Length > Franvarolista.MaxInklistrat ? new FranvarolistaInklistratForMycket() : null;
        if (brist is null)
        {
            using var innehall = new MemoryStream(Encoding.UTF8.GetBytes(rader!.Trim('\r', '\n')));
            var mottagen = await service.TaEmotAsync(Inklistrad, innehall, ct);
            if (mottagen.IsAccepted)
                return Vidare(mottagen.Value);
            brist = mottagen.Refusals[0];
        }

        ModelState.AddRefusals([brist with { Field = nameof(FranvarolistorModell.Rader) }]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await SidaAsync(rader, ct);
    }

    [HttpPost("/franvarocoach/{id:long}/ta-bort"), FormularPaSida(2)]
    public async Task<IActionResult> TaBort(long id, CancellationToken ct)
    {
        if (!await service.TaBortAsync(id, ct))
            return NotFound();

        TempData.Klart("Listan är borttagen. Rapporter och underlag som kom ur den finns kvar.");
        return Redirect("/franvarocoach");
    }

    private RedirectResult Vidare(Mottagenlista lista) => Redirect($"/franvarocoach/{lista.Id}{(lista.HarMappning ? "" : "/kolumner")}");

    private async Task<ViewResult> SidaAsync(string? rader, CancellationToken ct) =>
        View("Index", new FranvarolistorModell(await listor.ListorAsync(ct), anvandare.AktivSkola!.HarSkolk, installning.ListaDagar) { Rader = rader });
}

/// <param name="HarSkolk">Whether the school reports ogiltig frånvaro at all.</param>
/// <param name="ListaDagar">Days that a list is kept.</param>
public sealed record FranvarolistorModell(IReadOnlyList<Listrubrik> Listor, bool HarSkolk, int ListaDagar)
{
    /// <summary>The file's field, to which errors belong.</summary>
    public string? Filer => null;

    /// <summary>What is pasted.</summary>
    public string? Rader { get; init; }
}
