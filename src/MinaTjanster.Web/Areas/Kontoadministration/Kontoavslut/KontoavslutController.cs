using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Kontoavslut;

/// <summary>Ends an account at the school, with a colleague who takes over what was begun; and gives it back within 30 days.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SkotaKonton)]
public sealed class KontoavslutController(SkolanvandareQuery anvandarna, KontoavslutService avslut, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long id, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        Refusal? hinder = rad.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : rad.Lage == Kontolage.Avslutat ? new KontotAvslutat()
            : rad.Behorigheter.FirstOrDefault(b => !b.Slag.ArTjanst()) is { } uppdrag ? new HarUppdrag(uppdrag.Slag)
            : null;
        return hinder is not null ? Tillbaka(id, hinder) : View(await ModellAsync(new AvslutaInput { Version = $"{rad.Version}" }, rad, skola, ct));
    }

    [HttpPost("/identity-manager/anvandare/{id:long}/avsluta")]
    public async Task<IActionResult> Avsluta(long id, AvslutaInput input, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        Result<Skolanvandare>? svar = string.IsNullOrEmpty(input.OvertagareId) || long.TryParse(input.OvertagareId, out _)
            ? await avslut.AvslutaAsync(id, long.TryParse(input.OvertagareId, out var till) ? till : null, Formularversion.Tolka(input.Version), ct)
            : new OvertagareOgiltig();
        if (svar?.IsAccepted == true)
        {
            TempData.Klart($"Kontot för {rad.Namn} är avslutat på skolan. Du kan återställa det i 30 dagar.");
            return Redirect($"/identity-manager/anvandare/{id}");
        }

        var refusals = svar?.Refusals ?? [];
        if (refusals.FirstOrDefault(r => r.Field is null) is { } hinder)
        {
            return Tillbaka(id, hinder);
        }

        ModelState.AddRefusals(refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await ModellAsync(input, rad, skola, ct));
    }

    [HttpGet("/identity-manager/anvandare/{id:long}/aterstall")]
    public async Task<IActionResult> Aterstall(long id, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, _))
        {
            return NotFound();
        }

        return rad.Lage != Kontolage.Avslutat ? Tillbaka(id, new KontotInteAvslutat()) : View(rad);
    }

    [HttpPost("/identity-manager/anvandare/{id:long}/aterstall")]
    public async Task<IActionResult> Aterstall(long id, string? version, CancellationToken ct)
    {
        var svar = await avslut.AterstallAsync(id, Formularversion.Tolka(version), ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            return Tillbaka(id, svar.Refusals[0]);
        }

        TempData.Klart("Kontot är återställt med de behörigheter det hade när det avslutades.");
        return Redirect($"/identity-manager/anvandare/{id}");
    }

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/identity-manager/anvandare/{id}");
    }

    private async Task<AvslutaInput> ModellAsync(AvslutaInput input, Anvandarrad rad, Skola skola, CancellationToken ct)
    {
        input.Rad = rad;
        input.AntalUtkast = await avslut.AntalUtkastAsync(skola.Id, rad.KontoId, ct);
        input.Kollegor = [.. (await avslut.Overtagare(skola.Id, rad.KontoId).Select(k => new { k.Id, k.Namn }).ToListAsync(ct)).Select(k => new Alternativ($"{k.Id}", k.Namn))];
        return input;
    }
}

public sealed class AvslutaInput
{
    public string? OvertagareId { get; set; }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Anvandarrad Rad { get; set; } = null!;

    [BindNever, ValidateNever]
    public int AntalUtkast { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Alternativ> Kollegor { get; set; } = [];
}
