using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MinaTjanster.Benchmarks.Matning;

/// <summary>Signs in as a reporter, as a browser does, and finds a student to report.</summary>
internal sealed partial class Besokare : IDisposable
{
    private readonly HttpClient _klient;
    private readonly ConcurrentDictionary<string, string> _kakor = [];

    private Besokare(Uri adress) =>
        _klient = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = adress };

    public string Kaka => string.Join("; ", _kakor.Select(k => $"{k.Key}={k.Value}"));

    /// <summary>The address of the skolk form for the first student in the list.</summary>
    public string Formular { get; private set; } = "";

    /// <param name="namn">A reporter at a school with students.</param>
    public static async Task<Besokare> LoggaInAsync(Uri adress, string namn = "annlin01")
    {
        var besokare = new Besokare(adress);
        var sida = await besokare.HamtaAsync("/logga-in");
        await besokare.SkickaAsync("/logga-in", new()
        {
            ["Anvandarnamn"] = namn,
            ["Losenord"] = "Demo-losen-2026",
            ["__RequestVerificationToken"] = Token().Match(sida).Groups["varde"].Value,
        });
        var lista = await besokare.HamtaAsync("/studerande");
        var id = Studerandelank().Match(lista).Groups["id"].Value;
        besokare.Formular = string.Create(CultureInfo.InvariantCulture, $"/ogiltig-franvaro/rapportera/{id}");
        return besokare;
    }

    public void Dispose() => _klient.Dispose();

    /// <summary>Saves a new draft of a report of ogiltig frånvaro.</summary>
    /// <param name="sida">The page with the form, whose hidden fields go along.</param>
    /// <param name="formular">The form's address; the first student's when it is not given.</param>
    /// <returns>The address of the check page.</returns>
    public Task<string> SparaUtkastAsync(string sida, string? formular = null)
    {
        var falt = Dolda(sida, "name=\"ForstaDag\"");
        (falt["ForstaDag"], falt["Timmar"], falt["Tillfallen"], falt["Tillbaka"], falt["Underlag"]) = ("2026-10-05", "10", "5", "nej", "senare");
        return SkickaAsync(formular ?? Formular, falt);
    }

    /// <summary>The hidden fields of a form.</summary>
    /// <param name="med">What stands within the form, and nowhere before it.</param>
    public static Dictionary<string, string> Dolda(string sida, string med)
    {
        var fran = sida.LastIndexOf("<form", sida.IndexOf(med, StringComparison.Ordinal), StringComparison.Ordinal);
        return Dolda().Matches(sida[fran..sida.IndexOf("</form", fran, StringComparison.Ordinal)]).DistinctBy(m => m.Groups["namn"].Value)
            .ToDictionary(m => m.Groups["namn"].Value, m => WebUtility.HtmlDecode(m.Groups["varde"].Value));
    }

    public async Task<string> HamtaAsync(string vag)
    {
        using var fraga = new HttpRequestMessage(HttpMethod.Get, vag);
        using var svar = await SvaraAsync(fraga, 200);
        return await svar.Content.ReadAsStringAsync();
    }

    /// <returns>Where the answer leads.</returns>
    public async Task<string> SkickaAsync(string vag, Dictionary<string, string> falt)
    {
        using var fraga = new HttpRequestMessage(HttpMethod.Post, vag) { Content = new FormUrlEncodedContent(falt) };
        using var svar = await SvaraAsync(fraga, 302);
        return svar.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> SvaraAsync(HttpRequestMessage fraga, int vantat)
    {
        if (!_kakor.IsEmpty)
        {
            fraga.Headers.Add("Cookie", Kaka);
        }

        var svar = await _klient.SendAsync(fraga);
        if ((int)svar.StatusCode != vantat)
        {
            throw new InvalidOperationException($"{fraga.RequestUri} answered {(int)svar.StatusCode}.");
        }

        foreach (var kaka in svar.Headers.TryGetValues("Set-Cookie", out var satta) ? satta : [])
        {
            var del = kaka.Split(';')[0].Split('=', 2);
            _kakor[del[0]] = del[1];
        }

        return svar;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<varde>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<namn>[^\"]+)\")(?=[^>]*value=\"(?<varde>[^\"]*)\")[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Dolda();

    [GeneratedRegex("href=\"/studerande/(?<id>[0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Studerandelank();
}
