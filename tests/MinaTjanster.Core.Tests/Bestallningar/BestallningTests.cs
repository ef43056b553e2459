using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Bestallningar;

public sealed class BestallningTests
{
    private const Behorighetsslag Sr = Behorighetsslag.Studeranderapportering;

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_NewReporter_MakesTheAccountTheRightTheLetterAndTellsTheOrderer(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.Value.Brev.ShouldBeTrue();
        (await varld.HarAsync("verny01", Demoskolor.SodraBerget, Sr)).ShouldBeTrue();
        var lagrad = await varld.LasAsync(bestallning.Id);
        lagrad.Status.ShouldBe(Bestallningsstatus.Avgjord);
        lagrad.Kvittensnummer.ShouldStartWith("BB-");
        await using var db = varld.Databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.UserName == "verny01");
        (await db.Nationellt<Kontobrev>().CountAsync(b => b.KontoId == konto.Id)).ShouldBe(1);
        (await db.Nationellt<Skolanvandare>().CountAsync(a => a.KontoId == konto.Id)).ShouldBe(1);
        konto.PasswordHash.ShouldBeNull();
        var mejl = await varld.MejlAsync();
        mejl.Select(m => m.Till).ShouldBe(["vera.ny@skola.example", "cecilia.nordin@sodraberget.example"]);
        mejl[0].Text.ShouldContain("CSN har godkänt att du rapporterar studerande för Södra Bergets gymnasium (skolkod 12345678)");
        mejl[0].Text.ShouldContain("Ditt användarnamn kommer i ett brev till skolan");
        (mejl[1].Amne + mejl[1].Text).ShouldNotContain("Vera");
        (await db.AuditEvents.Where(e => e.KontoId == svar.Value.Bestallning.Rader[0].AvgjordAvKontoId).Select(e => e.Act).ToListAsync())
            .ShouldBe([Acts.OrderRowApproved, Acts.AccountCreated, Acts.PermissionGiven, Acts.OrderRowApproved], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_TheSameRowBySeveralAtOnce_IsDoneOnce(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        await using var db = varld.Databas.Alla();
        (await db.Konton.CountAsync(k => k.Email == "vera.ny@skola.example")).ShouldBe(1);
        (await db.Nationellt<Kontobrev>().CountAsync(b => db.Konton.Any(k => k.Id == b.KontoId && k.Email == "vera.ny@skola.example"))).ShouldBe(1);
        (await varld.MejlAsync()).Count.ShouldBe(2, "the reporter's and the school's");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.OrderRowApproved && e.Outcome == AuditOutcome.Refused)).ShouldBe(5);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_WhenTheSchoolHasGoneOverToFile_IsRefusedAndNothingIsMade(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("oskwik01", Behorighetsvarld.Ny());
        await varld.BytAsync(Demoskolor.Viken, Rapporteringssatt.Fil, Testklocka.Standarddag);
        var nu = await varld.LasAsync(bestallning.Id);

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(nu.Id, nu.Rader[0].Id, nu.Version, default));

        svar!.Refusals[0].ShouldBe(new AdministrerasAvAnnan(Sr, Administrator.Skolan));
        nu.AdministrationFlyttad.ShouldBe(Testklocka.Standarddag);
        await using var db = varld.Databas.Alla();
        (await db.Konton.AnyAsync(k => k.Email == "vera.ny@skola.example")).ShouldBeFalse();
        (await varld.LasAsync(bestallning.Id)).Status.ShouldBe(Bestallningsstatus.HosCsn);

        // It can still be refused, with words.
        var nej = await varld.SomAsync("csnbeh01", t => t.Beslut.AvslaAsync(nu.Id, nu.Rader[0].Id, nu.Version, "Ordna det i Identity Manager.", default));
        nej!.IsAccepted.ShouldBeTrue();
        (await varld.LasAsync(bestallning.Id)).Status.ShouldBe(Bestallningsstatus.Avgjord);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task LaggTill_AsksTheTable(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        await varld.BytAsync(Demoskolor.Viken, Rapporteringssatt.Fil, Testklocka.Standarddag);

        var rapportor = await varld.SomAsync("oskwik01", t => t.Bestallningar.LaggTillRadAsync(Behorighetsvarld.Ny(), default));
        var ansvarig = await varld.SomAsync("oskwik01", t => t.Bestallningar.LaggTillRadAsync(
            new Bestallningsuppgift(Bestallningsradslag.NyBehorighetsansvarig, new Kontouppgifter("Vera Ny", "vera.ny@skola.example", null, null)), default));

        rapportor.Refusals[0].ShouldBe(new BestallsInteHosCsn(Bestallningsradslag.NyRapportor, Administrator.Skolan));
        ansvarig.IsAccepted.ShouldBeTrue("the behörighetsansvarig is always CSN's to give");
    }

    [Fact]
    public async Task Skicka_Twice_IsOneOrder()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        await varld.SomAsync("cecnor01", t => t.Bestallningar.LaggTillRadAsync(Behorighetsvarld.Ny(), default));
        var (nyckel, version) = await varld.SomAsync("cecnor01", async t => (await t.Bestallningar.UtkastAsync(default)) is { } u ? (u.Sandningsnyckel, u.Version) : default);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync("cecnor01", t => t.Bestallningar.SkickaAsync(nyckel, version, default)))));

        svar.ShouldAllBe(s => s!.IsAccepted);
        svar.Select(s => s!.Value.Kvittensnummer).Distinct().ShouldHaveSingleItem();
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.OrderSent && e.ObjektId == svar[0]!.Value.Id && e.Outcome == AuditOutcome.Accepted)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_ChangedEmail_TellsTheOldAddress_AndGivesTheNewOneAnOwnPassword(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var anna = await varld.KontoIdAsync("annlin01");
        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(Bestallningsradslag.AndradEpost, KontoId: anna, NyEpost: "anna.ny@sodraberget.example"));

        await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        var mejl = await varld.MejlAsync();
        mejl.Where(m => m.Amne.StartsWith("Din e-postadress", StringComparison.Ordinal)).Select(m => m.Till).ShouldBe(["anna.lind@sodraberget.example"]);
        var engangs = mejl.Single(m => m.Amne.StartsWith("Ditt engångslösenord", StringComparison.Ordinal));
        engangs.Till.ShouldBe("anna.ny@sodraberget.example");
        await using var db = varld.Databas.Alla();
        (await db.Konton.SingleAsync(k => k.Id == anna)).NormalizedEmail.ShouldBe("ANNA.NY@SODRABERGET.EXAMPLE");
        (await db.Konton.SingleAsync(k => k.Id == anna)).Losenordsstatus.ShouldBe(Losenordsstatus.Engangs);
    }

    /// <summary>What was mailed to the old address opens nothing any more: neither a one-time password that waits nor a code from the kiosk.</summary>
    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_ChangedEmail_VoidsWhatWasMailedToTheOldAddress(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var anna = await varld.KontoIdAsync("annlin01");
        var hasher = Testdatabaser.SnabbHasher();
        await using (var db = varld.Databas.Alla())
        {
            var konto = await db.Konton.SingleAsync(k => k.Id == anna);
            konto.SattEngangslosenord(hasher.HashPassword(konto, "gammalt-engangs"), varld.Klocka.GetUtcNow().UtcDateTime.AddDays(7));
            db.Add(new Engangskod(Hemlighet.Hash(Hemlighet.Ny()), "ANNLIN01", anna, konto.SecurityStamp!, "hash", varld.Klocka.GetUtcNow().UtcDateTime, varld.Klocka.GetUtcNow().UtcDateTime.AddMinutes(10)));
            await db.SaveChangesAsync();
        }

        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(Bestallningsradslag.AndradEpost, KontoId: anna, NyEpost: "anna.ny@sodraberget.example"));
        (await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default)))!.IsAccepted.ShouldBeTrue();

        await using var efter = varld.Databas.Alla();
        var nu = await efter.Konton.SingleAsync(k => k.Id == anna);
        hasher.VerifyHashedPassword(nu, nu.PasswordHash!, "gammalt-engangs").ShouldBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed);
        (await efter.Engangskoder.AnyAsync(k => k.KontoId == anna)).ShouldBeFalse();
    }

    /// <summary>Somebody who has ordered for a school, and works at CSN now, leaves the decision to a colleague.</summary>
    [Fact]
    public async Task Godkann_OnesOwnOrder_IsRefused()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());
        await BliCsnAsync(varld, "cecnor01");

        var svar = await varld.SomAsync("cecnor01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.Refusals[0].ShouldBe(new InteSigSjalv());
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.OrderRowApproved && e.Outcome == AuditOutcome.Refused)).Why.ShouldBe("KONTO-SJALV");
    }

    /// <summary>The account is made before the role of the earlier one is found not to be the approver's to take: then it is not there either.</summary>
    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_RefusedAfterTheAccountWasMade_LeavesNoAccount(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        // Pia orders at Fjällberget that somebody new takes the role after her colleague, who has come to CSN meanwhile.
        var gun = await varld.KontoIdAsync("gunber01");
        await using (var db = varld.Databas.Alla())
        {
            db.Add(new Behorighet(gun, (await varld.SkolaAsync(Demoskolor.Fjallberget)).Id, Behorighetsslag.Behorighetsansvarig));
            await db.SaveChangesAsync();
        }

        var bestallning = await varld.BestalldAsync("pialar01", new Bestallningsuppgift(
            Bestallningsradslag.NyBehorighetsansvarig, new Kontouppgifter("Vera Ny", "vera.ny@skola.example", null, null), TidigareKontoId: gun));
        await BliCsnAsync(varld, "gunber01");

        var svar = await varld.SomAsync("gunber01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.Refusals[0].ShouldBe(new InteSigSjalv());
        await using var efter = varld.Databas.Alla();
        (await efter.Konton.AnyAsync(k => k.NormalizedEmail == "VERA.NY@SKOLA.EXAMPLE")).ShouldBeFalse();
        (await efter.AuditEvents.AnyAsync(e => e.Act == Acts.AccountCreated)).ShouldBeFalse();
        (await varld.LasAsync(bestallning.Id)).Rader[0].Status.ShouldBe(Bestallningsradstatus.Vantar);
    }

    [Fact]
    public async Task Godkann_EmailThatAnotherAccountHas_IsRefused()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var anna = await varld.KontoIdAsync("annlin01");
        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(Bestallningsradslag.AndradEpost, KontoId: anna, NyEpost: "Bjorn.Svensson@sodraberget.example"));

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.Refusals[0].ShouldBe(new EpostUpptagen());
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_Deregistration_TakesSrAndNothingElse(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(Bestallningsradslag.Avanmalan, KontoId: await varld.KontoIdAsync("annlin01")));

        await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        (await varld.HarAsync("annlin01", Demoskolor.SodraBerget, Sr)).ShouldBeFalse();
        (await varld.HarAsync("annlin01", Demoskolor.SodraBerget, Behorighetsslag.StudietiderUtbildningar)).ShouldBeTrue();
        var mejl = (await varld.MejlAsync()).Single(m => m.Till == "anna.lind@sodraberget.example");
        mejl.Amne.ShouldBe("Du rapporterar inte längre för Södra Bergets gymnasium");
        mejl.Text.ShouldNotContain("https://");
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Godkann_NewBehorighetsansvarig_TakesTheRoleFromTheEarlierOne(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(
            Bestallningsradslag.NyBehorighetsansvarig, KontoId: await varld.KontoIdAsync("bjosve01"), TidigareKontoId: await varld.KontoIdAsync("cecnor01")));

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.HarAsync("bjosve01", Demoskolor.SodraBerget, Behorighetsslag.Behorighetsansvarig)).ShouldBeTrue();
        (await varld.HarAsync("cecnor01", Demoskolor.SodraBerget, Behorighetsslag.Behorighetsansvarig)).ShouldBeFalse();
        var mejl = await varld.MejlAsync();
        mejl.Where(m => m.Till.StartsWith("bjorn", StringComparison.Ordinal)).Select(m => m.Amne)
            .ShouldBe(["Du är behörighetsansvarig för Södra Bergets gymnasium", $"CSN har avgjort beställning {bestallning.Kvittensnummer}"]);
        mejl[^2].Text.ShouldContain($"https://portal.example/behorighetsbestallningar/{bestallning.Id}", Case.Sensitive, "the one who has the role now can read it");
        var cecilias = mejl.Where(m => m.Till.StartsWith("cecilia", StringComparison.Ordinal)).ToList();
        cecilias.Select(m => m.Amne).ShouldBe(["Du är inte längre behörighetsansvarig för Södra Bergets gymnasium", $"CSN har avgjort beställning {bestallning.Kvittensnummer}"]);
        cecilias.ShouldAllBe(m => !m.Text.Contains("https://"), "the pages are closed to her");
        cecilias[1].Text.ShouldContain("- Ändrad behörighetsansvarig: godkänd");
    }

    [Theory]
    [InlineData(Bestallningsradslag.NyRapportor, "bjorn.svensson@sodraberget.example", "CSN har inte godkänt beställningen.")]
    [InlineData(Bestallningsradslag.AndradEpost, "anna.lind@sodraberget.example", "den här adressen gäller som förut")]
    [InlineData(Bestallningsradslag.Avanmalan, "anna.lind@sodraberget.example", "dina behörigheter är desamma som förut")]
    [InlineData(Bestallningsradslag.NyBehorighetsansvarig, "bjorn.svensson@sodraberget.example", "CSN har inte godkänt förslaget.")]
    public async Task Avsla_TellsThePersonAndTheSchool_WithoutTheReason(Bestallningsradslag slag, string till, string mening)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", new Bestallningsuppgift(
            slag, KontoId: await varld.KontoIdAsync(slag is Bestallningsradslag.Avanmalan or Bestallningsradslag.AndradEpost ? "annlin01" : "bjosve01"), NyEpost: slag == Bestallningsradslag.AndradEpost ? "ny@sodraberget.example" : null));

        await varld.SomAsync("csnbeh01", t => t.Beslut.AvslaAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, "Adressen är en gemensam brevlåda.", default));

        var mejl = await varld.MejlAsync();
        mejl.Select(m => m.Till).ShouldBe([till, "cecilia.nordin@sodraberget.example"]);
        mejl[0].Text.ShouldContain(mening);
        mejl.ShouldAllBe(m => !m.Text.Contains("brevlåda"));
    }

    [Fact]
    public async Task Avsla_SomebodyNew_IsToldAtTheAddressOfTheOrder()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());

        await varld.SomAsync("csnbeh01", t => t.Beslut.AvslaAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, "Inte anställd.", default));

        (await varld.MejlAsync())[0].ShouldSatisfyAllConditions(m => m.Till.ShouldBe("vera.ny@skola.example"), m => m.KontoId.ShouldBeNull());
    }

    [Fact]
    public async Task Godkann_SomebodyWhoHasAnAccountElsewhere_GetsTheSchoolAndNoSecondAccount()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny("David Abdi", "david.abdi@norrahamnen.example"));

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.Value.Brev.ShouldBeFalse();
        (await varld.HarAsync("davabd01", Demoskolor.SodraBerget, Sr)).ShouldBeTrue();
        await using var db = varld.Databas.Alla();
        (await db.Konton.CountAsync(k => k.Namn == "David Abdi")).ShouldBe(1);
        (await varld.MejlAsync()).Where(m => m.Till.StartsWith("david", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldContain("Du loggar in med ditt vanliga användarnamn.");
    }

    [Fact]
    public async Task Godkann_SomebodyWhoIsAUserOfTheSchoolAlready_GetsTheRight()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny("Björn Svensson", "bjorn.svensson@sodraberget.example"));

        var svar = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.HarAsync("bjosve01", Demoskolor.SodraBerget, Sr)).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Fraga_AndAnswer_GoBackAndForth(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());

        await varld.SomAsync("csnbeh01", t => t.Beslut.FragaAsync(bestallning.Id, bestallning.Version, "Är adressen rätt?", default));
        var fragad = await varld.LasAsync(bestallning.Id);
        var svar = await varld.SomAsync("cecnor01", t => t.Bestallningar.BesvaraAsync(fragad.Id, "Ja, den är rätt.", fragad.Version, default));

        fragad.Status.ShouldBe(Bestallningsstatus.VantarPaSkolan);
        svar!.Value.Status.ShouldBe(Bestallningsstatus.HosCsn);
        svar.Value.Fragor.ShouldHaveSingleItem().Svar.ShouldBe("Ja, den är rätt.");
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Text.ShouldContain($"https://portal.example/behorighetsbestallningar/{bestallning.Id}");
        mejl.Text.ShouldNotContain("adressen");
    }

    [Fact]
    public async Task Aterta_OnlyWhileNothingIsDecided()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny(), Behorighetsvarld.Ny("Vidar Ny", "vidar.ny@skola.example"));
        await varld.SomAsync("csnbeh01", t => t.Beslut.AvslaAsync(bestallning.Id, bestallning.Rader[1].Id, bestallning.Version, "Fel adress.", default));
        var delvis = await varld.LasAsync(bestallning.Id);

        var nej = await varld.SomAsync("cecnor01", t => t.Bestallningar.AtertaAsync(delvis.Id, delvis.Version, default));
        var annan = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny("Viola Ny", "viola.ny@skola.example"));
        var ja = await varld.SomAsync("cecnor01", t => t.Bestallningar.AtertaAsync(annan.Id, annan.Version, default));
        var sent = await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(annan.Id, annan.Rader[0].Id, annan.Version, default));

        nej!.Refusals[0].ShouldBe(new DelvisAvgjord());
        ja!.Value.Status.ShouldBe(Bestallningsstatus.Atertagen);
        sent!.Refusals[0].ShouldBe(new BestallningenStangd(Bestallningsstatus.Atertagen));
    }

    [Fact]
    public async Task LaggTill_WhatIsAskedForAlready_IsRefused()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var forsta = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());
        await varld.SomAsync("cecnor01", t => t.Bestallningar.LaggTillRadAsync(Behorighetsvarld.Ny("Viola Ny", "viola.ny@skola.example"), default));

        var pagar = await varld.SomAsync("cecnor01", t => t.Bestallningar.LaggTillRadAsync(Behorighetsvarld.Ny("Vera Ny", "VERA.NY@skola.example"), default));
        var dubbel = await varld.SomAsync("cecnor01", t => t.Bestallningar.LaggTillRadAsync(Behorighetsvarld.Ny("Viola Ny", "viola.ny@skola.example"), default));
        var rapportor = await varld.SomAsync("cecnor01", async t => await t.Bestallningar.LaggTillRadAsync(
            new Bestallningsuppgift(Bestallningsradslag.NyRapportor, KontoId: await varld.KontoIdAsync("annlin01")), default));
        var frammande = await varld.SomAsync("cecnor01", async t => await t.Bestallningar.LaggTillRadAsync(
            new Bestallningsuppgift(Bestallningsradslag.Avanmalan, KontoId: await varld.KontoIdAsync("fredah01")), default));

        pagar.Refusals[0].ShouldBe(new RedanBestalld(forsta.Kvittensnummer!));
        dubbel.Refusals[0].ShouldBe(new RadenFinnsRedan());
        rapportor.Refusals[0].ShouldBe(new ArRapportorRedan());
        frammande.Refusals[0].ShouldBe(new BestalldAnvandareSaknas());
    }

    [Fact]
    public async Task AnotherSchoolsOrder_IsNotThere()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());

        (await varld.SomAsync("norlin01", t => t.Bestallningar.AtertaAsync(bestallning.Id, bestallning.Version, default))).ShouldBeNull();
        (await varld.SomAsync("norlin01", t => t.Query.HamtaAsync(bestallning.Id, default))).ShouldBeNull();
        (await varld.SomAsync("csnbeh01", t => t.Query.HamtaAsync(bestallning.Id, default))).ShouldNotBeNull();
    }

    /// <summary>Leaves the school for CSN.</summary>
    private static async Task BliCsnAsync(Behorighetsvarld varld, string anvandarnamn)
    {
        var kontoId = await varld.KontoIdAsync(anvandarnamn);
        await using var db = varld.Databas.Alla();
        foreach (var behorighet in await db.Behorigheter.Where(b => b.KontoId == kontoId).ToListAsync())
            behorighet.Avsluta(varld.Klocka.GetUtcNow().UtcDateTime);
        db.Add(new Behorighet(kontoId, null, Behorighetsslag.CsnBehorighetshandlaggare));
        await db.SaveChangesAsync();
    }
}
