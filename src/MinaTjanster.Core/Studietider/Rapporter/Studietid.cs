using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Whether a studietid holds.</summary>
public enum Studietidsstatus
{
    /// <summary>In a report that is not approved.</summary>
    Forslag,

    /// <summary>Approved: what students choose from.</summary>
    Galler,

    /// <summary>Another has taken its place, or it was removed.</summary>
    Ersatt,
}

/// <summary>What a studietid in a report does to those that hold.</summary>
public enum Studietidsatgard
{
    Ny,
    Andring,
    Borttagning,
}

/// <summary>Which ends a roll-over has moved off a public holiday: somebody should look at them.</summary>
public enum Flyttmarke
{
    Ingen,
    ForstaDag,
    SistaDag,
    Bada,
}

/// <summary>A time in which an education, or the whole school, teaches (domain.md section 7). What is approved never changes: a change is a new row in its place.</summary>
public sealed class Studietid : ISkolagd, IVersionerad
{
    private readonly List<Studietidsuppehall> _uppehall = [];

    private Studietid()
    {
    }

    /// <param name="utbildningId">Null for the whole school.</param>
    /// <param name="ersatterId">The approved one that it changes or removes; null for a new one.</param>
    public Studietid(long skolaId, long? utbildningId, Studietidsuppgift uppgift, Studietidsatgard atgard = Studietidsatgard.Ny, long? ersatterId = null, Flyttmarke flyttad = Flyttmarke.Ingen)
    {
        SkolaId = skolaId;
        UtbildningId = utbildningId;
        Atgard = atgard;
        ErsatterId = ersatterId;
        Satt(uppgift, flyttad);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StudietidsrapportId { get; private set; }

    public long? UtbildningId { get; private set; }

    /// <summary>Inclusive.</summary>
    public DateOnly ForstaDag { get; private set; }

    /// <summary>Inclusive.</summary>
    public DateOnly SistaDag { get; private set; }

    /// <summary>Points in the period, in tenths; null where the school form has none.</summary>
    public int? PoangTiondelar { get; private set; }

    /// <summary>Percent of full time, 1–100; null where points say it.</summary>
    public int? Omfattning { get; private set; }

    public Studietidsatgard Atgard { get; private set; }

    public long? ErsatterId { get; private set; }

    public Studietidsstatus Status { get; private set; }

    public Flyttmarke Flyttad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Studietidsuppehall> Uppehall => _uppehall;

    public Studietidsuppgift Uppgift => new(new Dagperiod(ForstaDag, SistaDag), [.. _uppehall.Select(u => new Dagperiod(u.ForstaDag, u.SistaDag))], PoangTiondelar, Omfattning);

    /// <exception cref="InvalidOperationException">It holds, or has held.</exception>
    public void Andra(Studietidsuppgift uppgift)
    {
        if (Status != Studietidsstatus.Forslag)
            throw new InvalidOperationException("What is approved is changed by a new report.");

        // Looked at by a person: no longer the machine's move.
        Satt(uppgift, Flyttmarke.Ingen);
    }

    /// <summary>CSN has approved the report it stands in. A removal has done its work then.</summary>
    internal void Godkann() => Status = Atgard == Studietidsatgard.Borttagning ? Studietidsstatus.Ersatt : Studietidsstatus.Galler;

    internal void Ersatt() => Status = Studietidsstatus.Ersatt;

    private void Satt(Studietidsuppgift uppgift, Flyttmarke flyttad)
    {
        (ForstaDag, SistaDag, PoangTiondelar, Omfattning, Flyttad) = (uppgift.Period.ForstaDag, uppgift.Period.SistaDag, uppgift.PoangTiondelar, uppgift.Omfattning, flyttad);
        _uppehall.Clear();
        _uppehall.AddRange(uppgift.Uppehall.OrderBy(u => u.ForstaDag).Select(u => new Studietidsuppehall(SkolaId, u)));
    }
}

/// <summary>A break within a studietid: jullov, påsklov.</summary>
public sealed class Studietidsuppehall : ISkolagd
{
    private Studietidsuppehall()
    {
    }

    internal Studietidsuppehall(long skolaId, Dagperiod period) => (SkolaId, ForstaDag, SistaDag) = (skolaId, period.ForstaDag, period.SistaDag);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StudietidId { get; private set; }

    /// <summary>Inclusive.</summary>
    public DateOnly ForstaDag { get; private set; }

    /// <summary>Inclusive.</summary>
    public DateOnly SistaDag { get; private set; }
}

/// <summary>What a school states of a studietid.</summary>
/// <param name="Period">First and last day of teaching, inclusive.</param>
/// <param name="Uppehall">Breaks within it.</param>
/// <param name="PoangTiondelar">Points in the period, in tenths.</param>
/// <param name="Omfattning">Percent of full time, 1–100.</param>
public sealed record Studietidsuppgift(Dagperiod Period, IReadOnlyList<Dagperiod> Uppehall, int? PoangTiondelar = null, int? Omfattning = null);
