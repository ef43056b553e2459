using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Blanketter;

/// <summary>How a field of a form is written, and so how it is read.</summary>
public enum Faltslag
{
    Text,
    Datum,
    Personnummer,
    Skolkod,

    /// <summary>A whole number from 1.</summary>
    Antal,

    /// <summary>Whole minutes of a school day.</summary>
    Minuter,

    /// <summary>Hours as <see cref="Tid.Timtolk"/> reads them.</summary>
    Timmar,

    /// <summary>Points as <see cref="Tid.Tiondelar"/> reads them.</summary>
    Poang,
    Klockslag,
    Epost,
    Telefon,

    /// <summary>One of <see cref="Blankettfalt.Alternativ"/>.</summary>
    Val,
}

/// <summary>A field of a form. What is left empty is a line to write on: no field is required of who fills in a paper.</summary>
/// <param name="Namn">Unique in its form (a column: among its columns).</param>
/// <param name="Bredd">Width on the screen, in characters.</param>
public sealed record Blankettfalt(string Namn, string Etikett, Faltslag Slag = Faltslag.Text, string? Hint = null, int Bredd = 30)
{
    /// <summary>More than any true value has.</summary>
    public const int MaxTecken = 200;

    /// <summary>What can be chosen, with its text.</summary>
    public IReadOnlyList<(string Varde, string Text)> Alternativ { get; init; } = [];

    /// <summary>What stands on the paper: the choice's text, else what was typed.</summary>
    public string? Visat(string? varde) =>
        Slag == Faltslag.Val ? Alternativ.Where(a => a.Varde == varde).Select(a => a.Text).SingleOrDefault() : Tid.SvenskText.Enkelrad(varde);
}

/// <summary>A group of fields under a heading.</summary>
public sealed record Blankettdel(string Rubrik, IReadOnlyList<Blankettfalt> Falt);

/// <summary>Rows that are all alike: a lesson, or a person in an order.</summary>
/// <param name="Enhet">What a row is, in the singular and lower case.</param>
/// <param name="Antal">Rows of an empty form: as many as a page of paper takes.</param>
/// <param name="FlerAntal">How many more at a time.</param>
public sealed record Blankettrader(string Rubrik, string Enhet, string Ingress, IReadOnlyList<Blankettfalt> Kolumner, int Antal, int FlerAntal)
{
    /// <summary>As many as a term has lessons of note; the framework reads at most 1 024 fields of a post.</summary>
    public const int Max = 120;

    /// <summary>The rows are drawn as lines of a table; otherwise each as a group of fields.</summary>
    public bool ArTabell { get; init; }
}

/// <summary>What the page and the paper say below the fields.</summary>
public sealed record Blankettpapper(IReadOnlyList<string> Rad, IReadOnlyList<string> Underskrift);

/// <summary>A form of CSN's in the edition that is in force. Older ones are not served.</summary>
/// <param name="Slug">Its address: /blanketter/…</param>
/// <param name="Nummer">CSN's number of it, when it has one.</param>
/// <param name="Utgava">The day of the edition, printed on it.</param>
/// <param name="Uppdaterad">When page or wording was last changed, which needs no new edition.</param>
/// <param name="Till">What it is for.</param>
/// <param name="Enklast">How it is done in the portal without a form.</param>
public sealed record Blankett(
    string Slug,
    string? Nummer,
    string Namn,
    DateOnly Utgava,
    DateOnly Uppdaterad,
    string Till,
    string Enklast,
    IReadOnlyList<Skolform> Skolformer,
    IReadOnlyList<Blankettdel> Delar,
    Blankettrader? Rader,
    Blankettpapper Papper)
{
    /// <summary>The days of its earlier editions, which somebody may still have on paper or a link to. Any other day has never been an edition.</summary>
    public IReadOnlyList<DateOnly> TidigareUtgavor { get; init; } = [];

    public string Rubrik => Nummer is null ? Namn : $"{Namn}, {Nummer}";

    public string Utgavetext => $"Utgåva {Utgava:yyyy-MM-dd}";

    public string Adress => $"/blanketter/{Slug}";

    public IEnumerable<Blankettfalt> Falt => Delar.SelectMany(d => d.Falt);

    public bool Har(string falt) => Falt.Any(f => f.Namn == falt);
}

/// <summary>A form with what has been typed in it: every field by its name, and the rows.</summary>
public sealed record Ifylldblankett(Blankett Blankett, IReadOnlyDictionary<string, string?> Varden, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rader)
{
    public string? Varde(string falt) => Varden.GetValueOrDefault(falt);

    /// <summary>Rows in which anything is typed, with their places from 0.</summary>
    public IEnumerable<(int Plats, IReadOnlyDictionary<string, string?> Rad)> IfylldaRader =>
        Rader.Select((rad, plats) => (plats, rad)).Where(r => r.rad.Values.Any(v => !string.IsNullOrWhiteSpace(v)));
}
