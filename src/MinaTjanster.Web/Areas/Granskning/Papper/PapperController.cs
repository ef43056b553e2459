using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Granskning.Papper;

/// <summary>A handläggare registers underlag that came by post, with a scan if there is one (domain.md section 5, Paper).</summary>
[Area("Granskning")]
[Route("/granskning/{arendeId:long}/papper")]
[Kraver(Rattighet.RegistreraPapper)]
public sealed class PapperController(
    UnderlagQuery query,
    Arendeoppning oppning,
    UnderlagService utkast,
    UnderlagSandning sandning,
    Uppladdning uppladdning,
    AuditService audit,
    AktuellAnvandare anvandare,
    IValidator<PapperInput> validator,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaUnderlagAsync(arendeId, ct) is not { } lage)
            return NotFound();

        var dragen = this.VisaIfyllt(anvandare, Request.Path).GetValueOrDefault("Version");
        return Visa(Sida(arendeId, ko, lage) with { Dragen = dragen });
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, PapperInput input, CancellationToken ct)
    {
        if (await oppning.OppnaUnderlagAsync(arendeId, ct) is not { } lage)
            return NotFound();

        ModelState.AddErrors(validator.Validate(input));
        if (!ModelState.IsValid)
            return Visa(Sida(arendeId, ko, lage) with { Input = input }, StatusCodes.Status400BadRequest);

        var (id, nyckel) = (lage.Rapport.Id, input.Nyckel ?? "");
        var redan = lage.Inskickade.SingleOrDefault(u => u.Sandningsnyckel == nyckel);
        if (redan is null)
        {
            var version = int.TryParse(input.Version, out var v) ? v : -1;
            var angivet = await utkast.AngeAsync(id, Ankomstsatt.Papper, nyckel, input.Underlag.TillUppgift(), version, ct);
            if (angivet is null)
                return NotFound();

            if (!angivet.IsAccepted)
                return await NekaAsync(Sida(arendeId, ko, lage) with { Input = input }, angivet.Refusals, ct);

            var svar = await sandning.RegistreraPapperAsync(id, nyckel, angivet.Value, input.TillPost(), ct);
            if (svar is null)
                return NotFound();

            if (!svar.IsAccepted)
                return await NekaAsync(Sida(arendeId, ko, lage) with { Input = input }, svar.Refusals, ct);

            TempData.Klart($"Underlaget på papper är registrerat med nummer {svar.Value.Kvittensnummer}.");
        }
        else
        {
            TempData.Upplysning($"Underlaget var redan registrerat, med nummer {redan.Kvittensnummer}.");
        }

        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    /// <summary>A reload of the answer to a refused upload, or the way back after a time-out.</summary>
    [HttpGet("filer")]
    public RedirectResult Filer(long arendeId, string? ko) => Redirect(Koplats.FranKo(ko).Arende(arendeId, "/papper"));

    // As the school's upload: Uppladdning checks the antiforgery token and the mark in the body, and holds the limits.
    [HttpPost("filer")]
    [TarEmotFiler]
    [FormularPaSida(1)]
    [IgnoreAntiforgeryToken]
    [UtanSkolmarke]
    public async Task<IActionResult> LaddaUpp(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaUnderlagAsync(arendeId, ct) is not { } fore)
            return NotFound();

        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, falt, innehall) =>
            (await utkast.LaggTillFilAsync(fore.Rapport.Id, Ankomstsatt.Papper, falt.GetValueOrDefault("Nyckel") ?? "", filnamn, innehall, ct))?.Refusals ?? []);
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (svar.Utfall == Uppladdningsutfall.Felaktig && svar.Mottagna.Count + svar.Avslag.Count == 0)
            return BadRequest();

        var lage = await query.LageForArendeAsync(arendeId, ct) ?? fore;
        var falt = Filformular.Falt(svar.Falt, fore.Utkast(Ankomstsatt.Papper), lage.Utkast(Ankomstsatt.Papper));
        var kod = await svar.RedovisaAsync(ModelState, audit, fore.Rapport, ct);
        if (kod == StatusCodes.Status302Found)
        {
            TempData.Klart(svar.Mottagna.Count == 1 ? $"Filen {svar.Mottagna[0]} är uppladdad." : $"{svar.Mottagna.Count} filer är uppladdade.");
            return TillSidan(arendeId, ko, falt);
        }

        ModelState.Visa(falt);
        return Visa(Sida(arendeId, ko, lage) with { Mottagna = svar.Mottagna, Dragen = falt.GetValueOrDefault("Version") }, kod);
    }

    [HttpPost("filer/{dokumentId:long}/ta-bort")]
    [FormularPaSida(3)]
    public async Task<IActionResult> TaBort(long arendeId, long dokumentId, string? ko, CancellationToken ct)
    {
        if (await query.LageForArendeAsync(arendeId, ct) is not { } fore
            || await utkast.TaBortFilAsync(fore.Rapport.Id, Ankomstsatt.Papper, dokumentId, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
            TempData.Klart("Filen är borttagen.");
        else
            TempData.Upplysning(svar.Refusals[0].Sentence);

        var lage = await query.LageForArendeAsync(arendeId, ct) ?? fore;
        return TillSidan(arendeId, ko, Filformular.Falt(Ifyllt.Falt(Request.Form), fore.Utkast(Ankomstsatt.Papper), lage.Utkast(Ankomstsatt.Papper)));
    }

    private async Task<IActionResult> NekaAsync(PapperSida sida, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        ModelState.AddRefusals(nej);
        var kod = nej.OfType<UnderlagAndrat>().Any() ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Visa(sida with { Lage = await query.LageForArendeAsync(sida.ArendeId, ct) ?? sida.Lage }, kod);
    }

    private PapperSida Sida(long arendeId, string? ko, Underlagslage lage) =>
        new(arendeId, Koplats.FranKo(ko).ILane(lage.Studerande.Skydd), lage, PapperInput.For(lage, klocka.SvenskDag()), anvandare.Har(Rattighet.SeSkyddadeIdentiteter));

    private RedirectResult TillSidan(long arendeId, string? ko, Dictionary<string, string> falt)
    {
        this.BehallIfyllt(anvandare, $"/granskning/{arendeId}/papper", falt);
        return Redirect(Koplats.FranKo(ko).Arende(arendeId, "/papper"));
    }

    private ViewResult Visa(PapperSida sida, int kod = StatusCodes.Status200OK)
    {
        Response.StatusCode = kod;
        return View(nameof(Index), sida);
    }
}
