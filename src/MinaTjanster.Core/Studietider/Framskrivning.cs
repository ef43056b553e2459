using System.Globalization;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider;

/// <summary>A day of the next läsår's proposal.</summary>
/// <param name="Dag">Never a public holiday.</param>
/// <param name="ArFlyttad">It fell on a public holiday, or on the free days behind one, and stands on the next teaching day instead: somebody should look at it.</param>
public sealed record Framskrivendag(DateOnly Dag, bool ArFlyttad);

/// <summary>A period of the next läsår's proposal; both days inclusive.</summary>
public sealed record Framskrivenperiod(Framskrivendag Forsta, Framskrivendag Sista)
{
    public bool ArFlyttad => Forsta.ArFlyttad || Sista.ArFlyttad;

    public Dagperiod Period => new(Forsta.Dag, Sista.Dag);
}

/// <summary>
/// Roll-over: the next läsår proposed from this one, every day on the same weekday (domain.md section 7 [V]). A whole läsår is moved by the
/// same number of days, so that what came after something still does.
/// </summary>
public static class Framskrivning
{
    private const int DagarPerVecka = 7;

    /// <summary>
    /// How far a läsår is moved: 364 days, or 371 when the year in which it starts has 53 weeks, so that schools that begin in week 34 go on
    /// beginning in week 34.
    /// </summary>
    /// <param name="forstaDag">The earliest day that is moved.</param>
    public static int Dagar(DateOnly forstaDag) =>
        DagarPerVecka * ISOWeek.GetWeeksInYear(ISOWeek.GetYear(forstaDag.ToDateTime(TimeOnly.MinValue)));

    /// <param name="dag">A day of this läsår.</param>
    /// <param name="dagar">Whole weeks: see <see cref="Dagar"/>.</param>
    /// <exception cref="ArgumentException">Not whole weeks.</exception>
    public static Framskrivendag Flytta(DateOnly dag, int dagar)
    {
        if (dagar % DagarPerVecka != 0)
            throw new ArgumentException("Weekdays hold only when whole weeks are moved.", nameof(dagar));

        var ny = dag.AddDays(dagar);
        return LiggerIHelg(ny) ? new(NastaUndervisningsdag(ny), true) : new(ny, false);
    }

    /// <inheritdoc cref="Flytta(DateOnly, int)"/>
    public static Framskrivenperiod Flytta(Dagperiod period, int dagar) => new(Flytta(period.ForstaDag, dagar), Flytta(period.SistaDag, dagar));

    /// <summary>A public holiday, or a day behind one with no teaching between: Midsummer's Sunday goes where its Saturday goes, or the order would turn.</summary>
    private static bool LiggerIHelg(DateOnly dag)
    {
        for (; Helgdagar.ArVeckoslutEllerHelgdag(dag); dag = dag.AddDays(-1))
        {
            if (Helgdagar.ArHelgdag(dag))
                return true;
        }

        return false;
    }

    /// <summary>The first weekday after it that is no public holiday.</summary>
    private static DateOnly NastaUndervisningsdag(DateOnly dag)
    {
        do
        {
            dag = dag.AddDays(1);
        }
        while (Helgdagar.ArVeckoslutEllerHelgdag(dag));
        return dag;
    }
}
