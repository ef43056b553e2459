using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Benchmarks.Filer;

/// <summary>
/// The country's autumn start: a file from each gymnasieskola, all waiting at once, read in on the national database while a reporter's pages and posts
/// go on. The same pages and posts are measured again when nothing is read.
/// </summary>
internal static class Landsmatning
{
    private const int Rader = 400_000;

    /// <summary>Beyond the series of <see cref="Filmatning"/>.</summary>
    private const int Forsta = 1_000_000;

    /// <summary>One page or post each: twenty a second, far more than the country's schools make (domain.md section 9).</summary>
    private static readonly TimeSpan Takt = TimeSpan.FromMilliseconds(50);

    public static async Task KorAsync()
    {
        var riket = await Korning.DatabasAsync("riket.db", rikstackande: true);
        var fil = Path.Combine(Mappar.Resultat, "hostterminen.db");
        await Filmatning.KopieraAsync(riket, fil);
        await Portalprocess.KommandoAsync(fil, "migrate");
        await using var ko = new Filko(fil);
        var antal = await LaggAllaAsync(ko);

        await using var portal = await Portalprocess.StartaAsync(fil, 5195);
        using var besokare = await Besokare.LoggaInAsync(portal.Adress);
        var (minne, klara) = (portal.MinneMb, false);
        var under = new List<(bool Post, double Ms)>();
        var besok = Task.Run(() => BesokAsync(besokare, under, () => Volatile.Read(ref klara)));
        while (await KvarAsync(ko) > 0)
        {
            minne = Math.Max(minne, portal.MinneMb);
            await Task.Delay(500);
        }

        Volatile.Write(ref klara, true);
        await besok;
        var vila = new List<(bool Post, double Ms)>();
        var klocka = Stopwatch.StartNew();
        await BesokAsync(besokare, vila, () => klocka.Elapsed > TimeSpan.FromSeconds(20));
        Skriv(antal, await TidAsync(ko), minne, under, vila);
    }

    private static async Task<int> LaggAllaAsync(Filko ko)
    {
        await using var db = ko.Alla();
        await db.Skolor.Where(s => s.Skolform == Skolform.Gymnasieskola).ExecuteUpdateAsync(r => r.SetProperty(s => s.Rapporteringssatt, Rapporteringssatt.Fil));
        var skolor = await db.Skolor.AsNoTracking().Where(s => s.Skolform == Skolform.Gymnasieskola).OrderBy(s => s.Id).ToListAsync();
        var kontoId = await db.Konton.Where(k => k.UserName == "davabd01").Select(k => k.Id).SingleAsync();
        for (var i = 0; i < skolor.Count; i++)
        {
            var (fran, till) = (Riksmatt.Andel(Rader, i, skolor.Count), Riksmatt.Andel(Rader, i + 1, skolor.Count));
            await ko.LaggTillAsync(skolor[i], kontoId, Storfil.Skapa(Forsta + fran, till - fran), Filandamal.Skicka);
        }

        return skolor.Count;
    }

    /// <summary>Asks at fixed moments, whether the last answer has come or not, as people do.</summary>
    private static async Task BesokAsync(Besokare besokare, List<(bool Post, double Ms)> tider, Func<bool> slut)
    {
        var formular = await besokare.HamtaAsync(besokare.Formular);
        string[] sidor = ["/", "/studerande", besokare.Formular];
        List<Task> pagar = [];
        using var takt = new PeriodicTimer(Takt);
        for (var i = 0; !slut(); i++)
        {
            await takt.WaitForNextTickAsync();
            pagar.Add(EttAsync(i % 4));
            pagar.RemoveAll(p => p.IsCompletedSuccessfully);
        }

        await Task.WhenAll(pagar);

        async Task EttAsync(int vad)
        {
            var klocka = Stopwatch.StartNew();
            if (vad < sidor.Length)
                await besokare.HamtaAsync(sidor[vad]);
            else
                await besokare.SparaUtkastAsync(formular);
            lock (tider)
                tider.Add((vad == sidor.Length, klocka.Elapsed.TotalMilliseconds));
        }
    }

    private static async Task<int> KvarAsync(Filko ko)
    {
        await using var db = ko.Alla();
        return await db.Nationellt<Filjobb>().CountAsync(j => j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar);
    }

    private static async Task<TimeSpan> TidAsync(Filko ko)
    {
        await using var db = ko.Alla();
        var jobb = db.Nationellt<Filjobb>();
        var (lagrade, fran, till) = (await jobb.SumAsync(j => j.Godtagna), await jobb.MinAsync(j => j.Startad), await jobb.MaxAsync(j => j.Avslutad));
        return lagrade == Rader ? till!.Value - fran!.Value : throw new InvalidOperationException($"{lagrade} of {Rader} rows were accepted.");
    }

    private static void Skriv(int filer, TimeSpan tid, double minne, List<(bool Post, double Ms)> under, List<(bool Post, double Ms)> vila)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{filer} files, {Rader} rows: {tid.TotalSeconds:F0} s, {Rader / tid.TotalSeconds:F0} rows/s. Most resident memory {minne:F0} MB."));
        Console.WriteLine();
        Console.WriteLine("| A reporter meanwhile | Asked | p50 ms | p99 ms | p99 ms when nothing is read |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (namn, post) in new[] { ("Pages", false), ("Posts (a draft is saved)", true) })
        {
            var (da, nu) = (Av(under, post), Av(vila, post));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {namn} | {da.Count} | {Andel(da, 0.5):F0} | {Andel(da, 0.99):F0} | {Andel(nu, 0.99):F0} |"));
        }

        static List<double> Av(List<(bool Post, double Ms)> tider, bool post) => [.. tider.Where(t => t.Post == post).Select(t => t.Ms).Order()];
        static double Andel(List<double> ordnade, double andel) => ordnade[(int)(ordnade.Count * andel)];
    }
}
