using System.Diagnostics.CodeAnalysis;

namespace MinaTjanster.Core.Personidentiteter;

/// <summary>
/// A personnummer, samordningsnummer or temporary number. An instance is always possible: a real date of birth from 1900
/// on and, for the two ordinary kinds, a right check digit. Two are equal when their twelve characters are.
/// </summary>
/// <remarks>
/// <para><see cref="ToString"/> is always masked, so that a number never reaches a log or a mail by accident (domain.md section 6).</para>
/// <para>[V] A temporary number is a real date of birth, one letter A–Z and three digits: 20090412-T123. Nobody publishes the
/// shape; this is the one that school systems use. Years before 1900 are refused [V]: nobody alive has them, a slip of the hand does.</para>
/// </remarks>
public sealed record Personnummer
{
    private const int TidigasteAr = 1900;

    private Personnummer(string varde) => Varde = varde;

    /// <summary>The twelve characters as stored: ÅÅÅÅMMDDNNNN, letter in upper case, no separator.</summary>
    public string Varde { get; }

    /// <summary>ÅÅÅÅMMDD-NNNN, for those who may see the whole number.</summary>
    public string Fullt => $"{Varde[..8]}-{Varde[8..]}";

    /// <summary>ÅÅÅÅMMDD-xxxx.</summary>
    public string Maskerat => $"{Varde[..8]}-xxxx";

    /// <summary>The date of birth that the number states (for a samordningsnummer without the added 60).</summary>
    public DateOnly Fodelsedag => Datum(Varde) ?? throw new InvalidOperationException("A Personnummer without a date cannot be made.");

    public Personnummerslag Slag =>
        char.IsAsciiLetter(Varde[8]) ? Personnummerslag.Tillfalligt
        : Varde[6] >= '6' ? Personnummerslag.Samordningsnummer
        : Personnummerslag.Personnummer;

    /// <summary>ÅÅMMDD-NNNN, with + instead of - from the year the person turns 100 (the form on försättsblad 9609W).</summary>
    /// <param name="dag">The Swedish day on which it is written.</param>
    public string TioSiffror(DateOnly dag) =>
        $"{Varde[2..8]}{(dag.Year - Fodelsedag.Year >= 100 ? '+' : '-')}{Varde[8..]}";

    /// <summary>
    /// Reads what a person types: 10 or 12 characters, with or without - or +, spaces anywhere, letter in either case.
    /// Ten characters without + mean the person turns at most 99 this year, with + at least 100. A date of birth after <paramref name="idag"/> is refused.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="idag">The Swedish day of today.</param>
    /// <param name="personnummer">The number, when the answer is true.</param>
    public static bool TryParse(string? text, DateOnly idag, [NotNullWhen(true)] out Personnummer? personnummer)
    {
        personnummer = null;
        if (text is null || text.Length > 40)
            return false;

        var rensad = Rensa(text);
        var plats = rensad.IndexOfAny(['-', '+']);
        var tecken = plats < 0 ? rensad : rensad.Remove(plats, 1);
        if (plats >= 0 && plats != tecken.Length - 4)
            return false;

        var plus = plats >= 0 && rensad[plats] == '+';
        if (tecken.Length == 10)
            tecken = MedSekel(tecken, plus, idag);
        else if (plus && tecken.Length == 12 && !OverHundra(tecken, idag))
            return false;

        if (!ArGiltigt(tecken) || Datum(tecken) > idag)
            return false;

        personnummer = new Personnummer(tecken);
        return true;
    }

    /// <summary>The number with exactly these twelve characters, as the database holds them.</summary>
    /// <exception cref="FormatException">They are not a possible number. The message does not repeat them.</exception>
    public static Personnummer FranVarde(string tolvTecken) =>
        ArGiltigt(tolvTecken) ? new Personnummer(tolvTecken) : throw new FormatException("The stored value is not a possible personnummer.");

    /// <summary>Always <see cref="Maskerat"/>.</summary>
    public override string ToString() => Maskerat;

    private static string Rensa(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '\u2013' or '\u2212' or '\u2010' or '\u2011' ? '-' : char.ToUpperInvariant(c)));

    /// <summary>The twelve characters, or the ten unchanged (and so refused) when they do not start with a year.</summary>
    private static string MedSekel(string tio, bool plus, DateOnly idag)
    {
        if (!char.IsAsciiDigit(tio[0]) || !char.IsAsciiDigit(tio[1]))
            return tio;

        var tvaSiffror = ((tio[0] - '0') * 10) + (tio[1] - '0');
        var ar = idag.Year - ((((idag.Year - tvaSiffror) % 100) + 100) % 100) - (plus ? 100 : 0);
        return $"{ar / 100:00}{tio}";
    }

    private static bool OverHundra(string tolv, DateOnly idag) =>
        Datum(tolv) is { } fodd && idag.Year - fodd.Year >= 100;

    private static bool ArGiltigt(string? tolv) =>
        tolv is { Length: 12 }
        && tolv.AsSpan(9).IndexOfAnyExceptInRange('0', '9') < 0
        && Datum(tolv) is not null
        && (tolv[8] is >= 'A' and <= 'Z' ? tolv[6] < '6' : char.IsAsciiDigit(tolv[8]) && HarRattKontrollsiffra(tolv));

    private static DateOnly? Datum(string tolv)
    {
        if (tolv.Length != 12 || tolv.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') >= 0)
            return null;

        var siffror = int.Parse(tolv.AsSpan(0, 8));
        var (ar, manad, dag) = (siffror / 10_000, siffror / 100 % 100, siffror % 100);
        dag = dag > 60 ? dag - 60 : dag;
        return ar >= TidigasteAr && manad is >= 1 and <= 12 && dag >= 1 && dag <= DateTime.DaysInMonth(ar, manad)
            ? new DateOnly(ar, manad, dag)
            : null;
    }

    /// <summary>Luhn over the last ten digits (Skatteverket, SKV 704).</summary>
    private static bool HarRattKontrollsiffra(string tolv)
    {
        var summa = 0;
        for (var i = 2; i < 12; i++)
        {
            var produkt = (tolv[i] - '0') * (i % 2 == 0 ? 2 : 1);
            summa += produkt > 9 ? produkt - 9 : produkt;
        }

        return summa % 10 == 0;
    }
}
