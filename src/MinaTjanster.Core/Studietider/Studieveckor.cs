using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider;

/// <summary>
/// How many study weeks a period holds when the time is not given in weeks (förordningen 3:4; domain.md section 6, Scope).
/// A week is Monday–Sunday. Högskolor state their weeks and points instead: <see cref="For"/> answers null there.
/// </summary>
public static class Studieveckor
{
    private const int DagarPerVecka = 7;

    /// <summary>
    /// Whole weeks, and one more if the first and the last week are both partial and hold at least seven days together.
    /// A single partial week, at either end or alone, adds nothing. Never negative.
    /// </summary>
    /// <remarks>Wednesday of week 35 to Tuesday of week 51: 15 whole weeks, 5 + 2 days make one more, so 16 (CSN's own example [P]).</remarks>
    public static int Antal(Dagperiod period)
    {
        // Day 0, 1 January of year 1, is a Monday.
        var (forstaVeckan, forstaPlatsen) = Math.DivRem(period.ForstaDag.DayNumber, DagarPerVecka);
        var (sistaVeckan, sistaPlatsen) = Math.DivRem(period.SistaDag.DayNumber, DagarPerVecka);
        var (dagarIForsta, dagarISista) = (DagarPerVecka - forstaPlatsen, sistaPlatsen + 1);
        if (forstaVeckan == sistaVeckan)
            return period.Dagar == DagarPerVecka ? 1 : 0;

        var mellan = sistaVeckan - forstaVeckan - 1;
        return (dagarIForsta == DagarPerVecka, dagarISista == DagarPerVecka) switch
        {
            (true, true) => mellan + 2,
            (false, false) => mellan + (dagarIForsta + dagarISista >= DagarPerVecka ? 1 : 0),
            _ => mellan + 1,
        };
    }

    /// <summary>
    /// The weeks of the parts that breaks (jullov, planerat uppehåll) leave, added up: each part is a period of its own [V].
    /// So a break never gives more weeks than studying through it, and the partial weeks on either side of it count only within their own part.
    /// </summary>
    /// <param name="period">The whole period, breaks included.</param>
    /// <param name="uppehall">Breaks, both days inclusive; in any order, and they may overlap.</param>
    public static int Antal(Dagperiod period, IEnumerable<Dagperiod> uppehall) => period.Utan(uppehall).Sum(Antal);

    /// <summary>
    /// The most weeks that the period can be read as: as <see cref="Antal(Dagperiod)"/>, but a first or last week that lacks
    /// nothing except Saturday, Sunday and public holidays is whole. Schools end on Fridays, and CSN has written that a week ended on a
    /// Thursday is not whole "unless Friday is a holiday" [P]. Used where a strict count would warn without cause, never to grant less [V].
    /// </summary>
    public static int AntalMedHelger(Dagperiod period)
    {
        var (start, slut) = (period.ForstaDag, period.SistaDag);
        while (start.DayOfWeek != DayOfWeek.Monday && Helgdagar.ArVeckoslutEllerHelgdag(start.AddDays(-1)))
            start = start.AddDays(-1);
        while (slut.DayOfWeek != DayOfWeek.Sunday && Helgdagar.ArVeckoslutEllerHelgdag(slut.AddDays(1)))
            slut = slut.AddDays(1);

        return Antal(new Dagperiod(
            start.DayOfWeek == DayOfWeek.Monday ? start : period.ForstaDag,
            slut.DayOfWeek == DayOfWeek.Sunday ? slut : period.SistaDag));
    }

    /// <inheritdoc cref="AntalMedHelger(Dagperiod)"/>
    /// <param name="period">The whole period, breaks included.</param>
    /// <param name="uppehall">Breaks, both days inclusive; in any order, and they may overlap.</param>
    public static int AntalMedHelger(Dagperiod period, IEnumerable<Dagperiod> uppehall) => period.Utan(uppehall).Sum(AntalMedHelger);

    /// <summary>The weeks of the period, or null for a högskola, where weeks are not counted from dates (domain.md section 6).</summary>
    public static int? For(Skolform skolform, Dagperiod period, IEnumerable<Dagperiod>? uppehall = null) =>
        skolform == Skolform.Hogskola ? null : Antal(period, uppehall ?? []);
}
