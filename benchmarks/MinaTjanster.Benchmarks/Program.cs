using MinaTjanster.Benchmarks.Filer;
using MinaTjanster.Benchmarks.Franvaro;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Benchmarks.Rapporter;
using MinaTjanster.Benchmarks.Server;
using MinaTjanster.Benchmarks.Utbud;

// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks            the whole table, as in docs/prestanda.md
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --varv 1 --sekunder 2 --varm 10      a quick look
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --filer 100000       a large file: tested, read in, and what it is compared with
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --landet             the country's files of the autumn start, while pages are asked for
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --franvaro 400000    a school year's absence list, read and analysed
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --kiosk 80       only login and kiosk, known names against unknown
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --utbud          the students' search at national size, and at a tenth of it
// dotnet run -c Release --project benchmarks/MinaTjanster.Benchmarks -- --rapporter      200 reports of skolk a second for a minute, at national size
if (args is ["server", ..])
{
    await Benchserver.KorAsync(args[1..]);
    return;
}

int Tal(string namn, int annars) => Array.IndexOf(args, namn) is >= 0 and var plats ? int.Parse(args[plats + 1]) : annars;
if (args.Contains("--filer"))
{
    await Filmatning.KorAsync(Tal("--filer", 100_000), Tal("--varv", 3));
    return;
}

if (args.Contains("--franvaro"))
{
    await Franvaromatning.KorAsync(Tal("--franvaro", 400_000), Tal("--varv", 5));
    return;
}

if (args.Contains("--landet"))
{
    await Landsmatning.KorAsync();
    return;
}

if (args.Contains("--rapporter"))
{
    await Rapportmatning.KorAsync(Tal("--takt", 200), Tal("--sekunder", 60));
    return;
}

if (args.Contains("--utbud"))
{
    await Utbudsmatning.KorAsync(Tal("--varv", 5), TimeSpan.FromSeconds(Tal("--sekunder", 4)), TimeSpan.FromSeconds(Tal("--varm", 60)));
    return;
}

if (!args.Contains("--kiosk"))
{
    await Korning.KorAsync(Tal("--varv", 5), TimeSpan.FromSeconds(Tal("--sekunder", 4)), TimeSpan.FromSeconds(Tal("--varm", 120)));
    Console.WriteLine();
}

await Kioskmatning.KorAsync(Tal("--kiosk", 80));
