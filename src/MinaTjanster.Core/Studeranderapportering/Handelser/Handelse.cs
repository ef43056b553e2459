using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Whether an event holds.</summary>
public enum Handelsestatus
{
    Galler,

    /// <summary>A later event has taken its place.</summary>
    Ersatt,

    /// <summary>Taken back by the school.</summary>
    Tillbakatagen,
}

/// <summary>
/// An event as it was sent. What it states never changes: a change is a new event in its place, so that rows are their own history,
/// from a file as from the screen (design decision 8). Whether it may be sent is <see cref="Handelseregel"/>'s to say.
/// </summary>
public sealed class Handelse : ISkolagd, IVersionerad
{
    public const int MaxForklaring = 300;

    private Handelse()
    {
    }

    /// <param name="tid">When it was sent, UTC, where that is later than its sending: a row of a file that was corrected afterwards.</param>
    public Handelse(long studerandeId, Sandning sandning, Handelseuppgift uppgift, string? forklaring = null, long? ersatterId = null, DateTime? tid = null)
    {
        SkolaId = sandning.SkolaId;
        StuderandeId = studerandeId;
        Sandning = sandning;
        Uppgift = uppgift;
        Forklaring = forklaring;
        ErsatterId = ersatterId;
        Fonster = Sandningsfonster.Stanger(tid ?? sandning.Skickad);
        AttPublicera = Fonster;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    public long SandningId { get; private set; }

    public Sandning Sandning { get; private set; } = null!;

    public Handelseuppgift Uppgift { get; private set; } = null!;

    /// <summary>What the reporter answered to a warning; null where there was none.</summary>
    public string? Forklaring { get; private set; }

    /// <summary>The event that this one has taken the place of.</summary>
    public long? ErsatterId { get; private set; }

    public Handelsestatus Status { get; private set; }

    /// <summary>UTC, when it was replaced or taken back; null while it holds.</summary>
    public DateTime? Upphorde { get; private set; }

    /// <summary>Who took it back; null otherwise.</summary>
    public long? TillbakatagenAvKontoId { get; private set; }

    /// <summary>When the window in which it was sent closes, UTC: until then it can be taken back without a trace.</summary>
    public DateTime Fonster { get; private set; }

    /// <summary>The closing of the earliest window in which something happened to it that payments have not been told of; null when they know all.</summary>
    public DateTime? AttPublicera { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="InvalidOperationException">It does not hold any longer.</exception>
    public void Ersatt(DateTime tid)
    {
        KravGaller();
        Status = Handelsestatus.Ersatt;
        Upphorde = tid;
        AttPublicera ??= Sandningsfonster.Stanger(tid);
    }

    /// <exception cref="InvalidOperationException">It does not hold any longer.</exception>
    public void TaTillbaka(long kontoId, DateTime tid)
    {
        KravGaller();
        Status = Handelsestatus.Tillbakatagen;
        TillbakatagenAvKontoId = kontoId;
        Upphorde = tid;
        AttPublicera ??= Sandningsfonster.Stanger(tid);
    }

    /// <summary>The answer to a warning, given after a file was read.</summary>
    internal void Forklara(string forklaring) => Forklaring = forklaring;

    /// <summary>Keys of a row that a file's chunk writes itself. Negative until the chunk is written.</summary>
    internal void Numrera(long id, long studerandeId, long sandningId, long? ersatterId)
    {
        Id = id;
        StuderandeId = studerandeId;
        SandningId = sandningId;
        ErsatterId = ersatterId;
    }

    private void KravGaller()
    {
        if (Status != Handelsestatus.Galler)
        {
            throw new InvalidOperationException("The event does not hold any longer.");
        }
    }
}
