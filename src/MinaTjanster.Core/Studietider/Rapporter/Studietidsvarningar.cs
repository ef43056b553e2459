using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Omfattning;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>What is odd in a studietid that may be saved: shown, never stopped, and answered when the report is sent. Pure.</summary>
internal static class Studietidsvarningar
{
    /// <summary>Asked of a report as a whole: while it is filled in, the spring has not come yet.</summary>
    public const string UtanVar = "ST-V-UTANVAR";

    /// <summary>Days without teaching between two studietider before it is asked whether one is missing [V]; Christmas and New Year are no gap.</summary>
    private const int LangstaGlapp = 21;

    private const int DagarPerVecka = 7;

    public static IEnumerable<Varning> For(Studietidsuppgift uppgift, Studietidslage lage) =>
        [.. Omfattning(uppgift, lage), .. Aftnar(uppgift.Period), .. Jul(uppgift, lage), .. GlappFore(uppgift.Period, lage), .. Var([.. lage.Andra, uppgift.Period], uppgift.Period, lage)];

    /// <summary>What the läsår is without the studietid.</summary>
    /// <param name="borttagen">The one that is removed; not among the läsår's others.</param>
    public static IEnumerable<Varning> ForBorttagning(Dagperiod borttagen, Studietidslage lage)
    {
        if (Fore(borttagen, lage) is { } fore && lage.Andra.Where(a => a.ForstaDag > fore.SistaDag).MinBy(a => a.ForstaDag) is { } efter && Glapp(fore.SistaDag, efter.ForstaDag) is > LangstaGlapp and var dagar)
        {
            yield return new(
                "ST-V-GLAPP",
                $"När studietiden är borttagen är det {dagar} dagar utan studier mellan {SvenskText.Datum(fore.SistaDag)} och {SvenskText.Datum(efter.ForstaDag)}. Saknas en studietid?",
                Studietidsfalt.ForstaDag);
        }

        if (ArVar(borttagen, lage.Lasar) && SistaHost(lage.Andra, lage.Lasar) is { } host)
        {
            foreach (var varning in Var(lage.Andra, host, lage))
                yield return varning;
        }
    }

    private static IEnumerable<Varning> Omfattning(Studietidsuppgift uppgift, Studietidslage lage)
    {
        var del = new Studiedel(lage.Skolform, uppgift.Period)
        {
            Poangtiondelar = uppgift.PoangTiondelar,
            Procent = uppgift.Omfattning,
            Uppehall = uppgift.Uppehall,
            Veckor = lage.Skolform == Skolform.Hogskola && uppgift.PoangTiondelar is not null ? (uppgift.Period.Dagar + DagarPerVecka - 1) / DagarPerVecka : null,
        };
        foreach (var varning in Omfattningsvarningar.ForDel(del))
            yield return varning with { Falt = varning.Falt == nameof(Studiedel.Poangtiondelar) ? Studietidsfalt.Poang : varning.Falt };

        // The same the other way round: the fewest weeks that the days can be read as, and only what lowers the level that studiemedel is paid at.
        var hela = lage.Skolform == Skolform.Hogskola ? uppgift.Period.Utan(uppgift.Uppehall).Sum(d => d.Dagar) / DagarPerVecka : Studieveckor.Antal(uppgift.Period, uppgift.Uppehall);
        if (uppgift.PoangTiondelar is not null && hela > 0 && (uppgift.Omfattning ?? lage.Utbildning?.Takt) is { } vantad
            && Omfattningsregel.For(lage.Skolform).Matt == Omfattningsmatt.Poang
            && (del with { Veckor = hela }).Omfattning is { } blir && blir.Niva < Studieomfattning.FranProcent(vantad).Niva)
        {
            yield return new(
                "ST-V-POANGFA",
                $"Poängen räcker till {blir.Procent} procent av heltid under perioden, men {(uppgift.Omfattning is null ? "utbildningens takt" : "omfattningen")} är {vantad} procent. Kontrollera poängen och dagarna.",
                Studietidsfalt.Poang);
        }
    }

    private static IEnumerable<Varning> Aftnar(Dagperiod period)
    {
        foreach (var (dag, falt, vilken) in new[] { (period.ForstaDag, Studietidsfalt.ForstaDag, "Första"), (period.SistaDag, Studietidsfalt.SistaDag, "Sista") })
        {
            if (Helgdagar.Afton(dag) is { } afton)
                yield return new("ST-V-AFTON", $"{vilken} dagen är {afton}, {SvenskText.Datum(dag)}. Har ni undervisning den dagen?", falt);
        }
    }

    /// <summary>Only where a break at Christmas is reported. Where the school form splits its times around it, the rule refuses it instead.</summary>
    private static IEnumerable<Varning> Jul(Studietidsuppgift uppgift, Studietidslage lage)
    {
        var juldagen = new DateOnly(lage.Lasar.Startar, 12, 25);
        if (Utbildningsformer.For(lage.Skolform).HarJullov && Studietidsregel.GarOverJul(uppgift) && !uppgift.Uppehall.Any(u => u.Innehaller(juldagen)))
            yield return new("ST-V-JUL", "Studietiden går över jul utan uppehåll. Har ni jullov? Lägg till det som ett uppehåll.", Studietidsfalt.SistaDag);
    }

    private static IEnumerable<Varning> GlappFore(Dagperiod period, Studietidslage lage)
    {
        if (Fore(period, lage) is { } fore && Glapp(fore.SistaDag, period.ForstaDag) is > LangstaGlapp and var dagar)
        {
            yield return new(
                "ST-V-GLAPP",
                $"Mellan {SvenskText.Datum(fore.SistaDag)}, när studietiden före slutar, och {SvenskText.Datum(period.ForstaDag)} är det {dagar} dagar utan studier. Saknas en studietid?",
                Studietidsfalt.ForstaDag);
        }
    }

    /// <summary>Asked once, of the education's last time in the autumn. A course of one termin has no spring; where the whole school's would hold for it, it is asked all the same.</summary>
    /// <param name="egna">All of the education's in the läsår.</param>
    private static IEnumerable<Varning> Var(IReadOnlyList<Dagperiod> egna, Dagperiod fragas, Studietidslage lage)
    {
        if (lage.Utbildning is not { } utbildning || egna.Any(e => ArVar(e, lage.Lasar)) || SistaHost(egna, lage.Lasar) != fragas)
            yield break;

        // The whole school's hold in a termin in which the education has none: one that ends in January has the spring too.
        var skolansGaller = !egna.Any(e => Termin.For(e.SistaDag) == lage.Lasar.Vartermin) && utbildning.Skolans.Any(s => ArVar(s, lage.Lasar));
        if (skolansGaller)
            yield return new(UtanVar, "Utbildningen har en egen studietid i höst men ingen i vår. Då gäller skolans gemensamma tider i vår. Stämmer det?", Studietidsfalt.SistaDag);
        else if (utbildning.Slag != Utbildningsslag.Kurs)
            yield return new(UtanVar, "Utbildningen har en studietid i höst men ingen i vår. Saknas en studietid?", Studietidsfalt.SistaDag);
    }

    /// <summary>Teaching some day from February on: a termin that ends in January is the autumn's.</summary>
    private static bool ArVar(Dagperiod period, Lasar lasar) => period.SistaDag >= new DateOnly(lasar.Startar + 1, 2, 1);

    private static Dagperiod? SistaHost(IEnumerable<Dagperiod> egna, Lasar lasar) => egna.Where(e => e.ForstaDag <= lasar.Hosttermin.SistaDag).MaxBy(e => e.ForstaDag);

    private static Dagperiod? Fore(Dagperiod period, Studietidslage lage) => lage.Andra.Where(a => a.SistaDag < period.ForstaDag).MaxBy(a => a.SistaDag);

    /// <summary>Days between, both ends left out, and without those between 20 December and 10 January.</summary>
    private static int Glapp(DateOnly slut, DateOnly start) =>
        Enumerable.Range(1, Math.Max(0, start.DayNumber - slut.DayNumber - 1)).Select(slut.AddDays).Count(d => !(d is { Month: 12, Day: >= 20 } or { Month: 1, Day: <= 10 }));
}
