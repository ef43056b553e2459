namespace MinaTjanster.Core.Tid;

/// <summary>
/// Where the Development clock starts when nothing is in mid-term (demo.md): from 13 June to 30 September it starts
/// at 22 November of the läsår before, so that the demo data has something to show.
/// </summary>
public static class Demoklocka
{
    /// <summary>The day to start at, or null when the real day will do.</summary>
    /// <param name="realToday">The real Swedish day.</param>
    public static DateOnly? Start(DateOnly realToday)
    {
        var forst = new DateOnly(realToday.Year, 6, 13);
        var sist = new DateOnly(realToday.Year, 9, 30);
        return realToday >= forst && realToday <= sist ? new DateOnly(realToday.Year - 1, 11, 22) : null;
    }
}
