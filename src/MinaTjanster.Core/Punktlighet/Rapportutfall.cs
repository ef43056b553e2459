using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>
/// What the figures need to know of one report of ogiltig frånvaro. A report that was taken back within its window never was (domain.md section 6); one that was taken back
/// later did come in, and counts as received.
/// </summary>
/// <param name="ForstaDag">First skolk day.</param>
/// <param name="Rapportdag">The Swedish day it was sent, which never changes.</param>
/// <param name="KompletteraUnderlag">The Swedish day on which the last of the underlag that CSN approved arrived; null until it is approved.</param>
/// <param name="Godkand">The Swedish day of the approval; null until then, and again when the case is opened anew.</param>
/// <param name="Fragad">CSN has asked for a complement, whatever came of the question.</param>
/// <param name="Rattad">The school has corrected what it reported after CSN could see it. That a last day alone is added or moved is no correction.</param>
public sealed record Rapportutfall(long SkolaId, DateOnly ForstaDag, DateOnly Rapportdag, DateOnly? KompletteraUnderlag = null, DateOnly? Godkand = null, bool Fragad = false, bool Rattad = false)
{
    /// <summary>The first day of the month in which it was received.</summary>
    public DateOnly Manad => new(Rapportdag.Year, Rapportdag.Month, 1);

    /// <summary>Calendar days from the first skolk day to the report: the first day is not counted, the report day is. At least 15 by the rule (section 5).</summary>
    public int DagarTillRapport => Rapportdag.DayNumber - ForstaDag.DayNumber;

    /// <summary>
    /// Calendar days from the report to the day on which the underlag was complete, counted as <see cref="DagarTillRapport"/>; 0 for the same day, and for a letter that is dated
    /// before the report. Null until CSN has approved it: only then is it known to be complete.
    /// </summary>
    public int? DagarTillUnderlag => KompletteraUnderlag is { } dag && Godkand is not null ? Math.Max(0, dag.DayNumber - Rapportdag.DayNumber) : null;

    /// <summary>
    /// Sent by the 22nd of its month, that day included, so that it stops the month's payment (section 5, Stop date). July and August have no payment: what is sent then is in
    /// time for the next.
    /// </summary>
    public bool ITid => Utbetalningskalender.SistaStoppdag(Rapportdag.Year, Rapportdag.Month) is not { } sista || Rapportdag <= sista;

    /// <summary>Approved without that CSN has asked for a complement or the school has corrected the report.</summary>
    public bool RattForstaGangen => Godkand is not null && !Fragad && !Rattad;
}
