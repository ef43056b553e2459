namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>Is a second factor asked for? Of the whole portal (setting <c>Inloggning:AndraFaktor</c>), and of one school's users. Stored by name.</summary>
public enum AndraFaktor
{
    /// <summary>Everyone may have one.</summary>
    Erbjuds,

    /// <summary>Nothing opens without one.</summary>
    Kravs,
}

/// <summary>The portal's setting: what is asked of CSN staff and of those who administer permissions.</summary>
public sealed record AndraFaktorInstallning(AndraFaktor Krav);

/// <summary>Of whom a second factor is required.</summary>
public static class Faktorkrav
{
    /// <summary>Does the portal's setting reach those who hold this? CSN staff, and those who can give themselves or others access.</summary>
    public static bool ArUtpekad(this Behorighetsslag slag) =>
        slag.ArCsn() || slag is Behorighetsslag.Behorighetsadministrator or Behorighetsslag.Behorighetsansvarig;

    /// <summary>Is one required of a person who holds this? A school's own demand holds whatever the portal's setting says.</summary>
    /// <param name="slag">What is held.</param>
    /// <param name="skolans">The demand of the school where it is held; null at CSN.</param>
    public static bool Kravs(this AndraFaktorInstallning installning, Behorighetsslag slag, AndraFaktor? skolans) =>
        skolans == AndraFaktor.Kravs || (installning.Krav == AndraFaktor.Kravs && slag.ArUtpekad());
}
