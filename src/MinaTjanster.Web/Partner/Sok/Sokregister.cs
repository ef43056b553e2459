using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner.Sok;

public enum Sokslag
{
    Sida,
    Fraga,
    Handbok,
    Felkod,
}

/// <summary>Something that can be found: a page, a section or question of it, or a code.</summary>
/// <param name="Sida">The title of the page that it stands on.</param>
/// <param name="Text">A line for each paragraph.</param>
/// <param name="Nyckel">The same thing at several school forms has one.</param>
/// <param name="Skolform">Null for what is for all.</param>
public sealed record Sokpost(Sokslag Slag, string Rubrik, string Sida, string Text, string Adress, string Nyckel, Skolform? Skolform)
{
    /// <summary>Stems in the heading.</summary>
    internal IReadOnlySet<string> Rubrikord { get; } = Sokord.I(Rubrik).ToHashSet(StringComparer.Ordinal);
}

/// <summary>
/// The word table of the public texts: each stem with the posts that hold it, made once from the texts and the codes of the program (ADR 0041).
/// </summary>
public sealed class Sokregister
{
    private readonly Dictionary<string, List<int>> _tabell = new(StringComparer.Ordinal);

    public Sokregister(Innehallsbibliotek bibliotek)
    {
        Poster = [.. bibliotek.Sidor.Where(s => s.Sprak == Innehallsbibliotek.Svenska).SelectMany(Ur), .. Felkatalog.Alla.Select(Ur)];
        foreach (var (nummer, post) in Poster.Index())
        {
            foreach (var ord in post.Rubrikord.Union(Sokord.I(post.Sida)).Union(Sokord.I(post.Text)))
            {
                if (!_tabell.TryGetValue(ord, out var rad))
                    _tabell[ord] = rad = [];
                rad.Add(nummer);
            }
        }
    }

    public IReadOnlyList<Sokpost> Poster { get; }

    /// <summary>The posts that hold a word that is, begins with or ends in the stem, and how near the best of them is: 3 the word itself, 2 its beginning, 1 a part of a longer one.</summary>
    internal Dictionary<int, int> Med(string stam)
    {
        var funna = new Dictionary<int, int>();
        foreach (var (ord, poster) in _tabell)
        {
            if (Sokord.Narhet(stam, ord) is not (> 0 and var narhet))
                continue;

            foreach (var post in poster)
                funna[post] = Math.Max(narhet, funna.GetValueOrDefault(post));
        }

        return funna;
    }

    private static IEnumerable<Sokpost> Ur(Textsida sida)
    {
        var slag = sida.Slag == Textslag.Handbok ? Sokslag.Handbok : Sokslag.Sida;
        var nyckel = $"{sida.Slag}/{sida.Slug}";
        // The page of a school form is its own; pages of the same name are the same page as each form reads it.
        yield return new(slag, sida.Titel, sida.Titel, sida.Ingress, sida.Adress, nyckel, sida.Skolform);
        foreach (var avsnitt in sida.Avsnitt)
            yield return new(avsnitt.ArFraga ? Sokslag.Fraga : slag, avsnitt.Rubrik, sida.Titel, avsnitt.Text, $"{sida.Adress}#{avsnitt.Id}", $"{nyckel}#{avsnitt.Id}", sida.Skolform);
    }

    private static Sokpost Ur(Felkod kod) => new(Sokslag.Felkod, kod.Kod, "Felkoder", $"{kod.Fel}\n{kod.Gor}", kod.Adress, kod.Adress, null);
}

/// <summary>Words as they are compared.</summary>
internal static class Sokord
{
    /// <summary>A part of a longer word is looked for from this length on.</summary>
    private const int MinstDel = 5;

    /// <summary>Words that say nothing of what is sought, unless they are all there is.</summary>
    private static readonly HashSet<string> Tomma = [.. SvenskText.OrdI(
        "hur när var vad vem vilka vilken varför jag du vi ni man den det de en ett och eller i på av till för från med om att som är har kan ska får gör göra inte min mitt våra vår er")];

    public static IEnumerable<string> I(string text) => SvenskText.OrdI(text).Select(Ordstam.For);

    /// <summary>The stems of what was typed.</summary>
    public static IReadOnlyList<string> Ur(string fraga)
    {
        var ord = SvenskText.OrdI(fraga);
        var sagande = ord.Where(o => !Tomma.Contains(o)).ToList();
        return [.. (sagande.Count > 0 ? sagande : ord).Select(Ordstam.For).Distinct()];
    }

    /// <summary>0 when the word is none that is meant.</summary>
    public static int Narhet(string stam, string ord) =>
        ord == stam ? 3
        : ord.StartsWith(stam, StringComparison.Ordinal) ? 2
        : stam.Length >= MinstDel && ord.Contains(stam, StringComparison.Ordinal) ? 1
        : 0;
}
