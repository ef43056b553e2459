namespace MinaTjanster.Core.Punktlighet;

/// <summary>The four measures of some reports. Counts add up over disjoint sets of reports; medians and percentiles do not.</summary>
/// <param name="Antal">Reports received.</param>
/// <param name="ITid">Of them, sent by the 22nd (<see cref="Rapportutfall.ITid"/>).</param>
/// <param name="DagarTillRapport">Null without reports.</param>
/// <param name="Godkanda">Of them, with an underlag that CSN has approved.</param>
/// <param name="RattForsta">Of the approved, <see cref="Rapportutfall.RattForstaGangen"/>.</param>
/// <param name="DagarTillUnderlag">Of the approved; null without any.</param>
public sealed record Punktlighetstal(int Antal, int ITid, Dagfordelning? DagarTillRapport, int Godkanda, int RattForsta, Dagfordelning? DagarTillUnderlag)
{
    public static Punktlighetstal Inga { get; } = new(0, 0, null, 0, 0, null);

    /// <summary>Whole percent, halves up; null without reports.</summary>
    public int? AndelITid => Procent(ITid, Antal);

    /// <summary>Whole percent of the approved, halves up; null without any.</summary>
    public int? AndelRattForsta => Procent(RattForsta, Godkanda);

    public static Punktlighetstal For(IEnumerable<Rapportutfall> rapporter)
    {
        var alla = rapporter as IReadOnlyCollection<Rapportutfall> ?? [.. rapporter];
        return alla.Count == 0
            ? Inga
            : new(
                alla.Count,
                alla.Count(r => r.ITid),
                Dagfordelning.For(alla.Select(r => r.DagarTillRapport)),
                alla.Count(r => r.Godkand is not null),
                alla.Count(r => r.RattForstaGangen),
                Dagfordelning.For(alla.Select(r => r.DagarTillUnderlag).OfType<int>()));
    }

    public static int? Procent(int del, int hela) => hela == 0 ? null : (int)Math.Round(100m * del / hela, MidpointRounding.AwayFromZero);
}

/// <summary>How long it takes, in whole days.</summary>
/// <param name="Median">At least half take this or less.</param>
/// <param name="P90">At least nine in ten take this or less.</param>
public sealed record Dagfordelning(int Median, int P90)
{
    /// <summary>Null without values.</summary>
    public static Dagfordelning? For(IEnumerable<int> dagar)
    {
        int[] sorterade = [.. dagar.Order()];
        return sorterade.Length == 0 ? null : new(Kvantil(sorterade, 50), Kvantil(sorterade, 90));
    }

    /// <summary>The nearest rank: the least of the values that at least so many percent of them do not exceed. Always one of the values.</summary>
    /// <param name="sorterade">Ascending, at least one.</param>
    /// <param name="procent">1–100.</param>
    public static int Kvantil(IReadOnlyList<int> sorterade, int procent) => sorterade[(((sorterade.Count * procent) + 99) / 100) - 1];
}
