using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Granskning.Arendesida;

/// <summary>A timeline as places in a drawing, in the drawing's own units: what a day is wide depends on how many there are.</summary>
public sealed record Tidslinjeritning(
    Tidslinje Linje,
    int Hojd,
    IReadOnlyList<RitadManad> Manader,
    IReadOnlyList<RitadRad> Rader,
    IReadOnlyList<RitatMarke> Marken)
{
    public const int Bredd = 1180;
    public const int Etikettbredd = 150;
    public const int Stapelhojd = 20;
    private const int Radhojd = 40;
    internal const int Niva = 20;
    internal const double Teckenbredd = 7.2;

    public int Axel => Hojd - 28;

    /// <summary>Where marks' lines begin: just under the labels.</summary>
    public int Overkant { get; private init; }

    public static Tidslinjeritning Rita(Tidslinje linje)
    {
        double perDag = (Bredd - Etikettbredd - 4.0) / (linje.Till.DayNumber - linje.Fran.DayNumber + 1);
        double X(DateOnly dag) => Etikettbredd + ((dag.DayNumber - linje.Fran.DayNumber) * perDag);

        var marken = Markesplacering.Placera(linje.Marken, dag => X(dag) + (perDag / 2));
        var overkant = ((marken.Max(m => m.Niva) + 1) * Niva) + 8;
        double[] hinder = [.. marken.Select(m => m.X), .. linje.Manader.Select(X)];
        var rader = linje.Rader.Select((rad, nummer) => new RitadRad(
            rad.Namn,
            overkant + 6 + (nummer * Radhojd),
            [.. rad.Spann.Select(s => Spann(s, X(s.Fran), X(s.Till.AddDays(1)), hinder))])).ToList();
        var hojd = overkant + 6 + (linje.Rader.Count * Radhojd) + 28;
        return new(linje, hojd, [.. linje.Manader.Select(m => new RitadManad(m, X(m)))], rader, marken) { Overkant = overkant };
    }

    /// <summary>As SVG wants it: a point, at most two decimals.</summary>
    public static string Tal(double varde) => varde.ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="hinder">Where lines stand: a text within a bar keeps clear of them.</param>
    private static RitatSpann Spann(Tidsspann spann, double fran, double till, double[] hinder)
    {
        var bredd = Math.Max(2, till - fran);
        var saknas = spann.Slag == Tidsspannslag.Lucka ? Skoldagar.Mellan(spann.Fran.AddDays(-1), spann.Till.AddDays(1)).Count : 0;
        var text = saknas > 0 ? $"{saknas} {(saknas == 1 ? "skoldag" : "skoldagar")} saknas" : spann.Slag == Tidsspannslag.Stoppat ? "stoppad" : null;
        var mitt = text is null ? null : Textmitt(fran, fran + bredd, text.Length * Teckenbredd, hinder);
        return new RitatSpann(spann, fran, bredd, mitt is null ? null : text) { Textmitt = mitt ?? 0 };
    }

    /// <summary>The middle of the bar where a text is clear of all lines there, else of the widest stretch between two of them; null where none is wide enough.</summary>
    private static double? Textmitt(double fran, double till, double bredd, double[] hinder)
    {
        double[] kanter = [fran, .. hinder.Where(x => x > fran && x < till).Order(), till];
        var luckor = kanter.Zip(kanter.Skip(1), (a, b) => (Fran: a, Till: b)).Where(l => l.Till - l.Fran > bredd + 4).ToList();
        var mitt = (fran + till) / 2;
        return luckor.Count == 0 ? null
            : luckor.Exists(l => l.Fran + 8 < mitt - (bredd / 2) && mitt + (bredd / 2) < l.Till - 8) ? mitt
            : luckor.MaxBy(l => l.Till - l.Fran) is var bredast ? (bredast.Fran + bredast.Till) / 2 : null;
    }
}

public sealed record RitadManad(DateOnly Manad, double X)
{
    /// <summary>sep; with the year in January and where asked.</summary>
    public string Text(bool medAr) => SvenskText.Manad(Manad)[..3] + (medAr || Manad.Month == 1 ? $" {Manad.Year}" : "");
}

public sealed record RitadRad(string Namn, int Y, IReadOnlyList<RitatSpann> Spann);

/// <param name="Text">Written inside, where it fits.</param>
public sealed record RitatSpann(Tidsspann Spann, double X, double Bredd, string? Text)
{
    /// <summary>Where the text's middle stands.</summary>
    public double Textmitt { get; init; }

    public string Klass => Spann.Slag switch
    {
        Tidsspannslag.Franvaro => "tl-franvaro",
        Tidsspannslag.Tackning => "tl-tackning",
        Tidsspannslag.Lucka => "tl-lucka",
        Tidsspannslag.Utbetalt => "tl-utbetalt",
        Tidsspannslag.Felutbetalt => "tl-felutbetalt",
        Tidsspannslag.Stoppat => "tl-stoppat",
        _ => "tl-kommande",
    };
}

/// <param name="TillVanster">The label stands to the left of the line.</param>
/// <param name="Y">The label's base line.</param>
public sealed record RitatMarke(Tidsmarke Marke, double X, bool TillVanster, int Niva, int Y)
{
    public string Klass => Marke.Slag switch
    {
        Tidsmarkeslag.Rapport => "tl-rapport",
        Tidsmarkeslag.Idag => "tl-idag",
        _ => "tl-handelse",
    };

    /// <summary>Rapporterad 16 okt.</summary>
    public string Text => $"{Marke.Text} {Marke.Dag.Day} {SvenskText.Manad(Marke.Dag)[..3]}";
}

/// <summary>SVG's own <c>text</c> element, whose name Razor keeps for itself.</summary>
internal static class SvgText
{
    public static IHtmlContent Skriv(double x, double y, string text, string? klass = null, string ankare = "start")
    {
        var element = new TagBuilder("text");
        element.MergeAttributes(new Dictionary<string, string?> { ["x"] = Tidslinjeritning.Tal(x), ["y"] = Tidslinjeritning.Tal(y), ["text-anchor"] = ankare });
        if (klass is not null)
        {
            element.AddCssClass(klass);
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
