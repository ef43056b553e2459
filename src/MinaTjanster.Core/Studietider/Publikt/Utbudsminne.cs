using Microsoft.Extensions.Caching.Memory;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>The posts that were read last, each with all its studietider. A post never changes and its key is never another's, so none of them is ever old.</summary>
public sealed class Utbudsminne : IDisposable
{
    /// <summary>Posts; some 2 kB each.</summary>
    private const int Plats = 20_000;

    private readonly MemoryCache _poster = new(new MemoryCacheOptions { SizeLimit = Plats });

    public void Dispose() => _poster.Dispose();

    internal Utbudspost? Hitta(long id) => _poster.Get<Utbudspost>(id);

    internal void Minns(Utbudspost post) => _poster.Set(post.Id, post, new MemoryCacheEntryOptions { Size = 1 });
}
