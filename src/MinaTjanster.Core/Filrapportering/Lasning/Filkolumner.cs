using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <param name="Namn">As the format writes it. A file may write it in any case, with or without å, ä, ö, spaces, underscores and hyphens.</param>
/// <param name="IsRequired">Whether a file without the column is refused.</param>
public sealed record Filkolumn(string Namn, bool IsRequired = false);

/// <summary>The columns a reader knows, in the order of the values it gives.</summary>
public sealed class Filkolumner
{
    private readonly Dictionary<string, int> _index = [];

    /// <exception cref="ArgumentException">Two names cannot be told apart in a header, or one is empty.</exception>
    public Filkolumner(params IReadOnlyList<Filkolumn> kolumner)
    {
        Kolumner = [.. kolumner];
        for (var i = 0; i < kolumner.Count; i++)
        {
            var nyckel = Nyckel(kolumner[i].Namn);
            if (nyckel.Length == 0 || !_index.TryAdd(nyckel, i))
                throw new ArgumentException($"The column {kolumner[i].Namn} cannot be told from another.", nameof(kolumner));
        }
    }

    public IReadOnlyList<Filkolumn> Kolumner { get; }

    public int Antal => Kolumner.Count;

    /// <summary>The place of the column that a file's heading means, or null when it is none of ours.</summary>
    public int? Plats(string rubrik) => _index.TryGetValue(Nyckel(rubrik), out var plats) ? plats : null;

    /// <summary>What a heading is told apart by: neither case, å ä ö, spaces, underscores nor hyphens.</summary>
    internal static string Nyckel(string rubrik) =>
        string.Concat(SvenskText.Folda(rubrik).Where(c => c is not ('_' or '-') && !char.IsWhiteSpace(c)));
}
