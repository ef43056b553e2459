namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>Line endings: LF, CR LF or CR.</summary>
internal static class Radbrytningar
{
    public static int Antal(ReadOnlySpan<byte> bytes)
    {
        var (lf, cr) = (bytes.Count((byte)'\n'), bytes.Count((byte)'\r'));
        return cr == 0 ? lf : lf + cr - bytes.Count("\r\n"u8);
    }

    /// <summary>The place after the first line ending, or null when there is none.</summary>
    public static int? EfterForsta(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var plats ? plats + (bytes[plats..].StartsWith("\r\n"u8) ? 2 : 1) : null;
}
