using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MinaTjanster.TestCommon;

/// <summary>What came back: a page, or a file.</summary>
public sealed partial class Sida
{
    private Sida(Portalklient klient, HttpResponseMessage svar, byte[] innehall, IHtmlDocument dokument)
    {
        Klient = klient;
        Svar = svar;
        Innehall = innehall;
        Dokument = dokument;
    }

    public Portalklient Klient { get; }

    public HttpResponseMessage Svar { get; }

    public HttpStatusCode Status => Svar.StatusCode;

    /// <summary>The address it was fetched from, after redirects.</summary>
    public Uri Url => Svar.RequestMessage!.RequestUri!;

    /// <summary>Where a redirect that was not followed leads: path and query.</summary>
    public string? Omdirigering => Svar.Headers.Location is { } plats ? new Uri(Url, plats).PathAndQuery : null;

    public HttpContentHeaders Innehallshuvuden => Svar.Content.Headers;

    /// <summary>The body byte for byte.</summary>
    public byte[] Innehall { get; }

    /// <summary>The page; an empty one when it was no HTML.</summary>
    public IHtmlDocument Dokument { get; }

    /// <summary>The page's h1.</summary>
    public string Rubrik => Ren(Dokument.QuerySelector("h1"));

    /// <summary>All that can be read in the page's main part (or in the page, when it has none), with single spaces.</summary>
    public string Text => Ren(Dokument.QuerySelector("main") ?? (IElement?)Dokument.Body);

    /// <summary>The error messages: those of the summary and those beside fields, each once.</summary>
    public IReadOnlyList<string> Fel => [.. Dokument.QuerySelectorAll("#felsummering li, .ds-validation-message").Select(Ren).Distinct()];

    /// <summary>The message after an act: "Klart. …".</summary>
    public string Notis => string.Join(' ', Dokument.QuerySelectorAll(".notiser .ds-alert").Select(Ren));

    /// <summary>The error messages that stand beside one field.</summary>
    public IReadOnlyList<string> FelFor(string falt) =>
        [.. (Dokument.QuerySelector($"[name=\"{falt}\"]")?.GetAttribute("aria-describedby") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(id => Dokument.QuerySelectorAll($".ds-validation-message[id=\"{id}\"]"))
            .Select(Felmening)];

    /// <summary>The form whose submit button says this, or whose action is this path.</summary>
    /// <exception cref="InvalidOperationException">There is none, or the choice is not clear.</exception>
    public Formular FindForm(string knappEllerAdress)
    {
        if (knappEllerAdress.StartsWith('/'))
        {
            var formular = Dokument.Forms.FirstOrDefault(f => (f.GetAttribute("action") ?? Url.AbsolutePath).Split('?')[0] == knappEllerAdress);
            return formular is null ? throw Saknas($"form to {knappEllerAdress}") : new Formular(this, formular, null);
        }

        var knappar = Dokument.QuerySelectorAll("button, input[type=submit]")
            .OfType<IHtmlElement>()
            .Where(k => k.GetAttribute("type") is null or "submit" && (Ren(k) == knappEllerAdress || k.GetAttribute("value") == knappEllerAdress))
            .ToList();
        var knapp = knappar.Count == 1 ? knappar[0] : throw Saknas($"button \"{knappEllerAdress}\" ({knappar.Count} found)");
        var form = knapp is IHtmlButtonElement b ? b.Form : ((IHtmlInputElement)knapp).Form;
        return new Formular(this, form ?? throw Saknas($"form around \"{knappEllerAdress}\""), knapp);
    }

    public bool HarForm(string adress) => Dokument.Forms.Any(f => f.GetAttribute("action")?.Split('?')[0] == adress);

    /// <summary>Fills in a form and presses its button; follows redirects.</summary>
    public Task<Sida> SkickaAsync(string knappEllerAdress, params (string Falt, string? Varde)[] andringar)
    {
        var formular = FindForm(knappEllerAdress);
        foreach (var (falt, varde) in andringar)
        {
            formular.Satt(falt, varde);
        }

        return formular.SkickaAsync();
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<Sida> KlickaAsync(string lanktext)
    {
        var lankar = Dokument.QuerySelectorAll("a[href]").Where(a => Ren(a) == lanktext).Select(a => a.GetAttribute("href")!).Distinct().ToList();
        return lankar.Count == 1 ? Klient.HamtaAsync(new Uri(Url, lankar[0]).PathAndQuery) : throw Saknas($"link \"{lanktext}\" ({lankar.Count} found)");
    }

    /// <summary>The texts of all elements that match.</summary>
    public IReadOnlyList<string> Texter(string selektor) => [.. Dokument.QuerySelectorAll(selektor).Select(Ren)];

    internal static async Task<Sida> LasAsync(Portalklient klient, HttpResponseMessage svar)
    {
        var innehall = await svar.Content.ReadAsByteArrayAsync();
        var arHtml = svar.Content.Headers.ContentType?.MediaType == "text/html";
        var dokument = new HtmlParser().ParseDocument(arHtml ? System.Text.Encoding.UTF8.GetString(innehall) : "");
        return new Sida(klient, svar, innehall, dokument);
    }

    private static string Ren(INode? nod) => nod is null ? "" : Mellanrum().Replace(nod.TextContent, " ").Trim();

    /// <summary>Without the word that screen readers say before it.</summary>
    private static string Felmening(IElement fel) => Ren(fel) is var text && text.StartsWith("Fel: ", StringComparison.Ordinal) ? text["Fel: ".Length..] : Ren(fel);

    private InvalidOperationException Saknas(string vad) =>
        new($"No {vad} on {Url.PathAndQuery} ({(int)Status}, \"{Rubrik}\"): {(Text.Length > 400 ? Text[..400] : Text)}");

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.None, 1000)]
    private static partial Regex Mellanrum();
}
