using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studiestod;

/// <summary>When studiebidrag is paid, and by when a report stops a payment (domain.md section 5, Payments and Stop date).</summary>
public static class Utbetalningskalender
{
    /// <summary>Ten months, September–June.</summary>
    /// <param name="manad">1–12.</param>
    public static bool HarUtbetalning(int manad) => manad is (>= 1 and <= 6) or (>= 9 and <= 12);

    /// <summary>The last Monday–Friday of the month that is no public holiday, 24 or 31 December; null in July and August.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static DateOnly? Utbetalningsdag(int ar, int manad)
    {
        var dag = new DateOnly(ar, manad, DateTime.DaysInMonth(ar, manad));
        if (!HarUtbetalning(manad))
            return null;

        while (Helgdagar.ArVeckoslutEllerHelgdag(dag) || dag is { Month: 12, Day: 24 or 31 })
            dag = dag.AddDays(-1);

        return dag;
    }

    /// <summary>The first payment day on or after a day.</summary>
    public static DateOnly NastaUtbetalning(DateOnly dag)
    {
        for (var manad = new DateOnly(dag.Year, dag.Month, 1); ; manad = manad.AddMonths(1))
        {
            if (Utbetalningsdag(manad.Year, manad.Month) is { } utbetalning && utbetalning >= dag)
                return utbetalning;
        }
    }

    /// <summary>The 22nd, inclusive; it does not move on weekends. Null in July and August, which have no payment to stop.</summary>
    public static DateOnly? SistaStoppdag(int ar, int manad) =>
        HarUtbetalning(manad) ? Brytdag(ar, manad) : null;

    /// <summary>The day after which a month counts as paid in an estimate: its stop day, and the same day of July and August, which have none.</summary>
    internal static DateOnly Brytdag(int ar, int manad) => Fristregler.For(Fristslag.Stoppdag, new(ar, manad, 1)).Tid.I(ar, manad);

    /// <summary>
    /// The instant (UTC) before which a report must be sent to stop the month's payment: 00:00 Swedish time on the 23rd, exclusive.
    /// Null in July and August. For a file the moment of upload counts, not of read-in.
    /// </summary>
    public static DateTime? Stoppogonblick(int ar, int manad) =>
        SistaStoppdag(ar, manad) is { } sista ? SvenskTid.TillUtc(sista.AddDays(1), TimeOnly.MinValue) : null;

    /// <summary>The month's payment that a report sent on a Swedish day stops: that month's through the 22nd, else the next month's that has one.</summary>
    public static Stopp FoljandeStopp(DateOnly rapportdag)
    {
        for (var manad = new DateOnly(rapportdag.Year, rapportdag.Month, 1); ; manad = manad.AddMonths(1))
        {
            if (SistaStoppdag(manad.Year, manad.Month) is { } sista && sista >= rapportdag)
                return new Stopp(manad.Year, manad.Month, sista, Utbetalningsdag(manad.Year, manad.Month)!.Value);
        }
    }
}
