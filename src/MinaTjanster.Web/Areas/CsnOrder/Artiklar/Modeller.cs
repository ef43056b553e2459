using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.CsnOrder.Artiklar;

public sealed record ArtiklarModell(Listsida<Artikelrad> Lista, Artikelplats Plats)
{
    public string? Slag => Plats.Slag;

    public string? Sprak => Plats.Sprak;
}

public sealed record ArtikelModell(Artikelrad Rad, IReadOnlyList<Historikrad> Historik)
{
    public Materialartikel Artikel => Rad.Artikel;

    public string Adress => $"/csn/csn-order/artiklar/{Artikel.Id}";
}

/// <summary>An article as typed.</summary>
public sealed class ArtikelInput
{
    public string? Nummer { get; set; }

    public string? Namn { get; set; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Beskrivning { get; set => field = value?.ReplaceLineEndings("\n"); }

    public string? Slag { get; set; }

    public string? Sprak { get; set; }

    public string? Utgava { get; set; }

    public string? Bild { get; set; }

    public string? Minst { get; set; }

    public string? Mest { get; set; }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Materialartikel? Nu { get; set; }

    /// <summary>Somebody else has saved meanwhile: what holds is shown above what was typed.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Artikeltext Skrivet() => new(Nummer, Namn, Beskrivning, Slag, Sprak, Utgava, Bild, Minst, Mest);

    public void Fyll(Artikeluppgift u)
    {
        (Nummer, Namn, Beskrivning, Slag, Sprak) = (u.Nummer, u.Namn, u.Beskrivning, $"{u.Slag}", $"{u.Sprak}");
        (Utgava, Bild, Minst, Mest) = (u.Utgava, $"{u.Bild}", $"{u.Minst}", $"{u.Mest}");
    }

    public static IEnumerable<Alternativ> Bilder() => Enum.GetValues<Artikelbild>().Select(b => new Alternativ($"{b}", b.Text()));
}

/// <summary>A change of stock as typed.</summary>
public sealed class LagerInput
{
    public string? Forandring { get; set; }

    public string? Skal { get; set; }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Artikelrad? Rad { get; set; }
}
