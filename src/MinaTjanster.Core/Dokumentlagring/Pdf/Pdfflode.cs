namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>Where the next thing goes: keeps the position on the page, starts new pages and pours lines over page ends.</summary>
internal sealed class Pdfflode(Pdfdokument document, Action<Pdfsida> startPage)
{
    public const double Margin = 56; // about 20 mm, what every printer manages
    public const double Top = 84;
    public const double Bottom = Pdfsida.Height - 68;
    public const double TextWidth = Pdfsida.Width - 2 * Margin;

    /// <summary>Distance down the page, in points.</summary>
    public double Y { get; set; } = Bottom;

    public Pdfsida Sida => document.Sidor[^1];

    public bool AtTop => Y <= Top;

    /// <summary>Starts a new page unless this much is left.</summary>
    public void Ensure(double height)
    {
        if (document.Sidor.Count == 0 || (Y + height > Bottom && !AtTop))
            NewPage();
    }

    public void NewPage()
    {
        startPage(document.AddSida());
        Y = Top;
    }

    /// <summary>Draws paragraphs of text from Y down, over as many pages as it takes.</summary>
    public void Pour(string text, Pdfstil stil, Pdftagg tagg, double x = Margin, double width = TextWidth)
    {
        var lines = document.Lines(text, stil, width);
        for (var i = 0; i < lines.Count; i++)
        {
            // No single first or last line of a longer paragraph alone on a page.
            var together = lines.Count > 2 && (i == 0 || i == lines.Count - 2) ? 2 : 1;
            Ensure(stil.LineHeight * together);
            DrawLine(lines, i, x, stil, tagg);
            Y += stil.LineHeight;
        }
    }

    /// <summary>Draws line number <paramref name="i"/> with its top at Y. A line that goes on keeps its space, for those who listen or copy.</summary>
    /// <param name="beside">The style of what stands beside it, whose baseline it shares.</param>
    public void DrawLine(IReadOnlyList<string> lines, int i, double x, Pdfstil stil, Pdftagg tagg, Pdfstil? beside = null) =>
        Sida.Text(x, Y + Baseline(beside ?? stil), i < lines.Count - 1 ? $"{lines[i]} " : lines[i], stil, tagg);

    /// <summary>From the top of a line to its baseline: the line's spare height is split above and below.</summary>
    public static double Baseline(Pdfstil stil) => stil.LineHeight / 2 + stil.Size * 0.36;
}
