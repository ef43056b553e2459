using System.Globalization;
using System.Text;
using Markdig.Syntax;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner.Exempel;

/// <summary>A worked example as markup, and as text for who searches.</summary>
internal sealed record Exempelbild(string Html, string Text);

/// <summary>
/// Draws the block <c>exempel</c> of a text: half months as boxes with a sign each, the days as numbered dots, and everything in words below. The drawing is decoration, its
/// positions are attributes (design decision 22), its classes those of the small timeline beside the form (skolk.css) and partner.css.
/// </summary>
internal static class Exempelritare
{
    private const double Bredd = 360;
    private const double Marginal = 10;
    private const double Rutor = 34;
    private const double Rutnederkant = Rutor + 18;

    private static readonly Skolkexempel Lisa = new(new(2026, 9, 7), null, new(2026, 10, 16));
    private static readonly Skolkexempel Anna = new(new(2027, 1, 19), null, new(2027, 4, 2));

    private static readonly Dictionary<string, Func<Exempelbild>> Exempel = new()
    {
        ["skolk-i-tid"] = () => Rapport(Lisa),
        ["skolk-sen-rapport"] = () => Rapport(Anna),
        ["aterkrav-anna"] = () => Utfall(
        [
            ("Tillbaka efter den 9 april", Anna with { SistaDag = new(2027, 4, 9) }),
            ("Tillbaka efter den 14 maj", Anna with { SistaDag = new(2027, 5, 14) }),
            ("Inte tillbaka under läsåret", Anna),
        ]),
    };

    private static readonly (Periodlage Lage, string Tecken, string Text)[] Lagen =
    [
        (Periodlage.Ratt, "✓", "Betalas ut som vanligt"),
        (Periodlage.Fel, "!", "Har betalats ut för mycket"),
        (Periodlage.Stoppad, "–", "Stoppat"),
        (Periodlage.Avraknad, "↩", "Dras av"),
    ];

    /// <summary>The example that a block of the text names.</summary>
    /// <exception cref="TextfelException">It is another kind of block, or names none.</exception>
    public static Exempelbild For(string fil, CodeBlock block) =>
        block is FencedCodeBlock { Info: "exempel" } && Exempel.TryGetValue(block.Lines.ToString().Trim(), out var exempel)
            ? exempel()
            : throw new TextfelException(fil, $"okänt exempel: {block.Lines}. De som finns är {string.Join(", ", Exempel.Keys)}.");

    private static Exempelbild Rapport(Skolkexempel exempel)
    {
        var till = exempel.Frist.Senast > exempel.Stopp.Utbetalningsdag ? exempel.Frist.Senast : exempel.Stopp.Utbetalningsdag;
        var dagar = exempel.Dagar();
        var summa = $"För mycket utbetalt: {SvenskText.Kronor(exempel.Uppskattning.Belopp)} ({exempel.Uppskattning.Manadstext}).";
        var html = new StringBuilder("<figure class=\"exempel foljdbild\">");
        var perioder = Rita(html, exempel, till, dagar);
        html.Append("<figcaption><ol class=\"foljdlista\">");
        foreach (var (i, dag) in dagar.Index())
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<li><span class=\"foljdlista__nummer fb-{dag.Slag}\" aria-hidden=\"true\">{i + 1}</span><time datetime=\"{dag.Dag:yyyy-MM-dd}\">{Text(SvenskText.Datum(dag.Dag))}</time> <span>{Text(dag.Text)}</span></li>");
        }

        html.Append("</ol>").Append(Forklaring(perioder)).Append($"<p><strong>{Text(summa)}</strong></p></figcaption></figure>");
        return new(html.ToString(), string.Join('\n', dagar.Select(d => $"{SvenskText.Datum(d.Dag)}: {d.Text}").Append(summa)));
    }

    private static Exempelbild Utfall((string Rubrik, Skolkexempel Exempel)[] utfall)
    {
        var html = new StringBuilder("<figure class=\"exempel foljdbild exempel--utfall\">");
        List<(Halvmanadsperiod Period, Periodlage Lage)> alla = [];
        List<string> rader = [];
        foreach (var (rubrik, exempel) in utfall)
        {
            List<Exempeldag> dagar = [new(exempel.Rapportdag, "Rapporten", "rapport")];
            if (exempel.SistaDag is { } sista)
                dagar.Add(new(sista, "Sista skolkdagen", "franvaro"));
            var mening = Mening(exempel);
            html.Append("<section class=\"exempel__fall\">").Append($"<h4>{Text(rubrik)}</h4>");
            alla.AddRange(Rita(html, exempel, new(2027, 6, 30), dagar));
            html.Append($"<p>{Text(mening)}</p></section>");
            rader.Add($"{rubrik}: {mening}");
        }

        html.Append("<figcaption><p class=\"exempel__nummer\"><span class=\"foljdlista__nummer fb-rapport\" aria-hidden=\"true\">1</span> Rapporten kommer till CSN ")
            .Append($"{Text(SvenskText.Datum(utfall[0].Exempel.Rapportdag))} <span class=\"foljdlista__nummer fb-franvaro\" aria-hidden=\"true\">2</span> Sista skolkdagen</p>")
            .Append(Forklaring(alla)).Append("</figcaption></figure>");
        return new(html.ToString(), string.Join('\n', rader));
    }

    private static string Mening(Skolkexempel exempel)
    {
        var avrakning = exempel.Avrakning;
        var (fel, dras, krav) = (SvenskText.Kronor(avrakning.FelUtbetalt.Belopp), SvenskText.Kronor(avrakning.Avraknas), SvenskText.Kronor(avrakning.Aterkravs));
        return (avrakning.Avraknas, avrakning.Aterkravs) switch
        {
            (0, _) => $"Inget betalas ut som det kan dras av från. Hela beloppet, {fel}, krävs tillbaka.",
            (_, 0) => $"Hela beloppet, {fel}, dras av från kommande utbetalningar. Inget krävs tillbaka.",
            _ => $"Av {fel} dras {dras} av från kommande utbetalningar. Resten, {krav}, krävs tillbaka.",
        };
    }

    private static List<(Halvmanadsperiod Period, Periodlage Lage)> Rita(StringBuilder html, Skolkexempel exempel, DateOnly till, IReadOnlyList<Exempeldag> dagar)
    {
        var fran = new DateOnly(exempel.ForstaDag.Year, exempel.ForstaDag.Month, 1);
        var slut = new DateOnly(till.Year, till.Month, 1).AddMonths(1);
        double X(DateOnly dag) => Marginal + ((dag.DayNumber - fran.DayNumber) * (Bredd - (2 * Marginal)) / (slut.DayNumber - fran.DayNumber));

        List<(double X, double Y)> punkter = [];
        foreach (var x in dagar.Select(d => X(d.Dag)))
        {
            var y = Rutnederkant + 16;
            while (punkter.Exists(p => Math.Abs(p.Y - y) < 1 && Math.Abs(p.X - x) < (2 * Foljdbild.Radie) + 1))
                y += (2 * Foljdbild.Radie) + 2;
            punkter.Add((x, y));
        }

        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Bredd} {Tal(punkter.Max(p => p.Y) + Foljdbild.Radie + 2)}\" aria-hidden=\"true\" focusable=\"false\">");
        for (var manad = fran; manad < slut; manad = manad.AddMonths(1))
        {
            html.Append($"<line class=\"tl-manad\" x1=\"{Tal(X(manad))}\" x2=\"{Tal(X(manad))}\" y1=\"0\" y2=\"{Tal(Rutnederkant)}\"/>")
                .Append($"<text x=\"{Tal(X(manad) + 3)}\" y=\"10\">{SvenskText.Manad(manad)[..3]}</text>");
        }

        var ut = exempel.SistaDag is { } sista ? X(sista.AddDays(1)) : X(slut);
        html.Append($"<rect class=\"tl-tillfalle\" x=\"{Tal(X(exempel.ForstaDag))}\" y=\"20\" width=\"{Tal(ut - X(exempel.ForstaDag))}\" height=\"6\" rx=\"3\"/>");
        var perioder = exempel.Perioder(till).ToList();
        foreach (var (period, lage) in perioder)
        {
            var (x, bredd) = (X(period.ForstaDag) + 1, X(period.SistaDag.AddDays(1)) - X(period.ForstaDag) - 2);
            html.Append($"<rect class=\"ex-ruta ex-{Klass(lage)}\" x=\"{Tal(x)}\" y=\"{Tal(Rutor)}\" width=\"{Tal(bredd)}\" height=\"18\" rx=\"3\"/>")
                .Append($"<text class=\"ex-tecken\" x=\"{Tal(x + (bredd / 2))}\" y=\"{Tal(Rutor + 13)}\">{Lagen.First(l => l.Lage == lage).Tecken}</text>");
        }

        foreach (var (x, y) in punkter)
            html.Append($"<line class=\"fb-linje\" x1=\"{Tal(x)}\" x2=\"{Tal(x)}\" y1=\"{Tal(Rutnederkant)}\" y2=\"{Tal(y)}\"/>");
        foreach (var (i, (x, y)) in punkter.Index())
        {
            html.Append($"<circle class=\"fb-punkt fb-{dagar[i].Slag}\" cx=\"{Tal(x)}\" cy=\"{Tal(y)}\" r=\"{Tal(Foljdbild.Radie)}\"/>")
                .Append($"<text class=\"fb-nummer\" x=\"{Tal(x)}\" y=\"{Tal(y + 4)}\">{i + 1}</text>");
        }

        html.Append("</svg>");
        return perioder;
    }

    /// <summary>What the boxes mean, those that are there; the red line last.</summary>
    private static string Forklaring(List<(Halvmanadsperiod Period, Periodlage Lage)> perioder)
    {
        var html = new StringBuilder("<ul class=\"exempel__forklaring\" aria-hidden=\"true\">");
        foreach (var (lage, tecken, text) in Lagen.Where(l => perioder.Exists(p => p.Lage == l.Lage)))
            html.Append($"<li><span class=\"exempel__tecken ex-{Klass(lage)}\">{tecken}</span> {text}</li>");
        return html.Append("<li><span class=\"exempel__streck\"></span> Ogiltig frånvaro</li></ul>").ToString();
    }

    private static string Klass(Periodlage lage) => lage.ToString().ToLowerInvariant();

    private static string Tal(double tal) => Foljdbild.Tal(Math.Round(tal, 1));

    /// <summary>Escapes what means something in HTML; å ä ö as they are.</summary>
    private static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
