using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>One row as it is published. What is null is not shown: too few, or too few beside it, or not known yet.</summary>
/// <param name="Skolform">Null for all school forms together.</param>
/// <param name="Antal">Reports received.</param>
/// <param name="MedianDagar">Days from the first skolk day to the report; of ten reports or more, since it is always the number of one of them.</param>
/// <param name="AndelITid">Percent sent by the 22nd; null of a month without a payment to stop.</param>
/// <param name="AndelRattForsta">Percent of those approved within <see cref="OppenStatistik.ManaderTillUtfall"/> months.</param>
public sealed record Statistikrad(Skolform? Skolform, int? Antal, int? MedianDagar, int? AndelITid, int? AndelRattForsta);

/// <param name="Manad">Its first day.</param>
/// <param name="HarUtfall">Whether first-time-right has been published for the month.</param>
/// <param name="Rader">One for each school form that reports ogiltig frånvaro.</param>
public sealed record Statistikmanad(DateOnly Manad, bool HarUtfall, IReadOnlyList<Statistikrad> Rader, Statistikrad Totalt)
{
    /// <summary>July and August have no payment, and so no share that came in time for it.</summary>
    public bool HarStopp => OppenStatistik.HarStopp(Manad);
}

/// <summary>
/// What the statistics that are open to all say: a table a month, school form by measure, and nothing else (ADR 0051). No sum runs over several months, so that what one month hides no other
/// gives back. What is reckoned here is written once (<see cref="Statistikpublicering"/>), so that the same month at another time does not either.
/// </summary>
public static class OppenStatistik
{
    /// <summary>Months shown.</summary>
    public const int AntalManader = 12;

    /// <summary>Days after a month before it is published [V]: windows have closed, and what came by post is in.</summary>
    public const int Vantedagar = 14;

    /// <summary>Months after the one of receipt in which an approval counts [V]; until they have passed, first-time-right is not published.</summary>
    public const int ManaderTillUtfall = 6;

    /// <summary>A median of fewer reports would be the number of one student too plainly [V].</summary>
    public const int MinstTillMedian = 10;

    /// <summary>The school forms that are rows, in the same order everywhere.</summary>
    public static IReadOnlyList<Skolform> Skolformer { get; } = [.. Enum.GetValues<Skolform>().Where(s => s.HarSkolk())];

    /// <summary>The rows of a table, all forms together last.</summary>
    private static IReadOnlyList<Skolform?> Radordning { get; } = [.. Skolformer, null];

    /// <summary>The first day of the latest month that is published.</summary>
    public static DateOnly SenasteManad(DateOnly idag)
    {
        var dag = idag.AddDays(-Vantedagar);
        return new DateOnly(dag.Year, dag.Month, 1).AddMonths(-1);
    }

    /// <summary>The months that are shown, the latest first.</summary>
    public static IReadOnlyList<DateOnly> Manader(DateOnly idag) => [.. Enumerable.Range(0, AntalManader).Select(i => SenasteManad(idag).AddMonths(-i))];

    /// <summary>Whether first-time-right may be published.</summary>
    public static bool HarUtfall(DateOnly manad, DateOnly idag) => SistaGodkannande(manad) < idag;

    public static bool HarStopp(DateOnly manad) => Utbetalningskalender.HarUtbetalning(manad.Month);

    /// <summary>What came in during a month.</summary>
    /// <param name="rapporter">Of any months.</param>
    public static IReadOnlyList<PubliceradStatistik> Inkomna(DateOnly manad, IEnumerable<Rapportutfall> rapporter, IReadOnlyDictionary<long, Skolform> skolformer, DateTime tid)
    {
        var rader = Rader(manad, rapporter, skolformer);
        var skyddad = Statistikskydd.Skydda([.. rader.SkipLast(1).Select(r => Skyddsrad(r, u => u.ITid))]);
        return [.. Radordning.Select((form, i) => Rad(form, rader[i], i < Skolformer.Count ? skyddad.Rader[i] : skyddad.Totalt))];

        PubliceradStatistik Rad(Skolform? form, IReadOnlyList<Rapportutfall> egna, Radvisning visning)
        {
            var tal = Punktlighetstal.For(egna);
            return new(manad, Statistikdel.Inkomna, form, tid)
            {
                Antal = visning.Antal ? tal.Antal : null,
                MedianDagar = visning.Antal && tal.Antal >= MinstTillMedian ? tal.DagarTillRapport?.Median : null,
                AndelITid = visning.Delning && HarStopp(manad) ? tal.AndelITid : null,
            };
        }
    }

    /// <summary>What of it was right the first time; hidden where the number of reports was, so that one does not tell of the other.</summary>
    /// <param name="inkomna">The month's rows as they were published.</param>
    public static IReadOnlyList<PubliceradStatistik> Utfall(DateOnly manad, IEnumerable<Rapportutfall> rapporter, IReadOnlyDictionary<long, Skolform> skolformer, IReadOnlyList<PubliceradStatistik> inkomna, DateTime tid)
    {
        var sista = SistaGodkannande(manad);
        var rader = Rader(manad, rapporter.Where(r => r.Godkand <= sista), skolformer);
        bool Dold(Skolform? form) => inkomna.Single(r => r.Galler(form)).Antal is null or 0;
        var skyddad = Statistikskydd.Skydda([.. Skolformer.Select((form, i) => Skyddsrad(rader[i], u => u.RattForstaGangen, rader[i].Count > 0 && Dold(form)))], totaltDolt: Dold(null));
        return
        [
            .. Radordning.Select((form, i) => new PubliceradStatistik(manad, Statistikdel.Utfall, form, tid)
            {
                AndelRattForsta = (i < Skolformer.Count ? skyddad.Rader[i] : skyddad.Totalt).Delning ? Punktlighetstal.For(rader[i]).AndelRattForsta : null,
            }),
        ];
    }

    /// <summary>Of rows as they were published, the months that are shown.</summary>
    public static IReadOnlyList<Statistikmanad> Tabeller(IReadOnlyCollection<PubliceradStatistik> publicerat, DateOnly idag)
    {
        var rader = publicerat.ToDictionary(r => (r.Manad, r.Del, r.Rad));
        return [.. Manader(idag).Where(m => rader.ContainsKey((m, Statistikdel.Inkomna, PubliceradStatistik.Alla))).Select(m => new Statistikmanad(
            m, rader.ContainsKey((m, Statistikdel.Utfall, PubliceradStatistik.Alla)), [.. Skolformer.Select(f => Rad(m, f))], Rad(m, null)))];

        Statistikrad Rad(DateOnly manad, Skolform? form)
        {
            var namn = form is { } f ? $"{f}" : PubliceradStatistik.Alla;
            var inkomna = rader.GetValueOrDefault((manad, Statistikdel.Inkomna, namn));
            return new(form, inkomna?.Antal, inkomna?.MedianDagar, inkomna?.AndelITid, rader.GetValueOrDefault((manad, Statistikdel.Utfall, namn))?.AndelRattForsta);
        }
    }

    private static DateOnly SistaGodkannande(DateOnly manad) => manad.AddMonths(1 + ManaderTillUtfall).AddDays(-1);

    /// <summary>The month's reports in the order of the rows.</summary>
    private static List<List<Rapportutfall>> Rader(DateOnly manad, IEnumerable<Rapportutfall> rapporter, IReadOnlyDictionary<long, Skolform> skolformer)
    {
        var manadens = rapporter.Where(r => r.Manad == manad && skolformer.TryGetValue(r.SkolaId, out var form) && form.HarSkolk()).ToList();
        return [.. Radordning.Select(form => form is null ? manadens : manadens.FindAll(r => skolformer[r.SkolaId] == form))];
    }

    private static Skyddsrad Skyddsrad(IEnumerable<Rapportutfall> rapporter, Func<Rapportutfall, bool> ja, bool dold = false) =>
        new([.. rapporter.GroupBy(r => r.SkolaId).Select(s => new Skolbidrag(s.Count(ja), s.Count(r => !ja(r))))], dold);
}
