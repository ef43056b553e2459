using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>The student list, its search, and a student's page. Today is 22 November 2026.</summary>
public sealed class StuderandelistaTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Get_ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { "/studerande", "/studerande/csv", $"/studerande/{elev.Id}" })
        {
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
        }
    }

    [Fact]
    public async Task Index_PagesTheSchoolsStudentsInOrderAndLeadsBackToTheSamePlace()
    {
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        var forsta = await klient.HamtaAsync("/studerande");
        forsta.Texter("tbody tr").Count.ShouldBe(25);
        forsta.Text.ShouldContain("200 studerande");
        var tredje = await klient.HamtaAsync("/studerande?sida=3");
        var lank = tredje.Dokument.QuerySelector("tbody th a")!.GetAttribute("href")!;
        lank.ShouldEndWith("?sida=3");
        var rad = tredje.Dokument.QuerySelector("tbody tr")!.Id;

        var studerande = await klient.HamtaAsync(lank);

        studerande.Dokument.QuerySelector("a.tillbaka")!.GetAttribute("href").ShouldBe($"/studerande?sida=3#{rad}");
        (await klient.HamtaAsync("/studerande?sida=99999")).Texter(".sidning [aria-current]").ShouldBe(["8"]);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public async Task Index_StrangePage_ShowsTheFirst(string sida)
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var svar = await klient.HamtaAsync($"/studerande?sida={sida}&sok=%00finns-inte");

        svar.Status.ShouldBe(HttpStatusCode.OK);
        svar.Dokument.Title.ShouldStartWith("Studerande");
        svar.Text.ShouldContain("Sökningen finns inte kvar");
    }

    [Fact]
    public async Task Sok_ByName_RedirectsToAnOpaqueKeyAndFindsFolded()
    {
        var elev = await _varld.ElevAsync("Åke", "Åkrantz");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await klient.HamtaAsync("/studerande");

        foreach (var text in new[] { "akrantz", "ÅKE åkr", "Åkrantz, Åke" })
        {
            var traff = await sida.SkickaAsync("/studerande/sok", ("Text", text));

            traff.Url.Query.ShouldStartWith("?sok=");
            Uri.UnescapeDataString(traff.Url.Query).ShouldNotContain("krantz");
            traff.Texter("tbody th").ShouldBe(["Åke Åkrantz"]);
            traff.FindForm("/studerande/sok").Varde("Text").ShouldBe(text);
        }

        (await sida.SkickaAsync("/studerande/sok", ("Text", "  "))).Url.PathAndQuery.ShouldBe("/studerande");
        (await sida.SkickaAsync("/studerande/sok", ("Text", new string('x', 5000)))).Text.ShouldContain("Ingen studerande hittades");
        (await klient.HamtaAsync("/studerande/sok")).Url.AbsolutePath.ShouldBe("/studerande");
        elev.Id.ShouldBePositive();
    }

    [Fact]
    public async Task Sok_ByPersonnummer_LeavesNoNumberInAnyAddress()
    {
        var elev = await _varld.ElevAsync("Nils", "Nummersson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", elev.Personnummer.Varde[2..]));

        sida.Texter("tbody th").ShouldBe(["Nils Nummersson"]);
        var adresser = sida.Dokument.QuerySelectorAll("[href], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).Append(sida.Url.PathAndQuery);
        adresser.ShouldAllBe(a => !a.Contains(elev.Personnummer.Varde.Substring(2, 6)));
    }

    [Fact]
    public async Task Sok_KeyOfAnotherSession_ShowsNothingOfIt()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var traff = await (await klient.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", "Lisa"));
        using var annan = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await annan.HamtaAsync(traff.Url.PathAndQuery);

        sida.Text.ShouldContain("Sökningen finns inte kvar");
        sida.FindForm("/studerande/sok").Varde("Text").ShouldBe("");
    }

    [Fact]
    public async Task Protected_IsMaskedInListCsvAndPageAndEachViewIsRecorded()
    {
        var elev = await _varld.ElevAsync("Dolda", "Doldsson", skydd: Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var lista = await klient.HamtaAsync("/studerande");

        (await lista.SkickaAsync("/studerande/sok", ("Text", "Doldsson"))).Text.ShouldContain("Ingen studerande hittades");
        var traff = await lista.SkickaAsync("/studerande/sok", ("Text", elev.Personnummer.Fullt));
        traff.Texter("tbody th").ShouldBe([Studerande.SkyddadText]);
        var sida = await klient.HamtaAsync($"/studerande/{elev.Id}");
        var csv = Encoding.UTF8.GetString((await klient.HamtaAsync("/studerande/csv")).Innehall);

        sida.Rubrik.ShouldBe(Studerande.SkyddadText);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Doldsson");
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("EK25P");
        csv.ShouldNotContain("Doldsson");
        csv.ShouldNotContain(elev.Personnummer.Fullt);
        csv.ShouldContain($"{Studerande.SkyddadText};xxxxxxxx-xxxx");
        (await _varld.VisningarAsync(elev)).ShouldBe(1);
    }

    [Fact]
    public async Task Csv_OpensRightAndRunsNoFormula()
    {
        await _varld.ElevAsync("=HYPERLINK(\"x\")", "Formelsson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var traff = await (await klient.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", "Formelsson"));

        var svar = await klient.HamtaAsync(traff.Dokument.QuerySelector("a[href^='/studerande/csv']")!.GetAttribute("href")!);

        svar.Innehallshuvuden.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        svar.Innehallshuvuden.ContentDisposition!.FileName.ShouldBe("studerande-12345678-2026-11-22.csv");
        svar.Innehall.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var rader = Encoding.UTF8.GetString(svar.Innehall[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rader.Length.ShouldBe(2);
        rader[0].ShouldBe("Namn;Personnummer;Klass;Studietid från;Studietid till;Ogiltig frånvaro;Skolk från");
        rader[1].ShouldStartWith("\"'=HYPERLINK(");
        rader[1].ShouldEndWith(";EK25P;2026-08-17;2027-06-11;;");
    }

    [Fact]
    public async Task Studerande_MissingOrOfAnotherSchool_IsNotFound()
    {
        var annan = await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync($"/studerande/{annan.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/studerande/999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/studerande/99999999999999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Avdelning.A1, "2009-04-12", "Studiehjälp.", true)]
    [InlineData(Avdelning.A1, "2006-03-14", "Den studerande fyllde 20 år 2026.", false)]
    [InlineData(Avdelning.B, "2000-01-01", "ger studiemedel vid alla åldrar", false)]
    [InlineData(Avdelning.A3, "2008-01-01", "väljer den studerande själv till och med 30 juni 2028", true)]
    public async Task Studerande_SaysWhichSupportAndWhetherSkolkCanBeReported(Avdelning avdelning, string fodd, string stod, bool kan)
    {
        var elev = await _varld.ElevAsync("Stod", "Stodsson", avdelning: avdelning, fodd: DateOnly.Parse(fodd));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/studerande/{elev.Id}");

        sida.Text.ShouldContain(stod);
        sida.Text.ShouldContain("Börjat studera");
        (sida.Dokument.QuerySelector($"a[href='/ogiltig-franvaro/rapportera/{elev.Id}']") is not null).ShouldBe(kan);
        sida.Text.Contains("Ogiltig frånvaro kan inte rapporteras.").ShouldBe(!kan);
    }

    [Fact]
    public async Task Studerande_WithReports_ShowsThemWithStatusAndHistory()
    {
        var rapport = await _varld.RapportAsync(sista: "2026-10-20");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).SkickaAsync("Spara sista dag", ("SistaDag", "2026-10-27"), ("Tillbaka", "true"));

        var sida = await klient.HamtaAsync($"/studerande/{rapport.StuderandeId}");

        sida.Text.ShouldContain("Skolk (51)");
        sida.Text.ShouldContain("Underlag saknas");
        sida.Text.ShouldContain("Sista dag angiven · Anna Lind");
        sida.Text.ShouldContain("Sista dag: 2026-10-20 → 2026-10-27");
    }

    [Fact]
    public async Task Index_ToReport_LeadsFromTheNameToTheForm()
    {
        var elev = await _varld.ElevAsync("Vald", "Valdsson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await klient.HamtaAsync("/ogiltig-franvaro")).KlickaAsync("Rapportera ogiltig frånvaro");
        sida.Rubrik.ShouldBe("Välj studerande");

        var traff = await sida.SkickaAsync("/studerande/sok", ("Text", "Valdsson"));

        traff.Rubrik.ShouldBe("Välj studerande");
        traff.Texter("label").ShouldContain("Sök studerande");
        var formular = await traff.KlickaAsync("Vald Valdsson");
        formular.Url.PathAndQuery.ShouldBe($"/ogiltig-franvaro/rapportera/{elev.Id}{traff.Url.Query}", "the way back leads to the same search");
    }

    [Fact]
    public async Task Index_SchoolWithoutStudents_ShowsTheEmptyState()
    {
        await using var tom = new PortalFabrik();
        await using (var db = tom.Databas.Alla())
            await Handelseexempel.SkolaForAnnanEftergymnasialAsync(db);

        using var klient = await tom.InloggadAsync(Personer.KarinVik);
        await klient.ValjSkolaAsync(Handelseexempel.Skolkod(Skolform.AnnanEftergymnasial));

        (await klient.HamtaAsync("/studerande")).Text.ShouldContain("Skolan har inga studerande här än");
    }
}
