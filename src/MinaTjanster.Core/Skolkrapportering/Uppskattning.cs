using System.Globalization;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// An estimate of the studiebidrag wrongly paid when a report is sent (domain.md section 5, Estimate) [V]; CSN decides the real amount.
/// </summary>
/// <remarks>
/// <para>The law counts studiehjälp in 15-day periods within a half-year, half a month's amount each, paid monthly in arrears. Every month
/// September–June therefore has two periods, July and August none. A month counts as paid when the report is dated after its stop day. Wrongly
/// paid are the periods, up to the end of the last paid month and the last skolk day, that hold at least one day of the skolk period.</para>
/// <para>Only studiebidrag is estimated: no tillägg, no lärlingsersättning. Students who started late in a half-year are not modelled.
/// A later report never gives less.</para>
/// </remarks>
/// <param name="Perioder">The 15-day periods, in order.</param>
public sealed record Uppskattning(IReadOnlyList<Halvmanadsperiod> Perioder)
{
    /// <summary>15 for each period.</summary>
    public int Dagar => Perioder.Count * Halvmanadsperiod.Dagar;

    /// <summary>Whole kronor, each period at the amount of its date.</summary>
    public int Belopp => Perioder.Sum(p => p.Belopp);

    /// <summary>Half months count as 0,5.</summary>
    public decimal Manader => Perioder.Count / 2m;

    /// <summary>2,5 månader.</summary>
    public string Manadstext =>
        Manader.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + (Manader == 1 ? " månad" : " månader");

    /// <summary>The first day of each month whose payment, or half of it, is counted as wrongly paid.</summary>
    public IReadOnlyList<DateOnly> BetaldaManader => [.. Perioder.Select(p => new DateOnly(p.ForstaDag.Year, p.ForstaDag.Month, 1)).Distinct()];

    /// <summary>september och oktober; with years where they differ. Empty when nothing is paid.</summary>
    public string BetaldaManaderText
    {
        get
        {
            var manader = BetaldaManader;
            var flerAr = manader.Select(m => m.Year).Distinct().Skip(1).Any();
            var namn = manader.Select(m => flerAr ? $"{SvenskText.Manad(m)} {m.Year}" : SvenskText.Manad(m)).ToList();
            return namn.Count < 2 ? string.Concat(namn) : $"{string.Join(", ", namn[..^1])} och {namn[^1]}";
        }
    }

    /// <param name="forsta">First skolk day, inclusive.</param>
    /// <param name="sista">Last skolk day, inclusive; null while it goes on.</param>
    /// <param name="rapportdag">The Swedish day of the report.</param>
    public static Uppskattning Berakna(DateOnly forsta, DateOnly? sista, DateOnly rapportdag)
    {
        var sistaBetalda = SistaBetaldaDag(rapportdag);
        return new(Halvmanadsperiod.Alla(forsta, sista is { } slut && slut < sistaBetalda ? slut : sistaBetalda));
    }

    /// <summary>The same, within the days on which the student can have had studiebidrag: from the quarter after the 16th birthday, through the age boundary and the läsår of the last study period.</summary>
    public static Uppskattning Berakna(DateOnly forsta, DateOnly? sista, Skolklage lage)
    {
        var (fran, till) = Bidragstid(forsta, sista, lage);
        return Berakna(fran, till, lage.Rapportdag);
    }

    /// <summary>The days of the skolk period, both inclusive, on which the student can have had studiebidrag; the last before the first where there are none.</summary>
    internal static (DateOnly Fran, DateOnly Till) Bidragstid(DateOnly forsta, DateOnly? sista, Skolklage lage)
    {
        var till = Tidigare(sista ?? DateOnly.MaxValue, Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag));
        if (lage.Studieperioder.Count > 0)
            till = Tidigare(till, Studietider.Lasar.For(lage.Studieperioder.Max(p => p.SistaDag)).SistaDag);

        return (Senare(forsta, Stodregel.StudiebidragFran(lage.Fodelsedag)), till);
    }

    /// <summary>The last day of the last month that counts as paid when a report is dated that day: a month does after its stop day.</summary>
    internal static DateOnly SistaBetaldaDag(DateOnly rapportdag)
    {
        var rapportmanad = new DateOnly(rapportdag.Year, rapportdag.Month, 1);
        return (rapportdag > Utbetalningskalender.Brytdag(rapportdag.Year, rapportdag.Month) ? rapportmanad.AddMonths(1) : rapportmanad).AddDays(-1);
    }

    private static DateOnly Senare(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Tidigare(DateOnly a, DateOnly b) => a < b ? a : b;
}
