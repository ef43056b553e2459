using System.Text;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>
/// Makes a text into that of one school form, before it is parsed: what stands between <c>::: gymnasieskola komvux</c> and <c>:::</c> for other forms is cut out,
/// and <c>{skolform}</c> and <c>{skolform-slug}</c> are put in.
/// </summary>
internal static class Skolformsdelar
{
    private const string Marke = ":::";

    /// <param name="skolform">Null for a text that is not of a school form: it may hold neither parts nor names.</param>
    /// <exception cref="TextfelException">A part is nested, is not ended, names no known form or one that the page is not for.</exception>
    public static string For(string fil, string text, Skolform? skolform, IReadOnlyList<Skolform> sidans)
    {
        var resultat = new StringBuilder(text.Length);
        IReadOnlyList<Skolform>? del = null;
        foreach (var rad in text.Split('\n'))
        {
            if (rad.StartsWith(Marke, StringComparison.Ordinal))
                del = Nasta(fil, rad, del, sidans, skolform is null);
            else if (del is null || (skolform is { } form && del.Contains(form)))
                resultat.Append(rad).Append('\n');
        }

        if (del is not null)
            throw new TextfelException(fil, $"en del för {string.Join(' ', del.Select(f => f.Slug()))} slutar inte med {Marke}.");

        if (skolform is { } vald)
            resultat.Replace("{skolform}", vald.Text()).Replace("{skolform-slug}", vald.Slug());
        else if (text.Contains("{skolform", StringComparison.Ordinal))
            throw new TextfelException(fil, "hör inte till en skolform och kan inte nämna den.");

        return resultat.ToString();
    }

    private static List<Skolform>? Nasta(string fil, string rad, IReadOnlyList<Skolform>? del, IReadOnlyList<Skolform> sidans, bool utanSkolform)
    {
        var namn = rad[Marke.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (namn.Length == 0)
            return del is null ? throw new TextfelException(fil, $"{Marke} avslutar ingen del.") : null;

        if (utanSkolform)
            throw new TextfelException(fil, $"hör inte till en skolform och kan inte ha delar: {rad}.");
        if (del is not null)
            throw new TextfelException(fil, $"en del står i en annan: {rad}.");

        List<Skolform> forDem = [.. namn.Select(n => Skolformsslugar.FranSlug(n) ?? throw new TextfelException(fil, $"okänd skolform: {n}."))];
        return forDem.Find(f => !sidans.Contains(f)) is var frammande && forDem.Exists(f => !sidans.Contains(f))
            ? throw new TextfelException(fil, $"en del är för {frammande.Slug()}, som sidan inte är till för.")
            : forDem;
    }
}
