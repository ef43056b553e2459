using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Driftinformation;

/// <summary>What CSN chooses from.</summary>
internal static class Formval
{
    public static IEnumerable<Alternativ> Skolformer() => Enum.GetValues<Skolform>().Select(s => new Alternativ($"{s}", Stor(s.Text())));

    public static IEnumerable<Alternativ> Tjanster() => Enum.GetValues<Drifttjanst>().Select(t => new Alternativ($"{t}", t.Text()));

    public static List<string> Alla<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>()];

    private static string Stor(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
