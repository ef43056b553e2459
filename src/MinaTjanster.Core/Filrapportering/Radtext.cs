namespace MinaTjanster.Core.Filrapportering;

/// <summary>A row's values as one text, tabs between. Tabs and line breaks within a value become spaces: no column may hold them.</summary>
internal static class Radtext
{
    public static string Till(IEnumerable<string> varden, int max)
    {
        var text = string.Join('\t', varden.Select(v => v.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? v : v.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ')));
        return text.Length > max ? text[..max] : text;
    }

    /// <summary>The values of <see cref="Till"/>; empty where the text ends too early.</summary>
    public static IReadOnlyList<string> Fran(string text, int antal)
    {
        var delar = text.Split('\t');
        return [.. Enumerable.Range(0, antal).Select(i => i < delar.Length ? delar[i] : "")];
    }
}
