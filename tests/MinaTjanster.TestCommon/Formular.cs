using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MinaTjanster.TestCommon;

/// <summary>A file to upload.</summary>
public sealed record Testfil(string Namn, byte[] Innehall, string Typ = "application/octet-stream");

/// <summary>A page's form with what it holds, hidden fields and antiforgery included, until a test changes it.</summary>
public sealed class Formular
{
    private readonly Sida _sida;
    private readonly IHtmlFormElement _form;
    private readonly List<(string Namn, string Varde)> _falt = [];
    private readonly List<(string Namn, Testfil Fil)> _filer = [];

    internal Formular(Sida sida, IHtmlFormElement form, IHtmlElement? knapp)
    {
        _sida = sida;
        _form = form;
        foreach (var element in Element())
        {
            _falt.AddRange(Varden(element));
        }

        knapp ??= _form.QuerySelector<IHtmlElement>("button:not([type=button]), input[type=submit]");
        Knapp = knapp;
        if (knapp?.GetAttribute("name") is { Length: > 0 } namn)
        {
            _falt.Add((namn, knapp.GetAttribute("value") ?? ""));
        }
    }

    /// <summary>Where it is posted.</summary>
    public string Adress => new Uri(_sida.Url, Knapp?.GetAttribute("formaction") ?? _form.GetAttribute("action") ?? "").PathAndQuery;

    private IHtmlElement? Knapp { get; }

    /// <summary>What would be posted now.</summary>
    public IReadOnlyList<(string Namn, string Varde)> Falt => _falt;

    public string? Varde(string falt) => _falt.Where(f => f.Namn == falt).Select(f => f.Varde).FirstOrDefault();

    /// <summary>Fills in a field as a person can: it must be there, and a choice must be one of its choices. Null leaves or unticks it.</summary>
    public Formular Satt(string falt, string? varde)
    {
        var element = Element().Where(e => e.GetAttribute("name") == falt).ToList();
        if (element.Count == 0)
        {
            throw new InvalidOperationException($"The form to {Adress} has no field {falt}. It has {string.Join(", ", Element().Select(e => e.GetAttribute("name")).Distinct())}.");
        }

        if (varde is not null && Val(element) is { } val && !val.Contains(varde))
        {
            throw new InvalidOperationException($"{falt} cannot be {varde}, only {string.Join(", ", val)}.");
        }

        return Manipulera(falt, varde);
    }

    /// <summary>Ticks one of several boxes of the same name, and leaves the others as they are.</summary>
    public Formular Markera(string falt, string varde)
    {
        if (!Element().Any(e => e.GetAttribute("name") == falt && e.GetAttribute("value") == varde))
        {
            throw new InvalidOperationException($"The form to {Adress} has no box {falt} for {varde}.");
        }

        if (!_falt.Contains((falt, varde)))
        {
            _falt.Add((falt, varde));
        }

        return this;
    }

    /// <summary>One more value of a field, as an attacker can.</summary>
    public Formular LaggTill(string falt, string varde)
    {
        _falt.Add((falt, varde));
        return this;
    }

    /// <summary>Sets a field as an attacker can: whether it is there or not, to anything; null removes it.</summary>
    public Formular Manipulera(string falt, string? varde)
    {
        _falt.RemoveAll(f => f.Namn == falt);
        if (varde is not null)
        {
            _falt.Add((falt, varde));
        }

        return this;
    }

    /// <summary>Picks the option, in the form's only drop-down or among all, whose text holds this.</summary>
    public Formular ValjText(string deltext)
    {
        var val = _form.QuerySelectorAll("option").OfType<IHtmlOptionElement>().Single(o => o.Text.Contains(deltext, StringComparison.Ordinal));
        return Satt(val.Closest("select")!.GetAttribute("name")!, val.Value);
    }

    /// <summary>Attaches a file; several calls attach several.</summary>
    public Formular Bifoga(string falt, Testfil fil)
    {
        if (!Element().Any(e => e is IHtmlInputElement { Type: "file" } && e.GetAttribute("name") == falt))
        {
            throw new InvalidOperationException($"The form to {Adress} takes no file {falt}.");
        }

        _filer.Add((falt, fil));
        return this;
    }

    /// <summary>Presses the button; follows redirects.</summary>
    public Task<Sida> SkickaAsync() => _sida.Klient.SkickaAsync(Begaran(), foljOmdirigering: true);

    /// <summary>Presses the button and shows the answer itself.</summary>
    public Task<Sida> SkickaUtanOmdirigeringAsync() => _sida.Klient.SkickaAsync(Begaran(), foljOmdirigering: false);

    /// <summary>The request as a browser makes it; a new one for each call, so that a form can be posted twice.</summary>
    public HttpRequestMessage Begaran()
    {
        var metod = HttpMethod.Parse((Knapp?.GetAttribute("formmethod") ?? _form.GetAttribute("method") ?? "get").ToUpperInvariant());
        if (metod == HttpMethod.Get)
        {
            var fraga = string.Join('&', _falt.Select(f => $"{Uri.EscapeDataString(f.Namn)}={Uri.EscapeDataString(f.Varde)}"));
            return new HttpRequestMessage(metod, $"{Adress.Split('?')[0]}?{fraga}");
        }

        return new HttpRequestMessage(metod, Adress) { Content = (Knapp?.GetAttribute("formenctype") ?? _form.GetAttribute("enctype")) == "multipart/form-data" ? Multipart() : Vanlig() };
    }

    private FormUrlEncodedContent Vanlig() => new(_falt.Select(f => KeyValuePair.Create(f.Namn, f.Varde)));

    private MultipartFormDataContent Multipart()
    {
        var innehall = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        // As browsers do: in the order of the page, so that some fields come after the files.
        var efter = Element().SkipWhile(e => e is not IHtmlInputElement { Type: "file" }).Select(e => e.GetAttribute("name")).ToHashSet();
        void Text((string Namn, string Varde) falt)
        {
            var text = new StringContent(falt.Varde);
            text.Headers.ContentType = null;
            innehall.Add(text, $"\"{falt.Namn}\"");
        }

        _falt.Where(f => !efter.Contains(f.Namn)).ToList().ForEach(Text);
        foreach (var (namn, fil) in _filer)
        {
            var del = new ByteArrayContent(fil.Innehall);
            del.Headers.ContentType = new MediaTypeHeaderValue(fil.Typ);
            // As browsers do: the name itself in UTF-8, not encoded in filename*.
            del.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{namn}\"; filename=\"{fil.Namn.Replace("\"", "%22", StringComparison.Ordinal)}\"");
            innehall.Add(del);
        }

        _falt.Where(f => efter.Contains(f.Namn)).ToList().ForEach(Text);
        return innehall;
    }

    /// <summary>All fields that belong to the form, also those outside it that name it.</summary>
    private IEnumerable<IHtmlElement> Element() => _form.Elements.OfType<IHtmlElement>().Where(e =>
        e is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement &&
        e.GetAttribute("name") is { Length: > 0 } &&
        !e.HasAttribute("disabled") &&
        e is not IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" });

    private static IEnumerable<(string, string)> Varden(IHtmlElement element)
    {
        var namn = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "file" } => [],
            IHtmlInputElement { Type: "checkbox" or "radio" } val => val.IsChecked ? [(namn, val.GetAttribute("value") ?? "on")] : [],
            IHtmlInputElement input => [(namn, input.Value)],
            IHtmlTextAreaElement text => [(namn, text.Value)],
            IHtmlSelectElement lista => lista.Options.Where(o => o.IsSelected).Select(o => (namn, o.Value)),
            _ => [],
        };
    }

    /// <summary>What may be chosen, or null for a field of free text.</summary>
    private static List<string>? Val(List<IHtmlElement> element) => element[0] switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } => element.ConvertAll(e => e.GetAttribute("value") ?? "on"),
        IHtmlSelectElement lista => [.. lista.Options.Select(o => o.Value)],
        _ => null,
    };
}
