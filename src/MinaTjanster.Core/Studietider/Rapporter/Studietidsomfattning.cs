using System.Globalization;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Points and scope as typed, in form or file, by what the school form states. What cannot be read becomes a value that <see cref="Studietidsregel"/> refuses.</summary>
public static class Studietidsomfattning
{
    /// <returns>Points in tenths, null where the school form has none; percent of full time: a gymnasium always 100, null where points say it all.</returns>
    public static (int? PoangTiondelar, int? Omfattning) Tolka(string? poang, string? omfattning, Skolform skolform)
    {
        var form = Utbildningsformer.For(skolform);
        return (
            !form.HarPoang || string.IsNullOrWhiteSpace(poang) ? null : Tiondelar.TryTolka(poang, out var tiondelar) ? tiondelar : -1,
            skolform == Skolform.Gymnasieskola ? 100
            : form.DelasVidJul || string.IsNullOrWhiteSpace(omfattning) ? null
            : int.TryParse(omfattning.Trim().TrimEnd('%', ' ', '\u00A0'), NumberStyles.None, CultureInfo.InvariantCulture, out var procent) ? procent : 0);
    }
}
