using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Web.Partner.Texter;
using MinaTjanster.Web.Partner.Webbinarier;

namespace MinaTjanster.Web.Sidfraga;

/// <summary>The pages that ask whether they helped, and so all that can be answered about.</summary>
public sealed class Fragesidor(Innehallsbibliotek bibliotek, Webbinarieregister webbinarier)
{
    /// <summary>Those that are no texts.</summary>
    private readonly string[] _ovriga =
        ["/tillganglighet", Felkatalog.Bas, Utbudspost.Bas, "/partner/sok", "/blanketter", "/webbinarier", .. webbinarier.Alla.Select(w => w.Adress)];

    /// <returns>The page's path as it is kept; null for what is no page that asks.</returns>
    public string? Hitta(string? sida)
    {
        var vag = sida?.TrimEnd('/') ?? "";
        return Array.Find(_ovriga, o => o.Equals(vag, StringComparison.OrdinalIgnoreCase))
            ?? (bibliotek.Hitta(vag) is { Sprak: Innehallsbibliotek.Svenska } text ? text.Adress : null);
    }
}
