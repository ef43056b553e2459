using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>CSN's contact person: Kristina answers for Södra Berget; Viken has nobody, and its 2027/28 waits.</summary>
public sealed class StudietidsgranskningTests : Studietidsportal
{
    private const string Ko = "/csn/studietider";

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.GranskaStudietider, async person =>
        {
            using var klient = await Portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            (await klient.HamtaAsync(Ko)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await klient.HamtaAsync($"{Ko}/{(await RapportAsync(Demoskolor.Viken, 2027)).Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Ko}']").ShouldBeNull();
        });

    [Fact]
    public async Task Missing_ADraft_AndAnotherContactPersons_AreNotFound()
    {
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        var vikens = (await RapportAsync(Demoskolor.Viken, 2027)).Id;
        var drawn = await kristina.HamtaAsync($"{Ko}/{vikens}");
        await using (var db = Portal.Databas.Alla())
        {
            db.Add(new Core.Skolor.Kontaktansvar(await db.Konton.Where(k => k.UserName == "csngra01").Select(k => k.Id).SingleAsync(), await db.Skolor.Where(s => s.Skolkod == Demoskolor.Viken).Select(s => s.Id).SingleAsync()));
            await db.SaveChangesAsync();
        }

        foreach (var id in new[] { 0, 99_999_999, vikens, (await RapportAsync(Demoskolor.SodraBerget, 2027)).Id })
            (await kristina.HamtaAsync($"{Ko}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await drawn.SkickaAsync("Godkänn rapporten")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await drawn.FindForm("Godkänn rapporten").Manipulera("Atgard", "x").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kristina.HamtaAsync(Ko)).Text.ShouldContain("Inget väntar på granskning");
    }

    [Fact]
    public async Task Queue_HoldsOwnSchoolsFirst_AndTheNextIsOneClickAway()
    {
        await SkickaAnnasAsync();
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);

        var ko = await (await kristina.HamtaAsync("/")).KlickaAsync("Granska studietider 2 att granska");

        ko.Texter("tbody th").ShouldBe(["Södra Bergets gymnasium12345678", "Vikens komvux45678901, ingen ansvarig"]);
        var rapport = await ko.KlickaAsync("Granska nästa");
        rapport.Rubrik.ShouldBe("Södra Bergets gymnasium, studietider 2027/28");
        rapport.Text.ShouldContain("av Anna Lind");
        rapport.Dokument.QuerySelectorAll("#kontakter ~ table tbody tr").Length.ShouldBeGreaterThan(0);
        rapport.Dokument.QuerySelector("main a[href^='/skoluppgifter']").ShouldBeNull();
        rapport.Dokument.QuerySelectorAll(".kalender .kal-ny").Length.ShouldBeGreaterThan(2);
        rapport.Texter("#forra ~ table tbody td[data-rubrik='Skillnad']").ShouldBe(["Oförändrad", "Oförändrad"]);
        (await RapportAsync(Demoskolor.SodraBerget, 2027)).Status.ShouldBe(Rapportstatus.Granskas);
        (await AuditAsync(Acts.StudyTimesOpened)).ShouldBe(1);
        (await kristina.HamtaAsync($"{Ko}?sida=99")).Texter("tbody td[data-rubrik='Status']")[0].ShouldContain("av Kristina Ohlin");

        var efter = await rapport.SkickaAsync("Godkänn rapporten");
        efter.Url.AbsolutePath.ShouldBe(Ko);
        efter.Notis.ShouldContain("är godkänd. Studietiderna gäller nu.");
        (await efter.KlickaAsync("Granska nästa")).Rubrik.ShouldStartWith("Vikens komvux");
        (await TiderAsync(Demoskolor.SodraBerget, 2027)).ShouldAllBe(t => t.Status == Studietidsstatus.Galler);
        (await kristina.HamtaAsync(rapport.Url.AbsolutePath)).Dokument.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task SentBack_TheSchoolSeesWhy_AtItsStartAndByMail_AndSendsAgain()
    {
        await SkickaAnnasAsync();
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        var id = (await RapportAsync(Demoskolor.SodraBerget, 2027)).Id;

        var efter = await (await kristina.HamtaAsync($"{Ko}/{id}")).SkickaAsync("Skicka åter till skolan", ("Skal", "Sportlovet ligger fel vecka."));

        efter.Notis.ShouldContain("är skickad åter");
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var start = await anna.HamtaAsync("/");
        start.Texter(".kort").ShouldContain(k => k.Contains("studietider åter från CSN för komplettering", StringComparison.Ordinal));
        var sida = await start.KlickaAsync("Komplettera studietiderna");
        sida.Url.AbsolutePath.ShouldBe(Nasta);
        sida.Text.ShouldContain("Sportlovet ligger fel vecka.");
        // Björn administers users and reports no students: his start page tells it too.
        using var bjorn = await Portal.InloggadAsync(Personer.BjornSvensson);
        (await (await bjorn.HamtaAsync("/")).KlickaAsync("Komplettera studietiderna")).Url.AbsolutePath.ShouldBe(Nasta);
        await using (var db = Portal.Databas.Alla())
        {
            (await db.UtgaendeMejl.AsNoTracking().ToListAsync()).ShouldContain(m => m.Text!.Contains(Nasta, StringComparison.Ordinal) && m.Till.StartsWith("anna.lind@"));
        }

        (await (await anna.HamtaAsync($"{Nasta}/granska")).SkickaAsync("Skicka till CSN")).Rubrik.ShouldContain("är skickade");
        (await anna.HamtaAsync("/")).Texter(".kort").ShouldNotContain(k => k.Contains("åter från CSN", StringComparison.Ordinal));
        (await kristina.HamtaAsync(Ko)).Text.ShouldContain("Södra Bergets gymnasium");
    }

    [Theory]
    [InlineData("", "Skriv varför rapporten skickas åter")]
    [InlineData("Gäller 20080214-2389.", "Ta bort personnumret ur texten.")]
    public async Task Reason_IsRequired_AndNamesNobody(string skal, string mening)
    {
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        var id = (await RapportAsync(Demoskolor.Viken, 2027)).Id;

        var sida = await (await kristina.HamtaAsync($"{Ko}/{id}")).SkickaAsync("Skicka åter till skolan", ("Skal", skal));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Skal").ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Skicka åter till skolan").Varde("Skal").ShouldBe(skal);
        (await RapportAsync(Demoskolor.Viken, 2027)).Status.ShouldBe(Rapportstatus.Granskas);
    }

    [Fact]
    public async Task TwoReviewers_TheSecondIsTold_AndATamperedPostDecidesNothing()
    {
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        using var andra = await Portal.InloggadAsync(Personer.KristinaOhlin);
        var id = (await RapportAsync(Demoskolor.Viken, 2027)).Id;
        var (en, annan) = (await kristina.HamtaAsync($"{Ko}/{id}"), await andra.HamtaAsync($"{Ko}/{id}"));
        (await en.FindForm("Godkänn rapporten").Manipulera("Atgard", "Allt").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        var gammal = await en.FindForm("Godkänn rapporten").Manipulera("Version", "0").SkickaAsync();
        (gammal.Status, gammal.Fel.Single()).ShouldBe((HttpStatusCode.Conflict, "Rapporten har ändrats sedan sidan visades. Inget är beslutat. Titta igenom den igen."));
        (await RapportAsync(Demoskolor.Viken, 2027)).Status.ShouldBe(Rapportstatus.Granskas);

        await annan.SkickaAsync("Skicka åter till skolan", ("Skal", "Saknar sportlov."));
        var sida = await gammal.SkickaAsync("Godkänn rapporten");

        sida.Notis.ShouldContain("Någon annan kan ha hunnit före.");
        (await RapportAsync(Demoskolor.Viken, 2027)).Status.ShouldBe(Rapportstatus.Ater);
        (await AuditAsync(Acts.StudyTimesApproved, AuditOutcome.Refused)).ShouldBe(2);
    }

    [Fact]
    public async Task Review_SaysHowManyAreTouched()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var galler = (await TiderAsync(Demoskolor.SodraBerget, 2026))[0];
        var fraga = await (await anna.HamtaAsync($"/studietider/tid/{galler.Id}/andra")).SkickaAsync("Spara ändringen", ("SistaDag", "2026-12-17"));
        await fraga.SkickaAsync("Spara ändringen", ("Bekraftad", "true"));
        await (await anna.HamtaAsync($"{Nu}/granska")).SkickaAsync("Skicka till CSN");
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);

        var sida = await kristina.HamtaAsync($"{Ko}/{(await RapportAsync(Demoskolor.SodraBerget, 2026)).Id}");

        var mening = $"{await AntalAsync(galler)} studerande är rapporterade under studietiden.";
        fraga.Text.ShouldContain(mening);
        sida.Texter("#rader ~ table tbody td[data-rubrik='Vad som händer']").ShouldHaveSingleItem().ShouldContain(mening);
    }

    [Fact]
    public async Task LettingGo_LeavesItToOthers_AndTheSchoolMayTakeItBack()
    {
        await SkickaAnnasAsync();
        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var oppnad = await anna.HamtaAsync(Nasta);
        var id = (await RapportAsync(Demoskolor.SodraBerget, 2027)).Id;
        var rapport = await kristina.HamtaAsync($"{Ko}/{id}");

        // Drawn before it was opened: told, and nothing is done.
        (await oppnad.SkickaAsync("Ta tillbaka rapporten")).Notis.ShouldContain("CSN har börjat granska rapporten");
        (await anna.HamtaAsync(Nasta)).Text.ShouldNotContain("Ta tillbaka rapporten");
        var ko = await rapport.SkickaAsync("Lämna tillbaka till kön");

        ko.Url.AbsolutePath.ShouldBe(Ko);
        ko.Notis.ShouldContain("är tillbaka i kön");
        ko.Texter("tbody td[data-rubrik='Status']")[0].ShouldBe("Inskickad");
        (await AuditAsync(Acts.StudyTimesReleased)).ShouldBe(1);
        var skolans = await anna.HamtaAsync(Nasta);
        (await oppnad.SkickaAsync("Ta tillbaka rapporten")).Notis.ShouldContain("Den är inte tagen tillbaka.", Case.Sensitive, "drawn before it was opened and let go");
        var tillbaka = await skolans.SkickaAsync("Ta tillbaka rapporten");
        tillbaka.Url.AbsolutePath.ShouldBe(Nasta);
        tillbaka.Notis.ShouldContain("tillbaka hos er som ett utkast");
        tillbaka.Text.ShouldContain("Granska och skicka");
        (await skolans.SkickaAsync("Ta tillbaka rapporten")).Notis.ShouldContain("Rapporten är redan tillbaka hos er.");
        var uppdaterad = await RapportAsync(Demoskolor.SodraBerget, 2027);
        (uppdaterad.Status, await AuditAsync(Acts.StudyTimesWithdrawn), await AuditAsync(Acts.StudyTimesWithdrawn, AuditOutcome.Refused)).ShouldBe((Rapportstatus.Utkast, 1, 3));
        (await anna.HamtaAsync($"/studietider/kvittens/{uppdaterad.Kvittensnummer}")).Text.ShouldContain("Ni har tagit tillbaka rapporten.");
        (await kristina.HamtaAsync($"{Ko}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A school with many educations: some at a time, and none twice.</summary>
    [Fact]
    public async Task LongReport_IsShownSomeEducationsAtATime_AndDecidedWhole()
    {
        const int Antal = 30;
        var rapport = await RapportAsync(Demoskolor.Viken, 2027);
        await using (var db = Portal.Databas.Alla())
        {
            var tider = Enumerable.Range(1, Antal).Select(i => (
                Utbildning: new Core.Studietider.Utbildningar.Utbildning(rapport.SkolaId, new()
                {
                    Namn = $"Kurs {i:00}",
                    Slag = Core.Studietider.Utbildningar.Utbildningsslag.Kurs,
                    Niva = Core.Studietider.Utbildningar.Utbildningsniva.Gymnasial,
                    Avdelning = Core.Studiestod.Avdelning.A2,
                    Omfattning = 100,
                    Undervisning = Core.Studietider.Utbildningar.Undervisningssatt.PaPlats,
                    FranLasar = 2020,
                }), Nummer: i)).ToList();
            db.AddRange(tider.Select(t => t.Utbildning));
            await db.SaveChangesAsync();
            foreach (var (utbildning, nummer) in tider)
            {
                var tid = new Studietid(rapport.SkolaId, utbildning.Id, new(new(new(2028, 1, 10), new(2028, 6, nummer == Antal ? 10 : 9)), [], Omfattning: 100));
                db.Add(tid);
                db.Entry(tid).Property(t => t.StudietidsrapportId).CurrentValue = rapport.Id;
            }

            await db.SaveChangesAsync();
        }

        using var kristina = await Portal.InloggadAsync(Personer.KristinaOhlin);
        var forsta = await kristina.HamtaAsync($"{Ko}/{rapport.Id}");
        var andra = await forsta.KlickaAsync("Nästa");

        forsta.Text.ShouldContain("Sidan visar 25 utbildningar i taget");
        forsta.Text.ShouldContain("har något att titta på en gång till, på");
        forsta.Dokument.QuerySelector(".ds-alert a[href$='?sida=2#rader']").ShouldNotBeNull("the last ends on a Saturday");
        List<string> Kurser(Sida sida) => [.. sida.Texter("section[aria-labelledby='rader'] tbody th").Where(t => t.StartsWith("Kurs ", StringComparison.Ordinal))];
        Kurser(forsta).Concat(Kurser(andra)).ShouldBe(Enumerable.Range(1, Antal).Select(i => $"Kurs {i:00}"));
        Kurser(andra).Count.ShouldBeInRange(5, 10);
        (await kristina.HamtaAsync($"{Ko}/{rapport.Id}?sida=99")).Texter("section[aria-labelledby='rader'] tbody th").ShouldBe(andra.Texter("section[aria-labelledby='rader'] tbody th"));
        (await andra.SkickaAsync("Godkänn rapporten")).Notis.ShouldContain("är godkänd");
    }

    [Fact]
    public async Task TakingBack_ReachesNoOtherSchool()
    {
        using var fredrik = await Portal.InloggadAsync(Personer.FredrikDahl);
        var formular = (await fredrik.HamtaAsync(Nasta)).FindForm("Ta tillbaka rapporten");

        (await formular.Manipulera("Nyckel", (await RapportAsync(Demoskolor.SodraBerget, 2026)).Nyckel).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await formular.Manipulera("Nyckel", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await RapportAsync(Demoskolor.Viken, 2027)).Status.ShouldBe(Rapportstatus.Inskickad);
    }

    /// <summary>The whole school's: whoever studies some day within it.</summary>
    private async Task<int> AntalAsync(Studietid tid)
    {
        await using var db = Portal.Databas.Alla();
        return await db.Nationellt<Core.Studeranderapportering.Studieperiod>().Where(p => p.SkolaId == tid.SkolaId && p.ForstaDag <= tid.SistaDag && p.SistaDag >= tid.ForstaDag)
            .Select(p => p.StuderandeId).Distinct().CountAsync();
    }

    private async Task SkickaAnnasAsync()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        await (await anna.HamtaAsync($"{Nasta}/granska")).SkickaAsync("Skicka till CSN");
    }
}
