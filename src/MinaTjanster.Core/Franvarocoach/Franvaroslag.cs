namespace MinaTjanster.Core.Franvarocoach;

/// <summary>What a row of an absence list says of a student.</summary>
public enum Franvaroslag : byte
{
    /// <summary>Was there: a row without minutes of absence.</summary>
    Narvaro,

    /// <summary>Absence that the school has accepted: ill, on leave. Never counts.</summary>
    Giltig,

    /// <summary>Came late.</summary>
    SenAnkomst,

    /// <summary>Was not there.</summary>
    MissadLektion,

    /// <summary>Left before the end.</summary>
    GickTidigare,

    /// <summary>Notified, but not approved by the school.</summary>
    AnmaldEjGodkand,

    /// <summary>Ogiltig frånvaro of which the school's system says nothing more. Always counts: the school has already judged it.</summary>
    Ogiltig,
}

/// <summary>
/// What counts as ogiltig frånvaro is the school's judgement (domain.md section 5): a switch for each kind that may be. All are on from the start.
/// </summary>
public sealed record Raknas(bool SenAnkomst = true, bool MissadLektion = true, bool GickTidigare = true, bool AnmaldEjGodkand = true)
{
    /// <summary>Whether minutes of this kind count. Presence and giltig frånvaro never do, unspecified ogiltig frånvaro always.</summary>
    public bool Raknar(Franvaroslag slag) => slag switch
    {
        Franvaroslag.SenAnkomst => SenAnkomst,
        Franvaroslag.MissadLektion => MissadLektion,
        Franvaroslag.GickTidigare => GickTidigare,
        Franvaroslag.AnmaldEjGodkand => AnmaldEjGodkand,
        Franvaroslag.Ogiltig => true,
        _ => false,
    };
}

public static class Franvaroslagtexter
{
    /// <summary>Sen ankomst; with a capital first letter.</summary>
    public static string Text(this Franvaroslag slag) => slag switch
    {
        Franvaroslag.Narvaro => "Närvaro",
        Franvaroslag.Giltig => "Giltig frånvaro",
        Franvaroslag.SenAnkomst => "Sen ankomst",
        Franvaroslag.MissadLektion => "Missad lektion",
        Franvaroslag.GickTidigare => "Gick tidigare",
        Franvaroslag.AnmaldEjGodkand => "Anmäld, inte godkänd",
        Franvaroslag.Ogiltig => "Ogiltig frånvaro",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };
}
