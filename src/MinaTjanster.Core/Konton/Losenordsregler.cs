using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>What a new password must be (domain.md section 3, [V]): long, not a common one, and not the person's own names.</summary>
public static class Losenordsregler
{
    public const int MinLangd = 12;

    /// <summary>Beyond this, hashing would cost more than it protects.</summary>
    public const int MaxLangd = 128;

    /// <summary>How many different characters a password holds at least.</summary>
    public const int MinstOlika = 5;

    public const string Hjalptext = "Minst 12 tecken. Gärna flera ord som du minns men som inte hör ihop. Inte ditt namn eller användarnamn.";

    /// <summary>Parts of a name shorter than this are too common to forbid.</summary>
    private const int KortasteNamndel = 4;

    public static IReadOnlyList<Refusal> Granska(string losenord, Konto konto, Vanligalosenord vanliga)
    {
        if (losenord.Length < MinLangd)
        {
            return [new SvagtLosenord($"Lösenordet är för kort. Välj ett med minst {MinLangd} tecken.")];
        }

        if (losenord.Length > MaxLangd)
        {
            return [new SvagtLosenord($"Lösenordet är för långt. Välj ett med högst {MaxLangd} tecken.")];
        }

        if (losenord.Distinct().Count() < MinstOlika)
        {
            return [new SvagtLosenord("Lösenordet består av för få olika tecken. Välj ett som är svårare att gissa.")];
        }

        if (vanliga.Ar(losenord))
        {
            return [new SvagtLosenord("Lösenordet är vanligt eller lätt att gissa. Välj ett annat, gärna flera ord som inte hör ihop.")];
        }

        var foldat = SvenskText.Folda(losenord);
        var egna = SvenskText.OrdI($"{konto.Namn} {konto.UserName} {konto.Email?.Split('@')[0]}");
        return egna.Any(ord => ord.Length >= KortasteNamndel && foldat.Contains(ord, StringComparison.Ordinal))
            ? [new SvagtLosenord("Lösenordet innehåller ditt namn eller användarnamn. Välj ett som inte gör det.")]
            : [];
    }
}
