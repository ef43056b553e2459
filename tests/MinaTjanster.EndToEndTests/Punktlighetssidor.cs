using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>The pages of timeliness.</summary>
internal static class Punktlighetssidor
{
    /// <summary>What is sent to silent schools needs one: it is walked with the history (<see cref="HistorikTillganglighetTests"/>).</summary>
    public static readonly string[] IngaSidor = ["/csn/punktlighet/granska", "/csn/punktlighet/csv", "/statistik.csv", "/statistik.json"];

    public static IReadOnlyList<Portalsida> Alla { get; } =
    [
        new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet"),
        new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet?manader=24"),
        new("/punktlighet", Personer.HasanYilmaz, _ => "/punktlighet"),
        new("/csn/punktlighet", Personer.GretaGranberg, _ => "/csn/punktlighet"),
        new("/csn/punktlighet", Personer.KristinaOhlin, _ => "/csn/punktlighet?visa=alla&sortering=i-tid"),
        new("/csn/punktlighet/{skolaId:long}", Personer.GretaGranberg, u => $"/csn/punktlighet/{u.Forsenad}"),
        new("/statistik", null, _ => "/statistik"),
    ];
}
