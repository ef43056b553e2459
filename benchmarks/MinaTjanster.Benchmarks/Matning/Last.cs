using System.Diagnostics;

namespace MinaTjanster.Benchmarks.Matning;

/// <summary>One measurement of one page.</summary>
/// <param name="PerSekund">Answers per second.</param>
/// <param name="P99">Milliseconds; 99 of 100 answers came at least this fast.</param>
internal sealed record Matvarde(double PerSekund, double P50, double P99, int Antal);

/// <summary>A load of a fixed number of connections, each asking again as soon as it has its answer.</summary>
internal static class Last
{
    public const int Anslutningar = 16;

    public static Task<Matvarde> MatAsync(Uri adress, string kaka, bool urMinnet, TimeSpan tid) => MatAsync(() => adress, kaka, urMinnet, tid);

    /// <param name="adress">Asked before each request.</param>
    /// <param name="kaka">Empty for nobody.</param>
    public static async Task<Matvarde> MatAsync(Func<Uri> adress, string kaka, bool urMinnet, TimeSpan tid)
    {
        using var klient = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Anslutningar, UseCookies = false, AllowAutoRedirect = false });
        if (kaka.Length > 0)
        {
            klient.DefaultRequestHeaders.Add("Cookie", kaka);
        }

        if (urMinnet)
        {
            klient.DefaultRequestHeaders.Add("X-Bench-Minne", "1");
        }

        var klocka = Stopwatch.StartNew();
        var listor = await Task.WhenAll(Enumerable.Range(0, Anslutningar).Select(_ => Task.Run(() => FragaAsync(klient, adress, klocka, tid))));
        var sekunder = klocka.Elapsed.TotalSeconds;
        var tider = listor.SelectMany(l => l).Order().ToList();
        return new Matvarde(tider.Count / sekunder, tider[tider.Count / 2], tider[(int)(tider.Count * 0.99)], tider.Count);
    }

    private static async Task<List<double>> FragaAsync(HttpClient klient, Func<Uri> nasta, Stopwatch klocka, TimeSpan tid)
    {
        List<double> tider = [];
        var buffert = new byte[64 * 1024];
        while (klocka.Elapsed < tid)
        {
            var adress = nasta();
            var fran = klocka.Elapsed;
            using var svar = await klient.GetAsync(adress, HttpCompletionOption.ResponseHeadersRead);
            if ((int)svar.StatusCode != 200)
            {
                throw new InvalidOperationException($"{adress} answered {(int)svar.StatusCode}.");
            }

            await using var strom = await svar.Content.ReadAsStreamAsync();
            while (await strom.ReadAsync(buffert) > 0)
            {
                // The whole page, as a browser would.
            }

            tider.Add((klocka.Elapsed - fran).TotalMilliseconds);
        }

        return tider;
    }
}
