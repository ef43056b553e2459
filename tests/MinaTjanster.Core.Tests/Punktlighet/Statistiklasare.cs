using MinaTjanster.Core.Punktlighet.Statistik;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>
/// A reader who tries every table that fits what is shown. It knows nothing of how <see cref="Statistikskydd"/> reckons: all that is shown, that counts are not negative, that a row of
/// nothing is always shown, and, if it is of a school, what that school has sent.
/// </summary>
internal static class Statistiklasare
{
    /// <summary>Beside a hidden total a hidden row may be anything; the reader tries so far.</summary>
    private const int Tak = 30;

    /// <summary>Whether every number that is hidden can be at least six different ones, for a reader of no school and for one of the largest in each row.</summary>
    public static bool KanIngetFaFram(IReadOnlyList<Skyddsrad> rader, IReadOnlyList<IReadOnlyList<Skolbidrag>> skolor, Skyddad visat)
    {
        var lasare = skolor.SelectMany((s, i) => s.OrderByDescending(b => b.Ja + b.Nej).Take(1).Select(b => ((int Rad, Skolbidrag Egna)?)(i, b))).Prepend(null).ToList();
        return Enumerable.Range(0, rader.Count).Where(i => !visat.Rader[i].Delning).All(i => lasare.TrueForAll(l =>
            Vidd(rader, visat, i, t => t.Ja, l) >= Statistikskydd.Grans
            && Vidd(rader, visat, i, t => t.Nej, l) >= Statistikskydd.Grans
            && (visat.Rader[i].Antal || Vidd(rader, visat, i, t => t.Ja + t.Nej, l) >= Statistikskydd.Grans)));
    }

    /// <summary>Whether what a school can subtract is always of five others at least.</summary>
    public static bool ArAvFemAndra(IReadOnlyList<Skyddsrad> rader, Skyddad visat)
    {
        var dolda = rader.Where((r, i) => r.Antal > 0 && !visat.Rader[i].Antal).ToList();
        return rader.Zip(visat.Rader).All(p => !p.Second.Antal || p.First.Skolor is 0 or >= 5)
            && (!visat.Totalt.Antal || rader.Sum(r => r.Skolor) is 0 or >= 5)
            && (!visat.Totalt.Antal || dolda.Count == 0 || dolda.Sum(r => r.Skolor) - 1 >= 5);
    }

    /// <summary>Between the least and the greatest that a number of a row can be, in all tables that fit what is shown.</summary>
    public static int Vidd(IReadOnlyList<Skyddsrad> rader, Skyddad visat, int rad, Func<(int Ja, int Nej), int> tal, (int Rad, Skolbidrag Egna)? lasare = null)
    {
        var (ja, nej) = (rader.Sum(r => r.Ja), rader.Sum(r => r.Nej));
        // With a total that is shown as a count alone the sides of the others are of no use; with none, nothing is.
        (int Ja, int Nej) Summa((int Ja, int Nej) m) => visat.Totalt.Delning ? m : (m.Ja + m.Nej, 0);
        var mal = Summa((ja, nej));
        HashSet<(int Ja, int Nej)> andra = [(0, 0)];
        if (visat.Totalt.Antal)
        {
            foreach (var i in Enumerable.Range(0, rader.Count).Where(i => i != rad))
            {
                var mojliga = Mojliga(rader, visat, i, lasare).Select(Summa).Distinct().ToList();
                andra = [.. from s in andra from m in mojliga where s.Ja + m.Ja <= mal.Ja && s.Nej + m.Nej <= mal.Nej select (s.Ja + m.Ja, s.Nej + m.Nej)];
            }
        }

        var varden = Mojliga(rader, visat, rad, lasare).Where(m => !visat.Totalt.Antal || andra.Contains((mal.Ja - Summa(m).Ja, mal.Nej - Summa(m).Nej))).Select(tal).ToList();
        return varden.Max() - varden.Min();
    }

    private static IEnumerable<(int Ja, int Nej)> Mojliga(IReadOnlyList<Skyddsrad> rader, Skyddad visat, int rad, (int Rad, Skolbidrag Egna)? lasare)
    {
        var egna = lasare is { } l && l.Rad == rad ? l.Egna : default;
        return Alla().Where(m => m.Ja >= egna.Ja && m.Nej >= egna.Nej);

        IEnumerable<(int Ja, int Nej)> Alla()
        {
            var (r, v) = (rader[rad], visat.Rader[rad]);
            if (v.Delning)
                return [(r.Ja, r.Nej)];
            if (v.Antal)
                return Enumerable.Range(0, r.Antal + 1).Select(ja => (ja, r.Antal - ja));

            var hogst = visat.Totalt.Antal ? rader.Where((_, i) => !visat.Rader[i].Antal).Sum(d => d.Antal) : Tak;
            return from antal in Enumerable.Range(1, hogst) from ja in Enumerable.Range(0, antal + 1) select (ja, antal - ja);
        }
    }
}
