namespace MinaTjanster.Core.Studiestod;

/// <summary>
/// One of the 15-day periods in which studiebidrag is counted: the 1st–15th or the 16th–last day of a month September–June.
/// July and August have none (domain.md section 5).
/// </summary>
/// <remarks>Always reckoned as 15 days, however long the half month is.</remarks>
public sealed record Halvmanadsperiod
{
    /// <summary>Days that a period is reckoned as.</summary>
    public const int Dagar = 15;

    private Halvmanadsperiod(DateOnly forstaDag) => ForstaDag = forstaDag;

    /// <summary>Inclusive.</summary>
    public DateOnly ForstaDag { get; }

    /// <summary>Inclusive.</summary>
    public DateOnly SistaDag => ForstaDag.Day == 1 ? ForstaDag.AddDays(14) : SistaIManaden(ForstaDag);

    /// <summary>Half the month's amount at that date, in whole kronor.</summary>
    public int Belopp => Studiebidrag.Manadsbelopp(ForstaDag) / 2;

    /// <summary>The period that holds the day, or null in July and August.</summary>
    public static Halvmanadsperiod? For(DateOnly dag) =>
        Utbetalningskalender.HarUtbetalning(dag.Month) ? new(new DateOnly(dag.Year, dag.Month, dag.Day <= 15 ? 1 : 16)) : null;

    /// <summary>The periods, in order, that hold at least one day of the interval; none when it is empty.</summary>
    /// <param name="forsta">Inclusive.</param>
    /// <param name="sista">Inclusive.</param>
    public static IReadOnlyList<Halvmanadsperiod> Alla(DateOnly forsta, DateOnly sista)
    {
        var perioder = new List<Halvmanadsperiod>();
        for (var dag = forsta; dag <= sista; dag = dag.Day <= 15 ? new DateOnly(dag.Year, dag.Month, 16) : SistaIManaden(dag).AddDays(1))
        {
            if (For(dag) is { } period)
                perioder.Add(period);
        }

        return perioder;
    }

    private static DateOnly SistaIManaden(DateOnly dag) => new(dag.Year, dag.Month, DateTime.DaysInMonth(dag.Year, dag.Month));
}
