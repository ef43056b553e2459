using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace MinaTjanster.TestCommon;

/// <summary>Whether a page is valid HTML, as far as a parser that follows the standard sees it: what it has to mend, and ids that are not one of a kind or point nowhere.</summary>
public static class Htmlprov
{
    private static readonly string[] Hanvisningar = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list", "form"];

    /// <summary>One line for each error; none for a page that is right.</summary>
    public static IReadOnlyList<string> Fel(Sida sida) => Fel(System.Text.Encoding.UTF8.GetString(sida.Innehall));

    /// <param name="text">The page as it was sent, before any script.</param>
    public static IReadOnlyList<string> Fel(string text)
    {
        List<string> fel = [];
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, handelse) =>
        {
            if (handelse is HtmlErrorEvent tolkfel)
                fel.Add($"{tolkfel.Position.Line}:{tolkfel.Position.Column} {(HtmlParseError)tolkfel.Code}: {Rad(text, tolkfel.Position.Line)}");
        };
        using var dokument = parser.ParseDocument(text);
        var medId = dokument.All.Where(e => e.HasAttribute("id")).ToList();
        fel.AddRange(medId.GroupBy(e => e.Id!).Where(g => g.Count() > 1).Select(g => $"id ”{g.Key}” finns {g.Count()} gånger"));
        fel.AddRange(medId.Where(e => e.Id is not { Length: > 0 } id || id.Any(char.IsWhiteSpace)).Select(e => $"id ”{e.Id}” är tomt eller har mellanslag"));
        foreach (var (element, namn) in dokument.All.SelectMany(e => Hanvisningar.Where(e.HasAttribute).Select(n => (e, n))))
        {
            fel.AddRange(element.GetAttribute(namn)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(id => dokument.GetElementById(id) is null)
                .Select(id => $"{element.LocalName} {namn} pekar på ”{id}”, som inte finns"));
        }

        return fel;
    }

    private static string Rad(string text, int nummer) => text.Split('\n').ElementAtOrDefault(nummer - 1)?.Trim() ?? "";
}
