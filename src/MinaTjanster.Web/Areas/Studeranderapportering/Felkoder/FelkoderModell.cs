using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Felkoder;

/// <summary>The codes that are shown.</summary>
public sealed class FelkoderModell
{
    public const int MaxSok = 100;

    public FelkoderModell(string? sok, string? omrade)
    {
        ArPersonnummer = Personnummermask.Finns(sok);
        Sok = ArPersonnummer ? null : sok?.Trim() is { Length: > MaxSok } lang ? lang[..MaxSok] : sok?.Trim();
        Omrade = Enum.GetValues<Felomrade>().Where(o => $"{o}".Equals(omrade, StringComparison.OrdinalIgnoreCase)).Cast<Felomrade?>().FirstOrDefault();

        var ord = SvenskText.Folda(Sok ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Grupper = Felkatalog.Alla
            .Where(f => (Omrade is null || f.Omrade == Omrade) && Array.TrueForAll(ord, o => Sokbart(f).Contains(o, StringComparison.Ordinal)))
            .OrderBy(f => f.Omrade).ThenBy(f => f.Grupp)
            .ToLookup(f => f.Omrade);
    }

    public static IReadOnlyList<Alternativ> Omraden { get; } = [.. Enum.GetValues<Felomrade>().Select(o => new Alternativ($"{o}", o.Text()))];

    /// <summary>What was searched for; null when it was nothing, or a personnummer, which is not written back.</summary>
    public string? Sok { get; }

    public Felomrade? Omrade { get; }

    public bool ArPersonnummer { get; }

    public bool ArUrval => !string.IsNullOrEmpty(Sok) || Omrade is not null;

    public ILookup<Felomrade, Felkod> Grupper { get; }

    public int Antal => Grupper.Sum(g => g.Count());

    private static string Sokbart(Felkod kod) => SvenskText.Folda($"{kod.Kod} {kod.Fel} {kod.Gor}");
}
