using MinaTjanster.Core.Tid;

namespace MinaTjanster.TestCommon;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class Testklocka : TimeProvider
{
    /// <summary>The day the demo data is described for: a Sunday, last day to stop November's payment.</summary>
    public static readonly DateOnly Standarddag = new(2026, 11, 22);

    private DateTime _utc;

    /// <summary>Starts at 2026-11-22 10:00, Swedish time.</summary>
    public Testklocka()
        : this(Standarddag, new TimeOnly(10, 0))
    {
    }

    public Testklocka(DateOnly dag, TimeOnly tid) => _utc = SvenskTid.TillUtc(dag, tid);

    public override DateTimeOffset GetUtcNow() => new(_utc, TimeSpan.Zero);

    /// <summary>Moves on (or back).</summary>
    public void Flytta(TimeSpan tid) => _utc += tid;

    /// <summary>Sets a Swedish wall-clock time.</summary>
    public void Satt(DateOnly dag, TimeOnly tid) => _utc = SvenskTid.TillUtc(dag, tid);
}
