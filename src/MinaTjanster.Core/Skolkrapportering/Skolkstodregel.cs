using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// Skolk lies within a study period with studiehjälp or lärlingsersättning, tested on the days concerned and never on the report day
/// (domain.md sections 4 and 5). Lärlingsersättning is a support of its own, so the age boundary does not end it [V].
/// </summary>
internal static class Skolkstodregel
{
    public static IEnumerable<Refusal> Provas(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage)
    {
        var forsta = ProvasForsta(forstaDag, lage).ToList();
        return forsta.Count > 0 || sistaDag is not { } sista ? forsta : ProvasSista(forstaDag, sista, lage);
    }

    /// <summary>
    /// A last day needs no absence, so it may also lie in a break between two study periods of the same läsår (Christmas) [V].
    /// </summary>
    public static IEnumerable<Refusal> ProvasSista(DateOnly forstaDag, DateOnly sistaDag, Skolklage lage)
    {
        if (sistaDag < forstaDag || sistaDag > lage.Rapportdag)
            return []; // already refused as a day

        const string falt = nameof(Skolkuppgift.SistaDag);
        var perioder = Perioder(sistaDag, lage);
        if (perioder.Count == 0)
            perioder = ForeUppehall(sistaDag, lage);

        if (perioder.Count == 0)
            return [Utanfor(forstaDag, falt, lage)];

        var gransdag = Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag);
        return Utfall(perioder, sistaDag, lage) switch
        {
            Stodutfall.Ger => [],
            Stodutfall.Okant => [new SkolkStodformOkand(falt)],
            Stodutfall.Aldersgrans => [new SkolkSistaEfterAldersgransen(gransdag)],
            _ => [new SkolkStudiemedel(falt)],
        };
    }

    private enum Stodutfall
    {
        Ger,
        Okant,
        Aldersgrans,
        Studiemedel,
    }

    private static IEnumerable<Refusal> ProvasForsta(DateOnly dag, Skolklage lage)
    {
        if (dag > lage.Rapportdag)
            return []; // already refused as a day

        const string falt = nameof(Skolkuppgift.ForstaDag);
        var perioder = Perioder(dag, lage);
        if (perioder.Count == 0)
            return [lage.Studieperioder.Count == 0 ? new SkolkIngenStudietid() : Utanfor(dag, falt, lage)];

        return Utfall(perioder, dag, lage) switch
        {
            Stodutfall.Ger => [],
            Stodutfall.Okant => [new SkolkStodformOkand(falt)],
            Stodutfall.Aldersgrans => [new SkolkEfterAldersgransen(Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag))],
            _ => [new SkolkStudiemedel(falt)],
        };
    }

    /// <summary>Of several periods at once (komvux courses) one that gives support is enough.</summary>
    private static Stodutfall Utfall(List<Studieperiodlage> perioder, DateOnly dag, Skolklage lage) =>
        perioder.Select(p => Utfall(p, dag, lage.Fodelsedag)).Min();

    private static Stodutfall Utfall(Studieperiodlage period, DateOnly dag, DateOnly fodelsedag)
    {
        if (period.Larling)
            return Stodutfall.Ger;

        return Stodregel.Stodform(period.Avdelning, fodelsedag, dag, period.ValdStodform) switch
        {
            Stodform.Studiehjalp => Stodutfall.Ger,
            null => Stodutfall.Okant,
            _ when period.Avdelning != Avdelning.B && dag > Stodregel.SistaDagMedStudiehjalp(fodelsedag) => Stodutfall.Aldersgrans,
            _ => Stodutfall.Studiemedel,
        };
    }

    private static List<Studieperiodlage> Perioder(DateOnly dag, Skolklage lage) => [.. lage.Studieperioder.Where(p => p.Innehaller(dag))];

    private static List<Studieperiodlage> ForeUppehall(DateOnly dag, Skolklage lage)
    {
        var fore = lage.Studieperioder.Where(p => p.SistaDag < dag).MaxBy(p => p.SistaDag);
        var efter = lage.Studieperioder.Where(p => p.ForstaDag > dag).MinBy(p => p.ForstaDag);
        return fore is not null && efter is not null && Lasar.For(fore.SistaDag) == Lasar.For(efter.ForstaDag) ? [fore] : [];
    }

    /// <summary>Names the period nearest to the day.</summary>
    private static SkolkUtanforStudietid Utanfor(DateOnly dag, string falt, Skolklage lage)
    {
        var narmast = lage.Studieperioder.MinBy(p => p.Innehaller(dag) ? 0 : dag < p.ForstaDag ? p.ForstaDag.DayNumber - dag.DayNumber : dag.DayNumber - p.SistaDag.DayNumber);
        return narmast is null ? new(dag, dag, falt) : new(narmast.ForstaDag, narmast.SistaDag, falt);
    }
}
