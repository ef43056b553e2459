using System.Globalization;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>A day on the small timeline: a numbered dot, explained in the list below it.</summary>
/// <param name="Slag">The class of the dot: franvaro, rapport, stopp or underlag.</param>
public sealed record Foljdpunkt(int Nummer, DateOnly Dag, string Text, string Slag, double X, double Y);

/// <summary>
/// The small timeline beside the form: absence, report, the payment that is stopped, the underlag's due dates. Positions are attributes of
/// an svg of <see cref="Bredd"/> × <see cref="Hojd"/>; every day is also written out, so the picture itself is decoration.
/// </summary>
public sealed record Foljdbild(double Hojd, double FranvaroX, double FranvaroBredd, double IdagX, IReadOnlyList<(double X, string Namn)> Manader, IReadOnlyList<Foljdpunkt> Punkter)
{
    public const double Bredd = 320;
    public const double Radie = 9;
    private const double Marginal = 12;
    private const double Axel = 18;
    private const int FlestManader = 14;

    /// <summary>Where the axis lies.</summary>
    public static double AxelY => Axel;

    /// <summary>Null when the days lie too far apart to be drawn.</summary>
    /// <param name="idag">Today; the day of sending for a report that is sent.</param>
    /// <param name="skickad">The report has been sent.</param>
    public static Foljdbild? For(Skolkfoljd foljd, DateOnly idag, DateOnly? sistaDag, bool skickad = false)
    {
        var dagar = Dagar(foljd, idag, sistaDag, skickad).OrderBy(d => d.Dag).ToList();
        var fran = new DateOnly(dagar[0].Dag.Year, dagar[0].Dag.Month, 1);
        var sist = dagar[^1].Dag > idag ? dagar[^1].Dag : idag;
        var till = new DateOnly(sist.Year, sist.Month, 1).AddMonths(1);
        var manader = (((till.Year - fran.Year) * 12) + till.Month) - fran.Month;
        if (manader > FlestManader)
        {
            return null;
        }

        double X(DateOnly dag) => Math.Round(Marginal + ((dag.DayNumber - fran.DayNumber) * (Bredd - (2 * Marginal)) / (till.DayNumber - fran.DayNumber)), 1);
        List<Foljdpunkt> punkter = [];
        foreach (var (nummer, dag) in dagar.Index())
        {
            var y = Axel + 22;
            while (punkter.Exists(p => Math.Abs(p.Y - y) < 1 && Math.Abs(p.X - X(dag.Dag)) < 2 * Radie + 1))
            {
                y += (2 * Radie) + 2;
            }

            punkter.Add(new(nummer + 1, dag.Dag, dag.Text, dag.Slag, X(dag.Dag), y));
        }

        var slut = sistaDag ?? (idag > foljd.Grind.ForstaDag ? idag : foljd.Grind.ForstaDag);
        return new(
            punkter.Max(p => p.Y) + Radie + 2,
            X(foljd.Grind.ForstaDag),
            Math.Max(2, X(slut) - X(foljd.Grind.ForstaDag)),
            X(idag),
            [.. Enumerable.Range(0, manader).Select(m => (X(fran.AddMonths(m)), SvenskText.Manad(fran.AddMonths(m))[..(manader > 9 ? 1 : 3)]))],
            punkter);
    }

    /// <summary>A position as an svg attribute is written, whatever the culture.</summary>
    public static string Tal(double tal) => tal.ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<(DateOnly Dag, string Text, string Slag)> Dagar(Skolkfoljd foljd, DateOnly idag, DateOnly? sistaDag, bool skickad)
    {
        yield return (foljd.Grind.ForstaDag, "Första skolkdagen", "franvaro");
        if (sistaDag is { } sista && sista >= foljd.Grind.ForstaDag)
        {
            yield return (sista, "Sista skolkdagen", "franvaro");
        }

        yield return (foljd.Antagendag, skickad ? "Rapporten skickades" : foljd.Antagendag == idag ? "I dag: du kan rapportera" : "Tidigast du kan rapportera", "rapport");
        if (!skickad && foljd.Lage != Grindlage.Normal)
        {
            yield return (foljd.Grind.NormalDag, "Ingen bekräftelse behövs längre", "rapport");
        }

        if (foljd.Utbetalning.Stoppar)
        {
            yield return (foljd.Stopp.SistaStoppdag, $"Sista dag att stoppa utbetalningen för {foljd.Utbetalning.Stoppat}", "stopp");
        }

        yield return (foljd.Stopp.Utbetalningsdag, $"Utbetalningsdag för {SvenskText.Manad(foljd.Stopp.SistaStoppdag)}", "stopp");
        if (foljd.Frist.Rekommenderad != foljd.Antagendag)
        {
            yield return (foljd.Frist.Rekommenderad, "Underlaget helst senast", "underlag");
        }

        yield return (foljd.Frist.Senast, "Underlaget allra senast", "underlag");
    }
}
