using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Begaranden;

/// <summary>
/// Requests for services, decided by whoever the table names: one page for each of its columns, in that person's part of the portal. Every act is
/// posted to the page itself.
/// </summary>
[Area("Kontoadministration")]
public sealed class BegarandenController(BegaranService service) : Controller
{
    [HttpGet("/identity-manager/begaranden"), Kraver(Rattighet.AdministreraAnvandare)]
    public Task<IActionResult> Skolans(int sida, CancellationToken ct) => VisaAsync(Administrator.Skolan, sida, null, ct);

    [HttpPost("/identity-manager/begaranden"), Kraver(Rattighet.AdministreraAnvandare)]
    public Task<IActionResult> Skolans(BegaranInput input, CancellationToken ct) => AvgorAsync(Administrator.Skolan, input, ct);

    [HttpGet("/behorighetsbestallningar/begaranden"), Kraver(Rattighet.BestallBehorigheter)]
    public Task<IActionResult> Ansvarigas(int sida, CancellationToken ct) => VisaAsync(Administrator.Csn, sida, null, ct);

    [HttpPost("/behorighetsbestallningar/begaranden"), Kraver(Rattighet.BestallBehorigheter)]
    public Task<IActionResult> Ansvarigas(BegaranInput input, CancellationToken ct) => AvgorAsync(Administrator.Csn, input, ct);

    [HttpGet("/csn/begaranden"), Kraver(Rattighet.GodkannCsnOrder)]
    public Task<IActionResult> Csns(int sida, CancellationToken ct) => VisaAsync(Administrator.Blankettservice, sida, null, ct);

    [HttpPost("/csn/begaranden"), Kraver(Rattighet.GodkannCsnOrder)]
    public Task<IActionResult> Csns(BegaranInput input, CancellationToken ct) => AvgorAsync(Administrator.Blankettservice, input, ct);

    private async Task<IActionResult> AvgorAsync(Administrator administrator, BegaranInput input, CancellationToken ct)
    {
        if (!long.TryParse(input.Id, out var id) || !int.TryParse(input.Version, out var version) || input.Atgard is not ("Ja" or "Nej"))
            return BadRequest();

        var svar = input.Atgard == "Ja"
            ? await service.BeviljaAsync(administrator, id, version, ct)
            : await service.AvslaAsync(administrator, id, version, input.Skal, ct);
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value switch
            {
                { Status: Begaranstatus.Avslagen } => "Svaret är skickat till den som frågade.",
                { BestallningId: not null } => "Behörigheten är beställd hos CSN. Du följer beställningen i listan över beställningar.",
                _ => "Personen har fått behörigheten.",
            });
            return Redirect(Begarandesida.Adress(administrator));
        }

        ModelState.Clear();
        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(administrator, 1, (id, input.Skal), ct);
    }

    private async Task<IActionResult> VisaAsync(Administrator administrator, int sida, (long Id, string? Skal)? skrivet, CancellationToken ct) =>
        View("Index", new Begarandesida(administrator, await service.VantandeAsync(administrator, sida, ct), skrivet));
}

/// <summary>A decision: which request, which of its buttons, and why when it is no.</summary>
public sealed class BegaranInput
{
    public string? Id { get; init; }

    public string? Version { get; init; }

    public string? Atgard { get; init; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Skal { get; init => field = value?.ReplaceLineEndings("\n"); }
}

/// <param name="Skrivet">The reason typed in a refused post.</param>
public sealed record Begarandesida(Administrator Administrator, Listsida<Begaranrad> Lista, (long Id, string? Skal)? Skrivet)
{
    /// <summary>For the error summary, which links to the field of that name.</summary>
    public string? Skal => Skrivet?.Skal;

    public static string Adress(Administrator administrator) => administrator switch
    {
        Administrator.Skolan => "/identity-manager/begaranden",
        Administrator.Csn => "/behorighetsbestallningar/begaranden",
        _ => "/csn/begaranden",
    };

    public string Adressen => Adress(Administrator);

    public string Ja => Administrator == Administrator.Csn ? "Beställ hos CSN" : "Ge behörigheten";
}
