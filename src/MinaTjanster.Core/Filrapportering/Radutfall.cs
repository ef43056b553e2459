using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What became of a row.</summary>
internal sealed class Radutfall(Tolkadrad rad)
{
    public Tolkadrad Rad { get; } = rad;

    public IReadOnlyList<Refusal> Fel { get; set; } = [];

    public IReadOnlyList<Varning> Varningar { get; set; } = [];

    /// <summary>The event that it became; null when it is refused, takes something back, or is a report of ogiltig frånvaro.</summary>
    public Handelse? Handelse { get; set; }

    /// <summary>Reported before with the same facts.</summary>
    public bool ArOforandrad { get; set; }

    /// <summary>Refused, but a later row of the chunk was accepted in its place.</summary>
    public bool ArRattad { get; set; }

    public bool ArGodtagen => Fel.Count == 0 && !ArOforandrad;
}

/// <summary>In whose name a chunk is judged and written.</summary>
/// <param name="Sandning">What the events are sent in; in a test one that is never saved.</param>
/// <param name="Tid">The moment of sending, UTC: that of the upload, or of the correction.</param>
/// <param name="Rapportdag">Its Swedish day.</param>
internal sealed record Filsandning(Skola Skola, Sandning Sandning, long KontoId, DateTime Tid, DateOnly Rapportdag, Franvarodagar Dagar);

/// <summary>What a file does with a report of ogiltig frånvaro that is there.</summary>
internal enum Skolkaktslag
{
    Avsluta,
    Andra,
    TaBort,
}

/// <param name="Historik">Changed fields.</param>
internal sealed record Skolkakt(Skolkaktslag Slag, Skolkrapport Rapport, Arende Arende, string? Historik);
