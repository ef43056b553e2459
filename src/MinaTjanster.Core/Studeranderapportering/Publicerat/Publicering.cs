using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

/// <summary>What payments are told of an event.</summary>
public enum Publiceringsslag
{
    /// <summary>It holds. What it has taken the place of stands on the event.</summary>
    Ny,

    /// <summary>It was told of before, and holds no longer.</summary>
    Borttagen,
}

/// <summary>One event as payments are told of it, once its window has closed. Written once: of each kind an event has one at most.</summary>
public sealed class Publicering : ISkolagd
{
    private Publicering()
    {
    }

    /// <param name="fonster">When the window closed, UTC.</param>
    /// <param name="skapad">UTC.</param>
    public Publicering(long skolaId, long handelseId, Publiceringsslag slag, DateTime fonster, DateTime skapad)
    {
        SkolaId = skolaId;
        HandelseId = handelseId;
        Slag = slag;
        Fonster = fonster;
        Skapad = skapad;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long HandelseId { get; private set; }

    public Publiceringsslag Slag { get; private set; }

    /// <summary>When the window closed, UTC.</summary>
    public DateTime Fonster { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }
}
