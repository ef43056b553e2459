using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Kommandon;

namespace MinaTjanster.Web.Tests.Kommandon;

/// <summary>
/// Runs commands on a database of their own with the services they need, and without the web, whose start would migrate and seed first.
/// (KillTests runs the program itself.)
/// </summary>
internal sealed class Prov : IAsyncDisposable
{
    private readonly ServiceProvider _tjanster;
    private readonly string _mapp = Directory.CreateTempSubdirectory("minatjanster-").FullName;
    private int _filer;

    private Prov(Testdatabas databas, string miljo)
    {
        Databas = databas;
        _tjanster = new ServiceCollection()
            .AddPortalDatabas(databas.Provider, databas.ConnectionString)
            .AddSingleton<TimeProvider>(new Testklocka())
            .AddSingleton(Testdatabaser.SnabbHasher())
            .AddSingleton<IHostEnvironment>(new Miljo(miljo))
            .AddScoped<AktuellAnvandare>()
            .AddScoped<AuditService>()
            .BuildServiceProvider(validateScopes: true);
    }

    public Testdatabas Databas { get; }

    public static async Task<Prov> SkapaAsync(Testinnehall innehall = Testinnehall.Migrerad, string miljo = "Development") =>
        new(await Testdatabas.SkapaAsync(innehall: innehall), miljo);

    public async Task<(int? Kod, string Text)> KorAsync(params string[] args)
    {
        await using var ut = new StringWriter { NewLine = "\n" };
        var kod = await Kommando.KorAsync(args, _tjanster, ut);
        return (kod, ut.ToString());
    }

    public Task<(int? Kod, string Text)> SkapaKontoAsync(string anvandarnamn) =>
        KorAsync("skapa-konto", "--anvandarnamn", anvandarnamn, "--namn", "Berit Ek", "--epost", "berit.ek@csn.example");

    public string Fil(string innehall, Encoding? kodning = null)
    {
        var fil = Path.Combine(_mapp, $"skolor{_filer++}.csv");
        File.WriteAllText(fil, innehall, kodning ?? new UTF8Encoding(false));
        return fil;
    }

    public async Task<string> MigrationerAsync()
    {
        await using var db = Databas.Alla();
        return string.Join(", ", db.Database.GetMigrations());
    }

    public async ValueTask DisposeAsync()
    {
        await _tjanster.DisposeAsync();
        await Databas.DisposeAsync();
        Directory.Delete(_mapp, recursive: true);
    }

    private sealed class Miljo(string namn) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = namn;

        public string ApplicationName { get; set; } = "MinaTjanster.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
