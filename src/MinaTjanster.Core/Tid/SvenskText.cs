using System.Globalization;
using System.Text;

namespace MinaTjanster.Core.Tid;

/// <summary>Dates, amounts and words as Swedish text; the same whatever the culture of the machine.</summary>
public static class SvenskText
{
    private const char HartMellanslag = '\u00A0';

    private static readonly string[] Manader =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] Veckodagar = ["Söndag", "Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag"];

    /// <summary>22 november 2026: for sentences (ux.md; tables use 2026-11-22).</summary>
    public static string Datum(DateOnly dag) => $"{dag.Day} {Manad(dag)} {dag.Year:0000}";

    /// <summary>22 november 2026 kl. 15.00.</summary>
    /// <param name="svensk">Swedish time.</param>
    public static string Tidpunkt(DateTime svensk) => $"{Datum(DateOnly.FromDateTime(svensk))} kl. {svensk:HH.mm}";

    /// <summary>Söndag 22 november 2026.</summary>
    public static string DagMedVeckodag(DateOnly dag) => $"{Veckodagar[(int)dag.DayOfWeek]} {Datum(dag)}";

    /// <summary>november.</summary>
    public static string Manad(DateOnly dag) => Manader[dag.Month - 1];

    /// <summary>november 2026.</summary>
    public static string ManadAr(DateOnly dag) => $"{Manad(dag)} {dag.Year}";

    /// <summary>1–15 november 2026, 7 september–10 oktober 2026; november 2026 when it is all of the month. Both ends inclusive.</summary>
    public static string Period(DateOnly fran, DateOnly till) => (fran, till) switch
    {
        _ when fran == till => Datum(till),
        _ when (fran.Year, fran.Month) != (till.Year, till.Month) => $"{fran.Day} {Manad(fran)}{(fran.Year == till.Year ? "" : $" {fran.Year}")}–{Datum(till)}",
        _ when fran.Day == 1 && till.AddDays(1).Day == 1 => ManadAr(fran),
        _ => $"{fran.Day}–{Datum(till)}",
    };

    /// <summary>måndag.</summary>
    public static string Veckodag(DayOfWeek dag) => Veckodagar[(int)dag].ToLowerInvariant();

    /// <summary>With a capital first letter: what stands in small letters inside a sentence begins one, or is a choice.</summary>
    public static string Versal(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>One line without outer spaces, with single ones inside and without control characters; null when nothing is left.</summary>
    public static string? Enkelrad(string? text)
    {
        var delar = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return delar.Length == 0 ? null : string.Join(' ', delar);
    }

    /// <summary>Minutes as hours with at most two decimals: 690 is 11,5. <see cref="Timtolk"/> reads every such text back to the same minutes.</summary>
    public static string Timmar(int minuter) =>
        (minuter / 60m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');

    /// <summary>Whole kronor with no-break spaces: 1 250 kr.</summary>
    public static string Kronor(int belopp) =>
        belopp.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', HartMellanslag).Replace('-', '−') + HartMellanslag + "kr";

    /// <summary>
    /// The text in lower case without diacritics (å→a, ä→a, ö→o, é→e, ø→o, æ→ae …), for searching on stored columns (design decision 17).
    /// Spaces and signs stay; letters outside the Latin script stay as they are.
    /// </summary>
    public static string Folda(string text)
    {
        var resultat = new StringBuilder(text.Length);
        foreach (var tecken in Hel(text).Normalize(NormalizationForm.FormD))
            LaggTillFoldat(resultat, tecken);

        return resultat.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded words of a text, in order, without repeats: the rows of the word table that free search uses.</summary>
    public static IReadOnlyList<string> OrdI(string text)
    {
        var ord = new List<string>();
        var foldat = Folda(text);
        for (var start = 0; start < foldat.Length;)
        {
            var slut = start;
            while (slut < foldat.Length && char.IsLetterOrDigit(foldat[slut]))
                slut++;

            if (slut > start && !ord.Contains(foldat[start..slut]))
                ord.Add(foldat[start..slut]);

            start = slut + 1;
        }

        return ord;
    }

    /// <summary>
    /// A key whose ordinal order is the Swedish alphabetical order (… z å ä ö; é as e, ü as y, æ as ä, ø as ö; case and signs do not count, a space
    /// comes before any letter). The Latin letters become ASCII, so that SQLite's and SQL Server's binary collations agree (design decision 17).
    /// </summary>
    public static string SorteringsNyckel(string text)
    {
        var nyckel = new StringBuilder(text.Length);
        foreach (var tecken in Hel(text).Normalize(NormalizationForm.FormC))
        {
            switch (char.ToLowerInvariant(tecken))
            {
                case 'å': nyckel.Append('{'); break;           // { | } follow z in ASCII
                case 'ä' or 'æ': nyckel.Append('|'); break;
                case 'ö' or 'ø' or 'œ' or 'ő': nyckel.Append('}'); break;
                case 'ü' or 'ű': nyckel.Append('y'); break;
                default: LaggTillOvriga(nyckel, tecken); break;
            }
        }

        return nyckel.ToString().TrimEnd(' ');
    }

    /// <summary>Normalize throws on half a surrogate pair, and what people post may hold one: it becomes U+FFFD.</summary>
    private static string Hel(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    private static void LaggTillOvriga(StringBuilder nyckel, char tecken)
    {
        var foldat = Folda(tecken.ToString());
        foreach (var c in foldat.Where(char.IsLetterOrDigit))
            nyckel.Append(c);

        var skiljer = foldat.Length > 0 && !foldat.Any(char.IsLetterOrDigit) && tecken is not ('\'' or '’' or '´' or '`');
        if (skiljer && nyckel.Length > 0 && nyckel[^1] != ' ')
            nyckel.Append(' ');
    }

    private static void LaggTillFoldat(StringBuilder resultat, char tecken)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(tecken) == UnicodeCategory.NonSpacingMark)
            return;

        var liten = char.ToLowerInvariant(tecken);
        _ = liten switch
        {
            'æ' => resultat.Append("ae"),
            'œ' => resultat.Append("oe"),
            'ß' => resultat.Append("ss"),
            'þ' => resultat.Append("th"),
            'ø' => resultat.Append('o'),
            'ð' or 'đ' => resultat.Append('d'),
            'ł' => resultat.Append('l'),
            'ı' => resultat.Append('i'),
            _ => resultat.Append(liten),
        };
    }
}
