using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Konton;

/// <summary>In which of the table's columns the signed-in person stands (<see cref="Behorighetsadministration"/>).</summary>
public static class Administratorskap
{
    /// <summary>Does the signed-in person act as this administrator at the school?</summary>
    public static bool Ar(this AktuellAnvandare anvandare, Administrator administrator, Skola skola) => administrator switch
    {
        Administrator.Skolan => anvandare.AktivSkola?.Id == skola.Id && anvandare.Innehar(Behorighetsslag.Behorighetsadministrator),
        Administrator.Csn => anvandare.Innehar(Behorighetsslag.CsnBehorighetshandlaggare),
        Administrator.Blankettservice => anvandare.Innehar(Behorighetsslag.CsnBlankettservice),
        _ => throw new ArgumentOutOfRangeException(nameof(administrator), administrator, null),
    };

    /// <summary>What the signed-in person may give and take at the school, in the order people are shown it; never for themselves.</summary>
    public static IReadOnlyList<Behorighetsslag> Administrerar(this AktuellAnvandare anvandare, Skola skola) =>
        [.. Behorighetsadministration.Skolslag.Where(s => anvandare.Ar(Behorighetsadministration.For(s, skola), skola))];
}
