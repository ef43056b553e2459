using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>
/// The word table of the public search: under each term, the posts in the order of the results, so that a page of hits is read off the index and no further.
/// A term is the beginning of a word, or a choice (level, pace …). Only some lengths are stored: what is typed beyond them is compared with the post's words.
/// </summary>
public sealed class Utbudsord
{
    public const int MaxTerm = 32;

    /// <summary>The lengths of the beginnings that are stored. A typed word is looked up by the longest that fits in it.</summary>
    private static readonly int[] Langder = [1, 2, 3, 5, 8];

    public required string Term { get; init; }

    /// <summary>As of the post.</summary>
    public required string Sorteringsnyckel { get; init; }

    public required long UtbudspostId { get; init; }

    /// <summary>The terms under which a folded word is found.</summary>
    internal static IEnumerable<string> Borjor(string ord) => Langder.Where(l => l <= ord.Length).Select(l => ord[..l]);

    /// <summary>The term that holds all posts with a word that begins so, and perhaps others.</summary>
    internal static string TermFor(string skrivet) => skrivet[..Langder.Last(l => l <= skrivet.Length)];

    /// <summary>~ stands in no word, and no two of the enums that are searched by share a name.</summary>
    internal static string TermFor(Enum varde) => $"~{varde}";

    /// <summary>The part of the year that holds the day: its posts are those studied then. Summers are apart, since few study in them.</summary>
    internal static string Tid(DateOnly dag)
    {
        var del = (dag.Month, dag.Day) switch
        {
            ( < 6, _) or (6, <= 15) => 1,
            ( < 8, _) or (8, <= 14) => 2,
            _ => 3,
        };
        return $"~{dag.Year:0000}:{del}";
    }

    /// <summary>The parts of years that the period touches.</summary>
    internal static IEnumerable<string> Tider(Dagperiod period)
    {
        for (var dag = period.ForstaDag; dag < period.SistaDag; dag = dag.AddDays(7))
            yield return Tid(dag);
        yield return Tid(period.SistaDag);
    }
}
