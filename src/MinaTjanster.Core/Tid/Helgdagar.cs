namespace MinaTjanster.Core.Tid;

/// <summary>
/// Swedish public holidays by name (lagen 1989:253 om allmänna helgdagar), for years from 1953, when midsummer and All Saints
/// became Saturdays. The law also counts every Sunday: <see cref="ArHelgdag"/> does not, <see cref="ArVeckoslutEllerHelgdag"/> does.
/// </summary>
public static class Helgdagar
{
    /// <summary>Whether the day is one of the named public holidays.</summary>
    public static bool ArHelgdag(DateOnly dag) => Namn(dag) is not null;

    /// <summary>Whether the day is a Saturday, a Sunday or a public holiday.</summary>
    public static bool ArVeckoslutEllerHelgdag(DateOnly dag) =>
        dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || ArHelgdag(dag);

    /// <summary>The holiday's Swedish name, or null on any other day.</summary>
    public static string? Namn(DateOnly dag) => FastHelgdag(dag) ?? Lordagshelg(dag) ?? RorligHelgdag(dag);

    /// <summary>The eves on which nobody teaches though they are no public holidays: midsommarafton, julafton, nyårsafton; null on any other day.</summary>
    public static string? Afton(DateOnly dag) => dag switch
    {
        { Month: 12, Day: 24 } => "julafton",
        { Month: 12, Day: 31 } => "nyårsafton",
        { Month: 6, Day: >= 19 and <= 25, DayOfWeek: DayOfWeek.Friday } => "midsommarafton",
        _ => null,
    };

    /// <summary>Easter Sunday of a year (the anonymous Gregorian computation).</summary>
    public static DateOnly Paskdagen(int ar)
    {
        var a = ar % 19;
        var (b, c) = (ar / 100, ar % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var summa = h + l - (7 * m) + 114;
        return new DateOnly(ar, summa / 31, (summa % 31) + 1);
    }

    private static string? FastHelgdag(DateOnly dag) => (dag.Month, dag.Day) switch
    {
        (1, 1) => "Nyårsdagen",
        (1, 6) => "Trettondedag jul",
        (5, 1) => "Första maj",
        (6, 6) when dag.Year >= 2005 => "Sveriges nationaldag",
        (12, 25) => "Juldagen",
        (12, 26) => "Annandag jul",
        _ => null,
    };

    private static string? Lordagshelg(DateOnly dag) => (dag.DayOfWeek, dag.Month, dag.Day) switch
    {
        (DayOfWeek.Saturday, 6, >= 20 and <= 26) => "Midsommardagen",
        (DayOfWeek.Saturday, 10, 31) or (DayOfWeek.Saturday, 11, <= 6) => "Alla helgons dag",
        _ => null,
    };

    private static string? RorligHelgdag(DateOnly dag) => (dag.DayNumber - Paskdagen(dag.Year).DayNumber) switch
    {
        -2 => "Långfredagen",
        0 => "Påskdagen",
        1 => "Annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "Pingstdagen",
        50 when dag.Year < 2005 => "Annandag pingst",
        _ => null,
    };
}
