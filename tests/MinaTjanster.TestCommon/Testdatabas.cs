using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data;

namespace MinaTjanster.TestCommon;

/// <summary>What a test's database holds from the start.</summary>
public enum Testinnehall
{
    /// <summary>Nothing at all: not even migrated.</summary>
    Tom,

    Migrerad,

    /// <summary>Migrated, with the demo data of 2026-11-22 10:00 Swedish time.</summary>
    Demodata,
}

/// <summary>A database of its own: a temporary SQLite file copied from a template, or a SQL Server database that is dropped afterwards.</summary>
public sealed class Testdatabas : IAsyncDisposable
{
    private readonly ServiceProvider _tjanster;
    private readonly string? _mapp;

    private Testdatabas(Databasprovider provider, string connectionString, string? mapp)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _mapp = mapp;
        _tjanster = new ServiceCollection().AddPortalDatabas(provider, connectionString).BuildServiceProvider();
    }

    public Databasprovider Provider { get; }

    public string ConnectionString { get; }

    public NyPortalDbContext NyDb => _tjanster.GetRequiredService<NyPortalDbContext>();

    /// <summary>The SQLite file.</summary>
    public string Fil => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    public static async Task<Testdatabas> SkapaAsync(Databasprovider provider = Databasprovider.Sqlite, Testinnehall innehall = Testinnehall.Demodata)
    {
        if (provider == Databasprovider.Sqlite)
        {
            var mapp = Directory.CreateTempSubdirectory("minatjanster-").FullName;
            var fil = Path.Combine(mapp, "portal.db");
            await Databasmall.KopieraTillAsync(fil, innehall);
            return new Testdatabas(provider, $"Data Source={fil}", mapp);
        }

        var anslutning = new SqlConnectionStringBuilder(Testdatabaser.SqlServer) { InitialCatalog = $"mt_{Guid.NewGuid():N}" };
        var databas = new Testdatabas(provider, anslutning.ConnectionString, null);
        await Databasmall.FyllAsync(databas.NyDb, innehall);
        return databas;
    }

    /// <summary>A context that sees all schools.</summary>
    public PortalDbContext Alla() => NyDb.NyForAlla("test");

    /// <summary>A context that sees one school.</summary>
    public PortalDbContext For(long skolaId)
    {
        var omfang = new Skolomfang();
        omfang.ValjSkola(skolaId);
        return NyDb.Ny(omfang);
    }

    public async ValueTask DisposeAsync()
    {
        if (_mapp is null)
        {
            await using var db = Alla();
            await db.Database.EnsureDeletedAsync();
        }

        await _tjanster.DisposeAsync();
        if (_mapp is not null)
        {
            using (var anslutning = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(anslutning);
            }

            Directory.Delete(_mapp, recursive: true);
        }
    }
}
