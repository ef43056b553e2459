namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What an event can hold. Form, file and API name a field by its <see cref="Falten.Kolumn"/>.</summary>
public enum Handelsefalt
{
    ForstaDag,
    SistaDag,
    Utbildning,
    Kurskod,
    Studievagskod,
    Arskurs,
    Omfattning,
    Poang,
    Avdelning,
    Stodform,
    Resultat,
    Timmar,
    Tillfallen,
    Bekraftelse,
    Totalpoang,
    Handledare,
    UtfardadAv,
    Beslut,
}

/// <summary>How a field is written.</summary>
public enum Faltform
{
    /// <summary>2026-11-22 or 20261122.</summary>
    Datum,

    Text,

    /// <summary>Digits only.</summary>
    Heltal,

    /// <summary>A number with at most one decimal, 7,5.</summary>
    Tiondelar,

    /// <summary>11,5 or 11:30.</summary>
    Timmar,

    /// <summary>One of the alternatives that the event names.</summary>
    Val,

    /// <summary>ja or nej.</summary>
    JaNej,

    /// <summary>An uploaded document, held by its key.</summary>
    Dokument,
}

/// <summary>One field, the same in every event: its column in a file and how it is written.</summary>
/// <param name="Kolumn">The name in forms, files and the API, lower case and folded.</param>
/// <param name="MaxLangd">Characters.</param>
/// <param name="ArIFil">Whether a file has the column: what has a paper is reported on screen.</param>
public sealed record Faltbeskrivning(Handelsefalt Falt, string Kolumn, Faltform Form, int MaxLangd, bool ArIFil = true);

/// <summary>The table of fields.</summary>
public static class Falten
{
    private static readonly Faltbeskrivning[] Tabell =
    [
        new(Handelsefalt.ForstaDag, "forsta_dag", Faltform.Datum, 10),
        new(Handelsefalt.SistaDag, "sista_dag", Faltform.Datum, 10),
        new(Handelsefalt.Utbildning, "utbildning", Faltform.Text, Studieperiod.MaxUtbildning),
        new(Handelsefalt.Kurskod, "kurskod", Faltform.Text, Studieperiod.MaxKurskod),
        new(Handelsefalt.Studievagskod, "studievagskod", Faltform.Text, Studieperiod.MaxStudievagskod),
        new(Handelsefalt.Arskurs, "arskurs", Faltform.Heltal, 1),
        new(Handelsefalt.Omfattning, "omfattning", Faltform.Heltal, 3),
        new(Handelsefalt.Poang, "poang", Faltform.Tiondelar, 7),
        new(Handelsefalt.Avdelning, "avdelning", Faltform.Val, 2),
        new(Handelsefalt.Stodform, "stodform", Faltform.Val, 12),
        new(Handelsefalt.Resultat, "resultat", Faltform.Val, 12),
        new(Handelsefalt.Timmar, "timmar", Faltform.Timmar, 8),
        new(Handelsefalt.Tillfallen, "tillfallen", Faltform.Heltal, 4),
        new(Handelsefalt.Bekraftelse, "bekraftelse", Faltform.JaNej, 3),
        new(Handelsefalt.Totalpoang, "totalpoang", Faltform.Tiondelar, 7, ArIFil: false),
        new(Handelsefalt.Handledare, "handledare", Faltform.Text, Handelseuppgift.MaxNamn, ArIFil: false),
        new(Handelsefalt.UtfardadAv, "utfardad_av", Faltform.Text, Handelseuppgift.MaxNamn, ArIFil: false),
        new(Handelsefalt.Beslut, "beslut", Faltform.Dokument, 19, ArIFil: false),
    ];

    public static IReadOnlyList<Faltbeskrivning> Alla => Tabell;

    /// <summary>Those that a file has columns for.</summary>
    public static IReadOnlyList<Faltbeskrivning> IFil { get; } = [.. Tabell.Where(f => f.ArIFil)];

    public static Faltbeskrivning Beskrivning(this Handelsefalt falt) => Tabell[(int)falt];

    public static string Kolumn(this Handelsefalt falt) => Tabell[(int)falt].Kolumn;
}
