using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Ladokrattelser;

/// <summary>What universities have corrected in Ladok after payments were told: CSN corrects it by hand.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class LadokrattelserController(LadokrattelseQuery query, LadokrattelseService service, AktuellAnvandare anvandare, AuditService audit) : Controller
{
    private const string Hanterade = "hanterade";

    [HttpGet("/csn/ladokrattelser")]
    public async Task<IActionResult> Index(string? visa, string? sida, CancellationToken ct)
    {
        var hanterade = visa == Hanterade;
        return View(new RattelserModell(hanterade, await query.SidaAsync(hanterade, Heltal.Sida(sida), ct)));
    }

    [HttpGet("/csn/ladokrattelser/{id:long}")]
    public async Task<IActionResult> Rattelse(long id, CancellationToken ct) => await VisaAsync(id, ct) is { } modell ? View(modell) : NotFound();

    [HttpPost("/csn/ladokrattelser/{id:long}")]
    [ActionName("Rattelse")]
    public async Task<IActionResult> Hantera(long id, CancellationToken ct)
    {
        if (await service.HanteraAsync(id, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Rättelsen är hanterad.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);
        return Redirect("/csn/ladokrattelser");
    }

    private async Task<RattelseModell?> VisaAsync(long id, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } sida)
            return null;

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Ladokrattelse, id, sida.Rattelse.SkolaId);
        if (sida.Studerande.ArSkyddad)
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, sida.Studerande.Id, sida.Rattelse.SkolaId);
        return new(sida, anvandare.Har(Rattighet.SeSkyddadeIdentiteter));
    }
}

public sealed record RattelserModell(bool Hanterade, Listsida<Rattelserad> Lista)
{
    public string Adress(int sida) => $"/csn/ladokrattelser?{(Hanterade ? "visa=hanterade&" : "")}sida={sida}";
}

public sealed record RattelseModell(Rattelsesida Sida, bool FarSeSkyddade)
{
    public string Namn => Sida.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Sida.Studerande.PersonnummerFor(FarSeSkyddade);
}
