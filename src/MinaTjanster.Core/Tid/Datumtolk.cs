using System.Globalization;

namespace MinaTjanster.Core.Tid;

/// <summary>Reads the dates of our forms and files: 2026-11-22 or 20261122, spaces around allowed, nothing else (design decision 9).</summary>
public static class Datumtolk
{
    private static readonly string[] Former = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>
    /// False for anything but the two forms, and for days that do not exist. Years outside 1900–2199 are slips of the hand, and
    /// refused here so that no rule has to reckon with days that arithmetic would carry out of the calendar.
    /// </summary>
    public static bool TryTolka(string? text, out DateOnly datum)
    {
        datum = default;
        return text is { Length: <= 40 }
            && DateOnly.TryParseExact(text.Trim(), Former, CultureInfo.InvariantCulture, DateTimeStyles.None, out datum)
            && datum.Year is >= 1900 and < 2200;
    }
}
