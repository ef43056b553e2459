namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

/// <summary>What one turns to a contact person of the school about (domain.md section 7). Stored by name.</summary>
public enum Skolkontaktroll
{
    Rektor,
    Rapportering,
    Ekonomi,
    Behorighet,
}

public static class Skolkontaktroller
{
    public static string Text(this Skolkontaktroll roll) => roll switch
    {
        Skolkontaktroll.Rektor => "Rektor",
        Skolkontaktroll.Rapportering => "Rapportering",
        Skolkontaktroll.Ekonomi => "Ekonomi",
        Skolkontaktroll.Behorighet => "Behörighet",
        _ => throw new ArgumentOutOfRangeException(nameof(roll), roll, null),
    };
}
