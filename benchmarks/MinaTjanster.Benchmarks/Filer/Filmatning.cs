using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Benchmarks.Filer;

/// <summary>
/// A large file, tested and read in by a portal of its own, against only reading its lines and against only writing its rows; in turns within one run.
/// </summary>
internal static class Filmatning
{
    private static readonly int Block = new Filinstallning().Block;

    public static async Task KorAsync(int rader, int varv)
    {
        var fil = Path.Combine(Mappar.Resultat, "filer.db");
        var kopia = Path.Combine(Mappar.Resultat, "filer-kopia.db");
        foreach (var gammal in Directory.GetFiles(Mappar.Resultat, "filer*.db*"))
            File.Delete(gammal);
        await Portalprocess.KommandoAsync(fil, "migrate");
        await Portalprocess.KommandoAsync(fil, "seed");
        await using var ko = new Filko(fil);
        await using var portal = await Portalprocess.StartaAsync(fil, 5194);
        var (skola, kontoId) = await SkolaAsync(ko);

        // What is used often is compiled again, better.
        await ko.VantaAsync(await ko.LaggTillAsync(skola, kontoId, Storfil.Skapa(0, 20_000), Filandamal.Skicka));

        var (lasa, prova, skicka, skriva) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var minne = portal.MinneMb;
        for (var v = 0; v < varv; v++)
        {
            var innehall = Storfil.Skapa(20_000 + (v * rader), rader);
            var fore = await Ratskrivning.ForeAsync(fil);
            lasa.Add(rader / (await LasAsync(innehall)).TotalSeconds);
            prova.Add(await MatAsync(Filandamal.Testa));
            skicka.Add(await MatAsync(Filandamal.Skicka));
            var skrivning = await Ratskrivning.HamtaAsync(fil, fore);
            await KopieraAsync(fil, kopia);
            await Ratskrivning.TomAsync(kopia, fore);
            skriva.Add(rader / (await skrivning.SkrivAsync(kopia, rader, Block)).TotalSeconds);

            async Task<double> MatAsync(Filandamal andamal)
            {
                var (jobb, tid) = await ko.VantaAsync(
                    await ko.LaggTillAsync(skola, kontoId, innehall, andamal), () => minne = Math.Max(minne, portal.MinneMb));
                return jobb.Status == Filjobbstatus.Klar && jobb.Godtagna == rader
                    ? rader / tid.TotalSeconds
                    : throw new InvalidOperationException($"{jobb.Status}: {jobb.Godtagna} of {rader} rows were accepted.");
            }
        }

        Console.WriteLine("| What | Rows/s | of lines only | of plain writing |");
        Console.WriteLine("|---|---:|---:|---:|");
        Rad("(a) reading and splitting the lines only", lasa);
        Rad("(b) the same rows by plain prepared commands", skriva);
        Rad("Testa fil", prova);
        Rad("Skicka fil", skicka);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rader} rows a file, {varv} rounds. Most resident memory of the portal while it read: {minne:F0} MB"));

        void Rad(string vad, List<double> takt) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {vad} | {Median(takt):F0} | {Median([.. takt.Zip(lasa, (t, l) => t / l)]):F2} | {Median([.. takt.Zip(skriva, (t, s) => t / s)]):F2} |"));
    }

    internal static double Median(IReadOnlyCollection<double> varden) => varden.Order().ElementAt(varden.Count / 2);

    private static async Task<(Core.Skolor.Skola Skola, long KontoId)> SkolaAsync(Filko ko)
    {
        await using var db = ko.Alla();
        return (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen), await db.Konton.Where(k => k.UserName == "davabd01").Select(k => k.Id).SingleAsync());
    }

    private static async Task<TimeSpan> LasAsync(byte[] innehall)
    {
        var klocka = Stopwatch.StartNew();
        var oversikt = await Forgranskning.GranskaAsync(new MemoryStream(innehall));
        await using var lasare = (await Fillasare.OppnaAsync(new MemoryStream(innehall), oversikt.Value, Filformat.Kolumner)).Value;
        while (await lasare.NastaAsync(CancellationToken.None) is not null)
        {
            // The row, split into its fields.
        }

        return klocka.Elapsed;
    }

    /// <summary>As it is now, whoever has it open.</summary>
    internal static async Task KopieraAsync(string fran, string till)
    {
        foreach (var gammal in Directory.GetFiles(Mappar.Resultat, Path.GetFileName(till) + "*"))
            File.Delete(gammal);
        await using var kalla = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={fran};Pooling=False");
        await using var mal = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={till};Pooling=False");
        await kalla.OpenAsync();
        await mal.OpenAsync();
        kalla.BackupDatabase(mal);
    }
}
