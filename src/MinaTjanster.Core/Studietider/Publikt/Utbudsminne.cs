using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>
/// What was read last of the public studietider, for all searches of this copy of the app (ADR 0038). A post never changes and its key is never another's, so none of
/// them is ever old. What stands under a term is of an edition: it is let go of when there is a new one.
/// </summary>
public sealed class Utbudsminne(NyPortalDbContext nyDb) : IDisposable
{
    /// <summary>Posts; some 2 kB each.</summary>
    private const int Plats = 20_000;

    /// <summary>Three times the country's; some 300 bytes each.</summary>
    private const int MaxRader = 200_000;

    /// <summary>How long another copy's publication may go unseen here: the machine's milliseconds.</summary>
    private const long Langst = 1_000;

    private readonly MemoryCache _poster = new(new MemoryCacheOptions { SizeLimit = Plats });

    private readonly ConcurrentDictionary<long, Utbudsrad> _rader = [];

    private readonly Lock _las = new();

    private volatile Fragad? _senaste;

    private sealed record Fragad(Utbudslistor Listor, long Publiceringar, long Da);

    public void Dispose() => _poster.Dispose();

    /// <summary>The edition of what is public now: asked for at once when this copy has published something, and each second for what the others have.</summary>
    public async ValueTask<long> UtgavaAsync(CancellationToken ct) => (await ListorAsync(ct)).Utgava;

    internal async ValueTask<Utbudslistor> ListorAsync(CancellationToken ct)
    {
        var (publiceringar, nu) = (Utbudspublicering.Antal, Environment.TickCount64);
        if (_senaste is { } senaste && senaste.Publiceringar == publiceringar && nu - senaste.Da < Langst)
            return senaste.Listor;

        await using var db = nyDb.Ny();
        var utgava = await UtbudQuery.UtgavaAsync(db, ct);
        lock (_las)
        {
            // Never back to an older one, which somebody asked for earlier and got to know later.
            if (_senaste is { } nyare && nyare.Listor.Utgava > utgava)
                return nyare.Listor;
            var listor = _senaste?.Listor is { } samma && samma.Utgava == utgava ? samma : new Utbudslistor(utgava);
            _senaste = new(listor, publiceringar, nu);
            return listor;
        }
    }

    internal Utbudspost? Hitta(long id) => _poster.Get<Utbudspost>(id);

    internal void Minns(Utbudspost post) => _poster.Set(post.Id, post, new MemoryCacheEntryOptions { Size = 1 });

    internal Utbudsrad? Rad(long id) => _rader.GetValueOrDefault(id);

    internal Utbudsrad MinnsRad(Utbudspost post)
    {
        // Most are of posts that are gone by then; what is still asked for is read again.
        if (_rader.Count >= MaxRader)
            _rader.Clear();
        return _rader[post.Id] = new Utbudsrad(post);
    }
}

/// <summary>Which posts were found under terms of the word table, in one edition: in the order of the results.</summary>
internal sealed class Utbudslistor(long utgava)
{
    /// <summary>Rows in all the lists; eight bytes each.</summary>
    private const int Plats = 2_000_000;

    private readonly ConcurrentDictionary<string, long[]> _listor = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int> _vikter = new(StringComparer.Ordinal);

    private int _rader;

    public long Utgava => utgava;

    public long[]? Under(string term) => _listor.GetValueOrDefault(term);

    public void Minns(string term, long[] poster)
    {
        if (_rader + poster.Length <= Plats && _listor.TryAdd(term, poster))
            Interlocked.Add(ref _rader, poster.Length);
    }

    public int? Vikt(string term) => _vikter.TryGetValue(term, out var vikt) ? vikt : null;

    /// <summary>Only of terms that hold something: there is no end to those that do not.</summary>
    public void MinnsVikt(string term, int vikt) => _vikter[term] = vikt;
}
