using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>When the phone is answered in one day, Swedish time.</summary>
public sealed record Oppettid
{
    /// <param name="oppnar">Inclusive.</param>
    /// <param name="stanger">Exclusive: at 16.00 it is closed.</param>
    /// <exception cref="ArgumentException">It would close before it opens.</exception>
    public Oppettid(TimeOnly oppnar, TimeOnly stanger)
    {
        if (oppnar >= stanger)
            throw new ArgumentException("It closes after it has opened.", nameof(stanger));

        (Oppnar, Stanger) = (oppnar, stanger);
    }

    public TimeOnly Oppnar { get; }

    public TimeOnly Stanger { get; }

    /// <summary>9.00–13.00.</summary>
    public override string ToString() => $"{Klockslag.Text(Oppnar)}–{Klockslag.Text(Stanger)}";
}

/// <summary>Whether it is open, and when that changes.</summary>
/// <param name="Andras">UTC: the first instant at which the answer is another; null when it stays closed for a year.</param>
public sealed record Oppetlage(bool ArOppet, DateTime? Andras)
{
    /// <summary>Öppet nu, stänger 16.00; Stängt, öppnar måndag 23 november 9.00.</summary>
    /// <param name="idag">The Swedish day of the question.</param>
    public string Text(DateOnly idag)
    {
        if (Andras is not { } andras)
            return "Stängt";

        var (dag, tid) = (andras.SvenskDag(), Klockslag.Text(TimeOnly.FromDateTime(andras.SvenskTidpunkt())));
        if (ArOppet)
            return $"Öppet nu, stänger {tid}";

        return dag == idag ? $"Stängt, öppnar i dag {tid}"
            : $"Stängt, öppnar {SvenskText.Veckodag(dag.DayOfWeek)} {dag.Day} {SvenskText.Manad(dag)}{(dag.Year == idag.Year ? "" : $" {dag.Year}")} {tid}";
    }
}

/// <summary>
/// Hours by weekday, closed on public holidays, and days that are otherwise. Pure: days and hours are Swedish wall-clock time, and turn into instants in
/// one place (<see cref="SvenskTid.TillUtc"/>), so that the hour that a change of clocks skips or repeats is neither lost nor counted twice.
/// </summary>
/// <param name="vecka">The weekdays that are open.</param>
/// <param name="undantag">Days that are not as their weekday: other hours, or null for closed. They go before public holidays.</param>
public sealed class Oppettider(IReadOnlyDictionary<DayOfWeek, Oppettid> vecka, IReadOnlyDictionary<DateOnly, Oppettid?> undantag)
{
    private const int LangstDagar = 366;

    /// <summary>The hours of a day; null when closed.</summary>
    public Oppettid? For(DateOnly dag) =>
        undantag.TryGetValue(dag, out var annan) ? annan
        : Helgdagar.ArHelgdag(dag) ? null
        : vecka.GetValueOrDefault(dag.DayOfWeek);

    /// <param name="utc">The instant of the question.</param>
    public Oppetlage Lage(DateTime utc)
    {
        var idag = utc.SvenskDag();
        for (var i = 0; i <= LangstDagar; i++)
        {
            var dag = idag.AddDays(i);
            if (For(dag) is not { } tid)
                continue;

            var (oppnar, stanger) = (SvenskTid.TillUtc(dag, tid.Oppnar), SvenskTid.TillUtc(dag, tid.Stanger));
            if (utc < oppnar)
                return new(false, oppnar);
            if (utc < stanger)
                return new(true, stanger);
        }

        return new(false, null);
    }
}
