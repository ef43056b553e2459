namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Hours and occasions that cannot be. The limits are ours [V], wide enough never to stop a true report.</summary>
internal static class Skolktalregel
{
    private const int MinuterPerDygn = 24 * 60;
    private const int HogstTillfallenPerDag = 20;

    public static IEnumerable<Refusal> Provas(Skolkuppgift uppgift, DateOnly rapportdag)
    {
        var dagar = Math.Max(1, Slut(uppgift, rapportdag).DayNumber - uppgift.ForstaDag.DayNumber + 1);
        if (uppgift.OgiltigMinuter is <= 0)
            yield return new SkolkIngaTimmar();
        else if (uppgift.OgiltigMinuter > dagar * MinuterPerDygn)
            yield return new SkolkForMangaTimmar(dagar, dagar * MinuterPerDygn);

        // An occasion lasts a minute at least.
        var hogst = Math.Min(dagar * HogstTillfallenPerDag, uppgift.OgiltigMinuter is > 0 and { } minuter ? minuter : int.MaxValue);
        if (uppgift.Tillfallen is <= 0)
            yield return new SkolkIngaTillfallen();
        else if (uppgift.Tillfallen > hogst)
            yield return new SkolkForMangaTillfallen(hogst);
    }

    /// <summary>The last day that the numbers can cover: the last skolk day, or today.</summary>
    internal static DateOnly Slut(Skolkuppgift uppgift, DateOnly rapportdag) =>
        uppgift.SistaDag is { } sista && sista < rapportdag ? sista : rapportdag;
}
