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
    /// <summary>Posts, more than the country has; some 2 kB each.</summary>
    private const int Plats = 100_000;

    /// <summary>Three times the country's; some 300 bytes each.</summary>
    private const int MaxRader = 200_000;

    private readonly MemoryCache _poster = new(new MemoryCacheOptions { SizeLimit = Plats });

    private readonly ConcurrentDictionary<long, Utbudsrad> _rader = [];

    private readonly Lock _las = new();

    private readonly Kortminne<long> _utgava = new(
        TimeSpan.FromSeconds(1),
        async ct =>
        {
            await using var db = nyDb.Ny();
            return await UtbudQuery.UtgavaAsync(db, ct);
        });

    private Utbudslistor _listor = new(0);

    private long _publiceringar;

    public void Dispose() => _poster.Dispose();

    /// <summary>The edition of what is public now: asked for at once when this copy has published something, and each second for what the others have.</summary>
    public async ValueTask<long> UtgavaAsync(CancellationToken ct) => (await ListorAsync(ct)).Utgava;

    internal async ValueTask<Utbudslistor> ListorAsync(CancellationToken ct)
    {
        var publiceringar = Utbudspublicering.Antal;
        if (Interlocked.Read(ref _publiceringar) != publiceringar)
        {
            _utgava.Glom();
            Interlocked.Exchange(ref _publiceringar, publiceringar);
        }

        var utgava = await _utgava.HamtaAsync(ct);
        lock (_las)
        {
            // Never back to an older one, which somebody asked for earlier and got to know later.
            return _listor.Utgava >= utgava ? _listor : _listor = new(utgava);
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
