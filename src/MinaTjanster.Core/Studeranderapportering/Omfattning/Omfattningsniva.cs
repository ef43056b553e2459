namespace MinaTjanster.Core.Studeranderapportering.Omfattning;

/// <summary>
/// The levels that studiemedel is paid at (domain.md section 6, Scope): the number of each is its least percent of full time.
/// Studiehjälp and lärlingsersättning ask for full time.
/// </summary>
public enum Omfattningsniva
{
    /// <summary>Less than half time: no studiemedel at all.</summary>
    UnderHalvtid = 0,

    Halvtid = 50,

    Trekvartstid = 75,

    Heltid = 100,
}

public static class Omfattningsnivaer
{
    /// <summary>Whether studiemedel is paid at the level: from half time.</summary>
    public static bool GerStudiemedel(this Omfattningsniva niva) => niva != Omfattningsniva.UnderHalvtid;

    /// <summary>The level in percent of full time: 100, 75 or 50, and 0 when nothing is paid.</summary>
    public static int Procent(this Omfattningsniva niva) => (int)niva;

    /// <summary>The name a user reads, in lower case as in a sentence.</summary>
    public static string Text(this Omfattningsniva niva) => niva switch
    {
        Omfattningsniva.UnderHalvtid => "under 50 procent",
        Omfattningsniva.Halvtid => "50 procent",
        Omfattningsniva.Trekvartstid => "75 procent",
        Omfattningsniva.Heltid => "heltid",
        _ => throw new ArgumentOutOfRangeException(nameof(niva), niva, null),
    };
}
