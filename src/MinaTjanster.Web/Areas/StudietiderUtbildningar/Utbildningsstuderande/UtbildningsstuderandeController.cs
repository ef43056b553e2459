using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Utbildningsstuderande;

/// <summary>Who is reported in an education, and whom a studietid touches: for those who may see students.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider)]
public sealed class UtbildningsstuderandeController(StudieurvalQuery urval, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/utbildningar/{id:long}/studerande"), Kraver(Rattighet.VisaStuderande)]
    public async Task<IActionResult> Utbildning(long id, string? sida, CancellationToken ct) =>
        Visa(await urval.ForUtbildningAsync(id, Heltal.Sida(sida), ct), $"/utbildningar/{id}", "Utbildningen");

    [HttpGet("/studietider/tid/{id:long}/studerande"), Kraver(Rattighet.VisaStuderande)]
    public async Task<IActionResult> Studietid(long id, string? sida, CancellationToken ct) =>
        Visa(await urval.ForStudietidAsync(id, Heltal.Sida(sida), ct), $"/studietider/tid/{id}/andra", "Ändra studietiden");

    private IActionResult Visa(Studerandeurval? funna, string tillbaka, string tillbakatext) =>
        funna is null ? NotFound() : View("Index", new StuderandeurvalModell(funna, tillbaka, tillbakatext, anvandare.Har(Rattighet.SeSkyddadeIdentiteter)));
}

/// <param name="Tillbaka">Where the list was asked for.</param>
public sealed record StuderandeurvalModell(Studerandeurval Urval, string Tillbaka, string Tillbakatext, bool FarSeSkyddade)
{
    public string Adress(int sida) => $"{(Urval.Dagar is null ? Tillbaka : Tillbaka.Replace("/andra", "", StringComparison.Ordinal))}/studerande?sida={sida}";
}
