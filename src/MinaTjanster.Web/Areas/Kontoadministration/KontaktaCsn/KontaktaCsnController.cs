using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.KontaktaCsn;

/// <summary><em>Kontakta CSN</em>: all contact persons, those of the viewer's school in bold and first, and the request for another rapporteringssätt.</summary>
[Area("Kontoadministration"), Route("/kontakta-csn")]
public sealed class KontaktaCsnController(KontaktQuery kontakter, TelefontidQuery telefon, KanalandringService andringar, AktuellAnvandare anvandare) : Controller
{
    [HttpGet(""), Inloggad]
    public Task<IActionResult> Index(CancellationToken ct) => VisaAsync(new SattInput(), ct);

    [HttpPost(""), Kraver(Rattighet.BegarRapporteringssatt)]
    public async Task<IActionResult> Index(SattInput input, CancellationToken ct)
    {
        var svar = await andringar.BegarAsync(input.Tolka(), input.Dag(), input.Skal, ct);
        if (svar.IsAccepted)
        {
            TempData.Klart("Begäran är skickad till skolans kontaktperson på CSN. Du får svaret i ett mejl.");
            return Redirect("/kontakta-csn");
        }

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = svar.Refusals.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(input, ct);
    }

    private async Task<IActionResult> VisaAsync(SattInput input, CancellationToken ct) => View("Index", new KontaktModell(
        await kontakter.AllaAsync(ct),
        await kontakter.EgenAsync(ct),
        await telefon.ForAsync(ct),
        anvandare.Har(Rattighet.BegarRapporteringssatt))
    { Satt = input.Satt, Fran = input.Fran, Skal = input.Skal });
}

/// <summary>As typed.</summary>
public class SattInput
{
    public string? Satt { get; init; }

    public string? Fran { get; init; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Skal { get; init => field = value?.ReplaceLineEndings("\n"); }

    internal DateOnly? Dag() => Datumtolk.TryTolka(Fran, out var dag) ? dag : null;

    /// <summary>By its own name; never by number.</summary>
    public Rapporteringssatt? Tolka() => Enum.TryParse<Rapporteringssatt>(Satt, out var satt) && satt.ToString() == Satt ? satt : null;
}

/// <param name="skola">The viewer's school; null for CSN staff and for those who have not chosen.</param>
public sealed class KontaktModell(IReadOnlyList<Kontaktperson> personer, Kanalbild? skola, Telefonbild telefon, bool farBegara) : SattInput
{
    public IReadOnlyList<Kontaktperson> Personer => personer;

    public Kanalbild? Skola => skola;

    public Telefonbild Telefon => telefon;

    public bool FarBegara => farBegara && skola is not null;

    public IEnumerable<Alternativ> Valbara =>
        skola!.Skola.Skolform.Valbara().Where(s => s != skola.Skola.Rapporteringssatt).Select(s => new Alternativ(s.ToString(), Kanaltext.For(s)));
}
