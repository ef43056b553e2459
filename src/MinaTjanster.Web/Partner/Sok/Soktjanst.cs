using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Partner.Sok;

/// <summary>A hit, with where it is read at each school form that was not chosen away.</summary>
/// <param name="Utdrag">Of the text, in pieces; those that were sought are marked.</param>
public sealed record Soktraff(Sokpost Post, IReadOnlyList<Sokpost> Skolformernas, IReadOnlyList<(string Text, bool ArMarkt)> Rubrik, IReadOnlyList<(string Text, bool ArMarkt)> Utdrag);

/// <param name="Antal">All hits; the list holds the first.</param>
public sealed record Soksvar(IReadOnlyList<Soktraff> Traffar, int Antal);

/// <summary>Searches texts, questions, handbooks and codes. Every word must be there; what has them in its heading comes first.</summary>
public sealed class Soktjanst(Sokregister register)
{
    public const int MaxTraffar = 30;

    /// <summary>About how long an excerpt is.</summary>
    private const int Utdragslangd = 220;

    /// <param name="skolform">Only its texts, and what is for all; null for those of every form.</param>
    public Soksvar Sok(string fraga, Skolform? skolform)
    {
        var stammar = Sokord.Ur(fraga);
        if (stammar.Count == 0)
            return new([], 0);

        Dictionary<int, int>? poang = null;
        foreach (var stam in stammar)
        {
            var funna = register.Med(stam);
            // A word that few hold says more.
            poang = (poang ?? funna.ToDictionary(f => f.Key, _ => 0))
                .Where(p => funna.ContainsKey(p.Key))
                .ToDictionary(p => p.Key, p => p.Value + (funna[p.Key] * 100 / (10 + (int)Math.Sqrt(funna.Count))));
        }

        var grupper = poang!
            .Select(p => (Post: register.Poster[p.Key], Poang: p.Value, Plats: p.Key))
            .Where(p => skolform is null || p.Post.Skolform is null || p.Post.Skolform == skolform)
            .OrderByDescending(p => Rang(p.Post, stammar, fraga)).ThenByDescending(p => p.Poang).ThenBy(p => p.Plats)
            .GroupBy(p => p.Post.Nyckel)
            .ToList();
        return new(
            [.. grupper.Take(MaxTraffar).Select(g =>
            {
                var post = g.First().Post;
                return new Soktraff(post, [.. g.OrderBy(p => p.Plats).Select(p => p.Post)], Markera(post.Rubrik, stammar), Utdrag(post.Text, stammar));
            })],
            grupper.Count);
    }

    /// <summary>4 for the code itself, then the heading: all words, some, none.</summary>
    private static int Rang(Sokpost post, IReadOnlyList<string> stammar, string fraga)
    {
        if (post.Slag == Sokslag.Felkod && post.Rubrik.Equals(fraga.Trim(), StringComparison.OrdinalIgnoreCase))
            return 4;

        var antal = stammar.Count(s => post.Rubrikord.Any(r => Sokord.Narhet(s, r) > 1));
        return antal == stammar.Count ? 3 : antal > 0 ? 2 : 1;
    }

    /// <summary>The line that holds most of the words, cut around the first of them.</summary>
    private static List<(string, bool)> Utdrag(string text, IReadOnlyList<string> stammar)
    {
        var rader = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (rader.Length == 0)
            return [];

        var rad = rader.MaxBy(r => Sokord.I(r).SelectMany(o => stammar.Where(s => Sokord.Narhet(s, o) > 0)).Distinct().Count())!;
        var bitar = Markera(rad, stammar);
        if (rad.Length <= Utdragslangd)
            return bitar;

        var forst = bitar.TakeWhile(b => !b.ArMarkt).Sum(b => b.Text.Length);
        var fran = forst >= rad.Length || forst < Utdragslangd / 2 ? 0 : rad.IndexOf(' ', forst - (Utdragslangd / 2)) + 1;
        var till = Math.Min(rad.Length, fran + Utdragslangd);
        if (till < rad.Length && rad.LastIndexOf(' ', till - 1) is var ord && ord > fran)
            till = ord;
        return [.. Markera($"{(fran > 0 ? "… " : "")}{rad[fran..till]}{(till < rad.Length ? " …" : "")}", stammar)];
    }

    private static List<(string Text, bool ArMarkt)> Markera(string text, IReadOnlyList<string> stammar)
    {
        List<(string, bool)> bitar = [];
        var omarkt = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var slut = i;
            while (slut < text.Length && char.IsLetterOrDigit(text[slut]))
                slut++;
            var ord = Ordstam.For(SvenskText.Folda(text[i..slut]));
            if (stammar.Any(s => Sokord.Narhet(s, ord) > 0))
            {
                if (i > omarkt)
                    bitar.Add((text[omarkt..i], false));
                bitar.Add((text[i..slut], true));
                omarkt = slut;
            }

            i = slut;
        }

        if (omarkt < text.Length)
            bitar.Add((text[omarkt..], false));
        return bitar;
    }
}
