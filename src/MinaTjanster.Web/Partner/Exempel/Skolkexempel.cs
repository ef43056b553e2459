using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Partner.Exempel;

/// <summary>What becomes of the studiebidrag of half a month.</summary>
public enum Periodlage
{
    /// <summary>Paid, or to be paid, as it should.</summary>
    Ratt,

    /// <summary>Paid although the student was skolking.</summary>
    Fel,

    /// <summary>Not paid: the skolk goes on.</summary>
    Stoppad,

    /// <summary>Kept back, for what has been wrongly paid.</summary>
    Avraknad,
}

/// <summary>A day worth pointing out.</summary>
/// <param name="Slag">The class of its dot, as on the small timeline beside the form: franvaro, rapport, stopp or underlag.</param>
public sealed record Exempeldag(DateOnly Dag, string Text, string Slag);

/// <summary>
/// A worked example of the public texts: a pupil in gymnasieskola with studiebidrag alone, and what the rules of Core make of a report about her. Nothing is reckoned here.
/// </summary>
/// <param name="SistaDag">Last skolk day; null while it goes on.</param>
/// <param name="Rapportdag">The day it is sent.</param>
public sealed record Skolkexempel(DateOnly ForstaDag, DateOnly? SistaDag, DateOnly Rapportdag)
{
    public Uppskattning Uppskattning => Uppskattning.Berakna(ForstaDag, SistaDag, Rapportdag);

    public Stopp Stopp => Utbetalningskalender.FoljandeStopp(Rapportdag);

    public Underlagsfrist Frist => Underlagsfrist.For(ForstaDag, Rapportdag);

    public Avrakning Avrakning =>
        Avrakning.Berakna(Uppskattning, SistaDag, Rapportdag, Lasar.For(ForstaDag).SistaDag);

    /// <summary>Every half month from the month of the first day through another day's month, and what becomes of its studiebidrag.</summary>
    public IReadOnlyList<(Halvmanadsperiod Period, Periodlage Lage)> Perioder(DateOnly till) =>
    [
        .. Halvmanadsperiod.Alla(new(ForstaDag.Year, ForstaDag.Month, 1), new(till.Year, till.Month, DateTime.DaysInMonth(till.Year, till.Month)))
            .Select(p => (p, Lage(p))),
    ];

    /// <summary>The days of the report, in order of time.</summary>
    public IReadOnlyList<Exempeldag> Dagar()
    {
        List<Exempeldag> dagar =
        [
            new(ForstaDag, "Första skolkdagen", "franvaro"),
            new(new Skolkgrind(ForstaDag).NormalDag, "Nu kan skolan rapportera: det har gått 30 dagar", "rapport"),
            new(Rapportdag, "Rapporten kommer till CSN", "rapport"),
            new(Stopp.SistaStoppdag, $"Sista dag att stoppa utbetalningen för {SvenskText.Manad(Stopp.SistaStoppdag)}", "stopp"),
            new(Stopp.Utbetalningsdag, $"Studiebidraget för {SvenskText.Manad(Stopp.Utbetalningsdag)} skulle ha betalats ut, men är stoppat", "stopp"),
            new(Frist.Senast, "Underlaget måste ha kommit", "underlag"),
        ];
        dagar.AddRange(Uppskattning.BetaldaManader.Select(m => Utbetalningskalender.Utbetalningsdag(m.Year, m.Month)!.Value)
            .Select(dag => new Exempeldag(dag, $"Studiebidraget för {SvenskText.Manad(dag)} betalas ut", "stopp")));
        return [.. dagar.OrderBy(d => d.Dag)];
    }

    private Periodlage Lage(Halvmanadsperiod period) =>
        Uppskattning.Perioder.Contains(period) ? Periodlage.Fel
        : Avrakning.AvraknadePerioder.Contains(period) ? Periodlage.Avraknad
        : period.SistaDag >= ForstaDag && (SistaDag is not { } sista || period.ForstaDag <= sista) ? Periodlage.Stoppad
        : Periodlage.Ratt;
}
