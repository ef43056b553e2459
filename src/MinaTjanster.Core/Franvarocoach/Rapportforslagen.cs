using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>Proposes reports from a student's school days. The report's own rules (<see cref="Skolkregel"/>) decide what is proposed; none of them is repeated here.</summary>
internal static class Rapportforslagen
{
    /// <summary>
    /// New reports, in order of time. Each begins on the first day with ogiltig frånvaro from which four hours on several occasions are reached within 30 days, and ends
    /// before the first stable attendance after that.
    /// </summary>
    /// <returns>Also the first refusal that time does not cure, when there is no proposal.</returns>
    public static (IReadOnlyList<Rapportforslag> Forslag, Refusal? Hinder) For(
        List<Skoldag> dagar, IReadOnlyList<Dagperiod> sammanhangande, Skolklage lage, Coachregler regler)
    {
        if (lage.ForstaLediga is not { } tidigast)
            return ([], null);

        List<Rapportforslag> forslag = [];
        Refusal? hinder = null;
        for (var i = 0; i < dagar.Count; i++)
        {
            if (dagar[i].Dag < tidigast || Nadd(dagar, i) is not { } nadd)
                continue;

            var sista = ForeStabil(dagar, nadd, regler.StabilaSkoldagar);
            var nasta = Forslag(dagar, dagar[i].Dag, sista, sammanhangande, lage);
            if (sista is not null && Bestaende(nasta).Any())
                nasta = Forslag(dagar, dagar[i].Dag, null, sammanhangande, lage);

            if (Bestaende(nasta).FirstOrDefault() is { } nej)
            {
                hinder ??= nej;
                continue;
            }

            forslag.Add(nasta);
            if (nasta.Uppgift.SistaDag is not { } slut)
                break;

            while (i + 1 < dagar.Count && dagar[i + 1].Dag <= slut)
                i++;
        }

        return (forslag, forslag.Count > 0 ? null : hinder);
    }

    /// <summary>A report over these days, with the list's numbers, judged by its own rules.</summary>
    public static Rapportforslag Forslag(IReadOnlyList<Skoldag> dagar, DateOnly forsta, DateOnly? sista, IReadOnlyList<Dagperiod> sammanhangande, Skolklage lage)
    {
        var slut = sista < lage.Rapportdag ? sista.Value : lage.Rapportdag;
        var (minuter, tillfallen, nadd) = (0, 0, (DateOnly?)null);
        Dagperiod? kanske = null;
        var bara = true;
        foreach (var dag in dagar)
        {
            if (dag.Dag < forsta || dag.Dag > slut || dag.OgiltigMinuter == 0)
                continue;

            (minuter, tillfallen) = (minuter + dag.OgiltigMinuter, tillfallen + dag.Tillfallen);
            if (nadd is null && dag.Dag < forsta.AddDays(Franvarofonster.Dagar) && new Franvarofonster(forsta, minuter, tillfallen).NarGransen)
                nadd = dag.Dag;
            kanske ??= sammanhangande.FirstOrDefault(p => p.Innehaller(dag.Dag));
            bara &= kanske?.Innehaller(dag.Dag) == true;
        }

        var uppgift = new Skolkuppgift(forsta, sista, minuter, tillfallen, Bekraftad: false);
        var foljd = Skolkfoljd.For(forsta, sista, lage);
        return new(
            uppgift,
            Skolkregel.Bedom(uppgift with { Bekraftad = foljd.KraverBekraftelse }, lage),
            foljd,
            new(foljd.Uppskattning, Uppskattning.Berakna(forsta, sista, lage with { Rapportdag = foljd.Stopp.SistaStoppdag.AddDays(1) }), foljd.Stopp.SistaStoppdag),
            nadd,
            bara ? kanske : null);
    }

    /// <summary>A last day for the open report, when the student has been back for long enough and still is.</summary>
    public static Avslutsforslag? Avslut(List<Skoldag> dagar, Skolklage lage, Coachregler regler)
    {
        if (lage.AndraRapporter.FirstOrDefault(r => r.SistaDag is null) is not { } oppen)
            return null;

        var sistaOgiltiga = dagar.LastOrDefault(d => d.OgiltigMinuter > 0 && d.Dag >= oppen.ForstaDag)?.Dag;
        var narvaro = dagar.Where(d => d.NarvaroMinuter > 0 && d.Dag >= oppen.ForstaDag && (sistaOgiltiga is null || d.Dag > sistaOgiltiga)).ToList();
        if (narvaro.Count < regler.StabilaSkoldagar)
            return null;

        var dagenFore = narvaro[0].Dag.AddDays(-1);
        var sista = sistaOgiltiga ?? (dagenFore < oppen.ForstaDag ? oppen.ForstaDag : dagenFore);
        var utan = lage with { AndraRapporter = [.. lage.AndraRapporter.Where(r => r != oppen)] };
        return Skolkregel.BedomAvslut(oppen.ForstaDag, sista, utan).ArGodtagen
            ? new(oppen.Id, oppen.ForstaDag, sista, narvaro[0].Dag, sistaOgiltiga is null)
            : null;
    }

    /// <summary>What waiting does not cure.</summary>
    private static IEnumerable<Refusal> Bestaende(Rapportforslag forslag) => forslag.Bedomning.Refusals.Where(r => r is not SkolkForTidigt);

    /// <summary>The place of the day on which four hours on several occasions are reached, counted from a day with ogiltig frånvaro and within 30 days.</summary>
    private static int? Nadd(List<Skoldag> dagar, int forsta)
    {
        if (dagar[forsta].OgiltigMinuter == 0)
            return null;

        var (minuter, tillfallen) = (0, 0);
        for (var i = forsta; i < dagar.Count && dagar[i].Dag < dagar[forsta].Dag.AddDays(Franvarofonster.Dagar); i++)
        {
            (minuter, tillfallen) = (minuter + dagar[i].OgiltigMinuter, tillfallen + dagar[i].Tillfallen);
            if (new Franvarofonster(dagar[forsta].Dag, minuter, tillfallen).NarGransen)
                return i;
        }

        return null;
    }

    /// <summary>The last day with ogiltig frånvaro before the first stable attendance; null while there is none.</summary>
    /// <param name="fran">A place with ogiltig frånvaro.</param>
    private static DateOnly? ForeStabil(List<Skoldag> dagar, int fran, int stabila)
    {
        var (sista, antal) = (dagar[fran].Dag, 0);
        for (var i = fran + 1; i < dagar.Count; i++)
        {
            if (dagar[i].OgiltigMinuter > 0)
                (sista, antal) = (dagar[i].Dag, 0);
            else if (dagar[i].NarvaroMinuter > 0 && ++antal == stabila)
                return sista;
        }

        return null;
    }
}
