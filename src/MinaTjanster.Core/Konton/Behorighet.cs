namespace MinaTjanster.Core.Konton;

/// <summary>What a person holds (domain.md sections 1 and 2). Stored by name.</summary>
public enum Behorighetsslag
{
    StudietiderUtbildningar,
    Studeranderapportering,
    Behorighetsadministrator,
    Behorighetsansvarig,
    CsnOrder,
    CsnHandlaggare,

    /// <summary>A handläggare cleared to see protected identities; held beside <see cref="CsnHandlaggare"/>.</summary>
    CsnSkyddadeIdentiteter,
    CsnBehorighetshandlaggare,
    CsnBlankettservice,
    CsnKontaktperson,
}

/// <summary>One thing one person holds: at a school, or at CSN when <see cref="SkolaId"/> is null.</summary>
public sealed class Behorighet
{
    private Behorighet()
    {
    }

    /// <param name="giltigTill">Last day it holds, inclusive; null for no end.</param>
    public Behorighet(long kontoId, long? skolaId, Behorighetsslag slag, DateOnly? giltigTill = null)
    {
        if (slag.ArCsn() != skolaId is null)
        {
            throw new ArgumentException("A school's behörighet names its school, CSN's names none.", nameof(skolaId));
        }

        KontoId = kontoId;
        SkolaId = skolaId;
        Slag = slag;
        GiltigTill = giltigTill;
    }

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public long? SkolaId { get; private set; }

    public Behorighetsslag Slag { get; private set; }

    public DateOnly? GiltigTill { get; private set; }

    public bool GallerDen(DateOnly dag) => GiltigTill is null || dag <= GiltigTill;
}
