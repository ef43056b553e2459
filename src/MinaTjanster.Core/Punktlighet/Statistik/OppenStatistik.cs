using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>One row as it is published. What is null is not shown: too few, or too few beside it, or not known yet.</summary>
/// <param name="Skolform">Null for all school forms together.</param>
/// <param name="Antal">Reports received.</param>
/// <param name="MedianDagar">Days from the first skolk day to the report.</param>
/// <param name="AndelITid">Percent sent by the 22nd.</param>
/// <param name="AndelRattForsta">Percent of those approved within <see cref="OppenStatistik.ManaderTillUtfall"/> months.</param>
public sealed record Statistikrad(Skolform? Skolform, int? Antal, int? MedianDagar, int? AndelITid, int? AndelRattForsta);

/// <param name="Manad">Its first day.</param>
/// <param name="HarUtfall">Whether first-time-right is known for the month.</param>
/// <param name="Rader">One for each school form that reports ogiltig frånvaro.</param>
public sealed record Statistikmanad(DateOnly Manad, bool HarUtfall, IReadOnlyList<Statistikrad> Rader, Statistikrad Totalt);

/// <summary>
/// The statistics that are open to all: a table a month, school form by measure, and nothing else (ADR 0051). No sum runs over several months, so what one month hides no other
/// gives back, nor the same month at another time: the counts of a month that is published never change.
/// </summary>
public static class OppenStatistik
{
    /// <summary>Months shown.</summary>
    public const int AntalManader = 12;

    /// <summary>Days after a month before it is published [V]: windows have closed, and what came by post is in.</summary>
    public const int Vantedagar = 14;

    /// <summary>Months after the one of receipt in which an approval counts [V]; until they have passed, first-time-right is not published.</summary>
    public const int ManaderTillUtfall = 6;

    /// <summary>Rows of fewer schools than this are hidden: they would tell of a school.</summary>
    private const int MinstSkolor = Spridning.MinstSkolor;

    /// <summary>The school forms that are rows, in the same order everywhere.</summary>
    public static IReadOnlyList<Skolform> Skolformer { get; } = [.. Enum.GetValues<Skolform>().Where(s => s.HarSkolk())];

    /// <summary>The first day of the latest month that is published.</summary>
    public static DateOnly SenasteManad(DateOnly idag)
    {
        var dag = idag.AddDays(-Vantedagar);
        return new DateOnly(dag.Year, dag.Month, 1).AddMonths(-1);
    }

    /// <summary>The latest month first.</summary>
    public static IReadOnlyList<Statistikmanad> For(IEnumerable<Rapportutfall> rapporter, IReadOnlyDictionary<long, Skolform> skolformer, DateOnly idag)
    {
        var manader = rapporter.ToLookup(r => r.Manad);
        var senast = SenasteManad(idag);
        return [.. Enumerable.Range(0, AntalManader).Select(i => senast.AddMonths(-i)).Select(m => Manad(m, [.. manader[m]], skolformer, idag))];
    }

    private static Statistikmanad Manad(DateOnly manad, IReadOnlyList<Rapportutfall> rapporter, IReadOnlyDictionary<long, Skolform> skolformer, DateOnly idag)
    {
        var sista = manad.AddMonths(1 + ManaderTillUtfall).AddDays(-1);
        var harUtfall = sista < idag;
        var avgjorda = rapporter.ToLookup(r => skolformer[r.SkolaId]);
        List<Rapportutfall>[] rader = [.. Skolformer.Select(s => avgjorda[s].ToList())];
        var antal = Statistikskydd.Skydda([.. rader.Select(r => new Skyddsrad(r.Count(u => u.ITid), r.Count(u => !u.ITid), Dold: FaSkolor(r)))]);
        bool Godkand(Rapportutfall u) => u.Godkand <= sista;
        var utfall = Statistikskydd.Skydda(
            [.. rader.Select((r, i) => new Skyddsrad(r.Count(u => Godkand(u) && u.RattForstaGangen), r.Count(u => Godkand(u) && !u.RattForstaGangen), Dold: r.Exists(Godkand) && (!antal.Rader[i].Antal || FaSkolor(r.FindAll(Godkand)))))],
            totaltDolt: !antal.Totalt.Antal);
        return new(
            manad,
            harUtfall,
            [.. rader.Select((r, i) => Rad(Skolformer[i], r, antal.Rader[i], harUtfall && utfall.Rader[i].Delning, sista))],
            Rad(null, rapporter, antal.Totalt, harUtfall && utfall.Totalt.Delning, sista));
    }

    private static bool FaSkolor(IEnumerable<Rapportutfall> rapporter) => rapporter.Select(r => r.SkolaId).Distinct().Count() is > 0 and < MinstSkolor;

    private static Statistikrad Rad(Skolform? skolform, IReadOnlyCollection<Rapportutfall> rapporter, Radvisning visning, bool visaUtfall, DateOnly sista)
    {
        var tal = Punktlighetstal.For(rapporter);
        return new(
            skolform,
            visning.Antal ? tal.Antal : null,
            visning.Antal ? tal.DagarTillRapport?.Median : null,
            visning.Delning ? tal.AndelITid : null,
            visaUtfall ? Punktlighetstal.For(rapporter.Where(r => r.Godkand <= sista)).AndelRattForsta : null);
    }
}
