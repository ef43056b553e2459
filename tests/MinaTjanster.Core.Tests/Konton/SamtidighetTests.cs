using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>Who comes second at the same moment is told so, has changed nothing, and stands in the log.</summary>
public sealed class SamtidighetTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Fact]
    public async Task AccessRequest_ThatCollides_IsRefusedAndLogged()
    {
        await using var varld = await Kontovarld.SkapaAsync();

        var svar = await varld.SomAsync(Personer.AnnaLind, a =>
        {
            Krocka(a, gang: null);
            return a.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Jag beställer material.", Ct);
        });

        svar.Refusals[0].ShouldBe(new BegaranFinns());
        (await varld.HandelserAsync(Acts.AccessRequested)).Select(e => (e.Outcome, e.Why)).ShouldBe([(AuditOutcome.Refused, new BegaranFinns().Code)]);
    }

    [Fact]
    public async Task AccessDecision_ThatCollides_IsTriedOnceMore_AndThenRefusedAndLogged()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var begaran = (await varld.SomAsync(Personer.AnnaLind, a => a.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Jag beställer material.", Ct))).Value;

        var nej = await varld.SomAsync(Personer.OlofRyden, a =>
        {
            Krocka(a, gang: null);
            return a.Begaranden.BeviljaAsync(Administrator.Blankettservice, begaran.Id, begaran.Version, Ct);
        });
        var ja = await varld.SomAsync(Personer.OlofRyden, a =>
        {
            Krocka(a, gang: 1);
            return a.Begaranden.BeviljaAsync(Administrator.Blankettservice, begaran.Id, begaran.Version, Ct);
        });

        nej!.Refusals[0].ShouldBe(new BegaranAvgjord());
        ja!.IsAccepted.ShouldBeTrue("the second try collides with nothing");
        (await varld.HandelserAsync(Acts.AccessApproved)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Refused, AuditOutcome.Accepted]);
        (await varld.HandelserAsync(Acts.PermissionGiven)).Count.ShouldBe(1, "nothing of the first try is left");
    }

    [Fact]
    public async Task Attestation_ThatCollides_IsRefusedAndLogged()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        await varld.AndraAsync(db =>
        {
            db.Add(new Attestering(anna.SkolaId, new(2026, 11, 22), new(2026, 11, 22)));
            return Task.CompletedTask;
        });

        var svar = await varld.SomAsync(Personer.BjornSvensson, async a =>
        {
            var sida = (await a.Attesteringar.ForAsync(Ct))!;
            Krocka(a, gang: null);
            return await a.Attesteringar.BekraftaAsync([.. sida.Rader.Where(r => r.KontoId == anna.KontoId).Select(r => r.BehorighetId)], sida.Runda.Version, Ct);
        });

        svar.Refusals[0].ShouldBe(new AttesteringenAndrad());
        (await varld.HandelserAsync(Acts.PermissionConfirmed)).Select(e => (e.Outcome, e.Why)).ShouldBe([(AuditOutcome.Refused, new AttesteringenAndrad().Code)]);
    }

    /// <summary>Two people whose usernames would be the same, made at the same moment: the second gets the next name.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task NewAccount_ThatCollides_IsMadeWithTheNextName_OrNeutrallyRefused(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var uppgifter = new Kontouppgifter("Nina Ny", "nina@sodraberget.example", null, null);

        var nej = await varld.SomAsync(Personer.BjornSvensson, async a =>
        {
            var skola = await a.SkolaAsync();
            Krocka(a, gang: null);
            return await a.Konton.SkapaAsync(skola, uppgifter, false, Ct);
        });
        (await varld.LasAsync(db => db.Konton.AnyAsync(k => k.NormalizedEmail == "NINA@SODRABERGET.EXAMPLE"))).ShouldBeFalse();
        var ja = await varld.SomAsync(Personer.BjornSvensson, async a =>
        {
            var skola = await a.SkolaAsync();
            Krocka(a, gang: 1);
            return await a.Konton.SkapaAsync(skola, uppgifter, false, Ct);
        });
        var igen = await varld.SomAsync(Personer.BjornSvensson, async a => await a.Konton.SkapaAsync(await a.SkolaAsync(), uppgifter, false, Ct));

        nej.Refusals[0].ShouldBe(new KontotSkapadesInte(), "nothing says that the person is there");
        ja.IsAccepted.ShouldBeTrue();
        igen.Refusals[0].ShouldBe(new RedanAnvandare());
        (await varld.HandelserAsync(Acts.AccountCreated)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Refused, AuditOutcome.Accepted, AuditOutcome.Refused]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task EndingCsnStaff_OnAnOldPage_OrAtTheSameMoment_IsRefusedAndLogged(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var kristina = await varld.LasAsync(db => db.Konton.SingleAsync(k => k.UserName == Personer.KristinaOhlin.Anvandarnamn));
        Behorighetsslag[] roller = [Behorighetsslag.CsnKontaktperson];

        var gammal = await varld.SomAsync(Personer.BeritHagstrom, a => a.Personal.AvslutaAsync(kristina.Id, [], null, Ct));
        var samtidig = await varld.SomAsync(Personer.BeritHagstrom, a =>
        {
            a.Db.SavingChanges += (_, _) => a.Db.Konton.Where(k => k.Id == kristina.Id).ExecuteUpdate(rad => rad.SetProperty(k => k.ConcurrencyStamp, "en annans"));
            return a.Personal.AvslutaAsync(kristina.Id, roller, null, Ct);
        });
        (await varld.LasAsync(db => db.Behorigheter.SingleAsync(b => b.KontoId == kristina.Id))).Avslutad.ShouldBeNull();
        var ja = await varld.SomAsync(Personer.BeritHagstrom, a => a.Personal.AvslutaAsync(kristina.Id, roller, null, Ct));

        gammal!.Refusals[0].ShouldBe(new AnvandarenAndrad());
        samtidig!.Refusals[0].ShouldBe(new AnvandarenAndrad());
        ja!.IsAccepted.ShouldBeTrue();
        (await varld.HandelserAsync(Acts.AccountEnded)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Refused, AuditOutcome.Refused, AuditOutcome.Accepted]);
        (await varld.LasAsync(db => db.Kontaktansvar.AnyAsync(k => k.KontoId == kristina.Id))).ShouldBeFalse("else nobody would get her schools' mails");
    }

    /// <summary>As the database answers when another save came first; the first time, or every time.</summary>
    private static void Krocka(Kontoarbete arbete, int? gang)
    {
        var nummer = 0;
        arbete.Db.SavingChanges += (_, _) =>
        {
            if (++nummer == gang || gang is null)
                throw new DbUpdateConcurrencyException("Another save came first.");
        };
    }
}
