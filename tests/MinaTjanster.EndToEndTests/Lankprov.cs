using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// Whether the links of a page can lead anywhere: an address within the portal is one that it answers, and what stands after # is on the page. That public pages answer is
/// asked of each by the page tests; here nothing is opened, since some pages begin something when they are.
/// </summary>
public sealed class Lankprov(IServiceProvider tjanster)
{
    private readonly List<TemplateMatcher> _adresser =
    [
        .. tjanster.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } metoder || metoder.HttpMethods.Contains("GET"))
            .Select(e => e.RoutePattern.RawText ?? "")
            .Where(monster => !monster.Contains("{*", StringComparison.Ordinal))
            .Distinct()
            .Select(monster => new TemplateMatcher(TemplateParser.Parse(monster.TrimStart('/')), [])),
    ];

    /// <summary>One line for each link that leads nowhere.</summary>
    /// <param name="text">The page as it was sent.</param>
    public IReadOnlyList<string> Fel(string text)
    {
        using var dokument = new HtmlParser().ParseDocument(text);
        List<string> fel = [];
        foreach (var lank in dokument.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Distinct())
        {
            if (lank.StartsWith('#'))
            {
                if (lank.Length == 1 || dokument.GetElementById(lank[1..]) is null)
                    fel.Add($"{lank} is not on the page");
            }
            else if (lank.StartsWith('/'))
            {
                var adress = new PathString(Uri.UnescapeDataString(lank.Split('?', '#')[0]));
                if (!_adresser.Exists(a => a.TryMatch(adress, [])))
                    fel.Add($"{lank} is no address of the portal's");
            }
            else if (!Uri.IsWellFormedUriString(lank, UriKind.Absolute))
            {
                fel.Add($"{lank} is no address");
            }
        }

        return fel;
    }
}
