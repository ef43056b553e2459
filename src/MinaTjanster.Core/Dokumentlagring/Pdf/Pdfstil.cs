namespace MinaTjanster.Core.Dokumentlagring.Pdf;

public enum Pdfjustering
{
    Vanster,
    Hoger,
    Centrerad,
}

/// <summary>A colour in RGB, 0–255 each.</summary>
public sealed record Pdffarg(byte R, byte G, byte B)
{
    /// <summary>The portal's accent (ux.md).</summary>
    public static readonly Pdffarg Accent = new(0x4A, 0x2D, 0x82);

    /// <summary>Running text: the portal's neutral (ux.md).</summary>
    public static readonly Pdffarg Text = new(0x1F, 0x2A, 0x37);

    /// <summary>Labels and footers; 7:1 against white.</summary>
    public static readonly Pdffarg Dampad = new(0x4B, 0x55, 0x63);

    public static readonly Pdffarg Linje = new(0xC9, 0xCE, 0xD6);

    /// <summary>Behind boxes and heads of tables; still light when printed in grey.</summary>
    public static readonly Pdffarg Ton = new(0xF3, 0xF0, 0xF9);

    internal string Operands => $"{PdfText.Number(R / 255d)} {PdfText.Number(G / 255d)} {PdfText.Number(B / 255d)}";
}

/// <summary>How a text is set.</summary>
/// <param name="Size">Font size in points.</param>
/// <param name="Bold">Set in the document's bold weight.</param>
public sealed record Pdfstil(double Size, bool Bold, Pdffarg Farg)
{
    public static readonly Pdfstil Brodtext = new(10.5, Bold: false, Pdffarg.Text);
    public static readonly Pdfstil Rubrik = new(21, Bold: true, Pdffarg.Accent);
    public static readonly Pdfstil Mellanrubrik = new(13, Bold: true, Pdffarg.Text);
    public static readonly Pdfstil Etikett = new(9.5, Bold: false, Pdffarg.Dampad);
    public static readonly Pdfstil Tabelltext = new(9.5, Bold: false, Pdffarg.Text);
    public static readonly Pdfstil Tabellhuvud = new(9.5, Bold: true, Pdffarg.Text);
    public static readonly Pdfstil Liten = new(8.5, Bold: false, Pdffarg.Dampad);

    /// <summary>From one baseline to the next, in points.</summary>
    public double LineHeight => Size * 1.4;
}
