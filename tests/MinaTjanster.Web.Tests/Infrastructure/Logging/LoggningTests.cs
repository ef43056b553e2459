using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinaTjanster.Web.Infrastructure.Logging;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Logging;

/// <summary>Whatever reaches the log, no personnummer reaches the file.</summary>
public sealed class LoggningTests : IDisposable
{
    private const string Nummer = "20090412-9802";
    private const string Mask = "[personnummer]";
    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("minatjanster-logg-");

    public void Dispose() => _mapp.Delete(recursive: true);

    [Fact]
    public async Task Value_IsMasked() => (await SkrivAsync(l => l.LogInformation("Sökte {Text}", $"elev {Nummer}"))).ShouldContain($"Sökte elev {Mask}");

    [Fact]
    public async Task WordsOfTheMessage_AreMasked() =>
#pragma warning disable CA2254, CA2017 // The mistake that the mask is for.
        (await SkrivAsync(l => l.LogInformation($"Sökte {Nummer} {{Annat}}"))).ShouldContain($"Sökte {Mask}");
#pragma warning restore CA2254, CA2017

    [Fact]
    public async Task Number_IsMasked() => (await SkrivAsync(l => l.LogInformation("Sökte {Tal}", 200904129802L))).ShouldContain(Mask);

    [Fact]
    public async Task NumberPutTogetherByTheSentence_IsMasked() =>
        (await SkrivAsync(l => l.LogInformation("Sökte {Fodd}-{Sista}", "20090412", "9802"))).ShouldContain($"Sökte {Mask}");

    [Fact]
    public async Task Object_IsMasked() =>
        (await SkrivAsync(l => l.LogInformation("Sökte {@Fraga}", new { Text = Nummer, Listan = new[] { Nummer }, Ordlista = new Dictionary<string, string> { [Nummer] = Nummer } })))
            .ShouldContain(Mask);

    [Fact]
    public async Task Exception_IsMasked()
    {
        var logg = await SkrivAsync(l => l.LogError(new InvalidOperationException($"Fel för {Nummer}", new FormatException(Nummer)), "Gick inte"));
        logg.ShouldContain($"InvalidOperationException: Fel för {Mask}");
        logg.ShouldContain($"FormatException: {Mask}");
    }

    [Fact]
    public async Task Scope_IsMasked() =>
        (await SkrivAsync(l =>
        {
            using (l.BeginScope(new Dictionary<string, object> { ["KorrelationsId"] = Nummer }))
            {
                l.LogInformation("Klart");
            }
        })).ShouldContain($"{Mask} Klart");

    [Fact]
    public async Task OrdinaryLine_IsWrittenAsItIs() =>
        (await SkrivAsync(l => l.LogWarning(new InvalidOperationException("Trasigt {så}"), "Rad {Antal} av {Kvitto}", 12345678, "SK-7K4M-29QX")))
            .ShouldContain("Rad 12345678 av SK-7K4M-29QX");

    [Fact]
    public async Task Level_FollowsTheSettings()
    {
        var logg = await SkrivAsync(
            l =>
            {
                l.LogInformation("tyst");
                l.LogWarning("hörs");
            },
            ("Serilog:MinimumLevel:Default", "Warning"));
        logg.ShouldContain("hörs");
        logg.ShouldNotContain("tyst");
    }

    private async Task<string> SkrivAsync(Action<ILogger> skriv, params (string Namn, string Varde)[] installningar)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _mapp.FullName, EnvironmentName = "Test" });
        builder.Configuration["Loggning:Fil"] = "prov-.log";
        builder.Configuration["Loggning:Konsol"] = "false";
        foreach (var (namn, varde) in installningar)
        {
            builder.Configuration[namn] = varde;
        }

        builder.AddPortalLogging();
        await using (var app = builder.Build())
        {
            skriv(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Prov"));
        }

        var logg = await File.ReadAllTextAsync(_mapp.GetFiles("prov-*.log").ShouldHaveSingleItem().FullName);
        logg.ShouldNotContain("9802");
        return logg;
    }
}
