using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>Whether the reporter has ticked a line on the check page.</summary>
public enum Radval
{
    EjVald,
    Vald,
}

/// <summary>
/// The students of a list that a reporter means to report, with what the list says about each, until the check page has sent them. Each line's
/// key becomes its report's sändningsnyckel, so that a line is sent once whatever is clicked twice (design decision 3).
/// </summary>
public sealed class Franvarourval : ISkolagd
{
    /// <summary>As many as a check page can hold.</summary>
    public const int Flest = 250;

    private readonly List<Franvarourvalsrad> _rader = [];

    private Franvarourval()
    {
    }

    /// <param name="skapad">UTC.</param>
    public Franvarourval(long skolaId, long franvarolistaId, long kontoId, string nyckel, IEnumerable<Franvarourvalsrad> rader, DateTime skapad)
    {
        SkolaId = skolaId;
        FranvarolistaId = franvarolistaId;
        KontoId = kontoId;
        Nyckel = nyckel;
        Skapad = skapad;
        _rader.AddRange(rader);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long FranvarolistaId { get; private set; }

    public long KontoId { get; private set; }

    public string Nyckel { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>UTC; null until the check page has been sent.</summary>
    public DateTime? Skickad { get; private set; }

    public IReadOnlyList<Franvarourvalsrad> Rader => _rader;
}

/// <summary>One student of the selection.</summary>
public sealed class Franvarourvalsrad : ISkolagd
{
    private Franvarourvalsrad()
    {
    }

    /// <param name="nyckel">Its report's sändningsnyckel.</param>
    /// <param name="uppgift">What the list says; whether it is confirmed is asked on the check page.</param>
    public Franvarourvalsrad(long skolaId, long studerandeId, string nyckel, Skolkuppgift uppgift)
    {
        SkolaId = skolaId;
        StuderandeId = studerandeId;
        Nyckel = nyckel;
        ForstaDag = uppgift.ForstaDag;
        SistaDag = uppgift.SistaDag;
        OgiltigMinuter = uppgift.OgiltigMinuter;
        Tillfallen = uppgift.Tillfallen;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long FranvarourvalId { get; private set; }

    public long StuderandeId { get; private set; }

    public string Nyckel { get; private set; } = "";

    public DateOnly ForstaDag { get; private set; }

    public DateOnly? SistaDag { get; private set; }

    public int? OgiltigMinuter { get; private set; }

    public int? Tillfallen { get; private set; }

    public Radval Val { get; private set; }

    public Omfattningsbekraftelse Bekraftelse { get; private set; }

    public Skolkuppgift Uppgift => new(ForstaDag, SistaDag, OgiltigMinuter, Tillfallen, Bekraftelse == Omfattningsbekraftelse.Bekraftad);

    /// <summary>What the reporter has ticked on the check page.</summary>
    public void Valj(bool vald, bool bekraftad)
    {
        Val = vald ? Radval.Vald : Radval.EjVald;
        Bekraftelse = bekraftad ? Omfattningsbekraftelse.Bekraftad : Omfattningsbekraftelse.EjBekraftad;
    }
}
