using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Kommandon;

/// <summary>Kills the real program during its first start and starts it again: the next start works and the data is whole.</summary>
public sealed class AvbrutenStartTests
{
    private const string Lyssnar = "Now listening on: ";

    /// <summary>
    /// The moments, by how far the database has been written: the file is there; EF's migration lock is taken; tables are being made;
    /// the migration is done and the demo data is being made (which is written all at once).
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public async Task Start_AfterAKilledFirstStart_ServesWholeData(int loggbyte)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Tom);
        using (var forsta = Starta(databas))
        {
            while (!forsta.HasExited && !(File.Exists(databas.Fil) && Loggstorlek(databas) >= loggbyte))
            {
                await Task.Delay(1);
            }

            forsta.HasExited.ShouldBeFalse();
            forsta.Kill();
            await forsta.WaitForExitAsync();
        }

        using var andra = Starta(databas);
        try
        {
            using var http = new HttpClient();
            (await http.GetAsync(new Uri(await AdressAsync(andra), "/halsa"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            andra.Kill();
            await andra.WaitForExitAsync();
        }

        await using var db = databas.Alla();
        (await db.Skolor.CountAsync()).ShouldBe(Demoskolor.Alla.Count);
        (await db.Konton.CountAsync()).ShouldBe(Demokonton.Alla.Count);
        (await db.Nationellt<Studerande>().CountAsync()).ShouldBe(Demoskolor.Alla.Sum(s => s.AntalStuderande));
        (await db.Nationellt<Arende>().CountAsync()).ShouldBe(12);
        (await db.Nationellt<Dokument>().CountAsync(d => d.Status == Dokumentstatus.Komplett)).ShouldBe(9);
    }

    private static long Loggstorlek(Testdatabas databas) => File.Exists(databas.Fil + "-wal") ? new FileInfo(databas.Fil + "-wal").Length : 0;

    private static Process Starta(Testdatabas databas)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MinaTjanster.Web.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Portal"] = databas.ConnectionString,
                ["Losenord__Iterationer"] = $"{Testdatabaser.Iterationer}",
                ["Klocka__Start"] = "2026-11-22T10:00",
                ["Loggning__Fil"] = "",
            },
        };
        return Process.Start(start)!;
    }

    private static async Task<Uri> AdressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } rad)
        {
            if (rad.IndexOf(Lyssnar, StringComparison.Ordinal) is >= 0 and var plats)
            {
                return new Uri(rad[(plats + Lyssnar.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }
}
