using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Granskning.Arendeko;

/// <summary>The queue of cases, of all schools.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class ArendekoController(ArendeQuery arenden, ArendeService service, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("/granskning")]
    public Task<IActionResult> Index(string? flik, string? sortering, string? riktning, int sida, string? visa, CancellationToken ct) =>
        ListaAsync(Koplats.Fran(flik, sortering, riktning, sida, visa), ct);

    /// <summary>The lane of protected students. It has no file: what leaves the portal is masked for good.</summary>
    [HttpGet("/granskning/skyddade"), Kraver(Rattighet.SeSkyddadeIdentiteter)]
    public Task<IActionResult> Skyddade(string? flik, string? sortering, string? riktning, int sida, string? visa, CancellationToken ct) =>
        ListaAsync(Koplats.Fran(flik, sortering, riktning, sida, visa).ILane(Personskydd.Skyddad), ct);

    /// <summary><em>Nästa ärende</em>: takes the first one by the list's own order and filter.</summary>
    [HttpPost("/granskning")]
    public Task<IActionResult> Index(string? ko, CancellationToken ct) => TaNastaAsync(Koplats.FranKo(ko).ILane(Personskydd.Inget), ct);

    [HttpPost("/granskning/skyddade"), Kraver(Rattighet.SeSkyddadeIdentiteter)]
    public Task<IActionResult> Skyddade(string? ko, CancellationToken ct) => TaNastaAsync(Koplats.FranKo(ko).ILane(Personskydd.Skyddad), ct);

    private async Task<IActionResult> ListaAsync(Koplats plats, CancellationToken ct)
    {
        var ko = await arenden.SidaAsync(plats.Fraga, ct);
        return View("Index", new ArendekoModell(new Koplats(ko.Fraga), ko, klocka.SvenskDag()));
    }

    private async Task<IActionResult> TaNastaAsync(Koplats plats, CancellationToken ct)
    {
        var svar = await service.TaNastaAsync(() => arenden.NastaAsync(plats.Fraga, ct), ct);
        if (!svar.IsAccepted)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect(plats.Adress);
        }

        TempData.Klart("Du har tagit ärendet.");
        return Redirect(plats.Arende(svar.Value.ArendeId));
    }

    [HttpGet("/granskning/arenden.csv")]
    public async Task<IActionResult> Csv(string? flik, string? sortering, string? riktning, string? visa, CancellationToken ct)
    {
        var plats = Koplats.Fran(flik, sortering, riktning, 1, visa);
        var rader = new List<string?[]>();
        await foreach (var rad in arenden.AllaAsync(plats.Fraga, ct))
        {
            rader.Add(
            [
                rad.Kvittensnummer,
                rad.Student,
                rad.Skola,
                rad.Skolkod,
                rad.ForstaDag.ToString("yyyy-MM-dd"),
                rad.SistaDag?.ToString("yyyy-MM-dd"),
                rad.Rapportdag.ToString("yyyy-MM-dd"),
                rad.Inkom?.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm"),
                rad.Fullstandighet,
                rad.NastaUtbetalning.ToString("yyyy-MM-dd"),
                $"{rad.Riskbelopp}",
                rad.Handlaggare,
                rad.Status.Text(),
            ]);
        }

        audit.Add(Acts.CaseListExported, AuditObjects.Konto, anvandare.KontoId, null, plats.Fliktext);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"arenden-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Ärende", "Studerande", "Skola", "Skolkod", "Första skolkdag", "Sista skolkdag", "Rapporterad", "Underlag kom in", "Kontroll", "Nästa utbetalning", "Uppskattat belopp", "Handläggare", "Status"],
            rader);
    }
}

/// <summary>One page of the queue.</summary>
public sealed record ArendekoModell(Koplats Plats, Kosida Ko, DateOnly Idag)
{
    /// <summary>aria-sort of a column.</summary>
    public string Sortering(Kosortering kolumn) =>
        Plats.Fraga.Sortering != kolumn ? "none" : Plats.Fraga.Riktning == Koriktning.Fallande ? "descending" : "ascending";
}
