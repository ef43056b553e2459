using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

/// <summary>Whose words a message holds. Stored by name.</summary>
public enum Meddelandepart
{
    Csn,
    Skolan,
}

/// <summary>What CSN has written to the school about a case, or the school to CSN. Read in the portal only, never sent by mail. Never changed.</summary>
public sealed class Arendemeddelande : ISkolagd
{
    public const int MaxText = 1000;

    private Arendemeddelande()
    {
    }

    internal Arendemeddelande(long skolaId, Meddelandepart fran, string text, long kontoId, string nyckel, DateTime tid)
    {
        SkolaId = skolaId;
        Fran = fran;
        Text = text;
        KontoId = kontoId;
        Nyckel = nyckel;
        Skickat = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public Meddelandepart Fran { get; private set; }

    public string Text { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>The page's key, one in the case: a page that is posted twice sends once.</summary>
    public string Nyckel { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skickat { get; private set; }

    /// <summary>UTC; null until the other side has answered it or said that it is read.</summary>
    public DateTime? Last { get; private set; }

    internal void Las(DateTime tid) => Last ??= tid;
}
