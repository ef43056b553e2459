using MinaTjanster.Core.Frister;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// When the underlag is due (domain.md section 5, Underlag due). The texts count two months from the report in one place and from the first
/// skolk day in another; both are shown. Due days are inclusive, do not move on weekends, and never block a report.
/// </summary>
/// <param name="Rekommenderad">First day + 2 months, or the report day when that is later or when it is recommended at once.</param>
/// <param name="Senast">Report day + 2 months: an underlag that first arrives after this day is late.</param>
/// <param name="GenastRekommenderas">The report is dated February–June ([V] June): the underlag should come with it.</param>
public sealed record Underlagsfrist(DateOnly Rekommenderad, DateOnly Senast, bool GenastRekommenderas)
{
    /// <summary>Months are added to the original date and clamped: 31 December 2026 gives 28 February 2027.</summary>
    public static Underlagsfrist For(DateOnly forstaDag, DateOnly rapportdag)
    {
        var genast = rapportdag.Month is >= 2 and <= 6;
        var tid = Fristregler.For(Fristslag.Underlag, rapportdag).Tid;
        var franForsta = tid.Fran(forstaDag);
        return new(genast || franForsta < rapportdag ? rapportdag : franForsta, tid.Fran(rapportdag), genast);
    }

    /// <summary>The last day, inclusive, to answer a complement that CSN asked for on a day.</summary>
    public static DateOnly SvarSenast(DateOnly begard) => Fristregler.For(Fristslag.Komplettering, begard).Tid.Fran(begard);

    /// <summary>Reports of earlier days than this are late when no underlag has come: their last day has passed.</summary>
    public static DateOnly ForsenadeFore(DateOnly idag)
    {
        // The due day never falls when the report day rises, but months of different lengths make it stand still: looked for from safely before.
        var dag = idag.AddDays(-100);
        while (For(dag, dag).Senast < idag)
            dag = dag.AddDays(1);
        return dag;
    }

    /// <summary>Whether a first arrival on that Swedish day is late; the due day itself is in time.</summary>
    public bool ArSent(DateOnly ankomst) => ankomst > Senast;
}
