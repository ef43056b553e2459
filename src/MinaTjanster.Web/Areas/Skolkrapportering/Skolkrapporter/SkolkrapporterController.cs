using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Skolkrapporter;

/// <summary>The active school's reports of ogiltig frånvaro: the list, and one report's page.</summary>
[Area("Skolkrapportering"), Kraver(Rattighet.RapporteraSkolk)]
public sealed class SkolkrapporterController(
    SkolklistaQuery listor,
    SkolkrapportQuery rapporter,
    HistorikQuery historik,
    MeddelandeService meddelanden,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    [HttpGet("/ogiltig-franvaro")]
    public async Task<IActionResult> Index(Skolkplats plats, CancellationToken ct)
    {
        var lista = await listor.SidaAsync(plats.Valt, plats.Sidnummer, ct);
        plats.Sida = $"{lista.Sida.Sida}";
        return View(new SkolklistaModell(lista, plats, klocka.SvenskDag(), FarSeSkyddade, anvandare.AktivSkola!.HarSkolk));
    }

    [HttpGet("/ogiltig-franvaro/csv")]
    public async Task<IActionResult> Csv(Skolkplats plats, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var farSe = FarSeSkyddade;
        var rader = await listor.AllaAsync(plats.Valt, ct);
        audit.Add(Acts.SkolkrapportListExported, AuditObjects.Skola, anvandare.AktivSkola!.Id, anvandare.AktivSkola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"ogiltig-franvaro-{anvandare.AktivSkola!.Skolkod}-{idag:yyyy-MM-dd}.csv",
            ["Namn", "Personnummer", "Kvittensnummer", "Första dag", "Sista dag", "Rapporterad", "Status", "Senast"],
            rader.Select(r => new[]
            {
                r.NamnFor(farSe),
                r.PersonnummerFor(farSe),
                r.Kvittensnummer,
                r.ForstaDag.ToString("yyyy-MM-dd"),
                r.SistaDag?.ToString("yyyy-MM-dd"),
                r.Rapportdag.ToString("yyyy-MM-dd"),
                r.Status(idag).Text,
                r.Status(idag).Senast?.ToString("yyyy-MM-dd"),
            }));
    }

    [HttpGet("/ogiltig-franvaro/{id:long}")]
    public async Task<IActionResult> Rapport(long id, Skolkplats plats, CancellationToken ct)
    {
        if (await rapporter.ForAsync(id, ct) is not { } sida)
        {
            return NotFound();
        }

        if (sida.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, sida.Studerande.Id, sida.Studerande.SkolaId, id);
        }

        return View(new RapportModell(sida, await historik.ForAsync(AuditObjects.Skolkrapport, id, ct), plats, FarSeSkyddade)
        {
            Trad = await meddelanden.TradAsync(sida.Arende, Meddelandepart.Skolan, ct),
        });
    }
}
