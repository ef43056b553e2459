using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Granskning.Arendeko;

/// <summary>The queue of cases, of all schools.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class ArendekoController(ArendeQuery arenden, ArendeService service, SokningService sokningar, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("/granskning")]
    public Task<IActionResult> Index(string? flik, string? sortering, string? riktning, int sida, string? visa, string? sok, CancellationToken ct) =>
        ListaAsync(Koplats.Fran(flik, sortering, riktning, sida, visa, sok), ct);

    /// <summary>The lane of protected students. It has no file: what leaves the portal is masked for good.</summary>
    [HttpGet("/granskning/skyddade"), Kraver(Rattighet.SeSkyddadeIdentiteter)]
    public Task<IActionResult> Skyddade(string? flik, string? sortering, string? riktning, int sida, string? visa, string? sok, CancellationToken ct) =>
        ListaAsync(Koplats.Fran(flik, sortering, riktning, sida, visa, sok).ILane(Personskydd.Skyddad), ct);

    /// <summary><em>Nästa ärende</em>: takes the first one by the list's own order, filter and search.</summary>
    [HttpPost("/granskning")]
    public Task<IActionResult> Index(string? ko, CancellationToken ct) => TaNastaAsync(Koplats.FranKo(ko).ILane(Personskydd.Inget), ct);

    [HttpPost("/granskning/skyddade"), Kraver(Rattighet.SeSkyddadeIdentiteter)]
    public Task<IActionResult> Skyddade(string? ko, CancellationToken ct) => TaNastaAsync(Koplats.FranKo(ko).ILane(Personskydd.Skyddad), ct);

    /// <summary>A search is a post that redirects: no name or personnummer stands in an address (design decision 10). The tab, order and filter stay.</summary>
    [HttpPost("/granskning/sok"), FormularPaSida(1), TillatILaslage]
    public Task<IActionResult> Sok(string? text, string? ko, CancellationToken ct) => SokAsync(text, Koplats.FranKo(ko).ILane(Personskydd.Inget), ct);

    [HttpPost("/granskning/skyddade/sok"), Kraver(Rattighet.SeSkyddadeIdentiteter), FormularPaSida(1), TillatILaslage]
    public Task<IActionResult> SokSkyddade(string? text, string? ko, CancellationToken ct) => SokAsync(text, Koplats.FranKo(ko).ILane(Personskydd.Skyddad), ct);

    private async Task<IActionResult> SokAsync(string? text, Koplats plats, CancellationToken ct) =>
        Redirect(plats.Sokt(string.IsNullOrWhiteSpace(text) ? null : await sokningar.SparaAsync(text, ct)).Adress);

    private async Task<IActionResult> ListaAsync(Koplats plats, CancellationToken ct)
    {
        var sokt = await MedTextAsync(plats, ct);
        var ko = await arenden.SidaAsync(sokt.Fraga, ct);
        return View("Index", new ArendekoModell(new Koplats(ko.Fraga), ko, klocka.SvenskDag()) { SokningSaknas = Saknas(plats, sokt) });
    }

    private async Task<IActionResult> TaNastaAsync(Koplats plats, CancellationToken ct)
    {
        var sokt = await MedTextAsync(plats, ct);
        if (Saknas(plats, sokt))
            return Redirect(plats.Adress);

        var svar = await service.TaNastaAsync(() => arenden.NastaAsync(sokt.Fraga, ct), ct);
        if (!svar.IsAccepted)
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
            return Redirect(plats.Adress);
        }

        TempData.Klart("Du har tagit ärendet.");
        return Redirect(plats.Arende(svar.Value.ArendeId));
    }

    /// <summary>With what the search's key stands for in this session; without the search when it stands for nothing there.</summary>
    private async Task<Koplats> MedTextAsync(Koplats plats, CancellationToken ct) =>
        plats.Fraga.Sok is { } nyckel && await sokningar.HamtaAsync(nyckel, ct) is { } text ? new(plats.Fraga with { Soktext = text }) : new(plats.Fraga with { Sok = null });

    /// <summary>The place has a search that this session does not have. Whoever acts on what was found is shown the list, which says so; without the search the act would be on more than was asked for.</summary>
    private static bool Saknas(Koplats plats, Koplats sokt) => plats.Fraga.Sok is not null && sokt.Fraga.Sok is null;

    [HttpGet("/granskning/arenden.csv")]
    public async Task<IActionResult> Csv(string? flik, string? sortering, string? riktning, string? visa, string? sok, CancellationToken ct)
    {
        var onskad = Koplats.Fran(flik, sortering, riktning, 1, visa, sok);
        var plats = await MedTextAsync(onskad, ct);
        if (Saknas(onskad, plats))
            return Redirect(onskad.Adress);

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
    /// <summary>What is searched for, as typed.</summary>
    public string? Text => Plats.Fraga.Soktext;

    public bool ArSokning => Text is not null;

    /// <summary>The address carried a search that this session does not have.</summary>
    public bool SokningSaknas { get; init; }

    /// <summary>The other tabs where the search finds something.</summary>
    public IEnumerable<(Koflik Flik, string Text, int Antal)> AndraFlikar =>
        Koplats.AllaFlikar.Where(f => f.Flik != Plats.Fraga.Flik && Ko.Flikantal.GetValueOrDefault(f.Flik) > 0).Select(f => (f.Flik, f.Text, Ko.Flikantal[f.Flik]));

    /// <summary>While CSN waits for the school, its last day stands where the arrival stands otherwise.</summary>
    public bool VisarSvarsdag => Plats.Fraga.Flik == Koflik.VantarPaSkolan;

    /// <summary>aria-sort of a column.</summary>
    public string Sortering(Kosortering kolumn) =>
        Plats.Fraga.Sortering != kolumn ? "none" : Plats.Fraga.Riktning == Koriktning.Fallande ? "descending" : "ascending";
}
