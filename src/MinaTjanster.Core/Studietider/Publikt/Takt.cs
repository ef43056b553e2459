namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>The paces a student searches by.</summary>
public enum Takt
{
    /// <summary>100 %.</summary>
    Heltid,

    /// <summary>75–99 %.</summary>
    Trekvart,

    /// <summary>50–74 %.</summary>
    Halv,

    /// <summary>1–49 %.</summary>
    Mindre,
}

public static class Takter
{
    /// <summary>The pace as addresses write it: the least percent.</summary>
    public static string Varde(this Takt takt) => takt switch
    {
        Takt.Heltid => "100",
        Takt.Trekvart => "75",
        Takt.Halv => "50",
        _ => "1",
    };

    public static string Text(this Takt takt) => takt switch
    {
        Takt.Heltid => "Heltid (100 %)",
        Takt.Trekvart => "75–99 %",
        Takt.Halv => "50–74 %",
        _ => "Under 50 %",
    };

    public static Takt For(int procent) => procent switch
    {
        >= 100 => Takt.Heltid,
        >= 75 => Takt.Trekvart,
        >= 50 => Takt.Halv,
        _ => Takt.Mindre,
    };

    /// <summary>Percent, both inclusive.</summary>
    public static (int Fran, int Till) Grans(this Takt takt) => takt switch
    {
        Takt.Heltid => (100, 100),
        Takt.Trekvart => (75, 99),
        Takt.Halv => (50, 74),
        _ => (1, 49),
    };
}
