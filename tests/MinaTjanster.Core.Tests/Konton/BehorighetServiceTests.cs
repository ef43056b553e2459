using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>Who may give what to whom, on every configured database.</summary>
public sealed class BehorighetServiceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Administrator_GivesWhatTheSchoolAdministers_WithTheEventInTheSameSave(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);

        var svar = await varld.SomAsync(Personer.BjornSvensson, a =>
            a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, new DateOnly(2026, 12, 31))], cecilia.Version, Ct));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.InnehavAsync(Demoskolor.SodraBerget)).ShouldContain(("cecnor01", StudietiderUtbildningar));
        var handelse = (await varld.HandelserAsync(Acts.PermissionGiven)).ShouldHaveSingleItem();
        handelse.ObjektId.ShouldBe(cecilia.KontoId);
        handelse.Changes.ShouldBe("Behörighet: – → Studietider och utbildningar till och med 2026-12-31");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Administrator_DoesNotGiveWhatCsnAdministers_AndNothingIsChanged(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);
        var fore = await varld.InnehavAsync(Demoskolor.SodraBerget);

        foreach (var slag in new[] { Behorighetsslag.Studeranderapportering, Behorighetsadministrator, Behorighetsansvarig, CsnOrder, CsnHandlaggare })
        {
            var svar = await varld.SomAsync(Personer.BjornSvensson, a =>
                a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, null), new(slag, true, null)], cecilia.Version, Ct));
            svar!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<AdministrerasAvAnnan>();
        }

        (await varld.InnehavAsync(Demoskolor.SodraBerget)).ShouldBe(fore, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Administrator_OfAFileReportingKomvux_GivesSr(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var ny = await varld.SomAsync(Personer.ElinEriksson, async a =>
            (await a.Konton.SkapaAsync(await a.SkolaAsync(), new Kontouppgifter("Vera Vikarie", "vera@angsholm.example", null, null), false, Ct)).Value.Person);

        var svar = await varld.SomAsync(Personer.ElinEriksson, a =>
            a.Behorigheter.SattAsync(ny.Id, [new(Behorighetsslag.Studeranderapportering, true, null)], ny.Version, Ct));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.InnehavAsync(Demoskolor.Angsholm)).ShouldContain(("vervik01", Behorighetsslag.Studeranderapportering));
    }

    [Fact]
    public async Task Nobody_GivesOrTakesForThemselves()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var bjorn = await varld.AnvandarenAsync(Personer.BjornSvensson);

        foreach (var ska in new[] { true, false })
        {
            var svar = await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(bjorn.Id, [new(StudietiderUtbildningar, ska, null)], bjorn.Version, Ct));
            svar!.Refusals[0].ShouldBeOfType<InteSigSjalv>();
        }
    }

    [Fact]
    public async Task AnotherSchoolsUser_IsNotThere()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var fredrik = await varld.AnvandarenAsync(Personer.FredrikDahl);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(fredrik.Id, [new(StudietiderUtbildningar, false, null)], fredrik.Version, Ct))).ShouldBeNull();
    }

    [Fact]
    public async Task Csn_GivesSrToAGymnasium_AndNotWhatTheSchoolAdministers()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, null)], cecilia.Version, Ct)))!
            .Refusals[0].ShouldBeOfType<AdministrerasAvAnnan>();
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Behorigheter.SattAsync(cecilia.Id, [new(Behorighetsslag.Studeranderapportering, true, null)], cecilia.Version, Ct)))!
            .IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Blankettservice_GivesCsnOrderAlone()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);

        (await varld.SomAsync(Personer.OlofRyden, a => a.Behorigheter.SattAsync(anna.Id, [new(Behorighetsslag.Studeranderapportering, false, null)], anna.Version, Ct)))!
            .Refusals[0].ShouldBeOfType<AdministrerasAvAnnan>();
        (await varld.SomAsync(Personer.OlofRyden, a => a.Behorigheter.SattAsync(anna.Id, [new(CsnOrder, true, null)], anna.Version, Ct)))!.IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AnOlderVersion_IsAConflict(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        await varld.SomAsync(Personer.OlofRyden, a => a.Behorigheter.SattAsync(anna.Id, [new(CsnOrder, true, null)], anna.Version, Ct));

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(anna.Id, [new(StudietiderUtbildningar, false, null)], anna.Version, Ct)))!
            .Refusals[0].ShouldBeOfType<AnvandarenAndrad>();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoAtOnce_OneWinsAndTheRightIsGivenOnce(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => varld.SomAsync(Personer.BjornSvensson, a =>
            a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, null)], cecilia.Version, Ct)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        (await varld.HandelserAsync(Acts.PermissionGiven)).Count(h => h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-11-21", typeof(SlutdagPasserad))]
    [InlineData("2031-11-23", typeof(SlutdagOrimlig))]
    public async Task EndDate_PastOrFarAway_IsRefused(string dag, Type refusal)
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, DateOnly.Parse(dag))], cecilia.Version, Ct)))!
            .Refusals[0].ShouldBeOfType(refusal);
    }

    [Fact]
    public async Task EndDate_HoldsThroughItsDay()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);
        await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, new(2026, 11, 22))], cecilia.Version, Ct));

        var rad = await varld.LasAsync(db => db.Behorigheter.SingleAsync(b => b.KontoId == cecilia.KontoId && b.Slag == StudietiderUtbildningar));
        rad.GallerDen(new(2026, 11, 22)).ShouldBeTrue();
        rad.GallerDen(new(2026, 11, 23)).ShouldBeFalse();
    }

    [Fact]
    public async Task TakingTheLastRight_EndsTheSessions()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var anna = await varld.AnvandarenAsync(Personer.AnnaLind);
        var nyckel = await varld.SomAsync(Personer.AnnaLind, async a => await a.Sessioner.SkapaAsync(await a.Db.Konton.SingleAsync(k => k.Id == anna.KontoId), Ct));
        await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(anna.Id, [new(StudietiderUtbildningar, false, null)], anna.Version, Ct));
        (await varld.SomAsync(Personer.AnnaLind, a => a.Sessioner.LasAsync(nyckel, Ct))).Session.ShouldNotBeNull();

        await varld.SomAsync(Personer.BeritHagstrom, a => a.Behorigheter.SattAsync(anna.Id, [new(Behorighetsslag.Studeranderapportering, false, null)], anna.Version + 1, Ct));

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Sessioner.LasAsync(nyckel, Ct))).Session.ShouldBeNull();
    }

    [Fact]
    public async Task OneAdministratorLeft_IsToldOnceByMail()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);
        Task<Result<Skolanvandare>?> SattAsync(bool ska, int version) => varld.SomAsync(Personer.BeritHagstrom, a =>
            a.Behorigheter.SattAsync(cecilia.Id, [new(Behorighetsadministrator, ska, null)], version, Ct));

        (await SattAsync(true, 0))!.Refusals[0].ShouldBeOfType<AdministratorViaRektor>("the next one comes by the rektor's assurance");
        await varld.AndraAsync(db =>
        {
            db.Add(new Behorighet(cecilia.KontoId, cecilia.SkolaId, Behorighetsadministrator));
            return Task.CompletedTask;
        });
        (await varld.MejlAsync()).ShouldBeEmpty();
        (await SattAsync(false, 0))!.IsAccepted.ShouldBeTrue();
        (await varld.MejlAsync()).ShouldHaveSingleItem().Till.ShouldBe("bjorn.svensson@sodraberget.example");
        await varld.SomAsync(Personer.BjornSvensson, async a =>
        {
            await a.Vakt.BevakaAsync(await a.SkolaAsync(), Ct);
            return 0;
        });
        (await varld.MejlAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ARow_OfAnotherSchoolOrOfCsn_IsNeverWrittenByASchoolsContext()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var fredrik = await varld.AnvandarenAsync(Personer.FredrikDahl);

        foreach (var (skolaId, slag) in new (long?, Behorighetsslag)[] { (fredrik.SkolaId, CsnOrder), (null, CsnHandlaggare) })
        {
            await Should.ThrowAsync<AnnanSkolasRadException>(() => varld.SomAsync(Personer.BjornSvensson, async a =>
            {
                a.Db.Add(new Behorighet(fredrik.KontoId, skolaId, slag));
                return await a.Db.SaveChangesAsync(Ct);
            }));
        }
    }
}
