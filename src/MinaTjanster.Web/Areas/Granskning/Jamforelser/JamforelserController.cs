using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Granskning.Jamforelser;

/// <summary>The report beside the försättsblad and the underlag, with what differs.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag)]
public sealed class JamforelserController(Arendeoppning oppning, AktuellAnvandare anvandare) : Controller
{
    /// <param name="underlag">The underlag to compare with; another than the case's gives the newest.</param>
    [HttpGet("/granskning/{arendeId:long}/jamforelse")]
    public async Task<IActionResult> Index(long arendeId, string? ko, long underlag, CancellationToken ct)
    {
        if (await oppning.OppnaAsync(arendeId, ct) is not { } detaljer)
        {
            return NotFound();
        }

        var valt = detaljer.Underlag.FirstOrDefault(u => u.Underlag.Id == underlag) ?? (detaljer.Underlag.Count > 0 ? detaljer.Underlag[0] : null);
        return View(new JamforelseModell(detaljer, Jamforelse.For(detaljer, valt), Koplats.FranKo(ko).ILane(detaljer.Studerande.Skydd), anvandare.Har(Rattighet.SeSkyddadeIdentiteter)));
    }
}

/// <summary>What the page shows.</summary>
public sealed record JamforelseModell(Arendedetaljer Detaljer, Jamforelse Jamforelse, Koplats Plats, bool FarSeSkyddade)
{
    public string Namn => Detaljer.Studerande.NamnFor(FarSeSkyddade);

    public string Sammanfattning => (Jamforelse.Valt, Jamforelse.AntalSkillnader) switch
    {
        (null, _) => "Inget underlag har kommit in. Det finns bara rapporten att visa.",
        (_, 0) => "Inga skillnader i det som är sparat.",
        (_, 1) => "1 skillnad.",
        var (_, antal) => $"{antal} skillnader.",
    };

    public string Adress(Arendeunderlag underlag) => $"{Plats.Arende(Detaljer.Arende.Id, "/jamforelse")}&underlag={underlag.Underlag.Id}";

    public static string Om(Arendeunderlag underlag) =>
        $"{(underlag.Underlag.Ankomstdag is { } dag ? SvenskText.Datum(dag) : "Okänd dag")}{(underlag.Underlag.Ankomstsatt == Ankomstsatt.Papper ? ", på papper" : "")}";
}
