using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>Where a text stands among the public pages.</summary>
public enum Textslag
{
    /// <summary>/partner: choose school form.</summary>
    Start,

    /// <summary>/partner/{skolform}.</summary>
    Skolform,

    /// <summary>/partner/{skolform}/{slug}.</summary>
    Amne,

    /// <summary>/partner/{skolform}/handbok/{slug}.</summary>
    Handbok,

    /// <summary>/integritet, /kakor.</summary>
    Fristaende,

    /// <summary>/en, /en/{slug}: a summary.</summary>
    Engelska,
}

/// <summary>A public page: a text as it reads for one school form.</summary>
/// <param name="Adress">Its path in the portal, which is also its key.</param>
/// <param name="Slug">The text's file name; <c>start</c> for the two beginnings.</param>
/// <param name="Skolform">The form whose page it is; null when it is not of one.</param>
/// <param name="Sprak">sv or en.</param>
/// <param name="Uppdaterad">The day somebody last went through the text.</param>
/// <param name="Ordning">Its place among the pages beside it.</param>
/// <param name="Skolformer">The forms that have the same text.</param>
/// <param name="Uppgifter">What one may want to do in the portal after reading.</param>
/// <param name="Avsnitt">All of the text, in order.</param>
public sealed record Textsida(
    string Adress,
    Textslag Slag,
    string Slug,
    Skolform? Skolform,
    string Sprak,
    string Titel,
    string Ingress,
    DateOnly Uppdaterad,
    int Ordning,
    IReadOnlyList<Skolform> Skolformer,
    IReadOnlyList<Uppgift> Uppgifter,
    IReadOnlyList<Avsnitt> Avsnitt)
{
    public IEnumerable<Avsnitt> Fragor => Avsnitt.Where(a => a.ArFraga);

    /// <summary>The headings of the table of contents.</summary>
    public IEnumerable<Avsnitt> Huvudavsnitt => Avsnitt.Where(a => a.Niva == 2);

    public override string ToString() => Adress;
}

/// <summary>A heading and what stands under it, until the next heading.</summary>
/// <param name="Id">Unique on the page; stays when the heading is rewritten.</param>
/// <param name="Niva">2 or 3.</param>
/// <param name="ArFraga">A question under ”Frågor och svar”: folded until it is asked for.</param>
/// <param name="Html">What the page shows under the heading.</param>
/// <param name="Text">The same as plain text, one line for each paragraph, item and cell.</param>
public sealed record Avsnitt(string Id, string Rubrik, int Niva, bool ArFraga, string Html, string Text);

/// <summary>A task in the portal.</summary>
/// <param name="Adress">Path, from the root.</param>
public sealed record Uppgift(string Etikett, string Adress);
