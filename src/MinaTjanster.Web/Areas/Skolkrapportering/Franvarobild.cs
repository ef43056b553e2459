using System.Globalization;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>
/// A student's ogiltig frånvaro week by week, as bars of an svg: positions are attributes. Every number is also written out beside it, so the picture itself is decoration.
/// </summary>
/// <param name="Staplar">One for each week with school days: x, height and class.</param>
/// <param name="Manader">Where each month begins, and the first where it has begun.</param>
/// <param name="Grans">Where the threshold was reached; null when it never was.</param>
/// <param name="Mest">Minutes of the week that has most.</param>
public sealed record Franvarobild(
    double Bredd, double Hojd, double Stapelbredd, IReadOnlyList<Franvarostapel> Staplar, IReadOnlyList<(double X, string Namn)> Manader, double? Grans, int Mest)
{
    /// <summary>Where there is room for <see cref="Bred"/> it is drawn, otherwise this one: an svg that is shrunk shrinks its text (skolk.css).</summary>
    public const double Smal = 280;

    public const double Bred = 500;

    /// <summary>Up to this height it has neither months nor numbers.</summary>
    public const int Liten = 40;

    private const int FlestVeckor = 60;

    /// <summary>Minutes a week that fill the height; more is cut, and the numbers say it.</summary>
    private const int Full = 20 * 60;

    /// <summary>Null when there is nothing to draw, or too many weeks.</summary>
    public static Franvarobild? For(Elevanalys analys, double bredd, double hojd)
    {
        if (analys.Dagar is not [var forsta, .., var sista] || analys.OgiltigMinuter == 0)
            return null;

        var start = Mandag(forsta.Dag);
        var veckor = ((Mandag(sista.Dag).DayNumber - start.DayNumber) / 7) + 1;
        if (veckor > FlestVeckor)
            return null;

        var steg = bredd / Math.Max(veckor, 8);
        double X(DateOnly dag) => Math.Round((dag.DayNumber - start.DayNumber) / 7.0 * steg, 1);
        var medTal = hojd > Liten && steg >= 34;
        var rum = hojd - (medTal ? 14 : 2);
        var mest = analys.Dagar.GroupBy(d => Mandag(d.Dag)).Max(v => v.Sum(d => d.OgiltigMinuter));
        var hogst = Math.Max(240, Math.Min(Full, mest));
        return new(
            bredd,
            hojd,
            Math.Round(steg * 0.7, 1),
            [
                .. analys.Dagar.GroupBy(d => Mandag(d.Dag)).Select(v =>
                {
                    var minuter = v.Sum(d => d.OgiltigMinuter);
                    var h = minuter == 0 ? 1 : Math.Round(Math.Max(3, Math.Min(1.0, minuter / (double)hogst) * rum), 1);
                    return new Franvarostapel(X(v.Key), hojd - h, h, minuter == 0 ? "fb-vecka" : "fb-vecka fb-ogiltig", medTal && minuter > 0 ? SvenskText.Timmar(minuter) : null);
                }),
            ],
            Glesa([
                .. Enumerable.Range(0, 15).Select(m => new DateOnly(start.Year, start.Month, 1).AddMonths(m)).Where(m => m <= sista.Dag && (m >= start || m.AddMonths(1).DayNumber - start.DayNumber > 14 || m.AddMonths(1) > sista.Dag))
                    .Select(m => (m < start ? 0 : X(m), SvenskText.Manad(m)[..3])),
            ]),
            analys.GransNadd is { } grans && grans >= start ? X(grans) : null,
            mest);
    }

    /// <summary>A position as an svg attribute is written, whatever the culture.</summary>
    public static string Tal(double tal) => tal.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Months whose names have room.</summary>
    private static List<(double X, string Namn)> Glesa(IEnumerable<(double X, string Namn)> manader)
    {
        List<(double X, string Namn)> rum = [];
        foreach (var manad in manader)
        {
            if (rum.Count == 0 || manad.X - rum[^1].X >= 28)
                rum.Add(manad);
        }

        return rum;
    }

    private static DateOnly Mandag(DateOnly dag) => dag.AddDays(-(((int)dag.DayOfWeek + 6) % 7));
}

/// <param name="Klass">The bar's class.</param>
/// <param name="Timmar">Written above it; null where there is no room.</param>
public sealed record Franvarostapel(double X, double Y, double Hojd, string Klass, string? Timmar);
