using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton.Systemkonton;

/// <summary>
/// A school's system that sends events by itself, with a key in place of a person (docs/adr/0035). Its <see cref="Konto"/> is only a name to be shown as
/// the sender: it has no username, no password, no address and no <see cref="Behorighet"/>, so that nothing that concerns persons meets it.
/// </summary>
public sealed class Systemkonto : ISkolagd, IVersionerad
{
    public const int MaxNamn = 60;

    /// <summary>Years that a key is valid [V].</summary>
    public const int Giltighetsar = 1;

    private Systemkonto()
    {
    }

    /// <param name="nyckelhash">SHA-256 of the key: 256 random bits need no slower hash.</param>
    /// <param name="sandningsnyckel">The form's one-time key: a second post of it makes no second account.</param>
    /// <param name="giltigTill">Last day, inclusive.</param>
    public Systemkonto(long skolaId, string namn, string nyckelhash, string sandningsnyckel, long skapadAvKontoId, DateTime skapad, DateOnly giltigTill)
    {
        SkolaId = skolaId;
        Konto = Konto.ForSystem(namn);
        Nyckelhash = nyckelhash;
        Sandningsnyckel = sandningsnyckel;
        SkapadAvKontoId = skapadAvKontoId;
        Skapad = skapad;
        GiltigTill = giltigTill;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    public Konto Konto { get; private set; } = null!;

    public string Nyckelhash { get; private set; } = "";

    public string Sandningsnyckel { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly GiltigTill { get; private set; }

    /// <summary>UTC, to the minute; null before the first time.</summary>
    public DateTime? SenastAnvand { get; private set; }

    /// <summary>UTC; null while the key is in use.</summary>
    public DateTime? Aterkallad { get; private set; }

    public long? AterkalladAvKontoId { get; private set; }

    public int Version { get; private set; }

    public bool GallerDen(DateOnly dag) => Aterkallad is null && dag <= GiltigTill;

    /// <exception cref="InvalidOperationException">It has been revoked.</exception>
    internal void Aterkalla(long kontoId, DateTime tid)
    {
        if (Aterkallad is not null)
            throw new InvalidOperationException("The key has been revoked.");

        Aterkallad = tid;
        AterkalladAvKontoId = kontoId;
    }
}
