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

/// <summary>
/// One thing one person holds: at a school, or at CSN when <see cref="SkolaId"/> is null. A row is never removed: what ended may be given
/// again, and the history needs it.
/// </summary>
public sealed class Behorighet
{
    private Behorighet()
    {
    }

    /// <param name="giltigTill">Last day it holds, inclusive; null for no end.</param>
    /// <param name="gavs">The day it was given.</param>
    public Behorighet(long kontoId, long? skolaId, Behorighetsslag slag, DateOnly? giltigTill = null, DateOnly? gavs = null)
    {
        if (slag.ArCsn() != skolaId is null)
        {
            throw new ArgumentException("A school's behörighet names its school, CSN's names none.", nameof(skolaId));
        }

        KontoId = kontoId;
        SkolaId = skolaId;
        Slag = slag;
        GiltigTill = giltigTill;
        Gavs = gavs;
    }

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public long? SkolaId { get; private set; }

    public Behorighetsslag Slag { get; private set; }

    /// <summary>Last day it holds, inclusive; null for no end.</summary>
    public DateOnly? GiltigTill { get; private set; }

    /// <summary>The day it was given last; null for those from before the day was kept.</summary>
    public DateOnly? Gavs { get; private set; }

    /// <summary>The day an administrator last confirmed it in a half-yearly attestation; null before the first.</summary>
    public DateOnly? Bekraftad { get; private set; }

    /// <summary>The instant it was taken away (UTC); null while it holds.</summary>
    public DateTime? Avslutad { get; private set; }

    /// <summary>Both ends included.</summary>
    public bool GallerDen(DateOnly dag) => Avslutad is null && (GiltigTill is null || dag <= GiltigTill);

    /// <summary>The latest day somebody said that the person shall have it.</summary>
    public DateOnly? Godkand => Bekraftad > Gavs || Gavs is null ? Bekraftad : Gavs;

    /// <summary>Gives it, anew when it had ended.</summary>
    /// <param name="giltigTill">Last day it holds, inclusive; null for no end.</param>
    internal void Ge(DateOnly idag, DateOnly? giltigTill)
    {
        Gavs = idag;
        GiltigTill = giltigTill;
        Avslutad = null;
    }

    internal void SattSlutdag(DateOnly? giltigTill) => GiltigTill = giltigTill;

    internal void Bekrafta(DateOnly idag) => Bekraftad = idag;

    /// <summary>Takes it away. A new instant on one that had ended says that giving back what ended then no longer reaches it.</summary>
    internal void Avsluta(DateTime tid) => Avslutad = tid;

    /// <summary>As if it had not been taken away.</summary>
    internal void Aterstall() => Avslutad = null;
}
