using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>CSN's page of a school: where letters go, and who answers for it.</summary>
public sealed class SkoluppgifterTests : IAsyncDisposable
{
    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task Schools_AreClosedToOthers() =>
        Personer.VarOchEnUtanAsync(Rattighet.HandlaggBehorigheter, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { "/csn/skolor", "/csn/skolor/1" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
        });

    [Fact]
    public async Task MissingSchool_IsNotFound()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await klient.HamtaAsync($"/csn/skolor/{(await SkolaAsync()).Id}");

        (await klient.HamtaAsync("/csn/skolor/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        var begaran = sida.FindForm("Spara postadressen").Satt("Gatuadress", "Nygatan 1").Satt("Postnummer", "851 70").Begaran();
        begaran.RequestUri = new Uri("/csn/skolor/999999", UriKind.Relative);
        (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("hamnen", "Norra Hamnens gymnasium")]
    [InlineData(Demoskolor.SodraBerget, "Södra Bergets gymnasium")]
    public async Task Search_FindsByNameAndSkolkod_FromTheMenu_AndKeepsItsTextOutOfTheAddress(string text, string namn)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await (await klient.HamtaAsync("/csn/brev")).KlickaAsync("Skolor")).SkickaAsync("Sök", ("Text", text));

        sida.Text.ShouldContain("1 skola");
        sida.Url.Query.ShouldNotContain(text);
        (await sida.KlickaAsync(namn)).Rubrik.ShouldBe(namn);
        (await sida.SkickaAsync("Sök", ("Text", "finns inte"))).Text.ShouldContain("Ingen skola hittades");
    }

    [Fact]
    public async Task Address_IsWritten_AndALetterWithoutOneLeadsHere()
    {
        await using (var db = _portal.Databas.Alla())
        {
            await db.Skolor.ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Gatuadress, (string?)null).SetProperty(s => s.Postnummer, (string?)null));
        }

        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var ko = await klient.HamtaAsync("/csn/brev");
        ko.Text.ShouldContain("adress saknas");
        var sida = await klient.HamtaAsync(ko.Dokument.QuerySelector("a[href^='/csn/skolor/']:not([href='/csn/skolor'])")!.GetAttribute("href")!);

        var sparad = await sida.SkickaAsync("Spara postadressen", ("Gatuadress", "Nygatan 1"), ("Postnummer", "851 70"));

        sparad.Notis.ShouldContain("Postadressen är sparad.");
        sparad.FindForm("Spara postadressen").Varde("Postnummer").ShouldBe("851 70");
        var skola = await SkolaAsync(sida.Rubrik);
        (skola.Gatuadress, skola.Postnummer).ShouldBe(("Nygatan 1", "85170"));
        (await klient.HamtaAsync("/csn/brev")).Text.ShouldNotContain("adress saknas");
        var gammal = await sida.SkickaAsync("Spara postadressen", ("Gatuadress", "Annangatan 1"), ("Postnummer", "851 70"));
        gammal.Status.ShouldBe(HttpStatusCode.Conflict, "drawn before the change");
        gammal.FindForm("Spara postadressen").Varde("Gatuadress").ShouldBe("Annangatan 1");
        gammal.FindForm("Spara postadressen").Varde("Fore").ShouldBe("Nygatan 1, 85170");
    }

    [Theory]
    [InlineData("Gatuadress", "", "Skriv skolans gatuadress eller box, högst 100 tecken.")]
    [InlineData("Gatuadress", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890", "Skriv skolans gatuadress eller box, högst 100 tecken.")]
    [InlineData("Postnummer", "8517", "Skriv postnumret med fem siffror, till exempel 851 70.")]
    [InlineData("Postnummer", "8517O", "Skriv postnumret med fem siffror, till exempel 851 70.")]
    [InlineData("Postnummer", null, "Skriv postnumret med fem siffror, till exempel 851 70.")]
    [InlineData("Fore", "en annan", "Någon annan har ändrat skolans uppgifter. Läs igenom dem som de är nu.")]
    [InlineData("Atgard", "Annat", null)]
    [InlineData("__RequestVerificationToken", "fel", null)]
    public async Task Address_InvalidOrTampered_ChangesNothing(string falt, string? varde, string? fel)
    {
        var fore = await SkolaAsync();
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var formular = (await klient.HamtaAsync($"/csn/skolor/{fore.Id}")).FindForm("Spara postadressen").Satt("Gatuadress", "Nygatan 1").Satt("Postnummer", "851 71");

        var sida = await formular.Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(falt == "Fore" ? HttpStatusCode.Conflict : HttpStatusCode.BadRequest);
        if (fel is not null)
            sida.Fel.ShouldContain(fel);
        var efter = await SkolaAsync();
        (efter.Gatuadress, efter.Postnummer).ShouldBe((fore.Gatuadress, fore.Postnummer));
    }

    [Fact]
    public async Task Contact_IsAddedAndRemoved_AndTheSchoolSeesIt()
    {
        var skola = await SkolaAsync("Fjällbergets folkhögskola");
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await klient.HamtaAsync($"/csn/skolor/{skola.Id}");
        sida.Text.ShouldContain("Ingen ansvarar för skolan.");
        var formular = sida.FindForm("Lägg till").ValjText("Kristina Ohlin");

        var tillagd = await formular.SkickaAsync();
        var igen = await formular.SkickaAsync();

        tillagd.Notis.ShouldContain("Kontaktpersonen ansvarar nu för skolan.");
        igen.Status.ShouldBe(HttpStatusCode.BadRequest);
        igen.Fel.ShouldContain("Välj en kontaktperson som inte redan ansvarar för skolan.");
        using (var pia = await _portal.InloggadAsync(Personer.PiaLarsdotter))
            (await pia.HamtaAsync("/kontakta-csn")).Dokument.QuerySelector("tbody th strong").ShouldNotBeNull();
        var ta = tillagd.FindForm("Ta bort Kristina Ohlin");
        (await ta.SkickaAsync()).Notis.ShouldContain("Kontaktpersonen ansvarar inte längre för skolan.");
        (await ta.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.Where(e => e.SkolaId == skola.Id && (e.Act == Acts.ContactAdded || e.Act == Acts.ContactRemoved)).OrderBy(e => e.Id).Select(e => e.Outcome).ToListAsync())
            .ShouldBe([AuditOutcome.Accepted, AuditOutcome.Refused, AuditOutcome.Accepted, AuditOutcome.Refused]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("999999")]
    [InlineData("1")]
    public async Task Contact_WhoIsNone_IsRefused(string? kontoId)
    {
        var skola = await SkolaAsync("Fjällbergets folkhögskola");
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await klient.HamtaAsync($"/csn/skolor/{skola.Id}")).FindForm("Lägg till").Manipulera("KontoId", kontoId).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("KontoId").ShouldHaveSingleItem();
        await using var db = _portal.Databas.Alla();
        (await db.Kontaktansvar.AnyAsync(k => k.SkolaId == skola.Id)).ShouldBeFalse();
    }

    private async Task<Skola> SkolaAsync(string? namn = null)
    {
        await using var db = _portal.Databas.Alla();
        return await db.Skolor.SingleAsync(s => namn == null ? s.Skolkod == Demoskolor.SodraBerget : s.Namn == namn);
    }
}
