using System.IO.Compression;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Unpacks the streams that hold objects and cross-references. Other streams (pages, pictures, fonts) are never unpacked.</summary>
internal static class PdfStreams
{
    /// <returns>Null when the stream is damaged, larger than the budget allows or packed in a way that no program uses for objects.</returns>
    public static byte[]? Unpack(PdfFile file, PdfObject found, PdfBudget budget)
    {
        var filters = List(file, found.Value.Find("Filter"));
        var parameters = List(file, found.Value.Find("DecodeParms"));
        byte[]? data = file.Bytes[found.DataStart..found.DataEnd].ToArray();
        for (var i = 0; i < filters.Count && data is not null; i++)
        {
            data = filters[i].Name switch
            {
                "FlateDecode" or "Fl" => Inflate(data, budget) is { } inflated ? PdfPredictor.Undo(file, inflated, i < parameters.Count ? parameters[i] : default) : null,
                "ASCIIHexDecode" or "AHx" => PdfAscii.Hex(data),
                "ASCII85Decode" or "A85" => PdfAscii.Base85(data),
                _ => null,
            };
        }

        // DP is a short name that one reader takes and another does not: then nobody knows what the stream holds.
        return filters.Count <= 4 && !found.Value.Has("DP") ? data : null;
    }

    private static List<PdfValue> List(PdfFile file, PdfValue value)
    {
        var resolved = file.Resolve(value);
        return resolved.Kind switch
        {
            PdfKind.Array => resolved.Items.ConvertAll(file.Resolve),
            PdfKind.Name or PdfKind.Dictionary => [resolved],
            _ => [],
        };
    }

    private static byte[]? Inflate(byte[] packed, PdfBudget budget)
    {
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (inflate.Read(buffer) is var read and > 0)
            {
                if (!budget.SpendUnpacked(read) || (unpacked.Length + read > PdfBudget.MaxStream && !budget.UseUp()))
                    return null;
                unpacked.Write(buffer.AsSpan(0, read));
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
