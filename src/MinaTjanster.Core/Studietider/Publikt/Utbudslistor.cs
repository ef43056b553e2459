using System.Collections.Concurrent;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>What has been read so far of a term: the beginning of it, in the order of the results.</summary>
/// <param name="Sist">The place of the last; null while nothing has been read.</param>
/// <param name="ArHel">There is no more.</param>
internal sealed record Utbudslista(long[] Poster, Utbudsplats? Sist, bool ArHel)
{
    public static Utbudslista Olast { get; } = new([], null, false);

    public Utbudslista Och(List<Utbudsplats> platser, bool arHel) => new([.. Poster, .. platser.Select(p => p.Id)], platser.Count == 0 ? Sist : platser[^1], arHel);
}

/// <summary>Which posts were found under terms of the word table, in one edition, each term as far as somebody has needed to read it.</summary>
internal sealed class Utbudslistor(long utgava)
{
    /// <summary>Posts in all the lists; eight bytes each.</summary>
    private const int Plats = 4_000_000;

    private readonly ConcurrentDictionary<string, Utbudslista> _listor = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int> _vikter = new(StringComparer.Ordinal);

    private int _poster;

    public long Utgava => utgava;

    /// <param name="term">Null for all posts.</param>
    public Utbudslista Under(string? term) => _listor.GetValueOrDefault(term ?? "", Utbudslista.Olast);

    /// <summary>Keeps it, unless somebody else has read further meanwhile.</summary>
    public void Minns(string? term, Utbudslista lista)
    {
        var fore = Under(term);
        var mer = lista.Poster.Length - fore.Poster.Length;
        if (mer < 0 || fore.ArHel || _poster + mer > Plats)
            return;
        if (ReferenceEquals(fore, Utbudslista.Olast) ? _listor.TryAdd(term ?? "", lista) : _listor.TryUpdate(term ?? "", lista, fore))
            Interlocked.Add(ref _poster, mer);
    }

    public int? Vikt(string term) => _vikter.TryGetValue(term, out var vikt) ? vikt : null;

    /// <summary>Only of terms that hold something: there is no end to those that do not.</summary>
    public void MinnsVikt(string term, int vikt) => _vikter[term] = vikt;
}
