using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// What a reporter has filled in and not yet sent: one event for one student, or the same kind of event for many.
/// Its key becomes the sending's sändningsnyckel (design decision 3).
/// </summary>
public sealed class Handelseutkast : ISkolagd, IVersionerad
{
    private readonly List<Handelseutkastrad> _rader = [];

    private Handelseutkast()
    {
    }

    /// <param name="andrarHandelseId">The event that the draft is to take the place of; null for a new one.</param>
    public Handelseutkast(long skolaId, long kontoId, string nyckel, Handelseslag slag, DateTime tid, long? andrarHandelseId = null)
    {
        SkolaId = skolaId;
        KontoId = kontoId;
        Nyckel = nyckel;
        Slag = slag;
        Skapad = tid;
        AndrarHandelseId = andrarHandelseId;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    public string Nyckel { get; private set; } = "";

    public Handelseslag Slag { get; private set; }

    public long? AndrarHandelseId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>Raised when the form is saved again: a check page drawn before does not send what it did not show.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Handelseutkastrad> Rader => _rader;

    /// <summary>Takes the rows in place of those that were there.</summary>
    public void Satt(IEnumerable<Utkastpost> poster)
    {
        _rader.Clear();
        _rader.AddRange(poster.Select(p => new Handelseutkastrad(SkolaId, p)));
    }
}

/// <summary>What is stated of one student.</summary>
public sealed record Utkastpost(long StuderandeId, Handelseuppgift Uppgift);

/// <summary>A student's row of a draft.</summary>
public sealed class Handelseutkastrad : ISkolagd
{
    private Handelseutkastrad()
    {
    }

    internal Handelseutkastrad(long skolaId, Utkastpost post)
    {
        SkolaId = skolaId;
        StuderandeId = post.StuderandeId;
        Uppgift = post.Uppgift;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long HandelseutkastId { get; private set; }

    public long StuderandeId { get; private set; }

    public Handelseuppgift Uppgift { get; private set; } = null!;

    public Utkastpost Post => new(StuderandeId, Uppgift);
}
