using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Halsa;

public sealed class HalsaTests
{
    [Fact]
    public async Task Get_DatabaseReadyAndNobodySignedIn_Is200()
    {
        await using var portal = new PortalFabrik();
        using var klient = portal.NyKlient();

        using var svar = await klient.Http.GetAsync("/halsa");

        svar.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await svar.Content.ReadAsStringAsync()).ShouldBe("ok");
        svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_MigrationMissing_Is503AndSaysNothingMore()
    {
        await using var portal = new PortalFabrik();
        using var klient = portal.NyKlient();
        await using (var db = portal.Databas.Alla())
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\"");
        }

        using var svar = await klient.Http.GetAsync("/halsa");

        svar.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await svar.Content.ReadAsStringAsync()).ShouldBe("otillgänglig");
    }

    [Fact]
    public async Task Get_DatabaseGone_Is503AndSaysNothingMore()
    {
        await using var portal = new PortalFabrik();
        using var klient = portal.NyKlient();
        (await klient.Http.GetAsync("/halsa")).Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(portal.Databas.Fil, portal.Databas.Fil + ".borta");

        using var svar = await klient.Http.GetAsync("/halsa");

        svar.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await svar.Content.ReadAsStringAsync()).ShouldBe("otillgänglig");
    }
}
