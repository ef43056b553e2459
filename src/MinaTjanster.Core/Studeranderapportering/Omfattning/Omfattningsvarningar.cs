using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Omfattning;

/// <summary>A warning and the reported parts that it concerns.</summary>
/// <param name="Varning">What to look at. Its field is a property of <see cref="Studiedel"/> (the dates are those of its period), or null.</param>
/// <param name="Delar">Places of the parts in the list that was judged, from 0, in order; at least one.</param>
public sealed record Omfattningsvarning(Varning Varning, IReadOnlyList<int> Delar);

/// <summary>
/// The odd cases of time and scope (domain.md sections 6 and 7): they warn and never stop a report, and the school may answer with an explanation.
/// Pure: nothing is read but what is handed over.
/// </summary>
public static class Omfattningsvarningar
{
    /// <summary>
    /// Everything odd in what one student is reported for at one school, part by part and then together. The work grows with the square of
    /// the number of parts: hand over one student's term, not a file.
    /// </summary>
    /// <param name="delar">The parts, in any order; an empty list has no warnings.</param>
    public static IReadOnlyList<Omfattningsvarning> For(IReadOnlyList<Studiedel> delar) =>
    [
        .. delar.SelectMany((del, plats) => ForDel(del).Select(v => new Omfattningsvarning(v, [plats]))),
        .. OlikaDatum(delar),
        .. OverHeltid(delar),
        .. AnnanSkola(delar),
    ];

    /// <summary>What is odd in one part by itself: days off at its ends, points that do not fit the weeks.</summary>
    public static IReadOnlyList<Varning> ForDel(Studiedel del) =>
    [
        .. Ledig(del.Period.ForstaDag, "STUDIE-V-LEDIGSTART", "startdatumet", nameof(Dagperiod.ForstaDag)),
        .. Ledig(del.Period.SistaDag, "STUDIE-V-LEDIGSLUT", "slutdatumet", nameof(Dagperiod.SistaDag)),
        .. Poang(del),
    ];

    private static IEnumerable<Varning> Ledig(DateOnly dag, string kod, string vilket, string falt)
    {
        if (Helgdagar.Namn(dag) is { } helgdag)
            yield return new(kod, $"{SvenskText.DagMedVeckodag(dag)} är en helgdag ({helgdag}). Kontrollera {vilket}.", falt);
        else if (Helgdagar.ArVeckoslutEllerHelgdag(dag))
            yield return new(kod, $"{SvenskText.DagMedVeckodag(dag)} är normalt ingen skoldag. Kontrollera {vilket}.", falt);
    }

    private static IEnumerable<Varning> Poang(Studiedel del)
    {
        if (del.Poangtiondelar is null || Omfattningsregel.For(del.Skolform).Matt != Omfattningsmatt.Poang)
            yield break;

        if (del is { Veckor: null, Skolform: not Skolform.Hogskola, VeckorMedHelger: 0 })
            yield return new("STUDIE-V-INGENVECKA", "Perioden innehåller ingen hel studievecka, så omfattningen går inte att räkna ut. Kontrollera datumen.", nameof(Dagperiod.SistaDag));
        else if (del.MinstaOmfattning is { ArOverHeltid: true })
            yield return new("STUDIE-V-POANGVECKOR", "Poängen är fler än vad som ryms på heltid under perioden. Studierna räknas som heltid. Kontrollera poängen och datumen.", nameof(Studiedel.Poangtiondelar));
    }

    /// <summary>Parallel courses make a level together only with the same first and last day (domain.md section 6 [P]).</summary>
    private static IEnumerable<Omfattningsvarning> OlikaDatum(IReadOnlyList<Studiedel> delar)
    {
        foreach (var lage in Storsta(MedOlikaDatum(delar)))
        {
            yield return new(
                new("STUDIE-V-OLIKADATUM", $"Studierna som pågår {SvenskText.Datum(lage.Dag)} blir tillsammans {lage.Summa.Niva.Text()}, men de har inte samma start- och slutdatum. Parallella kurser räknas ihop bara när båda datumen är desamma. Kontrollera datumen."),
                lage.Platser);
        }
    }

    private static List<Lage> MedOlikaDatum(IReadOnlyList<Studiedel> delar) =>
    [
        .. Lagen(delar, d => d.Omfattning)
            .Where(l => l.Summa.Niva > l.Platser.GroupBy(p => delar[p].Period).Max(g => Studieomfattning.Summa(g.Select(p => delar[p].Omfattning!)).Niva)),
    ];

    /// <summary>Where the dates already keep them from being added, that they count as full time would say the opposite.</summary>
    private static IEnumerable<Omfattningsvarning> OverHeltid(IReadOnlyList<Studiedel> delar)
    {
        var raknasInteIhop = MedOlikaDatum(delar).Select(l => l.Dag).ToHashSet();
        var fall = Lagen(delar, d => d.MinstaOmfattning).Where(l => l is { Platser.Count: > 1, Summa.ArOverHeltid: true } && !raknasInteIhop.Contains(l.Dag)).ToList();
        foreach (var lage in Storsta(fall))
        {
            yield return new(
                new("STUDIE-V-OVERHELTID", $"Studierna som pågår {SvenskText.Datum(lage.Dag)} är tillsammans mer än heltid. De räknas som heltid. Kontrollera omfattningen och datumen."),
                lage.Platser);
        }
    }

    /// <summary>Reported by two schools. The sentence says the percent and nothing else about the other school.</summary>
    private static IEnumerable<Omfattningsvarning> AnnanSkola(IReadOnlyList<Studiedel> delar)
    {
        var lagen = Lagen(delar, d => d.MinstaOmfattning);
        for (var plats = 0; plats < delar.Count; plats++)
        {
            // The other school's days are not known: the busiest day of the part decides [V]. Where our own scope is not known either, it is more than nothing.
            if (delar[plats].AnnanSkolasProcent is { } annan
                && (annan >= 100 || lagen.Exists(l => delar[plats].Period.Innehaller(l.Dag) && l.Summa.ArOverHeltidMed(annan))))
            {
                yield return new(
                    new("STUDIE-V-ANNANSKOLA", $"En annan skola har rapporterat studier på {annan} procent för den studerande under samma tid. Tillsammans blir det mer än heltid. Fråga den studerande om studierna och kontrollera omfattningen och datumen."),
                    [plats]);
            }
        }
    }

    private sealed record Lage(DateOnly Dag, IReadOnlyList<int> Platser, Studieomfattning Summa);

    /// <summary>What is studied at the same time, on each day when something begins: between such days the sum only falls.</summary>
    private static List<Lage> Lagen(IReadOnlyList<Studiedel> delar, Func<Studiedel, Studieomfattning?> omfattning)
    {
        var kanda = Enumerable.Range(0, delar.Count)
            .Select(p => (Plats: p, delar[p].Period, Omfattning: omfattning(delar[p])))
            .Where(d => d.Omfattning is not null)
            .ToList();
        return
        [
            .. kanda.Select(d => d.Period.ForstaDag).Distinct().Order().Select(dag =>
            {
                var aktiva = kanda.Where(d => d.Period.Innehaller(dag)).ToList();
                return new Lage(dag, [.. aktiva.Select(d => d.Plats)], Studieomfattning.Summa(aktiva.Select(d => d.Omfattning!)));
            }),
        ];
    }

    /// <summary>One for each stretch of cases that share a part: the greatest, and the earliest of equals.</summary>
    private static IEnumerable<Lage> Storsta(List<Lage> lagen)
    {
        for (var start = 0; start < lagen.Count;)
        {
            var slut = start + 1;
            while (slut < lagen.Count && lagen[slut].Platser.Intersect(lagen[slut - 1].Platser).Any())
                slut++;

            yield return lagen[start..slut].MaxBy(l => l.Summa.Obegransad)!;
            start = slut;
        }
    }
}
