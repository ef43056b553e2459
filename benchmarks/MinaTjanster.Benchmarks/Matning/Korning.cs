using System.Diagnostics;
using System.Globalization;
using MinaTjanster.Benchmarks.Server;

namespace MinaTjanster.Benchmarks.Matning;

/// <summary>
/// Measures, in one run and in turns so that a slow moment of the machine strikes all alike: nothing at all, each page from memory,
/// with a small database, and with the national one. The same school, the same student list.
/// </summary>
internal static class Korning
{
    private static readonly string[] Sidnamn = ["Startsidan", "Studerandelistan", "Skolkformuläret"];

    public static async Task KorAsync(int varv, TimeSpan tid, TimeSpan uppvarmning)
    {
        var liten = await DatabasAsync("liten.db", rikstackande: false);
        var stor = await DatabasAsync("riket.db", rikstackande: true);
        await using var portalLiten = await Portalprocess.StartaAsync(liten, 5191);
        await using var portalStor = await Portalprocess.StartaAsync(stor, 5192);
        using var iLiten = await Besokare.LoggaInAsync(portalLiten.Adress);
        using var iStor = await Besokare.LoggaInAsync(portalStor.Adress);
        string[] sidor = ["/", "/studerande", iLiten.Formular];
        string[] sidorStor = ["/", "/studerande", iStor.Formular];

        // The first real request of each page is what the memory then answers with.
        foreach (var sida in sidor)
        {
            await iLiten.HamtaAsync(sida);
        }

        var tom = new List<Matvarde>();
        var minne = Sidnamn.Select(_ => new List<Matvarde>()).ToArray();
        var sma = Sidnamn.Select(_ => new List<Matvarde>()).ToArray();
        var stora = Sidnamn.Select(_ => new List<Matvarde>()).ToArray();
        await VarmAsync(
            [
                .. sidor.SelectMany(sida => new[] { (new Uri(portalLiten.Adress, sida), iLiten.Kaka, true), (new Uri(portalLiten.Adress, sida), iLiten.Kaka, false) }),
                .. sidorStor.Select(sida => (new Uri(portalStor.Adress, sida), iStor.Kaka, false)),
            ],
            uppvarmning);
        for (var v = 0; v < varv; v++)
        {
            tom.Add(await Last.MatAsync(new Uri(portalLiten.Adress, Benchserver.TomSida), iLiten.Kaka, false, tid));
            for (var s = 0; s < sidor.Length; s++)
            {
                // Every second round the other way, so that none is always the one that comes after another.
                var tur = new[]
                {
                    (minne[s], new Uri(portalLiten.Adress, sidor[s]), iLiten.Kaka, true),
                    (sma[s], new Uri(portalLiten.Adress, sidor[s]), iLiten.Kaka, false),
                    (stora[s], new Uri(portalStor.Adress, sidorStor[s]), iStor.Kaka, false),
                };
                foreach (var (varden, adress, kaka, urMinnet) in v % 2 == 0 ? tur : tur.Reverse())
                {
                    varden.Add(await Last.MatAsync(adress, kaka, urMinnet, tid));
                }
            }
        }

        Skriv(tom, minne, sma, stora);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory after the load: {portalLiten.MinneMb:F0} MB (small), {portalStor.MinneMb:F0} MB (national)"));
    }

    /// <summary>
    /// The runtime compiles what is used often again, better, for most of a minute; measured before that, a page that runs more code looks
    /// slower than it is. All pages are warmed in small turns, as they will be used together.
    /// </summary>
    private static async Task VarmAsync((Uri Adress, string Kaka, bool UrMinnet)[] sidor, TimeSpan uppvarmning)
    {
        var klocka = Stopwatch.StartNew();
        while (klocka.Elapsed < uppvarmning)
        {
            foreach (var (adress, kaka, urMinnet) in sidor)
            {
                await Last.MatAsync(adress, kaka, urMinnet, TimeSpan.FromSeconds(1));
            }
        }
    }

    internal static async Task<string> DatabasAsync(string namn, bool rikstackande)
    {
        var fil = Path.Combine(Mappar.Resultat, namn);
        if (File.Exists(fil + ".klar"))
        {
            return fil;
        }

        foreach (var gammal in Directory.GetFiles(Mappar.Resultat, namn + "*"))
        {
            File.Delete(gammal);
        }

        await Portalprocess.KommandoAsync(fil, "migrate");
        await Portalprocess.KommandoAsync(fil, "seed");
        if (rikstackande)
        {
            await Portalprocess.KommandoAsync(fil, "seed", "--rikstackande");
        }

        await File.WriteAllTextAsync(fil + ".klar", "");
        return fil;
    }

    private static void Skriv(List<Matvarde> tom, List<Matvarde>[] minne, List<Matvarde>[] sma, List<Matvarde>[] stora)
    {
        Console.WriteLine("| Page | Measured | Requests/s | p50 ms | p99 ms | of memory (req/s) | national/small (req/s) | national/small (p99) |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        Rad("(nothing)", "bare Kestrel endpoint", tom, "", "", "");
        for (var s = 0; s < Sidnamn.Length; s++)
        {
            Rad(Sidnamn[s], "model from memory", minne[s], "1.00", "", "");
            Rad(Sidnamn[s], "60 students", sma[s], Kvot(sma[s], minne[s], m => m.PerSekund), "", "");
            Rad(
                Sidnamn[s],
                "367 000 students",
                stora[s],
                Kvot(stora[s], minne[s], m => m.PerSekund),
                Kvot(stora[s], sma[s], m => m.PerSekund),
                Kvot(stora[s], sma[s], m => m.P99));
        }
    }

    private static void Rad(string sida, string vad, List<Matvarde> varden, string avMinne, string kvot, string kvotP99) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {sida} | {vad} | {Median(varden.Select(v => v.PerSekund)):F0} | {Median(varden.Select(v => v.P50)):F1} | {Median(varden.Select(v => v.P99)):F1} | {avMinne} | {kvot} | {kvotP99} |"));

    /// <summary>The median of the rounds' ratios: each round's two figures were measured side by side.</summary>
    private static string Kvot(List<Matvarde> a, List<Matvarde> b, Func<Matvarde, double> tal) =>
        Median(a.Zip(b, (x, y) => tal(x) / tal(y))).ToString("F2", CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> varden)
    {
        var ordnade = varden.Order().ToList();
        return ordnade[ordnade.Count / 2];
    }
}
