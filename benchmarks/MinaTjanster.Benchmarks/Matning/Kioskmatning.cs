using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MinaTjanster.Benchmarks.Matning;

/// <summary>
/// How long login and kiosk take for a username that somebody has and for one that nobody has, in turns within one run: what can be measured from
/// outside must not tell them apart (domain.md section 3). The limits on attempts are lifted for the run, so that every post is verified.
/// </summary>
internal static partial class Kioskmatning
{
    private const string Kand = "annlin01";

    /// <summary>As long as the other.</summary>
    private const string Okand = "finnej01";

    /// <summary>As unknown as the second: what differs between these two is what the run cannot tell.</summary>
    private const string Kontroll = "finnej02";

    private static readonly string[] Steg = ["Logga in, fel lösenord", "Kiosken: ändra, fel lösenord", "Kiosken: glömt, användarnamn", "Kiosken: engångslösenord, fel"];

    public static async Task KorAsync(int varv)
    {
        var fil = Path.Combine(Mappar.Resultat, "kiosk.db");
        foreach (var gammal in Directory.GetFiles(Mappar.Resultat, "kiosk.db*"))
        {
            File.Delete(gammal);
        }

        await Portalprocess.KommandoAsync(fil, "migrate");
        await Portalprocess.KommandoAsync(fil, "seed");
        await using var portal = await Portalprocess.StartaAsync(
            fil,
            5193,
            ("Inloggning__MaxForsok", "1000000"),
            ("Losenordskiosk__KoderPerTimme", "1000000"),
            ("Losenordskiosk__KoderPerDygn", "1000000"));
        using var klient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Adress };
        var falt = Token().Match(await klient.GetStringAsync("/logga-in")).Groups["varde"].Value;

        string[] namn = [Kand, Okand, Kontroll];
        var tider = namn.Select(_ => Steg.Select(_ => new List<double>()).ToArray()).ToArray();
        var slump = new Random(1);
        var uppvarmning = Math.Max(5, varv / 10);
        for (var v = -uppvarmning; v < varv; v++)
        {
            // In no order, so that none is always the one that comes after another.
            int[] tur = [0, 1, 2];
            slump.Shuffle(tur);
            foreach (var n in tur)
            {
                var varvets = await EttVarvAsync(klient, namn[n], falt);
                for (var s = 0; s < Steg.Length && v >= 0; s++)
                {
                    tider[n][s].Add(varvets[s]);
                }
            }
        }

        Console.WriteLine("| Step | Known p50 ms | Known p99 ms | Unknown p50 ms | Unknown p99 ms | unknown/known (p50) | unknown/known (p99) | unknown/another unknown (p50) |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (var s = 0; s < Steg.Length; s++)
        {
            var (k50, k99, o50, o99, c50) = (Andel(tider[0][s], 0.5), Andel(tider[0][s], 0.99), Andel(tider[1][s], 0.5), Andel(tider[1][s], 0.99), Andel(tider[2][s], 0.5));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Steg[s]} | {k50:F1} | {k99:F1} | {o50:F1} | {o99:F1} | {o50 / k50:F2} | {o99 / k99:F2} | {o50 / c50:F2} |"));
        }
    }

    private static async Task<double[]> EttVarvAsync(HttpClient klient, string namn, string token) =>
    [
        await PostaAsync(klient, "/logga-in", token, 400, ("Anvandarnamn", namn), ("Losenord", "ett fel lösenord")),
        await PostaAsync(klient, "/losenordskiosk/andra", token, 400, ("Anvandarnamn", namn), ("Losenord", "ett fel lösenord")),
        await PostaAsync(klient, "/losenordskiosk/glomt", token, 302, ("Anvandarnamn", namn)),
        await PostaAsync(klient, "/losenordskiosk/kod", token, 400, ("Kod", "abcd-efgh")),
    ];

    private static async Task<double> PostaAsync(HttpClient klient, string vag, string token, int vantat, params (string Namn, string Varde)[] falt)
    {
        using var innehall = new FormUrlEncodedContent([.. falt.Select(f => KeyValuePair.Create(f.Namn, f.Varde)), new("__RequestVerificationToken", token)]);
        var klocka = Stopwatch.StartNew();
        using var svar = await klient.PostAsync(vag, innehall);
        var tid = klocka.Elapsed.TotalMilliseconds;
        return (int)svar.StatusCode == vantat ? tid : throw new InvalidOperationException($"{vag} answered {(int)svar.StatusCode}.");
    }

    private static double Andel(List<double> tider, double andel) => tider.Order().ElementAt((int)(tider.Count * andel));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<varde>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
