using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>What a person is about to order for a school: one a person and school. Its key becomes the order's sändningsnyckel, and it goes in the save that the order comes in.</summary>
public sealed class Materialkorg : ISkolagd, IVersionerad
{
    /// <summary>As many kinds as fit in a parcel, and on a page.</summary>
    public const int MaxRader = 20;

    private readonly List<Materialkorgrad> _rader = [];

    private Materialkorg()
    {
    }

    public Materialkorg(long skolaId, long kontoId, string nyckel, DateTime skapad) => (SkolaId, KontoId, Nyckel, Skapad) = (skolaId, kontoId, nyckel, skapad);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    public string Nyckel { get; private set; } = "";

    /// <summary>To whom at the school the parcel shall be handed; null for nobody in particular.</summary>
    public string? Att { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>UTC, the latest change; null in baskets that were left before this was kept.</summary>
    public DateTime? Andrad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Materialkorgrad> Rader => _rader;

    /// <summary>This many of the article, whether or not there were some before: a second click changes nothing.</summary>
    public void Satt(long artikelId, int antal)
    {
        if (_rader.Find(r => r.MaterialartikelId == artikelId) is { } rad)
            rad.Antal = antal;
        else
            _rader.Add(new(SkolaId, artikelId, antal));
    }

    public void TaBort(long artikelId) => _rader.RemoveAll(r => r.MaterialartikelId == artikelId);

    public void SattAtt(string? att) => Att = att;

    internal void Ror(DateTime tid) => Andrad = tid;
}

/// <summary>So many of an article in a basket.</summary>
public sealed class Materialkorgrad : ISkolagd
{
    private Materialkorgrad()
    {
    }

    internal Materialkorgrad(long skolaId, long artikelId, int antal) => (SkolaId, MaterialartikelId, Antal) = (skolaId, artikelId, antal);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long MaterialkorgId { get; private set; }

    public long MaterialartikelId { get; private set; }

    public int Antal { get; internal set; }
}
