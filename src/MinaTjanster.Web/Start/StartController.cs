using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
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
    PortalDbContext db,
    Fristinstallning installning,
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
            var frister = Fristmotor.Plikter(
                new(skola) { Studietider = skolplikter?.Studietider ?? [], Studietidsutkast = skolplikter?.Utkast ?? [], UtanRapportor = utan, Attestering = await AttesteringAsync(ct) },
                Fristmotor.Startperiod(idag),
                idag,
                installning);
            // What is to be confirmed stands first at Identity Manager.
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
                frister,
                idag));
        }

        // Nothing is asked about ogiltig frånvaro where it is not reported, nor for drafts where there are none.
        var lage = await lagen.ForAsync(ct);
        var underlag = new Fristunderlag(skola)
        {
            ArRapportor = true,
            HarStudiehjalp = lage.HarStudiehjalp,
            Vantande = skola.HarSkolk ? await attGora.RaderAsync(ct) : [],
            Lage = lage,
            Studietider = lage.Plikter?.Studietider ?? [],
            Studietidsutkast = lage.Plikter?.Utkast ?? [],
            UtanRapportor = await UtanRapportorAsync(ct),
            Attestering = await AttesteringAsync(ct),
        };
        var dag = klocka.SvenskDag();
        return View(new StartModell(
            skola,
            dag,
            underlag,
            Fristmotor.Plikter(underlag, Fristmotor.Startperiod(dag), dag, installning),
            lage.Skolkutkast > 0 ? await utkast.EgnaAsync(ct) : [],
            await behorigheter.AttGoraAsync(ct),
            await handelser.SenasteAsync(AntalHandelser, ct)));
    }

    private async Task<Attestering?> AttesteringAsync(CancellationToken ct) =>
        anvandare.Har(Rattighet.AdministreraAnvandare) ? await FristQuery.AttesteringAsync(db, ct) : null;

    /// <summary>Asked for those who would get the mail.</summary>
    private async Task<IReadOnlyList<Studietidsplikt>> UtanRapportorAsync(CancellationToken ct) =>
        anvandare.Har(Rattighet.AdministreraAnvandare) && !anvandare.Har(Rattighet.RapporteraStudietider) ? await plikter.UtanRapportorAsync(ct) : [];
}
