using System.Net;
using System.Text;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>A läsår's page, the roll-over, the check page and the receipt. Today is 22 November 2026.</summary>
public sealed class StudietiderTests : Studietidsportal
{
    public static IEnumerable<object[]> MedRatten => Personer.MedEgetLosenord.Where(p => p.Har(Rattighet.RapporteraStudietider)).Select(p => new object[] { p });

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.RapporteraStudietider, async person =>
        {
            using var klient = await Portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var tid = (await TiderAsync(Demoskolor.SodraBerget, 2026))[0].Id;

            foreach (var adress in new[] { "/studietider", Nu, $"{Nu}/csv", $"{Nu}/ny", $"{Nu}/granska", $"{Nu}/framskriv", $"{Nu}/skillnad", $"/studietider/tid/{tid}/andra", $"/studietider/tid/{tid}/ta-bort", $"/studietider/tid/{tid}/studerande", "/studietider/kvittens/ST-2A3C-4D5X" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
            (await klient.HamtaAsync("/")).Dokument.QuerySelector(".meny a[href='/studietider']").ShouldBeNull();
        });

    [Fact]
    public async Task Missing_OrAnotherSchools_IsNotFound()
    {
        using var hasan = await Portal.InloggadAsync(Personer.HasanYilmaz);
        var annans = await TiderAsync(Demoskolor.SodraBerget, 2026);
        var nummer = (await RapportAsync(Demoskolor.SodraBerget, 2026)).Kvittensnummer;

        foreach (var id in new[] { 0, 99_999_999, annans[0].Id })
        {
            foreach (var del in new[] { "andra", "ta-bort", "studerande" })
                (await hasan.HamtaAsync($"/studietider/tid/{id}/{del}")).Status.ShouldBe(HttpStatusCode.NotFound, del);
        }

        foreach (var lasar in new[] { "2026", "2026-28", "x", "9000001" })
        {
            foreach (var del in new[] { "", "/csv", "/ny", "/granska", "/framskriv", "/skillnad" })
                (await hasan.HamtaAsync($"/studietider/{lasar}{del}")).Status.ShouldBe(HttpStatusCode.NotFound, lasar + del);
        }

        (await hasan.HamtaAsync($"/studietider/kvittens/{nummer}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(MedRatten))]
    public async Task EverySchoolForm_ReachesItsLasarFromTheMenu(Person person)
    {
        using var klient = await Portal.InloggadAsync(person);

        var sida = await (await klient.HamtaAsync("/")).KlickaAsync("Studietider");

        sida.Url.AbsolutePath.ShouldBe(Nu);
        sida.Rubrik.ShouldBe("Studietider 2026/27");
        sida.Texter(".lasarsval a[aria-current]").Single().ShouldStartWith("2026/27");
    }

    [Fact]
    public async Task Lasar_IsDrawnAndListed_WithItsStatusAndWhatToDo()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync(Nu);

        sida.Text.ShouldContain("Studietiderna gäller.");
        sida.Texter("#lage ~ .status, .panel__huvud .status").ShouldContain("Godkänd");
        sida.Texter("#grupp-0 + table tbody th").ShouldBe(["2026-08-17 – 2026-12-18", "2027-01-11 – 2027-06-11"]);
        sida.Texter("#grupp-0 + table tbody td[data-rubrik='Uppehåll']").ShouldBe(["2026-10-26 – 2026-10-30", "2027-03-01 – 2027-03-05"]);
        // Two terminer; the first holds today and is cut in two by the autumn break.
        sida.Dokument.QuerySelectorAll(".kalender svg").Length.ShouldBe(2);
        sida.Dokument.QuerySelectorAll(".kalender svg")[0].QuerySelectorAll(".kal-galler").Length.ShouldBe(2);
        sida.Dokument.QuerySelectorAll(".kalender .kal-idag").Length.ShouldBe(1);
        sida.Texter(".kalender svg > title")[0].ShouldStartWith("Höstterminen 2026 som kalender");
        (await anna.HamtaAsync(Nasta)).Text.ShouldContain("Utkastet innehåller 2 nya. Inget är skickat till CSN än.");
        var forra = await anna.HamtaAsync("/studietider/2025-26");
        forra.Text.ShouldContain("Inga studietider 2025/26");
        forra.Text.ShouldContain("Ni behöver inte göra något");
        // What is over asks for nothing.
        forra.Texter(".lasarsval a")[0].ShouldBe("2025/26 Avslutat");
        forra.Texter(".panel .status, #lage ~ .status").ShouldNotContain("Inte rapporterat");
    }

    [Theory]
    [InlineData("2030-31")]
    [InlineData("2019-20")]
    public async Task Lasar_ThatIsNotReported_AndNeverHasBeen_IsNotFound(string lasar)
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync($"/studietider/{lasar}");

        sida.Status.ShouldBe(HttpStatusCode.NotFound);
        sida.Rubrik.ShouldBe((await anna.HamtaAsync("/finns-inte")).Rubrik);
        foreach (var under in new[] { "csv", "ny", "granska", "framskriv", "skillnad" })
            (await anna.HamtaAsync($"/studietider/{lasar}/{under}")).Status.ShouldBe(HttpStatusCode.NotFound, under);
    }

    [Fact]
    public async Task Csv_HoldsTheLasar_AndIsLogged()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);

        var fil = await (await anna.HamtaAsync(Nu)).KlickaAsync("Hämta som CSV");

        fil.Innehallshuvuden.ContentDisposition!.FileName.ShouldBe("studietider-12345678-2026-27.csv");
        var (hosten, varen) = (await TiderAsync(Demoskolor.SodraBerget, 2026)) is [var en, var annan] ? (en.Id, annan.Id) : default;
        Encoding.UTF8.GetString(fil.Innehall).Trim('\uFEFF').Trim().Split("\r\n").ShouldBe(
        [
            "nummer;utbildning;kod;utbildningsnummer;forsta_dag;sista_dag;uppehall;poang;omfattning;bekraftelse",
            $"{hosten};Hela skolan;;;2026-08-17;2026-12-18;2026-10-26 till 2026-10-30;;100;",
            $"{varen};Hela skolan;;;2027-01-11;2027-06-11;2027-03-01 till 2027-03-05;;100;",
        ]);
        (await AuditAsync(Acts.StudyTimesExported)).ShouldBe(1);
    }

    [Fact]
    public async Task RollOver_ShowsTheTwoLasarBesideEachOther_MarksWhatMoved_AndDoesNothingTwice()
    {
        using var gun = await Portal.InloggadAsync(Personer.GunBerg);
        // Moved 371 days it falls on 6 January.
        await LaggTillAsync(gun, Nu, ("Utbildning", $"{(await UtbildningAsync(Demoskolor.Fjallberget, "Fritidsledarutbildning")).Id}"), ("ForstaDag", "2026-12-31"), ("SistaDag", "2027-06-11"));
        await SkickaOchGodkannAsync(gun, Demoskolor.Fjallberget, 2026);
        var sida = await gun.HamtaAsync(Nu);

        var fraga = await sida.KlickaAsync("Föreslå nästa läsår från det här");
        fraga.Text.ShouldContain("53 veckor");
        var bredvid = await fraga.SkickaAsync("Skapa förslaget");

        bredvid.Url.AbsolutePath.ShouldBe($"{Nasta}/skillnad");
        bredvid.Notis.ShouldContain("3 studietider är föreslagna för 2027/28. En är flyttad för en helgdag: titta på den.");
        bredvid.Texter("tbody td[data-rubrik='Skillnad']").ShouldBe(["Oförändrad", "Oförändrad", "Flyttad för helgdag Första dagen är flyttad för en helgdag"]);
        var tider = await TiderAsync(Demoskolor.Fjallberget, 2027);
        tider.Select(t => (t.ForstaDag, t.Flyttad)).ShouldBe([(new(2027, 8, 23), Flyttmarke.Ingen), (new(2028, 1, 7), Flyttmarke.ForstaDag), (new(2028, 1, 17), Flyttmarke.Ingen)]);

        var igen = await fraga.SkickaAsync("Skapa förslaget");
        igen.Notis.ShouldContain("finns redan");
        (await TiderAsync(Demoskolor.Fjallberget, 2027)).Count.ShouldBe(3);
        (await (await gun.HamtaAsync(Nasta)).KlickaAsync("Granska och skicka")).Rubrik.ShouldBe("Granska och skicka");
    }

    [Fact]
    public async Task RollOver_IsRefused_WhereNothingIsApproved_OrTheNextIsAtCsn()
    {
        using var karin = await Portal.InloggadAsync(Personer.KarinVik);
        (await karin.HamtaAsync($"{Nu}/framskriv")).Notis.ShouldContain("inga godkända studietider att utgå från");
        using var fredrik = await Portal.InloggadAsync(Personer.FredrikDahl);
        (await fredrik.HamtaAsync($"{Nu}/framskriv")).Notis.ShouldContain("hos CSN för granskning");
        var sida = await fredrik.HamtaAsync(Nasta);
        sida.Text.ShouldContain("CSN har inte öppnat den än.");
        sida.Dokument.QuerySelector($"a[href='{Nasta}/ny']").ShouldBeNull();
        (await fredrik.HamtaAsync($"{Nasta}/granska")).Notis.ShouldContain("hos CSN för granskning");
    }

    [Fact]
    public async Task Report_IsChecked_SentOnce_AndHasItsReceipt()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var fore = await AuditAsync(Acts.StudyTimesSent);
        var granska = await (await anna.HamtaAsync(Nasta)).KlickaAsync("Granska och skicka");
        granska.Texter("tbody td[data-rubrik='Vad som händer']").ShouldAllBe(t => t.StartsWith("Ny"));

        var kvittens = await granska.SkickaAsync("Skicka till CSN");

        var rapport = await RapportAsync(Demoskolor.SodraBerget, 2027);
        kvittens.Url.AbsolutePath.ShouldBe($"/studietider/kvittens/{rapport.Kvittensnummer}");
        kvittens.Texter(".kvitto__nummer").Single().ShouldStartWith("ST-");
        kvittens.Text.ShouldContain("av Anna Lind");
        kvittens.Text.ShouldContain("2027-08-23 – 2027-12-24");
        (rapport.Status, await AuditAsync(Acts.StudyTimesSent)).ShouldBe((Rapportstatus.Inskickad, fore + 1));

        var igen = await granska.SkickaAsync("Skicka till CSN");
        (igen.Url.AbsolutePath, igen.Notis.Contains("redan skickad", StringComparison.Ordinal)).ShouldBe((kvittens.Url.AbsolutePath, true));
        (await anna.HamtaAsync($"{Nasta}/granska")).Notis.ShouldContain("hos CSN för granskning");
    }

    [Fact]
    public async Task Sending_IsRefused_WhenSomebodyHasChangedTheReport_OrTheExplanationNamesSomebody()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        using var bjorn = await Portal.InloggadAsync(Personer.BjornSvensson);
        var granska = await anna.HamtaAsync($"{Nasta}/granska");
        await (await bjorn.HamtaAsync($"/studietider/tid/{(await TiderAsync(Demoskolor.SodraBerget, 2027))[0].Id}/andra")).SkickaAsync("Spara ändringen", ("SistaDag", "2027-12-17"));

        var andrad = await granska.SkickaAsync("Skicka till CSN");
        andrad.Status.ShouldBe(HttpStatusCode.Conflict);
        andrad.Fel.ShouldContain(f => f.StartsWith("Rapporten har ändrats sedan sidan visades."));
        andrad.Text.ShouldContain("2027-12-17");

        var pnr = await andrad.FindForm("Skicka till CSN").Manipulera("Forklaring", "Gäller 20080214-2389.").SkickaAsync();
        pnr.Status.ShouldBe(HttpStatusCode.BadRequest);
        pnr.FelFor("Forklaring").ShouldBe(["Ta bort personnumret ur förklaringen."]);
        (await andrad.FindForm("Skicka till CSN").Manipulera("Nyckel", new string('x', 64)).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await andrad.FindForm("Skicka till CSN").Manipulera("Nyckel", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        // Another school's report by its key.
        using var gun = await Portal.InloggadAsync(Personer.GunBerg);
        await LaggTillAsync(gun, Nasta, ("ForstaDag", "2027-08-23"), ("SistaDag", "2027-12-17"));
        (await (await gun.HamtaAsync($"{Nasta}/granska")).FindForm("Skicka till CSN").Manipulera("Nyckel", (await RapportAsync(Demoskolor.SodraBerget, 2027)).Nyckel).SkickaAsync())
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await RapportAsync(Demoskolor.SodraBerget, 2027)).Status.ShouldBe(Rapportstatus.Utkast);

        (await pnr.SkickaAsync("Skicka till CSN", ("Forklaring", "Vi börjar tidigare i år."))).Text.ShouldContain("Vi börjar tidigare i år.");
    }

    [Fact]
    public async Task EmptyReport_IsNotSent()
    {
        using var karin = await Portal.InloggadAsync(Personer.KarinVik);

        (await karin.HamtaAsync($"{Nu}/granska")).Notis.ShouldContain("Det finns inget att skicka.");
    }

    [Fact]
    public async Task UtbildningsPage_SaysWhatHolds_AndHowManyStudy()
    {
        using var hasan = await Portal.InloggadAsync(Personer.HasanYilmaz);
        var id = (await UtbildningAsync(Demoskolor.Malarstranden, "Systemutvecklare .NET")).Id;

        var sida = await hasan.HamtaAsync($"/utbildningar/{id}");

        sida.Texter("#studietider ~ table tbody th").ShouldBe(["2027-01-11", "2026-08-17"]);
        sida.Text.ShouldContain("studerande är rapporterade i utbildningen.");
        var lista = await sida.KlickaAsync("Visa vilka");
        lista.Rubrik.ShouldBe("Rapporterade studerande");
        lista.Dokument.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
        (await hasan.HamtaAsync($"/utbildningar/{id}/arkivera")).Text.ShouldContain("studerande är rapporterade i utbildningen. Det påverkas inte.");
        using var bjorn = await Portal.InloggadAsync(Personer.BjornSvensson);
        var ekonomi = (await UtbildningAsync(Demoskolor.SodraBerget, "Ekonomiprogrammet")).Id;
        (await bjorn.HamtaAsync($"/utbildningar/{ekonomi}")).Dokument.QuerySelector($"a[href$='/studerande']").ShouldBeNull();
        (await bjorn.HamtaAsync($"/utbildningar/{ekonomi}/studerande")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await hasan.HamtaAsync($"/utbildningar/{ekonomi}/studerande")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Nothing says which of the school's students is protected: neither name, number, class, days nor a link.</summary>
    [Fact]
    public async Task ListOfThoseTouched_MasksProtectedStudents()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var tid = (await TiderAsync(Demoskolor.SodraBerget, 2026))[0].Id;

        var sista = await anna.HamtaAsync($"/studietider/tid/{tid}/studerande?sida=99");

        var dold = sista.Dokument.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("Skyddade personuppgifter", StringComparison.Ordinal)).ToList();
        dold.Count.ShouldBe(1);
        dold[0].QuerySelector("a").ShouldBeNull();
        string.Join('|', dold[0].QuerySelectorAll("td").Select(t => t.TextContent.Trim())).ShouldBe("xxxxxxxx-xxxx|–|–");
        (await anna.HamtaAsync($"/studietider/tid/{(await TiderAsync(Demoskolor.SodraBerget, 2027))[0].Id}/studerande")).Status.ShouldBe(HttpStatusCode.NotFound, "a proposal touches nobody");
    }

    private static async Task LaggTillAsync(Portalklient klient, string lasar, params (string Falt, string? Varde)[] falt)
    {
        var sida = await (await klient.HamtaAsync($"{lasar}/ny")).SkickaAsync("Lägg till", falt);
        sida.Notis.ShouldContain("tillagd", Case.Insensitive, string.Join(' ', sida.Fel));
    }

    private async Task SkickaOchGodkannAsync(Portalklient klient, string skolkod, int lasar)
    {
        await (await klient.HamtaAsync($"/studietider/{lasar}-{(lasar + 1) % 100}/granska")).SkickaAsync("Skicka till CSN");
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        (await (await kristina.HamtaAsync($"/csn/studietider/{(await RapportAsync(skolkod, lasar)).Id}")).SkickaAsync("Godkänn rapporten")).Notis.ShouldContain("är godkänd");
    }
}
