using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>The school forms that have public pages, as they stand in addresses. <see cref="Skolform.AnnanEftergymnasial"/> has none (ADR 0040).</summary>
public static class Skolformsslugar
{
    private static readonly Dictionary<Skolform, string> Slugar = new()
    {
        [Skolform.Gymnasieskola] = "gymnasieskola",
        [Skolform.Komvux] = "komvux",
        [Skolform.Folkhogskola] = "folkhogskola",
        [Skolform.Yrkeshogskola] = "yrkeshogskola",
        [Skolform.Hogskola] = "hogskola",
        [Skolform.KonstOchKultur] = "konst-och-kultur",
    };

    /// <summary>In the order of the pages.</summary>
    public static IReadOnlyList<Skolform> Alla { get; } = [.. Slugar.Keys];

    /// <summary>gymnasieskola, konst-och-kultur …; null for the form without pages.</summary>
    public static string? Slug(this Skolform skolform) => Slugar.GetValueOrDefault(skolform);

    /// <summary>The form that is written so, or null.</summary>
    public static Skolform? FranSlug(string slug) => Slugar.Where(s => s.Value == slug).Select(s => (Skolform?)s.Key).SingleOrDefault();
}
