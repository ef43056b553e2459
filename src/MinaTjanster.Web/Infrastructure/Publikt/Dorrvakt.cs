namespace MinaTjanster.Web.Infrastructure.Publikt;

/// <summary>
/// Remembers roughly what was asked for not long ago. Most searches are made once: kept, each would push out a page that is asked for again, and be thrown away itself.
/// Two that share a place forget each other, which costs one more drawing of a page and nothing else.
/// </summary>
internal sealed class Dorrvakt
{
    private const int Platser = 1 << 16;

    private readonly int[] _sedda = new int[Platser];

    /// <returns>False the first time.</returns>
    public bool HarSett(string nyckel)
    {
        var marke = string.GetHashCode(nyckel, StringComparison.Ordinal);
        ref var plats = ref _sedda[marke & (Platser - 1)];
        if (plats == marke)
            return true;
        plats = marke;
        return false;
    }
}
