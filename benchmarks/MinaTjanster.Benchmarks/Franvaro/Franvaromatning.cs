using System.Diagnostics;
using System.Globalization;
using MinaTjanster.Benchmarks.Filer;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Benchmarks.Franvaro;

/// <summary>
/// A school year's absence list, read and analysed for every student, against only reading and splitting its lines; in turns within one run.
/// </summary>
internal static class Franvaromatning
{
    private const int Elever = 500;

    private static readonly Studieperiodlage Aret = new(Skolarslista.Forsta, Skolarslista.Sista, Avdelning.A1);

    private static readonly Kolumnmappning Mappning = Kandalayouter.Alla.Single(l => l.Namn == "Mina tjänsters layout");

    public static async Task KorAsync(int rader, int varv)
    {
        var fil = Path.Combine(Mappar.Resultat, "franvarolista.csv");
        Skolarslista.Skriv(fil, Elever, rader);
        var (rad, las, analys, summa) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var minne = new Minnesmatare();
        var utfall = "";

        // The first rounds are for what is compiled again, better.
        for (var v = -2; v < varv; v++)
        {
            var bara = await RaderAsync(fil, rader);
            var klocka = Stopwatch.StartNew();
            using (minne.Mat())
            {
                var lista = (await Listlasning.LasAsync(() => File.OpenRead(fil), Mappning, Skolarslista.Sista)).Value;
                var last = klocka.Elapsed;
                utfall = Analysera(lista, rader);
                if (v >= 0)
                {
                    rad.Add(bara.TotalSeconds);
                    las.Add(last.TotalSeconds);
                    analys.Add((klocka.Elapsed - last).TotalSeconds);
                    summa.Add(klocka.Elapsed.TotalSeconds);
                }
            }
        }

        Console.WriteLine("| What | Seconds | Rows/s | of reading the lines |");
        Console.WriteLine("|---|---:|---:|---:|");
        Skriv("reading and splitting the lines only", rad);
        Skriv("reading the list", las);
        Skriv("analysing every student", analys);
        Skriv("both", summa);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rader} rows of {Elever} students, a file of {new FileInfo(fil).Length / 1e6:F0} MB, {varv} rounds, slowest of both {summa.Max():F2} s. {utfall}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Most resident memory of the whole process: {minne.MestResident:F0} MB; most on the managed heap: {minne.MestHeap:F0} MB"));

        void Skriv(string vad, List<double> tider) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {vad} | {Filmatning.Median(tider):F2} | {rader / Filmatning.Median(tider):F0} | {Filmatning.Median([.. tider.Zip(rad, (t, r) => t / r)]):F2} |"));
    }

    private static async Task<TimeSpan> RaderAsync(string fil, int rader)
    {
        var klocka = Stopwatch.StartNew();
        Filoversikt oversikt;
        await using (var kalla = File.OpenRead(fil))
            oversikt = (await Forgranskning.GranskaAsync(kalla)).Value;

        await using var lasare = (await Fillasare.OppnaAsync(File.OpenRead(fil), oversikt, Listlasning.Kolumnerna(Mappning, out _))).Value;
        var antal = 0;
        while (await lasare.NastaAsync() is not null)
            antal++;

        return antal == rader ? klocka.Elapsed : throw new InvalidOperationException($"{antal} rows.");
    }

    /// <returns>What came of it.</returns>
    private static string Analysera(Inlastlista lista, int rader)
    {
        var regler = new Coachregler(new Raknas());
        var (forslag, tillbaka) = (0, 0);
        foreach (var elev in lista.Elever)
        {
            var svar = Franvaroanalys.For(elev, new Skolklage(elev.Personnummer.Fodelsedag, [Aret], [], Skolarslista.Sista), regler);
            forslag += svar.Forslag.Count;
            tillbaka += svar.Forslag.Count(f => f.Uppgift.SistaDag is not null);
        }

        return lista.AntalFel == 0 && lista.AntalRader == rader && lista.Elever.Count == Elever
            ? $"{forslag} reports proposed, {tillbaka} of them with a last day."
            : throw new InvalidOperationException($"{lista.AntalFel} rows could not be read, {lista.Elever.Count} students.");
    }

    /// <summary>Asks every few milliseconds how much memory there is.</summary>
    private sealed class Minnesmatare
    {
        public double MestResident { get; private set; }

        public double MestHeap { get; private set; }

        public Timer Mat() => new(_ =>
        {
            MestResident = Math.Max(MestResident, Environment.WorkingSet / 1e6);
            MestHeap = Math.Max(MestHeap, GC.GetTotalMemory(forceFullCollection: false) / 1e6);
        }, null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
    }
}
