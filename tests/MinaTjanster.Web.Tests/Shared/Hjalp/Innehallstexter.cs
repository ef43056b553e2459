using System.Text.RegularExpressions;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Shared.Hjalp;

/// <summary>The Markdown of the public pages, as somebody of a school form reads it: what is for others only is cut out.</summary>
internal static partial class Innehallstexter
{
    private static readonly string Mapp = Projektrot.Fil("src", "MinaTjanster.Web", "Partner", "Innehall");

    /// <param name="text">Its file without the ending: handbok/inloggning.</param>
    /// <param name="slug">The school form in the address.</param>
    /// <returns>The ids of its headings; null when the text is not for the school form.</returns>
    public static IReadOnlySet<string>? Avsnitt(string text, string slug)
    {
        var rader = File.ReadAllLines(Path.Combine(Mapp, $"{text}.md"));
        var slut = Array.IndexOf(rader, "---", 1);
        var bara = rader[..slut].SkipWhile(r => r != "skolformer:").Skip(1).TakeWhile(r => r.StartsWith("  - ", StringComparison.Ordinal)).Select(r => r[4..].Trim()).ToList();
        if (bara.Count > 0 && !bara.Contains(slug))
            return null;

        var (ids, visas) = (new HashSet<string>(), true);
        foreach (var rad in rader[slut..])
        {
            if (rad.StartsWith(":::", StringComparison.Ordinal))
                visas = rad.Trim() == ":::" || rad[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(slug);
            else if (visas && Rubrik().Match(rad) is { Success: true } rubrik)
                ids.Add(rubrik.Groups["id"].Value);
        }

        return ids;
    }

    [GeneratedRegex("^#+ .*\\{#(?<id>[a-z0-9-]+)\\}\\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rubrik();
}
