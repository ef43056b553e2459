using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Granskning.Arendesida;

/// <summary>
/// Where the marks' labels stand, so that no label runs into another and no mark's line crosses a label: a line begins at its own label and goes down, so a label that lies over
/// another mark's line stands higher than that mark's.
/// </summary>
internal static class Markesplacering
{
    /// <summary>Between line and label, and kept free around both.</summary>
    private const int Luft = 6;

    /// <param name="marken">In order of day.</param>
    /// <param name="mitt">Where a day's line stands.</param>
    public static List<RitatMarke> Placera(IReadOnlyList<Tidsmarke> marken, Func<DateOnly, double> mitt)
    {
        var platser = marken.Select(m => new Plats(mitt(m.Dag), new RitatMarke(m, 0, false, 0, 0).Text.Length * Tidslinjeritning.Teckenbredd)).ToList();
        Vand(platser);
        var nivaer = Nivaer(platser);
        return [.. marken.Select((m, i) => new RitatMarke(m, platser[i].X, platser[i].TillVanster, nivaer[i], 14 + (nivaer[i] * Tidslinjeritning.Niva)))];
    }

    /// <summary>To the left where there is no room to the right, and then those beside it too whose line its label lies over and whose label lies over its line: neither could stand higher.</summary>
    private static void Vand(List<Plats> platser)
    {
        platser.ForEach(p => p.TillVanster = p.X + p.Bredd + Luft > Tidslinjeritning.Bredd);
        while (platser.Find(p => !p.TillVanster && platser.Exists(v => v.TillVanster && v.LiggerOver(p) && p.LiggerOver(v))) is { } plats)
        {
            plats.TillVanster = true;
        }
    }

    /// <summary>The highest level for each, 0 at the top, once those that must stand above it have theirs.</summary>
    private static int[] Nivaer(List<Plats> platser)
    {
        var nivaer = Enumerable.Repeat(-1, platser.Count).ToArray();
        for (var kvar = platser.Count; kvar > 0; kvar--)
        {
            var nasta = Enumerable.Range(0, platser.Count).Where(i => nivaer[i] < 0)
                .OrderBy(i => Over(i).Count(o => nivaer[o] < 0)).ThenBy(i => i).First();
            var niva = Over(nasta).Select(o => nivaer[o] + 1).DefaultIfEmpty(0).Max();
            while (platser.Where((p, i) => nivaer[i] == niva && p.KrockarMed(platser[nasta])).Any())
            {
                niva++;
            }

            nivaer[nasta] = niva;
        }

        return nivaer;

        IEnumerable<int> Over(int i) => Enumerable.Range(0, platser.Count).Where(o => o != i && platser[o].LiggerOver(platser[i]));
    }

    private sealed class Plats(double x, double bredd)
    {
        public double X => x;

        public double Bredd => bredd;

        public bool TillVanster { get; set; }

        private double Fran => TillVanster ? x - Luft - bredd : x + Luft;

        private double Till => Fran + bredd;

        /// <summary>Does its label lie over the other's line?</summary>
        public bool LiggerOver(Plats annan) => annan.X > Fran - (Luft / 2) && annan.X < Till + (Luft / 2);

        public bool KrockarMed(Plats annan) => Fran < annan.Till + Luft && annan.Fran < Till + Luft;
    }
}
