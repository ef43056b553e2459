using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MinaTjanster.Web.Tests.Infrastructure.Mail;

/// <summary>Reads encoded words in mail headers (RFC 2047), as a mail reader does.</summary>
internal static partial class Kodord
{
    public static string Avkoda(string rad) => Monster().Replace(
        Mellanrum().Replace(rad, "?==?"),
        ord => Encoding.GetEncoding(ord.Groups["teckentabell"].Value).GetString(
            ord.Groups["satt"].Value is "B" or "b" ? Convert.FromBase64String(ord.Groups["text"].Value) : Citerade(ord.Groups["text"].Value)));

    private static byte[] Citerade(string text) =>
        Encoding.Latin1.GetBytes(Hex().Replace(
            text.Replace('_', ' '),
            tecken => ((char)byte.Parse(tecken.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex(@"=\?(?<teckentabell>[^?]+)\?(?<satt>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Monster();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex Mellanrum();

    [GeneratedRegex("=(?<hex>[0-9A-Fa-f]{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hex();
}
