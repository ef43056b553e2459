using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.MittKonto;

/// <summary>Mitt konto: facts and behörigheter.</summary>
public sealed class KontouppgifterTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task Header_LeadsToThePage_WithFactsAndWhatIsHeldAtEverySchool()
    {
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        var start = await klient.HamtaAsync("/");
        start.Dokument.QuerySelector(".huvud a[href='/mitt-konto']")!.TextContent.ShouldContain("David Abdi");

        var sida = await klient.HamtaAsync("/mitt-konto");

        sida.Rubrik.ShouldBe("Mitt konto");
        sida.Text.ShouldContain("davabd01");
        sida.Text.ShouldContain(Personer.DavidAbdi.Konto.Epost);
        sida.Texter("tbody tr").Count.ShouldBe(2);
        sida.Text.ShouldContain("Norra Hamnens gymnasium");
        sida.Text.ShouldContain("Ängsholms komvux");
        sida.Text.ShouldContain("Studeranderapportering");
    }

    [Fact]
    public async Task Csn_SeesItsOwnRoles()
    {
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);

        var sida = await klient.HamtaAsync("/mitt-konto");

        sida.Texter("tbody th").ShouldBe(["Handläggare", "Skyddade personuppgifter"], ignoreOrder: true);
        sida.Text.ShouldContain("Kontakta CSN:s behörighetshandläggare");
    }
}
