using System.Net;
using System.Text;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>The list of reports and a report's page. Today is 22 November 2026.</summary>
public sealed class SkolkrapporterTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Get_ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { "", "/csv", $"/{rapport.Id}", $"/{rapport.Id}/kvittens", $"/{rapport.Id}/avsluta", $"/{rapport.Id}/andra", $"/{rapport.Id}/ta-bort" })
        {
            (await klient.HamtaAsync("/ogiltig-franvaro" + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
        }
    }

    [Fact]
    public async Task Get_MissingOrAnotherSchools_IsNotFound()
    {
        var annan = await _varld.RapportAsync(await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var id in new[] { annan.Id, 999_999_999 })
        {
            foreach (var del in new[] { "", "/kvittens", "/avsluta", "/andra", "/ta-bort" })
            {
                (await klient.HamtaAsync($"/ogiltig-franvaro/{id}{del}")).Status.ShouldBe(HttpStatusCode.NotFound, $"{id}{del}");
            }
        }
    }

    [Fact]
    public async Task Index_ShowsWhatWaitsFirstAndFiltersByStatus()
    {
        var elev = await _varld.ElevAsync("Ordning", "Ordningsson", Demoskolor.Fjallberget, avdelning: Core.Studiestod.Avdelning.A2);
        var klar = await _varld.RapportAsync(elev, "2026-09-01", "2026-09-05", "2026-10-01", Arendestatus.Avslutat);
        var pagar = await _varld.RapportAsync(await _varld.ElevAsync("P", "Pagarsson", Demoskolor.Fjallberget), "2026-09-02", null, "2026-10-02", Arendestatus.Godkant);
        var saknas = await _varld.RapportAsync(await _varld.ElevAsync("S", "Saknasson", Demoskolor.Fjallberget), "2026-09-03", "2026-09-20", "2026-10-20");
        var sen = await _varld.RapportAsync(await _varld.ElevAsync("S", "Sensson", Demoskolor.Fjallberget), "2026-08-20", "2026-09-20", "2026-09-20");
        var fraga = await _varld.RapportAsync(await _varld.ElevAsync("F", "Fragasson", Demoskolor.Fjallberget), "2026-09-04", null, "2026-11-16", Arendestatus.KompletteringBegard);
        using var klient = await portal.InloggadAsync(Personer.GunBerg);

        var lista = await klient.HamtaAsync("/ogiltig-franvaro");

        var egna = new[] { fraga, sen, saknas, pagar, klar }.Select(r => $"r-{r.Id}").ToList();
        lista.Dokument.QuerySelectorAll("tbody tr").Select(r => r.Id!).Where(egna.Contains).ShouldBe(egna);
        lista.Text.ShouldContain("Underlaget försenat");
        lista.Text.ShouldContain("2026-11-30");
        var filtrerad = await klient.HamtaAsync("/ogiltig-franvaro?status=komplettering");
        filtrerad.Dokument.QuerySelectorAll("tbody tr").Select(r => r.Id).ShouldContain($"r-{fraga.Id}");
        filtrerad.Dokument.QuerySelectorAll("tbody tr").Select(r => r.Id).ShouldNotContain($"r-{sen.Id}");
        filtrerad.Texter("[aria-current=true]").ShouldHaveSingleItem().ShouldStartWith("Komplettering begärd (");
        (await klient.HamtaAsync("/ogiltig-franvaro?status=finns-inte&sida=x")).Status.ShouldBe(HttpStatusCode.OK);

        var rapport = await filtrerad.KlickaAsync("F Fragasson");
        rapport.Dokument.QuerySelector("a.tillbaka")!.GetAttribute("href").ShouldBe($"/ogiltig-franvaro?status=komplettering#r-{fraga.Id}");
    }

    [Fact]
    public async Task Csv_HoldsTheFilteredList()
    {
        var rapport = await _varld.RapportAsync(await _varld.ElevAsync("Fil", "Filsson"), status: Arendestatus.Granskas);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var hosCsn = Encoding.UTF8.GetString((await klient.HamtaAsync("/ogiltig-franvaro/csv?status=hos-csn")).Innehall);
        var saknas = Encoding.UTF8.GetString((await klient.HamtaAsync("/ogiltig-franvaro/csv?status=underlag")).Innehall);

        hosCsn.ShouldContain($"Fil Filsson;");
        hosCsn.ShouldContain($";{rapport.Kvittensnummer};2026-10-05;;2026-11-10;Hos CSN;");
        saknas.ShouldNotContain("Filsson");
    }

    [Fact]
    public async Task Rapport_WithComplementAsked_ShowsQuestionDueDateAndWhereToAnswer()
    {
        var rapport = await _varld.RapportAsync(status: Arendestatus.KompletteringBegard);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}");

        sida.Text.ShouldContain("CSN behöver en komplettering senast 24 november 2026: Underlaget täcker för kort period.");
        sida.Texter("p.radbrytningar").ShouldBe(["Skicka även oktober."], "CSN's line breaks are kept");
        sida.Texter("main a").ShouldContain("Skicka kompletteringen");
        sida.Dokument.QuerySelectorAll($"a[href='/ogiltig-franvaro/{rapport.Id}/underlag']").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rapport_WaitingForUnderlag_ShowsBothDueDates()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}");

        sida.Text.ShouldContain("helst senast 5 december 2026, och allra senast 10 januari 2027");
        sida.Text.Split("10 januari 2027 är en söndag. Sista dagen flyttas inte.").Length.ShouldBe(2, "said once");
        (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/underlag")).Text.ShouldContain("10 januari 2027 är en söndag. Sista dagen flyttas inte.");
        sida.Text.ShouldContain("Frånvaron pågår");
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("style=");
    }

    [Fact]
    public async Task Rapport_OfProtectedStudent_IsMaskedAndRecorded()
    {
        var elev = await _varld.ElevAsync("Gomd", "Gomdsson", skydd: Personskydd.Skyddad);
        var rapport = await _varld.RapportAsync(elev);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var del in new[] { "", "/kvittens", "/avsluta", "/andra", "/ta-bort" })
        {
            var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}{del}");
            sida.Text.ShouldContain(Studerande.SkyddadText);
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Gomdsson");
        }

        (await klient.HamtaAsync("/ogiltig-franvaro")).Dokument.DocumentElement.OuterHtml.ShouldNotContain("Gomdsson");
        (await _varld.VisningarAsync(elev)).ShouldBe(5);
    }
}
