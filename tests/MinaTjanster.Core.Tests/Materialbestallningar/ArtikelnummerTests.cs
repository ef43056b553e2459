using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

public sealed class ArtikelnummerTests
{
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task NumbersInSmallLetters_AreRaised_ExceptWhereAnotherArticleHasThem(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        var artiklar = await db.Materialartiklar.AsNoTracking().OrderBy(a => a.Id).Take(3).Select(a => a.Id).ToListAsync();
        Task SattAsync(long id, string nummer) => db.SkrivAsync(() => db.Materialartiklar.Where(a => a.Id == id).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Nummer, nummer)));
        await SattAsync(artiklar[0], "9777å");
        await SattAsync(artiklar[1], "9778W");
        if (provider == Databasprovider.Sqlite)
        {
            // SQL Server's own unique key takes the two for one.
            await SattAsync(artiklar[2], "9778w");
        }

        (await Artikelnummer.HojSmaAsync(databas.NyDb, default)).ShouldBe(1);
        (await Artikelnummer.HojSmaAsync(databas.NyDb, default)).ShouldBe(0);

        var efter = await db.Materialartiklar.AsNoTracking().Where(a => artiklar.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Nummer);
        (efter[artiklar[0]], efter[artiklar[1]]).ShouldBe(("9777Å", "9778W"));
        if (provider == Databasprovider.Sqlite)
        {
            efter[artiklar[2]].ShouldBe("9778w");
        }
    }
}
