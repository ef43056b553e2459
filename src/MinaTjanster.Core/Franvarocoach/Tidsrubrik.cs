using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>What a heading says of how the times under it are written: Frånvaro (min), Frånvaro i timmar, Frånvarominuter.</summary>
internal static class Tidsrubrik
{
    private static readonly string[] Minutord = ["min", "minut", "minuter"];

    private static readonly string[] Timord = ["tim", "timme", "timmar", "h"];

    /// <summary>Null when it says neither, or both.</summary>
    public static Tidsenhet? Enhet(string rubrik)
    {
        var ord = SvenskText.OrdI(rubrik);
        return (ord.Any(ArMinuter), ord.Any(ArTimmar)) switch
        {
            (true, false) => Tidsenhet.Minuter,
            (false, true) => Tidsenhet.Timmar,
            _ => null,
        };
    }

    /// <summary>The heading's other words as one, as headings are told apart: franvaro. Empty when there are none.</summary>
    public static string Utan(string rubrik) => string.Concat(SvenskText.OrdI(rubrik).Where(o => o != "i" && !Minutord.Contains(o) && !Timord.Contains(o)).Select(o => UtanSlut(UtanSlut(o, "minuter"), "timmar")));

    private static bool ArMinuter(string ord) => Minutord.Contains(ord) || ord.EndsWith("minuter", StringComparison.Ordinal);

    private static bool ArTimmar(string ord) => Timord.Contains(ord) || ord.EndsWith("timmar", StringComparison.Ordinal);

    private static string UtanSlut(string ord, string slut) => ord.EndsWith(slut, StringComparison.Ordinal) ? ord[..^slut.Length] : ord;
}
