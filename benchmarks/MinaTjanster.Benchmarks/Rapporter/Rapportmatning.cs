using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Benchmarks.Filer;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Benchmarks.Server;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Benchmarks.Rapporter;

/// <summary>
/// The 22nd, and more: reports of skolk sent at a fixed pace on the national database, whether the answers before have come or not. Each is the check page's own post, by a
/// reporter who has signed in, with antiforgery. Forms are filled in and check pages opened before; receipts are read afterwards, and the database is counted.
/// </summary>
internal static partial class Rapportmatning
{
    /// <summary>Sent before anything is measured: what is used often is compiled again, better.</summary>
    private const int Uppvarmning = 20;

    public static async Task KorAsync(int takt, int sekunder)
    {
        var fil = Path.Combine(Mappar.Resultat, "rapporter.db");
        await Filmatning.KopieraAsync(await Korning.DatabasAsync("riket.db", rikstackande: true), fil);
        await Portalprocess.KommandoAsync(fil, "migrate");
        await using var ko = new Filko(fil);
        await using var portal = await Portalprocess.StartaAsync(fil, 5196);

        var antal = takt * (sekunder + Uppvarmning);
        var klara = await Granskade.HamtaAsync(ko, portal.Adress, antal);
        var fore = await RaknaAsync(ko);

        await SkickaAsync(klara[..(takt * Uppvarmning)], takt);
        var tom = new Uri(portal.Adress, Benchserver.TomSida);
        using var klient = new HttpClient();
        var bara = await TaktAsync(takt * 20, takt, async _ => (await klient.PostAsync(tom, null)).EnsureSuccessStatusCode());
        var rapporter = await SkickaAsync(klara[(takt * Uppvarmning)..], takt);

        var kvittenser = await LasKvittenserAsync(klara);
        var igen = await SkickaIgenAsync(klara);
        var efter = await RaknaAsync(ko);

        Console.WriteLine("| Measured | Posts | p50 ms | p99 ms | slowest ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        Rad("bare endpoint", bara);
        Rad("check page's post", rapporter);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{klara.Count} reports sent by {klara.Select(g => g.Besokare).Distinct().Count()} reporters; {kvittenser} receipts read back, all different; {igen} sent again led to their first receipt. The database holds {efter.Rapporter - fore.Rapporter} more reports, {efter.Arenden - fore.Arenden} more cases and {fore.Utkast - efter.Utkast} drafts fewer. Memory: {portal.MinneMb:F0} MB."));
        if (kvittenser != klara.Count || efter.Rapporter - fore.Rapporter != klara.Count || efter.Arenden - fore.Arenden != klara.Count || fore.Utkast - efter.Utkast != klara.Count)
            throw new InvalidOperationException("A report was lost or doubled.");
    }

    private static async Task<List<double>> SkickaAsync(List<Granskad> klara, int takt) => await TaktAsync(klara.Count, takt, i => klara[i].SkickaAsync());

    /// <summary>Starts one at each moment, and counts its time from the moment that it should have started.</summary>
    /// <returns>Milliseconds, in order of size.</returns>
    private static async Task<List<double>> TaktAsync(int antal, int takt, Func<int, Task> gor)
    {
        var tider = new double[antal];
        var pagar = new Task[antal];
        var klocka = Stopwatch.StartNew();
        for (var i = 0; i < antal; i++)
        {
            var da = TimeSpan.FromSeconds((double)i / takt);
            if (da - klocka.Elapsed is { Ticks: > 0 } vanta)
                await Task.Delay(vanta);
            pagar[i] = EnAsync(i, da);
        }

        await Task.WhenAll(pagar);
        return [.. tider.Order()];

        async Task EnAsync(int i, TimeSpan da)
        {
            await Task.Yield();
            await gor(i);
            tider[i] = (klocka.Elapsed - da).TotalMilliseconds;
        }
    }

    /// <returns>How many different receipts there are.</returns>
    private static async Task<int> LasKvittenserAsync(List<Granskad> klara)
    {
        var nummer = new string[klara.Count];
        await Parallel.ForAsync(0, klara.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            nummer[i] = Kvittens().Match(await klara[i].Besokare.HamtaAsync(klara[i].Kvittens!)).Value;
        });
        return nummer.Where(n => n.Length > 0).Distinct().Count();
    }

    /// <summary>Every fiftieth once more, as who clicks twice.</summary>
    private static async Task<int> SkickaIgenAsync(List<Granskad> klara)
    {
        var igen = 0;
        foreach (var granskad in klara.Where((_, i) => i % 50 == 0))
        {
            var forst = granskad.Kvittens;
            await granskad.SkickaAsync();
            if (granskad.Kvittens != forst)
                throw new InvalidOperationException($"{granskad.Adress} led to {granskad.Kvittens}, and before to {forst}.");
            igen++;
        }

        return igen;
    }

    private static async Task<(int Rapporter, int Arenden, int Utkast)> RaknaAsync(Filko ko)
    {
        await using var db = ko.Alla();
        return (await db.Nationellt<Skolkrapport>().CountAsync(), await db.Nationellt<Arende>().CountAsync(), await db.Nationellt<Skolkutkast>().CountAsync());
    }

    private static void Rad(string vad, List<double> tider) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {vad} | {tider.Count} | {tider[tider.Count / 2]:F1} | {tider[(int)(tider.Count * 0.99)]:F1} | {tider[^1]:F1} |"));

    [GeneratedRegex("SK-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Kvittens();
}
