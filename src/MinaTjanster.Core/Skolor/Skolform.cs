namespace MinaTjanster.Core.Skolor;

/// <summary>The kind of school (domain.md section 2). Stored by name.</summary>
public enum Skolform
{
    Gymnasieskola,
    Komvux,
    Folkhogskola,
    Yrkeshogskola,
    Hogskola,
    KonstOchKultur,
    AnnanEftergymnasial,
}

/// <summary>How a school reports its students (domain.md section 2). Skolk is reported on screen whatever the channel.</summary>
public enum Rapporteringssatt
{
    Manuellt,
    Fil,
    Ladok,
}

public static class Skolformer
{
    /// <summary>The name a user reads, in lower case as in a sentence.</summary>
    public static string Text(this Skolform skolform) => skolform switch
    {
        Skolform.Gymnasieskola => "gymnasieskola",
        Skolform.Komvux => "komvux",
        Skolform.Folkhogskola => "folkhögskola",
        Skolform.Yrkeshogskola => "yrkeshögskola",
        Skolform.Hogskola => "högskola",
        Skolform.KonstOchKultur => "konst- och kulturutbildning",
        Skolform.AnnanEftergymnasial => "annan eftergymnasial utbildning",
        _ => throw new ArgumentOutOfRangeException(nameof(skolform), skolform, null),
    };

    public static string Text(this Rapporteringssatt satt) => satt switch
    {
        Rapporteringssatt.Manuellt => "manuellt",
        Rapporteringssatt.Fil => "fil",
        Rapporteringssatt.Ladok => "Ladok",
        _ => throw new ArgumentOutOfRangeException(nameof(satt), satt, null),
    };
}
