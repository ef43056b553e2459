using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>The two tables of a month, which are published at different times.</summary>
public enum Statistikdel
{
    /// <summary>What came in: counts, days and the share by the 22nd.</summary>
    Inkomna,

    /// <summary>First-time-right, half a year later.</summary>
    Utfall,
}

/// <summary>
/// A row of the open statistics as it was published, with what was hidden then as null. Written once and never changed, whatever becomes of the reports: a month that could be read
/// on two days with different numbers would tell of the difference (ADR 0051). Of no school and no person.
/// </summary>
public sealed class PubliceradStatistik
{
    /// <summary>The row of all school forms; a name rather than null, since a unique key must hold it.</summary>
    public const string Alla = "Alla";

    private PubliceradStatistik()
    {
    }

    /// <param name="skolform">Null for all school forms together.</param>
    public PubliceradStatistik(DateOnly manad, Statistikdel del, Skolform? skolform, DateTime tid) =>
        (Manad, Del, Rad, Publicerad) = (manad, del, skolform is { } form ? $"{form}" : Alla, tid);

    public long Id { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly Manad { get; private set; }

    public Statistikdel Del { get; private set; }

    /// <summary>A school form's name, or <see cref="Alla"/>.</summary>
    public string Rad { get; private set; } = "";

    /// <inheritdoc cref="Statistikrad"/>
    public int? Antal { get; init; }

    /// <inheritdoc cref="Statistikrad"/>
    public int? MedianDagar { get; init; }

    /// <inheritdoc cref="Statistikrad"/>
    public int? AndelITid { get; init; }

    /// <inheritdoc cref="Statistikrad"/>
    public int? AndelRattForsta { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Publicerad { get; private set; }

    public bool Galler(Skolform? skolform) => Rad == (skolform is { } form ? $"{form}" : Alla);
}
