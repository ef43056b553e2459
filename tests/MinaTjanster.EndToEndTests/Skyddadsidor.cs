using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>The pages of the cleared (ADR 0050) while they are walked.</summary>
internal static class Skyddadsidor
{
    public static IReadOnlyList<Portalsida> Alla { get; } =
    [
        new("/granskning/skyddade", Personer.StigSkyman, _ => "/granskning/skyddade"),
        new("/granskning/skyddade", Personer.StigSkyman, _ => "/granskning/skyddade?flik=avslutade"),
        new("/csn/skyddade/atkomstlogg", Personer.StigSkyman, _ => "/csn/skyddade/atkomstlogg"),
    ];

    /// <summary>Answers with a file.</summary>
    public static IReadOnlyList<string> IngaSidor { get; } = ["/csn/skyddade/atkomstlogg/pdf"];
}
