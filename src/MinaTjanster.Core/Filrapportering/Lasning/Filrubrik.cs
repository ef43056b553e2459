using System.Text;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>A file's header row: which of its columns are which of ours.</summary>
public sealed class Filrubrik
{
    private const int MaxVisad = 40;

    private readonly int[] _platser;

    private Filrubrik(char avskiljare, int antalKolumner, int[] platser, IReadOnlyList<Filvarning> varningar)
    {
        Avskiljare = avskiljare;
        AntalKolumner = antalKolumner;
        _platser = platser;
        Varningar = varningar;
    }

    /// <summary>Semicolon or tab; comma where it may be.</summary>
    public char Avskiljare { get; }

    /// <summary>Columns in the file, those that are not ours too.</summary>
    public int AntalKolumner { get; }

    /// <summary>Columns that are not ours, and so are not read.</summary>
    public IReadOnlyList<Filvarning> Varningar { get; }

    /// <summary>Whether the file has the known column.</summary>
    public bool Has(int kolumn) => _platser[kolumn] >= 0;

    /// <summary>The field of a row that holds the known column, or negative when the file lacks it.</summary>
    internal int Falt(int kolumn) => _platser[kolumn];

    internal static Result<Filrubrik> Tolka(char avskiljare, IReadOnlyList<string> namn, Filkolumner kolumner)
    {
        // A separator after the last name makes no column.
        var antal = namn.Count;
        while (antal > 0 && namn[antal - 1].Length == 0)
            antal--;

        if (antal > Filgranser.MaxAntalFalt)
            return new ForMangaKolumner(antal);

        var traffar = Enumerable.Range(0, antal).ToLookup(i => kolumner.Plats(namn[i]));
        var kanda = Enumerable.Range(0, kolumner.Antal).Select(k => traffar[k].ToArray()).ToArray();
        if (Array.TrueForAll(kanda, falt => falt.Length == 0))
            return antal == 1 && namn[0].Contains(',', StringComparison.Ordinal) ? new RubrikMedKomma() : new RubrikSaknas(MasteFinnas(kolumner));

        Refusal[] fel = [.. Fel(kanda, namn, kolumner)];
        if (fel.Length > 0)
            return Result<Filrubrik>.Refused(fel);

        int[] platser = [.. kanda.Select(falt => falt is [var plats] ? plats : -1)];
        return new Filrubrik(avskiljare, antal, platser, [.. traffar[null].Select(i => Varning(namn[i], i))]);
    }

    private static IEnumerable<Refusal> Fel(int[][] kanda, IReadOnlyList<string> namn, Filkolumner kolumner)
    {
        foreach (var (kolumn, falt) in kolumner.Kolumner.Zip(kanda))
        {
            if (falt.Length > 1)
                yield return new KolumnDubbel(kolumn.Namn, string.Join(", ", falt.Select(i => Visa(namn[i]))));
            else if (falt.Length == 0 && kolumn.IsRequired)
                yield return new KolumnSaknas(kolumn.Namn);
        }
    }

    private static Filvarning Varning(string namn, int plats) => namn.Length == 0
        ? new("FIL-V-KOLUMN-UTAN-NAMN", $"Kolumn {plats + 1} har ingen rubrik och läses inte.")
        : new("FIL-V-KOLUMN", $"Kolumnen {Visa(namn)} hör inte till formatet och läses inte. Kontrollera stavningen om den skulle ha lästs.");

    private static string MasteFinnas(Filkolumner kolumner)
    {
        string[] krav = [.. kolumner.Kolumner.Where(k => k.IsRequired).Select(k => k.Namn)];
        return string.Join(", ", krav.Length > 0 ? krav : kolumner.Kolumner.Select(k => k.Namn));
    }

    /// <summary>A heading in a sentence: on one line and not too long.</summary>
    private static string Visa(string namn)
    {
        var text = new StringBuilder();
        foreach (var tecken in namn.EnumerateRunes().Take(MaxVisad))
            text.Append(Rune.IsControl(tecken) ? " " : tecken.ToString());

        return $"”{text}”";
    }
}
