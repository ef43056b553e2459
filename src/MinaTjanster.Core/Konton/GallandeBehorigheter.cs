namespace MinaTjanster.Core.Konton;

/// <summary>What holds on a day, for queries; <see cref="Behorighet.GallerDen"/> says the same of one that has been read.</summary>
public static class GallandeBehorigheter
{
    /// <summary>Those not taken away whose last day has not passed. Inside another query: first into a variable, which the query then uses.</summary>
    public static IQueryable<Behorighet> Gallande(this IQueryable<Behorighet> behorigheter, DateOnly dag) =>
        behorigheter.Where(b => b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= dag));
}
