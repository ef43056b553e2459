using System.Buffers.Binary;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Walks a JPEG's segments (ITU-T T.81 annex B): frame, tables, scans and end must all be there.</summary>
internal static class JpegGranskning
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static Result<Granskadfil> Granska(ReadOnlySpan<byte> bytes)
    {
        var (at, tables, scans) = (2, 0, 0);
        Bildstorlek? size = null;
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == EndOfImage) // what cameras add after it (previews, depth maps) is no part of the picture
                return size is not null && scans > 0 ? new Granskadfil(Dokumenttyp.Jpeg, 1, size) : new TrasigBild();
            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8) || at + 2 > bytes.Length)
                return new TrasigBild();

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length)
                return new TrasigBild();

            var segment = bytes.Slice(at + 2, length - 2);
            at += length;
            if (marker == 0xDB)
            {
                tables++;
            }
            else if (IsFrame(marker))
            {
                if (size is not null || ReadFrame(marker, segment) is not { } frame)
                    return new TrasigBild();
                if (Bildstorlek.IsTooLarge(frame.Bredd, frame.Hojd))
                    return new ForStorBild(frame.Bredd, frame.Hojd);
                size = frame;
            }
            else if (marker == StartOfScan)
            {
                var start = at;
                if (size is null || tables == 0 || !SkipScan(bytes, ref at) || at == start)
                    return new TrasigBild();
                scans++;
            }
        }

        return new TrasigBild();
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Baseline, extended or progressive Huffman coding in 8 bits: what browsers draw.</summary>
    private static Bildstorlek? ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker > 0xC2 || segment.Length < 6 || segment[0] != 8 || segment[5] is 0 or 2 or > 4 || segment.Length != 6 + 3 * segment[5])
            return null;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        return width == 0 || height == 0 ? null : new Bildstorlek(width, height);
    }

    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF)
            return null;
        while (at < bytes.Length && bytes[at] == 0xFF) // fill bytes
            at++;
        return at < bytes.Length ? bytes[at++] : null;
    }

    /// <summary>Entropy-coded data holds FF only as FF00 (a stuffed zero) or a restart marker.</summary>
    private static bool SkipScan(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
                return false;
            at += next;
            if (bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return true;
            at += 2;
        }
    }
}
