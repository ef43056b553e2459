namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Whether what is reported lies over what has been reported, by <see cref="Overlapp"/> in the table.</summary>
internal static class Overlappregel
{
    public static IEnumerable<Refusal> Provas(Handelseuppgift uppgift, Handelsetyp typ, Skolformsregel regel, Rapporteringslage lage)
    {
        // The same once more is a second click or a file sent again: a friendlier sentence than a collision.
        if (lage.Av(uppgift.Slag).Any(h => h.Uppgift == uppgift))
            return [new HandelseRedanRapporterad(typ, uppgift.ForstaDag)];

        return regel.Overlapp switch
        {
            Overlapp.Tillatet => [],
            Overlapp.IngenStudietid => Perioder(uppgift, lage, _ => true),
            Overlapp.InteSammaUtbildning => Perioder(uppgift, lage, p => uppgift.SammaUtbildning(p.Utbildning, p.Kurskod)),
            Overlapp.InteSammaSlag => Handelser(uppgift, typ, lage, _ => true),
            Overlapp.InteSammaSlagOchUtbildning => Handelser(uppgift, typ, lage, h => uppgift.SammaUtbildning(h.Utbildning, h.Kurskod)),
            _ => throw new ArgumentOutOfRangeException(nameof(regel), regel.Overlapp, null),
        };
    }

    private static IEnumerable<Refusal> Perioder(Handelseuppgift uppgift, Rapporteringslage lage, Func<Periodlage, bool> raknas) =>
        lage.Perioder.FirstOrDefault(p => p.Overlappar(uppgift.ForstaDag, uppgift.Slut) && raknas(p)) is { } krock
            ? [new HandelseOverlapparStudietid(krock.ForstaDag, krock.SistaDag)]
            : [];

    private static IEnumerable<Refusal> Handelser(Handelseuppgift uppgift, Handelsetyp typ, Rapporteringslage lage, Func<Handelseuppgift, bool> raknas)
    {
        // Absence has no last day of its own: it lasts until what ends it.
        if (uppgift.Slag == Handelseslag.Franvaro)
            return Franvaro(uppgift.ForstaDag, lage) is var (forsta, sista) ? [new HandelseOverlapparHandelse(typ, forsta, sista)] : [];

        return lage.Av(uppgift.Slag).FirstOrDefault(h => h.Uppgift.Overlappar(uppgift.ForstaDag, uppgift.Slut) && raknas(h.Uppgift)) is { } krock
            ? [new HandelseOverlapparHandelse(typ, krock.Uppgift.ForstaDag, krock.Uppgift.SistaDag)]
            : [];
    }

    /// <summary>The absence that the day lies in, or that a new one from the day on would run into; an open one covers everything after it.</summary>
    private static (DateOnly ForstaDag, DateOnly? SistaDag)? Franvaro(DateOnly dag, Rapporteringslage lage)
    {
        if (lage.OppenFranvaro() is { } oppen)
            return (oppen.Uppgift.ForstaDag, null);

        var slut = lage.Handelser.Where(h => h.Uppgift.Slag is Handelseslag.AterIStudier or Handelseslag.Avbrott or Handelseslag.BytAvSkola).Select(h => h.Uppgift.ForstaDag).Order().ToList();
        foreach (var forsta in lage.Av(Handelseslag.Franvaro).Select(h => h.Uppgift.ForstaDag))
        {
            var ater = slut.Find(d => d > forsta);
            var egetSlut = slut.Find(d => d > dag);
            if (forsta <= dag ? dag < ater : egetSlut > forsta)
                return (forsta, ater.AddDays(-1));
        }

        return null;
    }
}
