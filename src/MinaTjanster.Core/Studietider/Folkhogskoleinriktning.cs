using System.Diagnostics.CodeAnalysis;

namespace MinaTjanster.Core.Studietider;

/// <summary>One of the four levels that a folkhögskola's inriktning begins with.</summary>
/// <param name="Kod">Three digits.</param>
/// <param name="Text">What a user reads, as in a sentence.</param>
public sealed record Folkhogskoleniva(string Kod, string Text)
{
    /// <summary>domain.md section 7; the names and the limit of 80 weeks are CSN's [P].</summary>
    public static IReadOnlyList<Folkhogskoleniva> Alla { get; } =
    [
        new("206", "grundskolenivå"),
        new("306", "gymnasienivå"),
        new("405", "eftergymnasial yrkesinriktad utbildning, kortare än 80 veckor"),
        new("505", "eftergymnasial yrkesinriktad utbildning, minst 80 veckor"),
    ];
}

/// <summary>
/// A folkhögskola's inriktning: seven characters, three for the level and four for the orientation, such as 405812C (domain.md section 7).
/// An instance always has one of the four levels. The orientation is three digits and a letter A–Z [P]; which of them exist is CSN's table, and not checked.
/// </summary>
public sealed record Folkhogskoleinriktning
{
    private const int NivaTecken = 3;
    private const int Tecken = 7;

    private Folkhogskoleinriktning(string varde) => Varde = varde;

    /// <summary>The seven characters, letter in upper case: as stored.</summary>
    public string Varde { get; }

    public Folkhogskoleniva Niva => Folkhogskoleniva.Alla.First(n => n.Kod == Varde[..NivaTecken]);

    /// <summary>The last four characters: 812C.</summary>
    public string Inriktning => Varde[NivaTecken..];

    /// <summary>Reads what a person types or a file holds: either case, spaces anywhere. False for anything that is not a level and an orientation.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Folkhogskoleinriktning? inriktning)
    {
        inriktning = null;
        if (text is null || text.Length > 40)
            return false;

        var tecken = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (tecken.Length != Tecken
            || Folkhogskoleniva.Alla.All(n => !tecken.StartsWith(n.Kod, StringComparison.Ordinal))
            || tecken.AsSpan(NivaTecken, 3).ContainsAnyExceptInRange('0', '9')
            || !char.IsAsciiLetterUpper(tecken[^1]))
            return false;

        inriktning = new Folkhogskoleinriktning(tecken);
        return true;
    }

    /// <summary>As <see cref="Varde"/>.</summary>
    public override string ToString() => Varde;
}
