using System.Globalization;

namespace MinaTjanster.Core.Dokumentlagring;

/// <summary>A file's name as the user's computer sends it, made fit to store and show.</summary>
public static class Filnamn
{
    private const string Namnlos = "namnlös fil";

    /// <summary>
    /// Without path, control and direction-changing characters, lone surrogates and outer spaces; at most <see cref="Dokument.MaxFilnamn"/>
    /// characters, shortened before the extension. Never empty.
    /// </summary>
    public static string Rensa(string? namn)
    {
        var utanVag = (namn ?? "")[((namn ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var rent = string.Concat(utanVag.EnumerateRunes()
            .Where(r => System.Text.Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            .Select(r => r.ToString())).Trim();
        if (rent.Length == 0)
            return Namnlos;

        if (rent.Length <= Dokument.MaxFilnamn)
            return rent;

        var andelse = Path.GetExtension(rent) is { Length: > 1 and <= 10 } e ? e : "";
        var slut = Dokument.MaxFilnamn - andelse.Length;
        if (char.IsHighSurrogate(rent[slut - 1]))
            slut--;

        return rent[..slut] + andelse;
    }
}
