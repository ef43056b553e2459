using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.TestCommon;

/// <summary>
/// The whole portal in the test's process: the real pipeline with antiforgery, its own database with the demo data,
/// and a clock that stands at 2026-11-22 10:00 Swedish time until a test moves it.
/// </summary>
/// <remarks>As a class fixture it is shared by the class's tests, which then must not disturb one another.</remarks>
public sealed class PortalFabrik : WebApplicationFactory<Program>
{
    private static Innehallsbibliotek? _texter;

    private readonly Lazy<Testdatabas> _databas;

    public PortalFabrik() =>
        _databas = new(() => Task.Run(() => Testdatabas.SkapaAsync(Provider)).GetAwaiter().GetResult());

    public Databasprovider Provider { get; init; } = Databasprovider.Sqlite;

    public Testklocka Klocka { get; } = new();

    /// <summary>The clock that authenticator apps follow, which the portal's own may stand far from.</summary>
    public Testklocka VerkligKlocka { get; } = new();

    public Testdatabas Databas => _databas.Value;

    /// <summary>Development by default; Production takes its cookies and needs https.</summary>
    public string Miljo { get; init; } = Environments.Development;

    /// <summary>Settings of this test, above the test host's own.</summary>
    public Dictionary<string, string> Installningar { get; init; } = [];

    /// <summary>Replaces or adds services; runs last.</summary>
    public Action<IServiceCollection>? Tjanster { get; init; }

    /// <summary>A browser with cookies of its own.</summary>
    public Portalklient NyKlient()
    {
        var https = Miljo != Environments.Development;
        return new(CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = new Uri(https ? "https://localhost" : "http://localhost"),
        }));
    }

    /// <summary>A browser in which the person has signed in.</summary>
    public async Task<Portalklient> InloggadAsync(Person person)
    {
        var klient = NyKlient();
        await klient.LoggaInAsync(person);
        return klient;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_databas.IsValueCreated)
        {
            await _databas.Value.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Miljo);
        builder.UseSetting("Databas:Provider", Databas.Provider.ToString());
        builder.UseSetting("ConnectionStrings:Portal", Databas.ConnectionString);
        builder.UseSetting("Losenord:Iterationer", $"{Testdatabaser.Iterationer}");
        builder.UseSetting("Inloggning:ForsokPerMinut", "1000000");
        builder.UseSetting("Ladok:AnropPerMinut", "1000000");
        builder.UseSetting("Portal:Adress", "https://portalen.example.org");
        builder.UseSetting("Jobb:Aktiva", "false");
        builder.UseSetting("Fyraogon:Andel", "0");
        builder.UseSetting("Fyraogon:Belopp", "0");
        builder.UseSetting("Loggning:Fil", "");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Error");
        foreach (var (nyckel, varde) in Installningar)
        {
            builder.UseSetting(nyckel, varde);
        }

        builder.ConfigureTestServices(tjanster =>
        {
            tjanster.AddSingleton<IStartupFilter, Granspridare>();
            tjanster.AddSingleton<TimeProvider>(Klocka);
            tjanster.AddSingleton(new VerkligKlocka(VerkligKlocka));
            // Part of the program and never changed: read once, a fifth of a second less for each portal.
            tjanster.AddSingleton(sp => LazyInitializer.EnsureInitialized(ref _texter, () => Innehallsbibliotek.Las(sp.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider))!);
            Tjanster?.Invoke(tjanster);
        });
    }
}
