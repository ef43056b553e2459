using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Kontakta CSN as schools see it, and CSN's side of it. Today is Sunday 22 November 2026, 10.00.</summary>
public sealed class KontaktsidaTests : IAsyncDisposable
{
    private const string Sidan = "/csn/kontaktsidan";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.SkotaKontaktsidan, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { Sidan, $"{Sidan}/personer/{await KristinaAsync()}" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Sidan}']").ShouldBeNull();
        });

    [Fact]
    public async Task KontaktaCsn_SaysWhetherThePhoneIsOpen_WhomToAsk_AndTheSkolkod()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync("/kontakta-csn");

        sida.Text.ShouldContain("Stängt, öppnar måndag 23 november 9.00");
        sida.Text.ShouldContain("Måndag–fredag 9.00–13.00");
        sida.Text.ShouldContain("torsdag 24 december 2026 Stängt, Julafton");
        sida.Text.ShouldContain("Ha skolkoden till hands när du hör av dig: 12345678");
        sida.Text.ShouldContain("Gymnasieskolor: behörigheter");
        sida.Texter("tbody th strong").ShouldBe(["Kristina Ohlin"]);
        sida.Dokument.QuerySelector("#vem").ShouldNotBeNull();
        _portal.Klocka.Satt(new(2026, 11, 23), new(12, 59));
        // The session of the day before is over.
        using var dagenEfter = await _portal.InloggadAsync(Personer.AnnaLind);
        (await dagenEfter.HamtaAsync("/kontakta-csn")).Text.ShouldContain("Öppet nu, stänger 13.00");
    }

    [Theory]
    [InlineData("csnkon01")]
    [InlineData("csnbeh01")]
    public async Task Hours_AreChanged_WithHistory_AndShownToSchools(string vem)
    {
        using var klient = await _portal.InloggadAsync(Personer.Alla.Single(p => p.Anvandarnamn == vem));
        var sida = await klient.HamtaAsync(Sidan);
        var gammal = sida.FindForm("Spara telefontiderna").Satt("FridayStanger", "11.00");

        var sparad = await sida.SkickaAsync("Spara telefontiderna", ("MondayOppnar", "8"), ("MondayStanger", "16:30"), ("FridayOppnar", ""), ("FridayStanger", ""));

        sparad.Notis.ShouldContain("Telefontiderna är sparade");
        sparad.Text.ShouldContain("mån 8.00–16.30, tis 9.00–13.00, ons 9.00–13.00, tor 9.00–13.00, fre stängt");
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync("/kontakta-csn")).Text.ShouldContain("Måndag 8.00–16.30 Tisdag–torsdag 9.00–13.00 Fredag Stängt");
        using var utloggad = _portal.NyKlient();
        (await utloggad.HamtaAsync("/logga-in")).Text.ShouldContain("0771-276 400, måndag 8.00–16.30, tisdag–torsdag 9.00–13.00. Ha skolkoden till hands");
        (await utloggad.HamtaAsync("/tillganglighet")).Text.ShouldContain("0771-276 400, måndag 8.00–16.30, tisdag–torsdag 9.00–13.00, och berätta");
        var konflikt = await gammal.SkickaAsync();
        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.FindForm("Spara telefontiderna").Varde("FridayStanger").ShouldBe("11.00");
        konflikt.Text.ShouldContain("När du sparar igen gäller det som står i fälten. mån 8.00–16.30, tis 9.00–13.00, ons 9.00–13.00, tor 9.00–13.00, fre stängt");
        (await konflikt.SkickaAsync("Spara telefontiderna", ("FridayOppnar", "9"))).Notis.ShouldContain("sparade");
    }

    [Theory]
    [InlineData("MondayOppnar", "nio", "Måndag: skriv när telefonen öppnar och stänger")]
    [InlineData("TuesdayOppnar", "14", "Tisdag: skriv när telefonen öppnar och stänger")]
    public async Task FaultyHour_IsToldThere_AndKept(string falt, string varde, string mening)
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        var sida = await (await kristina.HamtaAsync(Sidan)).SkickaAsync("Spara telefontiderna", (falt, varde));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Spara telefontiderna").Varde(falt).ShouldBe(varde);
    }

    [Theory]
    [InlineData("Dag", "i morgon", "Skriv en dag som inte har varit")]
    [InlineData("Dag", "2026-12-24", "Dagen har redan en avvikelse")]
    [InlineData("Oppnar", "9", "Skriv både när telefonen öppnar")]
    [InlineData("Orsak", "", "Skriv varför")]
    public async Task FaultyException_IsToldThere_AndKept(string falt, string varde, string mening)
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        var sida = await (await kristina.HamtaAsync(Sidan)).FindForm("Lägg till").Satt("Dag", "2026-11-30").Satt("Orsak", "Kurs").Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Lägg till").Varde(falt).ShouldBe(varde);
        sida.FindForm("Spara telefontiderna").Varde("MondayOppnar").ShouldBe("9.00");
    }

    [Fact]
    public async Task Exception_IsAddedAndRemoved()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        var sida = await (await kristina.HamtaAsync(Sidan)).FindForm("Lägg till").Satt("Dag", "2026-11-23").Satt("Oppnar", "10").Satt("Stanger", "11").Satt("Orsak", "Personalmöte").SkickaAsync();
        sida.Text.ShouldContain("Stängt, öppnar måndag 23 november 10.00");
        var bort = sida.FindForm("Ta bort 2026-11-23");
        (await bort.SkickaAsync()).Text.ShouldContain("Stängt, öppnar måndag 23 november 9.00");
        (await bort.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await bort.Manipulera("Atgard", "Allt").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Card_IsChanged_FaultsToldThere_AndTheSecondOfTwoSeesWhatHolds()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await (await (await kristina.HamtaAsync("/csn/rapporteringssatt")).KlickaAsync("Sidan Kontakta CSN")).KlickaAsync("Kristina Ohlin");
        var gammal = sida.FindForm("Spara kortet").Satt("Ansvarsomrade", "Högskolor");
        foreach (var (falt, varde, mening) in new[] { ("Ansvarsomrade", "", "Skriv vad man frågar"), ("Telefon", "nej", "Skriv telefonnumret"), ("Epost", "nej", "Skriv en e-postadress") })
            (await sida.SkickaAsync("Spara kortet", (falt, varde))).FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);

        (await sida.SkickaAsync("Spara kortet", ("Ansvarsomrade", "Komvux"))).Notis.ShouldContain("Kristina Ohlin: kortet är sparat");
        var konflikt = await gammal.SkickaAsync();

        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Ansvarsområde Komvux");
        await konflikt.SkickaAsync("Spara kortet");
        (await kristina.HamtaAsync("/kontakta-csn")).Text.ShouldContain("Högskolor");
        (await kristina.HamtaAsync($"{Sidan}/personer/{await KristinaAsync()}")).Text.ShouldContain("Ansvarsområde: Komvux → Högskolor");
    }

    [Fact]
    public async Task MissingCard_OrOfOneWhoIsNoContactPerson_IsNotFound()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        await using var db = _portal.Databas.Alla();
        var greta = await db.Konton.Where(k => k.UserName == Personer.GretaGranberg.Anvandarnamn).Select(k => k.Id).SingleAsync();
        foreach (var id in new[] { 0, 99_999_999, greta })
        {
            (await kristina.HamtaAsync($"{Sidan}/personer/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            var begaran = (await kristina.HamtaAsync($"{Sidan}/personer/{await KristinaAsync()}")).FindForm("Spara kortet").Begaran();
            begaran.RequestUri = new Uri($"{Sidan}/personer/{id}", UriKind.Relative);
            (await kristina.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await db.Set<Kontaktkort>().CountAsync()).ShouldBe(1);
    }

    private async Task<long> KristinaAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Konton.Where(k => k.UserName == Personer.KristinaOhlin.Anvandarnamn).Select(k => k.Id).SingleAsync();
    }
}
