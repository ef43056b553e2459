using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// Ladok's windows, given to every channel (domain.md section 6): Sunday–Thursday 15:00 to the next day 14:59, Friday 15:00 to Sunday 14:59.
/// Within a window an event and its removal cancel out; CSN acts when it closes.
/// </summary>
public static class Sandningsfonster
{
    private const int Timme = 15;

    /// <summary>When the window that holds the moment closes: UTC, exclusive.</summary>
    public static DateTime Stanger(DateTime utc)
    {
        var svensk = utc.SvenskTidpunkt();
        var dag = DateOnly.FromDateTime(svensk);
        if (svensk.Hour >= Timme)
            dag = dag.AddDays(1);

        // No window closes on a Saturday.
        if (dag.DayOfWeek == DayOfWeek.Saturday)
            dag = dag.AddDays(1);

        return SvenskTid.TillUtc(dag, new TimeOnly(Timme, 0));
    }

    /// <summary>When the window that holds the moment opened: UTC, inclusive.</summary>
    public static DateTime Oppnade(DateTime utc)
    {
        var svensk = utc.SvenskTidpunkt();
        var dag = DateOnly.FromDateTime(svensk);
        if (svensk.Hour < Timme)
            dag = dag.AddDays(-1);

        if (dag.DayOfWeek == DayOfWeek.Saturday)
            dag = dag.AddDays(-1);

        return SvenskTid.TillUtc(dag, new TimeOnly(Timme, 0));
    }

    /// <summary>Whether two moments lie in the same window.</summary>
    public static bool Samma(DateTime ena, DateTime andra) => Stanger(ena) == Stanger(andra);
}
