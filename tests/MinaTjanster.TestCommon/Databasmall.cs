using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;

namespace MinaTjanster.TestCommon;

/// <summary>SQLite files that are migrated, and seeded, once in a test run and then copied.</summary>
internal static class Databasmall
{
    private static readonly Lazy<Task<string>> Migrerad = new(() => SkapaAsync(Testinnehall.Migrerad));
    private static readonly Lazy<Task<string>> MedDemodata = new(() => SkapaAsync(Testinnehall.Demodata));

    public static async Task KopieraTillAsync(string fil, Testinnehall innehall)
    {
        if (innehall != Testinnehall.Tom)
        {
            File.Copy(await (innehall == Testinnehall.Migrerad ? Migrerad : MedDemodata).Value, fil);
        }
    }

    public static async Task FyllAsync(NyPortalDbContext nyDb, Testinnehall innehall)
    {
        if (innehall != Testinnehall.Tom)
        {
            await Databasstart.MigreraAsync(nyDb);
        }

        if (innehall == Testinnehall.Demodata)
        {
            await new Demodata(nyDb, new Testklocka(), Testdatabaser.SnabbHasher(), "Development").SeedaAsync();
        }
    }

    private static async Task<string> SkapaAsync(Testinnehall innehall)
    {
        var fil = Path.Combine(Directory.CreateTempSubdirectory("minatjanster-mall-").FullName, "mall.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(fil)!, recursive: true);
        var anslutning = $"Data Source={fil};Pooling=False";
        await using var tjanster = new ServiceCollection().AddPortalDatabas(Databasprovider.Sqlite, anslutning).BuildServiceProvider();
        await FyllAsync(tjanster.GetRequiredService<NyPortalDbContext>(), innehall);

        // The copy takes one file: what stands in the write-ahead log must be in it.
        await using var lagring = new SqliteConnection(anslutning);
        await lagring.OpenAsync();
        await using var kommando = lagring.CreateCommand();
        kommando.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await kommando.ExecuteNonQueryAsync();
        return fil;
    }
}
