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

namespace MinaTjanster.Web.Areas.Kontoadministration.Administratorer;

/// <summary>The school's behörighetsadministratörer, and the proposal of a new one.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.ForeslaAdministrator)]
public sealed class AdministratorerController(
    SkolanvandareQuery anvandarna,
    AdministratorsbyteService byten,
    AktuellAnvandare anvandare,
    TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/administratorer")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new AdministratorerModell(await AdministratorerAsync(ct), await byten.SkolansAsync(ct), anvandare.Har(Rattighet.AdministreraAnvandare), klocka.UtcNu()));

    [HttpGet("/identity-manager/administratorer/foresla")]
    public async Task<IActionResult> Foresla(CancellationToken ct) =>
        View(await MedValAsync(new ForeslaInput { Nyckel = Hemlighet.NyKort() }, ct));

    [HttpPost("/identity-manager/administratorer/foresla")]
    public async Task<IActionResult> Foresla(ForeslaInput input, CancellationToken ct)
    {
        var svar = Tolka(input);
        if (svar.IsAccepted)
        {
            var begart = await byten.BegarAsync(input.Nyckel!, svar.Value, ct);
            if (begart.IsAccepted)
            {
                TempData.Klart($"Förslaget är sparat. {begart.Value.RektorNamn} har fått ett mejl med en länk för att skriva under.");
                return Redirect("/identity-manager/administratorer");
            }

            svar = Result<Bytesbegaran>.Refused(begart.Refusals);
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await MedValAsync(input, ct));
    }

    [HttpPost("/identity-manager/administratorer/{id:long}/aterkalla"), FormularPaSida(2)]
    public async Task<IActionResult> Aterkalla(long id, string? version, CancellationToken ct)
    {
        var svar = await byten.AterkallaAsync(id, Formularversion.Tolka(version), ct);
        if (svar is null)
        {
            return NotFound();
        }

        if (svar.IsAccepted)
        {
            TempData.Klart("Förslaget är återkallat. Rektors länk fungerar inte längre.");
        }
        else
        {
            TempData.Upplysning(svar.Refusals[0].Sentence);
        }

        return Redirect("/identity-manager/administratorer");
    }

    private async Task<IReadOnlyList<Anvandarrad>> AdministratorerAsync(CancellationToken ct) =>
        [.. (await anvandarna.AllaAsync(ct)).Where(a => a.Lage != Kontolage.Avslutat && a.Har(Behorighetsslag.Behorighetsadministrator))];

    private async Task<ForeslaInput> MedValAsync(ForeslaInput input, CancellationToken ct)
    {
        input.Administratorer = [.. (await AdministratorerAsync(ct)).Select(a => new Alternativ($"{a.KontoId}", a.Namn))];
        return input;
    }

    private Result<Bytesbegaran> Tolka(ForeslaInput input)
    {
        List<Refusal> fel = [];
        var uppgifter = Kontouppgifter.Tolka(input.Namn, input.Epost, input.Telefon, null, klocka.SvenskDag());
        fel.AddRange(uppgifter.Refusals);
        var rektor = Kontouppgifter.Tolka(input.RektorNamn, input.RektorEpost, null, null, klocka.SvenskDag());
        fel.AddRange(rektor.Refusals.Select(r => r switch { EpostSaknas => (Refusal)new RektorEpostSaknas(), EpostOgiltig => new RektorEpostOgiltig(), _ => new RektorOgiltig() }));
        long? avgar = null;
        if (!string.IsNullOrEmpty(input.AvgarId))
        {
            if (long.TryParse(input.AvgarId, out var id))
                avgar = id;
            else
                fel.Add(new AvgaendeArInteAdministrator());
        }

        if (input.Nyckel is not { Length: 32 })
            fel.Add(new BytetAvgjort());
        return fel.Count > 0
            ? Result<Bytesbegaran>.Refused(fel)
            : new Bytesbegaran(uppgifter.Value, avgar, rektor.Value.Namn, rektor.Value.Epost);
    }
}

public sealed record AdministratorerModell(IReadOnlyList<Anvandarrad> Administratorer, IReadOnlyList<Administratorsbyte> Byten, bool ArAdministrator, DateTime Nu)
{
    public static (string Text, string Farg) Visa(Administratorsbyte bytet, DateTime nu) => bytet.Status switch
    {
        Bytesstatus.VantarPaRektor when !bytet.KanSigneras(nu) => ("Rektors länk har gått ut", "warning"),
        Bytesstatus.VantarPaRektor => ("Väntar på rektors underskrift", "info"),
        Bytesstatus.VantarPaCsn => ("Väntar på CSN", "info"),
        Bytesstatus.Godkant => ("Godkänt av CSN", "success"),
        Bytesstatus.Avslaget => ("Inte godkänt av CSN", "danger"),
        _ => ("Återkallat", "neutral"),
    };
}

public sealed class ForeslaInput : KontoInput
{
    /// <summary>Who stops; empty when the new one comes beside.</summary>
    public string? AvgarId { get; set; }

    public string? RektorNamn { get; set; }

    public string? RektorEpost { get; set; }

    /// <summary>The page's sändningsnyckel.</summary>
    public string? Nyckel { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Alternativ> Administratorer { get; set; } = [];
}
