using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Csnpersonal;

/// <summary>CSN's own accounts: who works there and in which roles.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter)]
public sealed class CsnpersonalController(CsnpersonalQuery personal, CsnpersonalService service, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    [HttpGet("/csn/personal")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await personal.AllaAsync(ct));

    [HttpGet("/csn/personal/ny")]
    public IActionResult Ny() => View(new NyCsnInput());

    [HttpPost("/csn/personal/ny")]
    public async Task<IActionResult> Ny(NyCsnInput input, CancellationToken ct)
    {
        var uppgifter = Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, null, klocka.SvenskDag());
        var svar = uppgifter.IsAccepted ? await service.SkapaAsync(uppgifter.Value, Rollval.Tolka(input.Roller), ct) : Result<Konto>.Refused(uppgifter.Refusals);
        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(input);
        }

        TempData.Klart($"Kontot är skapat. Användarnamnet är {svar.Value.UserName}: lämna det till personen själv. Engångslösenordet är mejlat.");
        return Redirect($"/csn/personal/{svar.Value.Id}");
    }

    [HttpGet("/csn/personal/{kontoId:long}")]
    public async Task<IActionResult> Person(long kontoId, CancellationToken ct) =>
        await ModellAsync(new RollerInput(), kontoId, ct) is not { } modell ? NotFound() : View(modell);

    [HttpPost("/csn/personal/{kontoId:long}")]
    public async Task<IActionResult> Person(long kontoId, RollerInput input, CancellationToken ct)
    {
        var svar = await service.SattRollerAsync(kontoId, Rollval.Tolka((input.Fore ?? "").Split(',')), Rollval.Tolka(input.Roller), ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Rollerna är sparade.");
            return Redirect($"/csn/personal/{kontoId}");
        }

        ModelState.AddRefusals(svar.Refusals.Select(r => r with { Field = null }));
        Response.StatusCode = svar.Refusals.Any(r => r is AnvandarenAndrad) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(await ModellAsync(input, kontoId, ct));
    }

    [HttpGet("/csn/personal/{kontoId:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long kontoId, CancellationToken ct) =>
        await AvslutAsync(new CsnavslutInput(), kontoId, ct) is { } modell ? View(modell) : NotFound();

    [HttpPost("/csn/personal/{kontoId:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long kontoId, CsnavslutInput input, CancellationToken ct)
    {
        var svar = await service.AvslutaAsync(kontoId, Rollval.Tolka((input.Fore ?? "").Split(',')), long.TryParse(input.OvertagareId, out var till) ? till : null, ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Kontot har inga roller hos CSN längre.");
            return Redirect("/csn/personal");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.Any(r => r is AnvandarenAndrad) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(await AvslutAsync(input, kontoId, ct));
    }

    [HttpPost("/csn/personal/{kontoId:long}/engangslosenord"), FormularPaSida(1)]
    public async Task<IActionResult> Engangslosenord(long kontoId, CancellationToken ct) =>
        Utfall(await service.SkickaEngangslosenordAsync(kontoId, ct), kontoId, "Ett nytt engångslösenord är på väg med mejl.");

    [HttpPost("/csn/personal/{kontoId:long}/las-upp"), FormularPaSida(1)]
    public async Task<IActionResult> LasUpp(long kontoId, CancellationToken ct) =>
        Utfall(await service.LasUppAsync(kontoId, ct), kontoId, "Kontot är upplåst.");

    [HttpPost("/csn/personal/{kontoId:long}/tvasteg"), FormularPaSida(1)]
    public async Task<IActionResult> Tvasteg(long kontoId, CancellationToken ct) =>
        Utfall(await service.AterstallTvastegAsync(kontoId, ct), kontoId, "Tvåstegsinloggningen är återställd. Personen har fått ett mejl.");

    private IActionResult Utfall(Result<Konto>? svar, long kontoId, string klart)
    {
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart(klart);
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect($"/csn/personal/{kontoId}");
    }

    private async Task<RollerInput?> ModellAsync(RollerInput input, long kontoId, CancellationToken ct)
    {
        if (await personal.ForAsync(kontoId, ct) is not { } rad)
        {
            return null;
        }

        input.Rad = rad;
        input.ArSjalv = kontoId == anvandare.KontoId;
        input.Roller = ModelState.IsValid ? [.. rad.Roller.Select(r => r.ToString())] : input.Roller;
        ModelState.SetModelValue(nameof(input.Fore), null, null);
        input.Fore = string.Join(',', rad.Roller);
        return input;
    }

    private async Task<CsnavslutInput?> AvslutAsync(CsnavslutInput input, long kontoId, CancellationToken ct)
    {
        if (await personal.ForAsync(kontoId, ct) is not { } rad)
        {
            return null;
        }

        input.Rad = rad;
        ModelState.SetModelValue(nameof(input.Fore), null, null);
        input.Fore = string.Join(',', rad.Roller);
        input.AntalArenden = await personal.AntalArendenAsync(kontoId, ct);
        input.Kollegor = [.. (await personal.AllaAsync(ct))
            .Where(r => r.KontoId != kontoId && r.Roller.Contains(Behorighetsslag.CsnHandlaggare))
            .Select(r => new Alternativ($"{r.KontoId}", r.Namn))];
        return input;
    }
}

/// <summary>The roles as a form offers and reads them.</summary>
public static class Rollval
{
    public static IReadOnlyList<Alternativ> Alla { get; } = [.. Behorighetsadministration.Csnslag.Select(s => new Alternativ(s.ToString(), s.Text()))];

    /// <summary>By name only; what is no role at CSN is left out.</summary>
    public static IReadOnlyList<Behorighetsslag> Tolka(IEnumerable<string> namn) =>
        [.. Behorighetsadministration.Csnslag.Where(s => namn.Contains(s.ToString()))];
}

public sealed class NyCsnInput : KontoInput
{
    public List<string> Roller { get; set; } = [];
}

public sealed class RollerInput
{
    public List<string> Roller { get; set; } = [];

    /// <summary>The roles that the page showed, by comma.</summary>
    public string? Fore { get; set; }

    [BindNever, ValidateNever]
    public Csnrad Rad { get; set; } = null!;

    [BindNever, ValidateNever]
    public bool ArSjalv { get; set; }
}

public sealed class CsnavslutInput
{
    public string? OvertagareId { get; set; }

    /// <summary>The roles that the page showed, by comma.</summary>
    public string? Fore { get; set; }

    [BindNever, ValidateNever]
    public Csnrad Rad { get; set; } = null!;

    [BindNever, ValidateNever]
    public int AntalArenden { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Alternativ> Kollegor { get; set; } = [];
}
