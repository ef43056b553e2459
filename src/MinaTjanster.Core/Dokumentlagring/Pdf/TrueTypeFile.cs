using System.Buffers.Binary;
using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>The tables of a TrueType font (OpenType 1.9, glyf outlines) that a PDF needs: metrics, outlines and the map from character to glyph.</summary>
internal sealed class TrueTypeFile
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly int _advanceCount;
    private readonly bool _longLoca;
    private readonly CharacterMap _characters;

    /// <exception cref="InvalidDataException">The file is not a TrueType font with glyf outlines and a Unicode cmap.</exception>
    public TrueTypeFile(byte[] data)
    {
        _data = data;
        if (data.Length < 12 || U32(0) is not (0x00010000 or 0x74727565))
            throw new InvalidDataException("Not a TrueType font (fonts with CFF outlines are not supported).");
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + 16 * i;
            _tables[Encoding.ASCII.GetString(data, record, 4)] = ((int)U32(record + 8), (int)U32(record + 12));
        }

        if (Array.Find(["head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf"], name => !_tables.ContainsKey(name)) is { } missing)
            throw new InvalidDataException($"The font lacks the table {missing}.");

        var head = Table("head");
        UnitsPerEm = U16(head + 18);
        Bounds = (S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42));
        _longLoca = S16(head + 50) == 1;
        Ascent = S16(Table("hhea") + 4);
        Descent = S16(Table("hhea") + 6);
        _advanceCount = U16(Table("hhea") + 34);
        GlyphCount = U16(Table("maxp") + 4);
        CapHeight = _tables.TryGetValue("OS/2", out var os2) && os2.Length >= 90 ? S16(os2.Offset + 88) : Ascent;
        _characters = new CharacterMap(data, Table("cmap"));
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int GlyphCount { get; }
    public (int XMin, int YMin, int XMax, int YMax) Bounds { get; }

    /// <summary>The glyph of a character; 0 (the font's "missing" box) when the font has none.</summary>
    public int GlyphOf(Rune character) => _characters.GlyphOf(character.Value);

    /// <summary>Advance width in font units.</summary>
    public int AdvanceOf(int glyph) => U16(Table("hmtx") + 4 * Math.Min(glyph, _advanceCount - 1));

    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (start, end) = (GlyphOffset(glyph), GlyphOffset(glyph + 1));
        return _data.AsSpan(Table("glyf") + start, end - start);
    }

    public ReadOnlySpan<byte> TableBytes(string name) =>
        _tables.TryGetValue(name, out var table) ? _data.AsSpan(table.Offset, table.Length) : [];

    private int GlyphOffset(int index) =>
        _longLoca ? (int)U32(Table("loca") + 4 * index) : 2 * U16(Table("loca") + 2 * index);

    private int Table(string name) => _tables[name].Offset;
    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));
    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));
    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));

    /// <summary>The Unicode subtable of cmap: format 12 when there is one, else format 4.</summary>
    private sealed class CharacterMap
    {
        private readonly List<(int First, int Last, Func<int, int> Glyph)> _ranges = [];

        public CharacterMap(byte[] data, int cmap)
        {
            int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
            int U32(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
            var subtables = Enumerable.Range(0, U16(cmap + 2))
                .Where(i => U16(cmap + 4 + 8 * i) is 0 or 3)
                .Select(i => cmap + U32(cmap + 8 + 8 * i)).ToList();
            if (subtables.Find(at => U16(at) == 12) is var full and > 0)
            {
                for (var at = full + 16; at < full + 16 + 12 * U32(full + 12); at += 12)
                {
                    var (first, glyph) = (U32(at), U32(at + 8));
                    _ranges.Add((first, U32(at + 4), c => glyph + c - first));
                }
            }
            else if (subtables.Find(at => U16(at) == 4) is var basic and > 0)
            {
                var size = U16(basic + 6);
                for (var i = 0; i < size; i += 2)
                {
                    var (last, first, delta) = (U16(basic + 14 + i), U16(basic + 16 + size + i), U16(basic + 16 + 2 * size + i));
                    var offsetAt = basic + 16 + 3 * size + i;
                    var offset = U16(offsetAt);
                    _ranges.Add((first, last, c => offset == 0
                        ? (c + delta) & 0xFFFF
                        : U16(offsetAt + offset + 2 * (c - first)) is var g and > 0 ? (g + delta) & 0xFFFF : 0));
                }
            }
            else
            {
                throw new InvalidDataException("The font has no Unicode cmap of format 4 or 12.");
            }
        }

        public int GlyphOf(int character)
        {
            foreach (var (first, last, glyph) in _ranges)
            {
                if (character >= first && character <= last)
                    return glyph(character);
            }

            return 0;
        }
    }
}
