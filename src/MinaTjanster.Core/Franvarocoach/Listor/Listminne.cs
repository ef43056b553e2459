using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>
/// Keeps the lists that were read last, so that going from page to page does not read a file anew, and reads few at a time. Only ever asked with the id of a list that the reader
/// may see. A year's list takes some twenty megabytes: what is kept is measured in rows.
/// </summary>
public sealed class Listminne : IDisposable
{
    /// <summary>Rows that are kept together: about four lists of the largest kind, or many small ones.</summary>
    internal const long Plats = 1_600_000;

    /// <summary>Lists that are read at the same time; the next one waits. Each holds its students in memory while it is read.</summary>
    internal const int LasesSamtidigt = 2;

    private static readonly TimeSpan Livslangd = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Stadas = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _listor;
    private readonly SemaphoreSlim _lasning = new(LasesSamtidigt);
    private readonly ITimer _stadning;
    private readonly Lock _las = new();

    public Listminne(TimeProvider klocka)
    {
        _listor = new(new MemoryCacheOptions { SizeLimit = Plats, TrackStatistics = true, Clock = new Klocka(klocka) });
        // Lists go also when nobody asks for another.
        _stadning = klocka.CreateTimer(_ => _listor.Compact(0), null, Livslangd, Stadas);
    }

    /// <summary>Lists in memory now.</summary>
    internal int Antal => _listor.Count;

    public void Dispose()
    {
        _stadning.Dispose();
        _listor.Dispose();
        _lasning.Dispose();
    }

    public Inlastlista? Hamta(long listaId, string mappning, DateOnly dag) => _listor.Get<Inlastlista>(new Nyckel(listaId, mappning, dag));

    public void Minns(long listaId, string mappning, DateOnly dag, Inlastlista lista)
    {
        var storlek = Math.Max(1, lista.AntalRader);
        if (storlek > Plats)
            return;

        lock (_las)
        {
            // The cache itself turns away what there is no room for; those read longest ago make room instead, one at a time: a share of the count, rounded down by the cache.
            while (_listor.Count is > 0 and var antal && _listor.GetCurrentStatistics()!.CurrentEstimatedSize + storlek > Plats)
                _listor.Compact(Math.Min(1, 1.5 / antal));

            _listor.Set(new Nyckel(listaId, mappning, dag), lista, new MemoryCacheEntryOptions { Size = storlek, SlidingExpiration = Livslangd });
        }
    }

    public void Glom(long listaId)
    {
        foreach (var nyckel in _listor.Keys.OfType<Nyckel>().Where(n => n.ListaId == listaId).ToList())
            _listor.Remove(nyckel);
    }

    /// <summary>Reads a list when it is its turn.</summary>
    public async Task<T> LasAsync<T>(Func<Task<T>> las, CancellationToken ct)
    {
        await _lasning.WaitAsync(ct);
        try
        {
            return await las();
        }
        finally
        {
            _lasning.Release();
        }
    }

    private sealed record Nyckel(long ListaId, string Mappning, DateOnly Dag);

    /// <summary>The app's clock, as the cache asks for it.</summary>
    private sealed class Klocka(TimeProvider klocka) : ISystemClock
    {
        public DateTimeOffset UtcNow => klocka.GetUtcNow();
    }
}
