using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>CSN's list of what is overdue, and the reminder to many. Today is 22 November 2026; a portal of its own, since the lists are counted.</summary>
public sealed class ForseningarTests : IAsyncDisposable
{
    private const string Lista = "/csn/frister";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.BevakaFrister, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { Lista, $"{Lista}/granska?skola=1" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
        });

    [Fact]
    public async Task List_IsInTheMenu_WithTheStepsOfTheSettings_AndCountsByKind()
    {
        await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await greta.HamtaAsync("/granskning")).KlickaAsync("Försenat hos skolorna");

        sida.Rubrik.ShouldBe("Försenat hos skolorna");
        sida.Text.ShouldContain("Mina tjänster påminner skolan 7 och 21 dagar efter sista dagen, och underrättar kontaktpersonen på CSN efter 35 dagar.");
        sida.Texter("tbody tr").ShouldContain(t => t.Contains("Södra Bergets gymnasium", StringComparison.Ordinal) && t.Contains("2026-11-01", StringComparison.Ordinal) && t.Contains("21 dagar", StringComparison.Ordinal));
        sida.Text.ShouldNotContain("Mina skolor", Case.Sensitive, "a handläggare answers for no school");
        foreach (var okant in new[] { "?slag=Skolkutkast", "?slag=99", "?visa=allt", "?sida=99", "?sida=x" })
            (await greta.HamtaAsync(Lista + okant)).Texter("tbody tr").Count.ShouldBe(sida.Texter("tbody tr").Count, okant);
    }

    [Fact]
    public async Task List_SaysTheStepsOfOtherSettings_AndThoseOutOfOrderAreRefusedAtStart()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Frister:ForstaPaminnelse"] = "3" } };
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync(Lista)).Text.ShouldContain("Mina tjänster påminner skolan 3 och 21 dagar efter sista dagen, och underrättar kontaktpersonen på CSN efter 35 dagar.");

        await using var fel = new PortalFabrik { Installningar = new() { ["Frister:ForstaPaminnelse"] = "21" } };
        Should.Throw<InvalidOperationException>(() => fel.Services).Message.ShouldContain("Frister:AndraPaminnelse is 21");
    }

    [Fact]
    public async Task OwnSchools_AreThoseOneAnswersFor()
    {
        await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        await using (var db = _portal.Databas.Alla())
            await db.Kontaktansvar.Where(k => db.Skolor.Any(s => s.Id == k.SkolaId && s.Skolkod == Demoskolor.SodraBerget)).ExecuteDeleteAsync();
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        var alla = await kristina.HamtaAsync(Lista);
        var egna = await alla.KlickaAsync("Mina skolor");

        alla.Text.ShouldContain("Södra Bergets gymnasium");
        egna.Url.PathAndQuery.ShouldBe($"{Lista}?visa=egna");
        egna.Text.ShouldNotContain("Södra Bergets gymnasium");
    }

    [Fact]
    public async Task Reminder_IsChosenCheckedAndSent_OnceHoweverOftenItIsPosted()
    {
        var fall = await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var granska = await (await kristina.HamtaAsync(Lista)).FindForm("Granska påminnelsen").Markera("skola", $"{fall.SkolaId}").SkickaAsync();
        granska.Rubrik.ShouldBe("Granska påminnelsen");
        granska.Texter("tbody tr").ShouldHaveSingleItem().ShouldContain("Södra Bergets gymnasium");
        var form = granska.FindForm("Skicka påminnelsen");

        (await form.SkickaAsync()).Notis.ShouldContain("Påminnelsen går ut till 1 skola.");
        var igen = await form.SkickaAsync();

        igen.Notis.ShouldContain("1 skola har redan fått en påminnelse i dag. Ingen ny skickas.");
        igen.Text.ShouldContain("2026-11-22 Påmind av CSN");
        (await kristina.HamtaAsync($"{Lista}/granska?skola={fall.SkolaId}")).HarForm($"{Lista}/paminn").ShouldBeFalse();
        await using var db = _portal.Databas.Alla();
        (await db.UtgaendeMejl.CountAsync(m => m.Till == "anna.lind@sodraberget.example" && m.Amne.StartsWith("Påminnelse: "))).ShouldBe(1);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.DeadlineReminded && e.SkolaId == fall.SkolaId)).ShouldBe(1);
    }

    [Fact]
    public async Task NothingChosen_OrWhatIsNotLate_OrTampered_SendsNothing()
    {
        var fall = await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        (await kristina.HamtaAsync($"{Lista}/granska")).Notis.ShouldContain("Välj minst en skola att påminna.");
        (await kristina.HamtaAsync($"{Lista}/granska?skola=99999999")).Notis.ShouldContain("är inte försenade med något längre");
        (await kristina.HamtaAsync($"{Lista}/granska?skola=-1&skola=x")).Notis.ShouldContain("Välj minst en skola");
        var form = (await kristina.HamtaAsync($"{Lista}/granska?skola={fall.SkolaId}")).FindForm("Skicka påminnelsen");

        (await form.Manipulera("skola", "99999999").SkickaAsync()).Notis.ShouldContain("Ingen av skolorna är försenad.");
        await using var db = _portal.Databas.Alla();
        // Sent in meanwhile: late no more.
        await db.Nationellt<Arende>().Where(a => a.Id == fall.ArendeId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Arendestatus.AttGranska));
        (await form.SkickaAsync()).Notis.ShouldContain("Ingen av skolorna är försenad.");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.DeadlineReminded)).ShouldBe(0);
    }

    [Fact]
    public async Task ASchoolWhereNobodyCanBeMailed_IsToldOf()
    {
        var fall = await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = (await kristina.HamtaAsync($"{Lista}/granska?skola={fall.SkolaId}")).FindForm("Skicka påminnelsen");
        await using var db = _portal.Databas.Alla();
        await db.SkrivAsync(() => db.Behorigheter.Where(b => b.SkolaId == fall.SkolaId).ExecuteUpdateAsync(rad => rad.SetProperty(b => b.Avslutad, new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc))));

        (await form.SkickaAsync()).Notis.ShouldContain("1 skola har ingen att mejla till. Ring skolan, eller be den utse en behörighetsadministratör.");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.DeadlineReminded)).ShouldBe(0);
    }

    [Fact]
    public async Task AReminderThatCannotBeSaved_IsToldOf_AndCanBeSentAgain()
    {
        var fall = await ForsenadAsync(Demoskolor.SodraBerget, Personer.AnnaLind);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = (await kristina.HamtaAsync($"{Lista}/granska?skola={fall.SkolaId}")).FindForm("Skicka påminnelsen");
        await using var db = _portal.Databas.Alla();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER Stopp BEFORE INSERT ON Fristpaminnelser BEGIN SELECT RAISE(ABORT, 'prov'); END");

        (await form.SkickaAsync()).Notis.ShouldContain("1 skola kunde inte påminnas just nu. Försök igen.");
        (await db.UtgaendeMejl.CountAsync(m => m.Amne.StartsWith("Påminnelse: "))).ShouldBe(0);
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER Stopp");
        (await form.SkickaAsync()).Notis.ShouldContain("Påminnelsen går ut till 1 skola.");
    }

    /// <summary>A report whose underlag was due on 1 November, the school's only late one.</summary>
    private async Task<Skolkfall> ForsenadAsync(string skolkod, Person rapportor)
    {
        await using (var db = _portal.Databas.Alla())
        {
            await db.Nationellt<Arende>().Where(a => a.Status == Arendestatus.VantarPaUnderlag || a.Status == Arendestatus.KompletteringBegard)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Arendestatus.Avslutat));
        }

        var fall = await Skolkfall.SkapaAsync(_portal, skolkod, rapportor);
        await using (var db = _portal.Databas.Alla())
            await db.Nationellt<Skolkrapport>().Where(r => r.Id == fall.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2026, 9, 1)));
        return fall;
    }
}
