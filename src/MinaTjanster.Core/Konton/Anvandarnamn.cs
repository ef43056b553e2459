using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>User names as CSN makes them: three letters of the first name, three of the last, two digits (annlin01).</summary>
public static class Anvandarnamn
{
    private const int Bokstaver = 3;

    /// <summary>The part before the digits: a–z only, at least one letter.</summary>
    public static string Stam(string namn)
    {
        var delar = namn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Latinska).Where(d => d.Length > 0).ToList();
        var stam = delar.Count switch
        {
            0 => "",
            1 => delar[0][..Math.Min(2 * Bokstaver, delar[0].Length)],
            _ => delar[0][..Math.Min(Bokstaver, delar[0].Length)] + delar[^1][..Math.Min(Bokstaver, delar[^1].Length)],
        };
        // A name in another script folds to nothing that can be typed on every keyboard.
        return stam.Length > 0 ? stam : "konto";
    }

    /// <summary>The first free name with the stem.</summary>
    /// <param name="upptagna">The names in use that begin with it, in any case.</param>
    public static string Ledigt(string stam, IEnumerable<string> upptagna)
    {
        var finns = upptagna.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(nummer => $"{stam}{nummer:00}").First(namn => !finns.Contains(namn));
    }

    private static string Latinska(string namn) => string.Concat(SvenskText.Folda(namn).Where(char.IsAsciiLetterLower));
}
