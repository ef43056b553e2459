using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Fristkalender;

/// <summary>The active school's duties with their days, a month at a time.</summary>
[Kraver(Rattighet.SeKalendern)]
public sealed class FristkalenderController(AktuellAnvandare anvandare, FristQuery frister, StartlageQuery lagen, SkolpliktQuery skolplikter, Fristinstallning installning, TimeProvider klocka) : Controller
{
    [HttpGet("/kalender")]
    public async Task<IActionResult> Index(string? manad, CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        var idag = klocka.SvenskDag();
        var visad = FristkalenderModell.Tolka(manad, idag);
        var period = new Dagperiod(visad, visad.AddMonths(1).AddDays(-1));
        var slag = anvandare.Session.Behorigheter.Where(b => b.SkolaId == skola.Id).Select(b => b.Slag).ToHashSet();
        var underlag = await frister.UnderlagAsync(new(skola, slag), ct);
        var lage = anvandare.Har(Rattighet.RapporteraSkolk) ? await lagen.ForAsync(ct) : null;
        var utkast = anvandare.Har(Rattighet.RapporteraStudietider) ? (lage?.Plikter ?? await skolplikter.ForAsync(ct)).Utkast : [];
        return View(new FristkalenderModell(skola, visad, idag, Fristmotor.Plikter(underlag with { Lage = lage, Studietidsutkast = utkast }, period, idag, installning)));
    }
}
