using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Utfallsbeslut;

/// <summary>Decides the outcome: offset, återkrav or nothing.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/{arendeId:long}/utfall")]
public sealed class UtfallsbeslutController(
    ArendeService service,
    AnteckningService anteckningar,
    Arendeoppning oppning,
    IValidator<UtfallInput> validator,
    AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var modell = Modell(detaljer, ko, new UtfallInput
        {
            Motivering = (await anteckningar.HamtaAsync(detaljer.Arende, ct))?.Innehall.Motivering
                ?? (detaljer.Arende.KontrollAterlamnad is null ? null : detaljer.Utfallskontroller[^1].Kontroll.Motivering),
            Version = $"{detaljer.Arende.Version}",
        });
        if (modell.Hinder is { } hinder)
        {
            TempData.Upplysning(hinder.Sentence);
            return Redirect(modell.Plats.Arende(arendeId));
        }

        return View(modell);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(long arendeId, string? ko, UtfallInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
        {
            return BadRequest();
        }

        if (input.Utkast is not null)
        {
            return await SparaUtkastAsync(arendeId, ko, input, ct);
        }

        IReadOnlyList<Refusal> nej = [];
        ModelState.AddErrors(await validator.ValidateAsync(input, ct));
        if (ModelState.IsValid)
        {
            if (await service.BeslutaUtfallAsync(arendeId, version, input.Uppgift, ct) is not { } svar)
            {
                return NotFound();
            }

            if (svar.IsAccepted)
            {
                TempData.Klart(svar.Value.VantarKontroll
                    ? "Utfallet är beslutat och väntar på en kollegas kontroll. Det gäller när kollegan har hållit med."
                    : "Utfallet är beslutat. Brevet ligger i utskriftskön.");
                return Redirect(Koplats.FranKo(ko).Arende(arendeId));
            }

            nej = svar.Refusals;
            ModelState.AddRefusals(nej);
        }

        return await NekaAsync(arendeId, ko, input, nej, ct);
    }

    /// <summary>Keeps the text with the case's notes; nothing is sent or decided.</summary>
    private async Task<IActionResult> SparaUtkastAsync(long arendeId, string? ko, UtfallInput input, CancellationToken ct)
    {
        if (await anteckningar.SparaUtkastAsync(arendeId, Arendeatgard.BeslutaUtfall, i => i with { Motivering = input.Motivering }, ct) is not { } svar)
        {
            return NotFound();
        }

        if (!svar.IsAccepted)
        {
            ModelState.AddRefusals(svar.Refusals);
            return await NekaAsync(arendeId, ko, input, svar.Refusals, ct);
        }

        TempData.Klart("Texten är sparad bland anteckningarna i ärendet.");
        return Redirect(Koplats.FranKo(ko).Arende(arendeId));
    }

    /// <summary>What was typed, and the case as it stands now: the form is then for that version.</summary>
    private async Task<IActionResult> NekaAsync(long arendeId, string? ko, UtfallInput input, IReadOnlyList<Refusal> nej, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var konflikt = nej.Any(n => n.Field is null);
        Response.StatusCode = konflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        ModelState.Remove(nameof(input.Version));
        var version = konflikt ? $"{detaljer.Arende.Version}" : input.Version;
        return View(Modell(detaljer, ko, new UtfallInput { Val = input.Val, Svar = input.Svar, Motivering = input.Motivering, Version = version }));
    }

    private UtfallModell Modell(Arendedetaljer detaljer, string? ko, UtfallInput input) =>
        new(detaljer, Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter), anvandare.KontoId)
        {
            Val = input.Val,
            Svar = input.Svar,
            Motivering = input.Motivering,
            Version = input.Version,
        };
}

/// <summary>As typed.</summary>
public class UtfallInput
{
    public string? Svar { get; init; }

    public string? Val { get; init; }

    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Motivering { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }

    /// <summary>The button that keeps what is typed for later.</summary>
    public string? Utkast { get; init; }

    /// <summary>Once the validator has passed it.</summary>
    internal Utfallsuppgift Uppgift => new(Tolka<Utfallsval>(Val) ?? default, Tolka<Horandesvar>(Svar) ?? default, Motivering);

    /// <summary>By its own name; never by number.</summary>
    internal static T? Tolka<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var val) && Enum.IsDefined(val) && val.ToString() == text ? val : null;
}

internal sealed class UtfallValidator : AbstractValidator<UtfallInput>
{
    public UtfallValidator()
    {
        RuleFor(i => i.Svar).Must(s => UtfallInput.Tolka<Horandesvar>(s) is not null).WithMessage("Välj om det har kommit ett svar.");
        RuleFor(i => i.Val).Must(v => UtfallInput.Tolka<Utfallsval>(v) is not null).WithMessage("Välj vad du beslutar.");
        RuleFor(i => i.Motivering).MaximumLength(Skolkbeslut.MaxMotivering).WithMessage($"Motiveringen är för lång. Skriv högst {Skolkbeslut.MaxMotivering} tecken.");
    }
}

/// <summary>The page on which the outcome is decided. The fields stand first: the error summary follows their order.</summary>
public sealed class UtfallModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : UtfallInput
{
    public static IEnumerable<Alternativ> Svarsval =>
        [new($"{Horandesvar.IngetSvar}", "Nej"), new($"{Horandesvar.Synpunkter}", "Ja", "Bemöt svaret i motiveringen.")];

    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    /// <summary>Who got the question, and may have answered.</summary>
    public Brevmottagare Mottagare =>
        Brevmottagartext.For(detaljer.Studerande.Personnummer, detaljer.Beslut.Select(b => b.Beslut).LastOrDefault(detaljer.Arende.GallerFragan), detaljer.Idag);

    public IEnumerable<Alternativ> Beslutsval =>
    [
        new(
            $"{Utfallsval.EnligtUppskattningen}",
            detaljer.Avrakning switch
            {
                { FelUtbetalt.Belopp: 0 } => "Inget har betalats ut felaktigt",
                { Aterkravs: 0 } a => $"{SvenskText.Kronor(a.Avraknas)} avräknas",
                { Avraknas: 0 } a => $"{SvenskText.Kronor(a.Aterkravs)} återkrävs",
                var a => $"{SvenskText.Kronor(a.Avraknas)} avräknas och {SvenskText.Kronor(a.Aterkravs)} återkrävs",
            },
            "Enligt uppskattningen."),
        .. detaljer.Uppskattning.Belopp == 0 ? Array.Empty<Alternativ>()
            : [new($"{Utfallsval.IngetKrav}", "Inget krävs tillbaka", "Skriv i motiveringen vad som har kommit fram.")],
    ];

    /// <summary>Why the outcome cannot be decided now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.BeslutaUtfall, detaljer.Arende, kontoId, detaljer.Handlaggare, detaljer.Avrakning)
        ?? (detaljer.Uppskattning.Belopp > 0 && Beslutsregel.SkaFragas(detaljer.Arende, detaljer.Avrakning) ? new ArendeInteKommunicerat() : null);
}
