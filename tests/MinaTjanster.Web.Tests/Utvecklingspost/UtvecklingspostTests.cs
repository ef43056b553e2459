using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Utvecklingspost;

public sealed class UtvecklingspostTests
{
    [Fact]
    public async Task Get_InDevelopment_ShowsMailsNewestFirstAsText()
    {
        await using var portal = new PortalFabrik();
        await using (var db = portal.Databas.Alla())
        {
            var service = new MejlService(db, portal.Klocka, Testskydd.Mejl);
            service.Add("anna@example.org", "Först", "Hej Åsa!\nRad två <script>alert(1)</script>");
            await db.SaveChangesAsync();
            service.Add("bo@example.org", "Sist", "Hej Bo!");
            await db.SaveChangesAsync();
        }

        using var klient = portal.NyKlient();
        var sida = await klient.HamtaAsync("/utvecklingspost");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Rubrik.ShouldBe("Utvecklingspost");
        sida.Texter("article h2").Take(2).ShouldBe(["Sist", "Först"]);
        var brev = sida.Dokument.QuerySelectorAll("article").Single(a => a.QuerySelector("h2")!.TextContent == "Först");
        brev.TextContent.ShouldContain("anna@example.org");
        brev.TextContent.ShouldContain("Rad två <script>alert(1)</script>");
        brev.QuerySelector("script").ShouldBeNull();
        brev.TextContent.ShouldContain("Väntar på att skickas");
        brev.TextContent.ShouldContain("2026-11-22 10:00:00");
    }

    [Fact]
    public async Task Get_OutsideDevelopment_DoesNotExist()
    {
        await using var portal = new PortalFabrik { Miljo = Environments.Production, Installningar = new() { ["Epost:Host"] = "127.0.0.1" } };
        using var klient = portal.NyKlient();

        (await klient.HamtaAsync("/utvecklingspost")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Production", "127.0.0.1", false)]
    [InlineData("Development", "127.0.0.1", false)]
    [InlineData("Development", "", true)]
    public async Task SecretTexts_AreKeptOnlyWhereThisIsTheMailbox(string miljo, string server, bool behalls)
    {
        await using var portal = new PortalFabrik { Miljo = miljo, Installningar = new() { ["Epost:Host"] = server } };

        portal.Services.GetRequiredService<Mejlinstallning>().BehallHemliga.ShouldBe(behalls);
    }

    [Theory]
    [InlineData("Epost:Host")]
    [InlineData("Portal:Adress")]
    public async Task Start_OutsideDevelopmentWithoutWhatMailsNeed_IsRefusedWithTheSettingsName(string utan)
    {
        await using var portal = new PortalFabrik { Miljo = Environments.Production, Installningar = new() { ["Epost:Host"] = "127.0.0.1", [utan] = "" } };

        Should.Throw<Exception>(() => portal.NyKlient()).ToString().ShouldContain($"{utan} is not set");
    }
}
