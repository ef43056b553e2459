namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>A column of a table.</summary>
/// <param name="Rubrik">Head of the column, repeated on every page.</param>
/// <param name="Andel">Share of the width, relative to the other columns.</param>
public sealed record Pdfkolumn(string Rubrik, double Andel = 1, Pdfjustering Justering = Pdfjustering.Vanster);

/// <summary>Lays out rows of cells: wraps text, keeps a row on one page when a page can hold it, repeats the head.</summary>
internal sealed class Pdftabell(Pdfdokument document, Pdfflode flow, IReadOnlyList<Pdfkolumn> columns)
{
    private const double PadX = 6;
    private const double PadY = 4;
    private readonly double[] _widths = columns.Select(column => column.Andel / columns.Sum(c => c.Andel) * Pdfflode.TextWidth).ToArray();

    public void Draw(Pdftagg parent, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = parent.Add("Table");
        var stil = Pdfstil.Tabelltext;
        flow.Ensure(HeadHeight() + stil.LineHeight + 2 * PadY);
        DrawHead(table);
        foreach (var row in rows)
        {
            if (row.Count != columns.Count)
                throw new ArgumentException($"A row has {row.Count} cells, the table {columns.Count} columns.", nameof(rows));

            var cells = row.Select((text, i) => document.Lines(text, stil, _widths[i] - 2 * PadX)).ToList();
            var tr = table.Add("TR");
            var tags = cells.ConvertAll(_ => tr.Add("TD"));
            DrawRow(cells, tags, stil);
        }

        flow.Y += 10;
    }

    private void DrawRow(List<IReadOnlyList<string>> cells, List<Pdftagg> tags, Pdfstil stil)
    {
        var count = cells.Max(cell => cell.Count);
        for (var from = 0; from < count;)
        {
            var (height, whole) = ((count - from) * stil.LineHeight + 2 * PadY, Pdfflode.Bottom - Pdfflode.Top - HeadHeight());
            if (flow.Y + Math.Min(height, whole) > Pdfflode.Bottom)
            {
                flow.NewPage();
                DrawHead(parent: null);
            }

            var fits = Math.Min(count - from, (int)((Pdfflode.Bottom - flow.Y - 2 * PadY) / stil.LineHeight));
            DrawCells(cells.ConvertAll(cell => cell.Skip(from).Take(fits).ToList()), tags, stil);
            from += fits;
        }
    }

    private void DrawCells(List<List<string>> cells, List<Pdftagg>? tags, Pdfstil stil)
    {
        var (x, height) = (Pdfflode.Margin, cells.Max(cell => cell.Count) * stil.LineHeight + 2 * PadY);
        for (var i = 0; i < cells.Count; i++)
        {
            var edge = columns[i].Justering switch
            {
                Pdfjustering.Hoger => x + _widths[i] - PadX,
                Pdfjustering.Centrerad => x + _widths[i] / 2,
                _ => x + PadX,
            };
            for (var line = 0; line < cells[i].Count; line++)
            {
                var baseline = flow.Y + PadY + line * stil.LineHeight + Pdfflode.Baseline(stil);
                flow.Sida.Text(edge, baseline, $"{cells[i][line]} ", stil, tags?[i], columns[i].Justering);
            }

            x += _widths[i];
        }

        flow.Y += height;
        flow.Sida.Linje(Pdfflode.Margin, flow.Y, Pdfflode.Margin + Pdfflode.TextWidth, flow.Y, 0.5, Pdffarg.Linje);
    }

    private List<List<string>> Head() =>
        columns.Select((column, i) => document.Lines(column.Rubrik, Pdfstil.Tabellhuvud, _widths[i] - 2 * PadX).ToList()).ToList();

    private double HeadHeight() => Head().Max(lines => lines.Count) * Pdfstil.Tabellhuvud.LineHeight + 2 * PadY;

    /// <param name="parent">Null on the pages that follow: a repeated head is decoration, or it would be read again and again.</param>
    private void DrawHead(Pdftagg? parent)
    {
        flow.Sida.FylldRektangel(Pdfflode.Margin, flow.Y, Pdfflode.TextWidth, HeadHeight(), Pdffarg.Ton);
        var tr = parent?.Add("TR");
        DrawCells(Head(), tr is null ? null : columns.Select(_ => tr.Add("TH", "/A << /O /Table /Scope /Column >>")).ToList(), Pdfstil.Tabellhuvud);
    }
}
