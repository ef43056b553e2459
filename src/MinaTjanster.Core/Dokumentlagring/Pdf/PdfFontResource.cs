using System.Globalization;
using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>One font inside one document: remembers the glyphs in use and writes the subset, its widths and its way back to Unicode.</summary>
internal sealed class PdfFontResource(Pdfteckensnitt font, string resourceName)
{
    private readonly SortedDictionary<int, Rune> _used = [];

    public string ResourceName { get; } = resourceName;

    /// <summary>The text as glyph numbers (Identity-H), two bytes each, in hexadecimal.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder();
        foreach (var rune in PdfText.Runes(text))
        {
            var glyph = font.GlyphOf(rune);
            // A character the font lacks is drawn as its "missing" box and read back as U+FFFD, never as some other letter.
            _used.TryAdd(glyph, glyph == 0 ? Rune.ReplacementChar : rune);
            hex.Append($"{glyph:X4}");
        }

        return hex.ToString();
    }

    public void Write(PdfObjectWriter objects, int id)
    {
        var file = font.File;
        var (cidFont, descriptor, program, toUnicode) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
        var name = $"{Tag()}+{font.Name}";
        // Swedish culture writes minus as U+2212, which no PDF reader takes for a number.
        string Em(int units) => ((int)Math.Round(units * 1000d / file.UnitsPerEm)).ToString(CultureInfo.InvariantCulture);

        objects.Write(id, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cidFont} 0 R] /ToUnicode {toUnicode} 0 R >>");
        objects.Write(cidFont, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{string.Join(' ', _used.Keys.Select(glyph => $"{glyph} [{Em(file.AdvanceOf(glyph))}]"))}] >>");
        objects.Write(descriptor, $"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /ItalicAngle 0 /StemV 80 " +
            $"/FontBBox [{Em(file.Bounds.XMin)} {Em(file.Bounds.YMin)} {Em(file.Bounds.XMax)} {Em(file.Bounds.YMax)}] " +
            $"/Ascent {Em(file.Ascent)} /Descent {Em(file.Descent)} /CapHeight {Em(file.CapHeight)} /FontFile2 {program} 0 R >>");
        var subset = TrueTypeSubset.Create(file, _used.Keys);
        objects.WriteStream(program, $"/Length1 {subset.Length}", subset);
        objects.WriteStream(toUnicode, "", Encoding.ASCII.GetBytes(ToUnicode()));
    }

    /// <summary>Six letters that differ when the subset differs (ISO 32000 9.9.2), from the glyphs themselves so that output stays the same.</summary>
    private string Tag()
    {
        var hash = _used.Keys.Aggregate(17u, (sum, glyph) => sum * 31 + (uint)glyph);
        var letters = new char[6];
        for (var i = 0; i < letters.Length; i++, hash /= 26)
            letters[i] = (char)('A' + hash % 26);
        return new string(letters);
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var block in _used.Chunk(100)) // at most 100 lines a block (Adobe technical note 5014)
        {
            map.Append($"{block.Length} beginbfchar\n");
            foreach (var (glyph, rune) in block)
                map.Append($"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
