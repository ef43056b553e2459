using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// "Det här händer": what a report leads to, shown beside the form while it is filled in and on the check page (ux.md). Computed by the same
/// rules that judge the report; data and sentences, no markup.
/// </summary>
/// <param name="Grind">Earliest and normal report day.</param>
/// <param name="Lage">What the gate says on the report day.</param>
/// <param name="Antagendag">The day that the rest is reckoned for: the report day, or the earliest allowed day while that is to come.</param>
/// <param name="Utbetalning">What a report on that day leads to for the coming payments.</param>
/// <param name="Uppskattning">What has been wrongly paid by then.</param>
/// <param name="Frist">When the underlag is due.</param>
/// <param name="Rader">The sentences, in the order to show them.</param>
public sealed record Skolkfoljd(
    Skolkgrind Grind,
    Grindlage Lage,
    DateOnly Antagendag,
    Utbetalningsfoljd Utbetalning,
    Uppskattning Uppskattning,
    Underlagsfrist Frist,
    IReadOnlyList<Foljdrad> Rader)
{
    /// <summary>The first payment that a report on that day can stop.</summary>
    public Stopp Stopp => Utbetalning.Stopp;

    public bool KraverBekraftelse => Lage == Grindlage.KraverBekraftelse;

    /// <param name="forstaDag">As typed so far; need not be allowed.</param>
    /// <param name="sistaDag">As typed so far; ignored when it is before the first.</param>
    /// <param name="lage">Its day is today.</param>
    public static Skolkfoljd For(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage)
    {
        var tidigast = new Skolkgrind(forstaDag).TidigastDag;
        return For(forstaDag, sistaDag, lage, lage.Rapportdag > tidigast ? lage.Rapportdag : tidigast);
    }

    /// <summary>As <see cref="For(DateOnly, DateOnly?, Skolklage)"/> for a report that was sent: reckoned for its own day, also when its first day has been moved since.</summary>
    /// <param name="lage">Its day is the report's.</param>
    public static Skolkfoljd ForSkickad(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage) => For(forstaDag, sistaDag, lage, lage.Rapportdag);

    private static Skolkfoljd For(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage, DateOnly antagen)
    {
        var grind = new Skolkgrind(forstaDag);
        var sista = sistaDag >= forstaDag ? sistaDag : null;
        var utanRader = new Skolkfoljd(
            grind,
            grind.Lage(lage.Rapportdag),
            antagen,
            Utbetalningsfoljd.For(forstaDag, sista, lage with { Rapportdag = antagen }),
            Uppskattning.Berakna(forstaDag, sista, lage with { Rapportdag = antagen }),
            Underlagsfrist.For(forstaDag, antagen),
            []);
        return utanRader with { Rader = [.. utanRader.Meningar(lage.Rapportdag)] };
    }

    private IEnumerable<Foljdrad> Meningar(DateOnly idag)
    {
        yield return new("GRIND", Grindmening(idag));
        yield return new(Utbetalning.Stoppar ? "STOPP" : "FORTSATTER", Utbetalning.Mening);
        if (Uppskattning.Dagar > 0)
        {
            yield return new("BETALT", $"Studiebidraget för {Uppskattning.BetaldaManaderText} räknas då som redan utbetalt.");
            yield return new(
                "UPPSKATTNING",
                $"Uppskattning av vad som har betalats ut för mycket: {SvenskText.Kronor(Uppskattning.Belopp)} ({Uppskattning.Manadstext}, {Uppskattning.Dagar} dagar). " +
                "Bara studiebidraget är räknat, och inte om den studerande började sent på terminen. CSN räknar ut det slutliga beloppet.");
        }

        yield return new("UNDERLAG", Underlagsmening());
        if (Utbetalning.SistaDag is not null)
            yield return new("TILLBAKA", "Ange sista dag bara om den studerande är tillbaka i stabila heltidsstudier.");
        yield return new("ANNATSTOD", "Familjens bostadsbidrag och flerbarnstillägg från Försäkringskassan kan också påverkas.");
    }

    private string Grindmening(DateOnly idag) => Lage switch
    {
        Grindlage.Normal => $"Det har gått {idag.DayNumber - Grind.ForstaDag.DayNumber} dagar sedan första skolkdagen. Du kan rapportera nu.",
        Grindlage.KraverBekraftelse =>
            $"Det har gått {idag.DayNumber - Grind.ForstaDag.DayNumber} dagar sedan första skolkdagen. Före {SvenskText.Datum(Grind.NormalDag)} kan du rapportera bara om du bekräftar att frånvaron är minst 4 timmar vid flera tillfällen.",
        _ => $"Du kan rapportera tidigast {SvenskText.Datum(Grind.TidigastDag)} om frånvaron är omfattande, annars från {SvenskText.Datum(Grind.NormalDag)}.",
    };

    private string Underlagsmening() =>
        (Frist.GenastRekommenderas
            ? $"Skicka helst frånvarounderlaget samtidigt som rapporten, och senast {SvenskText.Datum(Frist.Senast)}."
            : $"Skicka frånvarounderlaget helst senast {SvenskText.Datum(Frist.Rekommenderad)}, och allra senast {SvenskText.Datum(Frist.Senast)}.")
        + Helg(Fristslag.Underlag, Frist.Senast)
        + $" Det ska täcka tiden från första skolkdagen {(Utbetalning.SistaDag is { } sista ? $"till och med sista skolkdagen, {SvenskText.Datum(sista)}" : "till den dag du skickar det")}.";

    private static string Helg(Fristslag slag, DateOnly dag) => Fristregler.Helgnotis(slag, dag) is { } helg ? $" {helg}" : "";
}

/// <summary>One sentence of the consequences.</summary>
/// <param name="Kod">Stable: GRIND, STOPP or FORTSATTER, BETALT, UPPSKATTNING, UNDERLAG, TILLBAKA or ANNATSTOD.</param>
/// <param name="Mening">In Swedish, for the reporter.</param>
public sealed record Foljdrad(string Kod, string Mening);
