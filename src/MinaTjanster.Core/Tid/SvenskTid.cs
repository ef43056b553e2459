namespace MinaTjanster.Core.Tid;

/// <summary>The one place where instants turn into Swedish days and back (design decisions 5 and 16).</summary>
public static class SvenskTid
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Today's date in Sweden.</summary>
    public static DateOnly SvenskDag(this TimeProvider klocka) => SvenskDag(klocka.UtcNu());

    /// <summary>Now, as a UTC instant (<see cref="DateTimeKind.Utc"/>).</summary>
    public static DateTime UtcNu(this TimeProvider klocka) => klocka.GetUtcNow().UtcDateTime;

    /// <summary>The Swedish date on which an instant falls.</summary>
    /// <exception cref="ArgumentException">The value is a local time, not an instant.</exception>
    public static DateOnly SvenskDag(this DateTime utc) => DateOnly.FromDateTime(SvenskTidpunkt(utc));

    /// <summary>Swedish wall-clock time of an instant, for showing (<see cref="DateTimeKind.Unspecified"/>).</summary>
    /// <exception cref="ArgumentException">The value is a local time, not an instant.</exception>
    public static DateTime SvenskTidpunkt(this DateTime utc)
    {
        if (utc.Kind == DateTimeKind.Local)
            throw new ArgumentException("Instants are UTC (design decision 16).", nameof(utc));

        var lokal = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Stockholm);
        return DateTime.SpecifyKind(lokal, DateTimeKind.Unspecified);
    }

    /// <summary>
    /// The instant of a Swedish wall-clock time. A time that spring skips (02:30) means the same distance after the jump (03:30);
    /// a time that autumn repeats means the first of the two.
    /// </summary>
    public static DateTime TillUtc(DateOnly dag, TimeOnly tid)
    {
        var lokal = dag.ToDateTime(tid, DateTimeKind.Unspecified);
        var avstand = Stockholm.IsInvalidTime(lokal) ? Stockholm.BaseUtcOffset
            : Stockholm.IsAmbiguousTime(lokal) ? Stockholm.GetAmbiguousTimeOffsets(lokal).Max()
            : Stockholm.GetUtcOffset(lokal);
        return DateTime.SpecifyKind(lokal - avstand, DateTimeKind.Utc);
    }
}
