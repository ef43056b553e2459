using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Areas.Studeranderapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>Choose, fill in, check, send, change, take back: each event at each school form, generated from the table. Today is 22 November 2026.</summary>
public sealed class HandelserapporteringTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private static int _nummer;

    public static IEnumerable<object[]> Alla() => Handelseexempel.Alla();

    [Theory, MemberData(nameof(Alla))]
    public async Task WholeWay_SendsTheEventAndShowsTheReceipt(Handelseslag slag, Skolform skolform)
    {
        var studerande = await StuderandeAsync(slag, skolform);
        using var klient = await KlientAsync(skolform);
        var valj = await klient.HamtaAsync($"/studerande/{studerande}/rapportera");
        var form = await valj.KlickaAsync(slag.Typ().Rubrik);

        var granska = await Fyll(form, Handelseexempel.Falt(slag, skolform)).SkickaAsync();
        granska.Url.AbsolutePath.ShouldStartWith("/handelser/granska/", Case.Sensitive, string.Join(' ', granska.Fel));
        var kvittens = await granska.SkickaAsync("Skicka");

        kvittens.Url.AbsolutePath.ShouldStartWith("/kvittenser/SR-");
        kvittens.Rubrik.ShouldBe($"Skickat: {Handelsetext.Liten(slag.Typ())}");
        var handelse = (await HandelserAsync(studerande)).Single(h => h.Uppgift.Slag == slag);
        handelse.Uppgift.ShouldBe(Handelseexempel.Uppgift(slag, skolform) with { DokumentId = handelse.Uppgift.DokumentId });
        (handelse.Uppgift.DokumentId is not null).ShouldBe(slag == Handelseslag.Avstangning);
        (await klient.HamtaAsync($"/studerande/{studerande}")).Dokument.QuerySelector($"a[href='/handelser/{handelse.Id}']").ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Alla))]
    public async Task Post_WithoutWhatTheEventNeeds_ShowsErrorsInTheOrderOfThePage_AndChangesNothing(Handelseslag slag, Skolform skolform)
    {
        var studerande = await StuderandeAsync(slag, skolform);
        using var klient = await KlientAsync(skolform);
        var form = await klient.HamtaAsync($"/studerande/{studerande}/rapportera/{slag.Typ().Kod}");

        var svar = await form.SkickaAsync("Granska");

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        var krav = slag.Typ().For(skolform)!.Falt;
        foreach (var falt in krav.Where(f => f.Krav == Faltkravslag.Obligatoriskt))
            svar.Texter($"#Falt_{falt.Kolumn}_-fel").ShouldHaveSingleItem();
        svar.Texter("#felsummering li").Count.ShouldBe(krav.Count(f => f.Krav == Faltkravslag.Obligatoriskt) + (krav.Any(f => f.Krav == Faltkravslag.NagotAv) ? 1 : 0));
        (await UtkastAsync(studerande)).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Pages_ByOneWhoDoesNotReport_AreForbidden(Person person)
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { $"/studerande/{studerande}/rapportera", $"/studerande/{studerande}/rapportera/31", $"/handelser/granska/{Hemlighet.Ny()}", "/handelser/1", "/handelser/1/andra", "/handelser/1/ta-tillbaka", "/kvittenser", "/kvittenser/SR-2222-2222" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
    }

    [Fact]
    public async Task MissingOrAnotherSchools_IsNotFound()
    {
        var annans = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Komvux);
        var handelse = await SkickaAsync(annans, Handelseslag.Franvaro, Skolform.Komvux);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var adress in new[]
        {
            $"/studerande/{annans}/rapportera", $"/studerande/{annans}/rapportera/31", "/studerande/999999/rapportera", $"/handelser/{handelse.Id}", $"/handelser/{handelse.Id}/andra",
            $"/handelser/{handelse.Id}/ta-tillbaka", $"/kvittenser/{handelse.Sandning.Kvittensnummer}", $"/handelser/granska/{Hemlighet.Ny()}", "/handelser/999999",
        })
        {
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
        }
    }

    [Fact]
    public async Task Event_ThatTheSchoolFormDoesNotReport_IsNotFound()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var kod in new[] { "10", "51", "83", "99", "fel" })
            (await klient.HamtaAsync($"/studerande/{studerande}/rapportera/{kod}")).Status.ShouldBe(HttpStatusCode.NotFound, kod);
    }

    [Fact]
    public async Task Post_TamperedWithAnotherSchoolsStudent_IsNotFound_AndChangesNothing()
    {
        var (egen, annans) = (await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola), await StuderandeAsync(Handelseslag.Franvaro, Skolform.Komvux));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var form = await klient.HamtaAsync($"/studerande/{egen}/rapportera/31");
        var post = Fyll(form, Handelseexempel.Falt(Handelseslag.Franvaro, Skolform.Gymnasieskola)).Begaran();
        post.RequestUri = new(form.Url, $"/studerande/{annans}/rapportera/31");

        (await klient.SkickaAsync(post, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await UtkastAsync(annans)).ShouldBe(0);
    }

    [Fact]
    public async Task Refusal_KeepsWhatWasTyped_AtItsField()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var form = await klient.HamtaAsync($"/studerande/{studerande}/rapportera/31");

        var svar = await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "20261120"));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor("Falt[forsta_dag]").ShouldHaveSingleItem().ShouldContain("minst 14 dagar");
        svar.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("20261120");
    }

    [Fact]
    public async Task Change_GoesTheSameWay_AndTheHistoryTells()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        var handelse = await SkickaAsync(studerande, Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var form = await (await klient.HamtaAsync($"/handelser/{handelse.Id}")).KlickaAsync("Ändra");
        form.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("2026-11-02");

        (await form.SkickaAsync("Granska")).Fel.ShouldHaveSingleItem().ShouldContain("det finns inget att ändra");

        var granska = await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-03"));
        granska.Rubrik.ShouldBe("Granska ändringen: frånvaro");
        granska.Texter("section[aria-labelledby=uppgifter] tbody td").ShouldBe(["2026-11-02", "2026-11-03"]);
        (await granska.SkickaAsync("Skicka ändringen")).Rubrik.ShouldBe("Ändringen är skickad: frånvaro");

        var handelser = await HandelserAsync(studerande);
        handelser.Select(h => h.Status).ShouldBe([Handelsestatus.Ersatt, Handelsestatus.Galler]);
        var sida = await klient.HamtaAsync($"/handelser/{handelser[1].Id}");
        sida.Texter("section[aria-labelledby=historik] tbody tr").Count.ShouldBe(2);
        (await klient.HamtaAsync($"/handelser/{handelse.Id}")).Text.ShouldContain("Ersatt av en senare rapport");
    }

    [Fact]
    public async Task GoingBack_FindsTheDraftFilledIn_AndTheSameOnceMoreIsTheSameDraft()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var form = await klient.HamtaAsync($"/studerande/{studerande}/rapportera/31");
        form.Text.ShouldNotContain("Ditt utkast");
        var granska = await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-03"));
        granska.Text.ShouldContain("sparat som utkast");

        // The page as the browser kept it, and then loaded anew.
        (await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-03"))).Url.ShouldBe(granska.Url);
        var igen = await klient.HamtaAsync($"/studerande/{studerande}/rapportera/31");

        (await UtkastAsync(studerande)).ShouldBe(1);
        igen.Text.ShouldContain("Ditt utkast från 22 november 2026 kl. 10.00");
        igen.FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBe("2026-11-03");
        (await igen.KlickaAsync("Börja på en ny i stället")).FindForm("Granska").Varde("Falt[forsta_dag]").ShouldBeNullOrEmpty();
        (await igen.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-04"))).Url.ShouldBe(granska.Url);
    }

    [Fact]
    public async Task Form_ShowsWhatIsReportedAlready_WithALinkToIt()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        var handelse = await SkickaAsync(studerande, Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var form = await klient.HamtaAsync($"/studerande/{studerande}/rapportera/31");

        form.Dokument.QuerySelector($"section[aria-labelledby=rapporterat] a[href='/handelser/{handelse.Id}']").ShouldNotBeNull().TextContent.ShouldBe("Frånvaro");
    }

    [Fact]
    public async Task ChangedScope_StandsBesideThePeriod_AndTheOldEventLeadsToTheNew()
    {
        var studerande = await StuderandeAsync(Handelseslag.AndradOmfattning, Skolform.Komvux);
        var handelse = await SkickaAsync(studerande, Handelseslag.AndradOmfattning, Skolform.Komvux);
        using var klient = await KlientAsync(Skolform.Komvux);
        (await klient.HamtaAsync($"/studerande/{studerande}")).Texter("section[aria-labelledby=studietid] tbody td")[2].ShouldBe("50 %, 100 % från 2026-10-05");

        var form = await klient.HamtaAsync($"/handelser/{handelse.Id}/andra");
        var kvittens = await (await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-10-12"))).SkickaAsync("Skicka ändringen");

        var gammal = await klient.HamtaAsync($"/handelser/{handelse.Id}");
        var ny = (await HandelserAsync(studerande))[^1];
        gammal.Dokument.QuerySelectorAll($"a[href='/handelser/{ny.Id}']").Length.ShouldBe(2);
        gammal.Dokument.QuerySelector($"section[aria-labelledby=historik] a[href='{kvittens.Url.AbsolutePath}']").ShouldNotBeNull();
        (await klient.HamtaAsync("/kvittenser")).Texter("tbody td")[0].ShouldContain("Ändring: ändrad omfattning");
    }

    [Fact]
    public async Task TaTillbaka_SaysWhatFollows_AndDoesItOnce()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        var handelse = await SkickaAsync(studerande, Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await klient.HamtaAsync($"/handelser/{handelse.Id}/ta-tillbaka");
        sida.Text.ShouldContain("före 22 november 2026 kl. 15.00 lämnar den inga spår");

        (await sida.SkickaAsync("Ta tillbaka")).Notis.ShouldContain("Taget tillbaka: frånvaro");
        (await sida.SkickaAsync("Ta tillbaka")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await HandelserAsync(studerande))[0].Status.ShouldBe(Handelsestatus.Tillbakatagen);
    }

    [Fact]
    public async Task FileSchool_IsToldWhere_AndStillReportsSkolkHere()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola, Demoskolor.NorraHamnen);
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);

        var sida = await klient.HamtaAsync($"/studerande/{studerande}/rapportera");

        sida.Text.ShouldContain("Skolan rapporterar med fil.");
        sida.Texter(".valista li a").ShouldBe(["Skolk"]);
        (await klient.HamtaAsync($"/studerande/{studerande}/rapportera/31")).Text.ShouldContain("Skolan rapporterar med fil.");
    }

    [Theory]
    [InlineData(Handelseslag.Handledarintyg, "handledarintyg-SR-")]
    [InlineData(Handelseslag.Intyg2441W, "intyg-2441w-SR-")]
    public async Task Intyg_IsAPdfOfItsOwn(Handelseslag slag, string filnamn)
    {
        var studerande = await StuderandeAsync(slag, Skolform.Hogskola);
        var handelse = await SkickaAsync(studerande, slag, Skolform.Hogskola);
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        var pdf = await klient.HamtaAsync($"/handelser/{handelse.Id}/intyg.pdf");

        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        pdf.Innehallshuvuden.ContentDisposition!.FileName!.ShouldStartWith(filnamn);
        System.Text.Encoding.ASCII.GetString(pdf.Innehall, 0, 5).ShouldBe("%PDF-");
        using var annan = await portal.InloggadAsync(Personer.AnnaLind);
        (await annan.HamtaAsync($"/handelser/{handelse.Id}/intyg.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Intyg_OfAnEventWithoutOne_IsNotFound()
    {
        var studerande = await StuderandeAsync(Handelseslag.Franvaro, Skolform.Gymnasieskola);
        var handelse = await SkickaAsync(studerande, Handelseslag.Franvaro, Skolform.Gymnasieskola);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync($"/handelser/{handelse.Id}/intyg.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task LadokSchool_StillWritesIntygHere()
    {
        await using var db = portal.Databas.Alla();
        var ingrids = await db.Nationellt<Studerande>().Where(s => s.Skydd == Personskydd.Inget && db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == "78901234")).Select(s => s.Id).FirstAsync();
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        var sida = await klient.HamtaAsync($"/studerande/{ingrids}/rapportera");

        sida.Text.ShouldContain("Skolan rapporterar genom Ladok.");
        sida.Texter(".valista li a").ShouldBe(["Intyg om kursregistrering (2441W)", "Handledarintyg", "Avstängning"]);
        (await klient.HamtaAsync($"/studerande/{ingrids}/rapportera/83")).FindForm("Granska").ShouldNotBeNull();
    }

    private static Formular Fyll(Sida sida, Dictionary<string, string> falt)
    {
        var formular = sida.FindForm("Granska");
        foreach (var (kolumn, text) in falt)
        {
            _ = kolumn == Handelsefalt.Beslut.Kolumn() ? formular.Bifoga($"Falt[{kolumn}]", Testfiler.Pdf("beslut.pdf")) : formular.Satt($"Falt[{kolumn}]", text);
        }

        return formular;
    }

    private async Task<Portalklient> KlientAsync(Skolform skolform)
    {
        var klient = await portal.InloggadAsync(Handelseexempel.Rapportor(skolform));
        if (skolform is Skolform.AnnanEftergymnasial or Skolform.KonstOchKultur)
            await klient.ValjSkolaAsync(Handelseexempel.Skolkod(skolform));
        return klient;
    }

    private async Task<long> StuderandeAsync(Handelseslag slag, Skolform skolform, string? skolkod = null)
    {
        await using var db = portal.Databas.Alla();
        await using (var alla = portal.Databas.Alla())
            await Handelseexempel.SkolaForAnnanEftergymnasialAsync(alla);

        var kod = skolkod ?? Handelseexempel.Skolkod(skolform);
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == kod);
        var nummer = Interlocked.Increment(ref _nummer);
        // Born so that a gymnasist has studiehjälp and the others may have studiemedel.
        var fodd = skolform == Skolform.Gymnasieskola && slag != Handelseslag.AndradOmfattning ? "20090412" : "19960412";
        var studerande = new Studerande(skola.Id, Core.Personidentiteter.Personnummer.FranVarde($"{fodd}H{nummer:000}"), "Prov", "Provsson");
        if (Handelseexempel.KraverStudietid(slag))
            studerande.LaggTill(new(skola.Id, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", skolform == Skolform.Gymnasieskola ? Avdelning.A1 : Avdelning.B, 50));
        db.Add(studerande);
        await db.SaveChangesAsync();
        if (slag == Handelseslag.AterIStudier)
            await SkickaAsync(studerande.Id, Handelseslag.Franvaro, skolform);
        return studerande.Id;
    }

    private async Task<Handelse> SkickaAsync(long studerandeId, Handelseslag slag, Skolform skolform)
    {
        using var klient = await KlientAsync(skolform);
        var form = await klient.HamtaAsync($"/studerande/{studerandeId}/rapportera/{slag.Typ().Kod}");
        await (await Fyll(form, Handelseexempel.Falt(slag, skolform)).SkickaAsync()).SkickaAsync("Skicka");
        return (await HandelserAsync(studerandeId)).Single(h => h.Uppgift.Slag == slag);
    }

    private async Task<List<Handelse>> HandelserAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Handelse>().Include(h => h.Sandning).Where(h => h.StuderandeId == studerandeId).OrderBy(h => h.Id).ToListAsync();
    }

    private async Task<int> UtkastAsync(long studerandeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Handelseutkastrad>().CountAsync(r => r.StuderandeId == studerandeId);
    }
}
