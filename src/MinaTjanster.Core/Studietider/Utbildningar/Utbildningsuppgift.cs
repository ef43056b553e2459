using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>What kind of education it is.</summary>
public enum Utbildningsslag
{
    Program,
    Kurs,
    Inriktning,
}

/// <summary>The level a student searches by.</summary>
public enum Utbildningsniva
{
    Grundlaggande,
    Gymnasial,
    Eftergymnasial,
}

/// <summary>Where the teaching is.</summary>
public enum Undervisningssatt
{
    PaPlats,
    Distans,

    /// <summary>Distance with gatherings.</summary>
    DistansMedTraffar,
}

/// <summary>What a school states of an education. Which parts it has at a school form is <see cref="Utbildningsformer"/>'s to say.</summary>
public sealed record Utbildningsuppgift
{
    public const int MaxNamn = 120;

    public const int MaxKod = 20;

    public required string Namn { get; init; }

    public required Utbildningsslag Slag { get; init; }

    public required Utbildningsniva Niva { get; init; }

    public required Avdelning Avdelning { get; init; }

    /// <summary>Studievägskod, inriktning, course code or the programme's number, as the school form has it; null where there is none.</summary>
    public string? Kod { get; init; }

    /// <summary>The pace, percent of full time, 1–100.</summary>
    public required int Omfattning { get; init; }

    public required Undervisningssatt Undervisning { get; init; }

    /// <summary>Points of the whole education in tenths: 7,5 hp is 75; null where the school form has none.</summary>
    public int? PoangTiondelar { get; init; }

    /// <summary>The first läsår in which it is offered, by the year it starts.</summary>
    public required int FranLasar { get; init; }

    /// <summary>The last läsår in which it is offered, inclusive; null for as long as nobody has ended it.</summary>
    public int? TillLasar { get; init; }
}
