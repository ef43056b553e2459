using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>One A4 page to draw on. Points (1/72 inch) from the upper left corner, y growing downwards; a text's y is its baseline.</summary>
public sealed class Pdfsida
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly Pdfdokument _document;
    private readonly StringBuilder _content = new();
    private int _markedContent;

    internal Pdfsida(Pdfdokument document) => _document = document;

    internal byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>Draws one line of text.</summary>
    /// <param name="x">Left edge, right edge or middle of the text, by <paramref name="justering"/>.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="tagg">The element it belongs to; null for decoration, which screen readers skip.</param>
    public void Text(double x, double y, string text, Pdfstil stil, Pdftagg? tagg = null, Pdfjustering justering = Pdfjustering.Vanster)
    {
        var width = justering == Pdfjustering.Vanster ? 0 : _document.Width(text.TrimEnd(' '), stil);
        var left = justering switch
        {
            Pdfjustering.Hoger => x - width,
            Pdfjustering.Centrerad => x - width / 2,
            _ => x,
        };
        var font = _document.Font(stil);
        Draw(tagg, $"BT /{font.ResourceName} {N(stil.Size)} Tf {stil.Farg.Operands} rg {N(left)} {N(Height - y)} Td <{font.Encode(text)}> Tj ET");
    }

    /// <summary>Draws a straight line; decoration.</summary>
    public void Linje(double x1, double y1, double x2, double y2, double thickness, Pdffarg farg) =>
        Draw(tagg: null, $"{farg.Operands} RG {N(thickness)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S");

    /// <summary>Fills a rectangle whose upper left corner is (x, y); decoration.</summary>
    public void FylldRektangel(double x, double y, double width, double height, Pdffarg farg) =>
        Draw(tagg: null, $"{farg.Operands} rg {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f");

    /// <summary>Draws the outline of a rectangle whose upper left corner is (x, y); decoration.</summary>
    public void Rektangel(double x, double y, double width, double height, double thickness, Pdffarg farg) =>
        Draw(tagg: null, $"{farg.Operands} RG {N(thickness)} w {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re S");

    private void Draw(Pdftagg? tagg, string operators)
    {
        if (tagg is null)
        {
            _content.Append($"/Artifact BMC {operators} EMC\n");
            return;
        }

        _content.Append($"/{tagg.Type} << /MCID {_markedContent} >> BDC {operators} EMC\n");
        tagg.AddContent(this, _markedContent++);
    }

    private static string N(double value) => PdfText.Number(value);
}
