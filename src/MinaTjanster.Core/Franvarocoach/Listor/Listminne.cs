using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>
/// Keeps the lists that were read last, so that going from page to page does not read a file anew. Only ever asked with the id of a list that the reader
/// may see. A year's list takes some twenty megabytes.
/// </summary>
public sealed class Listminne : IDisposable
{
    private const int Flest = 4;
    private static readonly TimeSpan Livslangd = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Stadas = TimeSpan.FromMinutes(1);

    private readonly Lock _las = new();
    private readonly TimeProvider _klocka;
    private readonly ITimer _stadning;
    private readonly Dictionary<(long ListaId, string Mappning, DateOnly Dag), (Inlastlista Lista, DateTime Anvand)> _listor = [];

    public Listminne(TimeProvider klocka)
    {
        _klocka = klocka;
        // Lists go also when nobody asks for another.
        _stadning = klocka.CreateTimer(_ => Stada(), null, Livslangd, Stadas);
    }

    /// <summary>Lists in memory now.</summary>
    internal int Antal
    {
        get
        {
            lock (_las)
                return _listor.Count;
        }
    }

    public void Dispose() => _stadning.Dispose();

    public Inlastlista? Hamta(long listaId, string mappning, DateOnly dag)
    {
        lock (_las)
        {
            Glom();
            if (!_listor.TryGetValue((listaId, mappning, dag), out var post))
                return null;

            _listor[(listaId, mappning, dag)] = (post.Lista, _klocka.UtcNu());
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

            _listor[(listaId, mappning, dag)] = (lista, _klocka.UtcNu());
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

    /// <summary>Lets go of the lists that nobody has read for a while.</summary>
    private void Stada()
    {
        lock (_las)
            Glom();
    }

    private void Glom()
    {
        var fore = _klocka.UtcNu() - Livslangd;
        foreach (var nyckel in _listor.Where(p => p.Value.Anvand < fore).Select(p => p.Key).ToList())
            _listor.Remove(nyckel);
    }
}
