using System.Text.RegularExpressions;

namespace MinaTjanster.Web.Shared.Driftinformation;

/// <summary>A piece of a line: text, or an address that is a link.</summary>
public sealed record Textdel(string Text, bool ArLank);

/// <summary>Plain text for the page: an empty line begins a paragraph, and addresses with https or http are links. Nothing else means anything.</summary>
public static partial class Lopandetext
{
    /// <summary>Paragraphs of lines of pieces.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<Textdel>>> Stycken(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(stycke => (IReadOnlyList<IReadOnlyList<Textdel>>)[.. stycke.Split('\n').Select(Delar)]);

    private static List<Textdel> Delar(string rad)
    {
        List<Textdel> delar = [];
        var fran = 0;
        foreach (var traff in Adress().EnumerateMatches(rad))
        {
            if (traff.Index > fran)
                delar.Add(new(rad[fran..traff.Index], ArLank: false));
            delar.Add(new(rad.Substring(traff.Index, traff.Length), ArLank: true));
            fran = traff.Index + traff.Length;
        }

        if (fran < rad.Length)
            delar.Add(new(rad[fran..], ArLank: false));
        return delar;
    }

    /// <summary>Without the sign that ends the sentence.</summary>
    [GeneratedRegex("""https?://[^\s<>"]*[^\s<>".,;:!?)\]]""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Adress();
}
