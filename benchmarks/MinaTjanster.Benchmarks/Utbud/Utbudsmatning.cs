using System.Globalization;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Benchmarks.Server;
using MinaTjanster.Core.Data.Seed;

namespace MinaTjanster.Benchmarks.Utbud;

/// <summary>
/// The students' search at national size, in turns within one run: a bare page (no data: the accessibility statement), a search that has been made before, searches that
/// nobody has made before, and the same on a tenth of the schools. A new search that finds nothing tells what the page itself costs.
/// </summary>
internal static class Utbudsmatning
{
    private const string Sok = "/mina-sidor/studietider";

    public static async Task KorAsync(int varv, TimeSpan tid, TimeSpan uppvarmning)
    {
        var tiondel = await Utbudsdata.SkapaAsync("utbud-tiondel.db", 10);
        var riket = await Utbudsdata.SkapaAsync("utbud-riket.db", 1);
        (string, string) utanGrans = ("Publikt__SokningarPerMinut", "1000000000");
        await using var portalTiondel = await Portalprocess.StartaAsync(tiondel, 5194, utanGrans);
        await using var portalRiket = await Portalprocess.StartaAsync(riket, 5195, utanGrans);
        var nya = new NyaSokningar();
        (string Namn, Func<Uri> Adress)[] tur =
        [
            ("bare page", () => new(portalRiket.Adress, "/tillganglighet")),
            ("new search that finds nothing, all", () => new(portalRiket.Adress, nya.Ingenting())),
            ("repeated search, all", () => new(portalRiket.Adress, $"{Sok}?sok=matematik")),
            ("new search that finds nothing, a tenth", () => new(portalTiondel.Adress, nya.Ingenting())),
            ("new search, a tenth", () => new(portalTiondel.Adress, nya.Nasta())),
            ("new search, all", () => new(portalRiket.Adress, nya.Nasta())),
        ];
        var varden = tur.Select(_ => new List<Matvarde>()).ToArray();
        var klocka = System.Diagnostics.Stopwatch.StartNew();
        while (klocka.Elapsed < uppvarmning)
        {
            foreach (var (_, adress) in tur)
                await Last.MatAsync(adress, "", false, TimeSpan.FromSeconds(1));
        }

        for (var v = 0; v < varv; v++)
        {
            var ordning = Enumerable.Range(0, tur.Length);
            foreach (var i in v % 2 == 0 ? ordning : ordning.Reverse())
                varden[i].Add(await Last.MatAsync(tur[i].Adress, "", false, tid));
        }

        using var klient = new HttpClient();
        foreach (var (namn, portal) in new[] { ("a tenth", portalTiondel), ("all", portalRiket) })
            Console.WriteLine($"Collector, {namn}: {await klient.GetStringAsync(new Uri(portal.Adress, Benchserver.Skrapsida))}.");
        Console.WriteLine($"All: {await File.ReadAllTextAsync(riket + ".klar")}, {new FileInfo(riket).Length / 1_000_000} MB. A tenth: {await File.ReadAllTextAsync(tiondel + ".klar")}.");
        Console.WriteLine();
        Console.WriteLine("| Measured | Requests/s | p50 ms | p99 ms | of the bare page (p99) | all/tenth (p99) |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        for (var i = 0; i < tur.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {tur[i].Namn} | {Median(varden[i], m => m.PerSekund):F0} | {Median(varden[i], m => m.P50):F1} | {Median(varden[i], m => m.P99):F1} | {(i == 0 ? "" : Kvot(varden[i], varden[0]))} | {(i == tur.Length - 1 ? Kvot(varden[i], varden[i - 1]) : "")} |"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory after the load: {portalTiondel.MinneMb:F0} MB (a tenth), {portalRiket.MinneMb:F0} MB (all)"));
    }

    private static double Median(IEnumerable<Matvarde> varden, Func<Matvarde, double> tal)
    {
        var ordnade = varden.Select(tal).Order().ToList();
        return ordnade[ordnade.Count / 2];
    }

    /// <summary>The median of the rounds' ratios: each round's two figures were measured side by side.</summary>
    private static string Kvot(List<Matvarde> a, List<Matvarde> b)
    {
        var kvoter = a.Zip(b, (x, y) => x.P99 / y.P99).Order().ToList();
        return kvoter[kvoter.Count / 2].ToString("F2", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// What students type, without end: words that begin education, town and school, and choices. Each is written in a way of its own, so that none is kept from before;
    /// all of the words stand in both databases.
    /// </summary>
    private sealed class NyaSokningar
    {
        private const string Tecken = " -.,";

        private readonly string[] _sokningar = [.. Skapa()];
        private int _nummer;

        public string Nasta()
        {
            var nummer = Interlocked.Increment(ref _nummer);
            // The number in signs that no word has: the same search, never the same address.
            var (grund, val) = _sokningar[nummer % _sokningar.Length].Split('|') switch { var d => (d[0], d[1]) };
            var tecken = new System.Text.StringBuilder();
            for (var kvar = nummer; kvar > 0; kvar /= Tecken.Length)
                tecken.Append(Tecken[kvar % Tecken.Length]);
            return $"{Sok}?sok={Uri.EscapeDataString(grund + tecken)}{val}";
        }

        /// <summary>No word begins so: the page's own cost, the form and one look in the word table.</summary>
        public string Ingenting() => string.Create(CultureInfo.InvariantCulture, $"{Sok}?sok=zzq{Interlocked.Increment(ref _nummer)}");

        private static IEnumerable<string> Skapa()
        {
            var slump = new Slump(4711);
            var skolor = Utbudsdata.Skolor(10);
            for (var i = 0; i < 500; i++)
            {
                var namn = slump.Ur(Utbudsdata.Namn).ToLowerInvariant();
                var skola = slump.Ur(skolor);
                var borjan = namn[..Math.Min(namn.Length, 4 + slump.Tal(8))].Trim();
                yield return (i % 5) switch
                {
                    0 => $"{borjan}|",
                    1 => $"{borjan} {skola.Ort.ToLowerInvariant()}|",
                    2 => $"{skola.Namn.ToLowerInvariant()}|",
                    3 => $"{borjan}|&takt=50&undervisning=Distans",
                    _ => $"{borjan} {skola.Ort.ToLowerInvariant()[..4]}|&niva=Gymnasial&datum=2027-03-01",
                };
            }
        }
    }
}
