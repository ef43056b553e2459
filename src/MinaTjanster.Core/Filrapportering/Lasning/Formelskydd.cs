using System.Buffers;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// An apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection), and the way back. A text that already looks protected gets
/// one more, so that taking one away always gives the text that was written.
/// </summary>
public static class Formelskydd
{
    private const char Skydd = '\'';

    private static readonly SearchValues<char> Farliga = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text as it may stand in a file that is opened in a spreadsheet.</summary>
    public static string Med(string text) => Behovs(text) ? Skydd + text : text;

    /// <summary>Whether a text is dangerous, or dangerous but for apostrophes; spaces before do not help.</summary>
    internal static bool Behovs(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(Skydd).TrimStart(' ');
        return !rest.IsEmpty && Farliga.Contains(rest[0]);
    }

    /// <summary>The text of a field, in UTF-8, as it was before <see cref="Med"/>.</summary>
    internal static ReadOnlySpan<byte> Utan(ReadOnlySpan<byte> falt)
    {
        if (falt.IsEmpty || falt[0] != Skydd)
            return falt;

        Span<char> borjan = stackalloc char[1];
        var rest = falt[1..].TrimStart((byte)Skydd).TrimStart((byte)' ');
        _ = System.Text.Rune.DecodeFromUtf8(rest, out var tecken, out _);
        return !rest.IsEmpty && tecken.TryEncodeToUtf16(borjan, out var langd) && langd == 1 && Farliga.Contains(borjan[0]) ? falt[1..] : falt;
    }
}
