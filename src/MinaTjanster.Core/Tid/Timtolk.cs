using System.Globalization;
using System.Text.RegularExpressions;

namespace MinaTjanster.Core.Tid;

/// <summary>Reads a number of hours as typed in a form or file: 11,5, 11.5, 11 or 11:30.</summary>
public static partial class Timtolk
{
    private const int FlestTimmar = 10_000;

    /// <summary>
    /// The hours in whole minutes; decimals (at most two) are rounded to the nearest minute, so 11,33 is 11:20.
    /// False for signs, more than 10 000 hours, and anything else.
    /// </summary>
    public static bool TryTolka(string? text, out int minuter)
    {
        minuter = 0;
        if (text is null || text.Length > 40 || Form().Match(text.Trim()) is not { Success: true } form)
            return false;

        var timmar = int.Parse(form.Groups["timmar"].ValueSpan, CultureInfo.InvariantCulture);
        var delar = form.Groups["decimaler"].Success
            ? decimal.Parse("0." + form.Groups["decimaler"].Value, CultureInfo.InvariantCulture) * 60
            : form.Groups["minuter"].Success ? int.Parse(form.Groups["minuter"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var summa = (timmar * 60) + (int)Math.Round(delar, MidpointRounding.AwayFromZero);
        if (summa > FlestTimmar * 60)
            return false;

        minuter = summa;
        return true;
    }

    [GeneratedRegex(@"\A(?<timmar>[0-9]{1,5})(?:[,.](?<decimaler>[0-9]{1,2})|:(?<minuter>[0-5][0-9]))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
