using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What a stretch of the timeline shows.</summary>
public enum Tidsspannslag
{
    /// <summary>Ogiltig frånvaro, first to last skolk day, or to today while it goes on.</summary>
    Franvaro,

    /// <summary>Days that an underlag covers.</summary>
    Tackning,

    /// <summary>From the first to the last school day in a row that an underlag should cover and none does.</summary>
    Lucka,

    Utbetalt,

    /// <summary>A paid half-month that the estimate counts as wrongly paid.</summary>
    Felutbetalt,

    /// <summary>Not yet paid, or to be decided anew.</summary>
    Kommande,

    Stoppat,
}

/// <summary>What a line across the timeline marks.</summary>
public enum Tidsmarkeslag
{
    Rapport,
    Stoppdag,
    UnderlagInkom,
    KompletteringBegard,
    Atertaget,
    Idag,
}

/// <summary>A stretch of days, both ends inclusive.</summary>
public sealed record Tidsspann(Tidsspannslag Slag, DateOnly Fran, DateOnly Till, string Text);

public sealed record Tidsrad(string Namn, IReadOnlyList<Tidsspann> Spann);

public sealed record Tidsmarke(Tidsmarkeslag Slag, DateOnly Dag, string Text);

/// <summary>Days that an underlag covers, both inclusive, and the Swedish day it arrived.</summary>
/// <param name="Skickades">The day on the försättsblad, where it came by post with one.</param>
public sealed record Tidslinjeunderlag(DateOnly Fran, DateOnly Till, DateOnly Ankomst, DateOnly? Skickades = null);

/// <summary>What the timeline is built of.</summary>
/// <param name="SistaDag">Last skolk day, inclusive; null while it goes on.</param>
/// <param name="Rapportdag">The Swedish day of the report.</param>
/// <param name="Atertaget">The Swedish day the school took it back, or null.</param>
/// <param name="Underlag">What has been sent, in any order.</param>
/// <param name="KompletteringarBegarda">The Swedish days on which CSN asked for more.</param>
/// <param name="Utbetalning">For the same days and report day.</param>
public sealed record Tidslinjedata(
    DateOnly ForstaDag,
    DateOnly? SistaDag,
    DateOnly Rapportdag,
    DateOnly? Atertaget,
    IReadOnlyList<Tidslinjeunderlag> Underlag,
    IReadOnlyList<DateOnly> KompletteringarBegarda,
    Uppskattning Uppskattning,
    Utbetalningsfoljd Utbetalning,
    DateOnly Idag);

/// <summary>A case as rows of days (ux.md): absence, underlag coverage, payments, and marks for what happened. Dates only; drawing is the page's.</summary>
/// <param name="Fran">First day drawn, the first of a month.</param>
/// <param name="Till">Last day drawn, the last of a month.</param>
/// <param name="Rader">Absence, coverage and payments, in that order.</param>
/// <param name="Marken">In order of day.</param>
public sealed record Tidslinje(DateOnly Fran, DateOnly Till, IReadOnlyList<Tidsrad> Rader, IReadOnlyList<Tidsmarke> Marken)
{
    /// <summary>The first day of each month drawn.</summary>
    public IEnumerable<DateOnly> Manader
    {
        get
        {
            for (var manad = Fran; manad <= Till; manad = manad.AddMonths(1))
            {
                yield return manad;
            }
        }
    }

    /// <summary>From the month before the first skolk day through the month of what comes last: today, the stopped payment or the answer.</summary>
    public static Tidslinje Bygg(Tidslinjedata data)
    {
        var stopp = Utbetalningskalender.FoljandeStopp(data.Rapportdag);
        var sist = new[] { data.Idag, stopp.Utbetalningsdag, data.SistaDag ?? data.ForstaDag, data.Atertaget ?? data.ForstaDag }.Max();
        var fran = Forsta(data.ForstaDag).AddMonths(-1);
        var till = Sista(sist);
        return new Tidslinje(
            fran,
            till,
            [
                new("Ogiltig frånvaro", [Franvaro(data)]),
                new("Underlaget täcker", Tackning(data)),
                new("Studiebidrag", [.. Utbetalningar(data, stopp, fran, till)]),
            ],
            [.. Handelser(data, stopp).OrderBy(m => m.Dag)]);
    }

    private static Tidsspann Franvaro(Tidslinjedata data)
    {
        var till = data.SistaDag ?? (data.Idag > data.ForstaDag ? data.Idag : data.ForstaDag);
        var text = data.SistaDag is null ? "Rapporterad, pågår fortfarande" : "Rapporterad till och med sista skolkdagen";
        return new(Tidsspannslag.Franvaro, data.ForstaDag, till, text);
    }

    /// <summary>As the underlag's own check (<see cref="Underlagskontroll.Saknade"/>): school days from the first skolk day to the day the newest underlag was sent, or today while none has been.</summary>
    private static List<Tidsspann> Tackning(Tidslinjedata data)
    {
        var onskad = data.Underlag.Count == 0 ? data.Idag : data.Underlag.Max(u => u.Skickades ?? u.Ankomst);
        var spann = Hopslagna(data.Underlag).Select(s => new Tidsspann(Tidsspannslag.Tackning, s.Fran, s.Till, "Underlaget täcker")).ToList();
        var dag = data.ForstaDag;
        foreach (var tackt in spann.ToList())
        {
            LaggTillLucka(spann, Underlagskontroll.Saknade(data.SistaDag, dag.AddDays(-1), tackt.Fran));
            dag = tackt.Till >= dag ? tackt.Till.AddDays(1) : dag;
        }

        LaggTillLucka(spann, Underlagskontroll.Saknade(data.SistaDag, dag.AddDays(-1), onskad));
        return [.. spann.OrderBy(s => s.Fran)];
    }

    private static void LaggTillLucka(List<Tidsspann> spann, IReadOnlyList<DateOnly> skoldagar)
    {
        if (skoldagar.Count > 0)
            spann.Add(new(Tidsspannslag.Lucka, skoldagar[0], skoldagar[^1], $"{(skoldagar.Count == 1 ? "1 skoldag" : $"{skoldagar.Count} skoldagar")} saknas i underlaget"));
    }

    /// <summary>Underlag that overlap or meet become one stretch.</summary>
    private static List<(DateOnly Fran, DateOnly Till)> Hopslagna(IEnumerable<Tidslinjeunderlag> underlag)
    {
        List<(DateOnly Fran, DateOnly Till)> resultat = [];
        foreach (var del in underlag.Where(u => u.Fran <= u.Till).OrderBy(u => u.Fran))
        {
            if (resultat.Count > 0 && del.Fran <= resultat[^1].Till.AddDays(1))
            {
                resultat[^1] = (resultat[^1].Fran, del.Till > resultat[^1].Till ? del.Till : resultat[^1].Till);
            }
            else
            {
                resultat.Add((del.Fran, del.Till));
            }
        }

        return resultat;
    }

    /// <summary>
    /// One stretch for each half-month with studiebidrag (domain.md section 5, Payments), each month paid or stopped as a whole while the absence goes on.
    /// Stopped from the month that the report stops until the report is taken back; once the student is back, no more than <see cref="Utbetalningsfoljd.Uteblir"/> (ADR 0054).
    /// </summary>
    private static IEnumerable<Tidsspann> Utbetalningar(Tidslinjedata data, Stopp stopp, DateOnly fran, DateOnly till)
    {
        var stoppas = new DateOnly(stopp.Ar, stopp.Manad, 1);
        var sistaStoppade = Forsta(data.Atertaget ?? DateOnly.MaxValue);
        var felutbetalda = data.Uppskattning.Perioder.Select(p => p.ForstaDag).ToHashSet();
        for (var manad = fran; manad <= till; manad = manad.AddMonths(1))
        {
            if (Utbetalningskalender.Utbetalningsdag(manad.Year, manad.Month) is not { } dag)
            {
                continue;
            }

            var text = SvenskText.Manad(manad);
            var kvarstar = manad <= sistaStoppade || manad == stoppas;
            if (manad >= stoppas && kvarstar && data.SistaDag is not null)
            {
                foreach (var spann in EfterAterkomst(data.Utbetalning, manad, dag))
                {
                    yield return spann;
                }
            }
            else if (manad >= stoppas && kvarstar)
            {
                yield return new(Tidsspannslag.Stoppat, manad, Sista(manad), $"Utbetalningen för {text}, {SvenskText.Datum(dag)}, är stoppad");
            }
            else if (manad > stoppas)
            {
                yield return new(Tidsspannslag.Kommande, manad, Sista(manad), $"Utbetalningen för {text} beslutas på nytt: rapporten är återtagen");
            }
            else if (dag > data.Idag)
            {
                yield return new(Tidsspannslag.Kommande, manad, Sista(manad), $"{SvenskText.Datum(dag)} är utbetalningsdag för {text}");
            }
            else
            {
                foreach (var halva in Halvmanadsperiod.Alla(manad, Sista(manad)))
                {
                    yield return felutbetalda.Contains(halva.ForstaDag)
                        ? new(Tidsspannslag.Felutbetalt, halva.ForstaDag, halva.SistaDag, $"Utbetalt {SvenskText.Datum(dag)}, uppskattas som felaktigt")
                        : new(Tidsspannslag.Utbetalt, halva.ForstaDag, halva.SistaDag, $"Utbetalt {SvenskText.Datum(dag)}");
                }
            }
        }
    }

    /// <summary>A month that was not paid when the report came, of a student who is back: as one stretch, or as two where only one half is stopped.</summary>
    private static IEnumerable<Tidsspann> EfterAterkomst(Utbetalningsfoljd foljd, DateOnly manad, DateOnly dag)
    {
        var text = SvenskText.Manad(manad);
        var halvor = Halvmanadsperiod.Alla(manad, Sista(manad));
        var stoppade = halvor.Count(foljd.Uteblir.Contains);
        if (stoppade == halvor.Count)
        {
            yield return new(Tidsspannslag.Stoppat, manad, Sista(manad), $"Utbetalningen för {text}, {SvenskText.Datum(dag)}, är stoppad");
        }
        else if (stoppade == 0)
        {
            yield return new(Tidsspannslag.Kommande, manad, Sista(manad), $"Utbetalningen för {text} fortsätter: den studerande är tillbaka");
        }
        else
        {
            foreach (var halva in halvor)
            {
                var period = SvenskText.Period(halva.ForstaDag, halva.SistaDag);
                yield return foljd.Uteblir.Contains(halva)
                    ? new(Tidsspannslag.Stoppat, halva.ForstaDag, halva.SistaDag, $"Utbetalningen för {period} är stoppad")
                    : new(Tidsspannslag.Kommande, halva.ForstaDag, halva.SistaDag, $"Utbetalningen för {period} fortsätter: den studerande är tillbaka");
            }
        }
    }

    private static IEnumerable<Tidsmarke> Handelser(Tidslinjedata data, Stopp stopp)
    {
        yield return new(Tidsmarkeslag.Rapport, data.Rapportdag, "Rapporterad");
        if (data.Utbetalning.Stoppar)
            yield return new(Tidsmarkeslag.Stoppdag, stopp.SistaStoppdag, $"Sista dag att stoppa {SvenskText.Manad(stopp.SistaStoppdag)}");
        foreach (var dag in data.Underlag.Select(u => u.Ankomst).Distinct())
        {
            yield return new(Tidsmarkeslag.UnderlagInkom, dag, "Underlag kom in");
        }

        foreach (var dag in data.KompletteringarBegarda.Distinct())
        {
            yield return new(Tidsmarkeslag.KompletteringBegard, dag, "Komplettering begärd");
        }

        if (data.Atertaget is { } atertaget)
        {
            yield return new(Tidsmarkeslag.Atertaget, atertaget, "Rapporten återtagen");
        }

        yield return new(Tidsmarkeslag.Idag, data.Idag, "I dag");
    }

    private static DateOnly Forsta(DateOnly dag) => new(dag.Year, dag.Month, 1);

    private static DateOnly Sista(DateOnly dag) => Forsta(dag).AddMonths(1).AddDays(-1);
}
