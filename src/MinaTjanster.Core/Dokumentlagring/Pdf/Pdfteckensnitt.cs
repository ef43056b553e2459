using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>A TrueType font to write PDFs with. Read once and shared: it does not change and may be used by several threads.</summary>
public sealed class Pdfteckensnitt
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Rune, int> _glyphs = [];

    private Pdfteckensnitt(string name, TrueTypeFile file)
    {
        Name = name;
        File = file;
    }

    /// <summary>Name inside the PDF: letters, digits and hyphens (for example <c>Inter-Regular</c>).</summary>
    public string Name { get; }

    internal TrueTypeFile File { get; }

    /// <exception cref="InvalidDataException">The file is not a TrueType font.</exception>
    public static Pdfteckensnitt Load(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return Load(Path.GetFileNameWithoutExtension(path), stream);
    }

    /// <inheritdoc cref="Load(string)"/>
    public static Pdfteckensnitt Load(string name, Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var plain = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        return new Pdfteckensnitt(plain.Length > 0 ? plain : "Teckensnitt", new TrueTypeFile(copy.ToArray()));
    }

    /// <summary>Width of one line of text in points.</summary>
    /// <param name="size">Font size in points.</param>
    public double Width(string text, double size) =>
        PdfText.Runes(text).Sum(rune => File.AdvanceOf(GlyphOf(rune))) * size / File.UnitsPerEm;

    internal int GlyphOf(Rune rune)
    {
        lock (_gate)
        {
            if (!_glyphs.TryGetValue(rune, out var glyph))
                _glyphs[rune] = glyph = File.GlyphOf(rune);
            return glyph;
        }
    }
}

/// <summary>The two weights a document is set in.</summary>
/// <param name="Normal">Running text.</param>
/// <param name="Fet">Headings, labels and heads of tables.</param>
public sealed record Pdftypsnitt(Pdfteckensnitt Normal, Pdfteckensnitt Fet)
{
    /// <summary>Inter, from the folder that the build puts beside the program (src/MinaTjanster.Web/FrontEnd.targets): <c>Teckensnitt</c>.</summary>
    public static Pdftypsnitt LoadInter(string folder) =>
        new(Pdfteckensnitt.Load(Path.Combine(folder, "Inter-Regular.ttf")), Pdfteckensnitt.Load(Path.Combine(folder, "Inter-SemiBold.ttf")));
}
