using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class ArendedetaljQueryTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task Hamta_WhenAnotherSchoolReportsTheSameTime_SaysSoOnBothCases(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);
        var annat = await HosEnAnnanSkolaAsync(varld, arende, new DateOnly(2026, 10, 5), sista: null);

        var har = await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default));
        var dar = await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(annat, default));

        har!.HosAndraSkolor.ShouldBe([new Dubbelrapport(annat, "SK-9999-9999", "Norra Hamnens gymnasium", new(2026, 10, 5), null)]);
        dar!.HosAndraSkolor.ShouldHaveSingleItem().ArendeId.ShouldBe(arende.Id);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Hamta_WhenTheOtherSchoolsReportEndedBefore_SaysNothing(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);
        await HosEnAnnanSkolaAsync(varld, arende, new DateOnly(2026, 8, 24), sista: Granskningsvarld.ForstaDag.AddDays(-1));

        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default)))!.HosAndraSkolor.ShouldBeEmpty();
    }

    /// <summary>One school has not been told that she is protected: CSN keeps her case there too from those who are not cleared.</summary>
    [Theory, MemberData(nameof(Databaser))]
    public async Task AProtectedPersonsCaseAtASchoolThatDoesNotKnow_IsForTheCleared(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var vanligt = await varld.ArendeAsync(Arendestatus.AttGranska);
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);
        var annat = await HosEnAnnanSkolaAsync(varld, arende, new DateOnly(2026, 10, 5), sista: null);
        Kofraga Oppna(Personskydd lane) => new(Koflik.AllaOppna, Kosortering.Inkommet, Koriktning.Stigande, 1) { Lane = lane };

        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(annat, default))).ShouldBeNull();
        foreach (var vem in new[] { varld.Greta, varld.Stig })
        {
            (await varld.SomAsync(vem, a => a.Ko.SidaAsync(Oppna(Personskydd.Inget), default))).Rader.ShouldHaveSingleItem().ArendeId.ShouldBe(vanligt.Id);
            (await varld.SomAsync(vem, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(1);
        }

        var lane = await varld.SomAsync(varld.Stig, a => a.Ko.SidaAsync(Oppna(Personskydd.Skyddad), default));
        lane.Rader.Select(r => (r.ArendeId, r.ArSkyddad)).ShouldBe([(annat, true), (arende.Id, true)], ignoreOrder: true);
        lane.Rader.ShouldAllBe(r => r.Student == Studerande.SkyddadText);

        // Both are in the log: the case that was opened, and the other school's that its page tells of.
        await using var db = varld.Databas.Alla();
        var studerande = await db.Nationellt<Skolkrapport>().Where(r => r.Id != vanligt.SkolkrapportId).Select(r => new { r.StuderandeId, r.SkolaId, r.Id }).ToListAsync();
        await using var egen = varld.Databas.Alla();
        (await new ArendedetaljQuery(egen, varld.Anvandare(varld.Stig), varld.Klocka).HamtaAsync(annat, default))!.HosAndraSkolor.ShouldHaveSingleItem().ArendeId.ShouldBe(arende.Id);
        egen.Omfang.LastaSkyddade.ShouldBe(studerande.Select(s => (s.StuderandeId, s.SkolaId, (long?)s.Id)), ignoreOrder: true);
    }

    [Fact]
    public async Task Hamta_OfAnUnderlag_NamesWhoSentItAndNotWhoBeganIt()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);
        await using (var db = varld.Databas.Alla())
        {
            await db.Nationellt<Franvarounderlag>().ExecuteUpdateAsync(rad => rad.SetProperty(u => u.SkapadAvKontoId, varld.Gustav.Id));
        }

        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default)))!.Underlag.ShouldHaveSingleItem().SkickatAv.ShouldBe("Anna Lind");
    }

    /// <summary>The same number at another school, reported from the given day. Returns the other case's id.</summary>
    private static async Task<long> HosEnAnnanSkolaAsync(Granskningsvarld varld, Arende arende, DateOnly forsta, DateOnly? sista)
    {
        await using var db = varld.Databas.Alla();
        var personnummer = await db.Nationellt<Studerande>().Where(s => s.Id == arende.Skolkrapport.StuderandeId).Select(s => s.Personnummer).SingleAsync();
        var skola = new Skola("23456789", "Norra Hamnens gymnasium", "Luleå", Skolform.Gymnasieskola, Rapporteringssatt.Fil);
        db.Add(skola);
        await db.SaveChangesAsync();
        var studerande = new Studerande(skola.Id, personnummer, "Lisa", "Ek", Personskydd.Inget, "NA24");
        db.Add(studerande);
        await db.SaveChangesAsync();
        var rapport = new Skolkrapport(
            skola.Id, studerande.Id, new Skolkuppgift(forsta, sista, 690, 6, false), "SK-9999-9999", "annan", varld.Anna.Id, Granskningsvarld.Inkom(0), Granskningsvarld.Rapportdag);
        var annat = new Arende(skola.Id, rapport, Granskningsvarld.Inkom(0));
        db.Add(annat);
        await db.SaveChangesAsync();
        return annat.Id;
    }
}
