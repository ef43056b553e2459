using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>
/// Reads what an absence list means for one student, by the rules of the report itself (domain.md section 5). Pure: no database, and today is a parameter.
/// </summary>
public static class Franvaroanalys
{
    /// <param name="elev">The student's rows.</param>
    /// <param name="lage">The student's state, as for a report: birth, study periods, reports that are not deleted. Its day is today. One whom the school has not
    /// entered has no study periods, and so gets a <see cref="Elevanalys.Hinder"/> in place of proposals.</param>
    /// <param name="regler">What counts.</param>
    public static Elevanalys For(Listelev elev, Skolklage lage, Coachregler regler)
    {
        List<Listrad> asidosatta = [];
        var dagar = Dagar(elev, lage.Rapportdag, regler.Raknas, asidosatta);
        var fonster = Fonster(dagar);
        var sammanhangande = Sammanhangandefranvaro.I(dagar, regler.SammanhangandeDagar);
        var (forslag, hinder) = Rapportforslagen.For(dagar, sammanhangande, lage, regler);
        return new(
            elev.Personnummer,
            elev.Namn,
            elev.Klass,
            lage.Rapportdag,
            dagar,
            fonster,
            GransNadd(dagar),
            forslag,
            hinder,
            Rapportforslagen.Avslut(dagar, lage, regler),
            sammanhangande,
            asidosatta);
    }

    /// <summary>Another first or last day than the proposed, chosen by the reporter, with hours and occasions from the list. Judged as a proposal is.</summary>
    /// <returns>Null when the list has no ogiltig frånvaro on the first day.</returns>
    /// <param name="analys">Of the same student.</param>
    /// <param name="forstaDag">Must itself have ogiltig frånvaro.</param>
    /// <param name="sistaDag">Inclusive; null while the absence goes on.</param>
    /// <param name="lage">As for <see cref="For"/>.</param>
    public static Rapportforslag? Med(Elevanalys analys, DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage)
    {
        var forsta = analys.Dagar.FirstOrDefault(d => d.Dag == forstaDag);
        return forsta is { OgiltigMinuter: > 0 } ? Rapportforslagen.Forslag(analys.Dagar, forstaDag, sistaDag, analys.Sammanhangande, lage) : null;
    }

    /// <summary>The school days through today, in order.</summary>
    internal static List<Skoldag> Dagar(Listelev elev, DateOnly idag, Raknas raknas, List<Listrad>? asidosatta = null)
    {
        var rader = elev.Rader as Listrad[] ?? [.. elev.Rader];
        var daganalys = new Daganalys(raknas);
        List<Skoldag> dagar = [];
        for (var (fran, till) = (0, 0); fran < rader.Length && rader[fran].Dag <= idag; fran = till)
        {
            while (till < rader.Length && rader[till].Dag == rader[fran].Dag)
                till++;

            var dagens = rader.AsSpan(fran, till - fran);
            dagar.Add(daganalys.For(dagens));
            if (asidosatta is not null && Daganalys.Tidlosa(dagens) is > 0 and var tidlosa && tidlosa < dagens.Length)
                asidosatta.AddRange(dagens[..tidlosa]);
        }

        return dagar;
    }

    private static List<Franvarofonster> Fonster(List<Skoldag> dagar)
    {
        List<Franvarofonster> fonster = [];
        var (slut, minuter, tillfallen) = (0, 0, 0);
        foreach (var dag in dagar)
        {
            for (; slut < dagar.Count && dagar[slut].Dag < dag.Dag.AddDays(Franvarofonster.Dagar); slut++)
                (minuter, tillfallen) = (minuter + dagar[slut].OgiltigMinuter, tillfallen + dagar[slut].Tillfallen);

            if (dag.OgiltigMinuter > 0)
                fonster.Add(new(dag.Dag, minuter, tillfallen));

            (minuter, tillfallen) = (minuter - dag.OgiltigMinuter, tillfallen - dag.Tillfallen);
        }

        return fonster;
    }

    /// <summary>The first day that ends 30 days with four hours on several occasions.</summary>
    private static DateOnly? GransNadd(List<Skoldag> dagar)
    {
        var (start, minuter, tillfallen) = (0, 0, 0);
        foreach (var dag in dagar)
        {
            (minuter, tillfallen) = (minuter + dag.OgiltigMinuter, tillfallen + dag.Tillfallen);
            for (; dagar[start].Dag <= dag.Dag.AddDays(-Franvarofonster.Dagar); start++)
                (minuter, tillfallen) = (minuter - dagar[start].OgiltigMinuter, tillfallen - dagar[start].Tillfallen);

            if (new Franvarofonster(dagar[start].Dag, minuter, tillfallen).NarGransen)
                return dag.Dag;
        }

        return null;
    }
}

/// <summary>Long unbroken absence over whole days, which may be händelse 31 (frånvaro) instead of skolk (domain.md sections 5 and 6).</summary>
internal static class Sammanhangandefranvaro
{
    /// <summary>[V] Where a list shows no attendance at all it cannot tell a whole day from a part: so many minutes are taken for a whole one.</summary>
    private const int HelDagMinuter = 4 * 60;

    public static List<Dagperiod> I(List<Skoldag> dagar, int minstDagar)
    {
        var visarNarvaro = dagar.Exists(d => d.NarvaroMinuter > 0);
        List<Dagperiod> perioder = [];
        Skoldag? forsta = null, sista = null;
        foreach (var dag in dagar.Where(d => d.SchemalagdaMinuter > 0))
        {
            var hel = dag.OgiltigMinuter > 0 && dag.NarvaroMinuter == 0 && (visarNarvaro || dag.OgiltigMinuter + dag.GiltigMinuter >= HelDagMinuter);
            if (!hel || (sista is not null && !visarNarvaro && SkoldagMellan(sista.Dag, dag.Dag)))
                Lagg();

            if (hel)
                (forsta, sista) = (forsta ?? dag, dag);
        }

        Lagg();
        return perioder;

        void Lagg()
        {
            if (forsta is not null && sista!.Dag.DayNumber - forsta.Dag.DayNumber + 1 >= minstDagar)
                perioder.Add(new(forsta.Dag, sista.Dag));
            (forsta, sista) = (null, null);
        }
    }

    private static bool SkoldagMellan(DateOnly fran, DateOnly till)
    {
        for (var dag = fran.AddDays(1); dag < till; dag = dag.AddDays(1))
        {
            if (!Helgdagar.ArVeckoslutEllerHelgdag(dag))
                return true;
        }

        return false;
    }
}
