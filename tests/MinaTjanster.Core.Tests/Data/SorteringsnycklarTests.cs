using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

public sealed class SorteringsnycklarTests
{
    /// <summary>As a database stands after an upgrade from before there were keys, stopped when one school had got its.</summary>
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task SchoolsWithoutAKey_GetTheirs_AndTheOthersAreLeft(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        var fore = await db.Skolor.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Sorteringsnyckel);
        var forsta = fore.Keys.Min();
        await db.SkrivAsync(() => db.Skolor.Where(s => s.Id != forsta).ExecuteUpdateAsync(s => s.SetProperty(x => x.Sorteringsnyckel, "")));

        (await Sorteringsnycklar.FyllSaknadeAsync(databas.NyDb, default)).ShouldBe(fore.Count - 1);

        (await db.Skolor.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Sorteringsnyckel)).ShouldBe(fore, ignoreOrder: true);
        (await Sorteringsnycklar.FyllSaknadeAsync(databas.NyDb, default)).ShouldBe(0);
    }
}
