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
    /// <summary>Days that a complement's own due date lies after CSN asked [V].</summary>
    public const int KompletteringDagar = 14;

    private const int Manader = 2;

    /// <summary>Months are added to the original date and clamped: 31 December 2026 gives 28 February 2027.</summary>
    public static Underlagsfrist For(DateOnly forstaDag, DateOnly rapportdag)
    {
        var genast = rapportdag.Month is >= 2 and <= 6;
        var franForsta = forstaDag.AddMonths(Manader);
        return new(genast || franForsta < rapportdag ? rapportdag : franForsta, rapportdag.AddMonths(Manader), genast);
    }

    /// <summary>The last day, inclusive, to answer a complement that CSN asked for on a day.</summary>
    public static DateOnly SvarSenast(DateOnly begard) => begard.AddDays(KompletteringDagar);

    /// <summary>Whether a first arrival on that Swedish day is late; the due day itself is in time.</summary>
    public bool ArSent(DateOnly ankomst) => ankomst > Senast;
}
