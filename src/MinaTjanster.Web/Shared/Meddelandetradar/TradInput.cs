using System.Globalization;
using System.Text.RegularExpressions;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Shared.Meddelandetradar;

/// <summary>As typed.</summary>
public partial class TradInput
{
    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>The page's key: posted twice, it sends once.</summary>
    public string? Nyckel { get; init; }

    /// <summary>The newest message that the page showed.</summary>
    public string? Sett { get; init; }

    /// <summary>0, that nothing was shown, for what is no id: then nothing is taken as read.</summary>
    internal static long Tolka(string? sett) => long.TryParse(sett, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    internal bool HarNyckel => Nyckel is not null && Nyckelform().IsMatch(Nyckel);

    internal static TradInput Ny => new() { Nyckel = Hemlighet.Ny() };

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Nyckelform();
}
