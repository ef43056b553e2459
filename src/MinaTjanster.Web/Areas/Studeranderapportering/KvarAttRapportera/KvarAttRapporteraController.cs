using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Studeranderapportering.KvarAttRapportera;

/// <summary>"Who is left": expected students against reported ones, with what is missing, and the bulk act that clears it.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class KvarAttRapporteraController(KvarQuery kvar, RapporteringssidaQuery sidor, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/kvar-att-rapportera")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var skola = await sidor.SkolaAsync(ct);
        return View(new KvarModell(await kvar.AllaAsync(ct), skola.Skolform, Kanalregel.Provas(skola.Rapporteringssatt, skyddad: false), anvandare.Har(Rattighet.SeSkyddadeIdentiteter)));
    }
}

/// <param name="Hinder">Why events are not reported on screen here; null when they are.</param>
public sealed record KvarModell(IReadOnlyList<Kvarrad> Rader, Skolform Skolform, RapporterasIAnnanKanal? Hinder, bool FarSeSkyddade)
{
    public IReadOnlyList<Kvarrad> Av(Kvarslag slag) => [.. Rader.Where(r => r.Slag == slag)];

    public bool HarResultat => Handelseslag.Studieresultat.Typ().For(Skolform) is not null;
}
