namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What an underlag's facts cannot be. What merely disagrees with the report is <see cref="Underlagskontroll"/>'s, and never stops it.</summary>
public static class Underlagsregel
{
    /// <summary>[V] Longer is a mistyped date.</summary>
    public const int LangstaDagar = 400;

    /// <summary>[V] More is a slip of the hand.</summary>
    public const int FlestTillfallen = 999;

    /// <summary>[V] Files of one underlag: at most 20 of 20 MB each.</summary>
    public const int FlestFiler = 20;

    /// <summary>[V] Pages of one arrival by post.</summary>
    public const int FlestPapperssidor = 500;

    /// <param name="uppgift">The facts as told.</param>
    /// <param name="idag">The Swedish day of today.</param>
    /// <returns>The refusals; empty when the facts are possible.</returns>
    public static IReadOnlyList<Refusal> Prova(Underlagsuppgift uppgift, DateOnly idag)
    {
        List<Refusal> nej = [];
        if (uppgift.TackerTill > idag)
            nej.Add(new UnderlagPeriodFramtid(idag));
        if (uppgift.TackerTill < uppgift.TackerFran)
            nej.Add(new UnderlagPeriodBakvand(uppgift.TackerFran));
        else if (uppgift.TackerTill.DayNumber - uppgift.TackerFran.DayNumber >= LangstaDagar)
            nej.Add(new UnderlagPeriodForLang());
        if (uppgift.OgiltigMinuter <= 0)
            nej.Add(new UnderlagIngaTimmar());
        if (uppgift.Tillfallen is < 1 or > FlestTillfallen)
            nej.Add(new UnderlagFelTillfallen());
        return nej;
    }

    /// <summary>Whether the report and its case take an underlag at all (domain.md section 5, Deleting).</summary>
    public static Refusal? ProvaOppet(Skolkrapport rapport, Arende arende) =>
        rapport.ArBorttagen ? new UnderlagRapportBorttagen()
        : arende.ArOppet ? null
        : new UnderlagArendeAvslutat();
}
