using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

public sealed class DatabasstartTests
{
    [Fact]
    public async Task Starta_OnAnEmptyFile_MigratesAndSeeds()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Tom);
        var seedad = 0;

        var saknas = await Databasstart.StartaAsync(databas.NyDb, () => Task.FromResult(seedad++));

        saknas.ShouldBeEmpty();
        seedad.ShouldBe(1);
        await using var db = databas.Alla();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Skolor.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Starta_OnAFileOfNoBytes_Migrates()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Tom);
        await File.Create(databas.Fil).DisposeAsync();

        (await Databasstart.StartaAsync(databas.NyDb)).ShouldBeEmpty();

        await using var db = databas.Alla();
        (await db.Skolor.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Starta_WithAnAbandonedMigrationLock_DoesNotHang()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Tom);
        await using (var db = databas.Alla())
        {
            // What a start killed while migrating leaves behind: EF's lock row, and no history.
            await db.Database.ExecuteSqlAsync($"CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-22 09:00:00')");
        }

        using var taletsSlut = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Databasstart.StartaAsync(databas.NyDb, ct: taletsSlut.Token);

        await using var efter = databas.Alla();
        (await efter.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Starta_WhenNothingIsPending_LeavesAnotherProcessesLockAlone()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using (var db = databas.Alla())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-22 09:00:00')");
        }

        await Databasstart.StartaAsync(databas.NyDb);

        await using var efter = databas.Alla();
        (await efter.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Starta_TwiceAtOnce_SeedsOneAtATime()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Tom);
        var inne = 0;
        var samtidiga = 0;

        async Task Seeda()
        {
            samtidiga = Math.Max(samtidiga, Interlocked.Increment(ref inne));
            await Task.Yield();
            Interlocked.Decrement(ref inne);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Databasstart.StartaAsync(databas.NyDb, Seeda))));

        samtidiga.ShouldBe(1);
    }
}
