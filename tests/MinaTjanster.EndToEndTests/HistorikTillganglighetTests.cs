using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// As <see cref="TillganglighetTests"/>, what is drawn of a year's reports from many schools: without them the pages say that there are too few to compare. A portal of its own,
/// so that the other pages keep their data.
/// </summary>
public sealed class HistorikTillganglighetTests(Historikfixtur fixtur) : IClassFixture<Historikfixtur>
{
    /// <summary>The last of the demo's schools, after the nine of demo.md.</summary>
    private const int Tyst = 17;

    /// <summary>The page, and what is on it only with the history.</summary>
    public static TheoryData<Portalsida, string> Sidorna => new()
    {
        { new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet"), "svg.diagram polygon.diagram-band" },
        { new("/punktlighet", Personer.AnnaLind, _ => "/punktlighet?manader=24"), "td.matt small >> text=Andra:" },
        { new("/csn/punktlighet", Personer.GretaGranberg, _ => "/csn/punktlighet"), "td.matt small" },
        { new("/csn/punktlighet", Personer.KristinaOhlin, _ => "/csn/punktlighet?visa=alla"), "tr:has-text('Strömviks gymnasium')" },
        { new("/csn/punktlighet/{skolaId:long}", Personer.GretaGranberg, _ => $"/csn/punktlighet/{Tyst}"), "text=Påminn skolan" },
        { new("/csn/punktlighet/granska", Personer.GretaGranberg, _ => $"/csn/punktlighet/granska?skola={Tyst}"), "text=Skicka påminnelsen" },
        { new("/csn/frister", Personer.KristinaOhlin, _ => "/csn/frister"), "tr:has-text('Kontaktpersonen är underrättad')" },
        { new("/csn/frister", Personer.KristinaOhlin, _ => "/csn/frister?visa=egna"), "tr:has-text('Norra Hamnens gymnasium')" },
        { new("/granskning", Personer.GretaGranberg, _ => "/granskning?flik=vantar"), "td[data-rubrik='Svara senast'] small:has-text('försenat')" },
        { new("/statistik", null, _ => "/statistik"), "svg.diagram polyline.diagram-linje" },
    };

    [Theory, MemberData(nameof(Sidorna))]
    public async Task DrawnPage_HasNoViolation_AndFitsANarrowScreen(Portalsida portalsida, string ritat)
    {
        await fixtur.ProvaAsync(portalsida);

        (await (await fixtur.FonsterAsync(portalsida.Person)).Locator(ritat).CountAsync()).ShouldBeGreaterThan(0);
    }
}

/// <summary>With the demo history, and none of what <see cref="Sidor"/> prepares.</summary>
public sealed class Historikfixtur : Sidfixtur
{
    protected override async Task ForberedAsync() => (await new Demohistorik(Webblasare.Portal.Databas.NyDb, Webblasare.Portal.Klocka).SeedaAsync()).ShouldBeTrue();
}
