namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Whether what an event follows upon has been reported, by <see cref="Foljd"/> in the table.</summary>
internal static class Foljdregel
{
    public static IEnumerable<Refusal> Provas(Handelseuppgift uppgift, Handelsetyp typ, Skolformsregel regel, Rapporteringslage lage) => typ.Foljd switch
    {
        Foljd.Ingen => [],
        Foljd.InomStudietid => Inom(uppgift, regel, lage),
        Foljd.OppenFranvaro => EfterFranvaro(uppgift, lage),
        Foljd.EfterStudiestart => lage.Perioder.Any(p => p.ForstaDag <= uppgift.Slut) ? [] : [new HandelseForeStudiestart()],
        Foljd.StudietidAttForlanga => Forlangning(uppgift, lage),
        Foljd.UtanforStudietid => lage.PerioderDen(uppgift.ForstaDag).FirstOrDefault(p => Studietidsbild.Galler(uppgift, p)) is { } period
            ? [new HandelseInomStudietid(period.ForstaDag, period.SistaDag)]
            : [],
        _ => throw new ArgumentOutOfRangeException(nameof(typ), typ.Foljd, null),
    };

    /// <summary>Events that no longer lie in any study period, or end or extend none: what a change or a taking back would leave hanging.</summary>
    public static IEnumerable<Handelselage> UtanStudietid(Rapporteringslage lage) =>
        lage.Handelser.Where(h => lage.UtanVerkan.Contains(h.Id)
            || (h.Uppgift.Slag.Typ() is { Foljd: Foljd.InomStudietid, Verkan: Studietidsverkan.Ingen } && !lage.PerioderDen(h.Uppgift.ForstaDag).Any() && !ArMellan(h.Uppgift, lage.Perioder)));

    private static IEnumerable<Refusal> Inom(Handelseuppgift uppgift, Skolformsregel regel, Rapporteringslage lage)
    {
        var perioder = lage.Perioder.Where(p => Studietidsbild.Galler(uppgift, p)).ToList();
        if (perioder.Count == 0 && lage.Perioder.Count > 0)
            return [new HandelseAnnanKurs()];

        if (ArMellan(uppgift, perioder))
            return [];

        if (!perioder.Exists(p => p.Innehaller(uppgift.ForstaDag)))
            return [Utanfor(Handelsefalt.ForstaDag, uppgift.ForstaDag)];

        // Two periods may meet where the days do: a break over Christmas begins in one term and ends in the next.
        if (uppgift.SistaDag is { } sista && !perioder.Exists(p => p.Innehaller(sista)) && !perioder.Exists(p => p.ForstaDag > sista))
            return [Utanfor(Handelsefalt.SistaDag, sista)];

        return [];

        HandelseUtanforStudietid Utanfor(Handelsefalt falt, DateOnly dag)
        {
            var narmast = perioder.MinBy(p => dag < p.ForstaDag ? p.ForstaDag.DayNumber - dag.DayNumber : dag.DayNumber - p.SistaDag.DayNumber);
            return new(regel.Falt.First(f => f.Falt == falt), narmast?.ForstaDag, narmast?.SistaDag);
        }
    }

    /// <summary>A break may lie between what is studied before it and after it: terms that end and begin at the holiday itself.</summary>
    private static bool ArMellan(Handelseuppgift uppgift, IReadOnlyList<Periodlage> perioder) =>
        uppgift.Slag is Handelseslag.Jullov or Handelseslag.PlaneratUppehall
        && perioder.Any(p => p.SistaDag < uppgift.ForstaDag) && perioder.Any(p => p.ForstaDag > uppgift.Slut);

    private static IEnumerable<Refusal> EfterFranvaro(Handelseuppgift uppgift, Rapporteringslage lage) => lage.OppenFranvaro() switch
    {
        null => [new HandelseIngenFranvaro()],
        { Uppgift.ForstaDag: var fran } when uppgift.ForstaDag <= fran => [new HandelseForeFranvaro(fran)],
        _ => [],
    };

    private static IEnumerable<Refusal> Forlangning(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        var perioder = lage.Perioder.Where(p => Studietidsbild.Galler(uppgift, p) && Studietidsbild.ArSist(lage.Perioder, p)).ToList();
        return perioder.Count(p => p.SistaDag < uppgift.ForstaDag) switch
        {
            0 when perioder.Count > 1 && uppgift is { Utbildning: null, Kurskod: null } => [new HandelseFleraStudietider()],
            0 => [new HandelseIngetAttForlanga(perioder.Min(p => (DateOnly?)p.SistaDag))],
            > 1 when uppgift is { Utbildning: null, Kurskod: null } => [new HandelseFleraStudietider()],
            _ => [],
        };
    }
}
