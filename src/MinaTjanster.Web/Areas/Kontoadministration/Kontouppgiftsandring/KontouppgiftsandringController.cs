using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Kontouppgiftsandring;

/// <summary>Changes a user's facts. Name and e-mail only where the reader administers all that the account holds.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SkotaKonton)]
public sealed class KontouppgiftsandringController(
    PortalDbContext db,
    SkolanvandareQuery anvandarna,
    KontovardService vard,
    AktuellAnvandare anvandare,
    TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/anvandare/{id:long}/uppgifter")]
    public async Task<IActionResult> Index(long id, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        Refusal? hinder = rad.KontoId == anvandare.KontoId ? new InteSigSjalv() : rad.Lage == Kontolage.Avslutat ? new KontotAvslutat() : null;
        if (hinder is not null)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect($"/identity-manager/anvandare/{id}");
        }

        return View(await ModellAsync(new UppgifterInput { Namn = rad.Namn, Epost = rad.Epost, Telefon = rad.Telefon, Version = $"{rad.Version}" }, rad, skola, ct));
    }

    [HttpPost("/identity-manager/anvandare/{id:long}/uppgifter")]
    public async Task<IActionResult> Index(long id, UppgifterInput input, CancellationToken ct)
    {
        if (await anvandarna.ForAsync(id, ct) is not var (rad, skola))
        {
            return NotFound();
        }

        await ModellAsync(input, rad, skola, ct);
        var uppgifter = input.FarBytaIdentitet
            ? Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, input.Personnummer, klocka.SvenskDag())
            : Kontouppgifter.Tolka(rad.Namn, rad.Epost, input.Telefon, null, klocka.SvenskDag());
        var svar = uppgifter.IsAccepted
            ? await vard.AndraAsync(id, uppgifter.Value, Formularversion.Tolka(input.Version), ct)
            : Result<Skolanvandare>.Refused(uppgifter.Refusals);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Uppgifterna är sparade.");
            return Redirect($"/identity-manager/anvandare/{id}");
        }

        ModelState.AddRefusals(svar.Refusals);
        var konflikt = svar.Refusals.Any(r => r is AnvandarenAndrad);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        if (konflikt)
        {
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{rad.Version}";
        }

        return View(input);
    }

    private async Task<UppgifterInput> ModellAsync(UppgifterInput input, Anvandarrad rad, Skola skola, CancellationToken ct)
    {
        input.Rad = rad;
        input.FarBytaIdentitet = await vard.FarBytaIdentitetAsync(await db.Konton.SingleAsync(k => k.Id == rad.KontoId, ct), skola, ct);
        return input;
    }
}

public sealed class UppgifterInput : KontoInput
{
    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Anvandarrad Rad { get; set; } = null!;

    [BindNever, ValidateNever]
    public bool FarBytaIdentitet { get; set; }
}
