using System.Globalization;
using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>How numbers, strings and running text are spelled in a PDF, and how a text is broken into lines.</summary>
internal static class PdfText
{
    /// <summary>Composed characters (NFC), so that å typed as a + ring finds its glyph; control characters become spaces.</summary>
    public static IEnumerable<Rune> Runes(string text) =>
        WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes().Select(rune => Rune.IsControl(rune) ? new Rune(' ') : rune);

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A text string outside content streams: UTF-16BE with a byte order mark, in hexadecimal.</summary>
    public static string Literal(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(WellFormed(text)))}>";

    public static string Date(DateTime utc) => $"(D:{utc.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";

    /// <summary>
    /// Breaks at spaces; line feeds are kept; a word wider than the line is broken where it must be; a no-break space never breaks.
    /// An empty text is one empty line.
    /// </summary>
    public static List<string> Lines(string text, Pdfteckensnitt font, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in WellFormed(text).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                var wider = line.Length == 0 ? word : $"{line} {word}";
                if (font.Width(wider, size) <= width)
                {
                    line = wider;
                    continue;
                }

                if (line.Length > 0)
                    lines.Add(line);
                line = BreakWord(word, font, size, width, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    private static string BreakWord(string word, Pdfteckensnitt font, double size, double width, List<string> lines)
    {
        var (part, used) = (new StringBuilder(), 0d);
        foreach (var rune in word.EnumerateRunes())
        {
            var advance = font.Width(rune.ToString(), size);
            if (part.Length > 0 && used + advance > width)
            {
                lines.Add(part.ToString());
                part.Clear();
                used = 0;
            }

            part.Append(rune.ToString());
            used += advance;
        }

        return part.ToString();
    }

    /// <summary>Half a surrogate pair would make Normalize throw: it becomes U+FFFD.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
