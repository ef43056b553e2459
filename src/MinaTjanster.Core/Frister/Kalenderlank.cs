namespace MinaTjanster.Core.Frister;

/// <summary>A person's secret address of the calendar feed: one at a time. Only the hash of its key is kept; what is revoked is removed.</summary>
public sealed class Kalenderlank
{
    private Kalenderlank()
    {
    }

    /// <param name="nyckelhash">SHA-256 of the key: 256 random bits need no slower hash.</param>
    public Kalenderlank(long kontoId, string nyckelhash, DateTime skapad) => (KontoId, Nyckelhash, Skapad) = (kontoId, nyckelhash, skapad);

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public string Nyckelhash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    internal void Fornya(string nyckelhash, DateTime skapad) => (Nyckelhash, Skapad) = (nyckelhash, skapad);
}
