namespace MinaTjanster.Core.Punktlighet;

/// <summary>What is compared: one number a school.</summary>
public enum Matt
{
    /// <summary>The median of days from the first skolk day to the report.</summary>
    DagarTillRapport,

    /// <summary>The median of days from the report to the complete underlag.</summary>
    DagarTillUnderlag,

    /// <summary>Percent sent by the 22nd.</summary>
    AndelITid,

    /// <summary>Percent approved without a complement or a correction.</summary>
    AndelRattForsta,
}

public static class Matten
{
    public static IReadOnlyList<Matt> Alla { get; } = Enum.GetValues<Matt>();

    /// <summary>Null where the school has nothing to measure.</summary>
    public static int? Av(this Matt matt, Punktlighetstal tal) => matt switch
    {
        Matt.DagarTillRapport => tal.DagarTillRapport?.Median,
        Matt.DagarTillUnderlag => tal.DagarTillUnderlag?.Median,
        Matt.AndelITid => tal.AndelITid,
        Matt.AndelRattForsta => tal.AndelRattForsta,
        _ => throw new ArgumentOutOfRangeException(nameof(matt), matt, null),
    };

    /// <summary>Whether the number is a percentage, of which more is better, rather than days.</summary>
    public static bool ArAndel(this Matt matt) => matt is Matt.AndelITid or Matt.AndelRattForsta;
}

/// <summary>
/// How a number is spread between schools, each of which counts once. Neither the lowest nor the highest is told, and nothing at all of fewer than five schools, so that no
/// school can be read out of it.
/// </summary>
/// <param name="Skolor">Schools that have the number; at least <see cref="MinstSkolor"/>.</param>
/// <param name="Undre">A quarter of the schools have this or less.</param>
/// <param name="Mitten">Half of them.</param>
/// <param name="Ovre">Three quarters of them.</param>
public sealed record Spridning(int Skolor, int Undre, int Mitten, int Ovre)
{
    public const int MinstSkolor = 5;

    /// <summary>Null of fewer than five schools. With <see cref="Dagfordelning.Kvantil"/>, of five the quartiles are the second, third and fourth.</summary>
    public static Spridning? For(IEnumerable<int> varden)
    {
        int[] sorterade = [.. varden.Order()];
        return sorterade.Length < MinstSkolor
            ? null
            : new(sorterade.Length, Dagfordelning.Kvantil(sorterade, 25), Dagfordelning.Kvantil(sorterade, 50), Dagfordelning.Kvantil(sorterade, 75));
    }

    public static Spridning? For(Matt matt, IEnumerable<Punktlighetstal> skolor) => For(skolor.Select(s => matt.Av(s)).OfType<int>());
}
