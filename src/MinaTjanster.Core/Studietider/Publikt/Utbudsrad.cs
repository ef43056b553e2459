using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>What decides whether a post is a hit, and where it stands among the hits. As the post, it never changes.</summary>
internal sealed class Utbudsrad(Utbudspost post)
{
    private readonly string _ord = post.Sokord;

    private readonly int _val = Utbudsval.For(post.Skolform, post.Niva, post.Undervisning, post.Takt is { } takt ? Takter.For(takt) : null).Varde;

    private readonly DateOnly _sistaDag = post.SistaDag;

    private readonly DateOnly _senasteStart = post.SenasteStart;

    private readonly (DateOnly ForstaDag, DateOnly SistaDag)[] _tider = [.. post.Tider.Select(t => (t.ForstaDag, t.SistaDag))];

    public Utbudsplats Plats { get; } = new(post.Sorteringsnyckel, post.Id);

    /// <param name="ord">Each after a space.</param>
    /// <param name="val">Of the search.</param>
    /// <param name="idag">What has ended before is no hit, unless a day is asked for.</param>
    public bool Passar(IReadOnlyList<string> ord, Utbudsval val, DateOnly? datum, Datumslag datumslag, DateOnly idag)
    {
        if ((_val & val.Mask) != val.Varde)
            return false;

        var iTid = (datum, datumslag) switch
        {
            (null, _) => _sistaDag >= idag,
            ({ } dag, Datumslag.Borjar) => _senasteStart >= dag,
            ({ } dag, _) => Array.Exists(_tider, t => t.ForstaDag <= dag && dag <= t.SistaDag),
        };
        if (!iTid)
            return false;

        foreach (var ett in ord)
        {
            if (!_ord.Contains(ett, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
