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
        using (var forsta = Programprocess.Starta(databas))
        {
            while (!forsta.HarSlutat && !(File.Exists(databas.Fil) && Loggstorlek(databas) >= loggbyte))
            {
                await Task.Delay(1);
            }

            forsta.HarSlutat.ShouldBeFalse();
            forsta.Doda();
        }

        using (var andra = Programprocess.Starta(databas))
        {
            await andra.VantaAsync();
        }

        await using var db = databas.Alla();
        // The schools of the table: Development adds others, to compare with (ADR 0051).
        var koder = Demoskolor.Alla.Select(s => s.Skolkod).ToList();
        var skolor = await db.Skolor.Where(s => koder.Contains(s.Skolkod)).Select(s => s.Id).ToListAsync();
        skolor.Count.ShouldBe(Demoskolor.Alla.Count);
        (await db.Skolor.CountAsync()).ShouldBe(Demoskolor.Alla.Count + 8);
        (await db.Konton.CountAsync()).ShouldBeGreaterThanOrEqualTo(Demokonton.Alla.Count);
        (await db.Nationellt<Studerande>().CountAsync(s => skolor.Contains(s.SkolaId))).ShouldBe(Demoskolor.Alla.Sum(s => s.AntalStuderande));
        (await db.Nationellt<Arende>().CountAsync(a => skolor.Contains(a.SkolaId))).ShouldBeGreaterThanOrEqualTo(12);
        (await db.Nationellt<Dokument>().CountAsync(d => d.Status == Dokumentstatus.Komplett && skolor.Contains(d.SkolaId))).ShouldBeGreaterThanOrEqualTo(9);
    }

    private static long Loggstorlek(Testdatabas databas) => File.Exists(databas.Fil + "-wal") ? new FileInfo(databas.Fil + "-wal").Length : 0;
}
