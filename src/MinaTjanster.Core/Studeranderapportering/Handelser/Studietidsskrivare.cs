namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Makes a student's study periods what the events say they are (<see cref="Studietidsbild"/>).</summary>
internal static class Studietidsskrivare
{
    /// <param name="nya">Events of the same save, by the temporary key they have in the state.</param>
    public static void Skriv(Studerande studerande, IReadOnlyList<Periodlage> perioder, IReadOnlyDictionary<long, Handelse> nya)
    {
        var kvar = new HashSet<Studieperiod>();
        foreach (var lage in perioder)
        {
            var rad = studerande.Studieperioder.FirstOrDefault(p => lage.PeriodId is { } id ? p.Id == id : lage.HandelseId is not null && p.EfterHandelse == lage.HandelseId);
            if (rad is null)
            {
                rad = new Studieperiod(
                    studerande.SkolaId, lage.ForstaDag, lage.SistaDag, lage.Utbildning, lage.Avdelning, lage.Omfattning, lage.Studievagskod, lage.Arskurs, lage.Larling);
                rad.KommerAv(nya[lage.HandelseId!.Value], lage.Kurskod, lage.ValdStodform);
                studerande.LaggTill(rad);
            }

            rad.SattSistaDag(lage.SistaDag);
            kvar.Add(rad);
        }

        studerande.TaBortPerioder(p => !kvar.Contains(p));
    }
}
