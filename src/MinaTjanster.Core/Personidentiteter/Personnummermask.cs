using System.Text.RegularExpressions;

namespace MinaTjanster.Core.Personidentiteter;

/// <summary>
/// Finds what looks like a personnummer in running text: the last safety net before logs and mails, where none may stand
/// (domain.md section 6). The first net is <see cref="Personnummer"/>, which only writes itself masked.
/// </summary>
/// <remarks>
/// Looks like: a possible date in six or eight digits (the day may have 60 added), a separator or none, and four characters of which
/// the first may be a letter. Check digits are not asked: a mistyped number still points at somebody. Ten digits in a row that are
/// part of a longer run of letters or digits are left, so that keys and ticks stay readable.
/// </remarks>
public static partial class Personnummermask
{
    /// <summary>What stands instead of a number.</summary>
    public const string Ersattning = "[personnummer]";

    /// <summary>Does the text hold anything that looks like a personnummer?</summary>
    public static bool Finns(string? text) => !string.IsNullOrEmpty(text) && Monster().IsMatch(text);

    /// <summary>The text with each of them replaced; the same instance when there is none.</summary>
    public static string Maskera(string text) => Monster().Replace(text, Ersattning);

    // Every part has a bounded length, so the time is linear; the limit is for the analyzer. Separators: hyphen, plus, the dashes that word processors put there and a slash, each with a space on either side or none, and the space
    // (also the no-break one) of "19800101 1234" and "1980 01 01 1234".
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:(?:18|19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(?:[ \u00A0]?[-+\u2010-\u2015\u2212/][ \u00A0]?|[ \u00A0]|%2[BbDd]|%20)?|(?:18|19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[-+\u2010-\u2015\u2212]|(?:18|19|20)[0-9]{2}[ \u00A0](?:0[1-9]|1[0-2])[ \u00A0](?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[- \u00A0])[0-9A-Za-z][0-9]{3}(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Monster();
}
