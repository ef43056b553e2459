using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>A field of an education and what stands in it.</summary>
public sealed record Utbildningsrubrik(string Namn, string? Varde);

/// <summary>What people read.</summary>
public static class Utbildningstext
{
    /// <summary>What is stated of an education, field by field, for page, history and comparison; null where nothing is.</summary>
    /// <param name="form">Names the code as the school form's people do; null in the history, which is read across school forms.</param>
    public static IReadOnlyList<Utbildningsrubrik> Rader(this Utbildningsuppgift u, Utbildningsform? form = null) =>
    [
        new("Namn", u.Namn),
        new("Slag", u.Slag.Text()),
        new("Nivå", u.Niva.Text()),
        new("Avdelning", u.Avdelning.ToString()),
        new(form?.Kodetikett ?? "Kod", u.Kod),
        new("Takt", $"{u.Omfattning} %"),
        new("Undervisning", u.Undervisning.Text()),
        new("Poäng", u.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : null),
        new("Från läsåret", new Lasar(u.FranLasar).ToString()),
        new("Till läsåret", u.TillLasar is { } till ? new Lasar(till).ToString() : null),
    ];

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
