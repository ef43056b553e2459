namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What the days between first skolk day and report day allow.</summary>
public enum Grindlage
{
    /// <summary>The first day has not been.</summary>
    Framtid,

    /// <summary>Fewer than 15 days: refused.</summary>
    ForTidigt,

    /// <summary>15–29 days: only when extensive, and confirmed.</summary>
    KraverBekraftelse,

    /// <summary>30 days or more.</summary>
    Normal,
}

/// <summary>The 15/30-day gate (domain.md section 5, Earliest report). Days are Swedish dates: report date minus first day.</summary>
/// <param name="ForstaDag">First skolk day.</param>
public sealed record Skolkgrind(DateOnly ForstaDag)
{
    /// <summary>At least this many minutes within 30 days …</summary>
    public const int MinstMinuter = 4 * 60;

    /// <summary>… on at least this many occasions [V].</summary>
    public const int MinstTillfallen = 2;

    private const int TidigastEfterDagar = 15;
    private const int NormaltEfterDagar = 30;

    /// <summary>The first day on which a confirmed, extensive absence may be reported: 17 November gives 2 December.</summary>
    public DateOnly TidigastDag => ForstaDag.AddDays(TidigastEfterDagar);

    /// <summary>The first day on which no confirmation is needed: 17 November gives 17 December.</summary>
    public DateOnly NormalDag => ForstaDag.AddDays(NormaltEfterDagar);

    public Grindlage Lage(DateOnly rapportdag) =>
        rapportdag < ForstaDag ? Grindlage.Framtid
        : rapportdag < TidigastDag ? Grindlage.ForTidigt
        : rapportdag < NormalDag ? Grindlage.KraverBekraftelse
        : Grindlage.Normal;
}
