using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;

namespace MinaTjanster.Core.Skolkrapportering.Fyraogon;

/// <summary>Why an outcome is checked by a second handläggare. Stored by name.</summary>
public enum Kontrollurval
{
    /// <summary>It is not.</summary>
    Inget,

    Slump,

    Belopp,

    /// <summary>The outcome before it was sent back: what is decided instead is checked again, and no part of the sample.</summary>
    Omprovning,
}

/// <summary>Why an outcome was sent back. Stored by name.</summary>
public enum Returorsak
{
    FelBelopp,
    FelUtfall,
    Motivering,
    ElevensSvar,
    Underlag,
    Annat,

    /// <summary>What the case comes to changed while it waited. Set by the portal, never chosen; not counted in the figure.</summary>
    Inaktuell,
}

/// <summary>
/// An outcome as a handläggare decided it, and whether it was drawn for a check (ADR 0053). One for each that is decided: those that were not drawn are counted too.
/// One that was drawn takes hold when a second handläggare has agreed; one that fell before is neither checked nor the one that the case waits for.
/// </summary>
public sealed class Utfallskontroll : ISkolagd
{
    public const int MaxOrd = 500;

    private Utfallskontroll()
    {
    }

    internal Utfallskontroll(Arende arende, long kontoId, Avrakning avrakning, Utfallsuppgift uppgift, Kontrollurval urval, DateTime tid)
    {
        SkolaId = arende.SkolaId;
        KontoId = kontoId;
        Beslutat = tid;
        Urval = urval;
        (Val, Svar, Motivering) = (uppgift.Val, uppgift.Svar, uppgift.Motivering);
        (FelUtbetalt, Avraknas, Aterkravs) = (avrakning.FelUtbetalt.Belopp, avrakning.Avraknas, avrakning.Aterkravs);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    /// <summary>Who decided.</summary>
    public long KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Beslutat { get; private set; }

    public Kontrollurval Urval { get; private set; }

    public Utfallsval Val { get; private set; }

    public Horandesvar Svar { get; private set; }

    public string? Motivering { get; private set; }

    /// <summary>Whole kronor by the estimate that it was decided by.</summary>
    public int FelUtbetalt { get; private set; }

    public int Avraknas { get; private set; }

    public int Aterkravs { get; private set; }

    /// <summary>UTC; null until a second handläggare has agreed or sent it back.</summary>
    public DateTime? Kontrollerat { get; private set; }

    public long? KontrolleratAvKontoId { get; private set; }

    /// <summary>Null where it was agreed to, or is not checked.</summary>
    public Returorsak? Returorsak { get; private set; }

    /// <summary>For whoever decided, or null.</summary>
    public string? Ord { get; private set; }

    public Utfallsuppgift Uppgift => new(Val, Svar, Motivering);

    public bool ArAterlamnad => Returorsak is not null;

    /// <summary>Is what the case comes to still what it was decided by?</summary>
    public bool Galler(Avrakning avrakning) => (FelUtbetalt, Avraknas, Aterkravs) == (avrakning.FelUtbetalt.Belopp, avrakning.Avraknas, avrakning.Aterkravs);

    internal void Kontrollera(long kontoId, DateTime tid, Returorsak? returorsak, string? ord) =>
        (KontrolleratAvKontoId, Kontrollerat, Returorsak, Ord) = (kontoId, tid, returorsak, ord);
}
