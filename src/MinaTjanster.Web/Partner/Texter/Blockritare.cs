using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MinaTjanster.Web.Partner.Exempel;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>Pixels of a screenshot.</summary>
internal sealed record Bildmatt(int Bredd, int Hojd);

/// <summary>What the public texts are drawn with besides Markdig's own: figures, tables that become cards on narrow screens, worked examples.</summary>
internal static class Blockritare
{
    public static void LaggTill(HtmlRenderer ritare, string fil, Func<string, Bildmatt?> bild)
    {
        ritare.ObjectRenderers.Replace<ParagraphRenderer>(new Styckeritare(fil, bild));
        ritare.ObjectRenderers.Replace<CodeBlockRenderer>(new Kodritare(fil));
        ritare.ObjectRenderers.Replace<HtmlTableRenderer>(new Tabellritare());
    }

    /// <summary>A paragraph that is a picture alone becomes a figure; the picture leads to itself in its full size.</summary>
    private sealed class Styckeritare(string fil, Func<string, Bildmatt?> bild) : ParagraphRenderer
    {
        private const string Bild = "bild:";

        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            if (obj.Inline?.Descendants<LinkInline>().FirstOrDefault(l => l.IsImage) is not { } lank)
            {
                base.Write(renderer, obj);
                return;
            }

            var alt = Textlasare.Ren(obj);
            if (obj.Inline.Count() > 1 || lank.Url?.StartsWith(Bild, StringComparison.Ordinal) != true || alt.Length == 0)
                throw new TextfelException(fil, $"en bild skrivs för sig på en rad, ![vad den visar](bild:namn): {lank.Url}.");

            var namn = lank.Url[Bild.Length..];
            var matt = bild(namn) ?? throw new TextfelException(fil, $"det finns ingen bild {namn}.png i wwwroot/handbok (docs/handbocksbilder.md).");
            renderer.Write($"<figure class=\"bild\"><a href=\"/handbok/{namn}.png\"><img src=\"/handbok/{namn}.png\" width=\"{matt.Bredd}\" height=\"{matt.Hojd}\" loading=\"lazy\" decoding=\"async\" alt=\"")
                .WriteEscape(alt).WriteLine("\"></a></figure>");
        }
    }

    private sealed class Kodritare(string fil) : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj) => renderer.WriteLine(Exempelritare.For(fil, obj).Html);
    }

    /// <summary>The first cell names its row; the others carry their column's name, which stands beside them when the rows have become cards.</summary>
    private sealed class Tabellritare : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var rader = table.OfType<TableRow>().ToList();
            var rubriker = rader.First(r => r.IsHeader).OfType<TableCell>().Select(c => string.Join(' ', c.OfType<LeafBlock>().Select(Textlasare.Ren))).ToList();
            renderer.WriteLine("<table class=\"ds-table tabell-staplad\">").Write("<thead><tr>");
            foreach (var rubrik in rubriker)
                renderer.Write("<th scope=\"col\">").WriteEscape(rubrik).Write("</th>");
            renderer.WriteLine("</tr></thead>").WriteLine("<tbody>");
            foreach (var rad in rader.Where(r => !r.IsHeader))
            {
                renderer.Write("<tr>");
                foreach (var (i, cell) in rad.OfType<TableCell>().Index())
                    Cell(renderer, cell, i == 0 ? null : rubriker[i]);
                renderer.WriteLine("</tr>");
            }

            renderer.WriteLine("</tbody>").WriteLine("</table>");
        }

        private static void Cell(HtmlRenderer renderer, TableCell cell, string? rubrik)
        {
            if (rubrik is null)
                renderer.Write("<th scope=\"row\">");
            else
                renderer.Write("<td data-rubrik=\"").WriteEscape(rubrik).Write("\"><span>");
            var forut = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.Write(cell);
            renderer.ImplicitParagraph = forut;
            renderer.Write(rubrik is null ? "</th>" : "</span></td>");
        }
    }
}
