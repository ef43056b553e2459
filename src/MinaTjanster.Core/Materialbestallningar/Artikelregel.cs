using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>An article as typed.</summary>
public sealed record Artikeltext(
    string? Nummer, string? Namn, string? Beskrivning, string? Slag, string? Sprak, string? Utgava, string? Bild, string? Minst, string? Mest);

/// <summary>Judges what blankettservice types of an article. Touches no database.</summary>
public static class Artikelregel
{
    /// <summary>More than this in one order, or in stock, is a slip of the hand.</summary>
    public const int MaxAntal = 10_000;

    public const int MaxSaldo = 999_999;

    public static Result<Artikeluppgift> Bedom(Artikeltext text)
    {
        List<Refusal> fel = [];

        string Rad(string? skrivet, int max, Refusal nej)
        {
            var rad = SvenskText.Enkelrad(skrivet) ?? "";
            if (rad.Length == 0 || rad.Length > max || Personnummermask.Finns(rad))
                fel.Add(nej);
            return rad;
        }

        T Val<T>(string? skrivet, Refusal nej)
            where T : struct, Enum
        {
            // By name alone: Enum.TryParse takes any number too.
            if (skrivet is not null && Enum.GetNames<T>().Contains(skrivet))
                return Enum.Parse<T>(skrivet);

            fel.Add(nej);
            return default;
        }

        int Tal(string? skrivet, Refusal nej)
        {
            if (Heltal.TryTolka(skrivet, out var tal) && tal is > 0 and <= MaxAntal)
                return tal;

            fel.Add(nej);
            return 0;
        }

        var uppgift = new Artikeluppgift(
            Rad(text.Nummer, Materialartikel.MaxNummer, new ArtikelnummerFel()).ToUpperInvariant(),
            Rad(text.Namn, Materialartikel.MaxNamn, new ArtikelnamnFel()),
            Rad(text.Beskrivning, Materialartikel.MaxBeskrivning, new ArtikelbeskrivningFel()),
            Val<Artikelslag>(text.Slag, new ArtikelslagFel()),
            Val<Artikelsprak>(text.Sprak, new ArtikelsprakFel()),
            Rad(text.Utgava, Materialartikel.MaxUtgava, new ArtikelutgavaFel()),
            Val<Artikelbild>(text.Bild, new ArtikelbildFel()),
            Tal(text.Minst, new ArtikelMinstFel()),
            Tal(text.Mest, new ArtikelMestFel()));
        if (uppgift.Minst > 0 && uppgift.Mest > 0 && uppgift.Mest < uppgift.Minst)
            fel.Add(new ArtikelMestUnderMinst());
        return fel.Count > 0 ? Result<Artikeluppgift>.Refused(fel) : uppgift;
    }

    /// <summary>A change of stock as typed: 500, +500 or -20; not 0.</summary>
    public static bool TryForandring(string? text, out int forandring)
    {
        forandring = 0;
        var rensad = (text ?? "").Trim().Replace('−', '-').Replace('–', '-');
        var minus = rensad.StartsWith('-');
        if (!Heltal.TryTolka(rensad.TrimStart('+', '-'), out var tal) || tal == 0 || rensad.Count(c => c is '+' or '-') > 1)
            return false;

        forandring = minus ? -tal : tal;
        return true;
    }

    /// <summary>The fields as a reader sees them.</summary>
    public static IReadOnlyList<(string Namn, string Varde)> Rader(Artikeluppgift u) =>
    [
        ("Artikelnummer", u.Nummer),
        ("Namn", u.Namn),
        ("Beskrivning", u.Beskrivning),
        ("Slag", u.Slag.Text()),
        ("Språk", u.Sprak.Text()),
        ("Utgåva", u.Utgava),
        ("Bild", u.Bild.Text()),
        ("Minst per beställning", $"{u.Minst}"),
        ("Högst per beställning", $"{u.Mest}"),
    ];
}
