using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>How much a status asks of the school; the page shows it by colour, sign and word.</summary>
public enum Skolkstatusslag
{
    Neutral,

    /// <summary>With CSN: the school waits.</summary>
    Upplysning,

    Klart,

    /// <summary>The school must act.</summary>
    Atgard,

    /// <summary>The school should have acted.</summary>
    Forsenad,
}

/// <summary>Where a report and its case stand, in the school's words: the same on the lists, the start page and the report's page.</summary>
/// <param name="Text">Two or three words.</param>
/// <param name="Senast">The day the school must have acted, inclusive; null when nothing is asked of it.</param>
/// <param name="Forklaring">What to do and by when, as one sentence.</param>
public sealed record Skolkstatus(Skolkstatusslag Slag, string Text, DateOnly? Senast, string Forklaring)
{
    /// <summary>Does the school have something to do?</summary>
    public bool KraverAtgard => Slag is Skolkstatusslag.Atgard or Skolkstatusslag.Forsenad;

    /// <param name="arende">The case's state; a deleted report's is <see cref="Arendestatus.Atertaget"/>.</param>
    /// <param name="frist">The underlag's due dates.</param>
    /// <param name="svarSenast">Due day of CSN's open question, inclusive; null when nothing is asked.</param>
    /// <param name="idag">The Swedish day of today.</param>
    /// <param name="narCsn">UTC: when CSN sees the case; null once it does (<see cref="Fonsterord.NarCsn"/>).</param>
    public static Skolkstatus For(Arendestatus arende, Underlagsfrist frist, DateOnly? svarSenast, DateOnly idag, DateTime? narCsn) => arende switch
    {
        Arendestatus.Atertaget => new(Skolkstatusslag.Neutral, "Borttagen", null, "Rapporten är borttagen. Underlag och historik finns kvar."),
        Arendestatus.Avslutat => new(Skolkstatusslag.Klart, "Avslutat hos CSN", null, "CSN har avslutat ärendet. Du behöver inte göra något mer."),
        Arendestatus.Godkant => new(Skolkstatusslag.Klart, "Underlaget godkänt", null, "CSN har godkänt underlaget. Du behöver inte göra något mer."),
        Arendestatus.AttGranska when narCsn is { } tid => ForeFonstret(tid.SvenskTidpunkt(), idag),
        Arendestatus.AttGranska or Arendestatus.Granskas => new(Skolkstatusslag.Upplysning, "Hos CSN", null, "CSN har fått underlaget och granskar det. Du behöver inte göra något nu."),
        Arendestatus.KompletteringBegard => Komplettering(svarSenast, idag),
        Arendestatus.VantarPaUnderlag => Underlag(frist, idag),
        _ => throw new ArgumentOutOfRangeException(nameof(arende), arende, null),
    };

    private static Skolkstatus ForeFonstret(DateTime svensk, DateOnly idag) => new(
        Skolkstatusslag.Upplysning,
        $"Når CSN {(DateOnly.FromDateTime(svensk) == idag ? "" : $"{svensk:yyyy-MM-dd} ")}kl. {svensk:HH.mm}",
        null,
        $"Underlaget är skickat. CSN tar hand om rapporten och underlaget från och med {SvenskText.Tidpunkt(svensk)}. Fram till dess kan du ändra rapporten, eller ta bort den utan att CSN ser den.");

    private static Skolkstatus Komplettering(DateOnly? senast, DateOnly idag) =>
        senast is { } dag && idag > dag
            ? new(Skolkstatusslag.Forsenad, "Komplettering försenad", dag, $"CSN bad om en komplettering senast {SvenskText.Datum(dag)}. Skicka den så snart du kan.")
            : new(Skolkstatusslag.Atgard, "Komplettering begärd", senast, senast is { } sista ? $"Skicka kompletteringen senast {SvenskText.Datum(sista)}." : "Skicka kompletteringen till CSN.");

    private static Skolkstatus Underlag(Underlagsfrist frist, DateOnly idag)
    {
        if (frist.ArSent(idag))
            return new(Skolkstatusslag.Forsenad, "Underlaget försenat", frist.Senast, $"Frånvarounderlaget skulle ha kommit senast {SvenskText.Datum(frist.Senast)}. Skicka det så snart du kan.");

        return new(
            Skolkstatusslag.Atgard,
            "Underlag saknas",
            frist.Senast,
            idag <= frist.Rekommenderad && !frist.GenastRekommenderas
                ? $"Skicka frånvarounderlaget helst senast {SvenskText.Datum(frist.Rekommenderad)}, och allra senast {SvenskText.Datum(frist.Senast)}."
                : $"Skicka frånvarounderlaget så snart du kan, och allra senast {SvenskText.Datum(frist.Senast)}.");
    }
}
