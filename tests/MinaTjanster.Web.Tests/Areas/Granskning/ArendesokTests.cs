using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Areas.Granskning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>Searching the queue, and sorting where the table's head does not show. What is found: <c>ArendesokningTests</c> in Core.</summary>
public sealed class ArendesokTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Sok = "/granskning/sok";
    private const string Skyddade = "/granskning/skyddade/sok";

    public static IEnumerable<object[]> UtanSkydd => Personer.Utan(Rattighet.SeSkyddadeIdentiteter);

    [Theory, MemberData(nameof(Personer.UtomHandlaggare), MemberType = typeof(Personer))]
    public async Task Post_ByOthersThanReviewers_IsForbidden(Person person)
    {
        using var klient = await portal.InloggadMedSkolaAsync(person);
        var post = new HttpRequestMessage(HttpMethod.Post, Sok) { Content = new FormUrlEncodedContent([new("Text", "Ek")]) };

        (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(UtanSkydd))]
    public async Task PostInTheProtectedLane_ByOthersThanTheCleared_IsForbidden(Person person)
    {
        using var klient = await portal.InloggadMedSkolaAsync(person);
        var post = new HttpRequestMessage(HttpMethod.Post, Skyddade) { Content = new FormUrlEncodedContent([new("Text", "Ek")]) };

        (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Search_KeepsThePlace_IsKeptByTheCase_AndNamesNobodyInTheAddress()
    {
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var lista = await greta.HamtaAsync("/granskning?flik=oppna&sortering=belopp");

        var traff = await lista.SkickaAsync(Sok, ("Text", "vall stina"));

        traff.Url.PathAndQuery.ShouldMatch(@"^/granskning\?flik=oppna&sortering=belopp&riktning=fallande&sok=[0-9a-f]{32}$");
        traff.Texter(".arendelista tbody tr").ShouldHaveSingleItem().ShouldContain("Stina Vall");
        traff.FindForm(Sok).Varde("Text").ShouldBe("vall stina");
        traff.Texter("#lista-rubrik").ShouldBe(["Alla öppna: 1 ärende"]);
        traff.Texter(".flikar a").ShouldContain("Avslutade 0 ärenden");
        Htmlprov.Fel(traff).ShouldBeEmpty();
        var arende = await traff.KlickaAsync(traff.Texter(".arendelista tbody th")[0]);
        arende.Url.Query.ShouldMatch(@"^\?ko=oppna\.belopp\.fallande\.1\.alla\.[0-9a-f]{32}$");
        (await arende.KlickaAsync("Alla öppna")).Texter(".arendelista tbody tr").Count.ShouldBe(1);
        var fil = await traff.KlickaAsync("Hämta som CSV");
        Encoding.UTF8.GetString(fil.Innehall).Trim().Split('\n').Length.ShouldBe(2);
        (await traff.KlickaAsync("Visa alla")).Texter("#lista-rubrik").ShouldBe(["Alla öppna: 9 ärenden"]);
        (await lista.SkickaAsync(Sok, ("Text", "  "))).Url.Query.ShouldNotContain("sok=");
    }

    [Fact]
    public async Task Search_WithNothingInTheTab_SaysWhereThereIs()
    {
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await greta.HamtaAsync("/granskning")).SkickaAsync(Sok, ("Text", "Mårtensson Erik"));

        sida.Text.ShouldContain("Inget ärende hittades i Att granska");
        (await sida.KlickaAsync("Avslutade (1)")).Texter(".arendelista tbody tr").ShouldHaveSingleItem().ShouldContain("Erik Mårtensson");
        var inget = await (await greta.HamtaAsync("/granskning")).SkickaAsync(Sok, ("Text", "Finnsinteberg"));
        inget.Text.ShouldContain("Kontrollera stavningen.");
        inget.Text.ShouldNotContain("Allt är granskat");
        (await (await greta.HamtaAsync("/granskning")).SkickaAsync(Sok, ("Text", new string('x', 5000)))).Text.ShouldContain("Inget ärende hittades");
    }

    /// <summary>By name, number, receipt or school: the ordinary queue knows of no protected student, for the cleared either.</summary>
    [Fact]
    public async Task Search_ForAProtectedStudent_FindsNothing_ButInTheLane()
    {
        var skyddad = await portal.SkyddadAsync();
        await using var db = portal.Databas.Alla();
        var rapport = await db.Nationellt<Skolkrapport>().SingleAsync(r => r.Id == skyddad.SkolkrapportId);
        var elev = await db.Nationellt<Studerande>().SingleAsync(s => s.Id == rapport.StuderandeId);
        string[] texter = [elev.Personnummer.Fullt, rapport.Kvittensnummer, elev.Efternamn];
        foreach (var person in new[] { Personer.GretaGranberg, Personer.StigSkyman })
        {
            using var klient = await portal.InloggadAsync(person);
            foreach (var text in texter)
            {
                var sida = await (await klient.HamtaAsync("/granskning?flik=oppna")).SkickaAsync(Sok, ("Text", text));
                sida.Text.ShouldNotContain(Studerande.SkyddadText);
                sida.Text.ShouldNotContain(rapport.Kvittensnummer);
                sida.Url.Query.ShouldNotContain(elev.Personnummer.Varde[2..8]);
            }
        }

        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var lane = await stig.HamtaAsync("/granskning/skyddade?flik=oppna");
        lane.Text.ShouldContain("Namn på studerande går inte att söka på här.");
        var traff = await lane.SkickaAsync(Skyddade, ("Text", elev.Personnummer.Fullt));
        traff.Url.AbsolutePath.ShouldBe("/granskning/skyddade");
        traff.Texter(".arendelista td[data-rubrik=Studerande]").ShouldBe([$"{Studerande.SkyddadText}xxxxxxxx-xxxx"]);
        (await lane.SkickaAsync(Skyddade, ("Text", elev.Efternamn))).Text.ShouldContain("Inget ärende hittades");

        // The key of one's own session stands for the same text in the other queue, and finds nobody there; another's finds all, and says so.
        var nyckel = traff.Url.Query[^32..];
        (await stig.HamtaAsync($"/granskning?flik=oppna&sok={nyckel}")).Text.ShouldContain("Inget ärende hittades");
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var annans = await greta.HamtaAsync($"/granskning?flik=oppna&sok={nyckel}");
        annans.Text.ShouldContain("Sökningen finns inte kvar.");
        annans.Text.ShouldNotContain(elev.Personnummer.Fullt);
        annans.Texter("#lista-rubrik").ShouldBe(["Alla öppna: 9 ärenden"]);
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("__skola")]
    public async Task Post_WithoutTheHiddenFields_SearchesNothing(string falt)
    {
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var form = (await greta.HamtaAsync("/granskning")).FindForm(Sok);

        (await form.Manipulera(falt, null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("skyddade.oppna.inkommet.stigande.1")]
    [InlineData("//ond.example/.x.y.1")]
    public async Task Post_WithAnotherPlace_StaysInItsOwnQueue(string ko)
    {
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var form = (await stig.HamtaAsync("/granskning")).FindForm(Sok).Manipulera("ko", ko);

        var sida = await form.SkickaAsync();

        sida.Url.AbsolutePath.ShouldBe("/granskning");
        sida.Text.ShouldNotContain(Studerande.SkyddadText);
    }

    [Fact]
    public async Task NextCase_OfASearch_IsOneItFinds()
    {
        await using var egen = new PortalFabrik();
        using var greta = await egen.InloggadAsync(Personer.GretaGranberg);
        var stina = await egen.StinaAsync();
        var traff = await (await greta.HamtaAsync("/granskning")).SkickaAsync(Sok, ("Text", "Stina Vall"));

        (await traff.SkickaAsync("Nästa ärende")).Url.AbsolutePath.ShouldBe($"/granskning/{stina.Id}");
        (await traff.SkickaAsync("Nästa ärende")).Notis.ShouldBe("Det finns inget ärende att granska just nu.");
    }

    /// <summary>A search that the session does not have: nothing is taken or exported instead of what was found.</summary>
    [Fact]
    public async Task NextCaseAndFile_OfASearchThatIsLost_ShowTheListAndDoNothing()
    {
        await using var egen = new PortalFabrik();
        using var greta = await egen.InloggadAsync(Personer.GretaGranberg);
        var nyckel = (await (await greta.HamtaAsync("/granskning")).SkickaAsync(Sok, ("Text", "Stina Vall"))).Url.Query[^32..];
        using var stig = await egen.InloggadAsync(Personer.StigSkyman);
        var stigId = egen.KontoId(Personer.StigSkyman);
        var fore = await TagnaAsync();

        var nasta = await (await stig.HamtaAsync("/granskning")).FindForm("Nästa ärende").Manipulera("ko", $"att-granska.inkommet.stigande.1.alla.{nyckel}").SkickaAsync();
        var fil = await stig.HamtaAsync($"/granskning/arenden.csv?flik=oppna&sok={nyckel}");

        foreach (var sida in new[] { nasta, fil })
        {
            sida.Url.AbsolutePath.ShouldBe("/granskning");
            sida.Url.Query.ShouldEndWith($"sok={nyckel}");
            sida.Text.ShouldContain("Sökningen finns inte kvar.");
        }

        fil.Texter(".flikar a[aria-current]").ShouldHaveSingleItem().ShouldStartWith("Alla öppna");
        (await TagnaAsync()).ShouldBe(fore);
        await using var db = egen.Databas.Alla();
        (await db.AuditEvents.AnyAsync(h => h.Act == Acts.CaseListExported)).ShouldBeFalse();

        async Task<int> TagnaAsync()
        {
            await using var las = egen.Databas.Alla();
            return await las.Nationellt<Arende>().CountAsync(a => a.HandlaggareKontoId == stigId);
        }
    }

    [Fact]
    public async Task WaitingForTheSchool_ShowsTheSoonestLastDayFirst_AndTurns()
    {
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);

        var vantar = await (await greta.HamtaAsync("/granskning")).KlickaAsync("Väntar på skolan 3 ärenden");

        vantar.Texter("th[aria-sort=ascending]").ShouldBe(["Svara senast"]);
        var dagar = vantar.Texter("td[data-rubrik='Svara senast']").Select(t => t[..10]).ToList();
        dagar.Count.ShouldBe(3);
        dagar.ShouldBe(dagar.Order(StringComparer.Ordinal));
        dagar.Distinct().Count().ShouldBeGreaterThan(1);
        (await vantar.KlickaAsync("Svara senast")).Texter("td[data-rubrik='Svara senast']").Select(t => t[..10]).ShouldBe(dagar.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SortForm_OffersEveryOrder_AndKeepsTabFilterAndSearch()
    {
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await (await greta.HamtaAsync("/granskning?flik=oppna&visa=stammer")).SkickaAsync(Sok, ("Text", "Södra Bergets"));
        sida.Dokument.QuerySelectorAll("#ordning option").Length.ShouldBe(Koplats.AllaOrdningar.Count());
        sida.Dokument.QuerySelector("#ordning option[selected]")!.TextContent.ShouldBe("Underlag kom in, äldst först");

        var sorterad = await sida.SkickaAsync("Sortera", ("sortering", "belopp.stigande"));

        sorterad.Dokument.QuerySelector("#ordning option[selected]")!.TextContent.ShouldBe("Belopp, minst först");
        sorterad.Texter("th[aria-sort=ascending]").ShouldBe(["Belopp"]);
        sorterad.Texter("#lista-rubrik").ShouldBe(sida.Texter("#lista-rubrik"));
        sorterad.Texter(".kofilter a[aria-current]").ShouldBe(["Allt stämmer"]);
        sorterad.FindForm(Sok).Varde("Text").ShouldBe("Södra Bergets");
    }
}
