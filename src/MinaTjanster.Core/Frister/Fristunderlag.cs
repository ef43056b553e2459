using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Frister;

/// <summary>What is known of a school when its duties are asked for: loaded by the start page with its own few commands, by <see cref="FristQuery"/> for the others.</summary>
public sealed record Fristunderlag(Skolval Skola)
{
    /// <summary>The person reports students there.</summary>
    public bool ArRapportor { get; init; }

    /// <summary>Some student may have studiehjälp, or lärlingsersättning, that ogiltig frånvaro stops.</summary>
    public bool HarStudiehjalp { get; init; }

    /// <summary>Reports of ogiltig frånvaro that wait for the school.</summary>
    public IReadOnlyList<AttGoraRad> Vantande { get; init; } = [];

    /// <summary>What is counted, and has no last day of its own; null where only what has one is asked for.</summary>
    public Startlage? Lage { get; init; }

    /// <summary>Students who are left to be reported as begun, where they are counted without <see cref="Lage"/>.</summary>
    public int Starter { get; init; }

    /// <summary>Studietider that are asked for, for those who report them.</summary>
    public IReadOnlyList<Studietidsplikt> Studietider { get; init; } = [];

    /// <summary>Läsår with a report that is filled in and not sent.</summary>
    public IReadOnlyList<Lasar> Studietidsutkast { get; init; } = [];

    /// <summary>Studietider that are asked for where nobody may report them, for those who can give somebody the behörighet.</summary>
    public IReadOnlyList<Studietidsplikt> UtanRapportor { get; init; } = [];

    /// <summary>The open round of behörigheter, for those who confirm them.</summary>
    public Attestering? Attestering { get; init; }
}
