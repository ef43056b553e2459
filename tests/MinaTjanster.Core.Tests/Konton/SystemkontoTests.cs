using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tests.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>A key is its hash alone, opens one right at one school, and its account is no person's.</summary>
public sealed class SystemkontoTests
{
    public static IEnumerable<object[]> Providers() => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AKey_Is256Bits_StoredAsItsHash_AndOpensTheOneRightAtItsSchool(Databasprovider provider)
    {
        await using var varld = await Ladokvarld.SkapaAsync(provider);

        varld.Nyckel.Length.ShouldBe(SystemkontoService.Nyckelprefix.Length + 64);
        await using var db = varld.Databas.Alla();
        var konto = await db.Nationellt<Systemkonto>().Include(s => s.Konto).SingleAsync();
        konto.Nyckelhash.ShouldBe(Hemlighet.Hash(varld.Nyckel));
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn((await varld.LasNyckelAsync(varld.Nyckel))!);
        anvandare.AktivSkola!.Skolkod.ShouldBe(Demoskolor.Lindsala);
        Enum.GetValues<Rattighet>().Where(anvandare.Har).ShouldBe(
            Enum.GetValues<Rattighet>().Where(r => Rollmatris.Rader[r].Contains(Behorighetsslag.Studeranderapportering)));
        (await db.Nationellt<Systemkonto>().AsNoTracking().SingleAsync()).SenastAnvand.ShouldBe(varld.Klocka.UtcNu());
    }

    [Fact]
    public async Task ItsAccount_HasNothingToSignInWith_AndNoBehorighet_SoNothingAboutPersonsMeetsIt()
    {
        await using var varld = await Ladokvarld.SkapaAsync();
        await using var db = varld.Databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.Namn == "Ladok produktion (systemkonto)");

        (konto.UserName, konto.NormalizedUserName, konto.PasswordHash, konto.Email, konto.NormalizedEmail).ShouldBe((null, null, null, null, null));
        // Users, two administrators, attestations, leavers and orders are all read from these two.
        (await db.Behorigheter.AnyAsync(b => b.KontoId == konto.Id)).ShouldBeFalse();
        (await db.Nationellt<Skolanvandare>().AnyAsync(a => a.KontoId == konto.Id)).ShouldBeFalse();
        (await new SkolanvandareQuery(db, varld.Klocka).SokAsync("systemkonto", 50, default)).ShouldBeEmpty();
        (await new SkolanvandareQuery(db, varld.Klocka).SokAsync(Demoskolor.Lindsala, 50, default)).ShouldNotContain(t => t.Rad.KontoId == konto.Id);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AKey_ThatIsUnknown_Revoked_OrTooOld_GivesTheSameAnswer_AndTheSchoolCanSeeTheTry(Databasprovider provider)
    {
        await using var varld = await Ladokvarld.SkapaAsync(provider);
        (await varld.LasNyckelAsync(SystemkontoService.Nyckelprefix + Hemlighet.Ny())).ShouldBeNull();
        (await varld.LasNyckelAsync("")).ShouldBeNull();
        (await varld.LasNyckelAsync(Hemlighet.Hash(varld.Nyckel))).ShouldBeNull(); // what the database holds does not open

        // Its last day is in it.
        varld.Klocka.Satt(new(2027, 11, 22), new(23, 59));
        (await varld.LasNyckelAsync(varld.Nyckel)).ShouldNotBeNull();
        varld.Klocka.Satt(new(2027, 11, 23), new(0, 0));
        (await varld.LasNyckelAsync(varld.Nyckel)).ShouldBeNull();
        varld.Klocka.Satt(new(2026, 11, 22), new(10, 0));
        var id = (await varld.SomAdministratorAsync(k => k.AllaAsync(default))).Single().Id;
        (await varld.SomAdministratorAsync(k => k.AterkallaAsync(id, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.LasNyckelAsync(varld.Nyckel)).ShouldBeNull();
        (await varld.SomAdministratorAsync(k => k.AterkallaAsync(id, default)))!.Refusals.Single().ShouldBeOfType<SystemkontotRedanAterkallat>();

        await using var db = varld.Databas.Alla();
        var nekade = await db.AuditEvents.Where(e => e.Act == Acts.ServiceKeyRefused).ToListAsync();
        nekade.Count.ShouldBe(5);
        nekade.Count(e => e.SkolaId is not null).ShouldBe(2);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.ServiceAccountRevoked && e.Outcome == AuditOutcome.Accepted)).ShouldBe(1);
    }

    [Theory]
    [InlineData("", typeof(SystemkontonamnSaknas))]
    [InlineData("   ", typeof(SystemkontonamnSaknas))]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", typeof(SystemkontonamnForLangt))]
    [InlineData("ladok PRODUKTION ", typeof(SystemkontonamnUpptaget))]
    public async Task AName_IsAskedFor(string namn, Type fel)
    {
        await using var varld = await Ladokvarld.SkapaAsync();

        (await varld.SomAdministratorAsync(k => k.SkapaAsync(namn, Hemlighet.NyKort(), default))).Refusals.Single().ShouldBeOfType(fel);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheSameForm_TwiceAtOnce_MakesOneAccount(Databasprovider provider)
    {
        await using var varld = await Ladokvarld.SkapaAsync(provider);
        var nyckel = Hemlighet.NyKort();

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => varld.SomAdministratorAsync(k => k.SkapaAsync($"Prov {i}", nyckel, default)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals.Single() is SystemkontotRedanSkapat);
    }

    [Fact]
    public async Task OnlyASchoolOnLadok_HasThem_AndAnotherSchoolsIsNotThere()
    {
        await using var varld = await Ladokvarld.SkapaAsync();
        var id = (await varld.SomAdministratorAsync(k => k.AllaAsync(default))).Single().Id;

        var norra = (await varld.SomAdministratorAsync(k => k.SkapaAsync("Prov", Hemlighet.NyKort(), default), "mikast01", Demoskolor.NorraHamnen));
        norra.Refusals.Single().ShouldBe(new SystemkontoBaraLadok(Rapporteringssatt.Fil));
        (await varld.SomAdministratorAsync(k => k.AterkallaAsync(id, default), "mikast01", Demoskolor.NorraHamnen)).ShouldBeNull();
        (await varld.SomAdministratorAsync(k => k.AllaAsync(default), "mikast01", Demoskolor.NorraHamnen)).ShouldBeEmpty();
    }
}
