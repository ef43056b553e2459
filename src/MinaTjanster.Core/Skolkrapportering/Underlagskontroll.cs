using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

public enum Utfall
{
    Stammer,

    /// <summary>The school may send it all the same, with an explanation; the handläggare sees both.</summary>
    Varning,
}

/// <summary>One check of an underlag against its report.</summary>
/// <param name="Utfall">Whether it agrees.</param>
/// <param name="Kod">Stable: FORSTADAG, FORSTAFRANVARO, TIMMAR, TILLFALLEN, OMFATTNING, SLUTDAG or UNDERVISNINGSTID.</param>
/// <param name="Mening">What was found, and what to do when it does not agree.</param>
public sealed record Kontrollrad(Utfall Utfall, string Kod, string Mening);

/// <summary>Checks what the underlag is said to show against the report (domain.md section 5, Underlag). It never stops an underlag.</summary>
public static class Underlagskontroll
{
    /// <param name="rapport">The report as it stands.</param>
    /// <param name="underlag">The facts told about the underlag.</param>
    /// <param name="skickas">The Swedish day it is sent, or was sent, or arrived on paper.</param>
    /// <returns>One row for each check that applies, always in the same order.</returns>
    public static IReadOnlyList<Kontrollrad> Kontrollera(Skolkuppgift rapport, Underlagsuppgift underlag, DateOnly skickas)
    {
        List<Kontrollrad> rader = [ForstaDag(rapport, underlag), ForstaFranvaro(rapport, underlag)];
        if (rapport.OgiltigMinuter is { } minuter)
            rader.Add(Timmar(minuter, underlag.OgiltigMinuter));
        if (rapport.Tillfallen is { } tillfallen)
            rader.Add(Tillfallen(tillfallen, underlag.Tillfallen));
        rader.Add(Omfattning(underlag));
        rader.Add(Slutdag(rapport.SistaDag, underlag.TackerTill, skickas));
        rader.Add(Undervisningstid(underlag));
        return rader;
    }

    private static Kontrollrad ForstaDag(Skolkuppgift rapport, Underlagsuppgift underlag) =>
        Rad("FORSTADAG", underlag.TackerFran <= rapport.ForstaDag && rapport.ForstaDag <= underlag.TackerTill,
            $"Första skolkdagen, {SvenskText.Datum(rapport.ForstaDag)}, ingår i underlaget.",
            $"Underlaget täcker {SvenskText.Datum(underlag.TackerFran)}–{SvenskText.Datum(underlag.TackerTill)}, men första skolkdagen är {SvenskText.Datum(rapport.ForstaDag)}. Ta ut ett underlag som börjar senast den dagen.");

    private static Kontrollrad ForstaFranvaro(Skolkuppgift rapport, Underlagsuppgift underlag) =>
        Rad("FORSTAFRANVARO", underlag.ForstaDagen == ForstaDagensFranvaro.Ja,
            $"Underlaget visar ogiltig frånvaro {SvenskText.Datum(rapport.ForstaDag)}, första skolkdagen.",
            underlag.ForstaDagen == ForstaDagensFranvaro.Nej
                ? $"Underlaget visar ingen ogiltig frånvaro {SvenskText.Datum(rapport.ForstaDag)}. Ändra första skolkdagen i rapporten till en dag som har det."
                : $"Det är inte angivet om underlaget visar ogiltig frånvaro {SvenskText.Datum(rapport.ForstaDag)}. Kontrollera första skolkdagen.");

    private static Kontrollrad Timmar(int iRapporten, int iUnderlaget) =>
        Rad("TIMMAR", iRapporten == iUnderlaget,
            $"Timmarna stämmer med rapporten ({SvenskText.Timmar(iRapporten)}).",
            $"Rapporten anger {SvenskText.Timmar(iRapporten)} timmar ogiltig frånvaro och underlaget {SvenskText.Timmar(iUnderlaget)}. Rätta det som är fel, eller förklara skillnaden.");

    private static Kontrollrad Tillfallen(int iRapporten, int iUnderlaget) =>
        Rad("TILLFALLEN", iRapporten == iUnderlaget,
            $"Antalet tillfällen stämmer med rapporten ({iRapporten}).",
            $"Rapporten anger {iRapporten} tillfällen och underlaget {iUnderlaget}. Rätta det som är fel, eller förklara skillnaden.");

    private static Kontrollrad Omfattning(Underlagsuppgift underlag) =>
        Rad("OMFATTNING", underlag.OgiltigMinuter >= Skolkgrind.MinstMinuter && underlag.Tillfallen >= Skolkgrind.MinstTillfallen,
            "Underlaget visar minst 4 timmar ogiltig frånvaro vid flera tillfällen.",
            $"Underlaget visar {SvenskText.Timmar(underlag.OgiltigMinuter)} timmar vid {underlag.Tillfallen} {(underlag.Tillfallen == 1 ? "tillfälle" : "tillfällen")}. Gränsen brukar vara minst 4 timmar vid flera tillfällen. Kontrollera siffrorna, eller förklara er bedömning.");

    /// <summary>
    /// The school days that an underlag should show after its last one: up to the day it is sent, whose lessons are not over, or for a student who is back through the reported last day.
    /// </summary>
    internal static IReadOnlyList<DateOnly> Saknade(DateOnly? sistaDag, DateOnly tackerTill, DateOnly skickas) =>
        Skoldagar.Mellan(tackerTill, sistaDag is { } sista && sista < skickas ? sista.AddDays(1) : skickas);

    private static Kontrollrad Slutdag(DateOnly? sistaDag, DateOnly tackerTill, DateOnly skickas)
    {
        if (tackerTill > skickas)
            return new(Utfall.Varning, "SLUTDAG", $"Underlaget slutar {SvenskText.Datum(tackerTill)}, efter den dag det skickas. Kontrollera datumet.");

        var saknas = Saknade(sistaDag, tackerTill, skickas);
        var dit = sistaDag is { } sista && sista < skickas ? $"till och med sista skolkdagen i rapporten, {SvenskText.Datum(sista)}" : "fram till den dag det skickas";
        return Rad("SLUTDAG", saknas.Count == 0,
            $"Underlaget täcker alla skoldagar {dit}.",
            $"Underlaget slutar {SvenskText.Datum(tackerTill)}. {(saknas.Count == 1 ? "1 skoldag" : $"{saknas.Count} skoldagar")} saknas {dit}: {Uppraknade(saknas)}. Ta ut ett nytt underlag som täcker hela tiden. Var det lov, skriv det i förklaringen.");
    }

    private static string Uppraknade(IReadOnlyList<DateOnly> dagar) => dagar switch
    {
        [] => "",
        [var ensam] => SvenskText.Datum(ensam),
        [var ena, var andra] => $"{SvenskText.Datum(ena)} och {SvenskText.Datum(andra)}",
        [var forsta, .., var sista] => $"från {SvenskText.Datum(forsta)} till {SvenskText.Datum(sista)}",
    };

    private static Kontrollrad Undervisningstid(Underlagsuppgift underlag) =>
        Rad("UNDERVISNINGSTID", underlag.UndervisningMinuter > 0 && underlag.UndervisningMinuter >= underlag.OgiltigMinuter,
            $"Den totala undervisningstiden framgår ({SvenskText.Timmar(underlag.UndervisningMinuter)} timmar).",
            underlag.UndervisningMinuter <= 0
                ? "Den totala undervisningstiden framgår inte. Ta om möjligt ut ett underlag som visar den."
                : $"Undervisningstiden ({SvenskText.Timmar(underlag.UndervisningMinuter)} timmar) är kortare än den ogiltiga frånvaron ({SvenskText.Timmar(underlag.OgiltigMinuter)} timmar). Kontrollera siffrorna.");

    private static Kontrollrad Rad(string kod, bool stammer, string nar, string annars) =>
        new(stammer ? Utfall.Stammer : Utfall.Varning, kod, stammer ? nar : annars);
}
