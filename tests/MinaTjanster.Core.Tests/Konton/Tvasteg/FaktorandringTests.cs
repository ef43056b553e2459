using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton.Tvasteg;

/// <summary>What a person changes of their own factors, and what an administrator resets.</summary>
public sealed class FaktorandringTests
{
    private static readonly Person Anna = Personer.AnnaLind;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstFactor_GivesTenCodes_EndsOtherSessions_RenewsThisOne_AndIsTold(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        string annanNyckel;
        await using (var t = miljo.Nya())
        {
            annanNyckel = await t.Sessioner.SkapaAsync(await t.KontoAsync(Anna), Tvastegsmiljo.Ct);
        }

        var (_, koder, nyckel) = await miljo.LaggTillAppAsync(Anna);

        koder.Distinct().Count().ShouldBe(10);
        koder.ShouldAllBe(k => k.Replace("-", "", StringComparison.Ordinal).Length == 24);
        (await miljo.LasAsync(annanNyckel)).ShouldBeNull();
        (await miljo.LasAsync(nyckel))!.Niva.ShouldBe(Sessionsniva.Full);
        await using var db = databas.Alla();
        var anna = await db.Konton.SingleAsync(k => k.UserName == Anna.Anvandarnamn, Tvastegsmiljo.Ct);
        var mejl = await db.UtgaendeMejl.SingleAsync(m => m.Amne == Faktormejl.Amne, Tvastegsmiljo.Ct);
        mejl.Till.ShouldBe(anna.Email);
        mejl.Text.ShouldContain("Tvåstegsinloggning med autentiseringsapp har lagts till.");
        mejl.Text.ShouldContain("22 november 2026 kl. 10:00");
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.SecondFactorAdded, Tvastegsmiljo.Ct);
        (handelse.ObjektId, handelse.Changes).ShouldBe((anna.Id, "Tvåstegsinloggning: autentiseringsapp"));
    }

    /// <summary>Nothing in the database makes a code: not the active key, not one that waits to be confirmed, not a recovery code.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task KeysAndCodes_AreNotReadableInTheDatabase(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var (nyckel, koder, _) = await miljo.LaggTillAppAsync(Anna);
        var vantande = await miljo.BorjaAppAsync(Personer.DavidAbdi, await miljo.SessionAsync(Personer.DavidAbdi));

        await using var db = databas.Alla();
        var app = await db.Autentiseringsappar.SingleAsync(Tvastegsmiljo.Ct);
        var steg = await db.Faktorsteg.ToListAsync(Tvastegsmiljo.Ct);
        var lagrat = steg.Select(s => s.Innehall!).Append(app.Nyckel).Where(b => b is not null).ToList();
        foreach (var hemlig in (byte[][])[nyckel, vantande])
        {
            lagrat.ShouldAllBe(b => !Innehaller(b, hemlig) && !Innehaller(b, Encoding.ASCII.GetBytes(Totp.SomText(hemlig))));
        }

        var hashar = await db.Aterstallningskoder.Select(k => k.Hash).ToListAsync(Tvastegsmiljo.Ct);
        hashar.Count.ShouldBe(10);
        hashar.ShouldAllBe(h => h.Length == 64 && !koder.Any(k => h.Contains(k, StringComparison.Ordinal)));
    }

    private static bool Innehaller(byte[] lagrat, byte[] sokt) => lagrat.AsSpan().IndexOf(sokt) >= 0;

    [Fact]
    public async Task WrongFirstCode_AddsNothing_AndTheRightOneStillWorks()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var session = await miljo.SessionAsync(Anna);
        var nyckel = await miljo.BorjaAppAsync(Anna, session);

        await using (var t = miljo.Nya())
        {
            (await t.Andringar.AktiveraAppAsync(session, "000000", Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new FelForstaKod());
            (await t.Andringar.OversiktAsync(session, Tvastegsmiljo.Ct)).HarFaktor.ShouldBeFalse();
        }

        await using var t2 = miljo.Nya();
        (await t2.Andringar.AktiveraAppAsync(session, miljo.Kod(nyckel), Tvastegsmiljo.Ct)).IsAccepted.ShouldBeTrue();
        await using var t3 = miljo.Nya();
        (await t3.Andringar.AktiveraAppAsync(session, miljo.Kod(nyckel, 1), Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new FaktorandringenForGammal(), "it works once");
    }

    [Fact]
    public async Task BegunChange_BelongsToItsSession_AndTenMinutes()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var session = await miljo.SessionAsync(Anna);
        var annan = await miljo.SessionAsync(Anna);
        var nyckel = await miljo.BorjaAppAsync(Anna, session);

        await using var t = miljo.Nya();
        (await t.Andringar.AktiveraAppAsync(annan, miljo.Kod(nyckel), Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new FaktorandringenForGammal());
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(10));
        (await t.Andringar.AktiveraAppAsync(session, miljo.Kod(nyckel), Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new FaktorandringenForGammal());
    }

    [Fact]
    public async Task TwoChangesAtOnce_TheLaterFails()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var session = await miljo.SessionAsync(Anna);
        var nyckel = await miljo.BorjaAppAsync(Anna, session);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var t = miljo.Nya();
            return await t.Andringar.AktiveraAppAsync(session, miljo.Kod(nyckel), Tvastegsmiljo.Ct);
        })));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        await using var db = databas.Alla();
        (await db.Aterstallningskoder.CountAsync(Tvastegsmiljo.Ct)).ShouldBe(10);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SecondFactorAdded && e.Outcome == AuditOutcome.Refused, Tvastegsmiljo.Ct)).ShouldBe(7);
    }

    [Fact]
    public async Task AccountChangedMeanwhile_RefusesTheChange_IsLogged_AndSaysWhoseAccountItIs()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (_, _, nyckel) = await miljo.LaggTillAppAsync(Anna);
        var bjorn = new AktuellAnvandare();
        bjorn.LoggaIn(await miljo.SessionAsync(Personer.BjornSvensson) with { Niva = Sessionsniva.Full });

        await using (var t = miljo.Nya())
        {
            t.AndrasSamtidigt(Anna);
            (await t.Andringar.NyaKoderAsync((await miljo.LasAsync(nyckel))!, Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new KontotAndratSamtidigt());
        }

        await using (var t = miljo.Nya(bjorn))
        {
            t.AndrasSamtidigt(Anna);
            var nej = (await t.AndraFaktor.AterstallAsync((await t.KontoAsync(Anna)).Id, 1, null, Tvastegsmiljo.Ct)).Refusals[0];
            nej.ShouldBe(new AnvandarenAndrad());
            nej.Sentence.ShouldNotContain("Ditt konto");
        }

        await using var db = databas.Alla();
        (await db.Autentiseringsappar.CountAsync(Tvastegsmiljo.Ct)).ShouldBe(1);
        (await db.AuditEvents.Where(e => e.Outcome == AuditOutcome.Refused).OrderBy(e => e.Id).Select(e => e.Act + " " + e.Why).ToListAsync(Tvastegsmiljo.Ct))
            .ShouldBe([$"{Acts.RecoveryCodesMade} TVASTEG-SAMTIDIGT", $"{Acts.SecondFactorReset} KONTO-ANDRAD"]);
    }

    [Fact]
    public async Task NewCodes_VoidTheOldOnes()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (_, gamla, nyckel) = await miljo.LaggTillAppAsync(Anna);
        var session = (await miljo.LasAsync(nyckel))!;
        IReadOnlyList<string> nya;
        await using (var t = miljo.Nya())
        {
            nya = (await t.Andringar.NyaKoderAsync(session, Tvastegsmiljo.Ct)).Value.Koder!;
        }

        (await miljo.MedKodAsync(await miljo.BorjaInloggningAsync(Anna), gamla[0])).IsAccepted.ShouldBeFalse();
        (await miljo.MedKodAsync(await miljo.BorjaInloggningAsync(Anna), nya[0])).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Passkeys_AreListedByName_AndRemovedByTheirId(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var andring = (await miljo.LaggTillPassernyckelAsync(Anna, await miljo.SessionAsync(Anna), 1, " Jobbdatorn ")).Value;
        andring.Koder!.Count.ShouldBe(10);
        var session = (await miljo.LasAsync(andring.Sessionsnyckel))!;
        (await miljo.LaggTillPassernyckelAsync(Anna, session, 2, "Telefonen")).Value.Koder.ShouldBeNull("the codes are there already");
        (await miljo.LaggTillPassernyckelAsync(Anna, session, 2, "Igen")).Refusals[0].ShouldBe(new PassernyckelnAvvisad());

        await using (var t = miljo.Nya())
        {
            var oversikt = await t.Andringar.OversiktAsync(session, Tvastegsmiljo.Ct);
            oversikt.Passernycklar.Select(p => p.Namn).ShouldBe(["Jobbdatorn", "Telefonen"], ignoreOrder: true);
            oversikt.Passernycklar.ShouldAllBe(p => p.SenastAnvand == null);
            (await t.Andringar.TaBortPassernyckelAsync(session, oversikt.Passernycklar.Single(p => p.Namn == "Jobbdatorn").Id, Tvastegsmiljo.Ct)).IsAccepted.ShouldBeTrue();
        }

        await using var t2 = miljo.Nya();
        (await t2.Andringar.OversiktAsync(session, Tvastegsmiljo.Ct)).Passernycklar.ShouldHaveSingleItem().Namn.ShouldBe("Telefonen");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("rad\nbrytning")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public async Task Passkey_WithoutAProperName_IsRefused(string? namn)
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);

        (await miljo.LaggTillPassernyckelAsync(Anna, await miljo.SessionAsync(Anna), 1, namn!)).Refusals[0].ShouldBe(new PassernyckelUtanNamn());
    }

    [Fact]
    public async Task EleventhPasskey_IsRefused()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var session = await miljo.SessionAsync(Anna);
        for (byte i = 1; i <= 10; i++)
        {
            (await miljo.LaggTillPassernyckelAsync(Anna, session, i)).IsAccepted.ShouldBeTrue();
        }

        (await miljo.LaggTillPassernyckelAsync(Anna, session, 11)).Refusals[0].ShouldBe(new ForMangaPassernycklar());
    }

    [Fact]
    public async Task LastFactor_IsRemovedWithItsCodes_UnlessOneIsRequired()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (_, _, annas) = await miljo.LaggTillAppAsync(Anna);
        var (_, _, gretas) = await miljo.LaggTillAppAsync(Personer.GretaGranberg);

        await using var t = miljo.Nya();
        (await t.Andringar.TaBortAppAsync((await miljo.LasAsync(gretas))!, Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new SistaFaktornKravs());
        (await t.Andringar.TaBortAppAsync((await miljo.LasAsync(annas))!, Tvastegsmiljo.Ct)).IsAccepted.ShouldBeTrue();

        await using var db = databas.Alla();
        (await db.Autentiseringsappar.CountAsync(Tvastegsmiljo.Ct)).ShouldBe(1);
        (await db.Aterstallningskoder.CountAsync(Tvastegsmiljo.Ct)).ShouldBe(10, "Greta's");
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SecondFactorRemoved && e.Outcome == AuditOutcome.Refused, Tvastegsmiljo.Ct)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Reset_TakesEverythingAway_EndsSessions_LiftsTheLock_AndIsTold(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        var (_, koder, nyckel) = await miljo.LaggTillAppAsync(Anna);
        await miljo.LaggTillPassernyckelAsync(Anna, (await miljo.LasAsync(nyckel))!, 1);
        var biljett = await miljo.BorjaInloggningAsync(Anna);
        for (var i = 0; i < 3; i++)
        {
            await miljo.MedAppAsync(biljett, "000000");
        }

        var bjorn = new AktuellAnvandare();
        bjorn.LoggaIn(await miljo.SessionAsync(Personer.BjornSvensson) with { Niva = Sessionsniva.Full });
        await using (var t = miljo.Nya(bjorn))
        {
            var anna = await t.KontoAsync(Anna);
            (await t.AndraFaktor.AterstallAsync(anna.Id, 1, "Ny telefon", Tvastegsmiljo.Ct)).IsAccepted.ShouldBeTrue();
            (await t.AndraFaktor.AterstallAsync(anna.Id, 1, null, Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new IngenTvastegsinloggning());
        }

        (await miljo.LasAsync(nyckel)).ShouldBeNull();
        (await miljo.MedKodAsync(biljett, koder[0])).Refusals[0].ShouldBe(new TvastegetForGammalt());
        await using var db = databas.Alla();
        (await db.Autentiseringsappar.AnyAsync(Tvastegsmiljo.Ct)).ShouldBeFalse();
        (await db.UserPasskeys.AnyAsync(Tvastegsmiljo.Ct)).ShouldBeFalse();
        (await db.Aterstallningskoder.AnyAsync(Tvastegsmiljo.Ct)).ShouldBeFalse();
        (await db.Inloggningssparrar.AnyAsync(Tvastegsmiljo.Ct)).ShouldBeFalse();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.SecondFactorReset && e.Outcome == AuditOutcome.Accepted, Tvastegsmiljo.Ct);
        (handelse.KontoId, handelse.SkolaId, handelse.Why).ShouldBe((bjorn.KontoId, 1, "Ny telefon"));
        (await db.UtgaendeMejl.CountAsync(m => m.Text.Contains("har återställts av en administratör"), Tvastegsmiljo.Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task Reset_OfOneself_IsRefused()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Tvastegsmiljo(databas);
        var (_, _, nyckel) = await miljo.LaggTillAppAsync(Personer.BjornSvensson);
        var bjorn = new AktuellAnvandare();
        bjorn.LoggaIn((await miljo.LasAsync(nyckel))!);

        await using var t = miljo.Nya(bjorn);
        (await t.AndraFaktor.AterstallAsync(bjorn.KontoId, 1, null, Tvastegsmiljo.Ct)).Refusals[0].ShouldBe(new AterstallerSigSjalv());

        await using var db = databas.Alla();
        (await db.Autentiseringsappar.AnyAsync(Tvastegsmiljo.Ct)).ShouldBeTrue();
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.SecondFactorReset, Tvastegsmiljo.Ct)).Why.ShouldBe("TVASTEG-SJALV");
    }
}
