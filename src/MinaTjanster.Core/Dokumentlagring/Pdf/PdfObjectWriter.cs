using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>Numbers objects, remembers where each stands and ends the file with its cross-reference table (ISO 32000 7.5).</summary>
internal sealed class PdfObjectWriter
{
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly List<int> _offsets = [0];

    public PdfObjectWriter()
    {
        // The bytes above 127 tell transfer programs that the file is binary.
        _file.Write<byte>([.. "%PDF-1.7\n%"u8, 0xE5, 0xE4, 0xF6, 0xC5, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    public int Add(string body)
    {
        var id = Reserve();
        Write(id, body);
        return id;
    }

    public void Write(int id, string body)
    {
        _offsets[id] = _file.WrittenCount;
        Append($"{id} 0 obj\n{body}\nendobj\n");
    }

    /// <param name="entries">Dictionary entries besides Length and Filter.</param>
    public void WriteStream(int id, string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(data);

        _offsets[id] = _file.WrittenCount;
        Append($"{id} 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n");
        _file.Write(packed.ToArray());
        Append("\nendstream\nendobj\n");
    }

    public byte[] Finish(int root, int info)
    {
        // The identity is the content's own hash, so that the same input gives the same file.
        var identity = Convert.ToHexString(SHA256.HashData(_file.WrittenSpan).AsSpan(0, 16));
        var start = _file.WrittenCount;
        var table = new StringBuilder($"xref\n0 {_offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in _offsets.Skip(1))
            table.Append($"{offset:D10} 00000 n \n");
        Append(table.ToString());
        Append($"trailer\n<< /Size {_offsets.Count} /Root {root} 0 R /Info {info} 0 R /ID [<{identity}> <{identity}>] >>\nstartxref\n{start}\n%%EOF\n");
        return _file.WrittenSpan.ToArray();
    }

    private void Append(string text) => _file.Write(Encoding.ASCII.GetBytes(text));
}
