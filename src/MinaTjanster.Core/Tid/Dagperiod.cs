namespace MinaTjanster.Core.Tid;

/// <summary>
/// A stretch of days. Both ends belong to it, since that is how schools and rules write periods: 17 August–18 December
/// is studied on both days. Two are equal when both ends are.
/// </summary>
public sealed record Dagperiod
{
    /// <param name="forstaDag">Inclusive.</param>
    /// <param name="sistaDag">Inclusive, on or after <paramref name="forstaDag"/>.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Dagperiod(DateOnly forstaDag, DateOnly sistaDag)
    {
        if (sistaDag < forstaDag)
            throw new ArgumentException("A period ends on or after its first day.", nameof(sistaDag));

        ForstaDag = forstaDag;
        SistaDag = sistaDag;
    }

    public DateOnly ForstaDag { get; }

    public DateOnly SistaDag { get; }

    /// <summary>Days in the period, both ends counted: at least 1.</summary>
    public int Dagar => SistaDag.DayNumber - ForstaDag.DayNumber + 1;

    public bool Innehaller(DateOnly dag) => dag >= ForstaDag && dag <= SistaDag;

    /// <summary>Whether they share at least one day.</summary>
    public bool Overlappar(Dagperiod annan) => ForstaDag <= annan.SistaDag && annan.ForstaDag <= SistaDag;

    /// <summary>
    /// What is left of the period without these days, in order of time: nothing, one stretch or several. The breaks may
    /// come in any order, overlap each other and reach outside the period.
    /// </summary>
    public IReadOnlyList<Dagperiod> Utan(IEnumerable<Dagperiod> uppehall)
    {
        var delar = new List<Dagperiod>();
        var start = ForstaDag;
        foreach (var paus in uppehall.Where(Overlappar).OrderBy(p => p.ForstaDag))
        {
            if (paus.ForstaDag > start)
                delar.Add(new Dagperiod(start, paus.ForstaDag.AddDays(-1)));

            if (paus.SistaDag >= SistaDag)
                return delar;

            if (paus.SistaDag >= start)
                start = paus.SistaDag.AddDays(1);
        }

        delar.Add(new Dagperiod(start, SistaDag));
        return delar;
    }
}
