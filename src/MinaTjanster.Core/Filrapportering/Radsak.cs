using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Whether two rows of one student and one event code are about the same thing, so that the accepted one settles the refused.</summary>
internal static class Radsak
{
    private static readonly int PlatsUtbildning = Filformat.Plats(Handelsefalt.Utbildning);
    private static readonly int PlatsKurskod = Filformat.Plats(Handelsefalt.Kurskod);
    private static readonly int PlatsForstaDag = Filformat.Plats(Handelsefalt.ForstaDag);

    /// <summary>The same course where either names one; else the same first day, or a refused row whose day cannot be read.</summary>
    /// <param name="nekad">The refused row's values, by the format's columns.</param>
    public static bool Samma(IReadOnlyList<string> nekad, IReadOnlyList<string> godtagen)
    {
        var (kod, kurs) = (Text(nekad, PlatsKurskod), Text(nekad, PlatsUtbildning));
        var (godtagenKod, godtagenKurs) = (Text(godtagen, PlatsKurskod), Text(godtagen, PlatsUtbildning));
        if (kod.Length > 0 && godtagenKod.Length > 0)
            return kod.Equals(godtagenKod, StringComparison.OrdinalIgnoreCase);
        if (kurs.Length > 0 || godtagenKurs.Length > 0)
            return kurs.Equals(godtagenKurs, StringComparison.OrdinalIgnoreCase);

        return !Datumtolk.TryTolka(Text(nekad, PlatsForstaDag), out var dag)
            || (Datumtolk.TryTolka(Text(godtagen, PlatsForstaDag), out var godtagenDag) && dag == godtagenDag);
    }

    private static string Text(IReadOnlyList<string> varden, int plats) => varden[plats].Trim();
}
