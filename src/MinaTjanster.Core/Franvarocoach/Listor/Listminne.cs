using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>
/// Keeps the lists that were read last, so that going from page to page does not read a file anew. Only ever asked with the id of a list that the reader
/// may see. A year's list takes some twenty megabytes.
/// </summary>
public sealed class Listminne(TimeProvider klocka)
{
    private const int Flest = 4;
    private static readonly TimeSpan Livslangd = TimeSpan.FromMinutes(15);

    private readonly Lock _las = new();
    private readonly Dictionary<(long ListaId, string Mappning, DateOnly Dag), (Inlastlista Lista, DateTime Anvand)> _listor = [];

    public Inlastlista? Hamta(long listaId, string mappning, DateOnly dag)
    {
        lock (_las)
        {
            Glom();
            if (!_listor.TryGetValue((listaId, mappning, dag), out var post))
                return null;

            _listor[(listaId, mappning, dag)] = (post.Lista, klocka.UtcNu());
            return post.Lista;
        }
    }

    public void Minns(long listaId, string mappning, DateOnly dag, Inlastlista lista)
    {
        lock (_las)
        {
            Glom();
            while (_listor.Count >= Flest)
                _listor.Remove(_listor.MinBy(p => p.Value.Anvand).Key);

            _listor[(listaId, mappning, dag)] = (lista, klocka.UtcNu());
        }
    }

    public void Glom(long listaId)
    {
        lock (_las)
        {
            foreach (var nyckel in _listor.Keys.Where(n => n.ListaId == listaId).ToList())
                _listor.Remove(nyckel);
        }
    }

    private void Glom()
    {
        var fore = klocka.UtcNu() - Livslangd;
        foreach (var nyckel in _listor.Where(p => p.Value.Anvand < fore).Select(p => p.Key).ToList())
            _listor.Remove(nyckel);
    }
}
