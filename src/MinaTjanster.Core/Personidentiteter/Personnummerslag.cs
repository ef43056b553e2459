namespace MinaTjanster.Core.Personidentiteter;

/// <summary>The three kinds of identifier that must be accepted (domain.md section 4).</summary>
public enum Personnummerslag
{
    /// <summary>An ordinary personnummer, with a check digit.</summary>
    Personnummer,

    /// <summary>A samordningsnummer: the day is written as day + 60, with a check digit.</summary>
    Samordningsnummer,

    /// <summary>A temporary number: a letter and three digits where the last four digits would stand, no check digit.</summary>
    Tillfalligt,
}
