using MinaTjanster.Core.Dokumentlagring.Pdf;

namespace MinaTjanster.Core.Brevutskrifter;

/// <summary>
/// The window of the envelopes that letters go in (C5 folded once, or DL folded in three), to the right: x 115–195 mm and y 45–75 mm from the page's upper left corner.
/// Nothing but name and address stands there.
/// </summary>
internal static class Brevfonster
{
    private const double Mm = 72 / 25.4;
    private const double X = 117 * Mm;
    private const double Y = 46 * Mm;
    private const double Bredd = 76 * Mm;

    /// <summary>All of the window.</summary>
    public const double Hojd = 28 * Mm;

    /// <summary>For the name alone: the rest is for the address, which is set when the letter is printed.</summary>
    public const double Namnhojd = 12 * Mm;

    /// <summary>From large to small: long names are set smaller rather than cut.</summary>
    private static readonly double[] Grader = [11, 10, 9, 8, 7];

    /// <summary>In the largest size at which every line stands within the height.</summary>
    public static void Rita(Pdfdokument dokument, Pdfsida sida, IEnumerable<string> adressrader, Pdftagg tagg, double hojd = Hojd)
    {
        var text = string.Join('\n', adressrader);
        var stil = Grader.Select(grad => new Pdfstil(grad, Bold: false, Pdffarg.Text))
            .FirstOrDefault(s => dokument.Lines(text, s, Bredd).Count * s.LineHeight <= hojd)
            ?? new Pdfstil(Grader[^1], Bold: false, Pdffarg.Text);
        var rader = dokument.Lines(text, stil, Bredd);
        var ryms = (int)(hojd / stil.LineHeight);
        for (var i = 0; i < Math.Min(rader.Count, ryms); i++)
            sida.Text(X, Y + (i * stil.LineHeight) + Pdfflode.Baseline(stil), i < rader.Count - 1 ? rader[i] + " " : rader[i], stil, tagg);
    }
}
