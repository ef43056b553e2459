using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>The pages of timeliness.</summary>
internal static class Punktlighetssidor
{
    public static readonly string[] IngaSidor = ["/csn/punktlighet/csv", "/statistik.csv", "/statistik.json"];

    public static IReadOnlyList<Portalsida> Alla { get; } =
    [
        new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet"),
        new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet?manader=24"),
        new("/punktlighet", Personer.HasanYilmaz, _ => "/punktlighet"),
        new("/csn/punktlighet", Personer.GretaGranberg, _ => "/csn/punktlighet"),
        new("/csn/punktlighet", Personer.KristinaOhlin, _ => "/csn/punktlighet?visa=alla&sortering=i-tid"),
        new("/statistik", null, _ => "/statistik"),
    ];
}
