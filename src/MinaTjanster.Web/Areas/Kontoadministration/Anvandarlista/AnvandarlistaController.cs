using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarlista;

/// <summary>The active school's users with services, last login and lock; as page and as CSV.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class AnvandarlistaController(SkolanvandareQuery anvandarna, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/anvandare")]
    public async Task<IActionResult> Index(string? visa, CancellationToken ct) =>
        View(new AnvandarlistaModell(await anvandarna.AllaAsync(ct), AnvandarlistaModell.Tolka(visa), klocka.UtcNu()));

    [HttpGet("/identity-manager/anvandare/csv")]
    public async Task<IActionResult> Csv(string? visa, CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        var modell = new AnvandarlistaModell(await anvandarna.AllaAsync(ct), AnvandarlistaModell.Tolka(visa), klocka.UtcNu());
        audit.Add(Acts.AccountListExported, AuditObjects.Skola, skola.Id, skola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"anvandare-{skola.Skolkod}-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Namn", "Användarnamn", "E-post", "Telefon", "Behörigheter", "Status", "Senast inloggad", "Låst till"],
            modell.Rader.Select(r => new[]
            {
                r.Namn,
                r.Anvandarnamn,
                r.Epost,
                r.Telefon,
                string.Join(", ", r.Behorigheter.Select(b => b.Slag.Text() + (b.GiltigTill is { } till ? $" till och med {till:yyyy-MM-dd}" : ""))),
                r.Lage.Visa().Text,
                r.SenastInloggad?.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm"),
                r.LastTill?.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm"),
            }));
    }
}
