using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What a half month comes to in the calculation of a case.</summary>
public enum Utrakningsslag
{
    /// <summary>Paid, and counted as wrongly paid.</summary>
    Felaktigt,

    /// <summary>Paid, and rightly.</summary>
    Ratt,

    /// <summary>Stopped by the report: nothing was paid.</summary>
    Stoppat,

    /// <summary>To be paid after the return; wholly or partly taken for what was wrongly paid.</summary>
    Avraknas,

    /// <summary>To be paid after the return.</summary>
    Kommande,
}

/// <summary>One half month, with its whole kronor, what becomes of them and why.</summary>
/// <param name="Avdrag">Whole kronor of the amount that are taken from this half month.</param>
/// <param name="Varfor">One sentence.</param>
public sealed record Utrakningsrad(Halvmanadsperiod Period, Utrakningsslag Slag, int Avdrag, string Varfor)
{
    public string Text => Slag switch
    {
        Utrakningsslag.Felaktigt => "Felaktigt utbetald",
        Utrakningsslag.Ratt => "Rätt utbetald",
        Utrakningsslag.Stoppat => "Stoppad",
        Utrakningsslag.Avraknas => "Avräknas",
        _ => "Betalas ut",
    };
}

/// <summary>A step of the calculation: what is asked, the answer, and the rule it stands on.</summary>
public sealed record Utrakningssteg(string Fraga, string Svar, string Stod);

/// <summary>
/// The estimate of a case worked out step by step, from <see cref="Uppskattning"/> and <see cref="Avrakning"/>, which alone decide: this only says how. The law is cited by
/// chapter; what is our own fitting of the rule (domain.md section 5, Estimate [V]) says so.
/// </summary>
public sealed record Utrakning(IReadOnlyList<Utrakningssteg> Steg, IReadOnlyList<Utrakningsrad> Rader)
{
    private const string Studiehjalp = "2 kap. studiestödslagen (1999:1395)";
    private const string Aterkrav = "5 kap. studiestödslagen (1999:1395)";

    /// <param name="forsta">First skolk day, inclusive.</param>
    /// <param name="sista">Last skolk day, inclusive; null while it goes on.</param>
    /// <param name="rapportdag">The Swedish day of the report.</param>
    public static Utrakning For(Avrakning avrakning, DateOnly forsta, DateOnly? sista, DateOnly rapportdag)
    {
        var betaldTill = Uppskattning.SistaBetaldaDag(rapportdag);
        var stoppmanad = Utbetalningskalender.FoljandeStopp(rapportdag).SistaStoppdag;
        DateOnly[] slut =
        [
            betaldTill,
            new(stoppmanad.Year, stoppmanad.Month, DateTime.DaysInMonth(stoppmanad.Year, stoppmanad.Month)),
            .. sista is { } dag ? [dag] : Array.Empty<DateOnly>(),
            .. avrakning.Kvar.Select(p => p.SistaDag),
        ];
        var rader = new List<Utrakningsrad>();
        var kvar = avrakning.Avraknas;
        foreach (var period in Halvmanadsperiod.Alla(forsta, slut.Max()))
        {
            var avdrag = avrakning.Kvar.Contains(period) ? Math.Min(kvar, period.Belopp) : 0;
            kvar -= avdrag;
            rader.Add(Rad(period, avdrag, avrakning, sista, betaldTill));
        }

        return new(StegFor(avrakning, forsta, sista, rapportdag, betaldTill), rader);
    }

    private static Utrakningsrad Rad(Halvmanadsperiod period, int avdrag, Avrakning avrakning, DateOnly? sista, DateOnly betaldTill)
    {
        var iSkolket = sista is null || period.ForstaDag <= sista;
        return avrakning switch
        {
            _ when avrakning.FelUtbetalt.Perioder.Contains(period) =>
                new(period, Utrakningsslag.Felaktigt, 0, "Månaden var utbetald när rapporten kom, och perioden har minst en dag med i den ogiltiga frånvaron."),
            _ when avdrag > 0 => new(
                period,
                Utrakningsslag.Avraknas,
                avdrag,
                avdrag == period.Belopp ? "Efter återkomsten. Hela beloppet dras av för det som är felaktigt utbetalt." : "Efter återkomsten. En del av beloppet dras av, resten betalas ut."),
            _ when avrakning.Kvar.Contains(period) => new(period, Utrakningsslag.Kommande, 0, "Efter återkomsten. Inget behöver dras av."),
            _ when period.SistaDag <= betaldTill && iSkolket => new(period, Utrakningsslag.Ratt, 0, "Räknas inte: utanför tiden då eleven kan få studiebidrag."),
            _ when period.SistaDag <= betaldTill => new(period, Utrakningsslag.Ratt, 0, "Utbetald för tid efter den ogiltiga frånvaron."),
            _ when iSkolket => new(period, Utrakningsslag.Stoppat, 0, "Rapporten kom i tid för att stoppa utbetalningen, så inget är felaktigt utbetalt."),
            _ => new(period, Utrakningsslag.Kommande, 0, "Utanför tiden då något kan dras av."),
        };
    }

    private static IReadOnlyList<Utrakningssteg> StegFor(Avrakning avrakning, DateOnly forsta, DateOnly? sista, DateOnly rapportdag, DateOnly betaldTill)
    {
        var fel = avrakning.FelUtbetalt;
        return
        [
            new(
                "Vilken tid gäller det?",
                sista is { } dag
                    ? $"Från {SvenskText.Datum(forsta)} till {SvenskText.Datum(dag)}, som skolan har rapporterat."
                    : $"Från {SvenskText.Datum(forsta)}. Skolan har inte rapporterat någon sista dag.",
                $"Studiehjälp lämnas för studier på heltid: {Studiehjalp}."),
            new(
                "Vad var utbetalt?",
                $"Rapporten kom {SvenskText.Datum(rapportdag)}. Studiebidraget till och med {SvenskText.Datum(betaldTill)} räknas som utbetalt.",
                "En månad räknas som utbetald när rapporten kommer efter den 22:a. Regeln är portalens egen uppskattning."),
            new(
                "Vilka perioder räknas?",
                fel.Perioder.Count == 0 ? "Inga. Rapporten kom innan något för tiden var utbetalt." : $"{fel.Perioder.Count} {(fel.Perioder.Count == 1 ? "period" : "perioder")} om 15 dagar, {fel.Dagar} dagar.",
                $"Studiehjälp räknas i perioder om 15 dagar: {Studiehjalp}. Att en period räknas när den har minst en dag med är portalens egen uppskattning."),
            new(
                "Hur mycket är felaktigt utbetalt?",
                fel.Perioder.Count == 0 ? SvenskText.Kronor(0) : $"{Belopp(fel)} = {SvenskText.Kronor(fel.Belopp)}",
                $"En halv månads studiebidrag för varje period. Beloppet gäller den dag perioden börjar: {Studiehjalp}."),
            new(
                "Hur mycket kan avräknas?",
                sista is null
                    ? "Inget. Så länge eleven inte är tillbaka finns inget att dra av från."
                    : $"Efter återkomsten finns {SvenskText.Kronor(avrakning.KvarBelopp)} kvar att betala ut under läsåret. {SvenskText.Kronor(avrakning.Avraknas)} avräknas.",
                $"Det mindre av vad som är felaktigt utbetalt och vad som är kvar: {Aterkrav}."),
            new("Hur mycket återkrävs?", SvenskText.Kronor(avrakning.Aterkravs), $"Det som inte kan avräknas: {Aterkrav}."),
        ];
    }

    /// <summary>2 × 625 kr; a sum where the amount has changed on the way.</summary>
    private static string Belopp(Uppskattning fel) =>
        string.Join(" + ", fel.Perioder.GroupBy(p => p.Belopp).Select(g => $"{g.Count()} × {SvenskText.Kronor(g.Key)}"));
}
