namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>Says by its first bytes what a file is that people send by mistake.</summary>
internal static class Filslag
{
    /// <param name="borjan">The first bytes of the file, as many as a few kB.</param>
    /// <returns>Null when it may be a text file.</returns>
    public static Refusal? Fel(ReadOnlySpan<byte> borjan)
    {
        if (borjan.StartsWith<byte>([0xFF, 0xFE]) || borjan.StartsWith<byte>([0xFE, 0xFF]) || borjan.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
            return new FilUtf16();
        if (borjan.StartsWith("PK\x03\x04"u8) || borjan.StartsWith("PK\x05\x06"u8))
            return borjan.IndexOf("xl/"u8) >= 0 || borjan.IndexOf("opendocument.spreadsheet"u8) >= 0 ? new FilExcel() : new FilZip();
        if (borjan.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return new FilExcel();
        if (borjan.StartsWith<byte>([0x1F, 0x8B, 8]) || borjan.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || borjan.StartsWith("Rar!\x1A"u8))
            return new FilZip();
        if (borjan.StartsWith("%PDF-"u8))
            return new FilPdf();

        var text = Utan(borjan);
        if (text.StartsWith("<"u8))
            return new FilXml();
        return IsUtf16UtanBom(borjan) ? new FilUtf16() : null;
    }

    private static ReadOnlySpan<byte> Utan(ReadOnlySpan<byte> borjan) =>
        (borjan.StartsWith(Forgranskning.Bom) ? borjan[Forgranskning.Bom.Length..] : borjan).TrimStart(" \t\r\n"u8);

    /// <summary>Latin letters in UTF-16 have a zero in every second byte, and always in the same one.</summary>
    private static bool IsUtf16UtanBom(ReadOnlySpan<byte> borjan)
    {
        var prov = borjan[..Math.Min(borjan.Length & ~1, 64)];
        var (jamna, udda) = (0, 0);
        for (var i = 0; i < prov.Length; i++)
        {
            if (prov[i] == 0)
                _ = i % 2 == 0 ? jamna++ : udda++;
        }

        return prov.Length >= 4 && (jamna, udda) is (0, > 0) or ( > 0, 0) && jamna + udda >= prov.Length / 2 * 3 / 4;
    }
}
