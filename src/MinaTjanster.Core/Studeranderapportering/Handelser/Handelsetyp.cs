using System.Collections.Frozen;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Whether a field must be there.</summary>
public enum Faltkravslag
{
    Obligatoriskt,

    /// <summary>At least one of those marked so.</summary>
    NagotAv,

    Frivilligt,
}

/// <summary>A field as one event at one school form has it.</summary>
/// <param name="Etikett">What the reporter reads.</param>
/// <param name="Hjalp">Why it is asked, or how it is written; null where the label says it.</param>
/// <param name="Alternativ">Stored value → text, for <see cref="Faltform.Val"/>.</param>
public sealed record Faltkrav(Handelsefalt Falt, Faltkravslag Krav, string Etikett, string? Hjalp = null, IReadOnlyList<(string Varde, string Text)>? Alternativ = null)
{
    public string Kolumn => Falt.Kolumn();

    /// <summary>When many are reported at once: stated for each of them rather than once for all.</summary>
    public bool ArPerStuderande { get; init; }
}

/// <summary>For which kind of support an event is.</summary>
public enum Stodvillkor
{
    Alla,

    /// <summary>Studiehjälp and lärlingsersättning.</summary>
    BaraStudiehjalp,

    BaraStudiemedel,
}

/// <summary>What must have been reported before.</summary>
public enum Foljd
{
    Ingen,

    /// <summary>The day, and the last day where there is one, lies in a reported study period.</summary>
    InomStudietid,

    /// <summary>Continuous absence that has not ended.</summary>
    OppenFranvaro,

    /// <summary>A study period has begun by then.</summary>
    EfterStudiestart,

    /// <summary>A study period that ends before the new end.</summary>
    StudietidAttForlanga,

    /// <summary>No study period holds the day.</summary>
    UtanforStudietid,
}

/// <summary>What an event may not lie over.</summary>
public enum Overlapp
{
    Tillatet,

    /// <summary>No other study period: one education at a time.</summary>
    IngenStudietid,

    /// <summary>No other study period of the same course or education.</summary>
    InteSammaUtbildning,

    /// <summary>No other event of the same kind.</summary>
    InteSammaSlag,

    /// <summary>No other event of the same kind and the same course or education.</summary>
    InteSammaSlagOchUtbildning,
}

/// <summary>What an event does to the student's study periods.</summary>
public enum Studietidsverkan
{
    Ingen,
    Borjar,
    Slutar,
    Forlanger,
}

/// <summary>How far from the report day the event's first day may lie, both ends inclusive.</summary>
/// <param name="DagarBakat">Days before the report day.</param>
/// <param name="DagarFramat">Days after it; 0 is never in advance.</param>
public sealed record Datumgrans(int DagarBakat, int DagarFramat)
{
    public DateOnly Tidigast(DateOnly rapportdag) => rapportdag.AddDays(-DagarBakat);

    public DateOnly Senast(DateOnly rapportdag) => rapportdag.AddDays(DagarFramat);
}

/// <summary>An event at one school form: its fields in the order of the form, and what it may not lie over.</summary>
public sealed record Skolformsregel(Overlapp Overlapp, IReadOnlyList<Faltkrav> Falt)
{
    private readonly ulong _kanda = Falt.Aggregate(0UL, (s, f) => s | (1UL << (int)f.Falt));

    public bool Har(Handelsefalt falt) => (_kanda & (1UL << (int)falt)) != 0;
}

/// <summary>One row of the table that page, file, API and test ask (design decision 4).</summary>
/// <param name="Kod">Two digits; 31, 32 and 51 are CSN's, the others ours [V].</param>
/// <param name="Rubrik">What the reporter reads.</param>
/// <param name="Forklaring">When it is used, in a sentence.</param>
public sealed record Handelsetyp(Handelseslag Slag, string Kod, string Rubrik, string Forklaring)
{
    public required FrozenDictionary<Skolform, Skolformsregel> Skolformer { get; init; }

    public required Datumgrans Datum { get; init; }

    public Stodvillkor Stod { get; init; } = Stodvillkor.Alla;

    public Foljd Foljd { get; init; } = Foljd.Ingen;

    public Studietidsverkan Verkan { get; init; } = Studietidsverkan.Ingen;

    /// <summary>Reported on screen by every school, whatever its channel: skolk [S], and what cannot go electronically.</summary>
    public bool ArAllaKanalers { get; init; }

    /// <summary>There is a paper of it, with the school's letterhead.</summary>
    public bool ArIntyg { get; init; }

    /// <summary>Reported by its own page rather than the common form: it holds more than fields.</summary>
    public bool ArEgenSida { get; init; }

    /// <summary>What is added to <see cref="Forklaring"/> at school forms that report skolk too; null where nothing is.</summary>
    public string? DarSkolkForekommer { get; init; }

    /// <summary>When it is used, in words that fit the school form.</summary>
    public string ForklaringFor(Skolform skolform) => DarSkolkForekommer is { } tillagg && skolform.HarSkolk() ? $"{Forklaring} {tillagg}" : Forklaring;

    public Skolformsregel? For(Skolform skolform) => Skolformer.GetValueOrDefault(skolform);
}
