namespace MinaTjanster.Core;

/// <summary>One page of a list that is sorted and cut in the database.</summary>
/// <param name="Rader">The rows of this page, in order.</param>
/// <param name="Antal">All rows of the list.</param>
/// <param name="Sida">The page, from 1; never beyond the last, whatever was asked for.</param>
public sealed record Listsida<T>(IReadOnlyList<T> Rader, int Antal, int Sida)
{
    /// <summary>Rows on a page.</summary>
    public const int Storlek = 25;

    /// <summary>The last page of so many rows, at least 1.</summary>
    public static int SistaSida(int antal) => Math.Max(1, (antal + Storlek - 1) / Storlek);
}
