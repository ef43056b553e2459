using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Granskning.Skolpunktlighet;

/// <summary>CSN: which schools are silent, and how soon schools report. Reminding is done where the overdue is (/csn/frister).</summary>
[Area("Granskning"), Kraver(Rattighet.BevakaFrister), Route(Punktlighetsplats.Bas)]
public sealed class SkolpunktlighetController(SkolpunktlighetQuery skolor, Punktlighetsinstallning installning, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Punktlighetsplats plats, CancellationToken ct) => View(new SkolpunktlighetModell(await skolor.ListaAsync(plats.Urval(), ct), plats, installning));

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(Punktlighetsplats plats, CancellationToken ct)
    {
        var lista = await skolor.ListaAsync(plats.Urval(), ct);
        audit.Add(Acts.TimelinessExported, AuditObjects.Konto, anvandare.KontoId, null);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"punktlighet-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Skola", "Skolkod", "Ort", "Skolform", "Tyst", "Studerande", "Väntade rapporter", "Rapporter nyligen", "Senaste månad med rapport", "Rapporter på ett år", "Dagar till rapport, median", "Dagar till rapport, 9 av 10", "Dagar till underlag, median", "Dagar till underlag, 9 av 10", "Senast den 22:a, procent", "Rätt första gången, procent"],
            lista.Rader.Select(r => new[]
            {
                r.Namn, r.Skolkod, r.Ort, r.Skolform.Text(), r.ArTyst(installning) ? "ja" : "nej", $"{r.Studerande}", $"{r.Forvantade}", $"{r.Nyligen}", r.SenasteManad?.ToString("yyyy-MM"), $"{r.Aret.Antal}",
                $"{r.Aret.DagarTillRapport?.Median}", $"{r.Aret.DagarTillRapport?.P90}", $"{r.Aret.DagarTillUnderlag?.Median}", $"{r.Aret.DagarTillUnderlag?.P90}", $"{r.Aret.AndelITid}", $"{r.Aret.AndelRattForsta}",
            }));
    }
}
