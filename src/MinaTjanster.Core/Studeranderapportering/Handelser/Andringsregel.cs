namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What changes and takings back must keep whole: nothing that has been reported may be left without what it stands on.</summary>
public static class Andringsregel
{
    /// <param name="andrarHandelseId">The event that is changed; null for a new one.</param>
    public static Handelsebedomning Bedom(Handelseuppgift uppgift, Rapporteringslage lage, long? andrarHandelseId, Franvarodagar dagar)
    {
        if (andrarHandelseId is not { } id)
            return Handelseregel.Bedom(uppgift, lage, dagar);

        if (lage.Handelser.Any(h => h.Id == id && h.Uppgift == uppgift))
            return new([new HandelseOforandrad()], []);

        var utan = lage.Utan(id);
        var bedomning = Handelseregel.Bedom(uppgift, utan, dagar);
        return bedomning.ArGodtagen && Foljder(lage, lage.Med(new(id, uppgift), id)) is { } foljder ? new([foljder], []) : bedomning;
    }

    /// <returns>Why the event cannot be taken back; null when it can.</returns>
    public static HandelseHarFoljder? ProvaTillbaka(long handelseId, Rapporteringslage lage) => Foljder(lage, lage.Utan(handelseId));

    /// <summary>Only what hung together before can be pulled apart: odd data from before must not stop a correction.</summary>
    private static HandelseHarFoljder? Foljder(Rapporteringslage fore, Rapporteringslage efter)
    {
        var redan = Foljdregel.UtanStudietid(fore).Select(h => h.Id).ToHashSet();
        var handelser = Foljdregel.UtanStudietid(efter).Where(h => !redan.Contains(h.Id))
            .Select(h => $"{h.Uppgift.Slag.Typ().Rubrik} {h.Uppgift.ForstaDag:yyyy-MM-dd}");
        var skolk = efter.Skolkrapporter
            .Where(r => fore.PerioderDen(r.ForstaDag).Any() && !efter.PerioderDen(r.ForstaDag).Any())
            .Select(r => $"Skolk {r.ForstaDag:yyyy-MM-dd}");
        var retur = fore.OppenFranvaro() is null && AterUtanFranvaro(efter) ? ["Åter i studier"] : Array.Empty<string>();
        var alla = handelser.Concat(skolk).Concat(retur).ToList();
        return alla.Count == 0 ? null : new(string.Join(", ", alla));
    }

    private static bool AterUtanFranvaro(Rapporteringslage lage)
    {
        var borta = false;
        foreach (var handelse in lage.Handelser.OrderBy(h => h.Uppgift.ForstaDag))
        {
            if (handelse.Uppgift.Slag == Handelseslag.AterIStudier && !borta)
                return true;

            borta = handelse.Uppgift.Slag == Handelseslag.Franvaro || (borta && handelse.Uppgift.Slag != Handelseslag.AterIStudier);
        }

        return false;
    }
}
