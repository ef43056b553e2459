using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

/// <summary>A school puts together, checks and sends the underlag of a report. Its files have a controller of their own.</summary>
[Area("Skolkrapportering")]
[Route("/ogiltig-franvaro/{id:long}/underlag")]
[Kraver(Rattighet.SkickaUnderlag)]
public sealed class UnderlagController(
    UnderlagQuery query,
    UnderlagService utkast,
    UnderlagSandning sandning,
    ForsattsbladQuery forsattsblad,
    AuditService audit,
    AktuellAnvandare anvandare,
    IValidator<UnderlagInput> validator,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        if (await LageAsync(id, ct) is not { } lage)
            return NotFound();

        var dragen = this.VisaIfyllt(anvandare, Request.Path).GetValueOrDefault("Version");
        return View(new UnderlagSida(lage, UnderlagInput.For(lage, Ankomstsatt.Portal, klocka.SvenskDag()), klocka.SvenskDag(), Dragen: dragen));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long id, UnderlagInput input, CancellationToken ct)
    {
        if (await LageAsync(id, ct) is not { } lage)
            return NotFound();

        ModelState.AddErrors(validator.Validate(input));
        if (!ModelState.IsValid)
            return Visa(lage, input);

        var svar = await utkast.AngeAsync(id, Ankomstsatt.Portal, input.Nyckel ?? "", input.TillUppgift(), Version(input.Version), ct);
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
            return RedirectToAction(nameof(Granska), new { id });

        ModelState.AddRefusals(svar.Refusals);
        var konflikt = svar.Refusals.OfType<UnderlagAndrat>().SingleOrDefault();
        return Visa(await query.LageAsync(id, ct) ?? lage, input, konflikt?.Lagrad);
    }

    [HttpGet("granska")]
    public async Task<IActionResult> Granska(long id, CancellationToken ct)
    {
        if (await LageAsync(id, ct) is not { } lage)
            return NotFound();

        return lage.Hinder is null && lage.Utkast(Ankomstsatt.Portal) is { Uppgift: not null } u
            ? await VisaGranskaAsync(lage, new GranskaInput { Forklaring = u.Forklaring }, ct)
            : RedirectToAction(nameof(Index), new { id });
    }

    [HttpPost("granska")]
    public async Task<IActionResult> Granska(long id, GranskaInput input, CancellationToken ct)
    {
        var svar = await sandning.SkickaAsync(id, input.Nyckel ?? "", Version(input.Version), input.Forklaring, ct);
        if (svar is null || await query.LageAsync(id, ct) is not { } lage)
            return NotFound();

        if (svar.IsAccepted)
        {
            if (svar.Value.Nyss)
                TempData.Klart("Underlaget är skickat till CSN.");
            else
                TempData.Upplysning("Underlaget var redan skickat. Här är kvittensen.");

            return RedirectToAction(nameof(Kvittens), new { id, underlagId = svar.Value.UnderlagId });
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.OfType<UnderlagAndrat>().Any() ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return lage.Hinder is null && lage.Utkast(Ankomstsatt.Portal)?.Uppgift is not null
            ? await VisaGranskaAsync(lage, input, ct)
            : View(nameof(Index), new UnderlagSida(lage, UnderlagInput.For(lage, Ankomstsatt.Portal, klocka.SvenskDag()), klocka.SvenskDag()));
    }

    [HttpGet("{underlagId:long}/kvittens")]
    public async Task<IActionResult> Kvittens(long id, long underlagId, CancellationToken ct)
    {
        if (await LageAsync(id, ct) is not { } lage || lage.Inskickade.SingleOrDefault(u => u.Id == underlagId) is not { Uppgift: { } uppgift } underlag)
            return NotFound();

        return View(new KvittensSida(lage, underlag, uppgift, anvandare.AktivSkola!.Namn, Fonsterord.NarCsn(lage.Arende.SynligFran, klocka.UtcNu())));
    }

    private async Task<Underlagslage?> LageAsync(long id, CancellationToken ct)
    {
        var lage = await query.LageAsync(id, ct);
        if (lage is { Studerande.ArSkyddad: true })
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, lage.Studerande.Id, lage.Rapport.SkolaId, lage.Rapport.Id);

        return lage;
    }

    private ViewResult Visa(Underlagslage lage, UnderlagInput input, Underlagsuppgift? konflikt = null)
    {
        Response.StatusCode = konflikt is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return View(nameof(Index), new UnderlagSida(lage, input, klocka.SvenskDag(), konflikt));
    }

    private async Task<ViewResult> VisaGranskaAsync(Underlagslage lage, GranskaInput input, CancellationToken ct)
    {
        var u = lage.Utkast(Ankomstsatt.Portal)!;
        var kontroller = Underlagskontroll.Kontrollera(lage.Rapport.Uppgift, u.Uppgift!, klocka.SvenskDag());
        var blad = await forsattsblad.ForAsync(lage.Rapport.Id, null, ct);
        return View(nameof(Granska), new GranskaSida(lage, u, u.Uppgift!, kontroller, blad!, input));
    }

    /// <summary>A version that cannot be read agrees with no draft.</summary>
    private static int Version(string? text) => int.TryParse(text, out var version) ? version : -1;
}
