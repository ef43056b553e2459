using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>A change of a report that was accepted.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="ForstaDag">Was its first day moved?</param>
/// <param name="BaraSistaDag">Was it its last day alone?</param>
public sealed record Rapportandring(DateTime Tid, bool ForstaDag, bool BaraSistaDag);

/// <summary>The changed fields of a report as the audit log keeps them: lines "Fält: före → efter", dates and numbers only.</summary>
internal static class Skolkandringar
{
    private const string ForstaDagen = "Första dag";
    private const string SistaDagen = "Sista dag";

    /// <summary>Null when nothing differs.</summary>
    public static string? Rader(Skolkuppgift? fore, Skolkuppgift efter)
    {
        (string Falt, string Fore, string Efter)[] falt =
        [
            (ForstaDagen, Dag(fore?.ForstaDag), Dag(efter.ForstaDag)),
            (SistaDagen, Dag(fore?.SistaDag), Dag(efter.SistaDag)),
            ("Timmar", Timmar(fore?.OgiltigMinuter), Timmar(efter.OgiltigMinuter)),
            ("Tillfällen", $"{fore?.Tillfallen}", $"{efter.Tillfallen}"),
            ("Bekräftad omfattning", JaNej(fore?.Bekraftad), JaNej(efter.Bekraftad)),
        ];
        var rader = falt.Where(f => f.Fore != f.Efter).Select(f => $"{f.Falt}: {(f.Fore.Length > 0 ? f.Fore : "–")} → {(f.Efter.Length > 0 ? f.Efter : "–")}").ToList();
        return rader.Count == 0 ? null : string.Join('\n', rader);
    }

    /// <param name="rader">Of the log.</param>
    public static Rapportandring Las(DateTime tid, string? rader)
    {
        var falt = (rader ?? "").Split('\n').Select(rad => rad.Split(':')[0]).ToList();
        return new(tid, falt.Contains(ForstaDagen), falt.TrueForAll(f => f == SistaDagen));
    }

    private static string Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd") ?? "";

    private static string Timmar(int? minuter) => minuter is { } tal ? SvenskText.Timmar(tal) : "";

    private static string JaNej(bool? varde) => varde switch { null => "", true => "ja", _ => "nej" };
}
