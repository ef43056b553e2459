using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Blanketter;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Web.Infrastructure.Publikt;
using MinaTjanster.Web.Partner.Statistik;
using MinaTjanster.Web.Partner.Texter;
using MinaTjanster.Web.Partner.Webbinarier;

namespace MinaTjanster.Web.Partner.Webbkarta;

/// <summary>For search engines: every page that is worth finding, and where the list of them is.</summary>
[AllowAnonymous, PubliktText]
public sealed class WebbkartaController(Innehallsbibliotek bibliotek, Webbinarieregister webbinarier, Portaladress portal) : Controller
{
    private const string Webbkarta = "/sitemap.xml";

    private static readonly XNamespace Rymd = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Public pages that are no texts. What is asked with an address of its own (a search, an education) is found from them.</summary>
    private IEnumerable<string> Ovriga =>
    [
        Utbudspost.Bas, "/partner/felkoder", "/filer/format", "/tillganglighet", StatistikController.Adress,
        "/blanketter", .. Blankettregister.Alla.Select(b => b.Adress), "/webbinarier", .. webbinarier.Alla.Select(w => w.Adress),
    ];

    [HttpGet(Webbkarta)]
    public IActionResult Sitemap()
    {
        var sidor = bibliotek.Sidor.Select(s => Sida(s.Adress, new XElement(Rymd + "lastmod", s.Uppdaterad.ToString("yyyy-MM-dd")))).Concat(Ovriga.Select(a => Sida(a)));
        return Content($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement(Rymd + "urlset", sidor)}\n", "application/xml", Encoding.UTF8);
    }

    [HttpGet("/robots.txt")]
    public IActionResult Robots() => Content($"User-agent: *\nDisallow:\n\nSitemap: {portal.Till(Webbkarta)}\n", "text/plain", Encoding.UTF8);

    private XElement Sida(string adress, XElement? andrad = null) => new(Rymd + "url", new XElement(Rymd + "loc", portal.Till(adress)), andrad);
}
