using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Identity Manager: who comes in, what each page does, and what is refused.</summary>
public sealed class IdentityManagerTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Kontofall _fall = new(portal);

    public static IEnumerable<object[]> UtomAdministratorer => Personer.Utan(Rattighet.AdministreraAnvandare);

    public static IEnumerable<object[]> UtomVardare => Personer.Utan(Rattighet.VardaAnvandare);

    [Theory, MemberData(nameof(UtomAdministratorer))]
    public async Task SchoolPages_AreClosedToAllButAdministrators(Person person)
    {
        using var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());

        foreach (var adress in new[] { "/identity-manager", "/identity-manager/anvandare", "/identity-manager/anvandare/csv", "/identity-manager/anvandare/ny", "/identity-manager/attestering" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
    }

    [Theory, MemberData(nameof(UtomVardare))]
    public async Task UserPages_AreClosedToThoseWhoLookAfterNobody(Person person)
    {
        var anna = await _fall.ForAsync(Personer.AnnaLind);
        using var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());

        foreach (var sida in new[] { "", "/behorigheter", "/uppgifter", "/engangslosenord", "/avsluta", "/aterstall" })
            (await klient.HamtaAsync($"/identity-manager/anvandare/{anna.Id}{sida}")).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {sida}");
    }

    [Theory]
    [InlineData(999_999_999)]
    [InlineData(0)]
    public async Task MissingUser_IsNotFound(long id)
    {
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        foreach (var sida in new[] { "", "/behorigheter", "/uppgifter", "/engangslosenord", "/avsluta", "/aterstall" })
            (await klient.HamtaAsync($"/identity-manager/anvandare/{id}{sida}")).Status.ShouldBe(HttpStatusCode.NotFound, sida);
    }

    [Fact]
    public async Task Anonymous_IsSentToItsOwnLoginPage_AndBack()
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync("/identity-manager");
        sida.Rubrik.ShouldBe("Logga in i Identity Manager");
        var efter = await sida.SkickaAsync("Logga in", ("Anvandarnamn", "mikast01"), ("Losenord", "Demo-losen-2026"));

        efter.Url.AbsolutePath.ShouldBe("/identity-manager");
        efter.Rubrik.ShouldBe("Identity Manager");
        efter.Text.ShouldContain("Skolan har bara en behörighetsadministratör");
    }

    [Fact]
    public async Task Administrator_StartsInIdentityManager()
    {
        using var klient = await portal.InloggadAsync(Personer.ElinEriksson);

        (await klient.HamtaAsync("/")).Url.AbsolutePath.ShouldBe("/identity-manager");
    }

    [Fact]
    public async Task List_ShowsUsersLocksAndServices_AndTheFileSaysTheSame()
    {
        var (_, last) = await _fall.NyAsync(Demoskolor.Viken, StudietiderUtbildningar);
        using var utomstaende = portal.NyKlient();
        for (var i = 0; i < 3; i++)
            await utomstaende.ForsokLoggaInAsync(last.UserName!, "fel");
        using var klient = await portal.InloggadAsync(Personer.OskarWikstrom);

        var lista = await klient.HamtaAsync("/identity-manager/anvandare");
        var rad = lista.Texter("tbody tr").Single(r => r.Contains(last.UserName!));
        rad.ShouldContain("Låst till 10:30");
        rad.ShouldContain("Studietider och utbildningar");
        rad.ShouldContain("Aldrig");
        (await klient.HamtaAsync("/identity-manager/anvandare?visa=lasta")).Texter("tbody tr").Count.ShouldBe(1);

        var csv = await klient.HamtaAsync("/identity-manager/anvandare/csv?visa=lasta");
        csv.Innehallshuvuden.ContentType!.MediaType.ShouldBe("text/csv");
        var text = System.Text.Encoding.UTF8.GetString(csv.Innehall);
        text.ShouldContain($"{last.Namn};{last.UserName};{last.Email};;Studietider och utbildningar;I bruk;;2026-11-22 10:30");
        (await _fall.LasAsync(db => db.AuditEvents.CountAsync(e => e.Act == Acts.AccountListExported))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task LeaverWatch_ShowsThoseWhoHaveNotLoggedInForSixtyDays()
    {
        var (_, gammal) = await _fall.NyAsync(Demoskolor.Fjallberget);
        await _fall.AndraAsync(async db => (await db.Konton.SingleAsync(k => k.Id == gammal.Id)).Inloggad(new(2026, 9, 23, 8, 59, 59, DateTimeKind.Utc)));
        var (_, nyss) = await _fall.NyAsync(Demoskolor.Fjallberget);
        await _fall.AndraAsync(async db => (await db.Konton.SingleAsync(k => k.Id == nyss.Id)).Inloggad(new(2026, 9, 23, 9, 0, 1, DateTimeKind.Utc)));
        using var klient = await portal.InloggadAsync(Personer.PiaLarsdotter);

        var rader = (await klient.HamtaAsync("/identity-manager/anvandare?visa=inaktiva")).Texter("tbody tr");

        rader.ShouldContain(r => r.Contains(gammal.UserName!));
        rader.ShouldNotContain(r => r.Contains(nyss.UserName!));
    }

    [Fact]
    public async Task MailThatWasGivenUp_IsShownOnListAndUser()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, StudietiderUtbildningar);
        await _fall.AndraAsync(db =>
        {
            var mejl = new Core.Meddelanden.UtgaendeMejl(konto.Email!, "Ämne", "Text", new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc), konto.Id);
            mejl.HarMisslyckats("550 No such user", null, false);
            db.Add(mejl);
            return Task.CompletedTask;
        });
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        (await klient.HamtaAsync("/identity-manager/anvandare?visa=olevererade")).Texter("tbody tr").ShouldContain(r => r.Contains(konto.UserName!));
        (await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}")).Text.ShouldContain("den 20 november 2026 kom inte fram");
    }

    [Fact]
    public async Task NewUser_IsMade_AndLeadsOnToTheServices()
    {
        using var klient = await portal.InloggadAsync(Personer.ElinEriksson);

        var sida = await (await klient.HamtaAsync("/identity-manager/anvandare/ny"))
            .SkickaAsync("Lägg till och välj behörigheter", ("Namn", "Åke  Ångström"), ("Epost", "ake@angsholm.example"), ("Telefon", "033-12 34 56"));

        sida.Rubrik.ShouldBe("Ändra behörigheter");
        sida.Notis.ShouldContain("Nytt konto: ett brev med användarnamnet akeang01 skickas till skolan.");
        var klart = await sida.SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"), ("Rader[1].Ska", "true"), ("Rader[1].GiltigTill", "20270131"));
        klart.Notis.ShouldContain("Behörigheterna för Åke Ångström är sparade.");
        klart.Text.ShouldContain("Brev med användarnamn väntar hos CSN");
        var konto = await _fall.LasAsync(db => db.Konton.SingleAsync(k => k.Email == "ake@angsholm.example"));
        konto.UserName.ShouldBe("akeang01");
        (await _fall.BehorigheterAsync(konto.Id)).Select(b => (b.Slag, b.GiltigTill)).ShouldBe(
            [(StudietiderUtbildningar, null), (Behorighetsslag.Studeranderapportering, (DateOnly?)new DateOnly(2027, 1, 31))], ignoreOrder: true);
    }

    [Fact]
    public async Task NewUser_WithTheNameOfOneAtTheSchool_IsAskedOnceMore()
    {
        var (_, konto) = await _fall.NyAsync(Demoskolor.Angsholm);
        using var klient = await portal.InloggadAsync(Personer.ElinEriksson);
        var tom = await klient.HamtaAsync("/identity-manager/anvandare/ny");
        tom.Dokument.QuerySelector("[name=AnnanPerson]").ShouldBeNull();

        var fraga = await tom.SkickaAsync("Lägg till och välj behörigheter", ("Namn", konto.Namn), ("Epost", "samma.namn@angsholm.example"));
        fraga.Status.ShouldBe(HttpStatusCode.BadRequest);
        fraga.FelFor("AnnanPerson").ShouldHaveSingleItem().ShouldContain(konto.UserName!);
        var klart = await fraga.SkickaAsync("Lägg till och välj behörigheter", ("AnnanPerson", "true"));

        klart.Rubrik.ShouldBe("Ändra behörigheter");
        klart.Notis.ShouldContain("Nytt konto:");
    }

    [Fact]
    public async Task NewUser_WhoHasAnAccountElsewhere_IsSaidToHaveGotTheSchool()
    {
        var (_, konto) = await _fall.NyAsync(Demoskolor.Fjallberget);
        using var klient = await portal.InloggadAsync(Personer.ElinEriksson);

        var sida = await (await klient.HamtaAsync("/identity-manager/anvandare/ny"))
            .SkickaAsync("Lägg till och välj behörigheter", ("Namn", konto.Namn), ("Epost", konto.Email));

        sida.Notis.ShouldContain($"Skolan är tillagd på kontot {konto.UserName}");
        // Neither button is there: CSN helps.
        var anvandaren = await klient.HamtaAsync(sida.Url.AbsolutePath.Replace("/behorigheter", ""));
        anvandaren.Text.ShouldContain("Personen använder kontot också någon annanstans");
        anvandaren.Text.ShouldNotContain("Skicka nytt engångslösenord");
        anvandaren.Text.ShouldContain("Ändra telefonnummer");
    }

    [Fact]
    public async Task LockedUser_WhoseAccountIsUsedElsewhere_HasNoButtonToUnlock()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, StudietiderUtbildningar);
        await _fall.AndraAsync(async db => db.Add(new Skolanvandare((await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Malarstranden)).Id, konto.Id, new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc), null)));
        using var annan = portal.NyKlient();
        for (var i = 0; i < 3; i++)
            await annan.ForsokLoggaInAsync(konto.UserName!, "fel");
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}");

        sida.HarForm($"/identity-manager/anvandare/{person.Id}/las-upp").ShouldBeFalse();
        sida.Text.ShouldContain("det är CSN som hjälper till");
    }

    [Theory]
    [InlineData("Namn", "Åke", "för- och efternamn")]
    [InlineData("Epost", "ake", "E-postadressen är inte giltig")]
    [InlineData("Telefon", "ring", "Telefonnumret får innehålla")]
    [InlineData("Personnummer", "19800101-0000", "Personnumret är inte giltigt")]
    public async Task NewUser_InvalidField_ShowsErrorAndKeepsWhatWasTyped(string falt, string varde, string fel)
    {
        using var klient = await portal.InloggadAsync(Personer.ElinEriksson);
        (string Falt, string? Varde)[] ratt = [("Namn", "Nils Nytt"), ("Epost", "nils@angsholm.example"), ("Telefon", ""), ("Personnummer", "")];

        var sida = await (await klient.HamtaAsync("/identity-manager/anvandare/ny"))
            .SkickaAsync("Lägg till och välj behörigheter", [.. ratt.Select(r => r.Falt == falt ? (falt, varde) : r)]);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldContain(fel);
        sida.FindForm("Lägg till och välj behörigheter").Varde(falt).ShouldBe(varde);
        (await _fall.LasAsync(db => db.Konton.AnyAsync(k => k.Email == "nils@angsholm.example"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Services_TamperedWithAnotherKind_AreRefusedAndNothingIsGiven()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/behorigheter");
        sida.Text.ShouldContain("Sköts av någon annan");

        foreach (var slag in new[] { "Studeranderapportering", "Behorighetsadministrator", "CsnHandlaggare", "7", "hej" })
        {
            var svar = await sida.SkickaAsync("Spara behörigheterna", ("Rader[0].Slag", slag), ("Rader[0].Ska", "true"));
            svar.Status.ShouldBe(HttpStatusCode.BadRequest, slag);
            svar.Fel.ShouldNotBeEmpty(slag);
        }

        (await _fall.BehorigheterAsync(konto.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_InvalidDate_ShowsErrorBesideTheField()
    {
        var (person, _) = await _fall.NyAsync(Demoskolor.SodraBerget);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        var svar = await (await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/behorigheter"))
            .SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"), ("Rader[0].GiltigTill", "snart"));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor("Rader[0].GiltigTill").ShouldHaveSingleItem().ShouldContain("Skriv sista dagen som ett datum");
        svar.FindForm("Spara behörigheterna").Varde("Rader[0].GiltigTill").ShouldBe("snart");
    }

    [Theory]
    [InlineData("2026-11-21", "Sista dagen har redan varit.")]
    [InlineData("2031-11-23", "Sista dagen är mer än fem år bort.")]
    public async Task Services_DateOutOfRange_ShowsErrorBesideTheField(string dag, string fel)
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        var svar = await (await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/behorigheter"))
            .SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"), ("Rader[0].GiltigTill", dag));

        svar.FelFor("Rader[0].GiltigTill").ShouldHaveSingleItem().ShouldContain(fel);
        (await _fall.BehorigheterAsync(konto.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_ChangedBySomebodyElseMeanwhile_IsAConflict()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/behorigheter");
        await sida.SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"));

        var svar = await sida.SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", null));

        svar.Status.ShouldBe(HttpStatusCode.Conflict);
        (await _fall.BehorigheterAsync(konto.Id)).ShouldHaveSingleItem().Avslutad.ShouldBeNull();
    }

    [Fact]
    public async Task OwnAccount_CannotBeChanged()
    {
        var bjorn = await _fall.ForAsync(Personer.BjornSvensson);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        foreach (var sida in new[] { "behorigheter", "uppgifter", "avsluta" })
        {
            var svar = await klient.HamtaAsync($"/identity-manager/anvandare/{bjorn.Id}/{sida}");
            svar.Url.AbsolutePath.ShouldBe($"/identity-manager/anvandare/{bjorn.Id}");
            svar.Notis.ShouldContain("Du kan inte ändra ditt eget konto");
        }
    }

    [Fact]
    public async Task Facts_OfSomebodyWithSr_AreThePhoneAlone_WhateverIsPosted()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, Behorighetsslag.Studeranderapportering);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/uppgifter");
        sida.Text.ShouldContain("Namn och e-postadress ändras av CSN");

        var formular = sida.FindForm("Spara uppgifterna").Satt("Telefon", "060-99 99 99").Manipulera("Epost", "bjorn@ond.example").Manipulera("Namn", "Björn Svensson");
        (await formular.SkickaAsync()).Notis.ShouldContain("Uppgifterna är sparade.");

        var efter = await _fall.LasAsync(db => db.Konton.SingleAsync(k => k.Id == konto.Id));
        (efter.PhoneNumber, efter.Email, efter.Namn).ShouldBe(("060-99 99 99", konto.Email, konto.Namn));
    }

    [Fact]
    public async Task OneTimePassword_IsAskedForAndMailed_AndThePersonMustChangeIt()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, StudietiderUtbildningar);
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        var svar = await (await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/engangslosenord")).SkickaAsync("Skicka engångslösenordet");

        svar.Notis.ShouldContain("Ett nytt engångslösenord är på väg");
        svar.Text.ShouldContain("Engångslösenord mejlat, inte bytt än");
        (await _fall.LasAsync(db => db.UtgaendeMejl.CountAsync(m => m.KontoId == konto.Id))).ShouldBe(1);
        using var annan = portal.NyKlient();
        (await annan.ForsokLoggaInAsync(konto.UserName!, "Demo-losen-2026")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unlock_LetsThePersonInAgain()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, StudietiderUtbildningar);
        using var annan = portal.NyKlient();
        for (var i = 0; i < 3; i++)
            await annan.ForsokLoggaInAsync(konto.UserName!, "fel");
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);

        var svar = await (await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}")).SkickaAsync("Lås upp nu");

        svar.Notis.ShouldContain("Kontot är upplåst.");
        (await annan.ForsokLoggaInAsync(konto.UserName!, "Demo-losen-2026")).Url.AbsolutePath.ShouldBe("/");
        (await _fall.HandelserAsync(konto.Id, Acts.AccountUnlocked)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Accepted);
    }

    [Fact]
    public async Task End_NeedsAColleagueForDrafts_AndIsGivenBack()
    {
        var (person, konto) = await _fall.NyAsync(Demoskolor.SodraBerget, Behorighetsslag.Studeranderapportering);
        await _fall.AndraAsync(async db =>
        {
            var studerande = await db.Nationellt<Core.Studeranderapportering.Studerande>().FirstAsync(s => s.SkolaId == person.SkolaId);
            db.Add(new Skolkutkast(person.SkolaId, studerande.Id, konto.Id, Hemlighet.Ny(), new(new Skolkuppgift(new(2026, 10, 5), null, 690, 6, false)), new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc)));
        });
        using var inloggad = portal.NyKlient();
        await inloggad.ForsokLoggaInAsync(konto.UserName!, "Demo-losen-2026");
        using var klient = await portal.InloggadAsync(Personer.BjornSvensson);
        var anna = await _fall.ForAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{person.Id}/avsluta");
        var utan = await sida.SkickaAsync("Avsluta kontot");
        utan.Status.ShouldBe(HttpStatusCode.BadRequest);
        utan.FelFor("OvertagareId").ShouldHaveSingleItem().ShouldContain("Välj vem som tar över");
        foreach (var falsk in new[] { "abc", "999999", $"{konto.Id}" })
            (await sida.FindForm("Avsluta kontot").Manipulera("OvertagareId", falsk).SkickaAsync()).FelFor("OvertagareId").ShouldNotBeEmpty(falsk);

        var klart = await utan.SkickaAsync("Avsluta kontot", ("OvertagareId", $"{anna.KontoId}"));
        klart.Notis.ShouldContain("Du kan återställa det i 30 dagar");
        (await _fall.LasAsync(db => db.Nationellt<Skolkutkast>().SingleAsync(u => u.SkolaId == person.SkolaId && u.ForstaDag == new DateOnly(2026, 10, 5)))).KontoId.ShouldBe(anna.KontoId);
        (await inloggad.HamtaAsync("/")).Url.AbsolutePath.ShouldBe("/logga-in", "the session ended with the account");

        var ater = await (await klart.KlickaAsync("Återställ kontot")).SkickaAsync("Återställ kontot");
        ater.Notis.ShouldContain("Kontot är återställt");
        (await _fall.BehorigheterAsync(konto.Id)).ShouldHaveSingleItem().Avslutad.ShouldBeNull();
    }
}
