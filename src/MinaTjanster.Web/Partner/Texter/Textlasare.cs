using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Partner.Exempel;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>Reads the Markdown of one page into its sections. HTML in it stands as the signs it is written with.</summary>
/// <param name="fil">For messages.</param>
/// <param name="bild">The size of a screenshot, or null when there is none of that name.</param>
internal sealed class Textlasare(string fil, Func<string, Bildmatt?> bild)
{
    /// <summary>The heading whose sub-headings are questions.</summary>
    private const string Fragorubrik = "fragor-och-svar";

    /// <summary>What the page around the text has for itself.</summary>
    private static readonly string[] Upptagna = ["innehall", "innehallsforteckning", "sidans-uppgifter", "hela-sidan"];

    private static readonly MarkdownPipeline Regler = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseGenericAttributes().Build();

    public IReadOnlyList<Avsnitt> Las(string markdown)
    {
        List<Avsnitt> resultat = [];
        HashSet<string> ids = [.. Upptagna];
        var underFragor = false;
        var dokument = Markdown.Parse(markdown, Regler);
        Kontrollera(dokument);
        var block = dokument.ToList();
        if (block is not [HeadingBlock { Level: 2 }, ..])
            throw new TextfelException(fil, "texten börjar inte med en rubrik (##). Det som står före den första rubriken hör hemma i ingressen.");

        for (var i = 0; i < block.Count;)
        {
            var rubrik = (HeadingBlock)block[i++];
            var text = Ren(rubrik);
            if (rubrik.Level is not (2 or 3))
                throw new TextfelException(fil, $"rubriken ”{text}” är på nivå {rubrik.Level}. Det finns bara två: ## och ###.");

            if (text.Contains('{', StringComparison.Ordinal))
                throw new TextfelException(fil, $"rubriken ”{text}” har ett id som inte går att läsa.");

            var id = rubrik.TryGetAttributes()?.Id ?? Slug(text);
            if (!ids.Add(id))
                throw new TextfelException(fil, $"rubriken ”{text}” har ett id som redan finns på sidan: {id}.");

            underFragor = rubrik.Level == 2 ? id == Fragorubrik : underFragor;
            var under = block.Skip(i).TakeWhile(b => b is not HeadingBlock).ToList();
            i += under.Count;
            resultat.Add(new(id, text, rubrik.Level, underFragor && rubrik.Level == 3, Html(under), string.Join('\n', under.SelectMany(Rader))));
        }

        return resultat;
    }

    private string Html(IEnumerable<Block> block)
    {
        using var skrivare = new StringWriter();
        var ritare = new HtmlRenderer(skrivare);
        Regler.Setup(ritare);
        Blockritare.LaggTill(ritare, fil, bild);
        foreach (var ett in block)
            ritare.Render(ett);
        return skrivare.ToString();
    }

    private void Kontrollera(MarkdownDocument dokument)
    {
        foreach (var ett in dokument.Descendants())
        {
            switch (ett)
            {
                case LinkInline { IsImage: false, Url: var url } when url is null || !ArLank(url):
                    throw new TextfelException(fil, $"länken går ingenstans: {url}.");
                case ListBlock lista:
                    lista.GetAttributes().AddClass("ds-list");
                    break;
            }
        }
    }

    private static bool ArLank(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)) || url is ['#', _, ..]
        || Array.Exists(["tel:", "mailto:", "https://"], url.StartsWith);

    /// <summary>The text of a block, without marks; of a heading, a paragraph, a cell.</summary>
    internal static string Ren(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var del in block.Inline?.Descendants() ?? [])
        {
            _ = del switch
            {
                LiteralInline { Content: var innehall } => text.Append(innehall.AsSpan()),
                CodeInline kod => text.Append(kod.Content),
                HtmlEntityInline tecken => text.Append(tecken.Transcoded.AsSpan()),
                LineBreakInline => text.Append(' '),
                _ => text,
            };
        }

        return text.ToString();
    }

    private IEnumerable<string> Rader(Block block) => block switch
    {
        FencedCodeBlock kod => [Exempelritare.For(fil, kod).Text],
        LeafBlock blad => Ren(blad) is { Length: > 0 } text ? [text] : [],
        ContainerBlock flera => flera.SelectMany(Rader),
        _ => [],
    };

    private static string Slug(string rubrik) => string.Join('-', SvenskText.OrdI(rubrik));
}
