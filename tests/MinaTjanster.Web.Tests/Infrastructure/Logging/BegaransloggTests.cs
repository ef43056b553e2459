using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Logging;

/// <summary>A flow with personnummer in every place a person or a tool may put one, and the log of it.</summary>
public sealed class BegaransloggTests : IDisposable
{
    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("minatjanster-logg-");

    public void Dispose() => _mapp.Delete(recursive: true);

    [Theory]
    [InlineData("Information")]
    [InlineData("Debug")]
    public async Task Flow_WithPersonnummerEverywhere_LeavesNoneInTheLog(string niva)
    {
        Personnummer nummer;
        long studerandeId, kontoId;
        await using (var portal = new PortalFabrik { Installningar = Installningar(niva) })
        {
            await using (var db = portal.Databas.Alla())
            {
                var skola = await db.Skolor.SingleAsync(s => s.Skolkod == "12345678");
                var student = await db.Studerande.IgnoreQueryFilters().FirstAsync(s => s.SkolaId == skola.Id);
                (nummer, studerandeId) = (student.Personnummer, student.Id);
                kontoId = (await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn)).Id;
            }

            using var klient = portal.NyKlient();
            await klient.ForsokLoggaInAsync(nummer.Fullt, "fel");
            await klient.LoggaInAsync(Personer.AnnaLind);
            var traff = await (await klient.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", nummer.Fullt));
            traff.Url.ToString().ShouldNotContain(nummer.Varde[8..]);
            await klient.HamtaAsync($"/studerande/{studerandeId}");
            await klient.HamtaAsync($"/studerande?q={nummer.Fullt}");
            await klient.HamtaAsync($"/studerande/{nummer.Varde}");
            await klient.HamtaAsync($"/finns-inte/{nummer.Fullt}?p={nummer.Varde}");
            await klient.SkickaAsync(new HttpRequestMessage(HttpMethod.Post, $"/studerande/sok?p={nummer.Fullt}"), foljOmdirigering: false);
        }

        var logg = await File.ReadAllTextAsync(_mapp.GetFiles("flode-*.log").ShouldHaveSingleItem().FullName);
        logg.Split('\n').Where(Personnummermask.Finns).ShouldBeEmpty();
        logg.ShouldNotContain(nummer.Varde);
        logg.ShouldNotContain(nummer.Fullt);
        logg.ShouldContain("POST studerande/sok 302");
        logg.ShouldContain("GET studerande/{id:long} 200");
        logg.ShouldContain($"ms konto {kontoId}");
        logg.ShouldNotContain($"GET studerande/{studerandeId}");
    }

    private Dictionary<string, string> Installningar(string niva) => new()
    {
        ["Loggning:Fil"] = Path.Combine(_mapp.FullName, "flode-.log"),
        ["Loggning:Konsol"] = "false",
        ["Serilog:MinimumLevel:Default"] = niva,
        ["Serilog:MinimumLevel:Override:Microsoft"] = niva,
    };
}
