using System.ComponentModel.DataAnnotations.Schema;

namespace MinaTjanster.Core.Audit;

/// <summary>Whether the act was carried out or refused.</summary>
public enum AuditOutcome
{
    Accepted,
    Refused,
}

/// <summary>
/// One business event: who did what to which object, when, and what changed (design decision 8). Append-only.
/// Holds ids, never names or personnummer. The history a user sees is read from here.
/// </summary>
public sealed class AuditEvent
{
    public const int MaxWhy = 2000;

    private AuditEvent()
    {
    }

    internal AuditEvent(DateTime tid, string act, AuditOutcome outcome)
    {
        Tid = tid;
        Act = act;
        Outcome = outcome;
    }

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }

    /// <summary>Null for acts outside any school, such as a login.</summary>
    public long? SkolaId { get; internal set; }

    /// <summary>Who acted; null for the portal itself and for failed logins.</summary>
    public long? KontoId { get; internal set; }

    /// <summary>A stored name from <see cref="Acts"/>.</summary>
    public string Act { get; private set; } = "";

    public AuditOutcome Outcome { get; private set; }

    /// <summary>What kind of thing it concerns, a stored name from <see cref="AuditObjects"/>.</summary>
    public string? Objekt { get; internal set; }

    public long? ObjektId { get; internal set; }

    /// <summary>The reason given, or the refusal's code; null where there is none.</summary>
    public string? Why { get; internal set; }

    /// <summary>Changed fields as lines "Fält: före → efter"; null where nothing changed.</summary>
    public string? Changes { get; internal set; }

    /// <summary>The object when it has no id yet: the context fills <see cref="ObjektId"/> once it is saved.</summary>
    [NotMapped]
    internal Func<long>? PendingId { get; set; }
}

/// <summary>
/// A protected person's page, or any school's case, was looked at (design decision 8): kept apart from the events, with its own retention.
/// </summary>
public sealed class Visning
{
    private Visning()
    {
    }

    public const int MaxSida = 80;

    public Visning(DateTime tid, long kontoId, long skolaId, Visningsslag slag, string objekt, long objektId)
    {
        Tid = tid;
        KontoId = kontoId;
        SkolaId = skolaId;
        Slag = slag;
        Objekt = objekt;
        ObjektId = objektId;
    }

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }

    public long KontoId { get; private set; }

    public long SkolaId { get; private set; }

    public Visningsslag Slag { get; private set; }

    public string Objekt { get; private set; } = "";

    public long ObjektId { get; private set; }

    /// <summary>The page or file: controller and action, which <see cref="Visningstexter"/> has in words. Null outside a page.</summary>
    public string? Sida { get; init; }

    /// <summary>On whose behalf; null in rows from before it was kept.</summary>
    public Visningsroll? Roll { get; init; }

    /// <summary>The report, or its case, that the page was about; null for others.</summary>
    public long? SkolkrapportId { get; init; }
}

/// <summary>Where the one who looked worked when they did.</summary>
public enum Visningsroll
{
    /// <summary>At the school of the row.</summary>
    Skolan,
    Csn,
}

/// <summary>Why the view is recorded.</summary>
public enum Visningsslag
{
    /// <summary>A person with protected identity was shown.</summary>
    SkyddadIdentitet,

    /// <summary>CSN staff looked at a school's data.</summary>
    Csn,
}
