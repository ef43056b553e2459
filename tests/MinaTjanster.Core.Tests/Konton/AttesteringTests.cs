using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The half-yearly attestation: when it comes, what lapses and what never does.</summary>
public sealed class AttesteringTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("2026-09-30", "2026-03-01")]
    [InlineData("2026-02-28", "2025-10-01")]
    public void Start_IsFirstOfMarchOrOctober(string idag, string start) => Attestering.SenasteStart(DateOnly.Parse(idag)).ShouldBe(DateOnly.Parse(start));

    [Theory]
    [InlineData("2026-11-07", true)]
    [InlineData("2026-11-08", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-09-05", true)]
    [InlineData("2026-09-06", false)]
    [InlineData("2026-09-22", false)]
    [InlineData("2026-07-22", true)]
    public void Lapse_IsNeverOnOrWithinTwoWeeksBeforeADeadline(string dag, bool far) => Attestering.FarForfalla(DateOnly.Parse(dag)).ShouldBe(far);

    [Fact]
    public void WheneverItOpens_TwoRemindersAndSixWeeksComeFirst_AndTheLapseKeepsAwayFromDeadlines() =>
        Egenskap.ForAlla(
            from oppnad in Egenskap.Dagar
            from sen in Gen.Choose(0, 60)
            select (oppnad, sen),
            fall =>
            {
                var runda = new Attestering(1, fall.oppnad, fall.oppnad);
                var (paminnelser, dag) = (0, fall.oppnad);
                for (; runda.Forfallet(dag) != 3; dag = dag.AddDays(1))
                {
                    // A portal that stood still for some days reminds when it is back.
                    if (runda.Forfallet(dag) is 1 or 2 && dag >= fall.oppnad.AddDays(fall.sen))
                    {
                        runda.Paminn(dag);
                        paminnelser++;
                    }
                }

                var frist = Rapporteringsfrister.Nasta(dag);
                return paminnelser == 2
                    && dag >= Attestering.TidigastForfall(fall.oppnad)
                    && dag >= runda.AndraPaminnelse!.Value.AddDays(14)
                    && dag == runda.Forfallodag
                    && frist.DayNumber - dag.DayNumber > Attestering.DagarForeFrist;
            });

    [Theory, MemberData(nameof(Providers))]
    public async Task Round_OpensRemindsTwiceAndLapses_EachStepOnce(Databasprovider provider)
    {
        await using var varld = await NyRundaAsync(provider);
        var bjornsMejl = 0;
        foreach (var (dagar, steg) in new[] { (0, 0), (14, 1), (0, 0), (14, 1), (13, 0) })
        {
            varld.Klocka.Flytta(TimeSpan.FromDays(dagar));
            await BevakaAsync(varld);
            bjornsMejl += steg;
            (await varld.MejlAsync()).Count(m => m.Till == "bjorn.svensson@sodraberget.example" && m.Amne.StartsWith("Påminnelse", StringComparison.Ordinal)).ShouldBe(bjornsMejl);
        }

        (await varld.InnehavAsync("12345678")).ShouldContain(("annlin01", Behorighetsslag.Studeranderapportering));
        // 1 October and six weeks is 12 November, within two weeks before the 22nd: the 23rd is the first possible day.
        var runda = await RundanAsync(varld, "12345678");
        runda.Forfallodag.ShouldBe(new(2026, 11, 23));
        varld.Klocka.Flytta(new DateTime(2026, 11, 22, 20, 0, 0, DateTimeKind.Utc) - varld.Klocka.GetUtcNow().UtcDateTime);
        await BevakaAsync(varld);
        (await varld.InnehavAsync("12345678")).ShouldContain(("annlin01", Behorighetsslag.Studeranderapportering));

        varld.Klocka.Flytta(TimeSpan.FromHours(4));
        await Task.WhenAll(BevakaAsync(varld), BevakaAsync(varld), BevakaAsync(varld));

        (await varld.InnehavAsync("12345678")).ShouldBe([("bjosve01", Behorighetsadministrator), ("bjosve01", StudietiderUtbildningar), ("cecnor01", Behorighetsansvarig)], ignoreOrder: true);
        (await RundanAsync(varld, "12345678")).Status.ShouldBe(Attesteringsstatus.Forfallen);
        (await varld.MejlAsync()).Count(m => m.Till == "anna.lind@sodraberget.example" && m.Amne == "Din behörighet i Mina tjänster har upphört").ShouldBe(1);
        (await varld.HandelserAsync(Acts.PermissionLapsed)).Count(h => h.SkolaId == runda.SkolaId).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Confirmed_DoesNotLapse_AndTheRoundIsDone(Databasprovider provider)
    {
        await using var varld = await NyRundaAsync(provider);
        var sida = await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.ForAsync(Ct));
        sida!.Rader.Select(r => (r.Anvandarnamn, r.Slag, r.Bekraftelse)).ShouldBe(
        [
            ("annlin01", StudietiderUtbildningar, Bekraftelse.Saknas),
            ("annlin01", Behorighetsslag.Studeranderapportering, Bekraftelse.Saknas),
            ("bjosve01", StudietiderUtbildningar, Bekraftelse.Undantagen),
        ]);

        var forsta = await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.BekraftaAsync([sida.Rader[0].BehorighetId], sida.Runda.Version, Ct));
        (forsta.Value.Status, forsta.Value.Version).ShouldBe((Attesteringsstatus.Oppen, 1));
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.BekraftaAsync([sida.Rader[1].BehorighetId], sida.Runda.Version, Ct))).Refusals[0].ShouldBeOfType<AttesteringenAndrad>();
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.BekraftaAsync([sida.Rader[1].BehorighetId], 1, Ct))).Value.Status.ShouldBe(Attesteringsstatus.Bekraftad);

        varld.Klocka.Flytta(TimeSpan.FromDays(100));
        await BevakaAsync(varld);
        await BevakaAsync(varld);
        (await varld.InnehavAsync("12345678")).ShouldContain(("annlin01", Behorighetsslag.Studeranderapportering));
    }

    [Fact]
    public async Task OwnRights_AnotherSchoolsAndNothing_AreRefused()
    {
        await using var varld = await NyRundaAsync(Databasprovider.Sqlite);
        var sida = (await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.ForAsync(Ct)))!;
        var frammande = await varld.LasAsync(db => db.Behorigheter.FirstAsync(b => b.SkolaId != sida.Runda.SkolaId && b.SkolaId != null));
        Task<Result<Attestering>> BekraftaAsync(params long[] ids) => varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.BekraftaAsync(ids, sida.Runda.Version, Ct));

        (await BekraftaAsync()).Refusals[0].ShouldBeOfType<IngetValt>();
        (await BekraftaAsync(sida.Rader[0].BehorighetId, sida.Rader[2].BehorighetId)).Refusals[0].ShouldBeOfType<InteSigSjalv>();
        (await BekraftaAsync(sida.Rader[0].BehorighetId, frammande.Id)).Refusals[0].ShouldBeOfType<AttesteringenAndrad>();
        (await varld.LasAsync(db => db.Behorigheter.AnyAsync(b => b.Bekraftad != null))).ShouldBeFalse("nothing is confirmed by halves");
    }

    [Fact]
    public async Task ARightGivenSinceTheStart_NeedsNoConfirmation()
    {
        await using var varld = await NyRundaAsync(Databasprovider.Sqlite);
        var cecilia = await varld.AnvandarenAsync(Personer.CeciliaNordin);
        await varld.SomAsync(Personer.BjornSvensson, a => a.Behorigheter.SattAsync(cecilia.Id, [new(StudietiderUtbildningar, true, null)], cecilia.Version, Ct));

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Attesteringar.ForAsync(Ct)))!.Rader.Single(r => r.KontoId == cecilia.KontoId).Bekraftelse.ShouldBe(Bekraftelse.Bekraftad);
    }

    /// <summary>1 October 2026: the round has just opened at every school.</summary>
    private static async Task<Kontovarld> NyRundaAsync(Databasprovider provider)
    {
        var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db => db.RemoveRange(await db.Nationellt<Attestering>().ToListAsync()));
        varld.Klocka.Flytta(SvenskTid.TillUtc(new(2026, 10, 1), new(8, 0)) - varld.Klocka.GetUtcNow().UtcDateTime);
        await Task.WhenAll(BevakaAsync(varld), BevakaAsync(varld));
        (await varld.LasAsync(db => db.Nationellt<Attestering>().CountAsync())).ShouldBe(9);
        return varld;
    }

    private static Task<int> BevakaAsync(Kontovarld varld) => new AttesteringsjobbService(varld.Databas.NyDb, Testskydd.Mejl, Kontovarld.Adress, varld.Klocka).BevakaAsync(Ct);

    private static Task<Attestering> RundanAsync(Kontovarld varld, string skolkod) => varld.LasAsync(db =>
        db.Nationellt<Attestering>().SingleAsync(a => db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == skolkod)));
}
