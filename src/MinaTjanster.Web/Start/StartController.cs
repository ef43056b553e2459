using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Start;

/// <summary>The start page: what must I do now? CSN staff go to their queue.</summary>
[Inloggad]
public sealed class StartController(
    AktuellAnvandare anvandare,
    AttGoraQuery attGora,
    SkolkutkastQuery utkast,
    StartlageQuery lagen,
    SenasteHandelserQuery handelser,
    Behorighetsuppgifter behorigheter,
    EgnaBehorigheterQuery egna,
    SkolpliktQuery plikter,
    TimeProvider klocka) : Controller
{
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
            var idag = klocka.SvenskDag();
            var skolplikter = anvandare.Har(Rattighet.RapporteraStudietider) ? await plikter.ForAsync(ct) : null;
            var utan = await UtanRapportorAsync(ct);
            var vantar = utan.Count > 0 || (skolplikter is not null && (skolplikter.Studietider.Count > 0 || skolplikter.SkaBekraftas(idag)));
            if (anvandare.Har(Rattighet.AdministreraAnvandare) && !anvandare.Har(Rattighet.BestallBehorigheter) && !vantar)
            {
                return Redirect("/identity-manager");
            }

            return View("UtanRapportering", new UtanRapporteringModell(
                skola,
                await behorigheter.AttGoraAsync(ct),
                anvandare.Har(Rattighet.BestallBehorigheter),
                anvandare.Har(Rattighet.AdministreraAnvandare),
                [.. Behorighetsadministration.Skolslag.Where(s => s.ArTjanst() && anvandare.Innehar(s))],
                skolplikter,
                utan,
                idag));
        }

        // Nothing is asked about ogiltig frånvaro where it is not reported, nor for drafts where there are none.
        var lage = await lagen.ForAsync(ct);
        return View(new StartModell(
            skola,
            klocka.SvenskDag(),
            skola.HarSkolk ? await attGora.RaderAsync(ct) : [],
            lage,
            lage.Skolkutkast > 0 ? await utkast.EgnaAsync(ct) : [],
            await behorigheter.AttGoraAsync(ct),
            await handelser.SenasteAsync(AntalHandelser, ct),
            await UtanRapportorAsync(ct)));
    }

    /// <summary>Asked for those who would get the mail.</summary>
    private async Task<IReadOnlyList<Studietidsplikt>> UtanRapportorAsync(CancellationToken ct) =>
        anvandare.Har(Rattighet.AdministreraAnvandare) && !anvandare.Har(Rattighet.RapporteraStudietider) ? await plikter.UtanRapportorAsync(ct) : [];
}
