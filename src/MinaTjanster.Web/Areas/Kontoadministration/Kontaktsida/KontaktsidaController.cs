using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Kontaktsida;

/// <summary>CSN's side of <em>Kontakta CSN</em>: phone hours, days that are otherwise, and each contact person's card.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.SkotaKontaktsidan), Route("/csn/kontaktsidan")]
public sealed class KontaktsidaController(KontaktQuery kontakter, TelefontidQuery telefon, KontaktsidaService service, HistorikQuery historik) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken ct) => VisaAsync(new KontaktsidaInput(), true, ct);

    [HttpPost("")]
    public async Task<IActionResult> Index(KontaktsidaInput input, CancellationToken ct)
    {
        if (input.Atgard is not ("Vecka" or "Undantag" or "TaBort"))
            return BadRequest();

        var svar = await (input.Atgard switch
        {
            "Vecka" => service.SattVeckaAsync(input.Vecka(), input.Fore, ct),
            "Undantag" => service.LaggTillUndantagAsync(Datumtolk.TryTolka(input.Dag, out var dag) ? dag : null, input.Oppnar, input.Stanger, input.Orsak, ct),
            _ => service.TaBortUndantagAsync(long.TryParse(input.Id, out var id) ? id : null, ct),
        });
        if (svar.IsAccepted)
        {
            TempData.Klart(input.Atgard switch
            {
                "Vecka" => "Telefontiderna är sparade och visas nu under Kontakta CSN.",
                "Undantag" => "Avvikelsen är tillagd.",
                _ => "Avvikelsen är borttagen.",
            });
            return Redirect("/csn/kontaktsidan");
        }

        ModelState.AddRefusals(svar.Refusals);
        ModelState.Remove(nameof(input.Fore));
        input.ArKonflikt = svar.Refusals.All(n => n is TelefontidernaAndrade);
        Response.StatusCode = input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(input, input.Atgard != "Vecka", ct);
    }

    [HttpGet("personer/{kontoId:long}")]
    public async Task<IActionResult> Kort(long kontoId, CancellationToken ct)
    {
        if (await kontakter.KortAsync(kontoId, ct) is not var (person, kort))
            return NotFound();

        return View(new KortInput
        {
            Person = person,
            Historik = await historik.ForAsync(AuditObjects.Kontaktkort, kontoId, ct),
            Ansvarsomrade = kort?.Ansvarsomrade,
            Telefon = kort?.Telefon,
            Epost = kort?.Epost,
            Version = $"{kort?.Version}",
        });
    }

    [HttpPost("personer/{kontoId:long}")]
    public async Task<IActionResult> Kort(long kontoId, KortInput input, CancellationToken ct)
    {
        var svar = await service.AndraKortAsync(kontoId, input.Ansvarsomrade, input.Telefon, input.Epost, Formularversion.Tolka(input.Version), ct);
        if (svar is null || await kontakter.KortAsync(kontoId, ct) is not var (person, kort))
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart($"{person.Namn}: kortet är sparat och visas nu under Kontakta CSN.");
            return Redirect("/csn/kontaktsidan");
        }

        input.Person = person;
        input.Historik = await historik.ForAsync(AuditObjects.Kontaktkort, kontoId, ct);
        if (svar.Refusals.Any(r => r is KortetAndrat))
        {
            // What is saved next time is saved by somebody who has seen both.
            input.Galler = kort;
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{kort?.Version}";
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = input.Galler is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return View(input);
    }

    /// <param name="fyllVecka">The week's fields show what holds, not what was typed.</param>
    private async Task<IActionResult> VisaAsync(KontaktsidaInput input, bool fyllVecka, CancellationToken ct)
    {
        input.Telefon = await telefon.ForAsync(ct);
        input.Personer = await kontakter.AllaAsync(ct);
        input.Historik = await historik.ForAsync(AuditObjects.Kontaktsida, KontaktsidaService.Sida, ct);
        input.Fore = TelefontidQuery.Rad(input.Telefon.Vecka);
        if (fyllVecka)
            input.Fyll(input.Telefon.Vecka);
        return View("Index", input);
    }
}

/// <summary>As typed: the week, or a day that is otherwise.</summary>
public sealed class KontaktsidaInput
{
    public string? Atgard { get; set; }

    /// <summary>The week that the page showed.</summary>
    public string? Fore { get; set; }

    public string? MondayOppnar { get; set; }

    public string? MondayStanger { get; set; }

    public string? TuesdayOppnar { get; set; }

    public string? TuesdayStanger { get; set; }

    public string? WednesdayOppnar { get; set; }

    public string? WednesdayStanger { get; set; }

    public string? ThursdayOppnar { get; set; }

    public string? ThursdayStanger { get; set; }

    public string? FridayOppnar { get; set; }

    public string? FridayStanger { get; set; }

    public string? Dag { get; set; }

    public string? Oppnar { get; set; }

    public string? Stanger { get; set; }

    public string? Orsak { get; set; }

    /// <summary>The exception that is to go.</summary>
    public string? Id { get; set; }

    /// <summary>Somebody else has changed the week: what holds now is shown beside what was typed.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    [BindNever, ValidateNever]
    public Telefonbild Telefon { get; set; } = null!;

    [BindNever, ValidateNever]
    public IReadOnlyList<Kontaktperson> Personer { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<Historikrad> Historik { get; set; } = [];

    internal IReadOnlyList<Veckotext> Vecka() =>
    [
        new(DayOfWeek.Monday, MondayOppnar, MondayStanger),
        new(DayOfWeek.Tuesday, TuesdayOppnar, TuesdayStanger),
        new(DayOfWeek.Wednesday, WednesdayOppnar, WednesdayStanger),
        new(DayOfWeek.Thursday, ThursdayOppnar, ThursdayStanger),
        new(DayOfWeek.Friday, FridayOppnar, FridayStanger),
    ];

    internal void Fyll(IReadOnlyDictionary<DayOfWeek, Oppettid> vecka)
    {
        (string?, string?) Tid(DayOfWeek dag) => vecka.GetValueOrDefault(dag) is { } tid ? (Klockslag.Text(tid.Oppnar), Klockslag.Text(tid.Stanger)) : (null, null);
        (MondayOppnar, MondayStanger) = Tid(DayOfWeek.Monday);
        (TuesdayOppnar, TuesdayStanger) = Tid(DayOfWeek.Tuesday);
        (WednesdayOppnar, WednesdayStanger) = Tid(DayOfWeek.Wednesday);
        (ThursdayOppnar, ThursdayStanger) = Tid(DayOfWeek.Thursday);
        (FridayOppnar, FridayStanger) = Tid(DayOfWeek.Friday);
    }
}

/// <summary>A contact person's card as typed.</summary>
public sealed class KortInput
{
    public string? Ansvarsomrade { get; set; }

    public string? Telefon { get; set; }

    public string? Epost { get; set; }

    /// <summary>Empty where there was no card.</summary>
    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Kontaktperson Person { get; set; } = null!;

    /// <summary>What somebody else has saved meanwhile.</summary>
    [BindNever, ValidateNever]
    public Kontaktkort? Galler { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Historikrad> Historik { get; set; } = [];
}
