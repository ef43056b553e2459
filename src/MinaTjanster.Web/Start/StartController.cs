using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Start;

/// <summary>The start page: what must I do now? CSN staff go to their queue.</summary>
[Inloggad]
public sealed class StartController(
    AktuellAnvandare anvandare,
    AttGoraQuery attGora,
    SkolkutkastQuery utkast,
    SenasteHandelserQuery handelser,
    Behorighetsuppgifter behorigheter,
    EgnaBehorigheterQuery egna,
    TimeProvider klocka) : Controller
{
    private const int AntalRader = 10;
    private const int AntalHandelser = 8;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        if (anvandare.Har(Rattighet.GranskaUnderlag))
        {
            return Redirect("/granskning");
        }

        if (behorigheter.Startsida is { } startsida)
        {
            return Redirect(startsida);
        }

        if (anvandare.AktivSkola is not { } skola)
        {
            return anvandare.Skolor.Count > 0 ? View("ValjSkola", anvandare.Skolor)
                : View("UtanSkola", new UtanSkolaModell(
                    [.. anvandare.Session.Behorigheter.Select(b => b.Slag)],
                    await egna.SkolorAsync(anvandare.KontoId, ct)));
        }

        if (!anvandare.Har(Rattighet.RapporteraSkolk))
        {
            if (anvandare.Har(Rattighet.AdministreraAnvandare) && !anvandare.Har(Rattighet.BestallBehorigheter))
            {
                return Redirect("/identity-manager");
            }

            return View("UtanRapportering", new UtanRapporteringModell(
                skola,
                await behorigheter.AttGoraAsync(ct),
                anvandare.Har(Rattighet.BestallBehorigheter),
                anvandare.Har(Rattighet.AdministreraAnvandare),
                [.. Behorighetsadministration.Skolslag.Where(s => s.ArTjanst() && anvandare.Innehar(s))]));
        }

        var idag = klocka.SvenskDag();
        var rader = await attGora.RaderAsync(ct);
        return View(new StartModell(
            skola.Namn,
            idag,
            [.. rader.Take(AntalRader)],
            rader.Count,
            rader.Count(r => r.Status == Arendestatus.KompletteringBegard),
            rader.FirstOrDefault(r => r.Status == Arendestatus.KompletteringBegard)?.SvarSenast,
            rader.Count(r => r.Status == Arendestatus.VantarPaUnderlag),
            rader.Count(r => r.Status == Arendestatus.VantarPaUnderlag && r.Frist.ArSent(idag)),
            rader.FirstOrDefault(r => r.Status == Arendestatus.VantarPaUnderlag)?.Frist.Senast,
            await utkast.EgnaAsync(ct),
            await behorigheter.AttGoraAsync(ct),
            await handelser.SenasteAsync(AntalHandelser, ct)));
    }
}
