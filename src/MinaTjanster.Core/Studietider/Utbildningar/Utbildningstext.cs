namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>What people read.</summary>
public static class Utbildningstext
{
    public static string Text(this Utbildningsslag slag) => slag switch
    {
        Utbildningsslag.Program => "Program",
        Utbildningsslag.Kurs => "Kurs",
        Utbildningsslag.Inriktning => "Inriktning",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    public static string Text(this Utbildningsniva niva) => niva switch
    {
        Utbildningsniva.Grundlaggande => "Grundläggande",
        Utbildningsniva.Gymnasial => "Gymnasial",
        Utbildningsniva.Eftergymnasial => "Eftergymnasial",
        _ => throw new ArgumentOutOfRangeException(nameof(niva), niva, null),
    };

    public static string Text(this Undervisningssatt satt) => satt switch
    {
        Undervisningssatt.PaPlats => "På plats",
        Undervisningssatt.Distans => "Distans",
        Undervisningssatt.DistansMedTraffar => "Distans med träffar",
        _ => throw new ArgumentOutOfRangeException(nameof(satt), satt, null),
    };
}
