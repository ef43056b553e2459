using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Studietidsformular;

/// <summary>A studietid is added to the läsår's report, changed or removed there. Nothing is sent from here.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/studietider")]
public sealed class StudietidsformularController(StudietidQuery studietider, StudietidService service, AktuellAnvandare anvandare, TimeProvider klocka) : Controller
{
    private const string FlerRader = "Rader";

    /// <param name="utbildning">Chosen beforehand, by its page's link.</param>
    [HttpGet("{lasar}/ny")]
    public async Task<IActionResult> Ny(string lasar, long? utbildning, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt))
            return NotFound();
        var bild = await studietider.LasarAsync(valt, ct);
        if (!bild.Finns(klocka.SvenskDag()))
            return NotFound();
        if (bild.Hinder(klocka.SvenskDag()) is { } hinder)
            return Tillbaka(valt, hinder);

        var input = new StudietidInput
        {
            Utbildning = utbildning is null ? StudietidInput.HelaSkolan : $"{utbildning}",
            Omfattning = "100",
            Sida = await SidaAsync(valt, null, ct),
        };
        input.LaggTillRader();
        return View(input);
    }

    [HttpPost("{lasar}/ny")]
    public async Task<IActionResult> Ny(string lasar, StudietidInput input, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt))
            return NotFound();

        Forbered(input, await SidaAsync(valt, null, ct));
        if (input.Atgard == FlerRader)
            return MedFlerRader(nameof(Ny), input);

        var (uppgift, fel) = input.Tolka(input.Sida.Skolform, valt);
        long? utbildningId = null;
        if (input.Utbildning != StudietidInput.HelaSkolan)
        {
            if (long.TryParse(input.Utbildning, out var id))
                utbildningId = id;
            else
                fel = [(nameof(input.Utbildning), "Välj hela skolan eller en utbildning."), .. fel];
        }

        if (uppgift is null || fel.Count > 0)
            return Nekad(nameof(Ny), input, fel);

        var svar = await service.LaggTillAsync(valt, utbildningId, uppgift, ct);
        if (svar is null)
            return NotFound();
        if (!svar.IsAccepted)
            return svar.Refusals[0] is RapportenArHosCsn or LasaretRapporterasInte ? Tillbaka(valt, svar.Refusals[0]) : Nekad(nameof(Ny), input, svar.Refusals);

        return await SparadAsync(valt, svar.Value, "Studietiden är tillagd i utkastet.", ct);
    }

    [HttpGet("tid/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await studietider.ForAsync(id, ct) is not { } nu)
            return NotFound();
        if (nu.Forslag is { } forslag)
            return Redirect(forslag.Atgard == Studietidsatgard.Borttagning ? $"/studietider/tid/{forslag.Id}/ta-bort" : $"/studietider/tid/{forslag.Id}/andra");
        if (Stangd(nu) is { } hinder)
            return Tillbaka(nu.Lasar.Lasar, hinder);
        if (nu.Studietid.Atgard == Studietidsatgard.Borttagning)
            return Tillbaka(nu.Lasar.Lasar, new StudietidenTasBort());

        var input = new StudietidInput { Sida = await SidaAsync(nu.Lasar.Lasar, nu, ct) };
        input.Fyll(nu.Studietid);
        input.LaggTillRader();
        return View(input);
    }

    [HttpPost("tid/{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, StudietidInput input, CancellationToken ct)
    {
        if (await studietider.ForAsync(id, ct) is not { } nu)
            return NotFound();

        var lasar = nu.Lasar.Lasar;
        Forbered(input, await SidaAsync(lasar, nu, ct));
        if (input.Atgard == FlerRader)
            return MedFlerRader(nameof(Andra), input);

        var (uppgift, fel) = input.Tolka(input.Sida.Skolform, lasar);
        if (uppgift is null)
            return Nekad(nameof(Andra), input, fel);

        var svar = await service.AndraAsync(id, uppgift, Formularversion.Tolka(input.Version), input.Bekraftad, ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
            return await SparadAsync(lasar, svar.Value, "Ändringen är sparad i utkastet.", ct);

        switch (svar.Refusals[0])
        {
            case RapportenArHosCsn or LasaretRapporterasInte or StudietidenGallerInte or StudietidenTasBort:
                return Tillbaka(lasar, svar.Refusals[0]);
            case StudietidenBerorStuderande berorda:
                input.Sida = input.Sida with { Berorda = berorda.Antal };
                break;
            case StudietidenAndradAvAnnan konflikt:
                // What is saved next time is saved by somebody who has seen both, in the row that holds it now.
                input.Sida = input.Sida with { Konflikt = konflikt, Adress = $"/studietider/tid/{konflikt.StudietidId}/andra" };
                input.Version = $"{konflikt.Version}";
                break;
        }

        return Nekad(nameof(Andra), input, svar.Refusals);
    }

    [HttpGet("tid/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, CancellationToken ct)
    {
        if (await studietider.ForAsync(id, ct) is not { } nu)
            return NotFound();
        if (nu.Forslag is { } forslag)
            return Redirect($"/studietider/tid/{forslag.Id}/ta-bort");

        return Stangd(nu) is { } hinder ? Tillbaka(nu.Lasar.Lasar, hinder) : View(await BorttagningAsync(nu, ct));
    }

    [HttpPost("tid/{id:long}/ta-bort")]
    public async Task<IActionResult> TaBort(long id, BorttagningInput input, CancellationToken ct)
    {
        if (await studietider.ForAsync(id, ct) is not { } nu)
            return NotFound();

        var lasar = nu.Lasar.Lasar;
        var svar = await service.TaBortAsync(id, Formularversion.Tolka(input.Version), input.Bekraftad, ct);
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart((nu.Studietid.Status, nu.Studietid.Atgard) switch
            {
                (Studietidsstatus.Galler, _) => "Borttagningen ligger i utkastet. Studietiden gäller tills CSN har godkänt rapporten.",
                (_, Studietidsatgard.Borttagning) => "Borttagningen är ångrad. Studietiden gäller som förut.",
                (_, Studietidsatgard.Andring) => "Ändringen är ångrad. Studietiden gäller som förut.",
                _ => "Studietiden är borttagen ur utkastet.",
            });
            return Redirect($"/studietider/{lasar.Adress}");
        }

        if (svar.Refusals[0] is RapportenArHosCsn or LasaretRapporterasInte or StudietidenGallerInte)
            return Tillbaka(lasar, svar.Refusals[0]);

        ModelState.Clear();
        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals[0] is StudietidenAndradAvAnnan ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(await BorttagningAsync((await studietider.ForAsync(id, ct))!, ct));
    }

    private async Task<BorttagningModell> BorttagningAsync(Studietidssida nu, CancellationToken ct) =>
        new(nu)
        {
            Version = $"{nu.Studietid.Version}",
            Berorda = nu.Studietid.Status == Studietidsstatus.Galler ? await studietider.BerordaAsync(nu.Studietid.Id, ct) ?? 0 : 0,
            FarSeStuderande = anvandare.Har(Rattighet.VisaStuderande),
        };

    private Refusal? Stangd(Studietidssida nu) =>
        nu.Studietid.Status == Studietidsstatus.Ersatt ? new StudietidenGallerInte() : nu.Lasar.Hinder(klocka.SvenskDag());

    private async Task<Formularsida> SidaAsync(Lasar lasar, Studietidssida? nu, CancellationToken ct) =>
        new(lasar, await studietider.SkolformAsync(ct), nu is null ? await studietider.ValbaraAsync(lasar, ct) : [], nu) { FarSeStuderande = anvandare.Har(Rattighet.VisaStuderande) };

    /// <summary>The model is drawn as typed: without ModelState, whose rows have other numbers when empty ones are gone.</summary>
    private void Forbered(StudietidInput input, Formularsida sida)
    {
        ModelState.Clear();
        input.Sida = sida;
        input.Rensa();
    }

    private ViewResult MedFlerRader(string vy, StudietidInput input)
    {
        input.LaggTillFlerRader();
        return View(vy, input);
    }

    private ViewResult Nekad(string vy, StudietidInput input, IReadOnlyList<Refusal> hinder) => Nekad(vy, input, [.. hinder.Select(h => (h.Field ?? "", h.Sentence))]);

    private ViewResult Nekad(string vy, StudietidInput input, IReadOnlyList<(string Falt, string Mening)> fel)
    {
        foreach (var (falt, mening) in fel)
        {
            // A field that the school form does not have tells it to the whole form.
            var finns = falt is Studietidsfalt.Omfattning ? input.Sida.VisarOmfattning : falt is not Studietidsfalt.Poang || input.Sida.VisarPoang;
            ModelState.AddModelError(finns ? falt : "", mening);
        }

        Response.StatusCode = input.Sida.Konflikt is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        input.LaggTillRader();
        return View(vy, input);
    }

    /// <summary>What the rule asks about is told at once, and stands on the check page too.</summary>
    private async Task<IActionResult> SparadAsync(Lasar lasar, Studietid studietid, string klart, CancellationToken ct)
    {
        TempData.Klart(klart);
        if (await service.BedomAsync(lasar, studietid.UtbildningId, studietid.Uppgift, studietid.Id, ct) is { Varningar: { Count: > 0 } varningar })
            TempData.Upplysning($"Titta en gång till: {string.Join(' ', varningar.Select(v => v.Mening))} Stämmer det, förklara när du skickar rapporten.");
        return Redirect($"/studietider/{lasar.Adress}#tid-{studietid.Id}");
    }

    private RedirectResult Tillbaka(Lasar lasar, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/studietider/{lasar.Adress}");
    }
}

public class BorttagningInput
{
    public string? Version { get; set; }

    public bool Bekraftad { get; set; }
}

/// <summary>The check page before something is removed, or a proposal is taken back.</summary>
public sealed class BorttagningModell(Studietidssida sida) : BorttagningInput
{
    public Studietidssida Sida => sida;

    public Studietid Studietid => sida.Studietid;

    public string Vad => sida.Utbildning?.Uppgift.Namn ?? Studietidsord.HelaSkolan;

    public string Bas => $"/studietider/{sida.Lasar.Lasar.Adress}";

    public bool GallerNu => sida.Studietid.Status == Studietidsstatus.Galler;

    public int Berorda { get; init; }

    public bool FarSeStuderande { get; init; }

    public string Rubrik => (GallerNu, sida.Studietid.Atgard) switch
    {
        (true, _) => "Ta bort studietiden",
        (_, Studietidsatgard.Borttagning) => "Ångra borttagningen",
        (_, Studietidsatgard.Andring) => "Ångra ändringen",
        _ => "Ta bort ur utkastet",
    };
}
