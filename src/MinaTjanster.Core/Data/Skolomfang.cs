namespace MinaTjanster.Core.Data;

/// <summary>
/// Which school's rows a piece of work may touch: one school, or all of them for a stated reason.
/// Until one is chosen every filtered read throws, so that a forgotten choice shows nothing rather than everything.
/// </summary>
public sealed class Skolomfang
{
    private readonly Dictionary<(long StuderandeId, long SkolaId), long?> _skyddade = [];

    private long? _skolaId;

    /// <summary>Why all schools may be read and written, or null.</summary>
    public string? AllaDarfor { get; private set; }

    public bool ArAlla => AllaDarfor is not null;

    /// <summary>True when a single school is chosen.</summary>
    public bool HarSkola => _skolaId is not null;

    /// <exception cref="SkolaSaknasException">No single school is chosen.</exception>
    public long SkolaId => _skolaId ?? throw new SkolaSaknasException();

    public void ValjSkola(long skolaId)
    {
        _skolaId = skolaId;
        AllaDarfor = null;
    }

    /// <param name="darfor">Why, in a word or two, for the reader of the code: "granskning", "utskick".</param>
    public void ValjAlla(string darfor)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(darfor);
        _skolaId = null;
        AllaDarfor = darfor;
    }

    /// <summary>The protected students that this work has read, each once: what a page shows of them is to be found in the log (ADR 0050).</summary>
    public IReadOnlyList<(long StuderandeId, long SkolaId, long? SkolkrapportId)> LastaSkyddade =>
        [.. _skyddade.Select(s => (s.Key.StuderandeId, s.Key.SkolaId, s.Value))];

    /// <summary>Notes a protected student that was read. Entities note themselves; a query that makes rows of its own says so here.</summary>
    /// <param name="skolkrapportId">The report or case that it is about, when it is about one.</param>
    public void NoteraSkyddad(long studerandeId, long skolaId, long? skolkrapportId = null) =>
        _skyddade[(studerandeId, skolaId)] = skolkrapportId ?? _skyddade.GetValueOrDefault((studerandeId, skolaId));

    /// <summary>May a row of this school be written?</summary>
    public bool Tillater(long skolaId) => ArAlla || _skolaId == skolaId;
}

/// <summary>School-owned rows were asked for before a school was chosen: a bug, never shown to a user.</summary>
public sealed class SkolaSaknasException() : InvalidOperationException("No school is chosen for this work.");

/// <summary>A row of another school than the active one was about to be written: refused, nothing is saved.</summary>
public sealed class AnnanSkolasRadException(string typ) : InvalidOperationException($"A {typ} of another school was about to be written.");
