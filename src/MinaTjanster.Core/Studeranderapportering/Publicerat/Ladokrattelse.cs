using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

/// <summary>
/// A message to CSN: the university has corrected in Ladok what payments had been told of in an earlier window (domain.md section 6). Nothing of it
/// is published; CSN corrects by hand.
/// </summary>
public sealed class Ladokrattelse : ISkolagd, IVersionerad
{
    private Ladokrattelse()
    {
    }

    /// <param name="handelseId">What was reported.</param>
    /// <param name="nyHandelseId">What the university says now; null when it was taken back.</param>
    /// <param name="fonster">When the window of the correction closed, UTC.</param>
    /// <param name="skapad">UTC.</param>
    public Ladokrattelse(long skolaId, long studerandeId, long handelseId, long? nyHandelseId, DateTime fonster, DateTime skapad)
    {
        SkolaId = skolaId;
        StuderandeId = studerandeId;
        HandelseId = handelseId;
        NyHandelseId = nyHandelseId;
        Fonster = fonster;
        Skapad = skapad;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    public long HandelseId { get; private set; }

    public long? NyHandelseId { get; private set; }

    /// <summary>When the window of the correction closed, UTC.</summary>
    public DateTime Fonster { get; private set; }

    /// <summary>The window, on the correction that its mail was sent with: one mail for each window.</summary>
    public DateTime? Mejlfonster { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>UTC; null while it waits.</summary>
    public DateTime? Hanterad { get; private set; }

    public long? HanteradAvKontoId { get; private set; }

    public int Version { get; private set; }

    internal void MedMejl() => Mejlfonster = Fonster;

    /// <exception cref="InvalidOperationException">It has been handled.</exception>
    internal void Hantera(long kontoId, DateTime tid)
    {
        if (Hanterad is not null)
            throw new InvalidOperationException("The correction has been handled.");

        Hanterad = tid;
        HanteradAvKontoId = kontoId;
    }
}
