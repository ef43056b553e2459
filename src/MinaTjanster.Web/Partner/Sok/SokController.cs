using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Partner.Partnersidor;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner.Sok;

/// <summary>The search over the public texts and the codes. What is sought stands in the address, except what looks like a personnummer: that is written nowhere.</summary>
[AllowAnonymous, EnableRateLimiting(AtkomstExtensions.Publikgrans)]
public sealed class SokController(Soktjanst tjanst, Innehallsbibliotek bibliotek, Portaladress portal) : Controller
{
    public const string Adress = "/partner/sok";

    /// <param name="nekad">A personnummer was typed: the page that says so has it in no address, and so sends it nowhere.</param>
    [HttpGet(Adress)]
    public IActionResult Index(string? q, string? skolform, bool nekad)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var form = skolform is null ? null : Skolformsslugar.FranSlug(skolform);
        if (Personnummermask.Finns(q))
            return Redirect($"{Adress}?nekad=true{(form?.Slug() is { } slug ? $"&skolform={slug}" : "")}");
        if (nekad)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        var fraga = nekad ? "" : q?.Trim() is { Length: > SokModell.MaxFraga } lang ? lang[..SokModell.MaxFraga] : q?.Trim() ?? "";
        return View(new SokModell(Ram(), fraga, form, nekad, fraga.Length == 0 ? null : tjanst.Sok(fraga, form)));
    }

    /// <summary>The frame of the texts around a page that is none.</summary>
    private PartnersidaModell Ram() => PartnersidaModell.For(
        new Textsida(Adress, Textslag.Fristaende, "sok", null, Innehallsbibliotek.Svenska, "Sök", "Sök bland sidor, frågor, handböcker och felkoder.", default, 0, [], [], []), bibliotek, portal);
}

/// <summary>A search as it is shown.</summary>
public sealed record SokModell : PartnersidaModell
{
    public const int MaxFraga = 100;

    /// <param name="nekas">A personnummer was typed.</param>
    /// <param name="svar">Null when nothing was sought.</param>
    public SokModell(PartnersidaModell ram, string fraga, Skolform? val, bool nekas, Soksvar? svar)
        : base(ram) =>
        (Fraga, Val, ArNekad, Svar) = (fraga, val, nekas, svar);

    public string Fraga { get; }

    public Skolform? Val { get; }

    public bool ArNekad { get; }

    public Soksvar? Svar { get; }

    /// <summary>Where one asks somebody.</summary>
    public string Kontakt => Val?.Slug() is { } slug ? $"/partner/{slug}/kontakt" : "/partner/gymnasieskola/kontakt";

    public static string Etikett(Sokpost post) => post.Slag switch
    {
        Sokslag.Felkod => "Felkod",
        Sokslag.Fraga => $"Fråga på sidan {post.Sida}",
        Sokslag.Handbok => post.Rubrik == post.Sida ? "Handbok" : $"Handboken {post.Sida}",
        _ => post.Rubrik == post.Sida ? "Sida" : post.Sida,
    };
}
