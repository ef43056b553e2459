namespace MinaTjanster.Core.Konton;

/// <summary>
/// A short description of a browser for its owner's list of sessions: "Chrome på Windows". Words of ours only: what the browser says of itself
/// is neither stored nor shown.
/// </summary>
public static class Webblasarnamn
{
    public const string Okand = "Okänd webbläsare";
    public const int MaxLangd = 40;

    /// <remarks>In this order: browsers name each other for compatibility, the particular ones first.</remarks>
    private static readonly (string Tecken, string Namn)[] Webblasare =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Tecken, string Namn)[] System =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
        ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    public static string Fran(string? userAgent)
    {
        var text = userAgent is { Length: > 500 } ? userAgent[..500] : userAgent ?? "";
        var webblasare = Forsta(Webblasare, text);
        var system = Forsta(System, text);
        return (webblasare, system) switch
        {
            (null, null) => Okand,
            (null, _) => $"{Okand} på {system}",
            (_, null) => webblasare,
            _ => $"{webblasare} på {system}",
        };
    }

    private static string? Forsta((string Tecken, string Namn)[] lista, string text) =>
        lista.Where(rad => text.Contains(rad.Tecken, StringComparison.Ordinal)).Select(rad => rad.Namn).FirstOrDefault();
}
