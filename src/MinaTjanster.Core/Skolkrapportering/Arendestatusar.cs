namespace MinaTjanster.Core.Skolkrapportering;

public static class Arendestatusar
{
    /// <summary>The states in which a case waits for the school.</summary>
    public static IReadOnlyList<Arendestatus> HosSkolan { get; } = [Arendestatus.VantarPaUnderlag, Arendestatus.KompletteringBegard];

    /// <summary>The states in which nothing more is done.</summary>
    public static IReadOnlyList<Arendestatus> Stangda { get; } = [Arendestatus.Avslutat, Arendestatus.Atertaget];

    /// <summary>The state as CSN's staff read it.</summary>
    public static string Text(this Arendestatus status) => status switch
    {
        Arendestatus.VantarPaUnderlag => "Väntar på underlag",
        Arendestatus.AttGranska => "Att granska",
        Arendestatus.Granskas => "Granskas",
        Arendestatus.KompletteringBegard => "Komplettering begärd",
        Arendestatus.Godkant => "Underlag godkänt",
        Arendestatus.Avslutat => "Avslutat",
        Arendestatus.Atertaget => "Återtaget av skolan",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
