using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>The hours of the partner phone on a weekday. CSN's, read by all; a weekday without a row is closed.</summary>
public sealed class Telefontid : IVersionerad
{
    private Telefontid()
    {
    }

    public Telefontid(DayOfWeek veckodag, Oppettid tid)
    {
        Veckodag = veckodag;
        Andra(tid);
    }

    public long Id { get; private set; }

    public DayOfWeek Veckodag { get; private set; }

    public TimeOnly Oppnar { get; private set; }

    public TimeOnly Stanger { get; private set; }

    public int Version { get; private set; }

    public Oppettid Tid => new(Oppnar, Stanger);

    public void Andra(Oppettid tid) => (Oppnar, Stanger) = (tid.Oppnar, tid.Stanger);
}

/// <summary>A day on which the phone is not answered as its weekday says: closed, or at other hours.</summary>
public sealed class Telefonundantag
{
    public const int MaxOrsak = 100;

    private Telefonundantag()
    {
    }

    /// <param name="tid">Null when closed.</param>
    /// <param name="orsak">Why, for those who would call.</param>
    public Telefonundantag(DateOnly dag, Oppettid? tid, string orsak) => (Dag, Oppnar, Stanger, Orsak) = (dag, tid?.Oppnar, tid?.Stanger, orsak);

    public long Id { get; private set; }

    public DateOnly Dag { get; private set; }

    public TimeOnly? Oppnar { get; private set; }

    public TimeOnly? Stanger { get; private set; }

    public string Orsak { get; private set; } = "";

    public Oppettid? Tid => Oppnar is { } oppnar && Stanger is { } stanger ? new(oppnar, stanger) : null;
}
