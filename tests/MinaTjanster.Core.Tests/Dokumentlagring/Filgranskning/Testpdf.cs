using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Filgranskning;

/// <summary>Writes small PDFs by hand, well or badly made, as a test wants them.</summary>
internal sealed class Testpdf
{
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly SortedDictionary<int, long> _offsets = [];
    private long _lastReferences;

    public Testpdf(string head = "%PDF-1.7\n") => Raw(head);

    public long Length => _file.WrittenCount;

    /// <summary>A catalog (1), a page tree (2) and one page (3).</summary>
    public static Testpdf EnSida(string catalog = "", string page = "") => new Testpdf()
        .Object(1, $"<< /Type /Catalog /Pages 2 0 R {catalog} >>")
        .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} >>");

    public Testpdf Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    public Testpdf Raw(byte[] bytes)
    {
        _file.Write(bytes);
        return this;
    }

    public Testpdf Object(int number, string body)
    {
        _offsets[number] = _file.WrittenCount;
        return Raw($"{number} 0 obj\n{body}\nendobj\n");
    }

    public Testpdf Stream(int number, string entries, string content) => Stream(number, entries, Encoding.Latin1.GetBytes(content));

    public Testpdf Stream(int number, string entries, byte[] content)
    {
        _offsets[number] = _file.WrittenCount;
        return Raw($"{number} 0 obj\n<< {entries} /Length {content.Length} >>\nstream\n").Raw(content).Raw("\nendstream\nendobj\n");
    }

    /// <summary>A stream of objects, packed.</summary>
    public Testpdf ObjectStream(int number, params (int Number, string Body)[] objects)
    {
        var (head, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (inner, text) in objects)
        {
            head.Append($"{inner} {body.Length} ");
            body.Append(text).Append('\n');
        }

        return Stream(number, $"/Type /ObjStm /N {objects.Length} /First {head.Length} /Filter /FlateDecode", Pack(head.ToString() + body));
    }

    /// <summary>Points an object number at any place in the file.</summary>
    public Testpdf Place(int number, long offset)
    {
        _offsets[number] = offset;
        return this;
    }

    /// <summary>Ends a version of the file with a table of the objects since the last one.</summary>
    public Testpdf End(string trailer = "/Root 1 0 R")
    {
        var start = _file.WrittenCount;
        Raw("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in _offsets)
            Raw($"{number} 1\n{offset:D10} 00000 n \n");
        Raw($"trailer\n<< /Size {_offsets.Keys.LastOrDefault() + 1} {trailer} {(_lastReferences > 0 ? $"/Prev {_lastReferences}" : "")} >>\nstartxref\n{start}\n%%EOF\n");
        return Next(start);
    }

    /// <summary>Ends a version with a cross-reference stream. Objects inside streams are (number, stream, index).</summary>
    public Testpdf EndWithStream(int number, params (int Number, int Container, int Index)[] inner) => EndWithStream(number, "/Root 1 0 R", inner);

    public Testpdf EndWithStream(int number, string entries, params (int Number, int Container, int Index)[] inner)
    {
        var start = _file.WrittenCount;
        ReferenceStream(number, entries, [.. _offsets.Select(o => (o.Key, 1, (int)o.Value, 0)), (number, 1, (int)start, 0), .. inner.Select(i => (i.Number, 2, i.Container, i.Index))]);
        Raw($"startxref\n{start}\n%%EOF\n");
        return Next(start);
    }

    public Testpdf ReferenceStream(int number, string entries, params (int Number, int Kind, int Second, int Third)[] places)
    {
        var rows = places.SelectMany(p => (byte[])[(byte)p.Kind, (byte)(p.Second >> 24), (byte)(p.Second >> 16), (byte)(p.Second >> 8), (byte)p.Second, (byte)p.Third]).ToArray();
        var index = string.Join(' ', places.Select(p => $"{p.Number} 1"));
        var previous = _lastReferences > 0 ? $"/Prev {_lastReferences}" : "";
        return Stream(number, $"/Type /XRef /W [1 4 1] /Size 999 /Index [{index}] /Filter /FlateDecode {entries} {previous}", Pack(rows));
    }

    public byte[] ToBytes() => _file.WrittenSpan.ToArray();

    public static byte[] Pack(string text) => Pack(Encoding.Latin1.GetBytes(text));

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    private Testpdf Next(long start)
    {
        _lastReferences = start;
        _offsets.Clear();
        return this;
    }
}
