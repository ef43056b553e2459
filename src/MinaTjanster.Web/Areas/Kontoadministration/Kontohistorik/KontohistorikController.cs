using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.Kontoadministration.Kontohistorik;

/// <summary>What has been done with the active school's accounts; as page and as CSV.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AdministreraAnvandare)]
public sealed class KontohistorikController(
    KontohistorikQuery historik,
    IValidator<KontohistorikInput> validator,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    [HttpGet("/identity-manager/historik")]
    public async Task<IActionResult> Index(KontohistorikInput input, CancellationToken ct)
    {
        if (!Granska(input))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return await VisaAsync(input, ct);
    }

    /// <summary>The choice becomes the page's address, which names a user by number only.</summary>
    [HttpPost("/identity-manager/historik"), TillatILaslage]
    public async Task<IActionResult> Valj(KontohistorikInput input, CancellationToken ct)
    {
        if (Granska(input))
        {
            return Redirect(input.Adress());
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await VisaAsync(input, ct);
    }

    [HttpGet("/identity-manager/historik/csv")]
    public async Task<IActionResult> Csv(KontohistorikInput input, CancellationToken ct)
    {
        if (!Granska(input))
        {
            return Redirect(input.Adress());
        }

        var skola = anvandare.AktivSkola!;
        var rader = await historik.AllaAsync(input.Fraga(), ct);
        audit.Add(Acts.AccountHistoryExported, AuditObjects.Skola, skola.Id, skola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"kontohistorik-{skola.Skolkod}-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            ["Tid", "Händelse", "Gäller", "Av", "Ändringar", "Skäl"],
            rader.Select(r => new[]
            {
                r.Tid.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                r.Text,
                r.Galler,
                r.Vem,
                string.Join("; ", r.Andringar),
                r.Varfor,
            }));
    }

    private bool Granska(KontohistorikInput input)
    {
        ModelState.AddErrors(validator.Validate(input));
        return ModelState.IsValid;
    }

    /// <summary>With dates that cannot be read, the newest of all are shown below what was typed.</summary>
    private async Task<ViewResult> VisaAsync(KontohistorikInput input, CancellationToken ct)
    {
        var fraga = ModelState.IsValid ? input.Fraga() : new Kontohistorikfraga(null, null, null);
        return View("Index", new KontohistorikModell(input, await historik.PersonerAsync(ct), await historik.SidaAsync(fraga, input.Sidnummer, ct)));
    }
}

/// <summary>As typed, or as the address has it.</summary>
public class KontohistorikInput
{
    /// <summary>The number of a <see cref="Skolanvandare"/>; empty for all.</summary>
    public string? Person { get; set; }

    public string? Fran { get; set; }

    public string? Till { get; set; }

    public string? Sida { get; set; }

    public int Sidnummer => Heltal.Sida(Sida);

    /// <summary>Call it once the validator has accepted. A number that is no user's asks for nobody.</summary>
    public Kontohistorikfraga Fraga() => new(
        string.IsNullOrEmpty(Person) ? null : long.TryParse(Person, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
        Datumtolk.TryTolka(Fran, out var fran) ? fran : null,
        Datumtolk.TryTolka(Till, out var till) ? till : null);

    public string Adress(int sida = 1) => Bygg("/identity-manager/historik", sida);

    public string Csvadress() => Bygg("/identity-manager/historik/csv", 1);

    private string Bygg(string vag, int sida)
    {
        var delar = new[] { ("person", Person), ("fran", Fran), ("till", Till), ("sida", sida > 1 ? $"{sida}" : null) }
            .Where(d => !string.IsNullOrWhiteSpace(d.Item2))
            .Select(d => $"{d.Item1}={Uri.EscapeDataString(d.Item2!)}")
            .ToList();
        return delar.Count == 0 ? vag : $"{vag}?{string.Join('&', delar)}";
    }
}

internal sealed class KontohistorikValidator : AbstractValidator<KontohistorikInput>
{
    public KontohistorikValidator()
    {
        RuleFor(i => i.Fran).Must(t => string.IsNullOrWhiteSpace(t) || Datumtolk.TryTolka(t, out _)).WithMessage("Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22, eller lämna fältet tomt.");
        RuleFor(i => i.Till).Must(t => string.IsNullOrWhiteSpace(t) || Datumtolk.TryTolka(t, out _)).WithMessage("Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22, eller lämna fältet tomt.");
        RuleFor(i => i.Till)
            .Must((i, t) => !Datumtolk.TryTolka(i.Fran, out var fran) || !Datumtolk.TryTolka(t, out var till) || fran <= till)
            .WithMessage("Den sista dagen ligger före den första. Ändra ett av datumen.");
    }
}

/// <summary>The page. The fields stand first: the error summary follows their order.</summary>
public sealed class KontohistorikModell(KontohistorikInput input, IReadOnlyList<(long Id, string Namn)> personer, Listsida<Kontohistorikrad> lista) : KontohistorikInput
{
    public KontohistorikInput Input => input;

    public IReadOnlyList<(long Id, string Namn)> Personer => personer;

    public Listsida<Kontohistorikrad> Lista => lista;
}
