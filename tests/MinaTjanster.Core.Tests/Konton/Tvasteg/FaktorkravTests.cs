using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton.Tvasteg;

/// <summary>Of whom a second factor is required, judged each time a session is read.</summary>
public sealed class FaktorkravTests
{
    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> AllaSlag => Enum.GetValues<Behorighetsslag>().Select(s => new object[] { s });

    [Theory, MemberData(nameof(AllaSlag))]
    public void Required_OfAllButThoseWhoOnlyReportOrOrder(Behorighetsslag slag)
    {
        var utan = slag is Behorighetsslag.StudietiderUtbildningar or Behorighetsslag.Studeranderapportering or Behorighetsslag.CsnOrder;

        new AndraFaktorInstallning(AndraFaktor.Kravs).Kravs(slag, AndraFaktor.Erbjuds).ShouldBe(!utan);
        new AndraFaktorInstallning(AndraFaktor.Erbjuds).Kravs(slag, AndraFaktor.Erbjuds).ShouldBeFalse();
        new AndraFaktorInstallning(AndraFaktor.Erbjuds).Kravs(slag, AndraFaktor.Kravs).ShouldBeTrue("the school's own demand");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Session_OfEachPerson_IsLimitedAsTheMatrixSays(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);

        foreach (var person in Personer.MedEgetLosenord)
        {
            var session = await miljo.SessionAsync(person);
            var kravs = person.Slag.Any(s => s.ArUtpekad());

            session.Niva.ShouldBe(kravs ? Sessionsniva.BaraRegistrering : Sessionsniva.Full, person.ToString());
            var anvandare = new AktuellAnvandare();
            anvandare.LoggaIn(session);
            if (kravs)
            {
                Enum.GetValues<Rattighet>().ShouldAllBe(r => !anvandare.Har(r) && !anvandare.HarNationellt(r));
                Enum.GetValues<Behorighetsslag>().ShouldAllBe(s => !anvandare.Innehar(s));
                anvandare.Skolor.ShouldBeEmpty();
                anvandare.AktivSkola.ShouldBeNull();
                anvandare.ArCsn.ShouldBeFalse();
            }
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhoBecomesAdministratorWhileSignedIn_MustAddOne(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        await using var t = miljo.Nya();
        var anna = await t.KontoAsync(Personer.AnnaLind);
        var nyckel = await t.Sessioner.SkapaAsync(anna, Tvastegsmiljo.Ct);
        (await miljo.LasAsync(nyckel))!.Niva.ShouldBe(Sessionsniva.Full);

        await using var db = databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Tvastegsmiljo.Ct);
        db.Add(new Behorighet(anna.Id, skola.Id, Behorighetsslag.Behorighetsadministrator));
        await db.SaveChangesAsync(Tvastegsmiljo.Ct);

        (await miljo.LasAsync(nyckel))!.Niva.ShouldBe(Sessionsniva.BaraRegistrering);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SchoolsDemand_HoldsAtTheNextRequest_ForItsOwnUsersOnly(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas, AndraFaktor.Erbjuds);
        await using var t = miljo.Nya();
        var skola = await t.Db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Angsholm, Tvastegsmiljo.Ct);
        // David reports for two schools: one demand is enough.
        var davids = await t.Sessioner.SkapaAsync(await t.KontoAsync(Personer.DavidAbdi), Tvastegsmiljo.Ct);
        var annas = await t.Sessioner.SkapaAsync(await t.KontoAsync(Personer.AnnaLind), Tvastegsmiljo.Ct);
        (await t.Skolkrav.LasAsync(skola.Id, Tvastegsmiljo.Ct)).ShouldBe(new Skolkrav(AndraFaktor.Erbjuds, 2, 0));

        await t.Skolkrav.AndraAsync(skola.Id, AndraFaktor.Kravs, Tvastegsmiljo.Ct);
        await t.Skolkrav.AndraAsync(skola.Id, AndraFaktor.Kravs, Tvastegsmiljo.Ct);

        (await miljo.LasAsync(davids))!.Niva.ShouldBe(Sessionsniva.BaraRegistrering);
        (await miljo.LasAsync(annas))!.Niva.ShouldBe(Sessionsniva.Full);
        var handelse = await t.Db.AuditEvents.SingleAsync(e => e.Act == Acts.SchoolSecondFactorChanged, Tvastegsmiljo.Ct);
        (handelse.SkolaId, handelse.Changes).ShouldBe((skola.Id, "Tvåstegsinloggning: erbjuds → krävs"));
    }

    /// <summary>The password alone, given before the factor was added elsewhere, must not reach the page where factors are added.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task AccountWithAFactor_HasNoSessionMadeWithoutIt(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Tvastegsmiljo(databas);
        await miljo.LaggTillAppAsync(Personer.AnnaLind);
        await using var t = miljo.Nya();
        var anna = await t.KontoAsync(Personer.AnnaLind);

        var utan = await t.Sessioner.SkapaAsync(anna, Tvastegsmiljo.Ct);
        var med = await t.Sessioner.SkapaAsync(anna, Tvastegsmiljo.Ct, Inloggningssatt.TvaSteg);

        (await t.Sessioner.LasAsync(utan, Tvastegsmiljo.Ct)).ShouldBe(Sessionslage.Ingen);
        (await miljo.LasAsync(med))!.Niva.ShouldBe(Sessionsniva.Full);
    }
}
