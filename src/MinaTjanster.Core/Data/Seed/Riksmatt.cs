namespace MinaTjanster.Core.Data.Seed;

/// <summary>How much a national database holds (domain.md section 9), the demo data included, and each new school's share of it.</summary>
public static class Riksmatt
{
    /// <summary>Gymnasieskolor in the country.</summary>
    public const int Skolor = 1_273;

    public const int Elever = 367_000;

    public const int Rapporter = 78_000;

    public const int Underlag = 39_000;

    public const int Konton = 8_000;

    internal const int NyaSkolor = Skolor - 2;

    internal const int NyaElever = Elever - (2 * 60);

    internal const int CsnHandlaggare = 20;

    private const int Snitt = NyaElever / NyaSkolor;

    /// <summary>Larger and smaller schools in pairs around the mean; the remainder goes to the first ones.</summary>
    internal static int EleverVid(int skola)
    {
        var par = skola / 2;
        var avvikelse = skola == NyaSkolor - 1 ? 0 : par * 37 % (Snitt - 60);
        return Snitt + (skola % 2 == 0 ? avvikelse : -avvikelse) + (skola < NyaElever % NyaSkolor ? 1 : 0);
    }

    /// <summary>How many of a total fall on the items up to, not including, this one: the shares of all add up to the total.</summary>
    internal static int Andel(int totalt, long fore, long alla) => (int)(totalt * fore / alla);
}
