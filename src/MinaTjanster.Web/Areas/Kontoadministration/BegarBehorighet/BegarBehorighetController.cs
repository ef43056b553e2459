using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.BegarBehorighet;

/// <summary>A user of a school asks for a service there, with a reason.</summary>
[Area("Kontoadministration"), Inloggad, Route("/begar-behorighet")]
public sealed class BegarBehorighetController(BegaranService service, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken ct) => VisaAsync(new BegarInput(), ct);

    [HttpPost("")]
    public async Task<IActionResult> Index(BegarInput input, CancellationToken ct)
    {
        if (anvandare.AktivSkola is null)
            return NotFound();

        var svar = await service.BegarAsync(input.Tolka(), input.Skal, ct);
        if (svar.IsAccepted)
        {
            TempData.Klart("Din begäran är skickad. Du får svaret i ett mejl, och det visas här.");
            return Redirect("/begar-behorighet");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await VisaAsync(input, ct);
    }

    /// <summary>CSN staff hold nothing at schools and ask for nothing here.</summary>
    private async Task<IActionResult> VisaAsync(BegarInput input, CancellationToken ct) =>
        anvandare.AktivSkola is not null
            ? View("Index", new BegarModell(await service.SkolaAsync(ct), service.Saknade(), await service.EgnaAsync(ct)) { Tjanst = input.Tjanst, Skal = input.Skal })
            : anvandare.Skolor.Count > 0 ? Redirect("/") : NotFound();
}

/// <summary>As typed.</summary>
public class BegarInput
{
    public string? Tjanst { get; init; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Skal { get; init => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>By its own name; never by number.</summary>
    internal Behorighetsslag? Tolka() => Enum.TryParse<Behorighetsslag>(Tjanst, out var slag) && slag.ToString() == Tjanst ? slag : null;
}

/// <summary>The form, and what became of earlier requests.</summary>
public sealed class BegarModell(Skola skola, IReadOnlyList<Behorighetsslag> saknade, IReadOnlyList<EgenBegaran> egna) : BegarInput
{
    public Skola Skola => skola;

    public IReadOnlyList<EgenBegaran> Egna => egna;

    public IReadOnlyList<Alternativ> Tjanster { get; } =
        [.. saknade.Where(s => !egna.Any(e => e.Slag == s && e.Status == Begaranstatus.Vantar)).Select(s => new Alternativ(s.ToString(), s.Text(), $"Beslutas av {Beslutare(s, skola)}."))];

    private static string Beslutare(Behorighetsslag slag, Skola skola) => Behorighetsadministration.For(slag, skola) switch
    {
        Administrator.Csn => "skolans behörighetsansvarig, som beställer den hos CSN",
        var administrator => administrator.Text(),
    };
}
