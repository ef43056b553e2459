using System.Buffers.Binary;
using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>
/// Makes a font file that holds only the outlines in use. Glyph numbers stay as they are (so that Identity-H needs no map):
/// unused outlines get length 0 and unused metrics become zeros, which compress to almost nothing.
/// </summary>
internal static class TrueTypeSubset
{
    private const int MoreComponents = 0x20;

    public static byte[] Create(TrueTypeFile font, IEnumerable<int> glyphs)
    {
        var kept = WithComponents(font, glyphs);
        var loca = new byte[4 * (font.GlyphCount + 1)];
        var metrics = font.TableBytes("hmtx").ToArray();
        using var outlines = new MemoryStream();
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(font.Outline(glyph));
                outlines.Write(new byte[(4 - (int)(outlines.Length % 4)) % 4]);
            }
            else if (4 * glyph + 4 <= metrics.Length)
            {
                metrics.AsSpan(4 * glyph, 4).Clear();
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * font.GlyphCount), (uint)outlines.Length);

        var head = font.TableBytes("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // long loca
        head.AsSpan(8, 4).Clear();
        return Assemble([
            ("cvt ", font.TableBytes("cvt ").ToArray()), ("fpgm", font.TableBytes("fpgm").ToArray()),
            ("glyf", outlines.ToArray()), ("head", head), ("hhea", font.TableBytes("hhea").ToArray()), ("hmtx", metrics),
            ("loca", loca), ("maxp", font.TableBytes("maxp").ToArray()), ("prep", font.TableBytes("prep").ToArray()),
        ]);
    }

    /// <summary>å is often drawn as a + ring: the parts must come along.</summary>
    private static HashSet<int> WithComponents(TrueTypeFile font, IEnumerable<int> glyphs)
    {
        var kept = new HashSet<int> { 0 };
        var waiting = new Stack<int>(glyphs);
        while (waiting.TryPop(out var glyph))
        {
            if (glyph >= font.GlyphCount || !kept.Add(glyph))
                continue;
            var outline = font.Outline(glyph);
            if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
                continue;
            for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0;)
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                waiting.Push(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
                var scale = (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
                at += 4 + ((flags & 0x01) != 0 ? 4 : 2) + scale;
            }
        }

        return kept;
    }

    private static byte[] Assemble(List<(string Name, byte[] Bytes)> tables)
    {
        tables.RemoveAll(table => table.Bytes.Length == 0);
        var power = 1 << (int)Math.Log2(tables.Count);
        var offset = 12 + 16 * tables.Count;
        var file = new byte[offset + tables.Sum(table => Padded(table.Bytes.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        ushort[] search = [(ushort)tables.Count, (ushort)(16 * power), (ushort)Math.Log2(power), (ushort)(16 * (tables.Count - power))];
        for (var i = 0; i < search.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4 + 2 * i), search[i]);

        var headOffset = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var (name, bytes) = tables[i];
            bytes.CopyTo(file, offset);
            var record = file.AsSpan(12 + 16 * i, 16);
            Encoding.ASCII.GetBytes(name, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(offset, Padded(bytes.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)bytes.Length);
            headOffset = name == "head" ? offset : headOffset;
            offset += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headOffset + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        return sum;
    }
}
