namespace MinaTjanster.Web.Partner.Sok;

/// <summary>
/// What the forms of a Swedish word have in common, so that underlaget, underlagen and underlag find one another: endings are taken off until none is left. Both
/// the texts and what is searched for are treated so; the stem itself is never shown. Words are folded first (a, o for å, ä, ö).
/// </summary>
public static class Ordstam
{
    /// <summary>What must be left of a word.</summary>
    private const int Minst = 3;

    /// <summary>Longest first.</summary>
    private static readonly string[] Andelser =
    [
        "arnas", "ernas", "ornas", "andes", "arna", "erna", "orna", "ande", "aste", "ades", "ning", "and", "ade", "ing", "are", "ans", "ens", "ets", "ars", "ers",
        "ar", "er", "or", "an", "en", "et", "at", "ad", "as", "es", "a", "e", "s",
    ];

    public static string For(string foldat)
    {
        var ord = foldat;
        if (ord.Any(char.IsDigit))
            return ord;

        for (var kortare = Kortare(ord); kortare is not null; kortare = Kortare(ord))
            ord = kortare;
        return ord;
    }

    private static string? Kortare(string ord)
    {
        // ogiltigt, ledigt; frånvaron, radion; studien.
        if (ord.Length > Minst + 2 && (ord.EndsWith("igt", StringComparison.Ordinal) || ord.EndsWith("on", StringComparison.Ordinal)))
            return ord[..^1];

        foreach (var andelse in Andelser)
        {
            if (ord.EndsWith(andelse, StringComparison.Ordinal) && ord.Length - andelse.Length >= Minst && ord[..^andelse.Length].Any(Vokal))
                return ord[..^andelse.Length];
        }

        return null;
    }

    private static bool Vokal(char tecken) => tecken is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
