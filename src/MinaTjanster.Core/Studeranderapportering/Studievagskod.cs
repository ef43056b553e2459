using System.Diagnostics.CodeAnalysis;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>What position 7 of a studievägskod says about apprenticeship.</summary>
public enum Larlingsform
{
    /// <summary>Neither: 0, or another supplement.</summary>
    Ingen,

    /// <summary>L: gymnasial lärlingsutbildning.</summary>
    Larling,

    /// <summary>A: gymnasial lärlingsanställning, that is, employed by the workplace.</summary>
    Larlingsanstallning,
}

/// <summary>
/// The code of a gymnasium pupil's path, at most nine characters: 1–2 programme, 3–5 inriktning, 6–9 supplementary, unused ones 0
/// (domain.md section 6 [P]). Kept with all nine, so that BAHUS and BAHUS0000 are equal.
/// </summary>
/// <remarks>
/// An instance has the form of a code. Whether the programme exists is a matter of date and of Skolverket's table: <see cref="Varningar"/>.
/// Letters A–Z and digits only; a code with å, ä or ö has never been seen [V].
/// </remarks>
public sealed record Studievagskod
{
    private const int ProgramTecken = 2;
    private const int InriktningTecken = 3;
    private const int Larlingsplats = 6;

    private Studievagskod(string varde) => Varde = varde;

    /// <summary>All nine characters, in upper case: as stored.</summary>
    public string Varde { get; }

    /// <summary>Positions 1–2: BA.</summary>
    public string Program => Varde[..ProgramTecken];

    /// <summary>Positions 3–5: HUS; null when no inriktning is stated.</summary>
    public string? Inriktning => Varde[ProgramTecken..(ProgramTecken + InriktningTecken)] is var tre && tre.All(c => c == '0') ? null : tre;

    /// <summary>Positions 6–9, zeros where unused.</summary>
    public string Tillagg => Varde[(ProgramTecken + InriktningTecken)..];

    public Larlingsform Larlingsform => Varde[Larlingsplats] switch
    {
        'L' => Larlingsform.Larling,
        'A' => Larlingsform.Larlingsanstallning,
        _ => Larlingsform.Ingen,
    };

    /// <summary>Reads what a person types or a file holds: 2–9 characters, either case, spaces anywhere, the first two letters. False for anything else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Studievagskod? kod)
    {
        kod = null;
        if (text is null || text.Length > 40)
            return false;

        var tecken = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= 'a' and <= 'z' ? char.ToUpperInvariant(c) : c));
        if (tecken.Length is < ProgramTecken or > Studieperiod.MaxStudievagskod
            || !tecken[..ProgramTecken].All(char.IsAsciiLetterUpper)
            || !tecken.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            return false;

        kod = new Studievagskod(tecken.PadRight(Studieperiod.MaxStudievagskod, '0'));
        return true;
    }

    /// <summary>A programme that the table does not have, or not on the day of study. Never a refusal: the table is ours, the codes are Skolverket's.</summary>
    /// <param name="dag">A day of the studies concerned, usually the first.</param>
    public IReadOnlyList<Varning> Varningar(DateOnly dag) => Gymnasieprogram.Find(Program) switch
    {
        null => [new("STUDIE-V-PROGRAMKOD", $"Programkoden {Program} finns inte bland de program vi känner till. Kontrollera studievägskoden.", nameof(Studieperiod.Studievagskod))],
        { } program when !program.Galler(dag) => [new("STUDIE-V-PROGRAMTID", $"Programkoden {Program} ({program.Namn}) gäller inte {SvenskText.Datum(dag)}. Kontrollera studievägskoden och datumet.", nameof(Studieperiod.Studievagskod))],
        _ => [],
    };

    /// <summary>As <see cref="Varde"/>.</summary>
    public override string ToString() => Varde;
}
