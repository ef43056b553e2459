using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>CSN's list of silent schools, a school's page and the reminder to it, and the spread. Today is 22 November 2026.</summary>
public sealed class SkolpunktlighetTests : IAsyncDisposable
{
    private const string Lista = "/csn/punktlighet";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePageAndTheFileAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.BevakaFrister, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { Lista, $"{Lista}/csv", $"{Lista}/2", $"{Lista}/granska?skola=2" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
            var post = new HttpRequestMessage(HttpMethod.Post, $"{Lista}/paminn") { Content = new FormUrlEncodedContent([new("skola", "2")]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person}");
            await using var db = _portal.Databas.Alla();
            (await db.AuditEvents.CountAsync(e => e.Act == Acts.SilentSchoolReminded)).ShouldBe(0);
        });

    [Fact]
    public async Task WithoutSession_LeadsToLogin()
    {
        using var klient = _portal.NyKlient();

        foreach (var adress in new[] { $"{Lista}/2", $"{Lista}/granska?skola=2" })
            (await klient.HamtaUtanOmdirigeringAsync(adress)).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task ASilentSchool_IsOpenedAndReminded_OncePerMonthHoweverOftenItIsPosted()
    {
        await TioFranSodraAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var skola = await (await greta.HamtaAsync(Lista)).KlickaAsync("Norra Hamnens gymnasium");

        skola.Rubrik.ShouldBe("Norra Hamnens gymnasium Tyst");
        skola.Texter("section[aria-labelledby=personer] tbody th").ShouldBe(["David Abdi", "Mikael Åström"]);
        skola.Dokument.QuerySelector("a[href='mailto:david.abdi@norrahamnen.example']").ShouldNotBeNull();
        skola.Dokument.QuerySelector("section[aria-labelledby=personer] a[href^='tel:+46']").ShouldNotBeNull();
        skola.Text.ShouldContain("Kontaktperson på CSN: Kristina Ohlin.");
        skola.Text.ShouldContain("Skolan har inte fått någon påminnelse om att rapportera ogiltig frånvaro.");
        Htmlprov.Fel(skola).ShouldBeEmpty();
        var granska = await skola.KlickaAsync("Påminn skolan");
        granska.Texter("tbody tr").ShouldHaveSingleItem().ShouldContain("1 person");
        granska.Text.ShouldContain("den som inte har någon att rapportera inte behöver göra något");
        var form = granska.FindForm("Skicka påminnelsen");

        (await form.SkickaAsync()).Notis.ShouldContain("Påminnelsen går ut till 1 skola.");
        var igen = await form.SkickaAsync();

        igen.Notis.ShouldContain("1 skola har redan fått en påminnelse den här månaden. Ingen ny skickas.");
        igen.Texter("section[aria-labelledby=skolor] td[data-rubrik='Senast påmind']").ShouldBe(["2026-11-22"]);
        (await greta.HamtaAsync(granska.Url.PathAndQuery)).HarForm($"{Lista}/paminn").ShouldBeFalse();
        var efter = await greta.HamtaAsync(skola.Url.PathAndQuery);
        efter.Text.ShouldContain("Skolan påmindes senast 22 november 2026 av Greta Granberg. Nästa gång kan den påminnas i nästa månad.");
        efter.Text.ShouldNotContain("Påminn skolan");
        await using var db = _portal.Databas.Alla();
        (await db.UtgaendeMejl.CountAsync(m => m.Amne == "Har ni ogiltig frånvaro att rapportera till CSN?")).ShouldBe(1);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SilentSchoolReminded)).ShouldBe(1);
        (await db.Visningar.CountAsync(v => v.Slag == Visningsslag.Csn && v.Objekt == AuditObjects.Skola && v.Sida == "Skolpunktlighet.Skola")).ShouldBe(2);
    }

    [Fact]
    public async Task ChosenInTheList_TheBoxesAreTheFormsOwn()
    {
        await TioFranSodraAsync();
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await kristina.HamtaAsync(Lista);
        var ruta = sida.Dokument.QuerySelector("input[type=checkbox][name=skola]")!;
        ruta.GetAttribute("form").ShouldBe(sida.Dokument.QuerySelector($"form[action='{Lista}/granska']")!.Id);
        ruta.GetAttribute("aria-label").ShouldBe("Påminn Norra Hamnens gymnasium");
        (await kristina.HamtaAsync($"{Lista}?visa=alla")).Dokument.QuerySelector("input[name=skola]").ShouldBeNull("only the silent are reminded");

        (await kristina.HamtaAsync($"{Lista}/granska?skola={ruta.GetAttribute("value")}")).HarForm($"{Lista}/paminn").ShouldBeTrue();
    }

    [Fact]
    public async Task NothingChosen_OrNotSilent_OrMissing_OrTampered_SendsNothing()
    {
        await TioFranSodraAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        await using var db = _portal.Databas.Alla();
        async Task<long> IdAsync(string skolkod) => (await db.Skolor.SingleAsync(s => s.Skolkod == skolkod)).Id;
        var (tyst, sodra, lindsala) = (await IdAsync(Demoskolor.NorraHamnen), await IdAsync(Demoskolor.SodraBerget), await IdAsync(Demoskolor.Lindsala));

        (await greta.HamtaAsync($"{Lista}/99999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await greta.HamtaAsync($"{Lista}/{lindsala}")).Status.ShouldBe(HttpStatusCode.NotFound, "no ogiltig frånvaro there");
        (await greta.HamtaAsync($"{Lista}/{sodra}")).Text.ShouldContain("Bara en tyst skola kan påminnas här.");
        (await greta.HamtaAsync($"{Lista}/granska")).Notis.ShouldContain("Välj minst en skola att påminna.");
        (await greta.HamtaAsync($"{Lista}/granska?skola=-1&skola=x")).Notis.ShouldContain("Välj minst en skola");
        (await greta.HamtaAsync($"{Lista}/granska?skola={sodra}&skola=99999999")).Notis.ShouldContain("är inte tysta");
        var form = (await greta.HamtaAsync($"{Lista}/granska?skola={tyst}")).FindForm("Skicka påminnelsen");
        (await form.Manipulera("skola", $"{sodra}").SkickaAsync()).Notis.ShouldContain("Ingen av skolorna är tyst.");
        foreach (var falt in new[] { "__RequestVerificationToken", "__skola" })
        {
            var tom = (await greta.HamtaAsync($"{Lista}/granska?skola={tyst}")).FindForm("Skicka påminnelsen");
            (await tom.Manipulera(falt, null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest, falt);
        }

        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SilentSchoolReminded)).ShouldBe(0);
        (await db.UtgaendeMejl.CountAsync(m => m.Amne == "Har ni ogiltig frånvaro att rapportera till CSN?")).ShouldBe(0);
    }

    [Fact]
    public async Task AReminderThatCannotBeSaved_IsToldOf_AndCanBeSentAgain()
    {
        await TioFranSodraAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        var form = (await (await (await greta.HamtaAsync(Lista)).KlickaAsync("Norra Hamnens gymnasium")).KlickaAsync("Påminn skolan")).FindForm("Skicka påminnelsen");
        await using var db = _portal.Databas.Alla();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER Stopp BEFORE INSERT ON Fristpaminnelser BEGIN SELECT RAISE(ABORT, 'prov'); END");

        (await form.SkickaAsync()).Notis.ShouldContain("1 skola kunde inte påminnas just nu. Försök igen.");
        (await db.UtgaendeMejl.CountAsync(m => m.Amne.StartsWith("Har ni ogiltig"))).ShouldBe(0);
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER Stopp");
        (await form.SkickaAsync()).Notis.ShouldContain("Påminnelsen går ut till 1 skola.");
    }

    [Fact]
    public async Task SilentSchools_StandFirst_ThenAll_ByFormAndOrder()
    {
        await TioFranSodraAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await (await greta.HamtaAsync("/granskning")).KlickaAsync("Skolornas punktlighet");

        sida.Rubrik.ShouldBe("Skolornas punktlighet");
        sida.Text.ShouldContain("1 skola är tyst");
        sida.Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem().ShouldContain("Norra Hamnens gymnasium");
        sida.Texter("section[aria-labelledby=spridning] tbody tr")[0].ShouldStartWith("Gymnasieskola 2 1 1 –");
        sida.Dokument.QuerySelector("main a[href='/csn/frister']").ShouldNotBeNull();
        Htmlprov.Fel(sida).ShouldBeEmpty();
        var alla = await greta.HamtaAsync($"{Lista}?visa=alla");
        alla.Texter("section[aria-labelledby=skolor] tbody tr").Count.ShouldBeGreaterThan(2);
        var sorterad = await alla.KlickaAsync("Dagar till rapport");
        sorterad.Url.PathAndQuery.ShouldBe($"{Lista}?visa=alla&sortering=dagar-till-rapport");
        sorterad.Texter("section[aria-labelledby=skolor] tbody tr")[0].ShouldStartWith("Södra Bergets gymnasium");
        (await sorterad.KlickaAsync("Dagar till rapport")).Url.Query.ShouldEndWith("riktning=stigande");
        (await greta.HamtaAsync($"{Lista}?visa=alla&skolform=Komvux")).Texter("section[aria-labelledby=skolor] tbody tr").ShouldAllBe(t => t.Contains("komvux", StringComparison.Ordinal));
        foreach (var okant in new[] { "?skolform=Dagis", "?sortering=99", "?riktning=upp", "?sida=99", "?sida=x", "?visa=inget" })
            (await greta.HamtaAsync(Lista + okant)).Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem(okant);
    }

    [Fact]
    public async Task Spread_OfEnoughSchools_HasItsNumbers_AndTheOtherFormsHaveNone()
    {
        (await new Demohistorik(_portal.Databas.NyDb, _portal.Klocka).SeedaAsync()).ShouldBeTrue();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await greta.HamtaAsync(Lista);

        var former = sida.Texter("section[aria-labelledby=spridning] tbody tr");
        former[0].ShouldMatch(@"^Gymnasieskola 10 10 1 \d+ \d+–\d+ \d+ \d+–\d+ \d+ % \d+–\d+ % \d+ % \d+–\d+ %$");
        former.Skip(1).ShouldAllBe(f => f.EndsWith("– – – –", StringComparison.Ordinal));
        sida.Texter("section[aria-labelledby=skolor] tbody tr").ShouldHaveSingleItem().ShouldContain("Björkhults gymnasium");
    }

    [Fact]
    public async Task Csv_HoldsTheChoice_AndIsInTheLog()
    {
        await TioFranSodraAsync();
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await (await kristina.HamtaAsync("/")).KlickaAsync("Skolornas punktlighet");

        var fil = await sida.KlickaAsync("Hämta som CSV");

        fil.Svar.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var rader = Encoding.UTF8.GetString(fil.Innehall).Trim().Split('\n');
        rader.Length.ShouldBe(2);
        rader[1].ShouldStartWith($"Norra Hamnens gymnasium;{Demoskolor.NorraHamnen};Luleå;gymnasieskola;ja;60;5;0;;0;");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.TimelinessExported)).ShouldBe(1);
    }

    private async Task TioFranSodraAsync()
    {
        await using var db = _portal.Databas.Alla();
        await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget);
        var konto = (await db.Konton.OrderBy(k => k.Id).FirstAsync()).Id;
        var elever = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id).OrderBy(s => s.Id).Skip(10).Take(10).ToListAsync();
        var dag = new DateOnly(2026, 10, 12);
        foreach (var elev in elever)
        {
            var skickad = SvenskTid.TillUtc(dag, new(9, 0));
            var rapport = new Skolkrapport(skola.Id, elev.Id, new Skolkuppgift(dag.AddDays(-35), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, dag);
            db.Add(new Arende(skola.Id, rapport, skickad));
        }

        await db.SaveChangesAsync();
    }
}
