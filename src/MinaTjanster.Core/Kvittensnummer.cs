using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MinaTjanster.Core;

/// <summary>
/// The random number that people see and say instead of a key: SK-7K4M-29QX (design decision 13). Two letters say what it is the receipt of,
/// seven characters are random, the last is a check character.
/// </summary>
/// <remarks>
/// The alphabet has 29 characters, a prime: with a different weight for each place the check finds every single wrong character and
/// every swap of two characters of the random part or of the prefix. B, I, L, O, U, 0 and 1 are left out: they are mistaken for others.
/// </remarks>
public sealed record Kvittensnummer
{
    private const string Alfabet = "23456789ACDEFGHJKMNPQRSTVWXYZ";
    private const int SlumpTecken = 7;
    private const int PrefixTecken = 2;
    private const int Langd = PrefixTecken + SlumpTecken + 1;

    private Kvittensnummer(string tecken) => Text = $"{tecken[..2]}-{tecken[2..6]}-{tecken[6..]}";

    /// <summary>SK-7K4M-29QX: upper case, with hyphens, twelve characters.</summary>
    public string Text { get; }

    /// <summary>A new number from the system's random source. It may, very seldom, exist already: the unique index says so.</summary>
    /// <param name="prefix">Two letters A–Z, upper case.</param>
    /// <exception cref="ArgumentException">The prefix has another form.</exception>
    public static Kvittensnummer Nytt(string prefix) => Skapa(prefix, RandomNumberGenerator.GetString(Alfabet, SlumpTecken));

    /// <summary>The number that has these seven characters: for data that must be the same each time.</summary>
    /// <param name="prefix">Two letters A–Z, upper case.</param>
    /// <param name="sjuTecken">Seven characters of the alphabet.</param>
    /// <exception cref="ArgumentException">Either has another form.</exception>
    public static Kvittensnummer Skapa(string prefix, string sjuTecken)
    {
        if (prefix.Length != PrefixTecken || !prefix.All(c => c is >= 'A' and <= 'Z'))
            throw new ArgumentException("A receipt's prefix is two letters A–Z.", nameof(prefix));
        if (sjuTecken.Length != SlumpTecken || !sjuTecken.All(c => Alfabet.Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException("The random part is seven characters of the alphabet.", nameof(sjuTecken));

        return new Kvittensnummer(prefix + sjuTecken + Kontrolltecken(prefix + sjuTecken));
    }

    /// <summary>Reads a number as said or typed: either case, with or without hyphens and spaces. False when the check character does not agree.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Kvittensnummer? kvittensnummer)
    {
        kvittensnummer = null;
        if (text is null || text.Length > 40)
            return false;

        var tecken = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013'))).ToUpperInvariant();
        if (tecken.Length != Langd
            || !tecken[..PrefixTecken].All(c => c is >= 'A' and <= 'Z')
            || !tecken[PrefixTecken..].All(c => Alfabet.Contains(c, StringComparison.Ordinal))
            || tecken[^1] != Kontrolltecken(tecken[..^1]))
            return false;

        kvittensnummer = new Kvittensnummer(tecken);
        return true;
    }

    /// <summary>As <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>The weighted sum of all places, the check character included, is 0 modulo 29.</summary>
    private static char Kontrolltecken(string utanKontroll)
    {
        var summa = utanKontroll.Select((c, plats) => (plats + 2) * Varde(c, plats)).Sum();
        return Alfabet[(Alfabet.Length - (summa % Alfabet.Length)) % Alfabet.Length];
    }

    private static int Varde(char tecken, int plats) =>
        plats < PrefixTecken ? tecken - 'A' : Alfabet.IndexOf(tecken, StringComparison.Ordinal);
}
