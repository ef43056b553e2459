using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

/// <summary>The active school's students: the list, a search, and one student's page.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.VisaStuderande)]
public sealed class StuderandelistaController(
    StuderandeQuery studerande,
    StuderandesidaQuery studerandesidor,
    SokningService sokningar,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    [HttpGet("/studerande")]
    public async Task<IActionResult> Index(Listplats plats, CancellationToken ct)
    {
        var harSkolk = anvandare.AktivSkola!.HarSkolk;
        var felval = plats.SkaRapportera && !harSkolk;
        if (felval)
        {
            plats.Rapportera = "handelse";
        }

        var text = await SoktextAsync(plats, ct);
        var lista = await studerande.SidaAsync(text, plats.Sidnummer, ct);
        plats.Sida = $"{lista.Sida}";
        return View(new StuderandelistaModell
        {
            Text = text,
            Lista = lista,
            Plats = plats,
            Idag = klocka.SvenskDag(),
            FarSeSkyddade = FarSeSkyddade,
            HarSkolk = harSkolk,
            SkolkRapporterasInte = felval,
            SokningSaknas = text is null && !string.IsNullOrEmpty(plats.Sok),
        });
    }

    /// <summary>Somebody whose search timed out comes here after signing in again.</summary>
    [HttpGet("/studerande/sok")]
    public IActionResult Sok() => Redirect("/studerande");

    /// <summary>A search is a post that redirects: no name or personnummer stands in an address (design decision 10).</summary>
    [HttpPost("/studerande/sok"), TillatILaslage]
    public async Task<IActionResult> Sok(SokInput input, CancellationToken ct)
    {
        var plats = new Listplats { Rapportera = input.Rapportera };
        if (!string.IsNullOrWhiteSpace(input.Text))
        {
            plats.Sok = await sokningar.SparaAsync(input.Text, ct);
        }

        return Redirect(plats.Lista());
    }

    [HttpGet("/studerande/csv")]
    public async Task<IActionResult> Csv(Listplats plats, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var farSe = FarSeSkyddade;
        var harSkolk = anvandare.AktivSkola!.HarSkolk;
        var rader = await studerande.AllaAsync(await SoktextAsync(plats, ct), ct);
        audit.Add(Acts.StudentListExported, AuditObjects.Skola, anvandare.AktivSkola!.Id, anvandare.AktivSkola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"studerande-{anvandare.AktivSkola!.Skolkod}-{idag:yyyy-MM-dd}.csv",
            ["Namn", "Personnummer", "Klass", "Studietid från", "Studietid till", .. harSkolk ? ["Ogiltig frånvaro", "Skolk från"] : Array.Empty<string>()],
            rader.Select(r => new[]
            {
                r.NamnFor(farSe),
                r.PersonnummerFor(farSe),
                r.KlassFor(farSe),
                r.Period?.ForstaDag.ToString("yyyy-MM-dd"),
                r.Period?.SistaDag.ToString("yyyy-MM-dd"),
                r.Skolk?.Status(idag).Text,
                r.Skolk?.ForstaDag.ToString("yyyy-MM-dd"),
            }[..(harSkolk ? 7 : 5)]));
    }

    [HttpGet("/studerande/{id:long}")]
    public async Task<IActionResult> Studerande(long id, Listplats plats, CancellationToken ct)
    {
        if (await studerandesidor.ForAsync(id, ct) is not { } sida)
        {
            return NotFound();
        }

        if (sida.Studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, id, sida.Studerande.SkolaId);
        }

        return View(new StuderandesidaModell(sida, plats, FarSeSkyddade));
    }

    private async Task<string?> SoktextAsync(Listplats plats, CancellationToken ct) =>
        plats.Sok is { Length: > 0 and <= 32 } nyckel ? await sokningar.HamtaAsync(nyckel, ct) : null;
}
