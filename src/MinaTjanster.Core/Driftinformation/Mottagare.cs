using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>Which school forms something is told to: their names as one text, with a comma before, between and after.</summary>
public static class Mottagare
{
    public const int MaxText = 200;

    private const char Skiljare = ',';

    public static string Lagra<T>(IEnumerable<T> varden)
        where T : struct, Enum => Skiljare + string.Concat(varden.Distinct().Order().Select(v => $"{v}{Skiljare}"));

    public static IReadOnlyList<T> Las<T>(string text)
        where T : struct, Enum => [.. text.Split(Skiljare, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];

    /// <summary>Those of the names that are known, each once, in order: what else is posted is nobody's.</summary>
    public static IReadOnlyList<T> Kanda<T>(IReadOnlyList<string> namn)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(v => namn.Contains($"{v}"))];

    public static bool ArAlla(IReadOnlyCollection<Skolform> skolformer) => skolformer.Count == Enum.GetValues<Skolform>().Length;

    /// <summary>In words: all, or which.</summary>
    public static string Text(IReadOnlyCollection<Skolform> skolformer) => ArAlla(skolformer) ? "alla skolformer" : string.Join(", ", skolformer.Select(s => s.Text()));

    /// <summary>
    /// Is it told to this person? CSN is told everything; others what concerns the chosen school, or before they have chosen any of theirs; those without a school what concerns all.
    /// </summary>
    public static bool Nar(this AktuellAnvandare anvandare, IReadOnlyCollection<Skolform> skolformer) =>
        anvandare.ArCsn
        || ArAlla(skolformer)
        || (anvandare.AktivSkola is { } skola ? skola.Skolform is { } form && skolformer.Contains(form) : anvandare.Skolor.Any(s => s.Skolform is { } egen && skolformer.Contains(egen)));
}
