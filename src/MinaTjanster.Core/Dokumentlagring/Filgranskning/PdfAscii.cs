namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>The two filters that write bytes as text (ISO 32000 7.4.2–7.4.3). Null for anything that is not theirs.</summary>
internal static class PdfAscii
{
    public static byte[]? Hex(byte[] data)
    {
        var end = Array.IndexOf(data, (byte)'>');
        var digits = data.Take(end < 0 ? data.Length : end).Where(b => !PdfLexer.IsSpace(b)).Select(b => (char)b).ToArray();
        if (!Array.TrueForAll(digits, char.IsAsciiHexDigit))
            return null;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : [.. digits, '0']);
    }

    public static byte[]? Base85(byte[] data)
    {
        var (bytes, group) = (new List<byte>(), new List<int>());
        foreach (var b in data)
        {
            if (b == '~')
                break;
            if (PdfLexer.IsSpace(b))
                continue;
            if (b == 'z' && group.Count == 0)
            {
                bytes.AddRange([0, 0, 0, 0]);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u')
                return null;
            group.Add(b - '!');
            if (group.Count == 5)
                Flush(group, bytes);
        }

        if (group.Count == 1)
            return null;
        Flush(group, bytes);
        return [.. bytes];
    }

    private static void Flush(List<int> group, List<byte> bytes)
    {
        var count = group.Count;
        if (count == 0)
            return;
        while (group.Count < 5)
            group.Add(84);
        var value = (uint)group.Aggregate(0L, (sum, digit) => sum * 85 + digit);
        for (var i = 0; i < count - 1; i++)
            bytes.Add((byte)(value >> (24 - 8 * i)));
        group.Clear();
    }
}
