using System.Buffers.Binary;
using System.IO.Compression;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Walks a PNG's chunks (ISO/IEC 15948): order, checksums, and that the picture data unpacks to all that the header says.</summary>
internal static class PngGranskning
{
    /// <summary>Unpacked bytes: a picture of the largest area with 4 bytes a pixel.</summary>
    private const long MaxUnpacked = 4 * Bildstorlek.MaxYta + Bildstorlek.MaxSida;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Result<Granskadfil> Granska(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        Header? header = null;
        var (palette, data, dataEnded) = (false, new List<ReadOnlyMemory<byte>>(), false);
        for (var at = Signature.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                return new TrasigBild();
            var type = bytes.Slice(at + 4, 4);
            var content = memory.Slice(at + 8, (int)length);
            if (Crc32(bytes.Slice(at + 4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + (int)length)..]))
                return new TrasigBild();
            at += 12 + (int)length;

            if (header is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || Header.Read(content.Span) is not { } read)
                    return new TrasigBild();
                if (Bildstorlek.IsTooLarge(read.Width, read.Height) || read.UnpackedLength > MaxUnpacked)
                    return new ForStorBild(read.Width, read.Height);
                header = read;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                if (dataEnded || (header.ColorType == 3 && !palette))
                    return new TrasigBild();
                data.Add(content);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return length == 0 && Unpacks(data, header.UnpackedLength)
                    ? new Granskadfil(Dokumenttyp.Png, 1, new Bildstorlek((int)header.Width, (int)header.Height))
                    : new TrasigBild();
            }
            else
            {
                dataEnded = data.Count > 0;
                if (type.SequenceEqual("PLTE"u8) && !palette && !dataEnded && length is > 0 and <= 768 && length % 3 == 0)
                    palette = true;
                else if ((type[0] & 0x20) == 0) // a critical chunk that nobody knows, or out of order
                    return new TrasigBild();
            }
        }

        return new TrasigBild();
    }

    /// <summary>Reads without keeping: a small file that unpacks without end stops at the first byte too many.</summary>
    private static bool Unpacks(List<ReadOnlyMemory<byte>> parts, long expected)
    {
        using var packed = new MemoryStream();
        foreach (var part in parts)
            packed.Write(part.Span);
        packed.Position = 0;
        try
        {
            using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
            var (buffer, total) = (new byte[64 * 1024], 0L);
            while (total <= expected && inflate.Read(buffer) is var read and > 0)
                total += read;
            return total >= expected; // programs that add a byte too many are forgiven, as browsers do
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static readonly uint[] CrcTable = Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    }).ToArray();

    private sealed record Header(uint Width, uint Height, int Depth, int ColorType, bool IsInterlaced)
    {
        private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

        /// <summary>Every row has one filter byte before its pixels.</summary>
        public long UnpackedLength =>
            IsInterlaced
                ? Adam7.Sum(p => Rows((Width - p.X + p.StepX - 1) / p.StepX, (Height - p.Y + p.StepY - 1) / p.StepY))
                : Rows(Width, Height);

        public static Header? Read(ReadOnlySpan<byte> content)
        {
            if (content.Length != 13)
                return null;
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
            var (depth, color) = (content[8], content[9]);
            var allowed = color switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                3 => depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => depth is 8 or 16,
                _ => false,
            };
            return allowed && width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue && content[10] == 0 && content[11] == 0 && content[12] <= 1
                ? new Header(width, height, depth, color, content[12] == 1)
                : null;
        }

        private long Rows(long width, long height)
        {
            var channels = ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
            return width <= 0 || height <= 0 ? 0 : height * (1 + (width * channels * Depth + 7) / 8);
        }
    }
}
