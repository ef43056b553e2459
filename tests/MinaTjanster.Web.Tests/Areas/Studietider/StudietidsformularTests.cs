using System.Net;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>Adding, changing and removing a studietid. Who may not, and what does not exist, stands with the läsår's page.</summary>
public sealed class StudietidsformularTests : Studietidsportal
{
    [Theory]
    [InlineData("annlin01", false, false)]
    [InlineData("gunber01", false, true)]
    [InlineData("fredah01", true, true)]
    [InlineData("hasyil01", true, false)]
    public async Task Fields_FollowTheSchoolForm(string vem, bool poang, bool omfattning)
    {
        using var klient = await Portal.InloggadAsync(Personer.Alla.Single(p => p.Anvandarnamn == vem));

        var formular = (await klient.HamtaAsync($"{Nu}/ny")).FindForm("Lägg till");

        formular.Falt.Any(f => f.Namn == "Poang").ShouldBe(poang);
        formular.Falt.Any(f => f.Namn == "Omfattning").ShouldBe(omfattning);
    }

    [Fact]
    public async Task Gymnasium_AddsOneForAnEducation_WithBreaks_FullTimeWhateverIsPosted()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var ekonomi = await UtbildningAsync(Demoskolor.SodraBerget, "Ekonomiprogrammet");
        var fler = await (await anna.HamtaAsync(Nu)).KlickaAsync("Lägg till studietid");
        fler = await fler.SkickaAsync("Fler rader för uppehåll", ("Utbildning", $"{ekonomi.Id}"), ("ForstaDag", "20260817"), ("SistaDag", "2027-06-11"), ("Uppehall[1].ForstaDag", "2026-10-26"), ("Uppehall[1].SistaDag", "2026-10-30"));

        // The typed row has moved up, and two empty ones follow.
        var formular = fler.FindForm("Lägg till");
        formular.Varde("ForstaDag").ShouldBe("20260817");
        formular.Varde("Uppehall[0].ForstaDag").ShouldBe("2026-10-26");
        formular.Satt("Uppehall[2].ForstaDag", "2026-12-21").Satt("Uppehall[2].SistaDag", "2027-01-10").Manipulera("Omfattning", "50").Manipulera("Poang", "400");
        var sida = await formular.SkickaAsync();

        sida.Notis.ShouldContain("Studietiden är tillagd i utkastet.");
        sida.Url.AbsolutePath.ShouldBe(Nu);
        var ny = (await TiderAsync(Demoskolor.SodraBerget, 2026)).Single(t => t.UtbildningId == ekonomi.Id);
        (ny.Status, ny.Omfattning, ny.PoangTiondelar).ShouldBe((Studietidsstatus.Forslag, 100, null));
        ny.Uppehall.Select(u => (u.ForstaDag, u.SistaDag)).ShouldBe([(new(2026, 10, 26), new(2026, 10, 30)), (new(2026, 12, 21), new(2027, 1, 10))]);
        sida.Texter("#grupp-1").ShouldBe(["Ekonomiprogrammet"]);
        sida.Texter($"#tid-{ny.Id} .status").ShouldBe(["Ny"]);
    }

    /// <summary>A browser presses the first button of a form at Enter: it is the one that saves, not the one that asks for more rows.</summary>
    [Fact]
    public async Task EnterInAField_Saves()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var forslag = (await TiderAsync(Demoskolor.SodraBerget, 2027))[0];
        foreach (var (adress, spara) in new[] { ($"{Nu}/ny", "Lägg till"), ($"/studietider/tid/{forslag.Id}/andra", "Spara ändringen") })
        {
            var sida = await anna.HamtaAsync(adress);
            var form = sida.Dokument.QuerySelectorAll("main form").Single(f => f.QuerySelector("[name='ForstaDag']") is not null);
            var knappar = form.QuerySelectorAll("button, input[type=submit]").Where(k => k.GetAttribute("type") is null or "submit").ToList();

            knappar.Count.ShouldBe(3);
            knappar[0].ShouldSatisfyAllConditions(k => k.HasAttribute("name").ShouldBeFalse(), k => k.HasAttribute("formaction").ShouldBeFalse(), k => k.HasAttribute("disabled").ShouldBeFalse());
            knappar[1].GetAttribute("value").ShouldBe("Rader");
            knappar[2].TextContent.Trim().ShouldBe(spara);
            knappar[2].HasAttribute("name").ShouldBeFalse("it posts what the first does");
        }
    }

    [Fact]
    public async Task FlerRader_GivesMore_AlsoWhereNoneIsFilledIn()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var sida = await anna.HamtaAsync($"{Nu}/ny");
        Rader(sida).ShouldBe(2);

        foreach (var vantat in new[] { 4, 6 })
        {
            sida = await sida.SkickaAsync("Fler rader för uppehåll", ("ForstaDag", "2026-08-17"));
            sida.Status.ShouldBe(HttpStatusCode.OK);
            Rader(sida).ShouldBe(vantat);
            sida.FindForm("Lägg till").Varde("ForstaDag").ShouldBe("2026-08-17");
        }

        (await TiderAsync(Demoskolor.SodraBerget, 2026)).Count.ShouldBe(2, "nothing is saved by it");

        static int Rader(Sida sida) => sida.Dokument.QuerySelectorAll(".uppehallsrad").Length;
    }

    [Theory]
    [InlineData("Utbildning", "", "Välj hela skolan eller en utbildning.")]
    [InlineData("ForstaDag", "i augusti", "Skriv den första dagen som ÅÅÅÅ-MM-DD.")]
    [InlineData("SistaDag", "", "Skriv den sista dagen som ÅÅÅÅ-MM-DD.")]
    [InlineData("SistaDag", "2026-08-01", "Den sista dagen ligger före den första.")]
    [InlineData("SistaDag", "2028-01-01", "Dagen ligger utanför läsåret 2026/27.")]
    [InlineData("Omfattning", "101", "Skriv omfattningen i procent")]
    [InlineData("Omfattning", "halvtid", "Skriv omfattningen i procent")]
    [InlineData("Poang", "-1", "Skriv poängen i perioden")]
    [InlineData("Uppehall[0].ForstaDag", "2026-06-01", "Uppehåll 1 ligger inte helt inom studietiden.")]
    [InlineData("Uppehall[0].SistaDag", "x", "Uppehåll 1: skriv den sista dagen som ÅÅÅÅ-MM-DD.")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var fredrik = await Portal.InloggadAsync(Personer.FredrikDahl);
        var id = (await UtbildningAsync(Demoskolor.Viken, "Undersköterska")).Id;
        var formular = (await fredrik.HamtaAsync($"{Nu}/ny?utbildning={id}")).FindForm("Lägg till").Satt("ForstaDag", "2026-08-17").Satt("SistaDag", "2026-12-18").Satt("Poang", "20")
            .Satt("Uppehall[0].ForstaDag", "2026-10-26").Satt("Uppehall[0].SistaDag", "2026-10-30");

        var sida = await formular.Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        if (falt != "Utbildning")
            sida.FindForm("Lägg till").Varde(falt).ShouldBe(varde);
        (await TiderAsync(Demoskolor.Viken, 2026)).ShouldNotContain(t => t.UtbildningId == id);
    }

    [Fact]
    public async Task AllFaults_AreToldAtOnce()
    {
        using var hasan = await Portal.InloggadAsync(Personer.HasanYilmaz);

        var sida = await (await hasan.HamtaAsync($"{Nu}/ny")).SkickaAsync("Lägg till", ("ForstaDag", "x"), ("SistaDag", "2026-12-18"), ("Poang", "inga"), ("Uppehall[0].ForstaDag", "2026-10-30"));

        sida.Fel.Count.ShouldBe(3);
        sida.FelFor("Poang").ShouldHaveSingleItem();
        var jul = await sida.SkickaAsync("Lägg till", ("ForstaDag", "2026-11-02"), ("SistaDag", "2027-01-15"), ("Poang", "40"), ("Uppehall[0].ForstaDag", ""));
        jul.FelFor("SistaDag").ShouldHaveSingleItem().ShouldStartWith("Studietiden går över jul.");
    }

    [Fact]
    public async Task Warnings_AreTold_AndAnsweredOnce_WhenTheReportIsSent()
    {
        using var karin = await Portal.InloggadAsync(Personer.KarinVik);

        // A Saturday.
        var sida = await (await karin.HamtaAsync($"{Nu}/ny")).SkickaAsync("Lägg till", ("ForstaDag", "2026-08-15"), ("SistaDag", "2026-12-18"));
        sida.Notis.ShouldContain("Titta en gång till");
        var granska = await karin.HamtaAsync($"{Nu}/granska");
        granska.Text.ShouldContain("Titta en gång till: ");
        (await granska.SkickaAsync("Skicka till CSN", ("Forklaring", "Vi börjar med en lördag."))).Text.ShouldContain("Förklaring till CSN Vi börjar med en lördag.");
        (await RapportAsync(Demoskolor.Palett, 2026)).Forklaring.ShouldBe("Vi börjar med en lördag.");
    }

    [Fact]
    public async Task Explanation_MayBeGiven_ThoughNothingIsAsked()
    {
        using var karin = await Portal.InloggadAsync(Personer.KarinVik);
        await (await karin.HamtaAsync($"{Nu}/ny")).SkickaAsync("Lägg till", ("ForstaDag", "2026-08-17"), ("SistaDag", "2026-12-18"));

        var granska = await karin.HamtaAsync($"{Nu}/granska");

        granska.Text.ShouldNotContain("Titta en gång till");
        (await granska.SkickaAsync("Skicka till CSN", ("Forklaring", "Ateljén byggs om i vår."))).Text.ShouldContain("Förklaring till CSN Ateljén byggs om i vår.");
    }

    [Fact]
    public async Task TamperedPost_ReachesNoOtherSchool_AndNoOtherLasar()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var annans = await UtbildningAsync(Demoskolor.Viken, "Undersköterska");
        var formular = (await anna.HamtaAsync($"{Nu}/ny")).FindForm("Lägg till").Satt("ForstaDag", "2026-08-17").Satt("SistaDag", "2026-12-18");

        (await formular.Manipulera("Utbildning", $"{annans.Id}").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await formular.Manipulera("Utbildning", "99999999").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        formular.Manipulera("Utbildning", $"{(await UtbildningAsync(Demoskolor.SodraBerget, "Ekonomiprogrammet")).Id}");
        foreach (var (falt, varde) in new[] { ("Sida.Lasar", "2030"), ("SkolaId", "2"), ("Status", "Galler"), ("Uppehall[9].ForstaDag", "2026-10-26"), ("Version", "x"), ("Atgard", "Annat") })
            formular.Manipulera(falt, varde);
        (await formular.SkickaAsync()).Notis.ShouldContain("tillagd");
        (await TiderAsync(Demoskolor.SodraBerget, 2026)).Single(t => t.UtbildningId is not null).Status.ShouldBe(Studietidsstatus.Forslag);
    }

    [Fact]
    public async Task Change_OfAnApproved_ShowsHowManyAreTouched_AndAsksAgain()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var galler = (await TiderAsync(Demoskolor.SodraBerget, 2026))[0];
        var andra = await anna.HamtaAsync($"/studietider/tid/{galler.Id}/andra");
        andra.Text.ShouldContain("Den gäller tills CSN har godkänt ändringen.");

        var fraga = await andra.SkickaAsync("Spara ändringen", ("SistaDag", "2026-12-17"));

        fraga.Status.ShouldBe(HttpStatusCode.BadRequest);
        fraga.Text.ShouldContain("studerande är rapporterade under studietiden.");
        (await TiderAsync(Demoskolor.SodraBerget, 2026)).Count.ShouldBe(2);
        var vilka = await fraga.KlickaAsync("Visa vilka de är");
        vilka.Rubrik.ShouldBe("Studerande som berörs");
        vilka.Dokument.QuerySelectorAll("tbody tr").Length.ShouldBe(25);

        var sida = await fraga.SkickaAsync("Spara ändringen", ("Bekraftad", "true"));
        sida.Notis.ShouldContain("Ändringen är sparad i utkastet.");
        var forslag = (await TiderAsync(Demoskolor.SodraBerget, 2026)).Single(t => t.ErsatterId == galler.Id);
        sida.Text.ShouldContain("Gäller tills CSN har godkänt: 2026-08-17 – 2026-12-18");
        sida.Texter($"#tid-{forslag.Id} .status").ShouldBe(["Ändras"]);
        sida.Dokument.QuerySelectorAll(".kal-ersatts").Length.ShouldBeGreaterThan(0);

        // The approved one's address leads to what is proposed about it.
        (await anna.HamtaAsync($"/studietider/tid/{galler.Id}/andra")).FindForm("Spara ändringen").Adress.ShouldBe($"/studietider/tid/{forslag.Id}/andra");
        var angra = await sida.KlickaAsync($"Ångra ändringen Hela skolan 2026-08-17 – 2026-12-17");
        (await angra.SkickaAsync("Ångra ändringen")).Notis.ShouldContain("Ändringen är ångrad.");
        (await TiderAsync(Demoskolor.SodraBerget, 2026)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Removal_OfAnApproved_AsksAgain_AndCanBeTakenBack()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var galler = (await TiderAsync(Demoskolor.SodraBerget, 2026))[1];
        var fraga = await anna.HamtaAsync($"/studietider/tid/{galler.Id}/ta-bort");
        fraga.Text.ShouldContain("studerande är rapporterade under studietiden.");

        var nekad = await fraga.SkickaAsync("Ta bort studietiden");
        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        var sida = await nekad.SkickaAsync("Ta bort studietiden", ("Bekraftad", "true"));

        sida.Notis.ShouldContain("Borttagningen ligger i utkastet.");
        sida.Texter($"#tid-{galler.Id} .status").ShouldBe(["Tas bort"]);
        var borttagning = (await TiderAsync(Demoskolor.SodraBerget, 2026)).Single(t => t.ErsatterId == galler.Id);
        (await anna.HamtaAsync($"/studietider/tid/{borttagning.Id}/andra")).Notis.ShouldContain("Ångra borttagningen först");
        (await (await anna.HamtaAsync($"/studietider/tid/{galler.Id}/ta-bort")).SkickaAsync("Ångra borttagningen")).Notis.ShouldContain("Borttagningen är ångrad.");
        (await TiderAsync(Demoskolor.SodraBerget, 2026)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Proposal_IsTakenOutOfTheDraft_WithoutAsking()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var forslag = (await TiderAsync(Demoskolor.SodraBerget, 2027))[0];

        var sida = await (await anna.HamtaAsync($"/studietider/tid/{forslag.Id}/ta-bort")).SkickaAsync("Ta bort ur utkastet");

        sida.Notis.ShouldContain("borttagen ur utkastet");
        (await TiderAsync(Demoskolor.SodraBerget, 2027)).Count.ShouldBe(1);
        (await anna.HamtaAsync($"/studietider/tid/{forslag.Id}/ta-bort")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AuditAsync(Acts.StudyTimeRemoved)).ShouldBe(1);
    }

    [Fact]
    public async Task TwoWhoChange_TheSecondSeesBothVersions_AndDecides()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        using var bjorn = await Portal.InloggadAsync(Personer.BjornSvensson);
        var forslag = (await TiderAsync(Demoskolor.SodraBerget, 2027))[0];
        var adress = $"/studietider/tid/{forslag.Id}/andra";
        var (hos, bort) = (await bjorn.HamtaAsync(adress), await bjorn.HamtaAsync($"/studietider/tid/{forslag.Id}/ta-bort"));
        await (await anna.HamtaAsync(adress)).SkickaAsync("Spara ändringen", ("SistaDag", "2027-12-17"));

        (await bort.SkickaAsync("Ta bort ur utkastet")).Status.ShouldBe(HttpStatusCode.Conflict);
        var sida = await hos.SkickaAsync("Spara ändringen", ("SistaDag", "2027-12-21"));

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("Någon annan har ändrat studietiden");
        sida.Texter("table tbody tr").ShouldContain("Sista dag2027-12-172027-12-21");
        (await sida.SkickaAsync("Spara ändringen")).Notis.ShouldContain("Ändringen är sparad");
        (await TiderAsync(Demoskolor.SodraBerget, 2027))[0].SistaDag.ShouldBe(new(2027, 12, 21));
    }

    [Fact]
    public async Task WhatIsAtCsn_IsNotChanged_ByPagesDrawnBefore()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var forslag = (await TiderAsync(Demoskolor.SodraBerget, 2027))[0];
        var (andra, bort, ny) = (await anna.HamtaAsync($"/studietider/tid/{forslag.Id}/andra"), await anna.HamtaAsync($"/studietider/tid/{forslag.Id}/ta-bort"), await anna.HamtaAsync($"{Nasta}/ny"));
        await (await anna.HamtaAsync($"{Nasta}/granska")).SkickaAsync("Skicka till CSN");

        (await andra.SkickaAsync("Spara ändringen", ("SistaDag", "2027-12-17"))).Notis.ShouldContain("hos CSN för granskning");
        (await bort.SkickaAsync("Ta bort ur utkastet")).Notis.ShouldContain("hos CSN för granskning");
        (await ny.SkickaAsync("Lägg till", ("ForstaDag", "2028-06-19"), ("SistaDag", "2028-06-20"))).Notis.ShouldContain("hos CSN för granskning");
        (await anna.HamtaAsync($"/studietider/tid/{forslag.Id}/andra")).Notis.ShouldContain("hos CSN för granskning");
        (await TiderAsync(Demoskolor.SodraBerget, 2027)).Select(t => t.SistaDag).ShouldBe([new(2027, 12, 24), new(2028, 6, 16)]);
    }
}
