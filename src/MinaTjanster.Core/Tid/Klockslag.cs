using System.Globalization;

namespace MinaTjanster.Core.Tid;

/// <summary>Reads and writes times of day as a Swede does: 9.00.</summary>
public static class Klockslag
{
    private static readonly string[] Former = ["H.mm", "H:mm", "HH.mm", "HH:mm", "%H", "HH"];

    /// <summary>9.00, 09:00 or 9; spaces around allowed.</summary>
    public static bool TryTolka(string? text, out TimeOnly tid)
    {
        tid = default;
        return text is { Length: <= 10 } && TimeOnly.TryParseExact(text.Trim(), Former, CultureInfo.InvariantCulture, DateTimeStyles.None, out tid);
    }

    /// <summary>9.00.</summary>
    public static string Text(TimeOnly tid) => tid.ToString("H.mm", CultureInfo.InvariantCulture);
}
