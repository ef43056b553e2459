using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>Facts, one-time passwords, locks and endings.</summary>
public sealed class KontovardServiceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Fact]
    public async Task Email_OfSomebodyWithARightThatCsnAdministers_IsNotTheSchoolsToChange()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.AndraAsync(anna.Id, new("Anna Lind", "bjorn.annan@sodraberget.example", null, null), anna.Version, Ct)))!
            .Refusals[0].ShouldBeOfType<UppgifternaSkotsAvAnnan>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.AndraAsync(anna.Id, new("Anna Lind", "anna.lind@sodraberget.example", "060-1", null), anna.Version, Ct)))!
            .IsAccepted.ShouldBeTrue("the phone number alone");
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Vard.AndraAsync(anna.Id, new("Anna Lind", "anna.ny@sodraberget.example", "060-1", null), anna.Version + 1, Ct)))!
            .IsAccepted.ShouldBeTrue("CSN may");
    }

    [Fact]
    public async Task Email_OfSomebodyTheSchoolAdministersWholly_IsTheSchoolsToChange()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var ny = await varld.SomAsync(Personer.ElinEriksson, async a =>
            (await a.Konton.SkapaAsync(await a.SkolaAsync(), new("Vera Vikarie", "vera@angsholm.example", null, null), false, Ct)).Value.Person);

        (await varld.SomAsync(Personer.ElinEriksson, a => a.Vard.AndraAsync(ny.Id, new("Vera Vikarie", "vera.ny@angsholm.example", null, null), ny.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.HandelserAsync(Acts.AccountDetailsChanged)).ShouldHaveSingleItem().Changes.ShouldBe("E-post: ändrad");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SomebodyWhoIsOrWasAtAnotherSchool_IsNotTakenOverByThisOne(Core.Data.Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        // Oskar's school has ended Fredrik, and may give him back; Björn knows his name and address, and adds him.
        var hemma = await varld.AnvandarenAsync(Personer.FredrikDahl);
        await varld.SomAsync(Personer.OskarWikstrom, a => a.Avslut.AvslutaAsync(hemma.Id, null, hemma.Version, Ct));
        var borta = await varld.SomAsync(Personer.BjornSvensson, async a =>
            (await a.Konton.SkapaAsync(await a.SkolaAsync(), new("Fredrik Dahl", "fredrik.dahl@viken.example", null, null), false, Ct)).Value.Person);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.AndraAsync(borta.Id, new("Fredrik Dahl", "bjorn.annan@sodraberget.example", null, null), borta.Version, Ct)))!
            .Refusals[0].ShouldBeOfType<UppgifternaSkotsAvAnnan>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.SkickaEngangslosenordAsync(borta.Id, Ct)))!.Refusals[0].ShouldBeOfType<KontotDelas>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.AterstallTvastegAsync(borta.Id, Ct)))!.Refusals[0].ShouldBeOfType<KontotDelas>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.LasUppAsync(borta.Id, Ct)))!.Refusals[0].ShouldBeOfType<KontotDelas>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.HinderAsync(borta.Id, Ct)))!.ShouldSatisfyAllConditions(h => h.Inloggning.ShouldBe(new KontotDelas()), h => h.FarBytaIdentitet.ShouldBeFalse());
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Vard.HinderAsync(borta.Id, Ct))).ShouldBe(new Kontohinder(null, null, true));
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Vard.SkickaEngangslosenordAsync(borta.Id, Ct)))!.IsAccepted.ShouldBeTrue("CSN helps");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NewAddress_VoidsThePassword_EndsSessions_AndTellsTheOldOne(Core.Data.Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var elin = await varld.SomAsync(Personer.ElinEriksson, async a =>
            (await a.Konton.SkapaAsync(await a.SkolaAsync(), new("Sken Konto", "sken@angsholm.example", null, null), false, Ct)).Value.Person);
        await varld.AndraAsync(async db => (await db.Konton.SingleAsync(k => k.Id == elin.KontoId)).BytLosenord(Testdatabaser.SnabbHasher().HashPassword(null!, "Eget-losen-2026")));
        var nyckel = await varld.SomAsync(Personer.ElinEriksson, async a => await a.Sessioner.SkapaAsync(await a.Db.Konton.SingleAsync(k => k.Id == elin.KontoId), Ct));

        (await varld.SomAsync(Personer.ElinEriksson, a => a.Vard.AndraAsync(elin.Id, new("Vera Verklig", "vera@angsholm.example", null, null), elin.Version, Ct)))!.IsAccepted.ShouldBeTrue();

        var konto = await varld.LasAsync(db => db.Konton.SingleAsync(k => k.Id == elin.KontoId));
        konto.Losenordsstatus.ShouldBe(Losenordsstatus.Engangs, "whoever knew the password is not Vera");
        Testdatabaser.SnabbHasher().VerifyHashedPassword(konto, konto.PasswordHash!, "Eget-losen-2026").ShouldBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed);
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Sessioner.LasAsync(nyckel, Ct))).Session.ShouldBeNull();
        (await varld.MejlAsync()).Select(m => (m.Till, m.Slag)).ShouldBe([("vera@angsholm.example", Mejlslag.Hemligt), ("sken@angsholm.example", Mejlslag.Vanligt)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OneTimePassword_TakesThePasswordsPlace_ByProtectedMail(Core.Data.Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.SkickaEngangslosenordAsync(anna.Id, Ct)))!.IsAccepted.ShouldBeTrue();

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        (mejl.Slag, mejl.Text, mejl.KontoId).ShouldBe((Mejlslag.Hemligt, "", anna.KontoId));
        var text = Testskydd.Mejl.Text(mejl)!;
        text.ShouldContain("https://portalen.example.org/losenordskiosk");
        text.ShouldContain("första gången");
        var konto = await varld.LasAsync(db => db.Konton.SingleAsync(k => k.Id == anna.KontoId));
        (konto.Losenordsstatus, konto.EngangslosenordGiltigtTill).ShouldBe((Losenordsstatus.Engangs, varld.Klocka.GetUtcNow().UtcDateTime.AddDays(14)));
        var losenord = text.Split('\n').Select(r => r.Trim()).Single(r => r.Length == 19 && r.Count(c => c == '-') == 3);
        Testdatabaser.SnabbHasher().VerifyHashedPassword(konto, konto.PasswordHash!, losenord).ShouldBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task OneTimePassword_ToSomebodyWhoHasLoggedIn_SaysNothingOfAFirstTime()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        await varld.AndraAsync(async db => (await db.Konton.SingleAsync(k => k.Id == anna.KontoId)).Inloggad(new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc)));

        await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.SkickaEngangslosenordAsync(anna.Id, Ct));

        var text = Testskydd.Mejl.Text((await varld.MejlAsync()).ShouldHaveSingleItem())!;
        text.ShouldContain("Ditt tidigare lösenord gäller inte längre.");
        text.ShouldContain("Användarnamnet är detsamma som förut.");
        text.ShouldNotContain("första gången");
        text.ShouldNotContain("brev");
    }

    [Fact]
    public async Task OneTimePassword_BeforeTheLetterIsSent_IsRefused()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var ny = await varld.SomAsync(Personer.BjornSvensson, async a => (await a.Konton.SkapaAsync(await a.SkolaAsync(), new("Ny Person", "ny@sodraberget.example", null, null), false, Ct)).Value.Person);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.SkickaEngangslosenordAsync(ny.Id, Ct)))!.Refusals[0].ShouldBeOfType<BrevetInteSkickat>();
    }

    [Fact]
    public async Task Lock_IsLiftedByTheAdministrator_AndNeverOnesOwn()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        var bjorn = await varld.AnvandarenAsync(Personer.BjornSvensson);
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.LasUppAsync(anna.Id, Ct)))!.Refusals[0].ShouldBeOfType<InteLast>();
        foreach (var namn in new[] { "annlin01", "bjosve01" })
        {
            for (var i = 0; i < 3; i++)
                await varld.SomAsync(Personer.BjornSvensson, a => a.Sparr.RaknaAsync(InloggningssparrService.Nyckel(namn), Ct));
        }

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.LasUppAsync(anna.Id, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Vard.LasUppAsync(bjorn.Id, Ct)))!.Refusals[0].ShouldBeOfType<InteSigSjalv>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Sparr.ArLastAsync(InloggningssparrService.Nyckel("annlin01"), Ct))).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task End_HandsOverDrafts_TakesEverything_AndIsGivenBackWhole(Core.Data.Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);
        await varld.SomAsync(Personer.BeritHagstrom, a => a.Behorigheter.SattAsync(cecilia.Id, [new(Behorighetsslag.Studeranderapportering, true, null)], cecilia.Version, Ct));
        await varld.AndraAsync(async db =>
        {
            var studerande = await db.Nationellt<Core.Studeranderapportering.Studerande>().FirstAsync(s => s.SkolaId == anna.SkolaId);
            db.Add(new Skolkutkast(anna.SkolaId, studerande.Id, anna.KontoId, Hemlighet.Ny(), new(new Skolkuppgift(new(2026, 10, 5), null, 690, 6, false)), varld.Klocka.GetUtcNow().UtcDateTime));
        });
        var fore = await varld.InnehavAsync("12345678");

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, null, anna.Version, Ct)))!.Refusals[0].ShouldBe(new OvertagareSaknas(1));
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, anna.KontoId, anna.Version, Ct)))!.Refusals[0].ShouldBeOfType<OvertagareOgiltig>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, cecilia.KontoId, anna.Version, Ct)))!.IsAccepted.ShouldBeTrue();

        (await varld.InnehavAsync("12345678")).ShouldNotContain(i => i.Anvandarnamn == "annlin01");
        (await varld.LasAsync(db => db.Nationellt<Skolkutkast>().SingleAsync())).KontoId.ShouldBe(cecilia.KontoId);
        var efter = await varld.AnvandarenAsync(Personer.AnnaLind);
        varld.Klocka.Flytta(Skolanvandare.Angertid);
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AterstallAsync(anna.Id, efter.Version, Ct)))!.IsAccepted.ShouldBeTrue("the last instant is in time");
        (await varld.InnehavAsync("12345678")).ShouldBe(fore, ignoreOrder: true);
    }

    [Fact]
    public async Task End_IsNotUndoneAfterThirtyDays()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, null, anna.Version, Ct));
        varld.Klocka.Flytta(Skolanvandare.Angertid + TimeSpan.FromSeconds(1));

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AterstallAsync(anna.Id, anna.Version + 1, Ct)))!.Refusals[0].ShouldBeOfType<AngertidenSlut>();
    }

    [Fact]
    public async Task WhatCsnTookMeanwhile_IsNotGivenBack()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, null, anna.Version, Ct));
        varld.Klocka.Flytta(TimeSpan.FromHours(1));
        await varld.SomAsync(Personer.BeritHagstrom, async a =>
        {
            await a.Behorigheter.TaBortAsync(await a.Db.Skolor.SingleAsync(s => s.Id == anna.SkolaId), anna.KontoId, Behorighetsslag.Studeranderapportering, null, Ct);
            return await a.Db.SaveChangesAsync(Ct);
        });

        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AterstallAsync(anna.Id, anna.Version + 1, Ct));

        (await varld.InnehavAsync("12345678")).Where(i => i.Anvandarnamn == "annlin01").ShouldBe([("annlin01", StudietiderUtbildningar)]);
    }

    /// <summary>What somebody asked for and nobody answered falls with the account, and does not come back with it.</summary>
    [Fact]
    public async Task WaitingRequest_OfSomebodyWhoLeaves_IsWithdrawn_AndCannotBeApproved()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var begaran = (await varld.SomAsync(Personer.AnnaLind, a => a.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Jag beställer material.", Ct))).Value;
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);

        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, null, anna.Version, Ct));
        var lagrad = await varld.LasAsync(db => db.Nationellt<Behorighetsbegaran>().SingleAsync());
        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AterstallAsync(anna.Id, anna.Version + 1, Ct));
        var ja = await varld.SomAsync(Personer.OlofRyden, a => a.Begaranden.BeviljaAsync(Administrator.Blankettservice, begaran.Id, lagrad.Version, Ct));

        (lagrad.Status, lagrad.VantandeKontoId).ShouldBe((Begaranstatus.Atertagen, null));
        ja!.Refusals[0].ShouldBe(new BegaranAvgjord());
        (await varld.SomAsync(Personer.OlofRyden, a => a.Begaranden.AntalAsync(Administrator.Blankettservice))).ShouldBe(0);
        (await varld.HandelserAsync(Acts.AccessWithdrawn)).ShouldHaveSingleItem().ObjektId.ShouldBe(anna.KontoId);
        (await varld.SomAsync(Personer.AnnaLind, a => a.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Jag är tillbaka.", Ct))).IsAccepted.ShouldBeTrue();
    }

    /// <summary>One who has left is de-registered all the same: giving back the account does not give back the right.</summary>
    [Fact]
    public async Task Deregistration_OfSomebodyWhoHasLeft_IsCarriedOut()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        var bestallning = (await varld.SomAsync(Personer.CeciliaNordin, async a =>
        {
            var svar = await a.Bestallningar.SkickaDirektAsync(await a.SkolaAsync(), new(Bestallningsradslag.Avanmalan, KontoId: anna.KontoId), Ct);
            await a.Db.SaveChangesAsync(Ct);
            return svar;
        })).Value;
        await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(anna.Id, null, anna.Version, Ct));
        varld.Klocka.Flytta(TimeSpan.FromHours(1));

        var ja = await varld.SomAsync(Personer.BeritHagstrom, a => a.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, Ct));
        var version = (await varld.AnvandarenAsync(Personer.AnnaLind)).Version;
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AterstallAsync(anna.Id, version, Ct)))!.IsAccepted.ShouldBeTrue();

        ja!.IsAccepted.ShouldBeTrue();
        (await varld.InnehavAsync("12345678")).Where(i => i.Anvandarnamn == "annlin01").ShouldBe([("annlin01", StudietiderUtbildningar)]);
    }

    [Fact]
    public async Task SomebodyWithAnAdministratingRole_IsNotEndedByTheSchool()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Avslut.AvslutaAsync(cecilia.Id, null, cecilia.Version, Ct)))!.Refusals[0].ShouldBe(new HarUppdrag(Behorighetsansvarig));
    }
}
